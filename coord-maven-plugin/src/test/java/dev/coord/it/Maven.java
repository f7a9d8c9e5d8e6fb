package dev.coord.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * An installed Maven.
 *
 * @param home where it lies
 */
record Maven(Path home) {

  private static final String PREFIX = "apache-maven-";

  /** The Maven that runs this build. */
  static Maven own() {
    return new Maven(Path.of(MavenRun.property("coord.it.mavenHome")));
  }

  /** The oldest that coord runs on, and the newest. */
  static List<Maven> oldestAndNewest() {
    List<Maven> fetched = fetched();
    return List.of(fetched.get(0), fetched.get(fetched.size() - 1));
  }

  /** Those that this build has fetched. */
  static List<Maven> fetched() {
    try (Stream<Path> directories = Files.list(Path.of(MavenRun.property("coord.it.mavens")))) {
      List<Maven> fetched =
          directories
              .filter(path -> path.getFileName().toString().startsWith(PREFIX))
              .sorted()
              .map(Maven::new)
              .toList();
      if (fetched.size() != 3) {
        throw new IllegalStateException("three Mavens are fetched, not " + fetched);
      }
      return fetched;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The script that starts it. */
  Path script() {
    return home.resolve("bin/mvn");
  }

  @Override
  public String toString() {
    String name = home.getFileName().toString();
    return name.startsWith(PREFIX) ? name.substring(PREFIX.length()) : "own";
  }
}
