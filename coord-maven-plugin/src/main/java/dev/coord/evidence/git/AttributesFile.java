package dev.coord.evidence.git;

import dev.coord.path.PathPattern;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A {@code .gitattributes} file, or git's {@code info/attributes}.
 *
 * <p>Format: gitattributes(5). As git does, a symbolic link is not read. A line whose pattern
 * {@link PathPattern} refuses, or that is quoted, is passed over.
 */
final class AttributesFile {

  /** A file without a line. */
  static final AttributesFile NONE = new AttributesFile(List.of());

  /** What an attribute has that is set. */
  static final String SET = "";

  private static final int LIMIT = 1 << 20;
  private static final int LINES = 10_000;
  private static final String MACRO = "[attr]";

  private final List<Line> lines;

  /**
   * A line.
   *
   * @param macro the name that stands for the attributes; empty for a pattern
   */
  private record Line(String macro, Optional<PathPattern> pattern, List<String> attributes) {}

  private AttributesFile(List<Line> lines) {
    this.lines = lines;
  }

  /**
   * Reads a file.
   *
   * @throws UnreadableException when it is larger than 1 MiB or has more than 10,000 lines
   */
  static AttributesFile read(Path file) throws IOException {
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return NONE;
    }
    byte[] bytes = WorkingFile.read(file, LIMIT + 1);
    List<String> texts = new String(bytes, StandardCharsets.UTF_8).lines().toList();
    if (bytes.length > LIMIT || texts.size() > LINES) {
      throw new UnreadableException(
          "a " + file.getFileName() + " has more than " + LINES + " lines", "Shorten it.");
    }
    List<Line> lines = new ArrayList<>();
    for (String text : texts) {
      line(text.strip()).ifPresent(lines::add);
    }
    return new AttributesFile(lines);
  }

  private static Optional<Line> line(String text) {
    if (text.isEmpty() || text.startsWith("#") || text.startsWith("!") || text.startsWith("\"")) {
      return Optional.empty();
    }
    List<String> words = Arrays.asList(text.split("[ \t]+"));
    List<String> attributes = List.copyOf(words.subList(1, words.size()));
    if (text.startsWith(MACRO)) {
      String name = words.get(0).substring(MACRO.length());
      return Optional.of(new Line(name, Optional.empty(), attributes));
    }
    try {
      return Optional.of(new Line("", Optional.of(PathPattern.of(words.get(0))), attributes));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /**
   * Adds what it says of a file to what other files said.
   *
   * @param path relative to the directory of this file
   * @param macros names that stand for attributes; those of this file are added
   * @param values attributes that have a value, or {@link #SET}
   */
  void apply(String path, Map<String, List<String>> macros, Map<String, String> values) {
    for (Line line : lines) {
      if (line.pattern().isEmpty()) {
        macros.put(line.macro(), line.attributes());
      } else if (line.pattern().get().matchesItself(path, false)) {
        line.attributes().forEach(attribute -> expand(attribute, macros, values));
      }
    }
  }

  private static void expand(
      String attribute, Map<String, List<String>> macros, Map<String, String> values) {
    // A macro in a macro counts for nothing here: it could go on without end.
    for (String one : macros.getOrDefault(attribute, List.of())) {
      set(one, values);
    }
    set(attribute, values);
  }

  private static void set(String attribute, Map<String, String> values) {
    int equals = attribute.indexOf('=');
    if (attribute.startsWith("-") || attribute.startsWith("!")) {
      values.remove(attribute.substring(1));
    } else if (equals > 0) {
      values.put(attribute.substring(0, equals), attribute.substring(equals + 1));
    } else {
      values.put(attribute, SET);
    }
  }
}
