package dev.coord.evidence.git;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/**
 * Paths as texts, byte for byte.
 *
 * <p>Git's paths are bytes and mostly UTF-8. A byte that is not becomes a lone low surrogate
 * (U+DC80 to U+DCFF), so that different paths stay different and every path can be turned back;
 * {@link dev.coord.path.RepoPaths#isSafe} refuses such texts.
 */
final class PathNames {

  private static final int ESCAPE = 0xdc00;

  private PathNames() {}

  static String decode(byte[] bytes, int length) {
    for (int i = 0; i < length; i++) {
      if (bytes[i] < 0) {
        return decodeWide(ByteBuffer.wrap(bytes, 0, length));
      }
    }
    return new String(bytes, 0, length, StandardCharsets.US_ASCII);
  }

  private static String decodeWide(ByteBuffer in) {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    CharBuffer out = CharBuffer.allocate(in.remaining());
    while (true) {
      CoderResult result = decoder.decode(in, out, true);
      if (result.isUnderflow()) {
        return out.flip().toString();
      }
      for (int i = result.length(); i > 0; i--) {
        out.put((char) (ESCAPE | (in.get() & 0xff)));
      }
      decoder.reset();
    }
  }

  private static boolean isAscii(String path) {
    for (int i = 0; i < path.length(); i++) {
      if (path.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }

  static byte[] encode(String path) {
    if (isAscii(path)) {
      return path.getBytes(StandardCharsets.US_ASCII);
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(path.length());
    path.codePoints()
        .forEach(
            c -> {
              if ((c & ~0xff) == ESCAPE) {
                bytes.write(c);
              } else {
                bytes.writeBytes(Character.toString(c).getBytes(StandardCharsets.UTF_8));
              }
            });
    return bytes.toByteArray();
  }
}
