package dev.coord.evidence;

import java.util.Objects;
import java.util.Optional;

/**
 * A branch that something is merged into, as it counts here.
 *
 * @param name its name as the plan writes it
 * @param ref the full ref it was found at
 * @param commit full id of its last commit
 * @param tagged whether a tag bears the name that the branch goes by, which git takes for the tag
 * @param other the same branch here or at its remote, where it is another one there; that one does
 *     not count
 * @param way the directory of another worktree that has it checked out, relative to this one; empty
 *     where there is none, or where it lies far from the main worktree
 */
public record TargetBranch(
    String name,
    String ref,
    String commit,
    boolean tagged,
    Optional<BranchVersion> other,
    Optional<String> way) {

  private static final String LOCAL = "refs/heads/";
  private static final String REMOTE = "refs/remotes/";

  /** Checks that all parts are there. */
  public TargetBranch {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(ref, "ref");
    Objects.requireNonNull(commit, "commit");
    Objects.requireNonNull(other, "other");
    Objects.requireNonNull(way, "way");
  }

  /**
   * What the local branch must be brought up to before anything is merged into it: the remote's
   * name of the branch that counts, as git understands it; empty where the local one counts, and
   * where there is none yet.
   */
  public Optional<String> catchUp() {
    return other
        .filter(local -> local.ref().startsWith(LOCAL) && local.ahead() == 0)
        .filter(local -> ref.startsWith(REMOTE))
        .map(local -> tagged ? ref : ref.substring(REMOTE.length()));
  }
}
