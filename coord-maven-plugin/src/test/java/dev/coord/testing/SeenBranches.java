package dev.coord.testing;

import dev.coord.evidence.BranchDelta;
import dev.coord.evidence.BranchEvidence;
import dev.coord.evidence.BranchVersion;
import dev.coord.evidence.Commit;
import dev.coord.evidence.MergeState;
import dev.coord.evidence.MergedAs;
import dev.coord.evidence.Observation;
import dev.coord.evidence.Proof;
import java.util.Optional;

/** Branches, as git tells of them. */
public final class SeenBranches {

  private SeenBranches() {}

  /** A state of a branch, observed. */
  public static Observation<MergeState> state(MergeState.Kind kind) {
    Optional<Commit> merge =
        kind == MergeState.Kind.MERGED
            ? Optional.of(Deltas.commit("3e3e", "ana"))
            : Optional.empty();
    return Observation.known(new MergeState(kind, merge, "by ancestry", Proof.Strength.OBSERVED));
  }

  /** A branch that was merged, with its place on the line. */
  static Observation<MergeState> landed(int newer, int first) {
    Commit merge = Deltas.commit("3e3" + newer, "ana");
    MergeState.Landing landing =
        new MergeState.Landing("main", Deltas.id("4ead"), merge.id(), merge.time(), newer, first);
    return Observation.known(
        new MergeState(
            MergeState.Kind.MERGED,
            Optional.of(merge),
            "by ancestry",
            Proof.Strength.OBSERVED,
            Optional.of(landing)));
  }

  /** A branch that is there. */
  static BranchEvidence seen(
      String branch,
      Optional<String> worktree,
      Observation<MergeState> merge,
      Observation<BranchDelta> delta) {
    return new BranchEvidence(
        branch,
        Optional.of("refs/heads/" + branch),
        Optional.of(Deltas.commit("71b", "cleo")),
        worktree,
        merge,
        delta);
  }

  /** A branch with commits that are not merged, the last one given. */
  static BranchEvidence active(String branch, Commit tip, BranchDelta delta) {
    return new BranchEvidence(
        branch,
        Optional.of("refs/heads/" + branch),
        Optional.of(tip),
        Optional.empty(),
        state(MergeState.Kind.UNMERGED),
        Observation.known(delta));
  }

  /** The same with what came of the commit that the plan says it was merged as. */
  static BranchEvidence mergedAs(BranchEvidence seen, MergedAs told) {
    return new BranchEvidence(
        seen.name(),
        seen.ref(),
        seen.tip(),
        seen.worktree(),
        seen.merge(),
        seen.delta(),
        Optional.of(told),
        seen.beginning(),
        seen.tagged(),
        seen.earlier(),
        seen.other());
  }

  /** A branch that has no ref, and that no merge names. */
  static BranchEvidence gone(String branch) {
    String reason = "the branch '" + branch + "' was found nowhere";
    return new BranchEvidence(
        branch,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Observation.unknown(reason, "Fetch it."),
        Observation.unknown(reason, "Fetch it."));
  }

  /** A branch that was merged and reverted, and that is another one at its remote. */
  static BranchEvidence reverted(String branch) {
    return new BranchEvidence(
        branch,
        Optional.of("refs/heads/" + branch),
        Optional.of(Deltas.commit("3e4", "ana")),
        Optional.empty(),
        Observation.known(
            new MergeState(
                MergeState.Kind.REVERTED,
                Optional.of(Deltas.commit("3e5", "ana")),
                "its last commit was merged, and reverted by 4e50000",
                Proof.Strength.ATTESTED,
                Optional.empty(),
                Optional.of(Deltas.commit("4e5", "ana")))),
        Observation.known(Deltas.merged().build()),
        Optional.empty(),
        Optional.empty(),
        false,
        Optional.empty(),
        Optional.of(new BranchVersion("refs/remotes/origin/" + branch, Deltas.id("5e5"), 1, 2)));
  }
}
