package dev.coord.plan.yaml;

import dev.coord.plan.WorkCalendar;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Counts the days that are worked, in time that does not depend on how far dates lie apart. */
final class WorkingDays {
  private static final int DAYS_PER_WEEK = 7;

  private final WorkCalendar calendar;
  private final long[] holidays;

  WorkingDays(WorkCalendar calendar) {
    this.calendar = calendar;
    holidays =
        calendar.holidays().stream()
            .filter(day -> calendar.workingDays().contains(day.getDayOfWeek()))
            .mapToLong(LocalDate::toEpochDay)
            .toArray();
  }

  /** The working days from the first to the last, both included. */
  long between(LocalDate first, LocalDate last) {
    long days = ChronoUnit.DAYS.between(first, last) + 1;
    long worked = days / DAYS_PER_WEEK * calendar.workingDays().size();
    for (long rest = 0; rest < days % DAYS_PER_WEEK; rest++) {
      worked += calendar.workingDays().contains(last.minusDays(rest).getDayOfWeek()) ? 1 : 0;
    }
    return worked - (place(last.toEpochDay() + 1) - place(first.toEpochDay()));
  }

  /** The length of a sprint in working days, where the calendar says so. */
  OptionalInt sprintLength() {
    return calendar.sprintLength();
  }

  /** The length of a sprint in weeks, the last one perhaps not whole. */
  OptionalLong sprintWeeks() {
    int perWeek = calendar.workingDays().size();
    return calendar.sprintLength().stream()
        .mapToLong(days -> (days + perWeek - 1) / perWeek)
        .findFirst();
  }

  /** How many holidays come before a day. */
  private int place(long day) {
    int found = Arrays.binarySearch(holidays, day);
    return found >= 0 ? found : -found - 1;
  }
}
