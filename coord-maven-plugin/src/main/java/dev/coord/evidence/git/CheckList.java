package dev.coord.evidence.git;

import dev.coord.evidence.Progress.Item;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the items of a Markdown check list: {@code - [ ] text}, {@code * [x] text}, {@code 1. [X]
 * text}. What stands in fenced code or in a comment is none.
 *
 * <p>Format: task list items of GitHub Flavored Markdown, an item for each line, and the boxes that
 * the plan has beside them: {@code [~]} at work and {@code [!]} blocked, which are not done, and
 * {@code [-]} given up, which is nothing to do and so no item.
 */
final class CheckList {

  private static final int TAB = 4;

  private static final Pattern ITEM =
      Pattern.compile("([ \\t>]*)(?:[-*+]|[0-9]{1,9}[.)])[ \\t]+\\[([ xX~!-])\\](?:[ \\t]+(.*))?");

  private static final Pattern FENCE = Pattern.compile("[ \\t>]*(`{3,}|~{3,})(.*)");

  private CheckList() {}

  /**
   * The items, in the order written.
   *
   * @param most how many are read: one more says that there are more
   */
  static List<Item> items(String markdown, int most) {
    List<Item> items = new ArrayList<>();
    Deque<Integer> indents = new ArrayDeque<>();
    String fence = "";
    boolean comment = false;
    int number = 0;
    for (String written : markdown.lines().toList()) {
      number++;
      String line = fence.isEmpty() ? visible(written, comment) : written;
      comment = fence.isEmpty() && isOpenBehind(written, comment);
      Matcher mark = FENCE.matcher(line);
      if (mark.matches()) {
        fence = fence(fence, mark.group(1), mark.group(2));
        continue;
      }
      Matcher item = ITEM.matcher(line);
      if (!fence.isEmpty() || !item.matches()) {
        continue;
      }
      int indent = width(item.group(1));
      while (!indents.isEmpty() && indents.peek() >= indent) {
        indents.pop();
      }
      if (item.group(2).equals("-")) {
        continue;
      }
      boolean done = item.group(2).equalsIgnoreCase("x");
      items.add(new Item(number, indents.size(), done, text(item.group(3))));
      indents.push(indent);
      if (items.size() > most) {
        return items;
      }
    }
    return items;
  }

  /** A line without its comments. */
  private static String visible(String line, boolean comment) {
    StringBuilder visible = new StringBuilder();
    int at = 0;
    boolean hidden = comment;
    while (at <= line.length()) {
      int mark = line.indexOf(hidden ? "-->" : "<!--", at);
      if (!hidden) {
        visible.append(line, at, mark < 0 ? line.length() : mark);
      }
      if (mark < 0) {
        break;
      }
      at = mark + (hidden ? 3 : 4);
      hidden = !hidden;
    }
    return visible.toString();
  }

  /** Whether a comment is open behind a line. */
  private static boolean isOpenBehind(String line, boolean comment) {
    int opened = line.lastIndexOf("<!--");
    int closed = line.lastIndexOf("-->");
    return opened < 0 && closed < 0 ? comment : opened > closed;
  }

  /** The fence that is open behind a line of fence characters. */
  private static String fence(String open, String mark, String rest) {
    if (open.isEmpty()) {
      return mark.startsWith("`") && rest.indexOf('`') >= 0 ? "" : mark;
    }
    return mark.startsWith(open) && rest.isBlank() ? "" : open;
  }

  private static int width(String indent) {
    int width = 0;
    for (int i = 0; i < indent.length(); i++) {
      width += indent.charAt(i) == '\t' ? TAB - width % TAB : 1;
    }
    return width;
  }

  /** Without what could forge a line, or turn its direction. */
  private static String text(String written) {
    if (written == null) {
      return "";
    }
    StringBuilder text = new StringBuilder(written.length());
    written
        .codePoints()
        .map(c -> Character.isISOControl(c) ? ' ' : c)
        .filter(c -> Character.getType(c) != Character.FORMAT)
        .filter(c -> Character.getType(c) != Character.SURROGATE)
        .forEach(text::appendCodePoint);
    return text.toString().strip();
  }
}
