package dev.coord.evidence.git;

import dev.coord.path.PathPattern;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A {@code .gitignore} file, or git's {@code info/exclude}.
 *
 * <p>Format: gitignore(5). As git does, a symbolic link is not read. A line that {@link
 * PathPattern} refuses, because it can never match or git's manual does not explain it, is passed
 * over.
 */
final class IgnoreFile {

  private static final int LIMIT = 1 << 20;
  private static final int LINES = 10_000;

  private final List<Line> lines;

  /** A pattern, and whether it takes back what earlier ones said. */
  private record Line(PathPattern pattern, boolean included) {}

  private IgnoreFile(List<Line> lines) {
    this.lines = List.copyOf(lines);
  }

  /**
   * Reads a file.
   *
   * @return empty when there is none with a pattern
   * @throws UnreadableException when it is larger than 1 MiB or has more than 10,000 lines
   */
  static Optional<IgnoreFile> read(Path file) throws IOException {
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.empty();
    }
    byte[] bytes = WorkingFile.read(file, LIMIT + 1);
    List<String> texts = new String(bytes, StandardCharsets.UTF_8).lines().toList();
    if (bytes.length > LIMIT || texts.size() > LINES) {
      throw new UnreadableException(
          "a " + file.getFileName() + " has more than " + LINES + " lines", "Shorten it.");
    }
    List<Line> lines = new ArrayList<>();
    for (String text : texts) {
      line(text.startsWith("\ufeff") ? text.substring(1) : text).ifPresent(lines::add);
    }
    return lines.isEmpty() ? Optional.empty() : Optional.of(new IgnoreFile(lines));
  }

  private static Optional<Line> line(String text) {
    boolean included = text.startsWith("!");
    String pattern = included ? text.substring(1) : text;
    if (text.startsWith("#") || pattern.isBlank()) {
      return Optional.empty();
    }
    try {
      return Optional.of(new Line(PathPattern.of(pattern), included));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /**
   * What it says of a path.
   *
   * @param path relative to the directory of the file
   * @return empty when it says nothing
   */
  Optional<Boolean> ignores(String path, boolean directory) {
    for (int i = lines.size() - 1; i >= 0; i--) {
      if (lines.get(i).pattern().matchesItself(path, directory)) {
        return Optional.of(!lines.get(i).included());
      }
    }
    return Optional.empty();
  }
}
