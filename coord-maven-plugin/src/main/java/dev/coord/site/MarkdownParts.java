package dev.coord.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes a long Markdown text apart, so that its page can be continued on further ones: before
 * headings where it can, else between paragraphs, never within a block of code. Each part keeps the
 * definitions of the links that it refers to.
 */
final class MarkdownParts {

  /** A text up to this length, in characters, stays whole. */
  private static final int LONG = 12_000;

  private static final int MANY_LINES = 200;
  private static final Pattern HEADING = Pattern.compile(" {0,3}#{1,6}(?:[ \\t].*)?");
  private static final Pattern FENCE = Pattern.compile(" {0,3}(`{3,}|~{3,}).*");
  private static final Pattern DEFINITION =
      Pattern.compile(" {0,3}\\[([^\\[\\]]{1,200})\\]:[ \\t]*\\S.*");
  private static final int MOST_DEFINITIONS = 500;

  private final List<String> parts = new ArrayList<>();
  private final Map<String, String> definitions = new TreeMap<>();
  private final StringBuilder part = new StringBuilder();
  private int lines;
  private String fence = "";

  private MarkdownParts() {}

  /** The parts in their order; joined, they say what the text says. */
  static List<String> of(String markdown) {
    List<String> lines = markdown.lines().toList();
    if (markdown.length() <= LONG && lines.size() <= MANY_LINES) {
      return markdown.isBlank() ? List.of() : List.of(markdown);
    }
    MarkdownParts parts = new MarkdownParts();
    lines.forEach(parts::add);
    parts.end();
    return parts.parts.stream().map(parts::withDefinitions).toList();
  }

  private void add(String line) {
    boolean code = !fence.isEmpty();
    if (!code && isBreak(line)) {
      end();
    }
    look(line);
    if (!code && definitions.size() < MOST_DEFINITIONS) {
      Matcher definition = DEFINITION.matcher(line);
      if (definition.matches()) {
        definitions.putIfAbsent(definition.group(1).toLowerCase(Locale.ROOT), line);
      }
    }
    part.append(line).append('\n');
    lines++;
  }

  /** Whether a part may end before a line, and is long enough to. */
  private boolean isBreak(String line) {
    boolean full = part.length() > LONG || lines > MANY_LINES;
    boolean half = part.length() > LONG / 2 || lines > MANY_LINES / 2;
    boolean paragraph = isAfterBlankLine() && !line.isBlank() && !line.startsWith(" ");
    return half && HEADING.matcher(line).matches() || full && paragraph;
  }

  private boolean isAfterBlankLine() {
    int end = part.length();
    return end > 1 && part.charAt(end - 1) == '\n' && part.charAt(end - 2) == '\n';
  }

  private void look(String line) {
    Matcher found = FENCE.matcher(line);
    if (!found.matches()) {
      return;
    }
    String marks = found.group(1);
    if (fence.isEmpty()) {
      fence = marks;
    } else if (marks.charAt(0) == fence.charAt(0)
        && marks.length() >= fence.length()
        && line.strip().equals(marks)) {
      fence = "";
    }
  }

  private void end() {
    if (!part.toString().isBlank()) {
      parts.add(part.toString());
    }
    part.setLength(0);
    lines = 0;
  }

  private String withDefinitions(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    StringBuilder more = new StringBuilder();
    definitions.forEach(
        (label, line) -> {
          if (lower.contains("[" + label + "]") && !text.contains(line)) {
            more.append(line).append('\n');
          }
        });
    return more.isEmpty() ? text : text + "\n" + more;
  }
}
