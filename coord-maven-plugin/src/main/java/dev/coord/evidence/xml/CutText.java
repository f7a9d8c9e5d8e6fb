package dev.coord.evidence.xml;

import java.io.Writer;

/** Keeps the beginning of what is written to it and drops the rest. */
final class CutText extends Writer {

  private final StringBuilder kept = new StringBuilder();
  private int room;

  /** Forgets everything, and keeps as many characters of what follows. */
  void begin(int max) {
    kept.setLength(0);
    room = max;
  }

  /** What was kept; keeps nothing further. */
  String finish() {
    room = 0;
    int length = kept.length();
    if (length > 0 && Character.isHighSurrogate(kept.charAt(length - 1))) {
      kept.setLength(length - 1);
    }
    String text = kept.toString();
    kept.setLength(0);
    return text;
  }

  @Override
  public void write(char[] buffer, int offset, int length) {
    int taken = Math.min(room, length);
    if (taken > 0) {
      kept.append(buffer, offset, taken);
      room -= taken;
    }
  }

  @Override
  public void write(String text, int offset, int length) {
    int taken = Math.min(room, length);
    if (taken > 0) {
      kept.append(text, offset, offset + taken);
      room -= taken;
    }
  }

  @Override
  public void write(int character) {
    if (room > 0) {
      kept.append((char) character);
      room--;
    }
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}
}
