package dev.coord.assess;

import dev.coord.plan.Plan;
import java.util.Optional;
import java.util.Set;

/** The plan files that a workstream owns because they define it. */
public final class OwnPlanFiles {

  private OwnPlanFiles() {}

  /**
   * The file that defines a workstream by the rulebook, or by the plan where the rulebook does not
   * know the workstream and the file is new too. Otherwise a branch could own any plan file by
   * moving its definition there.
   *
   * @param workstream its id
   */
  public static Set<String> of(Plan plan, Plan rulebook, String workstream) {
    Optional<String> file =
        rulebook
            .workstream(workstream)
            .map(w -> w.origin().self().file())
            .or(
                () ->
                    plan.workstream(workstream)
                        .map(w -> w.origin().self().file())
                        .filter(f -> !rulebook.files().contains(f)));
    return file.map(Set::of).orElse(Set.of());
  }
}
