package dev.coord.path;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** Matches one segment of a path, as git's wildmatch does between two slashes. */
final class SegmentGlob {
  /**
   * Any number of bytes. Tokens from 0 to 255 stand for that byte, {@link #CLASS} + n for the class
   * n.
   */
  static final int STAR = 256;

  static final int ANY_BYTE = 257;
  static final int CLASS = 258;

  private final int[] tokens;
  private final BitSet[] classes;
  private final boolean literal;
  private final boolean everything;

  SegmentGlob(int[] tokens, List<BitSet> classes) {
    this.tokens = tokens.clone();
    this.classes = classes.toArray(BitSet[]::new);
    literal = Arrays.stream(tokens).allMatch(token -> token < STAR);
    everything = tokens.length > 0 && Arrays.stream(tokens).allMatch(token -> token == STAR);
  }

  /** Whether this is a name without wildcards. */
  boolean isLiteral() {
    return literal;
  }

  /** The name, a character for each byte. */
  String literal() {
    StringBuilder name = new StringBuilder(tokens.length);
    for (int token : tokens) {
      name.append((char) token);
    }
    return name.toString();
  }

  /** Whether it matches every name. */
  boolean isEverything() {
    return everything;
  }

  /** Whether it matches every name that another one matches; false where that is not plain. */
  boolean covers(SegmentGlob other) {
    if (everything) {
      return true;
    }
    if (other.literal) {
      byte[] name = other.literal().getBytes(StandardCharsets.ISO_8859_1);
      return matches(name, 0, name.length);
    }
    return Arrays.equals(tokens, other.tokens) && Arrays.equals(classes, other.classes);
  }

  boolean matches(byte[] bytes, int start, int end) {
    if (everything) {
      return true;
    }
    if (literal && end - start != tokens.length) {
      return false;
    }
    int last = tokens[tokens.length - 1];
    if (last < STAR && (end == start || (bytes[end - 1] & 0xff) != last)) {
      return false;
    }
    return matchesFromLeft(bytes, start, end);
  }

  /**
   * Tries the shortest stretch for each star; a later star makes all earlier ones final, so only
   * the last one is retried.
   */
  private boolean matchesFromLeft(byte[] bytes, int start, int end) {
    int token = 0;
    int at = start;
    int retryToken = -1;
    int retryAt = 0;
    while (at < end) {
      if (token < tokens.length && tokens[token] == STAR) {
        retryToken = ++token;
        retryAt = at;
      } else if (token < tokens.length && matches(tokens[token], bytes[at] & 0xff)) {
        token++;
        at++;
      } else if (retryToken >= 0) {
        token = retryToken;
        at = ++retryAt;
      } else {
        return false;
      }
    }
    while (token < tokens.length && tokens[token] == STAR) {
      token++;
    }
    return token == tokens.length;
  }

  private boolean matches(int token, int value) {
    return token < STAR ? token == value : token == ANY_BYTE || classes[token - CLASS].get(value);
  }
}
