package dev.coord.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The sample with the past that its demonstration gives it. Its reports say that every test passed
 * and every fourth line was not run: no Maven compiles it, which would take longer than all looks.
 */
final class Demonstration {

  /** The demonstration ends on the day before. */
  static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

  private static final Path SAMPLE =
      Path.of("").toAbsolutePath().resolveSibling("sample-project").normalize();
  private static final long PATIENCE_SECONDS = 60;

  private Demonstration() {}

  /** Makes the repository, and gives where it is. */
  static Path in(Path folder) throws IOException, InterruptedException {
    copy(folder.resolve("sample-project"));
    program(folder.resolve("bin/mvn"), "exit 0");
    program(folder.resolve("bin/date"), "echo " + NOW.getEpochSecond());
    ProcessBuilder script =
        new ProcessBuilder("sh", folder.resolve("sample-project/demo.sh").toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("demo.txt").toFile());
    script.environment().merge("PATH", "", (path, none) -> folder.resolve("bin") + ":" + path);
    Process process = script.start();
    Path repository = folder.resolve("sample-project/target/demo");
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)
        || !Files.exists(folder.resolve("sample-project/target/demo-worktrees/checkout"))) {
      process.destroyForcibly();
      throw new AssertionError(Files.readString(folder.resolve("demo.txt")));
    }
    for (String module : List.of("app", "catalog", "checkout")) {
      DemonstrationReports.write(repository.resolve(module), NOW.minus(Duration.ofHours(1)));
    }
    return repository;
  }

  private static void copy(Path to) throws IOException {
    try (Stream<Path> files = Files.walk(SAMPLE)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path name = SAMPLE.relativize(file);
        if (Stream.of("target", ".git").noneMatch(left -> contains(name, left))) {
          Path copy = to.resolve(name.toString());
          Files.createDirectories(copy.getParent());
          Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
        }
      }
    }
  }

  private static boolean contains(Path name, String part) {
    return Stream.iterate(name, Path::getParent)
        .takeWhile(path -> path != null)
        .anyMatch(path -> path.endsWith(part));
  }

  private static void program(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "#!/bin/sh\n" + text + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
