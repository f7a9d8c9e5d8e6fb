package dev.coord.publish.feed;

import dev.coord.publish.SafeText;
import java.util.ArrayList;
import java.util.List;

/**
 * The lines of a brief. Every section has room for a fixed number of lines, so that no plan makes a
 * brief longer than it may be.
 */
final class BriefText {

  /** Markdown of one line, in UTF-16 units. */
  static final int LONGEST = SafeText.MAX_LENGTH - 10;

  private final List<String> lines = new ArrayList<>();

  void head(String title, String quotation) {
    lines.add("# " + title);
    lines.add("");
    lines.add("> " + quotation);
  }

  /**
   * A section.
   *
   * @param room most lines below its heading, at least 2
   * @param items Markdown of one line each
   * @param none what stands there when there is no item
   * @param more where what has no room is told, Markdown
   */
  void section(String heading, int room, List<String> items, String none, String more) {
    lines.add("");
    lines.add("## " + heading);
    if (items.isEmpty()) {
      lines.add(none);
      return;
    }
    int shown = items.size() <= room ? items.size() : room - 1;
    items.subList(0, shown).forEach(item -> lines.add("- " + whole(item)));
    if (shown < items.size()) {
      lines.add("- and " + (items.size() - shown) + " more, " + more);
    }
  }

  /** What is too long ends before the mark that has no room: half a mark would change the rest. */
  private static String whole(String item) {
    if (item.length() <= LONGEST) {
      return item;
    }
    int end = 0;
    for (int next = markAt(item, 0); next <= LONGEST; next = markAt(item, next)) {
      end = next;
    }
    return item.substring(0, end).stripTrailing() + "...";
  }

  /** The end of the letter, the escaped letter or the code that begins at a place. */
  private static int markAt(String item, int start) {
    char first = item.charAt(start);
    if (first == '\\') {
      return Math.min(start + 2, item.length());
    }
    if (first != '`') {
      return start + Character.charCount(item.codePointAt(start));
    }
    int ticks = start;
    while (ticks < item.length() && item.charAt(ticks) == '`') {
      ticks++;
    }
    int close = item.indexOf(item.substring(start, ticks), ticks);
    return close < 0 ? ticks : close + ticks - start;
  }

  /** Lines that are safe on a console, too. */
  List<String> lines() {
    return lines.stream().map(SafeText::line).toList();
  }
}
