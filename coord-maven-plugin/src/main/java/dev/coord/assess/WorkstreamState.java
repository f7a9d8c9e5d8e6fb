package dev.coord.assess;

import dev.coord.evidence.BranchEvidence;
import dev.coord.evidence.Commit;
import dev.coord.evidence.MergeState;
import dev.coord.evidence.Observation;
import dev.coord.plan.Workstream;
import dev.coord.rule.OwnershipReport;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A workstream as claimed and as observed.
 *
 * @param workstream the plan's workstream, with the claims made at its branch's tip
 * @param observed what was observed
 * @param how how that is known, one clause
 * @param branch what git says of its branch; empty when it names none or git cannot be read
 * @param ownership its changes held against the boundaries
 * @param done tasks claimed done
 * @param tasks tasks that were not dropped
 * @param waitsFor ids of workstreams it depends on that are not known to be merged
 * @param unblocks ids of workstreams that depend on it
 * @param gates rows of the gates that are about it
 * @param judged whether this build judges it
 */
public record WorkstreamState(
    Workstream workstream,
    Status observed,
    String how,
    Optional<BranchEvidence> branch,
    Observation<OwnershipReport> ownership,
    int done,
    int tasks,
    List<String> waitsFor,
    List<String> unblocks,
    List<GateResult> gates,
    boolean judged) {

  /** What was observed of a workstream. */
  public enum Status {
    /** No commit of its own; or no branch at all, where the plan says that nothing was begun. */
    NOT_STARTED("not started"),
    /** Commits that are not merged. */
    ACTIVE("active"),
    /** Commits that are not merged, and none for longer than a branch may be left alone. */
    STALE("stale"),
    /** Commits that are not merged, and nothing that speaks against merging them. */
    READY("ready"),
    /** In the integration branch. */
    MERGED("merged"),
    /** In the integration branch, and before something that the plan puts before it. */
    MERGED_OUT_OF_ORDER("merged out of order"),
    /** It was in the integration branch, and was taken out of it again. */
    REVERTED("reverted"),
    /** Given up by the plan's word, its branch gone or long left alone. */
    ABANDONED("abandoned"),
    /** It cannot be told. */
    UNKNOWN("unknown");

    private final String words;

    Status(String words) {
      this.words = words;
    }

    /** The status in words. */
    public String words() {
      return words;
    }

    /** Whether it is in the integration branch, in whatever order it came there. */
    public boolean isMerged() {
      return this == MERGED || this == MERGED_OUT_OF_ORDER;
    }

    /** Whether nothing more is to come of it: it is merged, or was given up. */
    public boolean isOver() {
      return isMerged() || this == ABANDONED;
    }

    /** Whether it has commits that are not merged, and was not given up. */
    public boolean isUnderWay() {
      return this == ACTIVE || this == STALE || this == READY;
    }
  }

  /** Copies the collections. */
  public WorkstreamState {
    Objects.requireNonNull(workstream, "workstream");
    Objects.requireNonNull(observed, "observed");
    Objects.requireNonNull(how, "how");
    Objects.requireNonNull(branch, "branch");
    Objects.requireNonNull(ownership, "ownership");
    waitsFor = List.copyOf(waitsFor);
    unblocks = List.copyOf(unblocks);
    gates = List.copyOf(gates);
  }

  /** The workstream's id. */
  public String id() {
    return workstream.id();
  }

  /** The same with another status. */
  WorkstreamState as(Status status, String because) {
    return new WorkstreamState(
        workstream,
        status,
        because,
        branch,
        ownership,
        done,
        tasks,
        waitsFor,
        unblocks,
        gates,
        judged);
  }

  /** The same with the rows of gates. */
  WorkstreamState with(List<GateResult> rows) {
    return new WorkstreamState(
        workstream,
        observed,
        how,
        branch,
        ownership,
        done,
        tasks,
        waitsFor,
        unblocks,
        rows,
        judged);
  }

  /**
   * Whether it counts as not started by the plan's word, since its branch is nowhere to be seen:
   * enough to expect nothing of it, and no evidence for any claim.
   */
  public boolean isNotStartedByWord() {
    return observed == Status.NOT_STARTED
        && branch.filter(known -> known.merge().isKnown()).isEmpty();
  }

  /** What claims about it are held against: a word of the plan proves none. */
  Status proved() {
    return isNotStartedByWord() ? Status.UNKNOWN : observed;
  }

  /** The commit that took it out of what it was merged into; empty when none did. */
  public Optional<Commit> revert() {
    return branch.flatMap(known -> known.merge().optional()).flatMap(MergeState::revert);
  }

  /** Where it came into what it is merged into; empty while it is not, or that cannot be told. */
  public Optional<MergeState.Landing> landing() {
    return branch
        .flatMap(known -> known.merge().optional())
        .filter(merge -> merge.kind() == MergeState.Kind.MERGED)
        .flatMap(MergeState::landing);
  }
}
