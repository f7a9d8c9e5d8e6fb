package dev.coord.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a session or a period came to.
 *
 * @param id the id the plan uses
 * @param title the name shown; the id when none was written
 * @param from first day
 * @param to last day
 * @param time times of the day in the team's words, may be empty
 * @param minutes time worked, at least 1
 * @param by ids of the people who worked
 * @param objective Markdown, may be empty
 * @param outcome Markdown, may be empty
 * @param impact Markdown, may be empty
 * @param achievements in the order written
 * @param files what was made or changed
 * @param lessons what was learned
 * @param next what is to be done, by horizon
 */
public record Report(
    Origin origin,
    String id,
    String title,
    Optional<LocalDate> from,
    Optional<LocalDate> to,
    String time,
    OptionalInt minutes,
    List<String> by,
    String objective,
    String outcome,
    String impact,
    List<Achievement> achievements,
    List<FileEntry> files,
    Lessons lessons,
    List<Next> next,
    String notes) {

  /**
   * Something that was achieved.
   *
   * @param title Markdown, never empty
   * @param points Markdown, one each
   */
  public record Achievement(Origin origin, String title, List<String> points) {
    /**
     * Copies the collection.
     *
     * @throws IllegalArgumentException when the title is empty
     */
    public Achievement {
      Parts.require(origin);
      points = List.copyOf(points);
      if (title.isEmpty()) {
        throw new IllegalArgumentException("an achievement has a title");
      }
    }
  }

  /**
   * What was learned.
   *
   * @param worked what went well, Markdown, one each
   * @param improve what to do otherwise, Markdown, one each
   * @param patterns what to do again, Markdown, one each
   */
  public record Lessons(
      Origin origin, List<String> worked, List<String> improve, List<String> patterns) {
    /** Copies the collections. */
    public Lessons {
      Parts.require(origin);
      worked = List.copyOf(worked);
      improve = List.copyOf(improve);
      patterns = List.copyOf(patterns);
    }
  }

  /**
   * What is to be done next.
   *
   * @param horizon by when, in the team's words, never empty
   */
  public record Next(Origin origin, String horizon, List<Task> tasks) {
    /**
     * Copies the collection.
     *
     * @throws IllegalArgumentException when there is no horizon
     */
    public Next {
      Parts.require(origin);
      tasks = List.copyOf(tasks);
      if (horizon.isEmpty()) {
        throw new IllegalArgumentException("what is next has a horizon");
      }
    }
  }

  /**
   * Checks the id and copies the collections.
   *
   * @throws IllegalArgumentException when the id is none or no time was worked
   */
  public Report {
    Parts.require(origin, title, from, to, time, minutes, objective, outcome, impact, lessons);
    Parts.require(notes);
    Ids.require(id);
    if (minutes.orElse(1) < 1) {
      throw new IllegalArgumentException("a session takes a minute at least");
    }
    by = List.copyOf(by);
    achievements = List.copyOf(achievements);
    files = List.copyOf(files);
    next = List.copyOf(next);
  }

  /** The last day that it tells of. */
  public Optional<LocalDate> day() {
    return to.or(this::from);
  }
}
