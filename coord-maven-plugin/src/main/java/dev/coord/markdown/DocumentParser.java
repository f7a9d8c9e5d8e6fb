package dev.coord.markdown;

import dev.coord.markdown.MarkdownDocument.Chapter;
import dev.coord.markdown.MarkdownDocument.Footnote;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes a Markdown file apart line by line.
 *
 * <p>Headings count outside of code, lists and quotations. An underlined heading is one line behind
 * a blank one. Front matter is shown as code, and names the file where no heading does. Comments of
 * HTML are left out, and alerts in the form of GitHub begin with their kind. Definitions of links
 * hold in all parts.
 */
final class DocumentParser {

  private static final Pattern HEADING = Pattern.compile(" {0,3}(#{1,6})[ \\t]++(.+)");
  private static final Pattern CLOSING_MARKS = Pattern.compile("(?:^|[ \\t])#++[ \\t]*+$");
  private static final Pattern UNDERLINE = Pattern.compile(" {0,3}(?:(=+)|-+)[ \\t]*");
  private static final Pattern UNDERLINED = Pattern.compile(" {0,3}[^\\s>|#=].*");
  private static final Pattern FENCE = Pattern.compile("[ \\t]*(`{3,}[^`]*|~{3,}.*)");
  private static final Pattern ITEM =
      Pattern.compile(" {0,3}(?:[-+*]|[0-9]{1,9}[.)])(?:[ \\t].*)?");
  private static final Pattern NOTE =
      Pattern.compile(" {0,3}\\[\\^([^\\s\\[\\]]{1,64})\\]:[ \\t]*(.*)");
  private static final Pattern DEFINITION =
      Pattern.compile(" {0,3}\\[((?!\\^)[^\\[\\]]{1,200})\\]:[ \\t]*\\S.{0,2300}");

  private static final Pattern TITLE = Pattern.compile("title:[ \\t]++(.{1,300})");
  private static final Pattern ALERT =
      Pattern.compile("( {0,3}>[ \\t]?)\\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\\][ \\t]*");

  private static final String OPENS = "<!--";
  private static final String CLOSES = "-->";
  private static final String FRONT = "---";
  private static final int MOST_FRONT_LINES = 100;
  private static final int MOST_DEFINITIONS = 500;

  /** A heading with what stands under it, before it is known what is in what. */
  private record Part(int level, String heading, StringBuilder body) {}

  private final Markdown markdown = new Markdown();
  private final List<Part> parts = new ArrayList<>(List.of(new Part(0, "", new StringBuilder())));
  private final Map<String, String> notes = new LinkedHashMap<>();
  private final Map<String, String> definitions = new LinkedHashMap<>();
  private final List<String> lines;

  /** The last line in which a comment can end. */
  private final int lastEnd;

  private Optional<String> named = Optional.empty();
  private String fence = "";
  private boolean list;

  DocumentParser(String source) {
    lines = Characters.clean(source).lines().toList();
    int end = lines.size() - 1;
    while (end >= 0 && !lines.get(end).contains(CLOSES)) {
      end--;
    }
    lastEnd = end;
  }

  MarkdownDocument document() {
    int at = frontMatter();
    while (at < lines.size()) {
      at = read(at);
    }
    FootnoteNumbers numbers = new FootnoteNumbers(notes.keySet());
    List<String> bodies = parts.stream().map(p -> numbers.refer(p.body().toString())).toList();
    List<Footnote> footnotes = new ArrayList<>();
    // A note may be the first that refers to another one.
    while (footnotes.size() < numbers.labels().size() || numbers.addRest()) {
      String label = numbers.labels().get(footnotes.size());
      String text = numbers.refer(notes.get(label)).strip();
      footnotes.add(new Footnote(footnotes.size() + 1, withDefinitions(text)));
    }
    boolean titled = isTitled();
    return new MarkdownDocument(
        titled ? Optional.of(parts.get(1).heading()) : named,
        withDefinitions(bodies.get(titled ? 1 : 0)),
        chapters(bodies, titled ? 2 : 1, parts.size()),
        footnotes);
  }

