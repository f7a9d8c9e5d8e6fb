package dev.coord.evidence;

import java.util.Objects;
import java.util.Optional;

/**
 * What git says of one branch.
 *
 * @param name the branch's name as the plan writes it
 * @param ref the full ref it was found at, such as {@code refs/remotes/origin/x}; empty when the
 *     branch is gone
 * @param tip its last commit; empty when the branch is gone and its merge was not found
 * @param worktree directory of the linked or main worktree that has it checked out, relative to the
 *     repository root where it lies below
 * @param merge whether it is in its base
 * @param delta what it would merge, or what its merge brought
 * @param mergedAs the commit that the plan says it was merged as; empty when it says none, or where
 *     that cannot be told
 * @param beginning where its own work began; empty where nobody asks, where it has no commits of
 *     its own, and where that cannot be told
 * @param tagged whether a tag bears the name that the branch goes by, which git takes for the tag
 * @param earlier what its earlier merges brought, where it was merged and went on; empty for what
 *     is merged as a whole or never was
 * @param other the same branch here or at its remote, where it is another one there; that one does
 *     not count
 */
public record BranchEvidence(
    String name,
    Optional<String> ref,
    Optional<Commit> tip,
    Optional<String> worktree,
    Observation<MergeState> merge,
    Observation<BranchDelta> delta,
    Optional<MergedAs> mergedAs,
    Optional<Beginning> beginning,
    boolean tagged,
    Optional<Observation<BranchDelta>> earlier,
    Optional<BranchVersion> other) {

  /** A branch of which nothing but its merge and its changes is known. */
  public BranchEvidence(
      String name,
      Optional<String> ref,
      Optional<Commit> tip,
      Optional<String> worktree,
      Observation<MergeState> merge,
      Observation<BranchDelta> delta) {
    this(
        name,
        ref,
        tip,
        worktree,
        merge,
        delta,
        Optional.empty(),
        Optional.empty(),
        false,
        Optional.empty(),
        Optional.empty());
  }

  /** Checks that all parts are there. */
  public BranchEvidence {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(ref, "ref");
    Objects.requireNonNull(tip, "tip");
    Objects.requireNonNull(worktree, "worktree");
    Objects.requireNonNull(merge, "merge");
    Objects.requireNonNull(delta, "delta");
    Objects.requireNonNull(mergedAs, "mergedAs");
    Objects.requireNonNull(beginning, "beginning");
    Objects.requireNonNull(earlier, "earlier");
    Objects.requireNonNull(other, "other");
  }

  /** The same with another delta. */
  public BranchEvidence with(Observation<BranchDelta> other) {
    return new BranchEvidence(
        name, ref, tip, worktree, merge, other, mergedAs, beginning, tagged, earlier, this.other);
  }
}
