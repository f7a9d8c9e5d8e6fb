package dev.coord.plan;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
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

  /** What stands where a unit does, and is a part of the number. */
  private static final Set<String> MULTIPLES =
      Set.of(
          "k",
          "m",
          "mm",
          "mn",
          "mio",
          "bn",
          "mrd",
          "tsd",
          "hundred",
          "thousand",
          "thousands",
          "million",
          "millions",
          "billion",
          "billions",
          "dozen");

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
    return unit.equalsIgnoreCase(other.unit) || isAlone(unit, other.unit)
        ? Optional.of(number.subtract(other.number))
        : Optional.empty();
  }

  /** Whether one of the two units is left out, and can be that of the other number. */
  private static boolean isAlone(String unit, String other) {
    return (unit.isEmpty() || other.isEmpty()) && !isMultiple(unit + other);
  }

  /** Whether what stands where a unit does is a part of the number, such as thousands. */
  public static boolean isMultiple(String unit) {
    return MULTIPLES.contains(unit.toLowerCase(Locale.ROOT));
  }
}
