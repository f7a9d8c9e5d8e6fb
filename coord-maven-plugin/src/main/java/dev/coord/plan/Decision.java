package dev.coord.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Something the team settled.
 *
 * @param id the id the plan uses
 * @param title the name shown; the id when none was written
 * @param status where it stands
 * @param date the day it was made
 * @param by ids of the people who made it
 * @param points what was settled, Markdown, one each
 * @param supersedes ids of the decisions it takes the place of
 */
public record Decision(
    Origin origin,
    String id,
    String title,
    Status status,
    Optional<LocalDate> date,
    List<String> by,
    List<String> points,
    List<String> supersedes,
    String notes) {

  /** Where a decision stands. */
  public enum Status {
    /** It is not made yet. */
    PROPOSED,
    /** It holds. */
    ACCEPTED,
    /** It was not made. */
    REJECTED,
    /** Another one took its place. */
    SUPERSEDED;

    /** The word that plans use. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Checks the id and copies the collections. */
  public Decision {
    Parts.require(origin, title, status, date, notes);
    Ids.require(id);
    by = List.copyOf(by);
    points = List.copyOf(points);
    supersedes = List.copyOf(supersedes);
  }
}
