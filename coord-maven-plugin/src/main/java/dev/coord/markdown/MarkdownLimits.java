package dev.coord.markdown;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a text may hold before it is parsed.
 *
 * <p>flexmark recurses for each nested container, each dash of a rule and each column of a table,
 * makes a cell for each column in each row, and takes time that grows with the square of the lines
 * of a paragraph and of the spaces in a heading. The limits are far beyond what people write. What
 * grows within one line of text is bounded by {@link BoundedInlineParser}.
 */
final class MarkdownLimits {
  static final int MAX_BYTES = 64 * 1024;
  static final int MAX_LINES = 3000;
  static final int MAX_NESTING = 32;
  static final int MAX_CONTAINERS = 10_000;
  static final int MAX_RULE_LENGTH = 256;
  static final int MAX_HEADING_SPACES = 100;
  static final int MAX_COLUMNS = 100;
  static final int MAX_CELLS = 20_000;

  private static final Pattern CONTAINER =
      Pattern.compile(
          "[ \t]*(?:>|(?:[-+*]|[0-9]{1,9}[.)])(?=[ \t]|$)(?:[ \t]+\\[[ xX]\\](?=[ \t]|$))?)");

  private int containers;
  private int columns;
  private long cells;

  private MarkdownLimits() {}

  /** Says which limit a text passes, as the end of a sentence; its lines end with {@code \n}. */
  static Optional<String> passedBy(String text) {
    if (text.length() > MAX_BYTES || text.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
      return Optional.of("it is longer than 64 KiB");
    }
    if (text.chars().filter(c -> c == '\n').count() >= MAX_LINES) {
      return Optional.of("it has more than 3,000 lines");
    }
    MarkdownLimits limits = new MarkdownLimits();
    return text.lines().flatMap(line -> limits.passedByLine(line).stream()).findFirst();
  }

  private Optional<String> passedByLine(String line) {
    Matcher container = CONTAINER.matcher(line);
    int depth = 0;
    int rest = 0;
    int rule = ruleLength(line, rest);
    while (rule <= MAX_RULE_LENGTH
        && !isRule(line, rest, rule)
        && container.region(rest, line.length()).lookingAt()) {
      depth++;
      rest = container.end();
      rule = ruleLength(line, rest);
      if (depth > MAX_NESTING) {
        return Optional.of("it nests lists and quotations more than 32 deep");
      }
    }
    containers += depth;
    if (containers > MAX_CONTAINERS) {
      return Optional.of("it has more than 10,000 items of lists and lines of quotations");
    }
    if (rule > MAX_RULE_LENGTH) {
      return Optional.of("it has a line of more than 256 dashes, stars or underscores");
    }
    if (isHeading(line, rest) && longestSpaces(line) > MAX_HEADING_SPACES) {
      return Optional.of("it has a heading with more than 100 spaces in a row");
    }
    return passedByTable(line);
  }

  private Optional<String> passedByTable(String line) {
    if (line.isBlank()) {
      columns = 0;
    } else if (line.indexOf('-') >= 0 && line.chars().allMatch(c -> " \t|:>-".indexOf(c) >= 0)) {
      columns = Math.max(columns, (int) line.chars().filter(c -> c == '|').count() + 1);
    }
    cells += columns;
    return columns > MAX_COLUMNS || cells > MAX_CELLS
        ? Optional.of("it has a table of more than 100 columns or 20,000 cells")
        : Optional.empty();
  }

  private static int longestSpaces(String text) {
    int longest = 0;
    int start = 0;
    for (int at = 0; at < text.length(); at++) {
      if (!isSpace(text.charAt(at))) {
        start = at + 1;
      }
      longest = Math.max(longest, at + 1 - start);
    }
    return longest;
  }

  /**
   * The number of characters from here on that could belong to a thematic break, whatever comes
   * behind them.
   */
  private static int ruleLength(String line, int start) {
    int at = skipSpaces(line, start);
    if (at == line.length() || "-*_".indexOf(line.charAt(at)) < 0) {
      return 0;
    }
    char mark = line.charAt(at);
    while (at < line.length() && (line.charAt(at) == mark || isSpace(line.charAt(at)))) {
      at++;
    }
    return at - start;
  }

  private static boolean isRule(String line, int start, int length) {
    if (length == 0 || start + length < line.length()) {
      return false;
    }
    return line.chars().skip(start).filter(c -> !isSpace((char) c)).count() >= 3;
  }

  private static boolean isHeading(String line, int start) {
    return line.startsWith("#", skipSpaces(line, start));
  }

  private static int skipSpaces(String line, int start) {
    int at = start;
    while (at < line.length() && isSpace(line.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\t';
  }
}
