package dev.coord.evidence.xml;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Text that is not XML, as UTF-8 without a mark.
 *
 * <p>On Windows, text that a command writes into a file begins with a byte order mark, and with
 * PowerShell it is in UTF-16.
 */
public final class PlainText {

  private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
  private static final byte[] LITTLE = {(byte) 0xFF, (byte) 0xFE};
  private static final byte[] BIG = {(byte) 0xFE, (byte) 0xFF};

  private PlainText() {}

  /**
   * The bytes of a text in UTF-8.
   *
   * @param bytes the text, in any extension of ASCII, or with a mark in UTF-8 or UTF-16. What is no
   *     character in UTF-16 becomes U+FFFD
   * @throws IOException when the first bytes cannot be read
   */
  public static InputStream utf8(InputStream bytes) throws IOException {
    PushbackInputStream in = new PushbackInputStream(bytes, MARK.length);
    byte[] first = in.readNBytes(MARK.length);
    if (Arrays.equals(first, MARK)) {
      return in;
    }
    boolean little = begins(first, LITTLE);
    if (little || begins(first, BIG)) {
      in.unread(first, LITTLE.length, first.length - LITTLE.length);
      return new Utf16Input(in, little ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE);
    }
    in.unread(first);
    return in;
  }

  private static boolean begins(byte[] bytes, byte[] mark) {
    return bytes.length >= mark.length
        && Arrays.equals(bytes, 0, mark.length, mark, 0, mark.length);
  }

  /** Text in UTF-16 as bytes in UTF-8. */
  private static final class Utf16Input extends InputStream {

    private final Reader text;
    private final char[] characters = new char[1 << 13];
    private int kept;
    private byte[] bytes = {};
    private int next;

    Utf16Input(InputStream in, Charset charset) {
      text = new InputStreamReader(in, charset);
    }

    @Override
    public int read() throws IOException {
      return fill() ? bytes[next++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] to, int offset, int length) throws IOException {
      if (length == 0) {
        return 0;
      }
      if (!fill()) {
        return -1;
      }
      int count = Math.min(length, bytes.length - next);
      System.arraycopy(bytes, next, to, offset, count);
      next += count;
      return count;
    }

    /** Whether there are more bytes. */
    private boolean fill() throws IOException {
      while (next == bytes.length) {
        int count = text.read(characters, kept, characters.length - kept);
        int length = kept + Math.max(count, 0);
        if (length == 0) {
          return false;
        }
        // The second half of a character may come with the next ones.
        kept = count > 0 && Character.isHighSurrogate(characters[length - 1]) ? 1 : 0;
        bytes = new String(characters, 0, length - kept).getBytes(StandardCharsets.UTF_8);
        characters[0] = characters[length - 1];
        next = 0;
      }
      return true;
    }
  }
}
