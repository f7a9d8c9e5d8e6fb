package dev.coord.evidence.tests;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Durations as test tools write them: seconds as a decimal number, in the number format of any
 * locale.
 *
 * <p>Surefire groups by thousands ({@code 1,234.5}), others write a decimal comma ({@code 0,123}).
 * A sign that occurs once, or last after a different one, is the decimal sign; one that repeats
 * groups by thousands.
 */
final class Seconds {

  private static final int MAX_LENGTH = 40;
  private static final BigDecimal MAX = BigDecimal.valueOf(1_000_000_000L);
  private static final int NANO_DIGITS = 9;
  private static final String POWER = "(?:[eE]([+-]?[0-9]{1,2}))?";

  private static final List<Pattern> FORMATS =
      List.of(
          Pattern.compile("([0-9]*)(?:[.,]([0-9]*))?" + POWER),
          Pattern.compile("([0-9]{1,3}(?:,[0-9]{3})+)(?:\\.([0-9]*))?" + POWER),
          Pattern.compile("([0-9]{1,3}(?:\\.[0-9]{3})+)(?:,([0-9]*))?" + POWER));

  /** What printing a very small negative number leaves of it, as gotestsum does after a timeout. */
  private static final Pattern NEGATIVE_ZERO = Pattern.compile("-0+(?:[.,]0*)?");

  private Seconds() {}

  /**
   * Reads a duration.
   *
   * @return the duration cut to nanoseconds, or empty when the text is no number from 0 to 10⁹
   */
  static Optional<Duration> parse(String text) {
    if (text.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    long plain = plainNanos(text);
    if (plain >= 0) {
      return Optional.of(Duration.ofNanos(plain));
    }
    if (NEGATIVE_ZERO.matcher(text).matches()) {
      return Optional.of(Duration.ZERO);
    }
    return FORMATS.stream()
        .map(format -> format.matcher(text))
        .filter(Matcher::matches)
        .findFirst()
        .flatMap(Seconds::value)
        .filter(value -> value.compareTo(MAX) <= 0)
        .map(value -> value.movePointRight(NANO_DIGITS).setScale(0, RoundingMode.DOWN))
        .map(nanos -> Duration.ofNanos(nanos.longValueExact()));
  }

  /** The short way for nearly all: up to nine digits, a point, and up to nine more; else -1. */
  private static long plainNanos(String text) {
    int point = text.indexOf('.');
    int decimals = text.length() - point - 1;
    if (point < 1 || point > NANO_DIGITS || decimals < 1 || decimals > NANO_DIGITS) {
      return -1;
    }
    long value = 0;
    for (int i = 0; i < text.length(); i++) {
      int digit = text.charAt(i) - '0';
      if (i != point) {
        if (digit < 0 || digit > 9) {
          return -1;
        }
        value = value * 10 + digit;
      }
    }
    for (int i = decimals; i < NANO_DIGITS; i++) {
      value *= 10;
    }
    return value;
  }

  private static Optional<BigDecimal> value(Matcher number) {
    String whole = number.group(1).replace(",", "").replace(".", "");
    String rest = number.group(2) == null ? "" : number.group(2);
    String power = number.group(3) == null ? "0" : number.group(3);
    return whole.isEmpty() && rest.isEmpty()
        ? Optional.empty()
        : Optional.of(new BigDecimal("0" + whole + "." + rest + "0E" + power));
  }
}
