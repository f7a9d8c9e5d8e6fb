package dev.coord.plan;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A sentence that somebody wrote down as a fact.
 *
 * @param id explicit, or a slug of the sentence
 * @param says the sentence, Markdown; never empty
 * @param where where a document says so, plain text, may be empty
 * @param by id of the person who says so
 * @param on the day it was said
 * @param holdsWhen the rule that shows whether it is so; without one it is the plan's word alone
 */
public record Claim(
    Origin origin,
    String id,
    String says,
    String where,
    Optional<String> by,
    Optional<LocalDate> on,
    Optional<Rule> holdsWhen) {
  /**
   * Checks id and sentence.
   *
   * @throws IllegalArgumentException when the id is none or nothing is said
   */
  public Claim {
    Parts.require(origin, where, by, on, holdsWhen);
    Ids.require(id);
    if (says.isEmpty()) {
      throw new IllegalArgumentException("a claim says something");
    }
  }
}
