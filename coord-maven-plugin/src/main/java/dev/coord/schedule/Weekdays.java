package dev.coord.schedule;

import dev.coord.plan.Stretch;
import dev.coord.schedule.WorkDays.Span;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.stream.Stream;

/** Days of the week beside another time: Tuesday to Thursday of weeks 2 and 3. */
public final class Weekdays {

  private Weekdays() {}

  /** The first day of each run of days of the week of which any day lies in a span. */
  public static List<LocalDate> runs(Span span, Stretch weekdays) {
    LocalDate first =
        span.first()
            .minusDays(weekdays.last() - weekdays.first())
            .with(TemporalAdjusters.nextOrSame(DayOfWeek.of((int) weekdays.first())));
    return Stream.iterate(first, day -> !day.isAfter(span.last()), day -> day.plusWeeks(1))
        .toList();
  }
}
