package dev.coord.engine;

import dev.coord.evidence.BranchDelta;
import dev.coord.plan.Plan;
import java.util.Optional;

/** Finds where a branch changes the file that says whose keys are whose. */
final class SignersGuard {

  private SignersGuard() {}

  /** The change; empty when the branch leaves the file alone, or the plan names none. */
  static Optional<GuardedFile.Changed> of(Plan law, Optional<BranchDelta> delta, PlanGuard guard) {
    return law.boundaries()
        .allowedSigners()
        .flatMap(
            path ->
                delta
                    .filter(branch -> GuardedFile.touches(branch, path))
                    .map(branch -> file(path).changed(branch, guard::steward)));
  }

  /** The file as changed. */
  static GuardedFile file(String path) {
    return new GuardedFile(
        path, "allowed_signers", "Whose keys are whose is changed in " + path + ".");
  }
}
