package dev.coord.engine;

import dev.coord.assess.Assessment;
import dev.coord.publish.CodeQuality;
import dev.coord.publish.ConsoleLine;
import dev.coord.publish.GateTests;
import dev.coord.publish.SafeText;
import dev.coord.publish.Sarif;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/**
 * Writes coord's own verdicts for other programs, beside the site: nothing of it is published with
 * the pages. What a former run left in the same place is removed, so that nobody reads it as this
 * run's.
 */
final class VerdictFiles {

  private static final String BESIDE = "-verdicts";

  private final Set<VerdictFormat> formats;
  private final Path directory;
  private final String version;

  /**
   * Files for a run.
   *
   * @param site where the site is written, or would be
   */
  VerdictFiles(Settings settings, Path site) {
    this.formats =
        settings.verdicts().orElseGet(() -> new CiEnvironment(settings.environment()).verdicts());
    this.directory = beside(site);
    this.version = settings.version();
  }

  /** Where they are written. */
  static Path beside(Path site) {
    return site.resolveSibling(site.getFileName() + BESIDE);
  }

  /**
   * Writes them.
   *
   * @return a warning when that is not possible; the verdict itself is the build's
   */
  Optional<ConsoleLine> write(Pipeline.Outcome outcome) {
    try {
      if (Files.isSymbolicLink(directory)) {
        throw new IOException("the directory is a symbolic link");
      }
      for (VerdictFormat format : VerdictFormat.values()) {
        Path file = directory.resolve(format.file());
        if (formats.contains(format)) {
          Files.createDirectories(directory);
          Files.deleteIfExists(file);
          Files.write(file, bytes(format, outcome));
        } else if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
          Files.delete(file);
        }
      }
      return Optional.empty();
    } catch (IOException e) {
      String problem =
          "The verdicts were not written to " + directory.getFileName() + ": " + e.getMessage();
      return Optional.of(new ConsoleLine(ConsoleLine.Level.WARN, SafeText.line(problem)));
    }
  }

  private byte[] bytes(VerdictFormat format, Pipeline.Outcome outcome) {
    Optional<Assessment> judged = outcome.assessment();
    return switch (format) {
      case SARIF ->
          judged
              .map(assessment -> Sarif.of(assessment, version))
              .orElseGet(() -> Sarif.of(outcome.problems(), version));
      case JUNIT -> judged.map(GateTests::of).orElseGet(() -> GateTests.of(outcome.problems()));
      case CODE_QUALITY ->
          judged.map(CodeQuality::of).orElseGet(() -> CodeQuality.of(outcome.problems()));
    };
  }
}
