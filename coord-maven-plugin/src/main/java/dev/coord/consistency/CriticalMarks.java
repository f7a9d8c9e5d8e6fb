package dev.coord.consistency;

import dev.coord.plan.Plan;
import dev.coord.plan.Workstream;
import dev.coord.schedule.PlanSchedule;
import dev.coord.schedule.PlanSchedule.Row;
import dev.coord.schedule.WaveRow;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Workstreams that are marked as critical and are not, or the other way round. Looked at only where
 * one is marked. What is not marked is held against the critical path where all have a length, so
 * that there is one; a mark, against the least that it can be late whatever the missing lengths
 * are.
 */
final class CriticalMarks {

  private CriticalMarks() {}

  static Stream<Contradiction> of(Plan plan, PlanSchedule schedule) {
    if (plan.workstreams().stream().noneMatch(Workstream::critical)) {
      return Stream.empty();
    }
    String path = path(schedule);
    return schedule.rows().stream()
        .map(Row::workstream)
        .flatMap(
            workstream ->
                workstream.critical()
                    ? marked(schedule, workstream, path).stream()
                    : unmarked(schedule, workstream, path).stream());
  }

  /** What the critical path says: its workstreams and waves, or that the end is not known. */
  private static String path(PlanSchedule schedule) {
    if (!schedule.isComplete()) {
      return schedule.finish().isPresent()
          ? ", which is not before " + schedule.words(schedule.finish().getAsLong() - 1)
          : "";
    }
    return "; critical by durations and dependencies: "
        + Stream.concat(
                schedule.rows().stream().filter(Row::isCritical).map(r -> r.workstream().id()),
                schedule.waves().stream()
                    .filter(WaveRow::isCritical)
                    .map(row -> "wave " + row.wave().id()))
            .collect(Collectors.joining(", "));
  }

  private static Optional<Contradiction> marked(
      PlanSchedule schedule, Workstream workstream, String path) {
    long days = schedule.leastFloat(workstream.id()).orElse(0);
    return days == 0
        ? Optional.empty()
        : Optional.of(
            new Contradiction(
                workstream.id(),
                "it is marked critical",
                workstream.origin().of("critical"),
                "it can be "
                    + (schedule.isComplete() ? "" : "at least ")
                    + days
                    + (days == 1 ? " working day" : " working days")
                    + " late without delaying the end"
                    + path,
                List.of(),
                "Remove the mark, or mend durations and dependencies."));
  }

  private static Optional<Contradiction> unmarked(
      PlanSchedule schedule, Workstream workstream, String path) {
    boolean critical =
        schedule.isComplete() && schedule.leastFloat(workstream.id()).equals(OptionalLong.of(0));
    return critical
        ? Optional.of(
            new Contradiction(
                workstream.id(),
                "it is not marked critical, and others are",
                workstream.origin().self(),
                "it cannot be late without delaying the end" + path,
                List.of(),
                "Mark it with 'critical: true', or mend durations and dependencies."))
        : Optional.empty();
  }
}
