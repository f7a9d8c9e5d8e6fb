package dev.coord.evidence.git;

import java.util.Objects;

/**
 * A branch of the repository or of a remote.
 *
 * @param name its name as people say it, without the remote's
 * @param ref its full name
 * @param commit full id of its last commit
 */
public record KnownBranch(String name, String ref, String commit) {
  /** Checks that all parts are there. */
  public KnownBranch {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(ref, "ref");
    Objects.requireNonNull(commit, "commit");
  }
}
