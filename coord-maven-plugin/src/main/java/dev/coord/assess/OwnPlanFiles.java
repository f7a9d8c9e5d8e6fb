package dev.coord.assess;

import dev.coord.plan.Plan;
import java.util.Set;

/** The plan file that a new workstream owns because it is defined there. */
public final class OwnPlanFiles {

  private OwnPlanFiles() {}

  /**
   * The new plan file that defines a workstream which the rulebook does not know. What the rulebook
   * knows owns its plan file by the rulebook: otherwise a branch could own any plan file by moving
   * a definition there.
   *
   * @param workstream its id
   * @return at most one file
   */
  public static Set<String> of(Plan plan, Plan rulebook, String workstream) {
    if (rulebook.workstream(workstream).isPresent()) {
      return Set.of();
    }
    return plan.workstream(workstream)
        .map(w -> w.origin().self().file())
        .filter(f -> !rulebook.files().contains(f))
        .map(Set::of)
        .orElse(Set.of());
  }
}
