package dev.coord.evidence.git;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What git does to a file of the working tree before it stores it, see gitattributes(5): it decodes
 * it, stores its lines' ends as line feeds, and takes ids out of it, in this order.
 *
 * @param filter the driver that would clean it first, which is never run
 * @param encoding what it is encoded in, as the attribute names it
 * @param ident whether {@code $Id: x $} is stored as {@code $Id$}
 * @param lines what becomes of the ends of its lines
 */
record Conversion(
    Optional<String> filter, Optional<String> encoding, boolean ident, LineEnds lines) {

  /** It is stored as it is. */
  static final Conversion NONE =
      new Conversion(Optional.empty(), Optional.empty(), false, LineEnds.AS_IS);

  private static final byte[] ID = "Id:".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] COLLAPSED = "Id$".getBytes(StandardCharsets.US_ASCII);

  /** Whether a file that is the same as what is stored of it is stored as it is. */
  boolean keeps() {
    return lines != LineEnds.TEXT && encoding.isEmpty() && !ident;
  }

  /**
   * What is done to a file, seen what is stored of it.
   *
   * @param noted how many bytes the file had when git last found it unchanged, as the index notes;
   *     0 when git noted nothing
   */
  Conversion beside(byte[] stored, long noted) {
    // Lengths that differ for another reason say nothing of the ends of lines.
    boolean telling = encoding.isEmpty() && !ident;
    return new Conversion(filter, encoding, ident, lines.beside(stored, telling ? noted : 0));
  }

  /** What would be stored. */
  byte[] stored(byte[] file) {
    byte[] text = lines.stored(decoded(file));
    return ident ? withoutIds(text) : text;
  }

  /** The text in UTF-8; as it is where git refuses to decode it. */
  private byte[] decoded(byte[] file) {
    Optional<Charset> charset = encoding.flatMap(name -> charset(name, file));
    if (charset.isEmpty()) {
      return file;
    }
    try {
      return charset
          .get()
          .newDecoder()
          .decode(ByteBuffer.wrap(file))
          .toString()
          .getBytes(StandardCharsets.UTF_8);
    } catch (CharacterCodingException | UnsupportedOperationException e) {
      return file;
    }
  }

  /**
   * Git wants a byte order mark where the name leaves the order open, and none where it does not.
   */
  private static Optional<Charset> charset(String name, byte[] file) {
    String upper = name.toUpperCase(Locale.ROOT);
    boolean utf = upper.matches("UTF-?(?:16|32)(?:[LB]E)?(?:-BOM)?");
    boolean open = utf && !upper.endsWith("E");
    if (utf && open != hasMark(file, upper.contains("32"))) {
      return Optional.empty();
    }
    try {
      String plain = open ? (upper.contains("32") ? "UTF-32" : "UTF-16") : name;
      return Optional.of(Charset.forName(plain))
          .filter(charset -> !charset.equals(StandardCharsets.UTF_8));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return Optional.empty();
    }
  }

  private static boolean hasMark(byte[] file, boolean wide) {
    if (wide) {
      return file.length > 3
          && (file[0] == 0 && file[1] == 0 && file[2] == (byte) 0xFE && file[3] == (byte) 0xFF
              || file[0] == (byte) 0xFF && file[1] == (byte) 0xFE && file[2] == 0 && file[3] == 0);
    }
    return file.length > 1
        && (file[0] == (byte) 0xFE && file[1] == (byte) 0xFF
            || file[0] == (byte) 0xFF && file[1] == (byte) 0xFE);
  }

  private static byte[] withoutIds(byte[] text) {
    ByteArrayOutputStream stored = new ByteArrayOutputStream(text.length);
    int at = 0;
    while (at < text.length) {
      byte now = text[at++];
      stored.write(now);
      int end = now == '$' ? endOfId(text, at) : -1;
      if (end >= 0) {
        stored.writeBytes(COLLAPSED);
        at = end + 1;
      }
    }
    return stored.toByteArray();
  }

  /** Where the second dollar of an id is; -1 when none begins here, or a line ends before it. */
  private static int endOfId(byte[] text, int at) {
    if (at + ID.length > text.length
        || !Arrays.equals(text, at, at + ID.length, ID, 0, ID.length)) {
      return -1;
    }
    for (int i = at + ID.length; i < text.length && text[i] != '\n'; i++) {
      if (text[i] == '$') {
        return i;
      }
    }
    return -1;
  }
}
