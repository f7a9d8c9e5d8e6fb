package dev.coord.evidence.xml;

import java.util.Optional;

/** Numbers as reports write them. */
final class Numbers {

  /** Digits of the greatest long. */
  private static final int MAX_DIGITS = 19;

  private Numbers() {}

  /**
   * A whole number of ASCII digits, without sign, space or separator.
   *
   * @return the number, or empty when the text is none or out of range
   */
  static Optional<Long> parse(String text, long min, long max) {
    if (text.isEmpty() || text.length() > MAX_DIGITS) {
      return Optional.empty();
    }
    long value = 0;
    for (int i = 0; i < text.length(); i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9 || value > (Long.MAX_VALUE - digit) / 10) {
        return Optional.empty();
      }
      value = value * 10 + digit;
    }
    return value < min || value > max ? Optional.empty() : Optional.of(value);
  }
}