  /** Whether the first heading is the only one of its level, and nothing stands before it. */
  private boolean isTitled() {
    return parts.get(0).body().toString().isBlank()
        && parts.size() > 1
        && parts.get(1).level() == 1
        && parts.stream().filter(part -> part.level() == 1).count() == 1;
  }

  private List<Chapter> chapters(List<String> bodies, int from, int to) {
    List<Chapter> chapters = new ArrayList<>();
    int at = from;
    while (at < to) {
      int end = at + 1;
      while (end < to && parts.get(end).level() > parts.get(at).level()) {
        end++;
      }
      List<Chapter> inner = chapters(bodies, at + 1, end);
      chapters.add(new Chapter(parts.get(at).heading(), withDefinitions(bodies.get(at)), inner));
      at = end;
    }
    return chapters;
  }

  /** Takes what some generators read before the text as code; gives the line behind it. */
  private int frontMatter() {
    if (lines.isEmpty() || !lines.get(0).stripTrailing().equals(FRONT)) {
      return 0;
    }
    for (int end = 1; end < Math.min(lines.size(), MOST_FRONT_LINES); end++) {
      if (lines.get(end).stripTrailing().equals(FRONT)) {
        named = lines.subList(1, end).stream().flatMap(line -> title(line).stream()).findFirst();
        String front = String.join("\n", lines.subList(1, end));
        String marks = MarkdownText.fence(front);
        append(marks + "yaml\n" + front + "\n" + marks + "\n");
        return end + 1;
      }
    }
    return 0;
  }

  /** What a line of front matter says that the file is called: a text in one line. */
  private Optional<String> title(String line) {
    Matcher title = TITLE.matcher(line.stripTrailing());
    if (!title.matches()) {
      return Optional.empty();
    }
    String text = title.group(1);
    char first = text.charAt(0);
    boolean quoted =
        (first == '"' || first == '\'')
            && text.length() > 2
            && text.charAt(text.length() - 1) == first;
    String plain = markdown.text(quoted ? text.substring(1, text.length() - 1) : text);
    return Optional.of(plain).filter(t -> !t.isBlank());
  }

  /** Reads what begins in a line; gives the line behind it. */
  private int read(int at) {
    if (fence.isEmpty() && isComment(at)) {
      return comment(at);
    }
    String line = fence.isEmpty() ? withoutComments(lines.get(at)) : lines.get(at);
    if (!fence.isEmpty()) {
      fence = closes(line) ? "" : fence;
      append(line);
      return at + 1;
    }
    if (FENCE.matcher(line).matches()) {
      fence = marks(line);
      append(line);
      return at + 1;
    }
    Matcher alert = ALERT.matcher(line);
    if (alert.matches()) {
      String kind = alert.group(2);
      append(
          alert.group(1)
              + "**"
              + kind.charAt(0)
              + kind.substring(1).toLowerCase(Locale.ROOT)
              + "**");
      append(alert.group(1));
      return at + 1;
    }
    Matcher note = NOTE.matcher(line);
    if (note.matches() && !notes.containsKey(FootnoteNumbers.label(note.group(1)))) {
      return note(FootnoteNumbers.label(note.group(1)), note.group(2), at + 1);
    }
    Matcher heading = HEADING.matcher(line);
    if (heading.matches() && (!list || line.startsWith("#"))) {
      return heading(heading.group(1).length(), heading.group(2), at + 1);
    }
    Matcher underline = UNDERLINE.matcher(at + 1 < lines.size() ? lines.get(at + 1) : "");
    if (!list && underline.matches() && mayBeUnderlined(line, at)) {
      return heading(underline.group(1) == null ? 2 : 1, line, at + 2);
    }
    define(line);
    boolean ends = list && !line.isBlank() && !line.startsWith(" ") && isAfterBlank(at);
    list = ITEM.matcher(line).matches() || list && !ends;
    append(line);
    return at + 1;
  }

