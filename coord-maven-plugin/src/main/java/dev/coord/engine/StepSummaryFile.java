package dev.coord.engine;

import dev.coord.publish.ConsoleLine;
import dev.coord.publish.SafeText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.function.Supplier;

/** Appends to the step summary of GitHub Actions, where there is one. */
final class StepSummaryFile {

  private StepSummaryFile() {}

  /**
   * Appends the text.
   *
   * @param text asked for where there is such a file
   * @return a warning when it could not be written; nobody's build should fail for that
   */
  static Optional<ConsoleLine> append(CiEnvironment ci, Supplier<String> text) {
    Optional<String> file = ci.gitHubActions() ? ci.stepSummaryFile() : Optional.empty();
    if (file.isEmpty()) {
      return Optional.empty();
    }
    try {
      Files.write(
          Path.of(file.get()),
          text.get().getBytes(StandardCharsets.UTF_8),
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
      return Optional.empty();
    } catch (IOException e) {
      String problem = "The step summary was not written: " + e.getMessage();
      return Optional.of(new ConsoleLine(ConsoleLine.Level.WARN, SafeText.line(problem)));
    }
  }
}
