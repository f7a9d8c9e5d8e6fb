package dev.coord.publish;

import java.util.Locale;
import java.util.regex.Pattern;

/** The one sink for untrusted text on its way to a console. */
public final class SafeText {

  /** The longest line, in UTF-16 units. */
  public static final int MAX_LENGTH = 500;

  private static final String CUT = "...";

  /**
   * What makes a CI runner take text for a command: {@code ::} at the start of a line for GitHub,
   * {@code ##[} anywhere in it, {@code ##vso[} for Azure, {@code ##teamcity[}.
   */
  private static final Pattern COMMAND = Pattern.compile(":(?=:)|#(?=#\\w{0,20}\\[)");

  private SafeText() {}

  /**
   * One line that cannot steer a terminal or a CI runner.
   *
   * <p>Control characters (C0, C1, line and paragraph separators), characters of no width and those
   * that change the direction of writing, and halves of surrogate pairs appear as escapes such as
   * {@code \n} and {@code \u202e}; the marks of workflow commands are broken by a space; what is
   * longer than {@value #MAX_LENGTH} is cut. The result of this method comes out of it unchanged.
   */
  public static String line(String text) {
    return line(text, MAX_LENGTH);
  }

  /**
   * The same with less room.
   *
   * @param most longest result in UTF-16 units, 4 to {@value #MAX_LENGTH}
   */
  public static String line(String text, int most) {
    if (text.length() <= most && isSurelySafe(text)) {
      return text;
    }
    String escaped = COMMAND.matcher(escaped(text, most)).replaceAll("$0 ");
    return escaped.length() <= most ? escaped : cut(escaped, most - CUT.length()) + CUT;
  }

  /** Letters of ASCII without two colons or hashes beside each other: nearly every text. */
  private static boolean isSurelySafe(String text) {
    char before = ' ';
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c >= 0x7f || c == before && (c == ':' || c == '#')) {
        return false;
      }
      before = c;
    }
    return true;
  }

  /** Escapes no more of the text than could be shown. */
  private static String escaped(String text, int most) {
    StringBuilder line = new StringBuilder(Math.min(text.length(), most + 1));
    for (int i = 0; i < text.length() && line.length() <= most; ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (isHarmless(c)) {
        line.appendCodePoint(c);
      } else {
        line.append(escape(c));
      }
    }
    return line.toString();
  }

  private static boolean isHarmless(int c) {
    if (c >= ' ' && c < 0x7f) {
      return true;
    }
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          false;
      default -> true;
    };
  }

  private static String escape(int c) {
    return switch (c) {
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      default ->
          c > Character.MAX_VALUE
              ? String.format(Locale.ROOT, "\\x{%x}", c)
              : String.format(Locale.ROOT, "\\u%04x", c);
    };
  }

  /** The beginning of a text, without half of a surrogate pair at its end. */
  private static String cut(String text, int length) {
    int end = Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length;
    return text.substring(0, end);
  }
}
