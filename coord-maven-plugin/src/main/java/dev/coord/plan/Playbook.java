package dev.coord.plan;

import java.util.List;

/**
 * What to do when something happens.
 *
 * @param id the id the plan uses
 * @param title the name shown; the id when none was written
 * @param when what happens, Markdown, may be empty
 * @param steps in order
 */
public record Playbook(
    Origin origin, String id, String title, String when, List<Step> steps, String notes) {
  /** Checks the id and copies the collection. */
  public Playbook {
    Parts.require(origin, title, when, notes);
    Ids.require(id);
    steps = List.copyOf(steps);
  }
}
