package dev.coord.plan;

import dev.coord.plan.Unit.Dimension;
import java.time.LocalDate;
import java.util.Optional;

/**
 * How many branches there are.
 *
 * @param naming pattern of their names; {@code *} stands for any characters; empty means any name
 * @param since first day of their last commit, in the project's zone
 * @param until last day of it, inclusive
 * @param count wanted number of them
 */
public record BranchesRule(
    Origin origin,
    Optional<String> naming,
    Optional<LocalDate> since,
    Optional<LocalDate> until,
    Comparison count)
    implements Rule {
  /**
   * Checks that all parts are there.
   *
   * @throws IllegalArgumentException when the comparison has a unit
   */
  public BranchesRule {
    Parts.require(origin, naming, since, until, count);
    RuleParts.requireUnit(Dimension.COUNT, Optional.of(count));
  }

  @Override
  public String name() {
    return "branches";
  }
}
