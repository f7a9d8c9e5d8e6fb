package dev.coord.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Something a person has to do by hand.
 *
 * @param id explicit, or a slug of the title
 * @param title what is to be done, Markdown; never empty
 * @param who id of the person, empty when nobody was named
 * @param when the day it is due
 * @param horizon when, in the team's words ({@code this week}); may be empty
 * @param status the claim
 * @param blocks ids of gates, workstreams or waves that wait for it
 */
public record Action(
    Origin origin,
    String id,
    String title,
    Optional<String> who,
    Optional<LocalDate> when,
    String horizon,
    Task.State status,
    List<String> blocks,
    String notes) {

  /**
   * Checks the id and copies the collections.
   *
   * @throws IllegalArgumentException when the title is empty
   */
  public Action {
    Parts.require(origin, who, when, horizon, status, notes);
    Ids.require(id);
    if (title.isEmpty()) {
      throw new IllegalArgumentException("an action has a title");
    }
    blocks = List.copyOf(blocks);
  }

  /** Whether the action still has to be done. */
  public boolean open() {
    return status != Task.State.DONE && status != Task.State.DROPPED;
  }
}
