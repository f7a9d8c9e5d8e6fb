package dev.coord.site.render.picture;

import dev.coord.site.model.Mark;
import java.util.Locale;

/**
 * Hostile texts in sources of Mermaid: what may mean something there is written as the number of
 * its character. What people and programs read in between, such as commas and brackets in quotes,
 * stays as it is.
 */
final class MermaidText {

  /** Signs that mean nothing in any notation, neither in quotes nor without them. */
  private static final String HARMLESS = " .-(),/+='…≥≤≠↳–";

  private MermaidText() {}

  /** A mark with its note. */
  static String named(Mark mark) {
    return mark.note().isEmpty() ? mark.name() : mark.name() + " (" + mark.note() + ")";
  }

  /** A text in quotes, which is never empty. */
  static String quoted(String text) {
    String trimmed = text.strip();
    return "\"" + (trimmed.isEmpty() ? "–" : coded(trimmed, isMarkdown(trimmed) ? 1 : 0)) + "\"";
  }

  /**
   * A text without quotes, which a colon ends.
   *
   * @param first how many of its characters are numbers, whatever they are
   */
  static String bare(String text, int first) {
    return coded(text, first).replace(":", "#58;");
  }

  /**
   * A text of which some characters are numbers, whatever they are.
   *
   * @param first how many of its characters, 0 or more
   */
  private static String coded(String text, int first) {
    int[] characters = text.codePoints().toArray();
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < characters.length; i++) {
      if (i >= first && isHarmless(characters, i)) {
        out.appendCodePoint(characters[i]);
      } else {
        out.append(String.format(Locale.ROOT, "#%d;", characters[i]));
      }
    }
    return out.toString();
  }

  /** Some versions take what looks like a list for one, and refuse to draw it. */
  private static boolean isMarkdown(String text) {
    return "-+".indexOf(text.charAt(0)) >= 0 || text.matches("(?s)[0-9]+[.)](\\s.*)?");
  }

  private static boolean isHarmless(int[] text, int at) {
    int c = text[at];
    if (c == '_') {
      return isWord(text, at - 1) && isWord(text, at + 1);
    }
    if (c == '%') {
      return at > 0 && !is(text, at - 1, '%') && !is(text, at + 1, '%');
    }
    if (c == ':') {
      return is(text, at + 1, ' '); // what is close to it makes an address, or the name of an icon
    }
    // An address without a scheme is a link to some.
    boolean begins = c == '.' && is(text, at - 1, 'w', 'W');
    return Character.isLetterOrDigit(c) || HARMLESS.indexOf(c) >= 0 && !begins;
  }

  private static boolean isWord(int[] text, int at) {
    return at >= 0 && at < text.length && Character.isLetterOrDigit(text[at]);
  }

  private static boolean is(int[] text, int at, int... wanted) {
    for (int one : wanted) {
      if (at >= 0 && at < text.length && text[at] == one) {
        return true;
      }
    }
    return false;
  }
}
