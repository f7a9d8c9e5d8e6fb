package dev.coord.evidence.git;

import dev.coord.path.PathPattern;
import dev.coord.path.PathPatterns;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
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

  private final PathPatterns patterns;
  private final BitSet included;

  /**
   * The lines of a file.
   *
   * @param included the places of the patterns that take back what earlier ones said
   */
  private IgnoreFile(PathPatterns patterns, BitSet included) {
    this.patterns = patterns;
    this.included = included;
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
    List<PathPattern> patterns = new ArrayList<>();
    BitSet included = new BitSet();
    for (String text : texts) {
      String line = text.startsWith("\ufeff") ? text.substring(1) : text;
      boolean takesBack = line.startsWith("!");
      Optional<PathPattern> pattern = pattern(takesBack ? line.substring(1) : line);
      if (pattern.isPresent() && !line.startsWith("#")) {
        included.set(patterns.size(), takesBack);
        patterns.add(pattern.get());
      }
    }
    return patterns.isEmpty()
        ? Optional.empty()
        : Optional.of(new IgnoreFile(new PathPatterns(patterns), included));
  }

  private static Optional<PathPattern> pattern(String text) {
    try {
      return text.isBlank() ? Optional.empty() : Optional.of(PathPattern.of(text));
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
    int last = patterns.lastMatchingItself(path, directory);
    return last < 0 ? Optional.empty() : Optional.of(!included.get(last));
  }
}
