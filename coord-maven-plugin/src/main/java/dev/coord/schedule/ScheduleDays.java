package dev.coord.schedule;

import dev.coord.plan.Plan;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The days of a schedule: counted from its first working day, and dated where the plan tells any
 * date.
 */
final class ScheduleDays {

  /** What stands for a day that lies more than ten years ahead. */
  private static final String FAR = "a day more than ten years ahead";

  private final PlanCalendar calendar;
  private final boolean dated;
  private final Optional<LocalDate> origin;

  private ScheduleDays(Plan plan, PlanCalendar calendar, boolean dated) {
    this.calendar = calendar;
    this.dated = dated;
    this.origin =
        Stream.concat(
                calendar.start().stream(),
                plan.workstreams().stream()
                    .flatMap(w -> dated ? w.start().stream() : Stream.<LocalDate>empty()))
            .min(LocalDate::compareTo);
  }

  /** The days of a plan's schedule. */
  static ScheduleDays of(Plan plan) {
    PlanCalendar calendar = PlanCalendar.of(plan);
    boolean dated =
        calendar.start().isPresent()
            || plan.workstreams().stream().anyMatch(w -> w.start().isPresent());
    return new ScheduleDays(
        plan, dated ? calendar : PlanCalendar.undated(plan).orElse(calendar), dated);
  }

  /** The calendar that they are counted in. */
  PlanCalendar calendar() {
    return calendar;
  }

  /** Whether the project's first day is known, so that there are dates. */
  boolean isDated() {
    return dated;
  }

  /** How many working days of the schedule come before a day. */
  long offset(LocalDate day) {
    return origin.map(first -> calendar.workDays().between(first, day.minusDays(1))).orElse(0L);
  }

  /** How many working days there are up to the end of a day. */
  long ended(LocalDate day) {
    return offset(day.plusDays(1));
  }

  /** The working day of a merge: that one itself, or the one before a day off. */
  long slot(LocalDate day) {
    return Math.max(ended(day) - 1, 0);
  }

  /** Whether a day is one off work since the first day. */
  boolean isOff(LocalDate day) {
    return !calendar.workDays().isWorked(day) && origin.filter(day::isAfter).isPresent();
  }

  /**
   * The date of a working day.
   *
   * @param offset counted from 0
   * @return empty when the schedule has no dates, or the day lies more than ten years ahead
   */
  Optional<LocalDate> date(long offset) {
    return dated ? day(offset) : Optional.empty();
  }

  private Optional<LocalDate> day(long offset) {
    return origin.flatMap(first -> calendar.workDays().day(first, offset + 1));
  }

  /** A working day as texts tell it: its date, or {@code day 3} where there are no dates. */
  String words(long offset) {
    return dated ? day(offset).map(LocalDate::toString).orElse(FAR) : "day " + (offset + 1);
  }

  /** Whether a day comes before a working day of the schedule. */
  boolean isBefore(LocalDate day, long offset) {
    return ended(day) <= offset;
  }
}
