package dev.coord.site.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Compares whole files with those of {@code src/test/resources/golden}. After an intended change,
 * run the tests once with {@code -Dcoord.golden.update=true} and read the difference in git.
 */
final class Golden {

  private static final Path FOLDER = Path.of("src", "test", "resources", "golden");
  private static final String UPDATE = "coord.golden.update";

  private Golden() {}

  static void check(String name, byte[] actual) {
    Path file = FOLDER.resolve(name);
    try {
      if (Boolean.getBoolean(UPDATE)) {
        Files.createDirectories(file.getParent());
        Files.write(file, actual);
      }
      assertThat(file)
          .as("golden file %s is missing: write it with -D%s=true", file, UPDATE)
          .isRegularFile();
      assertThat(new String(actual, StandardCharsets.UTF_8))
          .as("%s has changed. If that is intended, rewrite it with -D%s=true", file, UPDATE)
          .isEqualTo(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
