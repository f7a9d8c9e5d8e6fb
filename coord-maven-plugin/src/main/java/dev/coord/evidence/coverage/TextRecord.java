package dev.coord.evidence.coverage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * Takes the lines of a text file one by one out of its bytes, so that no text is made of the many
 * numbers of a report.
 */
final class TextRecord {

  /** The longest line, in bytes. */
  static final int MAX_LENGTH = 1 << 16;

  /** No number. */
  static final long NONE = -1;

  /** As many as 64 bits have. */
  private static final int MAX_DIGITS = 20;

  private static final int BUFFER = 1 << 16;

  private final InputStream in;
  private final byte[] buffer = new byte[BUFFER];
  private final byte[] line = new byte[MAX_LENGTH];
  private int next;
  private int filled;
  private int length;
  private int number;
  private boolean ended = true;

  TextRecord(InputStream in) {
    this.in = in;
  }

  /**
   * Goes to the next line.
   *
   * @return false at the end of the file
   * @throws TooLongException when the line is longer than {@link #MAX_LENGTH}
   */
  boolean advance() throws IOException {
    length = 0;
    number++;
    boolean any = false;
    while (true) {
      if (next == filled) {
        filled = in.read(buffer);
        next = 0;
        if (filled <= 0) {
          filled = 0;
          ended &= !any;
          trim();
          return any;
        }
      }
      any = true;
      byte value = buffer[next++];
      if (value == '\n') {
        trim();
        return true;
      }
      if (length == MAX_LENGTH) {
        throw new TooLongException();
      }
      line[length++] = value;
    }
  }

  private void trim() {
    while (length > 0 && (line[length - 1] == '\r' || line[length - 1] == ' ')) {
      length--;
    }
  }

  /** A line is longer than a line of a report can be. */
  static final class TooLongException extends IOException {}

  /** Whether the last line had its end. */
  boolean isEnded() {
    return ended;
  }

  /** The number of the line, from 1. */
  int number() {
    return number;
  }

  int length() {
    return length;
  }

  boolean startsWith(String text) {
    if (text.length() > length) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (line[i] != text.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Whether the line is a keyword in capitals and a colon. */
  boolean hasKeyword() {
    int i = 0;
    while (i < length && line[i] >= 'A' && line[i] <= 'Z') {
      i++;
    }
    return i > 0 && i < length && line[i] == ':';
  }

  /** Where a byte is, from a place on, or the end of the line. */
  int find(char wanted, int from) {
    int i = from;
    while (i < length && line[i] != wanted) {
      i++;
    }
    return i;
  }

  /** Where a byte is for the last time, or -1. */
  int findLast(char wanted) {
    return findLast(wanted, length);
  }

  /** Where a byte is for the last time before a place, or -1. */
  int findLast(char wanted, int before) {
    int i = Math.max(before, 0) - 1;
    while (i >= 0 && line[i] != wanted) {
      i--;
    }
    return i;
  }

  /** Whether just this is between two places. */
  boolean is(char only, int from, int to) {
    return to == from + 1 && line[from] == only;
  }

  /**
   * The number between two places; {@link #NONE} when there is anything but ASCII digits, and the
   * greatest {@code long} for anything greater: counters of hits have 64 bits without a sign.
   */
  long number(int from, int to) {
    if (from >= to || to - from > MAX_DIGITS) {
      return NONE;
    }
    long value = 0;
    for (int i = from; i < to; i++) {
      int digit = line[i] - '0';
      if (digit < 0 || digit > 9) {
        return NONE;
      }
      value = value > (Long.MAX_VALUE - digit) / 10 ? Long.MAX_VALUE : value * 10 + digit;
    }
    return value;
  }

  /** A number for the bytes between two places (FNV-1a, 64 bits). */
  long hash(int from, int to) {
    long hash = 0xCBF29CE484222325L;
    for (int i = from; i < to; i++) {
      hash = (hash ^ (line[i] & 0xFF)) * 0x100000001B3L;
    }
    return hash;
  }

  /** The text from a place to the end. */
  String text(int from) {
    return text(from, length);
  }

  /** The text between two places. */
  String text(int from, int to) {
    return new String(line, from, to - from, StandardCharsets.UTF_8);
  }

  /** Whether the line begins with a text that ends at a place; ASCII text alone is known again. */
  boolean is(String text, int to) {
    return text.length() == to && startsWith(text);
  }
}
