package dev.coord.evidence.findings;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * URIs of SARIF as names of files. They are only ever compared.
 *
 * <p>What begins with {@code file:} is absolute. Windows' drives are kept as they are. Names of
 * another scheme stay as they are and fit nothing.
 */
final class SarifUri {

  private static final Pattern FILE = Pattern.compile("(?i)file:(?://[^/]*)?(/.*)", Pattern.DOTALL);
  private static final Pattern DRIVE = Pattern.compile("/[A-Za-z]:(?:/.*)?", Pattern.DOTALL);
  private static final Pattern SCHEME =
      Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:.*", Pattern.DOTALL);

  private SarifUri() {}

  /** The name of a file, with {@code /}; percent signs stand for bytes of UTF-8. */
  static String name(String uri) {
    Matcher file = FILE.matcher(uri);
    if (file.matches()) {
      String path = decoded(withoutEnd(file.group(1)));
      return DRIVE.matcher(path).matches() ? path.substring(1) : path;
    }
    return SCHEME.matcher(uri).matches() ? uri : decoded(withoutEnd(uri));
  }

  /** Whether a URI is of another scheme than that of files. */
  static boolean isForeign(String uri) {
    return SCHEME.matcher(uri).matches() && !FILE.matcher(uri).matches();
  }

  /** Without query and fragment. */
  private static String withoutEnd(String uri) {
    int end = uri.length();
    for (char mark : new char[] {'?', '#'}) {
      int at = uri.indexOf(mark);
      end = at >= 0 ? Math.min(end, at) : end;
    }
    return uri.substring(0, end);
  }

  /** The text with its bytes; as it is where they are no text. */
  private static String decoded(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    ByteBuffer bytes = ByteBuffer.allocate(text.length() * 4);
    for (int i = 0; i < text.length(); ) {
      Optional<Byte> escaped = text.charAt(i) == '%' ? octet(text, i + 1) : Optional.empty();
      if (text.charAt(i) == '%' && escaped.isEmpty()) {
        return text;
      }
      if (escaped.isPresent()) {
        bytes.put(escaped.get());
        i += 3;
      } else {
        int next = text.offsetByCodePoints(i, 1);
        bytes.put(text.substring(i, next).getBytes(StandardCharsets.UTF_8));
        i = next;
      }
    }
    try {
      String name = StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
      return name.indexOf('\0') < 0 ? name : text;
    } catch (CharacterCodingException e) {
      return text;
    }
  }

  private static Optional<Byte> octet(String text, int at) {
    if (at + 2 > text.length()) {
      return Optional.empty();
    }
    int high = Character.digit(text.charAt(at), 16);
    int low = Character.digit(text.charAt(at + 1), 16);
    return high < 0 || low < 0 ? Optional.empty() : Optional.of((byte) (high << 4 | low));
  }
}
