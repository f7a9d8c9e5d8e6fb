package dev.coord.site.render;

import dev.coord.site.model.Signs;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Makes what cannot be seen visible: control characters, lone surrogates and the marks that turn
 * the direction of writing, which could make a path read as another one.
 */
final class PlainText {

  private static final Pattern AROUND = Pattern.compile("^[\\s\\p{Z}]+|[\\s\\p{Z}]+$");

  private PlainText() {}

  /** A text for one line: line breaks and tabs are spaces, comparisons have their signs. */
  static String line(String text) {
    return Signs.of(clean(text, false, true));
  }

  /**
   * A text that stands for itself, such as a heading: without spaces around it, and never blank.
   */
  static String title(String text) {
    if (isPlain(text) && !text.isEmpty() && !text.startsWith(" ") && !text.endsWith(" ")) {
      return Signs.of(text);
    }
    String title = AROUND.matcher(line(text)).replaceAll("");
    return title.isEmpty() ? "(blank)" : title;
  }

  /** A text for one line to be read letter by letter: line breaks and tabs are shown as well. */
  static String code(String text) {
    return clean(text, false, false);
  }

  /** A text of many lines; every kind of line break becomes one line feed. */
  static String block(String text) {
    return clean(text.replace("\r\n", "\n").replace('\r', '\n'), true, false);
  }

  private static String clean(String text, boolean keepLines, boolean asSpaces) {
    if (isPlain(text)) {
      return text;
    }
    StringBuilder clean = new StringBuilder(text.length() + 16);
    text.codePoints().forEach(c -> append(clean, c, keepLines, asSpaces));
    return clean.toString();
  }

  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c >= 0x7F) {
        return false;
      }
    }
    return true;
  }

  private static void append(StringBuilder to, int c, boolean keepLines, boolean asSpaces) {
    if (keepLines && (c == '\n' || c == '\t')) {
      to.append((char) c);
    } else if (asSpaces && isSpacing(c)) {
      to.append(' ');
    } else if (c == '\n') {
      to.append("\\n");
    } else if (c == '\r') {
      to.append("\\r");
    } else if (c == '\t') {
      to.append("\\t");
    } else if (isHidden(c)) {
      to.append(String.format(Locale.ROOT, "\\u%04X", c));
    } else {
      to.appendCodePoint(c);
    }
  }

  private static boolean isSpacing(int c) {
    return c >= '\t' && c <= '\r' || c == 0x85 || c == 0x2028 || c == 0x2029;
  }

  private static boolean isHidden(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default ->
          c >= 0x202A && c <= 0x202E // embeddings and overrides
              || c >= 0x2066 && c <= 0x2069 // isolates
              || c >= 0xFDD0 && c <= 0xFDEF // noncharacters
              || (c & 0xFFFE) == 0xFFFE;
    };
  }
}
