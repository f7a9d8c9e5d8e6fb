package dev.coord.evidence.metrics;

import dev.coord.plan.Unit;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers as tools write them: decimal, with a point, with a unit behind them or without. */
final class Numbers {

  /**
   * More are no measurement, and an exponent of any size would fill the memory when written out.
   */
  private static final int MAX_DIGITS = 40;

  private static final Pattern NUMBER =
      Pattern.compile(
          "([+-]?(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)(?:[eE][+-]?[0-9]{1,3})?) *(\\S{0,8})");

  /**
   * A number that was read.
   *
   * @param unit what is written behind it
   */
  record Parsed(BigDecimal number, Optional<Unit> unit) {}

  private Numbers() {}

  /**
   * Reads a number.
   *
   * @return empty when it is none, has a unit that plans cannot name, or too many digits
   */
  static Optional<Parsed> of(String text) {
    if (text.length() > 4 * MAX_DIGITS) {
      return Optional.empty();
    }
    Matcher matcher = NUMBER.matcher(text.strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    BigDecimal number = new BigDecimal(matcher.group(1));
    if (number.precision() > MAX_DIGITS || Math.abs(number.scale()) > MAX_DIGITS) {
      return Optional.empty();
    }
    String symbol = matcher.group(2);
    if (symbol.isEmpty()) {
      return Optional.of(new Parsed(number, Optional.empty()));
    }
    return Unit.ofSymbol(symbol.equals("µs") || symbol.equals("μs") ? "us" : symbol)
        .map(unit -> new Parsed(number, Optional.of(unit)));
  }
}
