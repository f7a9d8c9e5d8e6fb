package dev.coord.evidence;

import dev.coord.path.PathPatterns;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Branches and files that the plan wants git to count, so that nothing else is counted.
 *
 * @param branches branches to count
 * @param files files to count and to measure
 */
public record CountQuestions(List<BranchesQuestion> branches, List<FilesQuestion> files) {

  /** Nothing to count. */
  public static final CountQuestions NONE = new CountQuestions(List.of(), List.of());

  /** Copies the collections. */
  public CountQuestions {
    branches = List.copyOf(branches);
    files = List.copyOf(files);
  }

  /**
   * How many branches are there?
   *
   * @param naming pattern of their names, with {@code *} for any characters; empty means any name
   * @param since those whose last commit has a committer's time before this are left out
   * @param until those whose last commit has a committer's time from this on are left out
   */
  public record BranchesQuestion(
      Optional<String> naming, Optional<Instant> since, Optional<Instant> until) {
    /** Checks that all are there. */
    public BranchesQuestion {
      Objects.requireNonNull(naming, "naming");
      Objects.requireNonNull(since, "since");
      Objects.requireNonNull(until, "until");
    }
  }

  /**
   * Branches that were asked for.
   *
   * @param count how many different names; a branch that is here and in a remote counts once
   * @param first some of them, by name
   */
  public record BranchesAnswer(long count, List<NamedCommit> first) {
    /** Copies the collection. */
    public BranchesAnswer {
      first = List.copyOf(first);
    }
  }

  /**
   * A branch and its last commit.
   *
   * @param name without {@code refs/heads/} or the remote's name
   * @param commit full id
   */
  public record NamedCommit(String name, String commit) {
    /** Checks that both are there. */
    public NamedCommit {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(commit, "commit");
    }
  }

  /**
   * How many tracked files are there, how long are they, and how old?
   *
   * @param paths patterns of which one covers each; empty means all files
   * @param branch branch to look on; empty means HEAD
   * @param lengths whether lines, bytes and characters are asked for, too
   * @param age whether the last commit that changed one of them is asked for
   * @param merged whether the commit that brought the branch to what it is merged into is looked
   *     at, in place of the branch
   */
  public record FilesQuestion(
      Optional<PathPatterns> paths,
      Optional<String> branch,
      boolean lengths,
      boolean age,
      boolean merged) {
    /**
     * Checks that both are there.
     *
     * @throws IllegalArgumentException when no branch is said to be merged
     */
    public FilesQuestion {
      Objects.requireNonNull(paths, "paths");
      Objects.requireNonNull(branch, "branch");
      if (merged && branch.isEmpty()) {
        throw new IllegalArgumentException("a branch is merged");
      }
    }

    /** A question about HEAD or a branch as they are. */
    public FilesQuestion(Optional<PathPatterns> paths, Optional<String> branch, boolean lengths) {
      this(paths, branch, lengths, false, false);
    }
  }

  /**
   * Files that were asked for.
   *
   * @param count how many, submodules and symbolic links among them
   * @param first some of them, by path
   * @param lines their lines, all together; a last one without its end counts; unknown when none of
   *     them is a text, or nobody asked
   * @param bytes their bytes
   * @param characters their characters (Unicode code points); unknown when one of the texts is not
   *     in UTF-8
   * @param changed the last commit, along first parents, that added, changed or deleted one of
   *     them, without its paths; unknown when nobody asked
   * @param commit full id of the commit looked at
   */
  public record FilesAnswer(
      long count,
      List<String> first,
      Observation<Long> lines,
      Observation<Long> bytes,
      Observation<Long> characters,
      Observation<Commit> changed,
      String commit) {
    /** Files of which nobody asked how old they are. */
    public FilesAnswer(
        long count,
        List<String> first,
        Observation<Long> lines,
        Observation<Long> bytes,
        Observation<Long> characters,
        String commit) {
      this(
          count,
          first,
          lines,
          bytes,
          characters,
          Observation.unknown("nobody asked git how old they are", "Run the build again."),
          commit);
    }

    /** Copies the collection. */
    public FilesAnswer {
      first = List.copyOf(first);
      Objects.requireNonNull(lines, "lines");
      Objects.requireNonNull(bytes, "bytes");
      Objects.requireNonNull(characters, "characters");
      Objects.requireNonNull(changed, "changed");
      Objects.requireNonNull(commit, "commit");
    }

    /** The same, with the last commit that changed one of them. */
    public FilesAnswer changed(Observation<Commit> last) {
      return new FilesAnswer(count, first, lines, bytes, characters, last, commit);
    }
  }
}
