package dev.coord.engine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Files of the repository whose options Maven takes for the user's.
 *
 * @param texts what is in them, by their path from the root
 */
record MavenOptions(Map<String, String> texts) {

  private static final List<String> FILES = List.of(".mvn/maven.config", ".mvn/jvm.config");

  private static final String ANYTHING =
      GateCommands.PARAMETER + " " + String.join(" ", PullRequests.JUDGEMENT);

  /** No options are longer. */
  private static final int LONGEST = 64 * 1024;

  MavenOptions {
    texts = Collections.unmodifiableMap(new LinkedHashMap<>(texts));
  }

  /**
   * Reads them.
   *
   * @param root root of the repository
   * @param directory where the build began, as a path below the root: Maven looks from there
   *     upwards
   */
  static MavenOptions of(Path root, String directory) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (Path folder : folders(root.resolve(directory), root)) {
      for (String name : FILES) {
        Path file = folder.resolve(name);
        if (Files.exists(file)) {
          texts.put(root.relativize(file).toString().replace('\\', '/'), text(file));
        }
      }
    }
    return new MavenOptions(texts);
  }

  private static List<Path> folders(Path directory, Path root) {
    List<Path> folders = new ArrayList<>();
    for (Path at = directory; at != null && at.startsWith(root); at = at.getParent()) {
      folders.add(at);
    }
    return folders;
  }

  /** What cannot be read may say anything. */
  private static String text(Path file) {
    try {
      return Files.isRegularFile(file) && Files.size(file) <= LONGEST
          ? Files.readString(file, StandardCharsets.ISO_8859_1)
          : ANYTHING;
    } catch (IOException e) {
      return ANYTHING;
    }
  }

  /** The first file that names one of some parameters. */
  Optional<String> file(List<String> parameters) {
    return texts.entrySet().stream()
        .filter(one -> parameters.stream().anyMatch(one.getValue()::contains))
        .map(Map.Entry::getKey)
        .findFirst();
  }
}
