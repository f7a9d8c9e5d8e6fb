package dev.coord.plan;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A stretch of time as a team writes it.
 *
 * @param counting how first and last are counted
 * @param phase id of the epic whose weeks are counted; given exactly when they are
 * @param first the first day, week or weekday, or the date in days since 1970-01-01
 * @param last the last one, inclusive, never before the first
 */
public record Stretch(Counting counting, Optional<String> phase, long first, long last) {

  /** How a stretch of time is counted. */
  public enum Counting {
    /** Working days from 1; 0 is the working day before the first. */
    DAYS("days", "day"),
    /** Weeks from 1; 0 is the week before the first. */
    WEEKS("weeks", "week"),
    /** Calendar dates. */
    DATES("dates", "date"),
    /** Days of the week, Monday is 1, in the week that something lies in. */
    WEEKDAYS("weekdays", "weekday"),
    /** Weeks of a phase, from 1. */
    PHASE_WEEKS("phase_weeks", "phase_weeks");

    private final String several;
    private final String one;

    Counting(String several, String one) {
      this.several = several;
      this.one = one;
    }

    /** The keys under which plans write it, the one for several first. */
    public List<String> keys() {
      return several.equals(one) ? List.of(several) : List.of(several, one);
    }
  }

  /**
   * Checks order and range.
   *
   * @throws IllegalArgumentException when the last comes before the first, one of them is out of
   *     range, or a phase is named where none is counted
   */
  public Stretch {
    Parts.require(counting, phase);
    long least =
        switch (counting) {
          case DATES -> LocalDate.MIN.toEpochDay();
          case DAYS, WEEKS -> 0;
          case WEEKDAYS, PHASE_WEEKS -> 1;
        };
    long most = counting == Counting.WEEKDAYS ? 7 : LocalDate.MAX.toEpochDay();
    if (last < first || first < least || last > most) {
      throw new IllegalArgumentException("not a stretch: " + first + " to " + last);
    }
    if (phase.isPresent() != (counting == Counting.PHASE_WEEKS)) {
      throw new IllegalArgumentException("weeks of a phase name the phase, and nothing else does");
    }
  }

  /** A stretch that is not counted in a phase. */
  public Stretch(Counting counting, long first, long last) {
    this(counting, Optional.empty(), first, last);
  }

  /**
   * {@code day 2}, {@code weeks 1-2}, {@code 2026-01-05 to 2026-01-09}, {@code Monday-Tuesday} or
   * {@code weeks 9-10 of phase-3}.
   */
  @Override
  public String toString() {
    return switch (counting) {
      case DAYS -> (first == last ? "day " : "days ") + range();
      case WEEKS -> (first == last ? "week " : "weeks ") + range();
      case PHASE_WEEKS ->
          (first == last ? "week " : "weeks ") + range() + " of " + phase.orElseThrow();
      case WEEKDAYS -> first == last ? weekday(first) : weekday(first) + "-" + weekday(last);
      case DATES ->
          first == last
              ? LocalDate.ofEpochDay(first).toString()
              : LocalDate.ofEpochDay(first) + " to " + LocalDate.ofEpochDay(last);
    };
  }

  private static String weekday(long day) {
    return DayOfWeek.of((int) day).getDisplayName(TextStyle.FULL, Locale.ENGLISH);
  }

  private String range() {
    return first == last ? Long.toString(first) : first + "-" + last;
  }
}
