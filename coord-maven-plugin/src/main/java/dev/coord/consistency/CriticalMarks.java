package dev.coord.consistency;

import dev.coord.plan.Named;
import dev.coord.plan.Plan;
import dev.coord.plan.Workstream;
import dev.coord.schedule.PlanSchedule;
import dev.coord.schedule.Slack;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Workstreams that are marked as critical and are not, or the other way round. Looked at only where
 * one is marked.
 *
 * <p>Planned days, as of a wave, make room before them: who marks the critical path may mean it
 * with that room or without, or mean what a promised day leaves no room for. A mark is wrong where
 * it is wrong in each of these readings, by the least that the workstream can be late whatever the
 * missing lengths are. What is not marked is held against the critical path with the planned days
 * and that without them, where all have a length, so that there is one.
 */
final class CriticalMarks {

  private final PlanSchedule schedule;
  private final String path;

  private CriticalMarks(PlanSchedule schedule) {
    this.schedule = schedule;
    this.path = path(schedule);
  }

  static Stream<Contradiction> of(Plan plan) {
    if (plan.workstreams().stream().noneMatch(Workstream::critical)) {
      return Stream.empty();
    }
    CriticalMarks marks = new CriticalMarks(PlanSchedule.of(plan));
    return plan.workstreams().stream().flatMap(workstream -> marks.look(workstream).stream());
  }

  /** What the critical path says: its workstreams and waves, or that the end is not known. */
  private static String path(PlanSchedule schedule) {
    if (!schedule.isComplete()) {
      return schedule.lastDay().map(day -> ", which is not before " + day).orElse("");
    }
    List<String> alone = schedule.criticalAlone();
    List<String> planned = schedule.critical();
    return "; critical by durations and dependencies: "
        + named(alone)
        + (planned.equals(alone) ? "" : "; with the planned days: " + named(planned));
  }

  private static String named(List<String> path) {
    return path.stream().map(Named::once).collect(Collectors.joining(", "));
  }

  private Optional<Contradiction> look(Workstream workstream) {
    Optional<Slack> slack = schedule.slack(workstream.id());
    return workstream.critical()
        ? slack.filter(Slack::isNowhereCritical).map(days -> marked(workstream, days))
        : slack
            .filter(days -> schedule.isComplete() && days.isCriticalAnyway())
            .map(days -> unmarked(workstream));
  }

  private Contradiction marked(Workstream workstream, Slack slack) {
    String least = schedule.isComplete() ? "" : "at least ";
    String late =
        slack.alone() == slack.planned()
            ? days(slack.alone()) + " late without delaying the end"
            : days(slack.alone())
                + " late by durations and dependencies alone, and "
                + slack.planned()
                + " with the planned days, without delaying the end";
    long fewest = Math.min(slack.alone(), slack.planned());
    String promised =
        slack.promised().orElse(fewest) < fewest
            ? ", and " + slack.promised().getAsLong() + " before a promised day is missed"
            : "";
    return new Contradiction(
        workstream.id(),
        "it is marked critical",
        workstream.origin().of("critical"),
        "it can be " + least + late + promised + path,
        List.of(),
        "Remove the mark, or mend durations and dependencies.");
  }

  private static String days(long days) {
    return days + (days == 1 ? " working day" : " working days");
  }

  private Contradiction unmarked(Workstream workstream) {
    return new Contradiction(
        workstream.id(),
        "it is not marked critical, and others are",
        workstream.origin().self(),
        "it cannot be late without delaying the end" + path,
        List.of(),
        "Mark it with 'critical: true', or mend durations and dependencies.");
  }
}
