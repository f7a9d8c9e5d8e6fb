package dev.coord.assess;

import dev.coord.assess.WorkstreamState.Status;
import dev.coord.evidence.BranchEvidence;
import dev.coord.evidence.GitEvidence;
import dev.coord.evidence.MergeState;
import dev.coord.evidence.Observation;
import dev.coord.plan.Plan;
import dev.coord.plan.StatusWord;
import dev.coord.plan.Workstream;
import java.util.List;
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
      if (gone && !lost && claims(Optional.of(workstream), question.plan(), StatusWord.TODO)) {
        String how = "the plan has it to do, and git shows neither its branch nor a merge of it";
        return new Standing(Status.NOT_STARTED, how, seen, false, false);
      }
      return new Standing(Status.UNKNOWN, unknown.reason(), seen, !gone || !whole, lost);
    }
    MergeState state = merge.optional().orElseThrow();
    Status status = status(state, Optional.of(workstream), question.plan());
    boolean may = status == Status.MERGED || status == Status.UNKNOWN;
    return new Standing(status, how(state, status), seen, may, false);
  }

  /**
   * Where a branch stands. A fast-forwarded branch can look like one that was never begun: then the
   * plan's word makes nothing merged, but what claims to be through is not called not started.
   *
   * @param workstream whose branch it is; empty when it is nobody's
   */
  static Status status(MergeState state, Optional<Workstream> workstream, Plan plan) {
    return switch (state.kind()) {
      case NOT_STARTED -> Status.NOT_STARTED;
      case ON_LINE ->
          isUnclear(workstream, plan) || claims(workstream, plan, StatusWord.MERGED)
              ? Status.UNKNOWN
              : Status.NOT_STARTED;
      case ON_LINE_BY_PEOPLE ->
          workstream.isEmpty()
                  || isUnclear(workstream, plan)
                  || TaskCounts.count(workstream.get().tasks()).done() > 0
                  || claims(
                      workstream, plan, StatusWord.ACTIVE, StatusWord.READY, StatusWord.MERGED)
              ? Status.UNKNOWN
              : Status.NOT_STARTED;
      case UNMERGED -> Status.ACTIVE;
      case MERGED -> Status.MERGED;
      case REVERTED -> Status.REVERTED;
    };
  }

  /** How that is known, one clause. */
  static String how(MergeState state, Status status) {
    return switch (state.kind()) {
      case ON_LINE, ON_LINE_BY_PEOPLE ->
          status == Status.UNKNOWN
              ? "fast-forwarded or never begun, which cannot be told: " + state.how()
              : "it has no commit of its own";
      case NOT_STARTED, UNMERGED, MERGED, REVERTED -> state.how();
    };
  }

  /** What to do where a fast-forwarded branch cannot be told from one that was never begun. */
  static String remedy(String branch) {
    return "Give the plan merged_as: with the commit that it was merged as, say status: todo where"
        + " nothing of it was begun, or merge "
        + branch
        + " with --no-ff.";
  }

  /** Whether the plan may say that it is through: what is not understood rules nothing out. */
  private static boolean isUnclear(Optional<Workstream> workstream, Plan plan) {
    return workstream
        .filter(one -> StatusWord.isUnclear(one.status(), plan.project().vocabulary()))
        .isPresent();
  }

  private static boolean claims(Optional<Workstream> workstream, Plan plan, StatusWord... words) {
    return workstream
        .flatMap(one -> StatusWord.of(one.status(), plan.project().vocabulary()))
        .filter(List.of(words)::contains)
        .isPresent();
  }

  /** Whether its branch may have been fast-forwarded, so that nobody knows what that brought. */
  boolean isUndecided() {
    return isUndecided(status, branch);
  }

  /**
   * Why it cannot be told what a workstream changed whose branch may have been fast-forwarded;
   * empty where that can be told, and for one that has changes all the same.
   */
  static <T> Optional<Observation<T>> undecided(WorkstreamState state) {
    boolean empty =
        state
            .branch()
            .flatMap(seen -> seen.delta().optional())
            .filter(delta -> !delta.changes().isEmpty())
            .isEmpty();
    return empty && isUndecided(state.observed(), state.branch())
        ? state.branch().map(seen -> undecided(seen.name(), state.how()))
        : Optional.empty();
  }

  /** The same of a branch, with what is known of it, a clause. */
  static <T> Observation<T> undecided(String branch, String how) {
    return Observation.unknown(
        "whether " + branch + " brought anything cannot be told (" + how + ")", remedy(branch));
  }

  /** Whether a workstream's branch may have been fast-forwarded, by its merge. */
  static boolean isUndecided(MergeState merge, Workstream workstream, Plan plan) {
    return isOnLine(merge) && status(merge, Optional.of(workstream), plan) == Status.UNKNOWN;
  }

  private static boolean isUndecided(Status status, Optional<BranchEvidence> branch) {
    return status == Status.UNKNOWN
        && branch.flatMap(seen -> seen.merge().optional()).filter(Standing::isOnLine).isPresent();
  }

  private static boolean isOnLine(MergeState merge) {
    return merge.kind() == MergeState.Kind.ON_LINE
        || merge.kind() == MergeState.Kind.ON_LINE_BY_PEOPLE;
  }

  /** Whether its branch is nowhere to be seen, and git and the plan agree that it was not begun. */
  boolean isUnbegun() {
    return !lost
        && branch.filter(seen -> seen.ref().isEmpty() && !seen.merge().isKnown()).isPresent();
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
    if (BranchQuestions.base(question.rulebook(), workstream).isPresent()) {
      return git.merges()
          .getOrDefault(RuleQuestions.intoIntegration(question.rulebook(), branch), unasked);
    }
    return Optional.ofNullable(git.branches().get(branch))
        .map(BranchEvidence::merge)
        .orElse(unasked);
  }
}
