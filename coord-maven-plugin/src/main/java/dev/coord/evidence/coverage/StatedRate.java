package dev.coord.evidence.coverage;

import dev.coord.evidence.xml.Element;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A share that a report states beside what it lists: rounded to two decimals or more, and 0 where a
 * tool works none out.
 *
 * @param value above zero, at most one
 */
record StatedRate(BigDecimal value) {

  private static final BigDecimal ROUNDED = new BigDecimal("0.01");
  private static final Pattern NUMBER = Pattern.compile("[01](?:\\.[0-9]{0,18})?");

  /** The one of an attribute; empty when it tells none. */
  static Optional<StatedRate> of(Element element, String attribute) {
    return element
        .attribute(attribute)
        .filter(text -> NUMBER.matcher(text).matches())
        .map(BigDecimal::new)
        .filter(rate -> rate.signum() > 0 && rate.compareTo(BigDecimal.ONE) <= 0)
        .map(StatedRate::new);
  }

  /** Whether it is another share than that of totals. */
  boolean contradicts(Totals listed) {
    BigDecimal all = BigDecimal.valueOf(listed.all());
    BigDecimal off = value.multiply(all).subtract(BigDecimal.valueOf(listed.covered())).abs();
    return off.compareTo(ROUNDED.multiply(all)) > 0;
  }
}
