package dev.coord.evidence;

import java.util.Objects;

/**
 * The commit that the plan says a branch was merged as, held against the repository.
 *
 * @param commit what the plan says
 * @param holds whether it may be so: the commit is in the target, and nothing speaks against it
 * @param words what was seen of it, one clause
 */
public record MergedAs(String commit, boolean holds, String words) {
  /** Checks that all parts are there. */
  public MergedAs {
    Objects.requireNonNull(commit, "commit");
    Objects.requireNonNull(words, "words");
  }
}
