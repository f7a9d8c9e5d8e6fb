package dev.coord.engine;

import dev.coord.assess.Weakenings.Weakening;
import dev.coord.diagnostic.Location;
import dev.coord.evidence.BranchDelta;
import dev.coord.evidence.Commit;
import dev.coord.plan.Plan;
import java.util.List;
import java.util.Optional;

/** Finds where a branch changes the file that says whose keys are whose. */
final class SignersGuard {

  /**
   * A change of the file.
   *
   * @param weakening what was changed, and by whom
   * @param steward the person who may, where all commits that changed it are of such a one
   */
  record Changed(Weakening weakening, Optional<String> steward) {}

  private SignersGuard() {}

  /** The change; empty when the branch leaves the file alone, or the plan names none. */
  static Optional<Changed> of(Plan law, Optional<BranchDelta> delta, PlanGuard guard) {
    return law.boundaries()
        .allowedSigners()
        .flatMap(
            file -> delta.filter(d -> touches(d, file)).map(d -> changed(law, file, d, guard)));
  }

  /** What a change of the file is. */
  static Weakening weakening(String file, Optional<Commit> culprit, String unknown) {
    return new Weakening(
        "Whose keys are whose is changed in " + file + ".",
        Location.ofFile(file),
        culprit,
        unknown);
  }

  private static boolean touches(BranchDelta delta, String file) {
    return delta.changes().stream().anyMatch(change -> change.path().equals(file));
  }

  private static Changed changed(Plan law, String file, BranchDelta delta, PlanGuard guard) {
    List<Commit> commits =
        delta.commits().stream().filter(commit -> commit.paths().contains(file)).toList();
    boolean committed = !commits.isEmpty() && !delta.uncommitted().contains(file);
    boolean allowed = committed && commits.stream().allMatch(c -> guard.steward(c).isPresent());
    Optional<Commit> culprit =
        commits.stream().filter(c -> allowed || guard.steward(c).isEmpty()).findFirst();
    return new Changed(
        weakening(
            file,
            culprit,
            culprit.isPresent() ? "" : committed ? "by whom cannot be told" : "not committed"),
        allowed ? guard.steward(commits.get(0)) : Optional.empty());
  }
}
