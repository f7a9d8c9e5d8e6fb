package dev.coord.browser;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The validator that the W3C runs, in a process of its own, on many pages at once. */
final class ValidHtml {

  private static final String VALIDATOR = "nu.validator.client.SimpleCommandLineValidator";
  private static final long PATIENCE_SECONDS = 300;

  /** A file has no origin that the validator could know; the browser shows whether they load. */
  private static final String ASSETS =
      "external (stylesheet .*assets/coord\\.css. blocked by .style-src"
          + "|script .*assets/(search|tables)\\.js. blocked by .script-src). directive\\.";

  private ValidHtml() {}

  /**
   * What is wrong with pages.
   *
   * @param pages names, from the folder on
   * @param temporary where the log may go
   * @return {@code name:place: kind: what is wrong}, one for each fault
   */
  static List<String> faults(Path folder, List<String> pages, Path temporary)
      throws IOException, InterruptedException {
    Path log = Files.createTempFile(temporary, "validator", ".txt");
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xss4m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                VALIDATOR,
                "--format",
                "gnu",
                "--exit-zero-always"));
    pages.forEach(page -> command.add(folder.resolve(page).toString()));
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
    process.destroyForcibly();
    String said = Files.readString(log, StandardCharsets.UTF_8);
    if (!ended || process.exitValue() != 0) {
      throw new AssertionError("the validator gave up: run the tests with -Pbrowser\n" + said);
    }
    return said.lines()
        .filter(line -> !line.isBlank() && !line.matches(".*" + ASSETS))
        .map(
            line ->
                line.replace(folder.toUri().toString().replace("file:///", "file:/"), "")
                    .replace("\"", ""))
        .toList();
  }
}
