package dev.coord.evidence;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a branch was, commit after commit: its first-parent line. Where somebody pulled the branch
 * into their own copy of it, both sides belong to the line, and where it was merged into another
 * branch and then fast-forwarded to that, the line goes on where it was before.
 *
 * @param branch its name
 * @param ref the full ref it was found at; empty when there is no such branch
 * @param since commits before this time, with none of it or later below them, were not looked at
 * @param places its commits, none before its children
 * @param cut whether there are more of them than were read
 */
public record BranchLine(
    String branch, Optional<String> ref, Optional<Instant> since, List<Place> places, boolean cut) {

  /**
   * A question for a line.
   *
   * @param branch its name
   * @param since commits before this time, with none of it or later below them, do not matter
   */
  public record Question(String branch, Optional<Instant> since) {
    /** Checks that both are there. */
    public Question {
      Objects.requireNonNull(branch, "branch");
      Objects.requireNonNull(since, "since");
    }
  }

  /** How a commit came to be on the line. */
  public enum Kind {
    /** It has no parent. */
    ROOT,
    /** It has one parent. */
    COMMIT,
    /** It merged something. */
    MERGE,
    /** It merged the branch with itself. */
    PULL
  }

  /**
   * A commit of the line.
   *
   * @param commit the commit; its paths where it has one parent
   * @param merged full ids of the parents after the first
   * @param names branches that the subject says it merged; anybody can write such a subject
   * @param into the branch that the subject says it merged them into
   * @param request whether the subject ends with the number of a pull request, as hosting services
   *     write it when they squash or rebase one
   */
  public record Place(
      Commit commit,
      Kind kind,
      List<String> merged,
      List<String> names,
      Optional<String> into,
      boolean request) {
    /** Copies the collections. */
    public Place {
      Objects.requireNonNull(commit, "commit");
      Objects.requireNonNull(kind, "kind");
      Objects.requireNonNull(into, "into");
      merged = List.copyOf(merged);
      names = List.copyOf(names);
    }
  }

  /** Copies the collection. */
  public BranchLine {
    Objects.requireNonNull(branch, "branch");
    Objects.requireNonNull(ref, "ref");
    Objects.requireNonNull(since, "since");
    places = List.copyOf(places);
  }
}
