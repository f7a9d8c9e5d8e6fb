package dev.coord.plan;

import dev.coord.diagnostic.Location;

/**
 * Something the plan claims, with the rule that shows whether it is so.
 *
 * @param subject what it is about: {@code checkout}, {@code checkout/CHK-2} or a noun and an id
 *     such as {@code handoff model}
 * @param claim what the plan says, plain text
 * @param place where it says so
 * @param holds whether the plan says that the rule holds; otherwise it says that it does not
 * @param rule the rule that shows it
 */
public record Assertion(String subject, String claim, Location place, boolean holds, Rule rule) {
  /** Checks that all parts are there. */
  public Assertion {
    Parts.require(subject, claim, place, rule);
  }
}
