package dev.coord.rule;

import dev.coord.plan.Comparison;
import dev.coord.plan.Comparison.Operator;
import dev.coord.plan.Unit;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A share or number as it is compared and as it is shown.
 *
 * <p>It is compared exactly and shown rounded towards the failing side, so that a value that misses
 * its limit never reads as the limit.
 */
final class Figures {

  private final BigDecimal numerator;
  private final BigDecimal denominator;
  private final Comparison comparison;

  /** A value of {@code numerator / denominator}; the denominator is above zero. */
  Figures(BigDecimal numerator, BigDecimal denominator, Comparison comparison) {
    this.numerator = numerator;
    this.denominator = denominator;
    this.comparison = comparison;
  }

  boolean met() {
    return comparison.metBy(numerator, denominator);
  }

  /** The value in the comparison's unit, rounded. */
  BigDecimal shown() {
    boolean share = comparison.unit() == Unit.PERCENT;
    BigDecimal scaled = share ? numerator.multiply(BigDecimal.valueOf(100)) : numerator;
    BigDecimal divisor = denominator.multiply(comparison.unit().factor());
    int digits = Math.max(share ? 1 : 0, Math.max(0, comparison.number().scale()));
    boolean whole = !share && isWhole(scaled, divisor);
    return scaled.divide(divisor, whole ? 0 : Math.max(digits, share ? 1 : 3), rounding());
  }

  private static boolean isWhole(BigDecimal value, BigDecimal divisor) {
    return value.remainder(divisor).signum() == 0;
  }

  private RoundingMode rounding() {
    boolean above =
        (comparison.unit() == Unit.PERCENT
                    ? numerator.multiply(BigDecimal.valueOf(100))
                    : numerator)
                .compareTo(
                    comparison.number().multiply(comparison.unit().factor()).multiply(denominator))
            > 0;
    return switch (comparison.operator()) {
      case AT_LEAST, GREATER -> RoundingMode.FLOOR;
      case LESS, AT_MOST -> RoundingMode.CEILING;
      case EQUAL -> above ? RoundingMode.CEILING : RoundingMode.FLOOR;
      case NOT_EQUAL -> above ? RoundingMode.FLOOR : RoundingMode.CEILING;
    };
  }

  /** The value with its unit: {@code 54.8%}, {@code 12}, {@code 3.5 s}. */
  String measured() {
    return withUnit(shown().toPlainString());
  }

  private String withUnit(String number) {
    return switch (comparison.unit()) {
      case NONE -> number;
      case PERCENT -> number + "%";
      default -> number + " " + comparison.unit().symbol();
    };
  }

  /** The value beside its limit, with the relation that holds: {@code 54.8% < 60%}. */
  String relation() {
    String limit = withUnit(comparison.number().toPlainString());
    Operator operator = met() ? comparison.operator() : negated(comparison.operator());
    return measured() + " " + operator.symbol() + " " + limit;
  }

  /** How far the shown value is from its limit, signed: {@code -5.2 points}. */
  String margin() {
    BigDecimal difference = shown().subtract(comparison.number());
    String sign = difference.signum() > 0 ? "+" : "";
    String number = sign + difference.toPlainString();
    return comparison.unit() == Unit.PERCENT ? number + " points" : withUnit(number);
  }

  /** Value and limit on one scale: 0 to 100 for shares, otherwise 0 to the larger of the two. */
  Verdict.Gauge gauge() {
    BigDecimal value = shown();
    BigDecimal limit = comparison.number();
    BigDecimal full =
        comparison.unit() == Unit.PERCENT ? BigDecimal.valueOf(100) : value.max(limit);
    return new Verdict.Gauge(permille(value, full), permille(limit, full));
  }

  private static int permille(BigDecimal value, BigDecimal full) {
    if (full.signum() <= 0) {
      return 0;
    }
    int share =
        value.multiply(BigDecimal.valueOf(1000)).divide(full, 0, RoundingMode.HALF_UP).intValue();
    return Math.max(0, Math.min(1000, share));
  }

  private static Operator negated(Operator operator) {
    return switch (operator) {
      case EQUAL -> Operator.NOT_EQUAL;
      case NOT_EQUAL -> Operator.EQUAL;
      case LESS -> Operator.AT_LEAST;
      case AT_MOST -> Operator.GREATER;
      case GREATER -> Operator.AT_MOST;
      case AT_LEAST -> Operator.LESS;
    };
  }
}
