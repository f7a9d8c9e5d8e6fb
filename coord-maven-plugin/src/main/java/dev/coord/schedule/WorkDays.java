package dev.coord.schedule;

import dev.coord.plan.Stretch;
import dev.coord.plan.WorkCalendar;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Turns working days and weeks into dates by the project's calendar. */
public final class WorkDays {

  /** No sprint is longer: a bound against calendars in which almost no day is worked. */
  private static final int MOST_CALENDAR_DAYS = 3660;

  private static final int DAYS_PER_WEEK = 7;

  private final WorkCalendar calendar;
  private final long[] holidays;

  /** Working days of a calendar. */
  public WorkDays(WorkCalendar calendar) {
    this.calendar = Objects.requireNonNull(calendar, "calendar");
    holidays =
        calendar.holidays().stream()
            .filter(day -> calendar.workingDays().contains(day.getDayOfWeek()))
            .mapToLong(LocalDate::toEpochDay)
            .toArray();
  }

  /**
   * First and last day of something.
   *
   * @param first first day
   * @param last last day, never before the first
   */
  public record Span(LocalDate first, LocalDate last) {
    /**
     * Checks the order.
     *
     * @throws IllegalArgumentException when the last day comes before the first
     */
    public Span {
      if (last.isBefore(first)) {
        throw new IllegalArgumentException("a span ends on or after its begin");
      }
    }

    /** Whether a day lies in the span. */
    public boolean contains(LocalDate day) {
      return !day.isBefore(first) && !day.isAfter(last);
    }

    /** Whether all of another span lies in this one. */
    public boolean contains(Span other) {
      return contains(other.first) && contains(other.last);
    }

    /** {@code 2026-01-05}, or {@code 2026-01-05 to 2026-01-09}. */
    @Override
    public String toString() {
      return first.equals(last) ? first.toString() : first + " to " + last;
    }
  }

  /** Whether a day is worked. */
  public boolean isWorked(LocalDate day) {
    return calendar.workingDays().contains(day.getDayOfWeek())
        && !calendar.holidays().contains(day);
  }

  /**
   * The date of a working day counted from a first day.
   *
   * @param start the first calendar day; day 1 is this day or the first worked one after it
   * @param number from 0; 0 is the last working day before the first calendar day
   * @return empty when the calendar has too few working days in ten years
   */
  public Optional<LocalDate> day(LocalDate start, long number) {
    if (number == 0) {
      return back(start.minusDays(1), 1);
    }
    long seen = 0;
    LocalDate day = start;
    for (int i = 0; i < MOST_CALENDAR_DAYS; i++, day = day.plusDays(1)) {
      if (isWorked(day) && ++seen == number) {
        return Optional.of(day);
      }
    }
    return Optional.empty();
  }

  /**
   * The date of a working day counted back from a last day.
   *
   * @param end the last calendar day; day 1 is this day or the last worked one before it
   * @param number from 1
   * @return empty when the calendar has too few working days in ten years
   */
  public Optional<LocalDate> back(LocalDate end, long number) {
    return Stream.iterate(end, day -> day.minusDays(1))
        .limit(MOST_CALENDAR_DAYS)
        .filter(this::isWorked)
        .skip(number - 1)
        .findFirst();
  }

  /**
   * How many days are worked from the first to the last, both included, in time that does not
   * depend on how far they lie apart; 0 when the last comes before the first.
   */
  public long between(LocalDate first, LocalDate last) {
    if (last.isBefore(first)) {
      return 0;
    }
    long days = ChronoUnit.DAYS.between(first, last) + 1;
    long worked = days / DAYS_PER_WEEK * calendar.workingDays().size();
    for (long rest = 0; rest < days % DAYS_PER_WEEK; rest++) {
      worked += calendar.workingDays().contains(last.minusDays(rest).getDayOfWeek()) ? 1 : 0;
    }
    return worked - (holidaysBefore(last.toEpochDay() + 1) - holidaysBefore(first.toEpochDay()));
  }

  private int holidaysBefore(long day) {
    int found = Arrays.binarySearch(holidays, day);
    return found >= 0 ? found : -found - 1;
  }

  /** The length of a sprint in weeks by the calendar, the last one perhaps not whole. */
  public OptionalLong sprintWeeks() {
    int perWeek = calendar.workingDays().size();
    return calendar.sprintLength().stream()
        .mapToLong(days -> (days + perWeek - 1) / perWeek)
        .findFirst();
  }

  /** A span from its first worked day to its last one; the span itself when no day is worked. */
  public Span worked(Span span) {
    if (between(span.first(), span.last()) == 0) {
      return span;
    }
    LocalDate first = span.first();
    while (!isWorked(first)) {
      first = first.plusDays(1);
    }
    LocalDate last = span.last();
    while (!isWorked(last)) {
      last = last.minusDays(1);
    }
    return new Span(first, last);
  }

  /**
   * The dates of a stretch of a sprint, a phase or the project.
   *
   * <p>Week 1 begins on the first day and is seven calendar days long, as the next ones and as week
   * 0 before it; days of the week are those of week 1.
   *
   * @param start the first day of what the stretch is counted in
   * @return empty when the calendar has too few working days, or the weeks run beyond ten years
   */
  public Optional<Span> span(LocalDate start, Stretch stretch) {
    return switch (stretch.counting()) {
      case DATES ->
          Optional.of(
              new Span(
                  LocalDate.ofEpochDay(stretch.first()), LocalDate.ofEpochDay(stretch.last())));
      case DAYS ->
          day(start, stretch.first())
              .flatMap(first -> day(start, stretch.last()).map(last -> new Span(first, last)));
      case WEEKDAYS -> {
        LocalDate first =
            start.with(TemporalAdjusters.nextOrSame(DayOfWeek.of((int) stretch.first())));
        yield Optional.of(new Span(first, first.plusDays(stretch.last() - stretch.first())));
      }
      case WEEKS, PHASE_WEEKS ->
          stretch.last() > MOST_CALENDAR_DAYS / DAYS_PER_WEEK
              ? Optional.empty()
              : Optional.of(
                  new Span(
                      start.plusWeeks(stretch.first() - 1),
                      start.plusWeeks(stretch.last()).minusDays(1)));
    };
  }
}
