package dev.coord.evidence.git;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eclipse.jgit.errors.CorruptObjectException;
import org.eclipse.jgit.errors.InvalidObjectIdException;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;

/**
 * A commit object taken apart. Only the tree and the parents must be well formed; everything else
 * may be missing or nonsense.
 *
 * @param tree id of its tree
 * @param parents ids of its parents
 * @param author the author line's value, empty when there is none
 * @param time committer's time in seconds since 1970, may be negative; 0 when it cannot be read
 * @param message the message, at most 64 KiB of it
 */
record RawCommit(ObjectId tree, List<ObjectId> parents, String author, long time, String message) {

  /** Commit objects are read up to here: room for the parents of any merge and for the message. */
  static final int LIMIT = 1 << 20;

  static final int MESSAGE_LIMIT = 64 * 1024;

  private static final byte[] TREE = ascii("tree ");
  private static final byte[] PARENT = ascii("parent ");
  private static final byte[] AUTHOR = ascii("author ");
  private static final byte[] COMMITTER = ascii("committer ");
  private static final byte[] ENCODING = ascii("encoding ");
  private static final int MAX_DIGITS = 18;

  /** Reads all of a commit. */
  static RawCommit parse(AnyObjectId id, byte[] raw) throws CorruptObjectException {
    Links links = Links.parse(id, raw);
    Charset charset = StandardCharsets.UTF_8;
    int author = -1;
    int line = links.end();
    while (line < raw.length && raw[line] != '\n') {
      if (startsWith(raw, line, AUTHOR) && author < 0) {
        author = line + AUTHOR.length;
      } else if (startsWith(raw, line, ENCODING)) {
        charset = charset(text(raw, line + ENCODING.length, endOfLine(raw, line), charset));
      }
      line = endOfLine(raw, line) + 1;
    }
    int message = Math.min(line + 1, raw.length);
    return new RawCommit(
        links.tree(),
        links.parents(),
        author < 0 ? "" : text(raw, author, endOfLine(raw, author), charset),
        links.time(),
        text(raw, message, Math.min(raw.length, message + MESSAGE_LIMIT), charset));
  }

  /**
   * What the walk through history needs.
   *
   * @param end offset of the first header line behind the parents
   */
  record Links(ObjectId tree, List<ObjectId> parents, long time, int end) {

    static Links parse(AnyObjectId id, byte[] raw) throws CorruptObjectException {
      try {
        int at = 0;
        ObjectId tree = id(id, raw, at, TREE);
        at += TREE.length + Constants.OBJECT_ID_STRING_LENGTH + 1;
        List<ObjectId> parents = new ArrayList<>(2);
        while (startsWith(raw, at, PARENT)) {
          parents.add(id(id, raw, at, PARENT));
          at += PARENT.length + Constants.OBJECT_ID_STRING_LENGTH + 1;
        }
        return new Links(tree, parents, committed(raw, at), at);
      } catch (InvalidObjectIdException e) {
        throw new CorruptObjectException(id.toObjectId(), "an id in it is none");
      }
    }

    private static ObjectId id(AnyObjectId commit, byte[] raw, int at, byte[] key)
        throws CorruptObjectException {
      int end = at + key.length + Constants.OBJECT_ID_STRING_LENGTH;
      if (!startsWith(raw, at, key) || end >= raw.length || raw[end] != '\n') {
        throw new CorruptObjectException(commit.toObjectId(), "its header is broken");
      }
      return ObjectId.fromString(raw, at + key.length);
    }
  }

  private static long committed(byte[] raw, int from) {
    int line = from;
    while (line < raw.length && raw[line] != '\n') {
      int end = endOfLine(raw, line);
      if (startsWith(raw, line, COMMITTER)) {
        return seconds(raw, line, end);
      }
      line = end + 1;
    }
    return 0;
  }

  /** Git takes the number behind the last {@code >}, since names can hold anything. */
  private static long seconds(byte[] raw, int line, int end) {
    int at = end - 1;
    while (at > line && raw[at] != '>') {
      at--;
    }
    at++;
    while (at < end && raw[at] == ' ') {
      at++;
    }
    boolean negative = at < end && raw[at] == '-';
    at += negative ? 1 : 0;
    long value = 0;
    for (int digits = 0; at < end && raw[at] >= '0' && raw[at] <= '9'; at++) {
      if (++digits > MAX_DIGITS) {
        value = Long.MAX_VALUE;
        break;
      }
      value = value * 10 + raw[at] - '0';
    }
    return negative ? -value : value;
  }

  /** Author's time in seconds since 1970, may be negative; 0 when it cannot be read. */
  long written() {
    byte[] line = author.getBytes(StandardCharsets.UTF_8);
    return seconds(line, -1, line.length);
  }

  private static Charset charset(String name) {
    try {
      return Charset.forName(name.strip());
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return StandardCharsets.UTF_8;
    }
  }

  private static String text(byte[] raw, int from, int to, Charset charset) {
    ByteBuffer bytes = ByteBuffer.wrap(raw, from, to - from);
    try {
      return charset.newDecoder().decode(bytes.duplicate()).toString();
    } catch (CharacterCodingException | UnsupportedOperationException e) {
      // Readable for what is likely, and never an error.
      return StandardCharsets.ISO_8859_1.decode(bytes).toString();
    }
  }

  static int endOfLine(byte[] raw, int from) {
    int at = from;
    while (at < raw.length && raw[at] != '\n') {
      at++;
    }
    return at;
  }

  static boolean startsWith(byte[] raw, int at, byte[] prefix) {
    return at + prefix.length <= raw.length
        && Arrays.equals(raw, at, at + prefix.length, prefix, 0, prefix.length);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
