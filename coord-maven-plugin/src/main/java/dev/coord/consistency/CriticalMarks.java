package dev.coord.consistency;

import dev.coord.plan.Plan;
import dev.coord.plan.Workstream;
import dev.coord.schedule.PlanSchedule;
import dev.coord.schedule.PlanSchedule.Row;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Workstreams that are marked as critical and are not, or the other way round. Looked at only where
 * one is marked, and where all have a length, so that there is one critical path.
 */
final class CriticalMarks {

  private CriticalMarks() {}

  static Stream<Contradiction> of(Plan plan) {
    PlanSchedule schedule = PlanSchedule.of(plan);
    boolean marked = plan.workstreams().stream().anyMatch(Workstream::critical);
    if (!marked || !schedule.isComplete()) {
      return Stream.empty();
    }
    String path =
        schedule.rows().stream()
            .filter(Row::isCritical)
            .map(row -> row.workstream().id())
            .collect(Collectors.joining(", "));
    return schedule.rows().stream()
        .filter(row -> row.workstream().critical() != row.isCritical())
        .map(row -> contradiction(row, path));
  }

  private static Contradiction contradiction(Row row, String path) {
    Workstream workstream = row.workstream();
    long days = row.times().orElseThrow().totalFloat();
    return workstream.critical()
        ? new Contradiction(
            workstream.id(),
            "it is marked critical",
            workstream.origin().of("critical"),
            "it can be "
                + days
                + (days == 1 ? " working day" : " working days")
                + " late without delaying the end; critical by durations and dependencies: "
                + path,
            List.of(),
            "Remove the mark, or mend durations and dependencies.")
        : new Contradiction(
            workstream.id(),
            "it is not marked critical, and others are",
            workstream.origin().self(),
            "it cannot be late without delaying the end; critical by durations and dependencies: "
                + path,
            List.of(),
            "Mark it with 'critical: true', or mend durations and dependencies.");
  }
}
