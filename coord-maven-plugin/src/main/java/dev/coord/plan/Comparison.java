package dev.coord.plan;

import java.math.BigDecimal;

/**
 * What a value must be, such as {@code >= 80%}.
 *
 * @param operator how the value is compared
 * @param number the limit in {@code unit}, at most 18 digits, never negative
 * @param unit the limit's unit
 */
public record Comparison(Operator operator, BigDecimal number, Unit unit) {

  /** The six comparisons. */
  public enum Operator {
    /** {@code =}. */
    EQUAL("="),
    /** {@code !=}. */
    NOT_EQUAL("!="),
    /** {@code <}. */
    LESS("<"),
    /** {@code <=}. */
    AT_MOST("<="),
    /** {@code >}. */
    GREATER(">"),
    /** {@code >=}. */
    AT_LEAST(">=");

    private final String symbol;

    Operator(String symbol) {
      this.symbol = symbol;
    }

    /** The operator as plans write it. */
    public String symbol() {
      return symbol;
    }
  }

  private static final int MAX_DIGITS = 18;
  private static final BigDecimal MANY = BigDecimal.valueOf(1_000_000_000_000_000L);

  /**
   * Checks the limit.
   *
   * @throws IllegalArgumentException when it is negative or has more digits than allowed
   */
  public Comparison {
    Parts.require(operator, number, unit);
    if (number.signum() < 0
        || number.precision() > MAX_DIGITS
        || Math.abs(number.scale()) > MAX_DIGITS) {
      throw new IllegalArgumentException("a limit has at most " + MAX_DIGITS + " digits");
    }
  }

  /**
   * Whether a fraction meets this comparison, decided in exact arithmetic.
   *
   * <p>The value is {@code numerator / denominator} in the unit of comparison of this comparison's
   * dimension (see {@link Unit}); for {@link Unit#PERCENT} it is the share itself, so 4 of 5 is
   * {@code metBy(4, 5)} for {@code >= 80%}. Formula: {@code numerator * scale op number * factor *
   * denominator}, with a scale of 100 for percentages and 1 otherwise, so nothing is ever divided.
   *
   * @param denominator above zero
   * @throws IllegalArgumentException when the denominator is not above zero
   */
  public boolean metBy(BigDecimal numerator, BigDecimal denominator) {
    if (denominator.signum() <= 0) {
      throw new IllegalArgumentException("a share of nothing cannot be compared");
    }
    BigDecimal left =
        unit == Unit.PERCENT ? numerator.multiply(BigDecimal.valueOf(100)) : numerator;
    int order = left.compareTo(number.multiply(unit.factor()).multiply(denominator));
    return switch (operator) {
      case EQUAL -> order == 0;
      case NOT_EQUAL -> order != 0;
      case LESS -> order < 0;
      case AT_MOST -> order <= 0;
      case GREATER -> order > 0;
      case AT_LEAST -> order >= 0;
    };
  }

  /**
   * What meets this comparison of whole things, written the same way however it was: fewer than 1
   * is none, and more than 0 at least 1. Of anything else it is this comparison itself.
   */
  Comparison ofThings() {
    boolean whole = number.stripTrailingZeros().scale() <= 0 && number.compareTo(MANY) <= 0;
    if (unit != Unit.NONE || !whole) {
      return this;
    }
    return switch (operator) {
      case LESS -> number.signum() == 0 ? this : atMost(number.subtract(BigDecimal.ONE));
      case AT_MOST -> atMost(number);
      case GREATER -> with(Operator.AT_LEAST, number.add(BigDecimal.ONE));
      case NOT_EQUAL -> number.signum() == 0 ? with(Operator.AT_LEAST, BigDecimal.ONE) : this;
      case EQUAL, AT_LEAST -> this;
    };
  }

  private Comparison atMost(BigDecimal limit) {
    return with(limit.signum() == 0 ? Operator.EQUAL : Operator.AT_MOST, limit);
  }

  private Comparison with(Operator other, BigDecimal limit) {
    return new Comparison(other, limit, unit);
  }

  /** Whether a whole value, in the unit of comparison, meets this comparison. */
  public boolean metBy(long value) {
    return metBy(BigDecimal.valueOf(value), BigDecimal.ONE);
  }

  /** {@code op SPACE number unit}, as plans write it: {@code >= 80%}, {@code < 500 ms}. */
  @Override
  public String toString() {
    return operator.symbol() + " " + unit.behind(number.toPlainString());
  }
}
