package dev.coord.assess;

import dev.coord.plan.Plan;
import dev.coord.plan.Workstream;
import java.util.List;
import java.util.stream.Stream;

/** What a workstream depends on. */
final class Dependencies {
  private Dependencies() {}

  /**
   * The ids of the workstreams that one depends on, each once: by its own word, and by that of the
   * plan that judges it, so that no branch frees itself from waiting.
   */
  static List<String> of(Workstream workstream, Plan rulebook) {
    return Stream.concat(
            workstream.dependsOn().stream(),
            rulebook.workstream(workstream.id()).stream().flatMap(w -> w.dependsOn().stream()))
        .distinct()
        .toList();
  }
}
