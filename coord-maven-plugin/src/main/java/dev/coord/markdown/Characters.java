package dev.coord.markdown;

/** Replaces the characters that no page may hold, or that would change the text around them. */
final class Characters {
  private static final int REPLACEMENT = 0xfffd;

  private Characters() {}

  /**
   * The text with {@code \n} as its only line end, and U+FFFD for each character that no page may
   * hold.
   */
  static String clean(String text) {
    String lines = text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
    if (isPlain(lines) || lines.codePoints().noneMatch(Characters::isRefused)) {
      return lines;
    }
    StringBuilder cleaned = new StringBuilder(lines.length());
    lines.codePoints().forEach(c -> cleaned.appendCodePoint(isRefused(c) ? REPLACEMENT : c));
    return cleaned.toString();
  }

  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' && c != '\n' || c >= 0x7f) {
        return false;
      }
    }
    return true;
  }

  private static boolean isRefused(int c) {
    return Character.isISOControl(c) && c != '\n' && c != '\t'
        || Character.getType(c) == Character.SURROGATE
        || isNoncharacter(c)
        || isReordering(c);
  }

  /**
   * These are errors in HTML, as control characters are:
   * https://html.spec.whatwg.org/#preprocessing-the-input-stream.
   */
  private static boolean isNoncharacter(int c) {
    return (c & 0xfffe) == 0xfffe || c >= 0xfdd0 && c <= 0xfdef;
  }

  /**
   * Embeddings, overrides and isolates, which can make a text read as another one (CVE-2021-42574).
   */
  private static boolean isReordering(int c) {
    return c >= 0x202a && c <= 0x202e || c >= 0x2066 && c <= 0x2069;
  }
}
