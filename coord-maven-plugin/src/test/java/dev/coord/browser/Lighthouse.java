package dev.coord.browser;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Google's Lighthouse as it looks at a page on a phone, where somebody has installed it. */
final class Lighthouse {

  /** The program to run. */
  private static final String PROPERTY = "coord.lighthouse";

  private static final long PATIENCE_SECONDS = 240;

  private final Path program;
  private final Path browser;

  private Lighthouse(Path program, Path browser) {
    this.program = program;
    this.browser = browser;
  }

  /**
   * Two scores, each of 0 to 100.
   *
   * @param performance how fast the page is there
   * @param accessibility how well everybody can use it
   */
  record Scores(int performance, int accessibility) {

    @Override
    public String toString() {
      return performance + "/" + accessibility;
    }

    /** The worse of each. */
    Scores worse(Scores other) {
      return new Scores(
          Math.min(performance, other.performance), Math.min(accessibility, other.accessibility));
    }
  }

  /** Empty where nobody names one. */
  static Optional<Lighthouse> find(Chromium browser) {
    String given = System.getProperty(PROPERTY, "");
    return given.isEmpty()
        ? Optional.empty()
        : Optional.of(new Lighthouse(Path.of(given), browser.executable()));
  }

  Scores scores(URI page, Path temporary) throws IOException, InterruptedException {
    Path report = Files.createTempFile(temporary, "lighthouse", ".json");
    Path log = Files.createTempFile(temporary, "lighthouse", ".txt");
    ProcessBuilder builder =
        new ProcessBuilder(
                List.of(
                    program.toString(),
                    page.toString(),
                    "--quiet",
                    "--no-enable-error-reporting",
                    "--only-categories=performance,accessibility",
                    "--output=json",
                    "--output-path=" + report,
                    "--chrome-flags=--headless --no-sandbox --disable-gpu"))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().put("CHROME_PATH", browser.toString());
    Process process = builder.start();
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
        throw new AssertionError(
            program + " gave up:\n" + Files.readString(log, StandardCharsets.UTF_8));
      }
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
    String text = Files.readString(report, StandardCharsets.UTF_8);
    return new Scores(score(text, "performance"), score(text, "accessibility"));
  }

  /** A category has its id right before its score. */
  private static int score(String report, String category) {
    Matcher found =
        Pattern.compile("\"id\": \"" + category + "\",\\s*\"score\": ([0-9.]+)").matcher(report);
    if (!found.find()) {
      throw new AssertionError("no score of " + category + " in the report of Lighthouse");
    }
    return new BigDecimal(found.group(1)).movePointRight(2).intValue();
  }
}
