package dev.coord;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Outputs compared whole with files below {@code src/test/resources/golden}. Run the tests with
 * {@code -Dcoord.golden=write} to write them anew, and read what has changed.
 */
public final class Golden {

  private Golden() {}

  /** Compares a text, line ends and all. */
  public static void assertGolden(String name, String actual) {
    Path file = Path.of("src/test/resources/golden", name);
    try {
      if ("write".equals(System.getProperty("coord.golden"))) {
        Files.createDirectories(file.getParent());
        Files.writeString(file, actual, StandardCharsets.UTF_8);
      }
      assertThat(file)
          .as("golden file %s is missing: write it with -Dcoord.golden=write", file)
          .isRegularFile();
      assertThat(actual)
          .as("%s has changed. If that is intended, write it with -Dcoord.golden=write", file)
          .isEqualTo(Files.readString(file, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
