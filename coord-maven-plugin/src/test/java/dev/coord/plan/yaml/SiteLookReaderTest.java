package dev.coord.plan.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.diagnostic.Diagnostic;
import dev.coord.plan.SiteLook;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SiteLookReaderTest {

  @Test
  void title_logo_and_accent_are_read_and_the_colour_is_in_lower_case() {
    SiteLook look =
        read("{title: Tea, logo: docs/logo.svg, accent: \"#B35900\"}")
            .plan()
            .orElseThrow()
            .project()
            .site();

    assertThat(look.title()).contains("Tea");
    assertThat(look.logo()).contains("docs/logo.svg");
    assertThat(look.accent()).contains("#b35900");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{accent: teal}|coord.yml:4:18: \"accent\" must be a colour, but is \"teal\". Write # and six"
            + " digits, in quotes: 'accent: \"#0b57a4\"'.",
        "{accent: \"#fff\"}|coord.yml:4:18: \"accent\" must be a colour, but is \"#fff\". Write # and"
            + " six digits, in quotes: 'accent: \"#0b57a4\"'.",
        "{logo: logo.gif}|coord.yml:4:16: \"logo\" must be an image, but is \"logo.gif\". Name a file"
            + " that ends in .svg or .png, such as 'logo: docs/logo.svg'.",
        "{logo: ../logo.svg}|coord.yml:4:16: \"logo\" must be a file of the repository, but is"
            + " \"../logo.svg\". Write its path from the root of the repository, such as 'logo:"
            + " docs/logo.svg'.",
      })
  void what_is_no_colour_and_no_image_is_told_with_its_place(String site, String message) {
    assertThat(messages(read(site))).containsExactly(message);
  }

  private static List<String> messages(PlanReading reading) {
    return reading.diagnostics().stream().map(Diagnostic::message).toList();
  }

  private static PlanReading read(String site) {
    String yaml = "coord: 1\nproject:\n  name: Shop\n  site: " + site + "\n";
    return new PlanReader()
        .read(
            List.of(
                new PlanFile(
                    "coord.yml", Optional.empty(), yaml.getBytes(StandardCharsets.UTF_8))));
  }
}
