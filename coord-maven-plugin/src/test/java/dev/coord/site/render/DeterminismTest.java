package dev.coord.site.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Isolated("it changes the locale and the zone of all")
class DeterminismTest {

  /** Prints the manifest of the sample site; run in Java machines with other settings. */
  static final class Printer {
    public static void main(String[] arguments) {
      System.out.write(manifest(), 0, manifest().length);
      System.out.flush();
    }
  }

  private static byte[] manifest() {
    return Manifest.of(new SiteRenderer().render(SampleSites.failing()));
  }

  @ParameterizedTest
  @CsvSource({"tr-TR, Asia/Kathmandu", "de-DE, America/St_Johns", "ar-EG, Pacific/Kiritimati"})
  void locale_and_zone_change_nothing(String locale, String zone) {
    byte[] expected = manifest();
    Locale formerLocale = Locale.getDefault();
    TimeZone formerZone = TimeZone.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag(locale));
      TimeZone.setDefault(TimeZone.getTimeZone(zone));
      assertThat(manifest()).isEqualTo(expected);
    } finally {
      Locale.setDefault(formerLocale);
      TimeZone.setDefault(formerZone);
    }
  }

  @Test
  void the_default_character_set_changes_nothing() throws IOException {
    assertThat(
            printed(
                "-Dfile.encoding=ISO-8859-1",
                "-Duser.language=tr",
                "-Duser.timezone=Asia/Kathmandu"))
        .isEqualTo(new String(manifest(), StandardCharsets.UTF_8));
  }

  private static String printed(String... options) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    Collections.addAll(command, options);
    command.add("-cp");
    command.add(
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    command.add(Printer.class.getName());
    Process process =
        new ProcessBuilder(command)
            .redirectError(new File(File.separatorChar == '/' ? "/dev/null" : "NUL"))
            .start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}
