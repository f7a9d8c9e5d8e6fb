package dev.coord.evidence.xml;

import java.util.Arrays;
import org.codehaus.stax2.typed.TypedValueDecoder;

/**
 * Takes a text out of the parser's buffer, and makes none where it is the one that is expected: the
 * tests of a class all name it.
 */
final class LikelyText extends TypedValueDecoder {

  private String text = "";
  private String likely = "";
  private char[] expected = {};

  /** Expects this text from now on; an empty one expects nothing. */
  void expect(String next) {
    if (next != likely && !next.isEmpty()) {
      likely = next;
      expected = next.toCharArray();
    }
  }

  /** The text last decoded. */
  String text() {
    return text;
  }

  @Override
  public void decode(String decoded) {
    text = decoded.equals(likely) ? likely : decoded;
  }

  @Override
  public void decode(char[] buffer, int start, int end) {
    text =
        Arrays.equals(buffer, start, end, expected, 0, expected.length)
            ? likely
            : new String(buffer, start, end - start);
  }

  @Override
  public void handleEmptyValue() {
    text = "";
  }
}
