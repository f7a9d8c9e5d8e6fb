package dev.coord.consistency;

import dev.coord.plan.Plan;
import dev.coord.plan.Stretch;
import dev.coord.plan.Stretch.Counting;
import dev.coord.plan.Timing;
import dev.coord.schedule.Dated;
import dev.coord.schedule.PlanCalendar;
import dev.coord.schedule.Weekdays;
import dev.coord.schedule.WorkDays;
import dev.coord.schedule.WorkDays.Span;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Two ways of counting one thing that do not mean the same working days: weeks 1-2 and days 1-10 of
 * a sprint may be the same, weeks 1-2 and weeks 9-10 of a phase that began later are not. One day
 * beside weeks says which of their days is meant.
 */
final class Countings {

  private final WorkDays workDays;

  private Countings(WorkDays workDays) {
    this.workDays = workDays;
  }

  static Stream<Contradiction> of(Plan plan) {
    PlanCalendar calendar = PlanCalendar.of(plan);
    Countings countings = new Countings(calendar.workDays());
    return Times.of(plan, calendar).flatMap(countings::look);
  }

  private Stream<Contradiction> look(Times times) {
    Dated dated = times.dated();
    Optional<Stretch> weekdays = dated.timing().in(Counting.WEEKDAYS);
    Stream<Contradiction> missing =
        weekdays.stream()
            .flatMap(
                days ->
                    dated.ways().stream()
                        .flatMap(way -> missing(times, way, days).stream())
                        .limit(1));
    List<Dated.Way> told = dated.ways().stream().filter(w -> w.span().isPresent()).toList();
    Stream<Contradiction> different =
        told.stream()
            .skip(1)
            .filter(way -> !same(told.get(0), way))
            .map(way -> different(times, told.get(0), way));
    return Stream.concat(missing, different);
  }

  private boolean same(Dated.Way one, Dated.Way other) {
    return worked(one).equals(worked(other)) || isDayOf(one, other) || isDayOf(other, one);
  }

  /** Whether one is a single day, and the other one a longer time that it lies in: which of it. */
  private static boolean isDayOf(Dated.Way day, Dated.Way time) {
    return day.stretch().first() == day.stretch().last()
        && (day.stretch().counting() == Counting.DAYS || day.stretch().counting() == Counting.DATES)
        && (time.stretch().counting() == Counting.WEEKS
            || time.stretch().counting() == Counting.PHASE_WEEKS)
        && time.span().filter(span -> day.span().filter(span::contains).isPresent()).isPresent();
  }

  private List<Span> worked(Dated.Way way) {
    return way.times().stream().map(workDays::worked).toList();
  }

  private static Contradiction different(Times times, Dated.Way one, Dated.Way other) {
    Timing timing = times.dated().timing();
    return new Contradiction(
        times.subject(),
        are(one),
        timing.place(one.stretch()),
        are(other),
        List.of(timing.place(other.stretch())),
        "Mend one of the two, or the first day that they are counted from.");
  }

  private static String are(Dated.Way way) {
    Span span = way.span().orElseThrow();
    Stretch stretch = way.stretch();
    if (stretch.counting() == Counting.DATES) {
      return "it is on " + span;
    }
    return stretch + (stretch.first() == stretch.last() ? " is " : " are ") + span;
  }

  private Optional<Contradiction> missing(Times times, Dated.Way way, Stretch weekdays) {
    return way.whole()
        .flatMap(
            span ->
                way.times().isEmpty()
                    ? Optional.of(missing(times, way, weekdays, none(span)))
                    : outside(span, weekdays)
                        .map(
                            day ->
                                missing(
                                    times,
                                    way,
                                    weekdays,
                                    "there is no " + weekday(day) + " in " + span)));
  }

  /**
   * A working day of the week that is not in the time beside it. Of a time that reaches into
   * several weeks, or beyond a working week, they only say which of its days are meant.
   */
  private Optional<LocalDate> outside(Span span, Stretch weekdays) {
    List<LocalDate> runs = Weekdays.runs(span, weekdays);
    if (runs.size() > 1) {
      return Optional.empty();
    }
    LocalDate first = runs.get(0);
    Span run = new Span(first, first.plusDays(weekdays.last() - weekdays.first()));
    return isWorkingWeek(run) && !run.contains(span)
        ? Optional.empty()
        : Stream.iterate(first, run::contains, day -> day.plusDays(1))
            .filter(day -> !span.contains(day) && workDays.isWorked(day))
            .findFirst();
  }

  private boolean isWorkingWeek(Span run) {
    return !workDays.isWorked(run.first().minusDays(1))
        && !workDays.isWorked(run.last().plusDays(1));
  }

  private static String none(Span span) {
    return span.first().equals(span.last())
        ? span.first() + " is a " + weekday(span.first())
        : "there is no such day in " + span;
  }

  private static Contradiction missing(Times times, Dated.Way way, Stretch weekdays, String found) {
    Timing timing = times.dated().timing();
    return new Contradiction(
        times.subject(),
        times.noun() + " is on " + weekdays,
        timing.place(weekdays),
        found,
        List.of(timing.place(way.stretch())),
        "Mend one of the two.");
  }

  private static String weekday(LocalDate day) {
    return day.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
  }
}
