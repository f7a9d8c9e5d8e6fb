package dev.coord.evidence;

import dev.coord.diagnostic.Location;
import dev.coord.plan.Unit;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A number that another tool has measured: {@code numerator / denominator}.
 *
 * @param denominator above zero
 * @param unit the unit that the file tells; empty where it tells none
 * @param counted what it was made of: {@code p95 of 1200 numbers}
 * @param belowZero where the least number stands of those that it was made of, if below zero
 * @param proof where it stands
 */
public record Measured(
    BigDecimal numerator,
    BigDecimal denominator,
    Optional<Unit> unit,
    String counted,
    Optional<Location> belowZero,
    List<Proof> proof) {

  /**
   * Copies the collection.
   *
   * @throws IllegalArgumentException when the denominator is not above zero
   */
  public Measured {
    Objects.requireNonNull(numerator, "numerator");
    Objects.requireNonNull(unit, "unit");
    Objects.requireNonNull(counted, "counted");
    Objects.requireNonNull(belowZero, "belowZero");
    proof = List.copyOf(proof);
    if (denominator.signum() <= 0) {
      throw new IllegalArgumentException("a number divided by " + denominator);
    }
  }
}
