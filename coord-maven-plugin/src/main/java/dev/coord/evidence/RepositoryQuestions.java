package dev.coord.evidence;

import dev.coord.evidence.CountQuestions.FilesAnswer;
import dev.coord.path.PathPatterns;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What the plan wants to know of the repository as a whole, so that nothing else is read.
 *
 * @param periods stretches of time of which is asked what was changed in them
 * @param missing files of which is asked what commits of any time did to them, each where the
 *     checked-out commit has none that it fits
 * @param tags names of tags that are looked for
 * @param synced whether somebody asks if all branches are as they are at the remote
 * @param moved files of which is asked where they went
 * @param addresses those that the plan knows the repository by
 */
public record RepositoryQuestions(
    List<PeriodQuestion> periods,
    PathPatterns missing,
    SortedSet<String> tags,
    boolean synced,
    MovedQuestion moved,
    Set<String> addresses) {

  /** Nothing is asked. */
  public static final RepositoryQuestions NONE =
      new RepositoryQuestions(List.of(), PathPatterns.of(), Collections.emptySortedSet(), false);

  /** Questions of which none asks where a file went, and no address. */
  public RepositoryQuestions(
      List<PeriodQuestion> periods, PathPatterns missing, SortedSet<String> tags, boolean synced) {
    this(periods, missing, tags, synced, MovedQuestion.NONE, Set.of());
  }

  /** Copies the collections. */
  public RepositoryQuestions {
    periods = List.copyOf(periods);
    addresses = Set.copyOf(addresses);
    Objects.requireNonNull(missing, "missing");
    Objects.requireNonNull(moved, "moved");
    tags = Collections.unmodifiableSortedSet(new TreeSet<>(tags));
  }

  /**
   * Which files did commits of a time change, and which did later ones? Those of all branches
   * count, and of HEAD; merges are left out.
   *
   * @param since committer's times before this are left out; empty means that none is
   * @param until committer's times from this on are later; empty means that none is
   * @param paths the files that are meant
   * @param measured those of them of which is asked how long they were
   */
  public record PeriodQuestion(
      Optional<Instant> since, Optional<Instant> until, PathPatterns paths, PathPatterns measured) {
    /** Checks that all are there. */
    public PeriodQuestion {
      Objects.requireNonNull(since, "since");
      Objects.requireNonNull(until, "until");
      Objects.requireNonNull(paths, "paths");
      Objects.requireNonNull(measured, "measured");
    }

    /** A question about no lengths. */
    public PeriodQuestion(Optional<Instant> since, Optional<Instant> until, PathPatterns paths) {
      this(since, until, paths, PathPatterns.of());
    }
  }

  /**
   * That a commit changed a file; of several that did the same to it the newest is told.
   *
   * @param path the file
   * @param kind what was done to it
   * @param later whether that was after the time that was asked for
   * @param commit full id
   * @param time its committer's time
   * @param length how long the file was then, where that was asked and it was one
   */
  public record Touch(
      String path,
      FileChange.Kind kind,
      boolean later,
      String commit,
      Instant time,
      Optional<FilesAnswer> length) {
    /** Checks that all are there. */
    public Touch {
      Objects.requireNonNull(path, "path");
      Objects.requireNonNull(kind, "kind");
      Objects.requireNonNull(commit, "commit");
      Objects.requireNonNull(time, "time");
      Objects.requireNonNull(length, "length");
    }
  }

  /**
   * Where did files go that a branch does not have any more?
   *
   * @param paths the files that are meant, each pattern for itself
   * @param branch branch to look on; where there is none, the checked-out commit
   * @param since older commits, by the committer's time, are not looked at; empty means that none
   *     is too old
   */
  public record MovedQuestion(PathPatterns paths, String branch, Optional<Instant> since) {
    /** Nobody asks. */
    public static final MovedQuestion NONE =
        new MovedQuestion(PathPatterns.of(), "", Optional.empty());

    /** Checks that all are there. */
    public MovedQuestion {
      Objects.requireNonNull(paths, "paths");
      Objects.requireNonNull(branch, "branch");
      Objects.requireNonNull(since, "since");
    }
  }

  /**
   * That a file was renamed, once or several times, and is there.
   *
   * @param from its name before
   * @param to its name on the branch now
   * @param commit full id of the commit that renamed it first, on the branch's first-parent line
   */
  public record Moved(String from, String to, String commit) {
    /** Checks that all are there. */
    public Moved {
      Objects.requireNonNull(from, "from");
      Objects.requireNonNull(to, "to");
      Objects.requireNonNull(commit, "commit");
    }
  }
}
