package dev.coord.consistency;

import dev.coord.diagnostic.Location;
import dev.coord.plan.Event;
import dev.coord.plan.Plan;
import dev.coord.plan.Project;
import dev.coord.plan.Stretch;
import dev.coord.schedule.Dated;
import dev.coord.schedule.PlanCalendar;
import dev.coord.schedule.WorkDays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Kickoffs with a date before the project started, and events after it is expected to end. One
 * looks back, and passes on what one knows, after the end; and day 0 comes before the first day on
 * purpose. Days off are no difference.
 */
final class EventDays {

  private final Project project;
  private final PlanCalendar calendar;
  private final WorkDays workDays;

  private EventDays(Plan plan) {
    this.project = plan.project();
    this.calendar = PlanCalendar.of(plan);
    this.workDays = calendar.workDays();
  }

  static Stream<Contradiction> of(Plan plan) {
    EventDays days = new EventDays(plan);
    return plan.events().stream()
        .filter(event -> !event.when().isUnsaid())
        .flatMap(event -> Stream.concat(days.early(event).stream(), days.late(event).stream()));
  }

  private Optional<Contradiction> early(Event event) {
    boolean dated =
        event.when().stretches().stream()
            .anyMatch(stretch -> stretch.counting() == Stretch.Counting.DATES);
    return project
        .started()
        .filter(day -> dated && event.kind() == Event.Kind.KICKOFF)
        .filter(
            day ->
                span(event)
                    .filter(span -> workDays.between(span.last(), day.minusDays(1)) > 0)
                    .isPresent())
        .map(
            day -> outside(event, "the project started on " + day, project.origin().of("started")));
  }

  private Optional<Contradiction> late(Event event) {
    boolean after = event.kind() == Event.Kind.REVIEW || event.kind() == Event.Kind.SHARING;
    return project
        .expectedEnd()
        .filter(day -> !after)
        .filter(
            day ->
                span(event)
                    .filter(span -> workDays.between(day.plusDays(1), span.first()) > 0)
                    .isPresent())
        .map(
            day ->
                outside(
                    event,
                    "the project is expected to end on " + day,
                    project.origin().of("expected_end")));
  }

  private Optional<WorkDays.Span> span(Event event) {
    Dated dated = calendar.event(event);
    return dated.span();
  }

  private Contradiction outside(Event event, String found, Location against) {
    return new Contradiction(
        "event " + event.id(),
        "the " + event.kind().word() + " is " + span(event).orElseThrow(),
        Words.place(event.when()),
        found,
        List.of(against),
        "Mend one of the two days.");
  }
}
