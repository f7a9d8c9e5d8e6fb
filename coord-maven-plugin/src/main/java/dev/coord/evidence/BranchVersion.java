package dev.coord.evidence;

import java.util.Objects;

/**
 * A branch as it is elsewhere, here or at its remote, where that is not what counts.
 *
 * @param ref the full ref it was found at
 * @param commit full id of its last commit
 * @param ahead commits that it has and what counts has not
 * @param behind commits that what counts has and it has not
 */
public record BranchVersion(String ref, String commit, int ahead, int behind) {
  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException when one is negative, or both are 0
   */
  public BranchVersion {
    Objects.requireNonNull(ref, "ref");
    Objects.requireNonNull(commit, "commit");
    if (ahead < 0 || behind < 0 || ahead + behind == 0) {
      throw new IllegalArgumentException(ahead + " ahead, " + behind + " behind");
    }
  }

  /** Whether each has commits that the other has not. */
  public boolean diverged() {
    return ahead > 0 && behind > 0;
  }
}
