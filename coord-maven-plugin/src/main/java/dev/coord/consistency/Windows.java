package dev.coord.consistency;

import dev.coord.plan.Epic;
import dev.coord.plan.Plan;
import dev.coord.plan.Sprint;
import dev.coord.plan.Stretch;
import dev.coord.schedule.Dated;
import dev.coord.schedule.PlanCalendar;
import dev.coord.schedule.WorkDays;
import dev.coord.schedule.WorkDays.Span;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Times beyond what they are of: day 15 of a sprint of ten days, week 13 of twelve of a phase. */
final class Windows {

  private static final int DAYS_PER_WEEK = 7;

  private final Plan plan;
  private final WorkDays workDays;

  private Windows(Plan plan, WorkDays workDays) {
    this.plan = plan;
    this.workDays = workDays;
  }

  static Stream<Contradiction> of(Plan plan) {
    PlanCalendar calendar = PlanCalendar.of(plan);
    Windows windows = new Windows(plan, calendar.workDays());
    return Times.of(plan, calendar)
        .flatMap(times -> times.dated().ways().stream().flatMap(way -> windows.look(times, way)));
  }

  private Stream<Contradiction> look(Times times, Dated.Way way) {
    Optional<Sprint> sprint = times.sprint();
    return switch (way.stretch().counting()) {
      case DAYS ->
          sprint.stream().flatMap(s -> limit(times, s, way.stretch(), days(s), "working day"));
      case WEEKS -> sprint.stream().flatMap(s -> limit(times, s, way.stretch(), weeks(s), "week"));
      case DATES ->
          sprint.stream().flatMap(s -> way.whole().stream().flatMap(d -> dates(times, s, way, d)));
      case PHASE_WEEKS ->
          Stream.concat(
              phase(times, way.stretch()),
              sprint.stream()
                  .flatMap(
                      s ->
                          way.whole().stream()
                              .flatMap(d -> dates(times, s, way, workDays.worked(d)))));
      case WEEKDAYS -> Stream.empty();
    };
  }

  private Stream<Contradiction> limit(
      Times times, Sprint sprint, Stretch stretch, OptionalLong most, String noun) {
    if (most.isEmpty() || stretch.last() <= most.getAsLong()) {
      return Stream.empty();
    }
    boolean dated = sprint.start().isPresent() && sprint.end().isPresent();
    String length = most.getAsLong() + " " + noun + (most.getAsLong() == 1 ? "" : "s");
    return Stream.of(
        new Contradiction(
            times.subject(),
            times.noun() + " ends on " + noun + " " + stretch.last(),
            times.dated().timing().place(stretch),
            "the sprint has "
                + length
                + (dated
                    ? " from " + sprint.start().get() + " to " + sprint.end().get()
                    : " by the \"sprint_length\" of the calendar"),
            List.of(
                dated
                    ? sprint.origin().of("end")
                    : plan.project().calendar().origin().of("sprint_length")),
            "End " + times.noun() + " within the sprint."));
  }

  private static Stream<Contradiction> dates(
      Times times, Sprint sprint, Dated.Way way, Span dates) {
    boolean early =
        !times.dated().timing().isAhead()
            && sprint.start().filter(s -> dates.first().isBefore(s)).isPresent();
    boolean late = sprint.end().filter(e -> dates.last().isAfter(e)).isPresent();
    if (!early && !late) {
      return Stream.empty();
    }
    boolean dated = way.stretch().counting() == Stretch.Counting.DATES;
    return Stream.of(
        new Contradiction(
            times.subject(),
            times.noun()
                + (dated ? " is dated " + dates : " is in " + way.stretch() + ", " + dates),
            times.dated().timing().place(way.stretch()),
            "the sprint "
                + (early ? "begins on " + sprint.start().get() : "ends on " + sprint.end().get()),
            List.of(sprint.origin().of(early ? "start" : "end")),
            "Keep " + times.noun() + " within the sprint."));
  }

  private Stream<Contradiction> phase(Times times, Stretch stretch) {
    Optional<Epic> epic = stretch.phase().flatMap(plan::epic);
    if (epic.isEmpty()
        || epic.get().weeks().isEmpty()
        || stretch.last() <= epic.get().weeks().getAsInt()) {
      return Stream.empty();
    }
    int weeks = epic.get().weeks().getAsInt();
    return Stream.of(
        new Contradiction(
            times.subject(),
            times.noun() + " ends in week " + stretch.last() + " of " + epic.get().id(),
            times.dated().timing().place(stretch),
            epic.get().id() + " has " + weeks + (weeks == 1 ? " week" : " weeks"),
            List.of(epic.get().origin().of("weeks")),
            "Mend one of the two."));
  }

  private OptionalLong days(Sprint sprint) {
    if (sprint.start().isPresent() && sprint.end().isPresent()) {
      return OptionalLong.of(workDays.between(sprint.start().get(), sprint.end().get()));
    }
    return plan.project().calendar().sprintLength().stream().asLongStream().findFirst();
  }

  private OptionalLong weeks(Sprint sprint) {
    if (sprint.start().isPresent() && sprint.end().isPresent()) {
      long days = ChronoUnit.DAYS.between(sprint.start().get(), sprint.end().get()) + 1;
      return OptionalLong.of((days + DAYS_PER_WEEK - 1) / DAYS_PER_WEEK);
    }
    return workDays.sprintWeeks();
  }
}
