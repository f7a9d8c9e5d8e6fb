package dev.coord.consistency;

import dev.coord.plan.Comparison.Operator;
import dev.coord.plan.Quantity;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;

/** Numbers with units that the plan takes as texts: which of them are not the same. */
final class Amounts {

  /**
   * What a text says.
   *
   * @param operator before the number, as comparisons write it; empty where there is none
   */
  private record Amount(String operator, Optional<Quantity> quantity, String text) {}

  /** What stands between the two numbers of a stretch. */
  private static final Pattern BETWEEN = Pattern.compile("(?<=[0-9])(?: ?\\p{Pd} ?| to )(?=[0-9])");

  private Amounts() {}

  /**
   * Whether two texts say two things of one number. A number and a word may mean the same, and so
   * may numbers of units that cannot be converted: nothing is guessed.
   *
   * @param unit what the first one is of where it does not say; may be empty
   * @param otherUnit the same of the other one
   */
  static boolean differ(String one, String unit, String other, String otherUnit) {
    Amount first = amount(one, unit);
    Amount again = amount(other, otherUnit);
    if (first.text().isEmpty() || again.text().isEmpty()) {
      return false;
    }
    if (first.quantity().isEmpty() && again.quantity().isEmpty()) {
      return !first.text().equals(again.text());
    }
    boolean compared =
        !first.operator().isEmpty()
            && !again.operator().isEmpty()
            && !first.operator().equals(again.operator());
    return first
        .quantity()
        .flatMap(a -> again.quantity().flatMap(b -> minus(a, b)))
        .filter(difference -> compared || difference.signum() != 0)
        .isPresent();
  }

  /**
   * A number alone is of the unit of the other one, but for a share of one beside a percentage, and
   * for thousands, which are no unit.
   */
  private static Optional<BigDecimal> minus(Quantity one, Quantity other) {
    return of(one, other.unit()).minus(of(other, one.unit()));
  }

  private static Quantity of(Quantity alone, String unit) {
    if (!alone.unit().isEmpty() || Quantity.isMultiple(unit)) {
      return alone;
    }
    boolean share =
        unit.equals("%")
            && alone.number().scale() > 0
            && alone.number().abs().compareTo(BigDecimal.ONE) <= 0;
    return new Quantity(share ? alone.number().movePointRight(2) : alone.number(), unit);
  }

  private static Amount amount(String text, String unit) {
    String plain = BETWEEN.matcher(Twice.plain(text)).replaceAll("-");
    String written = text.strip().replace("≤", "<=").replace("≥", ">=");
    String operator =
        Arrays.stream(Operator.values())
            .map(Operator::symbol)
            .filter(written::startsWith)
            .max(Comparator.comparingInt(String::length))
            .orElse("");
    return new Amount(operator, Quantity.of(written.substring(operator.length()), unit), plain);
  }
}
