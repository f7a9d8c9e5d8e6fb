package dev.coord.site.render;

import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Collects UTF-8.
 *
 * <p>A page is thousands of short texts, nearly all of them of ASCII alone, and a few others. One
 * text of all of them would hold two bytes for each character and be encoded one by one.
 */
final class Utf8Writer extends Writer {

  private final int most;
  private byte[] bytes = new byte[16_384];
  private int size;

  /** The first half of a pair of surrogates whose second half is to come; 0 when there is none. */
  private char half;

  /** Writes as much as there is room for in memory. */
  Utf8Writer() {
    this(Integer.MAX_VALUE);
  }

  /**
   * Writes up to a number of bytes, about: it looks at it when it needs more room.
   *
   * @param most more than 0
   */
  Utf8Writer(int most) {
    this.most = most;
  }

  /** All that was written since the last time; halves of pairs are question marks. */
  byte[] take() {
    endHalf();
    byte[] all = Arrays.copyOf(bytes, size);
    size = 0;
    return all;
  }

  @Override
  public void write(int c) {
    write(new char[] {(char) c}, 0, 1);
  }

  @Override
  public void write(char[] text, int start, int length) {
    room(length);
    int i = start;
    int end = start + length;
    byte[] to = bytes;
    int at = size;
    if (half == 0) {
      for (; i < end && text[i] < 0x80; i++) {
        to[at++] = (byte) text[i];
      }
      size = at;
    }
    if (i < end) {
      encode(new String(text, i, end - i));
    }
  }

  @Override
  public void write(String text) {
    encode(text);
  }

  @Override
  public void write(String text, int start, int length) {
    encode(start == 0 && length == text.length() ? text : text.substring(start, start + length));
  }

  private void encode(String text) {
    if (text.isEmpty()) {
      return;
    }
    String whole = text;
    if (half != 0) {
      whole = half + text;
      half = 0;
    }
    char last = whole.charAt(whole.length() - 1);
    if (Character.isHighSurrogate(last)) {
      half = last;
      whole = whole.substring(0, whole.length() - 1);
    }
    add(whole.getBytes(StandardCharsets.UTF_8));
  }

  private void endHalf() {
    if (half != 0) {
      half = 0;
      bytes = size < bytes.length ? bytes : Arrays.copyOf(bytes, size + 1);
      bytes[size++] = '?';
    }
  }

  private void add(byte[] more) {
    room(more.length);
    System.arraycopy(more, 0, bytes, size, more.length);
    size += more.length;
  }

  private void room(int more) {
    if (bytes.length - size < more) {
      if (more > most - size) {
        throw new TooLongException();
      }
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
    }
  }

  @Override
  public void flush() {
    // it is in memory
  }

  @Override
  public void close() {
    // nothing was opened
  }
}
