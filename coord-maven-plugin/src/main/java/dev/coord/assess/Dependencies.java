package dev.coord.assess;

import dev.coord.diagnostic.Location;
import dev.coord.plan.Plan;
import dev.coord.plan.Workstream;
import java.util.List;
import java.util.stream.Stream;

/** What workstreams depend on, by their own word and by that of the plan that judges them. */
final class Dependencies {

  private final Plan plan;
  private final Plan rulebook;

  Dependencies(Plan plan, Plan rulebook) {
    this.plan = plan;
    this.rulebook = rulebook;
  }

  /**
   * The ids of the workstreams that one depends on, each once: by both plans, so that no branch
   * frees itself from waiting.
   */
  List<String> of(Workstream workstream) {
    return Stream.concat(
            workstream.dependsOn().stream(),
            rulebook.workstream(workstream.id()).stream().flatMap(w -> w.dependsOn().stream()))
        .distinct()
        .toList();
  }

  /**
   * Whether nobody need wait for a workstream any more, as it was given up. The plan that judges
   * says so, where it has the workstream: otherwise a branch could give up what it waits for.
   */
  boolean isGivenUp(String workstream) {
    return rulebook.workstream(workstream).isPresent()
        ? rulebook.isDropped(workstream)
        : plan.isDropped(workstream);
  }

  /** Whether either plan says that nothing of a workstream is to be merged any more. */
  boolean isDropped(String workstream) {
    return plan.isDropped(workstream) || isGivenUp(workstream);
  }

  /** Where a workstream says what it depends on; else where the plan that judges it does. */
  Location place(Workstream workstream) {
    return (workstream.dependsOn().isEmpty() ? judging(workstream) : workstream)
        .origin()
        .of("depends_on");
  }

  /** Where it is said that one depends on another. */
  Location place(Workstream workstream, String other) {
    Workstream saying = workstream.dependsOn().contains(other) ? workstream : judging(workstream);
    return saying.origin().of("depends_on", saying.dependsOn().indexOf(other));
  }

  private Workstream judging(Workstream workstream) {
    return rulebook.workstream(workstream.id()).orElse(workstream);
  }
}
