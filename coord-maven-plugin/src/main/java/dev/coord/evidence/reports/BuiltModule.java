package dev.coord.evidence.reports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A module whose tests this build ran, so that what it did not write is left over.
 *
 * @param directory where the module is
 * @param buildDirectory where its build writes, usually {@code target}
 * @param sourceRoots directories of its sources; some need not exist
 * @param testSourceRoots directories of the sources of its tests; some need not exist
 * @param testClasses directory of its compiled tests
 * @param runsIntegrationTests whether the build went as far as its integration tests
 * @param reportsCoverage whether the build is configured to write a coverage report for it
 */
public record BuiltModule(
    Path directory,
    Path buildDirectory,
    List<Path> sourceRoots,
    List<Path> testSourceRoots,
    Path testClasses,
    boolean runsIntegrationTests,
    boolean reportsCoverage) {

  /** Sources that hold no code of their own. */
  private static final List<String> WITHOUT_CODE = List.of("package-info.java", "module-info.java");

  /** Makes all paths absolute and copies the lists. */
  public BuiltModule {
    directory = plain(directory);
    buildDirectory = plain(buildDirectory);
    sourceRoots = sourceRoots.stream().map(BuiltModule::plain).toList();
    testSourceRoots = testSourceRoots.stream().map(BuiltModule::plain).toList();
    testClasses = plain(testClasses);
  }

  private static Path plain(Path path) {
    return path.toAbsolutePath().normalize();
  }

  /** Whether a report lies where this module's build writes. */
  boolean holds(FoundReport report) {
    return report.file().startsWith(buildDirectory);
  }

  /** Whether this build would have written a report of its own in the place of this one. */
  boolean rewrites(ReportKind kind, FoundReport report) {
    if (!holds(report)) {
      return false;
    }
    Path place = buildDirectory.relativize(report.file());
    if (kind == ReportKind.TESTS) {
      return place.startsWith("surefire-reports")
          || (place.startsWith("failsafe-reports") && runsIntegrationTests);
    }
    return kind == ReportKind.COVERAGE
        && reportsCoverage
        && (place.startsWith(Path.of("site", "jacoco"))
            || (place.startsWith("site") && runsIntegrationTests));
  }

  /** Whether tests of this module were run whose sources are all gone. */
  boolean runsTestsWithoutSources() {
    return testSourceRoots.stream().noneMatch(root -> anyFile(root, file -> true))
        && anyFile(testClasses, file -> file.toString().endsWith(".class"));
  }

  /**
   * The sources of this module that can hold code, relative to their root, with {@code /}.
   *
   * @throws UncheckedIOException when a root cannot be read
   */
  public SortedSet<String> sources() {
    SortedSet<String> sources = new TreeSet<>();
    for (Path root : sourceRoots) {
      try (Stream<Path> files = files(root)) {
        files
            .filter(file -> !WITHOUT_CODE.contains(file.getFileName().toString()))
            .forEach(file -> sources.add(root.relativize(file).toString().replace('\\', '/')));
      }
    }
    return sources;
  }

  private static boolean anyFile(Path root, Predicate<Path> wanted) {
    try (Stream<Path> files = files(root)) {
      return files.anyMatch(wanted);
    }
  }

  /** Files whose names do not hide them: {@code .gitkeep} keeps a directory, and tests nothing. */
  private static Stream<Path> files(Path root) {
    if (!Files.isDirectory(root, LinkOption.NOFOLLOW_LINKS)) {
      return Stream.empty();
    }
    try {
      return Files.find(
          root,
          ReportFinder.MAX_DEPTH,
          (file, attributes) ->
              attributes.isRegularFile() && !file.getFileName().toString().startsWith("."));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