  private boolean isComment(int at) {
    String line = lines.get(at);
    int from = line.indexOf(OPENS);
    return at <= lastEnd && from >= 0 && from < 4 && line.substring(0, from).isBlank();
  }

  /** Leaves out a comment of whole lines; what stands behind its end stays. */
  private int comment(int first) {
    int begin = lines.get(first).indexOf(OPENS) + OPENS.length();
    for (int at = first; at <= lastEnd; at++) {
      int end = lines.get(at).indexOf(CLOSES, at == first ? begin : 0);
      if (end >= 0) {
        String rest = lines.get(at).substring(end + CLOSES.length());
        if (!rest.isBlank()) {
          append(withoutComments(rest.strip()));
        }
        return at + 1;
      }
    }
    append(lines.get(first));
    return first + 1;
  }

  /** A line without the comments in it; beside code, nobody knows which of both it is. */
  private static String withoutComments(String line) {
    if (line.indexOf('`') >= 0) {
      return line;
    }
    StringBuilder kept = new StringBuilder();
    int at = 0;
    int from = line.indexOf(OPENS);
    while (from >= 0) {
      int end = line.indexOf(CLOSES, from + OPENS.length());
      if (end < 0) {
        break;
      }
      kept.append(line, at, from);
      at = end + CLOSES.length();
      from = line.indexOf(OPENS, at);
    }
    return kept.append(line.substring(at)).toString();
  }

  private boolean mayBeUnderlined(String line, int at) {
    return UNDERLINED.matcher(line).matches()
        && !ITEM.matcher(line).matches()
        && (isAfterBlank(at) || parts.get(parts.size() - 1).body().length() == 0);
  }

  private boolean isAfterBlank(int at) {
    return at == 0 || lines.get(at - 1).isBlank();
  }

  private static String marks(String line) {
    String text = line.strip();
    int end = 0;
    while (end < text.length() && text.charAt(end) == text.charAt(0)) {
      end++;
    }
    return text.substring(0, end);
  }

  private boolean closes(String line) {
    String text = line.strip();
    return text.startsWith(fence) && marks(line).equals(text);
  }

  private int heading(int level, String source, int next) {
    String heading = markdown.text(CLOSING_MARKS.matcher(source).replaceFirst(""));
    if (!heading.isBlank()) {
      parts.add(new Part(level, heading, new StringBuilder()));
    }
    list = false;
    return next;
  }

  /** Reads a note with the lines that belong to it; gives the line behind it. */
  private int note(String label, String begin, int next) {
    StringBuilder text = new StringBuilder(begin);
    int at = next;
    while (at < lines.size() && goesOn(at, next)) {
      text.append('\n').append(lines.get(at).strip());
      at++;
    }
    notes.put(label, text.toString());
    return at;
  }

  /** Whether a line is of the note before it: a line of its paragraph, or one that is indented. */
  private boolean goesOn(int at, int first) {
    String line = lines.get(at);
    if (line.isBlank()) {
      return at + 1 < lines.size() && lines.get(at + 1).startsWith("  ");
    }
    boolean begins = NOTE.matcher(line).matches() || HEADING.matcher(line).matches();
    return line.startsWith("  ") || !begins && (at == first || !lines.get(at - 1).isBlank());
  }

  private void define(String line) {
    Matcher definition = DEFINITION.matcher(line);
    if (definitions.size() < MOST_DEFINITIONS && definition.matches()) {
      definitions.putIfAbsent(definition.group(1).toLowerCase(Locale.ROOT), line);
    }
  }

  private String withDefinitions(String text) {
    if (text.indexOf('[') < 0) {
      return text;
    }
    String lower = text.toLowerCase(Locale.ROOT);
    StringBuilder more = new StringBuilder();
    definitions.forEach(
        (label, line) -> {
          if (lower.contains("[" + label + "]") && !text.contains(line)) {
            more.append(line).append('\n');
          }
        });
    return more.isEmpty() ? text : text + "\n\n" + more;
  }

  private void append(String line) {
    parts.get(parts.size() - 1).body().append(line).append('\n');
  }
}
