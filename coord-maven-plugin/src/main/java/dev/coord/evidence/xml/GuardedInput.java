package dev.coord.evidence.xml;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Bytes of a file, as many as the parser may have.
 *
 * <p>The parser has no limit for the length of a name, a comment or a DOCTYPE. It reads on until
 * they end, so the limit sits where the bytes come from.
 */
final class GuardedInput extends FilterInputStream {

  /** A limit was reached; the message is the problem in the user's words. */
  static final class LimitException extends IOException {
    LimitException(String message) {
      super(message);
    }
  }

  private final long maxFile;
  private final long maxMarkup;
  private long read;
  private long markup;
  private boolean inText;

  GuardedInput(InputStream in, long maxFile, long maxMarkup) {
    super(in);
    this.maxFile = maxFile;
    this.maxMarkup = maxMarkup;
  }

  /** Text comes: any length, since it is not kept. */
  void text() {
    inText = true;
  }

  /** A tag, comment, instruction or DOCTYPE comes. */
  void markup() {
    inText = false;
    markup = 0;
  }

  /** Whether nothing has been read yet. */
  boolean isEmpty() {
    return read == 0;
  }

  @Override
  public int read() throws IOException {
    int value = super.read();
    if (value >= 0) {
      count(1);
    }
    return value;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int count = super.read(bytes, offset, length);
    if (count > 0) {
      count(count);
    }
    return count;
  }

  private void count(int bytes) throws LimitException {
    read += bytes;
    markup += bytes;
    if (read > maxFile) {
      throw new LimitException(larger(maxFile));
    }
    if (!inText && markup > maxMarkup) {
      throw new LimitException("a tag, comment or DOCTYPE is longer than " + inUnits(maxMarkup));
    }
  }

  static String larger(long maxFile) {
    return "the file is larger than " + inUnits(maxFile);
  }

  private static String inUnits(long bytes) {
    return (bytes >> 20) >= 1024 ? (bytes >> 30) + " GiB" : (bytes >> 20) + " MiB";
  }
}
