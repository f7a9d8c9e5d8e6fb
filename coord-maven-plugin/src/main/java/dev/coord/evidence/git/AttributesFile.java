package dev.coord.evidence.git;

import dev.coord.path.PathPattern;
import dev.coord.path.PathPatterns;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A {@code .gitattributes} file, or git's {@code info/attributes}.
 *
 * <p>Format: gitattributes(5). A line that {@link PathPattern} refuses, because it can never match
 * or git's manual does not explain it, is passed over; so is a pattern that takes back, as git has
 * it.
 */
final class AttributesFile {

  /** What is said of an attribute that is set, unset, or taken back; anything else is a value. */
  static final String SET = "+";

  static final String UNSET = "-";
  static final String UNSPECIFIED = "!";

  private static final String MACRO = "[attr]";
  private static final int LINES = 10_000;
  private static final int DEPTH = 10;

  private final List<Line> lines;
  private final Map<String, Sayings> byAttribute = new HashMap<>();

  /**
   * A line that says something of files.
   *
   * @param says by attribute, what it says of it
   */
  private record Line(PathPattern pattern, Map<String, String> says) {}

  /** What lines say of one attribute, in their order. */
  private record Sayings(PathPatterns patterns, List<String> values) {}

  private AttributesFile(List<Line> lines) {
    this.lines = lines;
  }

  /** The macros that git has. */
  static Map<String, String> macros() {
    Map<String, String> macros = new HashMap<>();
    macros.put("binary", "-diff -merge -text");
    return macros;
  }

  /**
   * Reads a file.
   *
   * @param macros what one word stands for
   * @param defines whether macros may be defined here, which are then added to the others
   * @throws UnreadableException when it has more than 10,000 lines
   */
  static AttributesFile of(String text, Map<String, String> macros, boolean defines)
      throws UnreadableException {
    List<String> texts = text.lines().limit(LINES + 1L).map(String::strip).toList();
    if (texts.size() > LINES) {
      throw new UnreadableException(
          "a .gitattributes has more than " + LINES + " lines", "Shorten it.");
    }
    List<Line> lines = new ArrayList<>();
    for (String line : texts) {
      int end = endOfPattern(line);
      String name = line.substring(0, end);
      String words = line.substring(end).strip();
      if (name.startsWith(MACRO)) {
        if (defines) {
          macros.put(name.substring(MACRO.length()), words);
        }
      } else if (!name.isEmpty() && !name.startsWith("#") && !name.startsWith("!")) {
        pattern(unquoted(name)).ifPresent(found -> lines.add(line(found, words, macros)));
      }
    }
    return new AttributesFile(lines);
  }

  private static int endOfPattern(String line) {
    boolean quoted = line.startsWith("\"");
    for (int i = 1; i < line.length(); i++) {
      if (quoted && line.charAt(i) == '\\') {
        i++;
      } else if (quoted ? line.charAt(i) == '"' : Character.isWhitespace(line.charAt(i))) {
        return quoted ? i + 1 : i;
      }
    }
    return line.length();
  }

  private static String unquoted(String name) {
    return name.length() > 1 && name.startsWith("\"") && name.endsWith("\"")
        ? name.substring(1, name.length() - 1).replaceAll("\\\\([\"\\\\])", "$1")
        : name;
  }

  private static Optional<PathPattern> pattern(String text) {
    try {
      return Optional.of(PathPattern.of(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Line line(PathPattern pattern, String words, Map<String, String> macros) {
    Map<String, String> says = new HashMap<>();
    say(words, macros, 0, says);
    return new Line(pattern, says);
  }

  /** Of several words about one attribute, the last one counts. */
  private static void say(
      String words, Map<String, String> macros, int depth, Map<String, String> says) {
    for (String word : words.split("\\s+")) {
      int equals = word.indexOf('=');
      if (word.startsWith(UNSET) || word.startsWith(UNSPECIFIED)) {
        says.put(word.substring(1), word.substring(0, 1));
      } else if (equals > 0) {
        says.put(word.substring(0, equals), word.substring(equals + 1));
      } else {
        says.put(word, SET);
        if (macros.containsKey(word) && depth < DEPTH) {
          say(macros.get(word), macros, depth + 1, says);
        }
      }
    }
  }

  /**
   * What the file says of an attribute of a path.
   *
   * @param path relative to the directory of the file
   * @return {@link #SET}, {@link #UNSET}, {@link #UNSPECIFIED} or a value; empty when it says
   *     nothing
   */
  Optional<String> value(String path, String attribute) {
    Sayings sayings = byAttribute.computeIfAbsent(attribute, this::sayings);
    int last = sayings.patterns().lastMatchingItself(path, false);
    return last < 0 ? Optional.empty() : Optional.of(sayings.values().get(last));
  }

  private Sayings sayings(String attribute) {
    List<Line> about = lines.stream().filter(line -> line.says().containsKey(attribute)).toList();
    return new Sayings(
        new PathPatterns(about.stream().map(Line::pattern).toList()),
        about.stream().map(line -> line.says().get(attribute)).toList());
  }
}
