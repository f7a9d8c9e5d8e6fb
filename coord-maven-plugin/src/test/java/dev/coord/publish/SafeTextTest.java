package dev.coord.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.HostileAssessment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafeTextTest {

  @Test
  void plain_text_stays_as_it_is() {
    String text = "54.8% < 60% · src/größe/日本.py: a:b #1 [x] C:\\dir 👍";

    assertThat(SafeText.line(text)).isEqualTo(text);
  }

  @Test
  void line_ends_and_tabs_become_visible() {
    assertThat(SafeText.line("a\nb\r\nc\td\u2028e\u2029f\u0085g"))
        .isEqualTo("a\\nb\\r\\nc\\td\\u2028e\\u2029f\\u0085g");
  }

  @Test
  void control_characters_become_visible() {
    assertThat(SafeText.line("\u0000\u0007\u001b[31m\u007f\u009b2J"))
        .isEqualTo("\\u0000\\u0007\\u001b[31m\\u007f\\u009b2J");
  }

  @Test
  void changes_of_direction_and_characters_of_no_width_become_visible() {
    assertThat(SafeText.line("a\u202eb\u2066c\u200fd\u061ce\u200bf\ufeffg\u00adh"))
        .isEqualTo("a\\u202eb\\u2066c\\u200fd\\u061ce\\u200bf\\ufeffg\\u00adh");
    assertThat(SafeText.line(new StringBuilder().appendCodePoint(0xe0041).toString()))
        .isEqualTo("\\x{e0041}");
  }

  @Test
  void halves_of_surrogate_pairs_become_visible() {
    assertThat(SafeText.line("a\ud83db\udc4d")).isEqualTo("a\\ud83db\\udc4d");
  }

  @ParameterizedTest
  @CsvSource({
    "::error::x, : :error: :x",
    ":::x, : : :x",
    "##[add-path]x, # #[add-path]x",
    "###[group]x, ## #[group]x",
    "##vso[task.setvariable]x, # #vso[task.setvariable]x",
    "##teamcity[x], # #teamcity[x]",
    "## Heading, ## Heading",
    "a:b, a:b",
  })
  void workflow_commands_are_broken(String text, String safe) {
    assertThat(SafeText.line(text)).isEqualTo(safe);
  }

  @Test
  void a_command_cannot_be_made_by_what_is_escaped() {
    assertThat(SafeText.line(":\u0000:")).isEqualTo(":\\u0000:");
    assertThat(SafeText.line("#\u200b#[x]")).isEqualTo("#\\u200b#[x]");
  }

  @Test
  void five_hundred_characters_fit() {
    assertThat(SafeText.line("x".repeat(500))).isEqualTo("x".repeat(500));
    assertThat(SafeText.line("x".repeat(501))).isEqualTo("x".repeat(497) + "...");
  }

  @Test
  void a_cut_leaves_no_half_character() {
    assertThat(SafeText.line("x".repeat(496) + "👍".repeat(4))).isEqualTo("x".repeat(496) + "...");
  }

  @Test
  void escapes_count_as_long_as_they_are() {
    assertThat(SafeText.line("\u0000".repeat(400))).hasSize(500).endsWith("...");
    assertThat(SafeText.line(":".repeat(400))).hasSize(500).endsWith("...").doesNotContain("::");
  }

  @Test
  void the_room_can_be_less() {
    assertThat(SafeText.line("abcdefgh", 6)).isEqualTo("abc...");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\nb::c##[d",
        HostileAssessment.EVIL,
        "",
        "::::::",
        "##[##[##[",
        "a...",
        "😀\ud800"
      })
  void what_came_out_comes_out_unchanged(String text) {
    String once = SafeText.line(text);

    assertThat(SafeText.line(once)).isEqualTo(once);
    assertThat(once).doesNotContain("::", "##[").doesNotContainPattern("\\p{Cntrl}");
  }

  @Test
  void every_line_for_the_console_is_safe() {
    assertThat(new ConsoleLine(ConsoleLine.Level.INFO, "a\n::b").text()).isEqualTo("a\\n: :b");
  }
}
