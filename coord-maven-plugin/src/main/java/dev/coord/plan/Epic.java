package dev.coord.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A phase of the project, or an epic: a body of work that is counted in issues or tasks.
 *
 * @param id the id the plan uses
 * @param title the name shown; the id when none was written
 * @param kind whether the team calls it a phase or an epic
 * @param owner id of the person who answers for it
 * @param status the claim, may be empty
 * @param start first day of its week 1
 * @param weeks planned length in weeks, at least 1
 * @param workstreams ids of the workstreams that do it; their tasks are its tasks
 * @param issues in the order written
 * @param progress what the plan says of its progress, each time it does
 * @param outputs what came out of it, Markdown, one each
 */
public record Epic(
    Origin origin,
    String id,
    String title,
    Kind kind,
    Optional<String> owner,
    String status,
    Optional<LocalDate> start,
    OptionalInt weeks,
    List<String> workstreams,
    List<Issue> issues,
    List<Progress> progress,
    List<String> outputs,
    String notes) {

  /** What the team calls it. */
  public enum Kind {
    /** A part of the project's time. */
    PHASE,
    /** A part of the project's work. */
    EPIC;

    /** The kind as plans write it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * An issue of the forge's tracker.
   *
   * @param number its number, at least 1; empty while it is to be created
   * @param title Markdown, never empty
   * @param state the claim
   * @param pullRequest number of the pull request that brings it
   * @param workstream id of the workstream that does it
   */
  public record Issue(
      Origin origin,
      OptionalInt number,
      String title,
      State state,
      OptionalInt pullRequest,
      Optional<String> workstream,
      String notes) {

    /** What is claimed of an issue. */
    public enum State {
      /** It is still to be created. */
      PLANNED,
      /** It is open. */
      OPEN,
      /** It is done. */
      CLOSED,
      /** It was given up; not counted. */
      DROPPED;

      /** The state as plans write it. */
      public String word() {
        return name().toLowerCase(Locale.ROOT);
      }
    }

    /**
     * Checks title and numbers.
     *
     * @throws IllegalArgumentException when the title is empty or a number is below 1
     */
    public Issue {
      Parts.require(origin, number, state, pullRequest, workstream, notes);
      if (title.isEmpty() || number.orElse(1) < 1 || pullRequest.orElse(1) < 1) {
        throw new IllegalArgumentException("an issue has a title, and is numbered from 1");
      }
    }
  }

  /**
   * What the plan says of progress in one place.
   *
   * @param percent 0 to 100; at least this or the next two are given
   * @param done issues, tasks or weeks that are said to be done
   * @param total what they are counted out of; given exactly when {@code done} is
   * @param weeks the weeks of the epic that it is said of; empty means all of it
   * @param where where a document says so, plain text, may be empty
   */
  public record Progress(
      Origin origin,
      OptionalInt percent,
      OptionalInt done,
      OptionalInt total,
      Optional<Stretch> weeks,
      String where) {
    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException when nothing is said, or a figure is out of range
     */
    public Progress {
      Parts.require(origin, percent, done, total, weeks, where);
      if (done.isPresent() != total.isPresent() || percent.isEmpty() && done.isEmpty()) {
        throw new IllegalArgumentException("progress is a percentage, or so many of so many");
      }
      if (percent.orElse(0) < 0
          || percent.orElse(0) > 100
          || done.orElse(0) < 0
          || total.orElse(1) < 1
          || done.orElse(0) > total.orElse(Integer.MAX_VALUE)) {
        throw new IllegalArgumentException("progress is 0 to 100 %");
      }
    }

    /** {@code 92%}, {@code 4/5} or {@code 4/5 (80%)}. */
    @Override
    public String toString() {
      String count = done.isPresent() ? done.getAsInt() + "/" + total.getAsInt() : "";
      String share = percent.isPresent() ? percent.getAsInt() + "%" : "";
      return count.isEmpty() ? share : share.isEmpty() ? count : count + " (" + share + ")";
    }
  }

  /**
   * Checks the id and copies the collections.
   *
   * @throws IllegalArgumentException when the id is none or it has no week
   */
  public Epic {
    Parts.require(origin, title, kind, owner, status, start, weeks, notes);
    Ids.require(id);
    if (weeks.orElse(1) < 1) {
      throw new IllegalArgumentException("an epic takes a week at least");
    }
    workstreams = List.copyOf(workstreams);
    issues = List.copyOf(issues);
    progress = List.copyOf(progress);
    outputs = List.copyOf(outputs);
  }
}
