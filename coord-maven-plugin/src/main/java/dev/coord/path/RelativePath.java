package dev.coord.path;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Turns relative links into paths of the repository. */
public final class RelativePath {

  private static final int HEX = 16;

  private RelativePath() {}

  /**
   * The path that a link means; the root is the empty text.
   *
   * @param folder directory that the link is relative to; one that begins with a slash is not
   * @param link percent-encoded, without query and fragment
   * @return empty when the link leaves the repository or is no path of it
   */
  public static Optional<String> of(String folder, String link) {
    Optional<String> decoded = decoded(link);
    if (decoded.isEmpty()) {
      return Optional.empty();
    }
    String written = decoded.get();
    Deque<String> path = new ArrayDeque<>();
    for (String segment : (written.startsWith("/") ? written : folder + "/" + written).split("/")) {
      if (segment.equals("..")) {
        if (path.pollLast() == null) {
          return Optional.empty();
        }
      } else if (!segment.isEmpty() && !segment.equals(".")) {
        path.addLast(segment);
      }
    }
    String joined = String.join("/", path);
    return Optional.of(joined).filter(p -> p.isEmpty() || RepoPaths.isSafe(p));
  }

  /** The text without percent-encoding; empty when that is no UTF-8. */
  private static Optional<String> decoded(String link) {
    byte[] written = link.getBytes(StandardCharsets.UTF_8);
    ByteBuffer bytes = ByteBuffer.allocate(written.length);
    for (int i = 0; i < written.length; i++) {
      int high = hex(written, i + 1);
      int low = hex(written, i + 2);
      if (written[i] == '%' && high >= 0 && low >= 0) {
        bytes.put((byte) (HEX * high + low));
        i += 2;
      } else {
        bytes.put(written[i]);
      }
    }
    try {
      return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private static int hex(byte[] text, int index) {
    return index < text.length ? Character.digit(text[index], HEX) : -1;
  }
}
