package dev.coord.site.render;

import java.util.Set;

/** Keeps a number and its unit in one line: {@code 412.3 ms} never ends a line at 412.3. */
final class Units {

  private static final char NO_BREAK = '\u00A0';
  private static final Set<String> UNITS =
      Set.of("ms", "s", "min", "h", "d", "B", "kB", "MB", "GB", "KiB", "MiB", "GiB", "%");
  private static final int LONGEST = 3;

  private Units() {}

  /** The same text, its numbers bound to the units behind them. */
  static String bound(String text) {
    StringBuilder bound = null;
    for (int i = text.indexOf(' '); i >= 0; i = text.indexOf(' ', i + 1)) {
      if (i > 0 && Character.isDigit(text.charAt(i - 1)) && isUnit(text, i + 1)) {
        bound = bound == null ? new StringBuilder(text) : bound;
        bound.setCharAt(i, NO_BREAK);
      }
    }
    return bound == null ? text : bound.toString();
  }

  private static boolean isUnit(String text, int start) {
    int end = start;
    while (end < text.length() && end <= start + LONGEST && isUnitLetter(text.charAt(end))) {
      end++;
    }
    boolean ends = end == text.length() || !Character.isLetterOrDigit(text.charAt(end));
    return ends && UNITS.contains(text.substring(start, end));
  }

  private static boolean isUnitLetter(char c) {
    return Character.isLetter(c) || c == '%';
  }
}
