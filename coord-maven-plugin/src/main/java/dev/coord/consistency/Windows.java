package dev.coord.consistency;

import dev.coord.diagnostic.Location;
import dev.coord.plan.Epic;
import dev.coord.plan.Plan;
import dev.coord.plan.Sprint;
import dev.coord.plan.Stretch;
import dev.coord.schedule.Dated;
import dev.coord.schedule.PlanCalendar;
import dev.coord.schedule.WorkDays;
import dev.coord.schedule.WorkDays.Span;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Times beyond what they are of: day 15 of a sprint of ten days, week 13 of twelve of a phase. */
final class Windows {

  private static final int DAYS_PER_WEEK = 7;
  private static final String BY_LENGTH = " by the \"sprint_length\" of the calendar";

  private final Plan plan;
  private final PlanCalendar calendar;
  private final WorkDays workDays;

  private Windows(Plan plan) {
    this.plan = plan;
    this.calendar = PlanCalendar.of(plan);
    this.workDays = calendar.workDays();
  }

  static Stream<Contradiction> of(Plan plan) {
    Windows windows = new Windows(plan);
    return Times.of(plan, windows.calendar)
        .flatMap(times -> times.dated().ways().stream().flatMap(way -> windows.look(times, way)));
  }

  private Stream<Contradiction> look(Times times, Dated.Way way) {
    Optional<Sprint> sprint = times.sprint();
    return switch (way.stretch().counting()) {
      case DAYS ->
          sprint.stream().flatMap(s -> limit(times, s, way.stretch(), days(s), "working day"));
      case WEEKS -> sprint.stream().flatMap(s -> limit(times, s, way.stretch(), weeks(s), "week"));
      case DATES ->
          sprint.stream().flatMap(s -> meant(way).stream().flatMap(d -> dates(times, s, way, d)));
      case PHASE_WEEKS ->
          Stream.concat(
              phase(times, way.stretch()),
              sprint.stream()
                  .flatMap(
                      s ->
                          meant(way).stream()
                              .flatMap(d -> dates(times, s, way, workDays.worked(d)))));
      case WEEKDAYS -> Stream.empty();
    };
  }

  /** The days of the week that are picked out of its dates, else all of them. */
  private static Optional<Span> meant(Dated.Way way) {
    return way.span().or(way::whole);
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
                    : BY_LENGTH),
            List.of(
                dated
                    ? sprint.origin().of("end")
                    : plan.project().calendar().origin().of("sprint_length")),
            "End " + times.noun() + " within the sprint."));
  }

  private Stream<Contradiction> dates(Times times, Sprint sprint, Dated.Way way, Span dates) {
    Optional<Edge> start =
        times.dated().timing().isAhead()
            ? Optional.empty()
            : first(sprint).filter(edge -> isBefore(dates.first(), edge));
    return start
        .or(() -> last(sprint).filter(edge -> isAfter(dates.last(), edge)))
        .map(edge -> outside(times, way, dates, edge))
        .stream();
  }

  /**
   * The first or the last day of a sprint.
   *
   * @param words what the sprint does on it
   * @param written whether the plan says it, and does not leave it to the calendar
   */
  private record Edge(LocalDate day, String words, boolean written, Location place) {}

  private Optional<Edge> first(Sprint sprint) {
    return sprint
        .start()
        .map(day -> new Edge(day, "begins on " + day, true, sprint.origin().of("start")))
        .or(
            () ->
                calendar
                    .firstDay(sprint)
                    .map(day -> counted(sprint, day, "begins on " + day, "end")));
  }

  private Optional<Edge> last(Sprint sprint) {
    return sprint
        .end()
        .map(day -> new Edge(day, "ends on " + day, true, sprint.origin().of("end")))
        .or(
            () ->
                sprint
                    .start()
                    .flatMap(calendar::lastDay)
                    .map(day -> counted(sprint, day, "ends on " + day, "start")));
  }

  private static Edge counted(Sprint sprint, LocalDate day, String words, String from) {
    return new Edge(day, words + BY_LENGTH, false, sprint.origin().of(from));
  }

  /** Beside a day that was counted, days off are no difference. */
  private boolean isBefore(LocalDate day, Edge edge) {
    return edge.written()
        ? day.isBefore(edge.day())
        : workDays.between(day, edge.day().minusDays(1)) > 0;
  }

  private boolean isAfter(LocalDate day, Edge edge) {
    return edge.written()
        ? day.isAfter(edge.day())
        : workDays.between(edge.day().plusDays(1), day) > 0;
  }

  private static Contradiction outside(Times times, Dated.Way way, Span dates, Edge edge) {
    boolean dated = way.stretch().counting() == Stretch.Counting.DATES;
    return new Contradiction(
        times.subject(),
        times.noun() + (dated ? " is dated " + dates : " is in " + way.stretch() + ", " + dates),
        times.dated().timing().place(way.stretch()),
        "the sprint " + edge.words(),
        List.of(edge.place()),
        "Keep " + times.noun() + " within the sprint.");
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
