package dev.coord.evidence.xml;

import org.codehaus.stax2.typed.TypedValueDecoder;

/** Compares a text in the parser's buffer with another, and makes none of it. */
final class SameText extends TypedValueDecoder {

  private String expected = "";
  private boolean same;

  /** Compares with this text from now on. */
  void expect(String text) {
    expected = text;
  }

  /** Whether the text last decoded was the expected one. */
  boolean isSame() {
    return same;
  }

  @Override
  public void decode(String decoded) {
    same = decoded.equals(expected);
  }

  @Override
  public void decode(char[] buffer, int start, int end) {
    int length = expected.length();
    same = end - start == length;
    for (int i = 0; same && i < length; i++) {
      same = buffer[start + i] == expected.charAt(i);
    }
  }

  @Override
  public void handleEmptyValue() {
    same = expected.isEmpty();
  }
}
