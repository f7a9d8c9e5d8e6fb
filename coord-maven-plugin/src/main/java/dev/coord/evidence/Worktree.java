package dev.coord.evidence;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A worktree of the repository.
 *
 * @param directory where it is: relative to the main worktree where it lies in it or beside it,
 *     absolute otherwise; {@code .} for the main worktree; the name of git's entry where that does
 *     not tell
 * @param main whether it is the main worktree
 * @param current whether this build runs in it
 * @param branch the branch checked out in it; empty when HEAD is detached or cannot be read
 * @param head full id of its commit; empty when the branch has none yet, or cannot be read
 * @param locked the reason why it is locked, may be an empty text; empty when it is not
 * @param prunable whether its directory is gone and git would prune it
 * @param changes what is not committed in it
 */
public record Worktree(
    String directory,
    boolean main,
    boolean current,
    Optional<String> branch,
    Optional<String> head,
    Optional<String> locked,
    boolean prunable,
    Observation<Changes> changes) {

  /**
   * What is not committed in a worktree.
   *
   * @param changed tracked files that differ from HEAD in the index or the working tree, 0 or more;
   *     both paths of a renamed file count
   * @param untracked files that are neither tracked nor ignored, 0 or more
   * @param uncompared tracked files of which nobody can tell whether they are changed, because only
   *     a filter could that coord does not run, 0 or more
   * @param last the newest time of change of all these files; empty when none of them is there
   */
  public record Changes(int changed, int untracked, int uncompared, Optional<Instant> last) {

    /** Changes of files that can all be compared. */
    public Changes(int changed, int untracked, Optional<Instant> last) {
      this(changed, untracked, 0, last);
    }

    /**
     * Checks the range.
     *
     * @throws IllegalArgumentException when a number is negative
     */
    public Changes {
      Objects.requireNonNull(last, "last");
      if (changed < 0 || untracked < 0 || uncompared < 0) {
        throw new IllegalArgumentException("a number of files is no less than nothing");
      }
    }
  }

  /** Checks that all parts are there. */
  public Worktree {
    Objects.requireNonNull(directory, "directory");
    Objects.requireNonNull(branch, "branch");
    Objects.requireNonNull(head, "head");
    Objects.requireNonNull(locked, "locked");
    Objects.requireNonNull(changes, "changes");
  }

  /** Its directory as it may be published, see {@link #published(String)}. */
  public String published() {
    return published(directory);
  }

  /**
   * A directory as it may be published: of one that lies far from the main worktree only the last
   * name, because the rest tells about the machine.
   */
  public static String published(String directory) {
    boolean absolute = directory.startsWith("/") || directory.matches("(?s)[A-Za-z]:.*|\\\\.*");
    if (!absolute) {
      return directory;
    }
    String slashes = directory.replace('\\', '/');
    return "…/" + slashes.substring(slashes.lastIndexOf('/') + 1);
  }
}
