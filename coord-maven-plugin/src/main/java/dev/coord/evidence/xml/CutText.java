package dev.coord.evidence.xml;

import java.io.Writer;
import java.util.Arrays;

/** Keeps the beginning of what is written to it and drops the rest. */
final class CutText extends Writer {

  private static final int FIRST = 256;

  private char[] kept = new char[0];
  private int length;
  private int room;

  /** Forgets everything, and keeps as many characters of what follows. */
  void begin(int max) {
    length = 0;
    room = max;
  }

  /** What was kept; keeps nothing further. */
  String finish() {
    room = 0;
    int whole = length > 0 && Character.isHighSurrogate(kept[length - 1]) ? length - 1 : length;
    length = 0;
    return new String(kept, 0, whole);
  }

  @Override
  public void write(char[] buffer, int offset, int count) {
    int taken = taken(count);
    System.arraycopy(buffer, offset, kept, length, taken);
    length += taken;
  }

  @Override
  public void write(String text, int offset, int count) {
    int taken = taken(count);
    text.getChars(offset, offset + taken, kept, length);
    length += taken;
  }

  @Override
  public void write(int character) {
    if (taken(1) > 0) {
      kept[length++] = (char) character;
    }
  }

  /** Makes room for as many of some characters as are to be kept. */
  private int taken(int count) {
    int taken = Math.min(room, count);
    room -= taken;
    if (kept.length - length < taken) {
      kept = Arrays.copyOf(kept, Math.max(FIRST, Math.max(2 * length, length + taken)));
    }
    return taken;
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}
}
