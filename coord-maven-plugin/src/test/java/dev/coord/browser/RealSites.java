package dev.coord.browser;

import dev.coord.engine.Coord;
import dev.coord.engine.Settings;
import dev.coord.it.GitProject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Sites that the engine makes of whole repositories, git and reports included. */
final class RealSites {

  /** The site of the demonstration. */
  static final String SAMPLE = "sample";

  /** The site of a plan that a team had, and of nothing else. */
  static final String SEED = "seed";

  /** The site of 300 workstreams, 5,000 tasks, 2,000 tests and 300 covered files. */
  static final String LARGE = "large";

  private static final Path SEED_PLAN =
      Path.of("").toAbsolutePath().resolveSibling("sample-project/plans/oh-my-coins-qa");

  private static final Instant SEED_TIME = Instant.parse("2026-03-01T12:00:00Z");
  private static final Instant LARGE_TIME = Instant.parse("2026-10-12T09:00:00Z");

  private RealSites() {}

  /**
   * Writes the sites below a folder, each into one of its own.
   *
   * @param temporary where the repositories may go
   * @return the files of each site by their paths in it
   */
  static Map<String, Map<String, byte[]>> write(Path folder, Path temporary)
      throws IOException, InterruptedException {
    Path sample = Demonstration.in(temporary.resolve("demonstration"));
    site(sample, Demonstration.NOW, folder.resolve(SAMPLE));
    site(seed(temporary.resolve("seed")), SEED_TIME, folder.resolve(SEED));
    site(large(temporary.resolve("large")), LARGE_TIME, folder.resolve(LARGE));
    Map<String, Map<String, byte[]>> sites = new TreeMap<>();
    for (String name : new String[] {SAMPLE, SEED, LARGE}) {
      sites.put(name, files(folder.resolve(name)));
    }
    return sites;
  }

  private static void site(Path repository, Instant now, Path output) {
    new Coord()
        .site(
            Settings.in(repository)
                .now(Optional.of(now))
                .outputDirectory(Optional.of(output))
                .build());
  }

  private static Path seed(Path directory) throws IOException {
    GitProject project = GitProject.in(directory).on(SEED_TIME.minus(Duration.ofDays(1)));
    for (Map.Entry<String, byte[]> file : files(SEED_PLAN).entrySet()) {
      project.file(file.getKey(), new String(file.getValue(), StandardCharsets.UTF_8));
    }
    project.commit("Plan");
    return project.directory();
  }

  private static Path large(Path directory) throws IOException {
    GitProject project = GitProject.in(directory).on(LARGE_TIME.minus(Duration.ofDays(20)));
    LargePlan.files().forEach(project::file);
    for (int i = 0; i < LargePlan.WORKSTREAMS; i++) {
      project.file(LargePlan.module(i) + "/Part.java", "class Part {}\n");
    }
    LargeReports.sources(project);
    project.commit("Plan the large system");
    for (int i = 0; i < LargePlan.BEGUN; i++) {
      project.as("Person Number " + i, "p" + i + "@acme.example");
      project.checkout("main").branch(LargePlan.branch(i));
      project.file(LargePlan.module(i) + "/More.java", "class More {}\n");
      if (i % 5 == 4) {
        project.append(LargePlan.module(i + 1) + "/Part.java", "// of another " + i + "\n");
      }
      project.commit("Answer what is asked of part " + i);
      if (i < LargePlan.MERGED) {
        project.checkout("main").merge(LargePlan.branch(i));
      }
    }
    project.checkout("main");
    LargeReports.write(project.directory(), LARGE_TIME.minus(Duration.ofHours(1)));
    return project.directory();
  }

  private static Map<String, byte[]> files(Path root) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> found = Files.walk(root)) {
      for (Path file : found.filter(Files::isRegularFile).toList()) {
        files.put(root.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
      }
    }
    return files;
  }
}
