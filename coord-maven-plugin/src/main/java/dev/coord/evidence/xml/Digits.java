package dev.coord.evidence.xml;

import org.codehaus.stax2.typed.TypedValueDecoder;

/**
 * Takes a whole number out of the parser's buffer, so that no text is made of the many numbers of a
 * report.
 */
final class Digits extends TypedValueDecoder {

  /** No number. */
  static final long NONE = -1;

  /** Digits of the greatest long. */
  private static final int MAX_DIGITS = 19;

  private long value = NONE;

  /** The number last decoded, or {@link #NONE} when it was none. */
  long value() {
    return value;
  }

  @Override
  public void decode(String text) {
    decode(text.toCharArray(), 0, text.length());
  }

  /** Accepts ASCII digits that make a long: no sign, space or separator. */
  @Override
  public void decode(char[] buffer, int start, int end) {
    value = NONE;
    if (start == end || end - start > MAX_DIGITS) {
      return;
    }
    long number = 0;
    for (int i = start; i < end; i++) {
      int digit = buffer[i] - '0';
      if (digit < 0 || digit > 9 || number > (Long.MAX_VALUE - digit) / 10) {
        return;
      }
      number = number * 10 + digit;
    }
    value = number;
  }

  @Override
  public void handleEmptyValue() {
    value = NONE;
  }
}
