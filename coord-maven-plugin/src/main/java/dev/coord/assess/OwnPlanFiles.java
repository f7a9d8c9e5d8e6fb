package dev.coord.assess;

import dev.coord.plan.Plan;
import java.util.Set;

/** The plan files that a workstream owns because they define it. */
public final class OwnPlanFiles {

  private OwnPlanFiles() {}

  /**
   * The new plan file that a workstream owns because it is defined there and the rulebook does not
   * know it. What the rulebook knows, it owns by the rulebook: otherwise a branch could own any
   * plan file by moving a definition there.
   *
   * @param workstream its id
   */
  public static Set<String> of(Plan plan, Plan rulebook, String workstream) {
    if (rulebook.workstream(workstream).isPresent()) {
      return Set.of();
    }
    return plan.workstream(workstream)
        .map(w -> w.origin().self().file())
        .filter(file -> !rulebook.files().contains(file))
        .map(Set::of)
        .orElse(Set.of());
  }
}
