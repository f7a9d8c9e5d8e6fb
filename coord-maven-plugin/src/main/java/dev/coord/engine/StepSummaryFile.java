package dev.coord.engine;

import dev.coord.publish.ConsoleLine;
import dev.coord.publish.SafeText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.function.IntFunction;

/** Appends to the step summary of GitHub Actions, where there is one. */
final class StepSummaryFile {

  /** What GitHub shows of all that a step writes; of more, it shows nothing. */
  private static final int MOST = 1 << 20;

  /** Less would not hold a verdict with its first rows. */
  private static final int LEAST = 4_000;

  private StepSummaryFile() {}

  /**
   * Appends the text.
   *
   * @param text asked for where there is such a file, with the bytes that it can still take
   * @return a warning when it could not be written; nobody's build should fail for that
   */
  static Optional<ConsoleLine> append(CiEnvironment ci, IntFunction<String> text) {
    Optional<String> file = ci.gitHubActions() ? ci.stepSummaryFile() : Optional.empty();
    if (file.isEmpty()) {
      return Optional.empty();
    }
    Path path = Path.of(file.get());
    try {
      long written = Files.exists(path) ? Files.size(path) : 0;
      if (written > MOST - LEAST) {
        return Optional.of(
            warning(
                "the step has written "
                    + written
                    + " bytes to "
                    + path
                    + ", and GitHub shows at most "
                    + MOST
                    + ". Run coord in a step of its own."));
      }
      Files.write(
          path,
          text.apply((int) (MOST - written)).getBytes(StandardCharsets.UTF_8),
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
      return Optional.empty();
    } catch (IOException e) {
      String reason = e instanceof NoSuchFileException ? ": its directory does not exist" : "";
      return Optional.of(
          warning(
              e.getMessage()
                  + reason
                  + ". Let GITHUB_STEP_SUMMARY name a file that can be written."));
    }
  }

  private static ConsoleLine warning(String reason) {
    return new ConsoleLine(
        ConsoleLine.Level.WARN, SafeText.line("The step summary was not written: " + reason));
  }
}
