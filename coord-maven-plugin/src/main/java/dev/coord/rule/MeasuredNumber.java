package dev.coord.rule;

import dev.coord.evidence.Measured;
import dev.coord.evidence.Observation;
import dev.coord.plan.MetricRule;
import dev.coord.plan.Unit;
import java.math.BigDecimal;
import java.util.Optional;

/** Turns what was measured into the unit in which a rule's comparison is reckoned. */
final class MeasuredNumber {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private MeasuredNumber() {}

  /**
   * The number to be compared: a fraction for a share, and else in the dimension's own unit.
   *
   * @return unknown when the unit is not told, told in two ways, or of another kind, and when what
   *     cannot be below zero is
   */
  static Observation<Measured> of(MetricRule rule, Measured measured) {
    Optional<Unit> told = measured.unit();
    if (told.equals(Optional.of(Unit.NONE))
        && rule.value().unit().dimension() == Unit.Dimension.RATE) {
      return Observation.unknown(
          rule.source().read()
              + " is a plain number there, which cannot be compared with "
              + rule.value(),
          "Read how often it was in a second, with statistic: rate where the tool tells it "
              + place(rule)
              + ".");
    }
    if (rule.unit().isPresent() && told.isPresent() && !told.equals(rule.unit())) {
      return Observation.unknown(
          rule.source().read()
              + " is "
              + word(told.get())
              + " there, and the plan says that it is "
              + word(rule.unit().get()),
          "Take \"unit\" out of the rule " + place(rule) + ", or correct it.");
    }
    Unit unit = rule.unit().or(() -> told).orElse(Unit.NONE);
    if (!MetricRule.fits(unit, rule.value())) {
      return told.or(rule::unit).isEmpty()
          ? Observation.unknown(
              rule.source().read() + " is written there without a unit",
              "Say under \"unit\" in which it is " + place(rule) + ".")
          : Observation.unknown(
              rule.source().read()
                  + " is "
                  + word(unit)
                  + ", which cannot be compared with "
                  + rule.value(),
              "Write the comparison in a unit of that kind " + place(rule) + ".");
    }
    if (unit.dimension().isNeverBelowZero() && measured.belowZero().isPresent()) {
      return Observation.unknown(
          measured.belowZero().get().fileAndLine()
              + ": "
              + rule.source().read()
              + " is below zero, as where nothing was measured",
          "Measure it again; a difference, which may be below zero, is read as \"unit: count\" "
              + place(rule)
              + ".");
    }
    boolean share = unit == Unit.PERCENT;
    return Observation.known(
        new Measured(
            share ? measured.numerator() : measured.numerator().multiply(unit.factor()),
            share ? measured.denominator().multiply(HUNDRED) : measured.denominator(),
            Optional.of(unit),
            measured.counted(),
            measured.belowZero(),
            measured.proof()));
  }

  private static String word(Unit unit) {
    return unit == Unit.NONE ? "a plain number" : "in " + unit.symbol();
  }

  private static String place(MetricRule rule) {
    return "(" + rule.origin().self().withCommit() + ")";
  }
}
