package dev.coord.evidence.git;

import dev.coord.path.PathPattern;
import dev.coord.path.PathPatterns;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a {@code .gitattributes} file says of the attribute {@code merge}.
 *
 * <p>Format: gitattributes(5). A line that {@link PathPattern} refuses, because it can never match
 * or git's manual does not explain it, is passed over; so is a pattern that takes back, as git has
 * it.
 */
final class AttributesFile {

  private static final String MERGE = "merge";
  private static final String MACRO = "[attr]";
  private static final int LINES = 10_000;
  private static final int DEPTH = 10;

  private final PathPatterns patterns;
  private final List<String> values;

  /**
   * The lines of a file that say something of the attribute.
   *
   * @param values the value of each pattern, as in {@link #value}
   */
  private AttributesFile(PathPatterns patterns, List<String> values) {
    this.patterns = patterns;
    this.values = values;
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
    List<String> lines = text.lines().limit(LINES + 1L).map(String::strip).toList();
    if (lines.size() > LINES) {
      throw new UnreadableException(
          "a .gitattributes has more than " + LINES + " lines", "Shorten it.");
    }
    List<PathPattern> patterns = new ArrayList<>();
    List<String> values = new ArrayList<>();
    for (String line : lines) {
      int end = endOfPattern(line);
      String name = line.substring(0, end);
      String rest = line.substring(end).strip();
      if (name.startsWith(MACRO)) {
        if (defines) {
          macros.put(name.substring(MACRO.length()), rest);
        }
      } else if (!name.isEmpty() && !name.startsWith("#") && !name.startsWith("!")) {
        Optional<PathPattern> pattern = pattern(unquoted(name));
        Optional<String> value = value(rest, macros, 0);
        if (pattern.isPresent() && value.isPresent()) {
          patterns.add(pattern.get());
          values.add(value.get());
        }
      }
    }
    return new AttributesFile(new PathPatterns(patterns), values);
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

  /**
   * What words say of the attribute: {@code -}, {@code +}, {@code !} for what is unset, set and
   * taken back, else its value. The last word counts.
   */
  private static Optional<String> value(String words, Map<String, String> macros, int depth) {
    Optional<String> value = Optional.empty();
    for (String word : words.split("\\s+")) {
      if (word.equals(MERGE)) {
        value = Optional.of("+");
      } else if (word.equals("-" + MERGE) || word.equals("!" + MERGE)) {
        value = Optional.of(word.substring(0, 1));
      } else if (word.startsWith(MERGE + "=")) {
        value = Optional.of(word.substring(MERGE.length() + 1));
      } else if (macros.containsKey(word) && depth < DEPTH) {
        Optional<String> inside = value(macros.get(word), macros, depth + 1);
        value = inside.isPresent() ? inside : value;
      }
    }
    return value;
  }

  /**
   * What the file says of a path.
   *
   * @param path relative to the directory of the file
   * @return {@code -}, {@code +} or {@code !} for what is unset, set and taken back, else a value;
   *     empty when it says nothing
   */
  Optional<String> value(String path) {
    int last = patterns.lastMatchingItself(path, false);
    return last < 0 ? Optional.empty() : Optional.of(values.get(last));
  }
}
