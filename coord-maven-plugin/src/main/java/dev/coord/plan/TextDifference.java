package dev.coord.plan;

import java.util.List;

/**
 * Where two texts differ first, short enough for a sentence.
 *
 * @param line the first line that differs, counted from 1; 0 where both have one line only
 * @param before what one says there, in quotes; {@code nothing} where it has no such line
 * @param now what the other says there, likewise
 */
record TextDifference(int line, String before, String now) {

  /** Characters that are shown of a line. */
  private static final int LONGEST = 80;

  private static final String CUT = "...";

  /** The first difference of two texts that differ. */
  static TextDifference between(String before, String now) {
    List<String> was = before.lines().toList();
    List<String> is = now.lines().toList();
    int at = 0;
    while (at < was.size() && at < is.size() && was.get(at).equals(is.get(at))) {
      at++;
    }
    String one = at < was.size() ? was.get(at) : "";
    String other = at < is.size() ? is.get(at) : "";
    int same = 0;
    if (Math.max(one.length(), other.length()) > LONGEST) {
      same = Math.max(0, common(one, other) - LONGEST / 4);
    }
    boolean single = was.size() <= 1 && is.size() <= 1;
    return new TextDifference(single ? 0 : at + 1, shown(one, same), shown(other, same));
  }

  private static int common(String one, String other) {
    int same = 0;
    while (same < one.length() && same < other.length() && one.charAt(same) == other.charAt(same)) {
      same++;
    }
    return same;
  }

  /** The text from a character on; the whole characters of it, whatever language they are of. */
  private static String shown(String line, int from) {
    if (line.isBlank()) {
      return "nothing";
    }
    int start = Math.min(from, line.length());
    start -=
        start > 0 && start < line.length() && Character.isLowSurrogate(line.charAt(start)) ? 1 : 0;
    int end = Math.min(start + LONGEST, line.length());
    end -= end < line.length() && Character.isLowSurrogate(line.charAt(end)) ? 1 : 0;
    return '"'
        + (start > 0 ? CUT : "")
        + line.substring(start, end).strip()
        + (end < line.length() ? CUT : "")
        + '"';
  }
}
