package dev.coord.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A link in a Markdown text to something that a plan defines: {@code
 * [basket](workstream:checkout)}.
 *
 * @param id as written; it may be none
 * @param offset where the destination begins, in characters from 0
 */
public record TextLink(Kind kind, String id, int offset) {

  /** What can be linked to by its id; the word stands before the colon. */
  public enum Kind {
    /** A workstream: {@code workstream:checkout}. */
    WORKSTREAM("workstream"),
    /** A gate: {@code gate:coverage}. */
    GATE("gate"),
    /** A person: {@code person:ana}. */
    PERSON("person"),
    /** A sprint: {@code sprint:sprint-1}. */
    SPRINT("sprint"),
    /** A document: {@code page:runbook}. */
    PAGE("page");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /** What stands before the colon. */
    public String word() {
      return word;
    }
  }

  private static final Map<String, Kind> KINDS =
      Arrays.stream(Kind.values()).collect(Collectors.toMap(Kind::word, kind -> kind));

  /** Behind a text in brackets, in angle brackets, or where a label is defined. */
  private static final Pattern LINK =
      Pattern.compile(
          "(?<!\\\\)(?:\\]\\([ \\t]{0,8}<?|\\]:[ \\t]{0,8}<?|<)"
              + "("
              + String.join("|", KINDS.keySet())
              + "):([^\\s()<>#\"]{0,100})");

  private static final Pattern FENCE = Pattern.compile("[ \\t>]*(`{3,}|~{3,})(.*)");

  /** Checks that both are there. */
  public TextLink {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(id, "id");
  }

  /** The links of a text in their order; code has none. The time taken is linear. */
  public static List<TextLink> in(String markdown) {
    if (KINDS.keySet().stream().noneMatch(word -> markdown.contains(word + ":"))) {
      return List.of();
    }
    List<TextLink> links = new ArrayList<>();
    Matcher link = LINK.matcher(withoutCode(markdown));
    while (link.find()) {
      links.add(new TextLink(KINDS.get(link.group(1)), link.group(2), link.start(1)));
    }
    return List.copyOf(links);
  }

  /** The same text with spaces in the place of its code. */
  static String withoutCode(String markdown) {
    StringBuilder text = new StringBuilder(markdown);
    List<int[]> runs = new ArrayList<>();
    String fence = "";
    int paragraph = 0;
    int start = 0;
    while (start < markdown.length()) {
      int feed = markdown.indexOf('\n', start);
      int end = feed < 0 ? markdown.length() : feed;
      String line = markdown.substring(start, end);
      Matcher mark = FENCE.matcher(line);
      boolean fenced = mark.matches();
      boolean closes =
          fenced && !fence.isEmpty() && mark.group(1).startsWith(fence) && mark.group(2).isBlank();
      boolean opens =
          fenced && fence.isEmpty() && !(line.indexOf('~') < 0 && mark.group(2).contains("`"));
      if (opens) {
        fence = mark.group(1);
      }
      if (!fence.isEmpty()) {
        blank(text, start, end);
        paragraph++;
      } else {
        paragraph += line.isBlank() ? 1 : 0;
        addRuns(line, start, paragraph, runs);
      }
      fence = closes ? "" : fence;
      start = end + 1;
    }
    blankSpans(text, runs);
    return text.toString();
  }

  /** Runs of backticks: where each begins and ends, and its paragraph. */
  private static void addRuns(String line, int offset, int paragraph, List<int[]> runs) {
    int at = line.indexOf('`');
    while (at >= 0) {
      int end = at;
      while (end < line.length() && line.charAt(end) == '`') {
        end++;
      }
      runs.add(new int[] {offset + at, offset + end, paragraph});
      at = line.indexOf('`', end);
    }
  }

  /** A span ends at the next run of the same length in its paragraph. */
  private static void blankSpans(StringBuilder text, List<int[]> runs) {
    int[] closing = new int[runs.size()];
    Map<List<Integer>, Integer> next = new HashMap<>();
    for (int i = runs.size() - 1; i >= 0; i--) {
      int[] run = runs.get(i);
      Integer before = next.put(List.of(run[1] - run[0], run[2]), i);
      closing[i] = before == null ? -1 : before;
    }
    for (int i = 0; i < closing.length; i++) {
      if (closing[i] >= 0) {
        blank(text, runs.get(i)[0], runs.get(closing[i])[1]);
        i = closing[i];
      }
    }
  }

  private static void blank(StringBuilder text, int start, int end) {
    for (int i = start; i < end; i++) {
      if (text.charAt(i) != '\n') {
        text.setCharAt(i, ' ');
      }
    }
  }
}
