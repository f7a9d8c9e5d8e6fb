package dev.coord.evidence;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Whether a branch is in another, and how that is known.
 *
 * @param kind the state
 * @param merge the commit that merged it, where one did
 * @param how how it is known, one clause
 * @param strength how far it can be trusted
 * @param landing where it came into the target; empty when it did not, or was taken out again
 * @param revert the commit that took it out of the target again
 * @param gone whether it was merged and each path is as it was before, though no revert says so:
 *     nothing tells whether it was taken out or is not needed any more
 */
public record MergeState(
    Kind kind,
    Optional<Commit> merge,
    String how,
    Proof.Strength strength,
    Optional<Landing> landing,
    Optional<Commit> revert,
    boolean gone) {

  /** The states of a branch towards its target. */
  public enum Kind {
    /** No commit was ever made on it. */
    NOT_STARTED,
    /**
     * Its last commit is the target's own, and by none of its people: never begun, as far as can be
     * told.
     */
    ON_LINE,
    /**
     * Its last commit is the target's own, and by one of its people: fast-forwarded, or begun there
     * and without a commit yet. Nothing tells which.
     */
    ON_LINE_BY_PEOPLE,
    /** It has commits that the target does not have. */
    UNMERGED,
    /** Its changes are in the target. */
    MERGED,
    /** It was merged, and a revert that stands took that out of the target again. */
    REVERTED
  }

  /**
   * Where a branch came into its target: a place on the target's first-parent line, which tells the
   * order of merges whatever the clocks said.
   *
   * @param branch name of the branch whose line it is: another one than the target where that is
   *     gone and this was looked at in its place
   * @param line full id of that line's newest commit
   * @param commit full id of the commit of that line that brought it
   * @param time its committer's time
   * @param newer how many commits of the line are newer, 0 for its tip
   * @param first the same for the oldest merge that is known to have brought some of the branch, at
   *     least {@code newer}
   */
  public record Landing(
      String branch, String line, String commit, Instant time, int newer, int first) {
    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException when one is negative, or the first merge came after the last
     */
    public Landing {
      Objects.requireNonNull(branch, "branch");
      Objects.requireNonNull(line, "line");
      Objects.requireNonNull(commit, "commit");
      Objects.requireNonNull(time, "time");
      if (newer < 0 || first < newer) {
        throw new IllegalArgumentException("the first merge comes first");
      }
    }

    /** Whether this came before anything of the other did; never on different lines. */
    public boolean isBefore(Landing other) {
      return line.equals(other.line) && newer > other.first;
    }
  }

  /** A state that no revert came after. */
  public MergeState(
      Kind kind,
      Optional<Commit> merge,
      String how,
      Proof.Strength strength,
      Optional<Landing> landing) {
    this(kind, merge, how, strength, landing, Optional.empty());
  }

  /** A state of something that is there, if it was merged. */
  public MergeState(
      Kind kind,
      Optional<Commit> merge,
      String how,
      Proof.Strength strength,
      Optional<Landing> landing,
      Optional<Commit> revert) {
    this(kind, merge, how, strength, landing, revert, false);
  }

  /** A state of which nobody asks when it came about. */
  public MergeState(Kind kind, Optional<Commit> merge, String how, Proof.Strength strength) {
    this(kind, merge, how, strength, Optional.empty());
  }

  /**
   * Checks that all parts are there.
   *
   * @throws IllegalArgumentException when it is reverted by nothing, or something else by a revert;
   *     when it is gone and was not merged
   */
  public MergeState {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(merge, "merge");
    Objects.requireNonNull(how, "how");
    Objects.requireNonNull(strength, "strength");
    Objects.requireNonNull(landing, "landing");
    if ((kind == Kind.REVERTED) != revert.isPresent()) {
      throw new IllegalArgumentException("what is reverted has its revert");
    }
    if (gone && kind != Kind.MERGED) {
      throw new IllegalArgumentException("what is gone was merged");
    }
  }
}
