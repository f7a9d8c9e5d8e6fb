package dev.coord.evidence;

import java.time.Instant;
import java.util.List;
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
 * @param operations what was begun in it and not finished, in the order of {@code git status}
 * @param position where a detached HEAD is, beside the branch that was asked about; empty when HEAD
 *     is on a branch, when an operation tells the branch, and when none was asked about
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
    List<Operation> operations,
    Optional<Position> position,
    Observation<Changes> changes) {

  /**
   * What git was told to do and has not done yet, mostly because somebody has to decide something.
   *
   * @param branch the branch that a rebase moves, or that a bisect began on; empty when there is
   *     none, or git's note of it is no name of a branch
   * @param commits full ids: what a rebase goes onto, what a merge brings, what is picked or
   *     reverted; empty when git notes none
   */
  public record Operation(Kind kind, Optional<String> branch, List<String> commits) {

    /** What is under way. */
    public enum Kind {
      /** {@code git rebase}. */
      REBASE("rebase"),
      /** {@code git am}. */
      AM("am"),
      /** {@code git merge}. */
      MERGE("merge"),
      /** {@code git cherry-pick}. */
      CHERRY_PICK("cherry-pick"),
      /** {@code git revert}. */
      REVERT("revert"),
      /** {@code git bisect}. */
      BISECT("bisect");

      private final String word;

      Kind(String word) {
        this.word = word;
      }

      /** The command of git. */
      public String word() {
        return word;
      }
    }

    /** Copies the collection. */
    public Operation {
      Objects.requireNonNull(kind, "kind");
      Objects.requireNonNull(branch, "branch");
      commits = List.copyOf(commits);
    }
  }

  /**
   * Where a detached HEAD is, beside a branch.
   *
   * @param branch the branch that is to be checked out there
   * @param distance how far it is from the branch's tip; known to be empty when there is no such
   *     branch
   */
  public record Position(String branch, Observation<Optional<Distance>> distance) {
    /** Checks that both are there. */
    public Position {
      Objects.requireNonNull(branch, "branch");
      Objects.requireNonNull(distance, "distance");
    }
  }

  /**
   * How far HEAD is from a tip.
   *
   * @param ahead commits that only HEAD has, 0 or more
   * @param behind commits that only the tip has, 0 or more
   */
  public record Distance(int ahead, int behind) {
    /**
     * Checks the range.
     *
     * @throws IllegalArgumentException when a number is negative
     */
    public Distance {
      if (ahead < 0 || behind < 0) {
        throw new IllegalArgumentException("a number of commits is no less than nothing");
      }
    }
  }

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
    Objects.requireNonNull(position, "position");
    Objects.requireNonNull(changes, "changes");
    operations = List.copyOf(operations);
  }

  /** One in which nothing is under way and HEAD was not asked about. */
  public Worktree(
      String directory,
      boolean main,
      boolean current,
      Optional<String> branch,
      Optional<String> head,
      Optional<String> locked,
      boolean prunable,
      Observation<Changes> changes) {
    this(
        directory,
        main,
        current,
        branch,
        head,
        locked,
        prunable,
        List.of(),
        Optional.empty(),
        changes);
  }

  /**
   * The branch that is worked on in it, which git lets nobody check out elsewhere: the one that is
   * checked out, else the one that is rebased or that a bisect began on.
   */
  public Optional<String> worksOn() {
    return branch.or(() -> operations.stream().flatMap(one -> one.branch().stream()).findFirst());
  }

  /** Whether its HEAD is a commit, and on no branch. */
  public boolean isDetached() {
    return branch.isEmpty() && head.isPresent();
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
