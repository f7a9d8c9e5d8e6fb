package dev.coord.assess;

import dev.coord.assess.WorkstreamState.Status;
import dev.coord.evidence.BranchEvidence;
import dev.coord.evidence.GitEvidence;
import dev.coord.evidence.MergeState;
import dev.coord.evidence.Observation;
import dev.coord.plan.Plan;
import dev.coord.plan.StatusWord;
import dev.coord.plan.Workstream;
import java.util.Objects;
import java.util.Optional;

/**
 * Where a workstream stands.
 *
 * @param how how that is known, one clause
 * @param branch what git says of its branch
 * @param mayBeMerged whether it is merged, or git cannot tell that it is not; a branch that is
 *     nowhere to be seen and that no merge of a whole history names counts as not begun
 * @param lost whether its branch is nowhere to be seen, and neither a whole history nor the plan's
 *     claims rule out that it was merged without a trace: squashed, fast-forwarded, or by a merge
 *     that does not name it
 */
record Standing(
    Status status, String how, Optional<BranchEvidence> branch, boolean mayBeMerged, boolean lost) {

  Standing {
    Objects.requireNonNull(status, "status");
    Objects.requireNonNull(how, "how");
    Objects.requireNonNull(branch, "branch");
  }

  /** Where a workstream stands that is done on a branch. */
  static Standing of(Workstream workstream, Optional<String> branch, Case question) {
    if (branch.isEmpty()) {
      return new Standing(
          Status.UNKNOWN, "the plan names no branch", Optional.empty(), false, false);
    }
    if (question.evidence().git() instanceof Observation.Unknown<GitEvidence> unknown) {
      return new Standing(Status.UNKNOWN, unknown.reason(), Optional.empty(), true, false);
    }
    GitEvidence git = question.evidence().git().optional().orElseThrow();
    Optional<BranchEvidence> seen = Optional.ofNullable(git.branches().get(branch.get()));
    boolean gone = seen.filter(b -> b.ref().isEmpty()).isPresent();
    Observation<MergeState> merge = merge(workstream, branch.get(), question, git);
    if (merge instanceof Observation.Unknown<MergeState> unknown) {
      boolean whole = git.history().isKnown();
      boolean lost = gone && !(whole && claimsNothing(workstream, question.plan()));
      return new Standing(Status.UNKNOWN, unknown.reason(), seen, !gone || !whole, lost);
    }
    MergeState state = merge.optional().orElseThrow();
    Status status =
        switch (state.kind()) {
          case NOT_STARTED -> Status.NOT_STARTED;
          case UNMERGED -> Status.ACTIVE;
          case MERGED -> Status.MERGED;
        };
    return new Standing(status, state.how(), seen, status == Status.MERGED, false);
  }

  /** Whether the plan says that there is nothing that could have been merged. */
  static boolean claimsNothing(Workstream workstream, Plan plan) {
    return StatusWord.of(workstream.status(), plan.project().vocabulary())
            .filter(word -> word == StatusWord.TODO || word == StatusWord.DROPPED)
            .isPresent()
        && TaskCounts.count(workstream.tasks()).done() == 0;
  }

  /** What counts is the integration branch, not the base that a branch is compared with. */
  private static Observation<MergeState> merge(
      Workstream workstream, String branch, Case question, GitEvidence git) {
    Observation<MergeState> unasked =
        Observation.unknown("git was not asked for " + branch, "Run the build again.");
    if (Questions.base(question.rulebook(), workstream).isPresent()) {
      return git.merges()
          .getOrDefault(Questions.intoIntegration(question.rulebook(), branch), unasked);
    }
    return Optional.ofNullable(git.branches().get(branch))
        .map(BranchEvidence::merge)
        .orElse(unasked);
  }
}
