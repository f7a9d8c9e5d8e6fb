package dev.coord.evidence;

import java.util.Objects;
import java.util.Optional;

/**
 * Whether a branch is in another, and how that is known.
 *
 * @param kind the state
 * @param merge the commit that merged it, where one did
 * @param how how it is known, one clause
 * @param strength how far it can be trusted
 */
public record MergeState(Kind kind, Optional<Commit> merge, String how, Proof.Strength strength) {

  /** The states of a branch towards its target. */
  public enum Kind {
    /** No commit of its own yet, as far as can be told. */
    NOT_STARTED,
    /** It has commits that the target does not have. */
    UNMERGED,
    /** Its changes are in the target. */
    MERGED
  }

  /** Checks that all parts are there. */
  public MergeState {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(merge, "merge");
    Objects.requireNonNull(how, "how");
    Objects.requireNonNull(strength, "strength");
  }
}
