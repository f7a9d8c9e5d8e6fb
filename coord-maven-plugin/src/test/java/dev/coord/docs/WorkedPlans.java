package dev.coord.docs;

import dev.coord.engine.Coord;
import dev.coord.engine.Result;
import dev.coord.engine.Settings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The plans of {@code sample-project/plans}, each with the site that is made of it alone. */
final class WorkedPlans {

  static final String FOLDER = "sample-project/plans";

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  /**
   * A plan and its site.
   *
   * @param result what the build says
   * @param site the files of the site by path
   */
  record Worked(String name, Result result, Map<String, String> site) {

    String page(String path) {
      String text = site.get(path);
      if (text == null) {
        throw new AssertionError(name + " has no page " + path + ", but " + site.keySet());
      }
      return text;
    }
  }

  private WorkedPlans() {}

  static List<String> names() {
    try (Stream<Path> folders = Files.list(Document.file(FOLDER))) {
      return folders
          .filter(Files::isDirectory)
          .map(folder -> folder.getFileName().toString())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** The files of a plan by their paths in it. */
  static Map<String, String> files(String name) throws IOException {
    return texts(Document.file(FOLDER + "/" + name));
  }

  /** Builds the site of a plan in a directory that is in no repository. */
  static Worked build(String name, Path directory) throws IOException {
    Path project = Files.createDirectories(directory.resolve(name));
    for (Map.Entry<String, String> file : files(name).entrySet()) {
      Path target = project.resolve(file.getKey());
      Files.createDirectories(target.getParent());
      Files.writeString(target, file.getValue());
    }
    Result result = new Coord().site(Settings.in(project).now(Optional.of(NOW)).build());
    return new Worked(name, result, texts(project.resolve("target/coord")));
  }

  private static Map<String, String> texts(Path root) throws IOException {
    Map<String, String> texts = new TreeMap<>();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String path = root.relativize(file).toString().replace('\\', '/');
        texts.put(path, new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
      }
    }
    return texts;
  }
}
