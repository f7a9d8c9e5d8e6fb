package dev.coord.plan;

import dev.coord.plan.Unit.Dimension;
import java.util.Optional;

/**
 * A number that another tool has measured.
 *
 * @param source where it stands
 * @param unit in which unit it is written there, where the file does not tell
 * @param value what it must be
 */
public record MetricRule(Origin origin, MetricSource source, Optional<Unit> unit, Comparison value)
    implements Rule {

  /**
   * Checks the units.
   *
   * @throws IllegalArgumentException when they measure different things
   */
  public MetricRule {
    Parts.require(origin, source, unit, value);
    if (unit.isPresent() && !fits(unit.get(), value)) {
      throw new IllegalArgumentException(value + " does not compare " + unit.get().symbol());
    }
  }

  /** Whether a number in a unit can be compared: a plain number also says how many times. */
  public static boolean fits(Unit unit, Comparison comparison) {
    Dimension wanted = comparison.unit().dimension();
    return unit.dimension() == wanted || (unit == Unit.NONE && wanted == Dimension.FACTOR);
  }

  @Override
  public String name() {
    return "metric";
  }
}
