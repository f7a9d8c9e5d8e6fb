package dev.coord.plan.yaml;

import java.util.Collection;
import java.util.Iterator;
import java.util.Locale;
import java.util.stream.Collectors;

/** Puts words of a plan into messages: always on one line, never endless. */
final class Words {
  private static final int LONGEST = 60;
  private static final int MOST = 40;

  private Words() {}

  /** The text in double quotes, shortened, with control characters made visible. */
  static String quote(String text) {
    return "\"" + plain(text) + "\"";
  }

  /** The text without quotes, shortened, with control characters made visible. */
  static String plain(String text) {
    StringBuilder shown = new StringBuilder();
    int end = text.length() > LONGEST ? text.offsetByCodePoints(0, shortened(text)) : text.length();
    text.substring(0, end)
        .codePoints()
        .forEach(
            c -> {
              if (c == '\n') {
                shown.append("\\n");
              } else if (hidden(c)) {
                shown.append(String.format(Locale.ROOT, "\\u%04X", c));
              } else {
                shown.appendCodePoint(c);
              }
            });
    return end < text.length() ? shown + "..." : shown.toString();
  }

  /** The words in their order, separated by commas; a long list is cut. */
  static String list(Collection<String> words) {
    String joined = words.stream().limit(MOST).map(Words::plain).collect(Collectors.joining(", "));
    return words.size() > MOST ? joined + " and " + (words.size() - MOST) + " more" : joined;
  }

  /** The words in their order, the last one after {@code or}. */
  static String either(Collection<String> words) {
    StringBuilder joined = new StringBuilder();
    for (Iterator<String> each = words.iterator(); each.hasNext(); ) {
      String word = each.next();
      if (joined.length() > 0) {
        joined.append(each.hasNext() ? ", " : " or ");
      }
      joined.append(word);
    }
    return joined.toString();
  }

  private static int shortened(String text) {
    return Math.min(LONGEST, text.codePointCount(0, text.length()));
  }

  private static boolean hidden(int c) {
    int type = Character.getType(c);
    return type == Character.CONTROL
        || type == Character.FORMAT
        || type == Character.SURROGATE
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR;
  }
}
