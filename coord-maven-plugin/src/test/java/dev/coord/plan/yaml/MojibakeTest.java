package dev.coord.plan.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.diagnostic.Diagnostic;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MojibakeTest {

  private static final String HEAD = "coord: 1\nproject: {name: Shop}\n# ";

  private static List<String> warnings(String text) {
    PlanFile file =
        new PlanFile("coord.yml", Optional.empty(), (HEAD + text).getBytes(StandardCharsets.UTF_8));
    return new PlanReader()
        .read(List.of(file)).diagnostics().stream().map(Diagnostic::message).toList();
  }

  private static String misread(String text, String charset) {
    return new String(text.getBytes(StandardCharsets.UTF_8), Charset.forName(charset));
  }

  @Test
  void text_in_the_wrong_character_set_is_told_once_for_a_file_with_what_was_meant() {
    assertThat(warnings("the team" + misread("’", "windows-1252") + "s caf\u00c3\u00a9"))
        .containsExactly(
            "coord.yml:3:11: \"\u00e2\u20ac\u2122\" looks like \"’\" that was written in UTF-8 and"
                + " read as Windows-1252, here and at 1 more place. Write what is meant, or take"
                + " the text from where it comes once more, as UTF-8.");
  }

  @Test
  void each_character_set_that_a_file_was_misread_in_is_told_with_its_own_count() {
    assertThat(
            warnings(
                misread("✅", "x-MacRoman")
                    + " a "
                    + misread("✅", "windows-1252")
                    + misread("’", "windows-1252")))
        .satisfiesExactly(
            first -> assertThat(first).contains("read as Mac OS Roman."),
            second ->
                assertThat(second).contains("read as Windows-1252, here and at 1 more place."));
  }

  @ParameterizedTest
  @CsvSource({
    "’, windows-1252",
    "–, windows-1252",
    "é, windows-1252",
    "É, windows-1252",
    "✅, windows-1252",
    "🚀, windows-1252",
    "→, windows-1252",
    "°, windows-1252",
    "’, x-MacRoman",
    "–, x-MacRoman",
    "é, x-MacRoman",
    "✅, x-MacRoman",
    "🚀, x-MacRoman",
  })
  void a_character_read_in_another_set_is_found(String character, String charset) {
    assertThat(warnings("a" + misread(character, charset) + "b"))
        .singleElement()
        .asString()
        .contains(" looks like \"" + character + "\" ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plain", "café", "naïve Çà et là", "MANHÃ”", "«NÃO»", "Äpfel, Öl, Übung: „gut“", "2√π",
            "√∞",
        "日本語", "Привет", "✅ 🚀 → – ’", "ÀÁÂÃÄÅ", "£5 ± 3", "são ações", "Ân–b", "€ 5"
      })
  void text_of_any_language_stands_for_itself(String text) {
    assertThat(warnings(text)).isEmpty();
  }

  @Test
  void a_plan_with_such_text_is_read_and_warned_of() {
    PlanReading reading =
        new PlanReader()
            .read(
                List.of(
                    new PlanFile(
                        "coord.yml",
                        Optional.empty(),
                        (HEAD + "\u00e2\u20ac\u2122").getBytes(StandardCharsets.UTF_8))));

    assertThat(reading.plan()).isPresent();
    assertThat(reading.diagnostics()).hasSize(1).noneMatch(Diagnostic::isError);
  }
}
