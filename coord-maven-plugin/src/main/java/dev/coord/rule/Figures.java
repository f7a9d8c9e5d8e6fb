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
 * its limit never reads as the limit. Where rounding would turn a value that just meets its limit
 * into one that misses it, more digits are shown.
 */
final class Figures {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final int DIGITS_OF_A_SHARE = 1;
  private static final int DIGITS_OF_A_FRACTION = 3;

  private final BigDecimal numerator;
  private final BigDecimal denominator;
  private final Comparison comparison;
  private final boolean share;
  private final BigDecimal shown;

  /** A value of {@code numerator / denominator}; the denominator is above zero. */
  Figures(BigDecimal numerator, BigDecimal denominator, Comparison comparison) {
    this.numerator = numerator;
    this.denominator = denominator;
    this.comparison = comparison;
    this.share = comparison.unit() == Unit.PERCENT;
    this.shown = rounded();
  }

  boolean met() {
    return comparison.metBy(numerator, denominator);
  }

  private BigDecimal rounded() {
    BigDecimal value = share ? numerator.multiply(HUNDRED) : numerator;
    BigDecimal divisor = denominator.multiply(comparison.unit().factor());
    BigDecimal limit = comparison.number().multiply(divisor);
    RoundingMode rounding = rounding(value.compareTo(limit) > 0);
    int least = share ? DIGITS_OF_A_SHARE : DIGITS_OF_A_FRACTION;
    int digits = Math.max(least, comparison.number().scale());
    BigDecimal result = value.divide(divisor, digits, rounding);
    while (reads(result) != met()) {
      result = value.divide(divisor, ++digits, rounding);
    }
    return share ? result : plain(result);
  }

  /** Whether a rounded value, taken at its word, meets the comparison. */
  private boolean reads(BigDecimal result) {
    return share
        ? comparison.metBy(result, HUNDRED)
        : comparison.metBy(result.multiply(comparison.unit().factor()), BigDecimal.ONE);
  }

  /** The rounding that moves a value towards the side on which it would fail. */
  private RoundingMode rounding(boolean above) {
    return switch (comparison.operator()) {
      case AT_LEAST, GREATER -> RoundingMode.FLOOR;
      case LESS, AT_MOST -> RoundingMode.CEILING;
      case EQUAL -> above ? RoundingMode.CEILING : RoundingMode.FLOOR;
      case NOT_EQUAL -> above ? RoundingMode.FLOOR : RoundingMode.CEILING;
    };
  }

  private static BigDecimal plain(BigDecimal number) {
    return number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
  }

  /** The value with its unit: {@code 54.8%}, {@code 12}, {@code 3.5 s}. */
  String measured() {
    return withUnit(shown.toPlainString());
  }

  private String withUnit(String number) {
    return comparison.unit().behind(number);
  }

  /** The value beside its limit, with the relation that holds: {@code 54.8% < 60%}. */
  String relation() {
    String limit = withUnit(comparison.number().toPlainString());
    Operator operator = met() ? comparison.operator() : negated(comparison.operator());
    return measured() + " " + operator.symbol() + " " + limit;
  }

  /** Whether less is shown than is asked for. */
  boolean isLess() {
    return switch (comparison.operator()) {
      case AT_LEAST, GREATER -> !met();
      default -> shown.compareTo(comparison.number()) < 0;
    };
  }

  /** How far the shown value is from its limit, signed: {@code -5.2 points}. */
  String margin() {
    BigDecimal difference = shown.subtract(comparison.number());
    String sign = difference.signum() > 0 ? "+" : "";
    return share
        ? sign + difference.toPlainString() + " points"
        : withUnit(sign + plain(difference).toPlainString());
  }

  /** Value and limit on one scale: 0 to 100 for shares, otherwise 0 to the larger of the two. */
  Verdict.Gauge gauge() {
    BigDecimal limit = comparison.number();
    BigDecimal full = share ? HUNDRED : shown.max(limit);
    return new Verdict.Gauge(permille(shown, full), permille(limit, full), comparison.operator());
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
