package dev.coord.plan;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number with its unit, as people write it where the plan takes any text: {@code 4 days}.
 *
 * @param unit as written, may be empty; not only those that comparisons know
 */
public record Quantity(BigDecimal number, String unit) {

  /** How a quantity reads: group 1 is the number, group 2 the unit. */
  public static final Pattern PATTERN =
      Pattern.compile("(-?[0-9]{1,15}(?:\\.[0-9]{1,9})?)\\s*(%|[\\p{L}/]*)");

  /** Checks that both are there. */
  public Quantity {
    Objects.requireNonNull(number, "number");
    Objects.requireNonNull(unit, "unit");
  }

  /**
   * The quantity that a text is; empty when it is anything else.
   *
   * @param unit what it is of where the text does not say; may be empty
   */
  public static Optional<Quantity> of(String text, String unit) {
    Matcher quantity = PATTERN.matcher(text.strip());
    return quantity.matches()
        ? Optional.of(
            new Quantity(
                new BigDecimal(quantity.group(1)),
                quantity.group(2).isEmpty() ? unit : quantity.group(2)))
        : Optional.empty();
  }

  /** The difference to another one; empty when the two cannot be compared. */
  public Optional<BigDecimal> minus(Quantity other) {
    Optional<Unit> mine = Unit.ofSymbol(unit);
    Optional<Unit> its = Unit.ofSymbol(other.unit);
    if (mine.isPresent() && its.isPresent()) {
      return mine.get().dimension() == its.get().dimension()
          ? Optional.of(
              number
                  .multiply(mine.get().factor())
                  .subtract(other.number.multiply(its.get().factor())))
          : Optional.empty();
    }
    return unit.equalsIgnoreCase(other.unit) || unit.isEmpty() || other.unit.isEmpty()
        ? Optional.of(number.subtract(other.number))
        : Optional.empty();
  }
}
