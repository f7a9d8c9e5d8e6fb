package dev.coord.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "3 of 9 gates are not met: coverage.lines (54.8 %), at most 60 %.",
        "R & D, AT&T, a + b = c - d > e!? \"quoted\" 'x'",
        "2026-02-20 14:02 UTC",
        "c:/x 12:30",
        "v1.2.3",
        "1.5 points",
        "54.8% < 60% (-5.2 points)",
        "-5.2 points, append_only",
        "= 0, a<5"
      })
  void ordinary_text_stays_readable(String text) {
    assertThat(MarkdownText.escape(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      quoteCharacter = '"',
      value = {
        "*a* _b_ `c` ~d~ ! \\*a\\* \\_b\\_ \\`c\\` \\~d\\~",
        "[a](b) ! \\[a\\](b)",
        "<b> ! \\<b>",
        "a< ! a\\<",
        "a_ _b a__b ! a\\_ \\_b a\\_\\_b",
        "-- ! \\--",
        "= ! \\=",
        "= = ! \\= =",
        "a|b ! a\\|b",
        "# a ! \\# a",
        "- a ! \\- a",
        "+ a ! \\+ a",
        "> a ! \\> a",
        "=== ! \\===",
        "1. a ! 1\\. a",
        "1) a ! 1\\) a",
        "&lt; ! \\&lt;",
        "&#60; ! \\&\\#60;",
        "a &amp b ! a &amp b",
        "a\\b ! a\\\\b",
        "$x$ ! \\$x\\$",
        "https://x.org ! https\\://x.org",
        "www.x.org ! www\\.x.org"
      })
  void what_would_be_markup_is_escaped(String text, String escaped) {
    assertThat(MarkdownText.escape(text)).isEqualTo(escaped);
  }

  @Test
  void what_a_following_link_would_turn_into_an_image_is_escaped() {
    assertThat(MarkdownText.escape("look!")).isEqualTo("look\\!");
    assertThat(MarkdownText.escape("look! there")).isEqualTo("look! there");
  }

  @Test
  void a_text_is_one_line_and_cannot_be_indented() {
    assertThat(MarkdownText.escape("    a\n\n  b\r\n")).isEqualTo(" a b ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "a ; `a`",
        "a`b ; ``a`b``",
        "``a ; ``` ``a ```",
        "` ; `` ` ``",
        "<b>*c* ; `<b>*c*`",
        "a|b ; `a|b`"
      })
  void code_is_fenced_by_more_marks_than_it_has(String text, String code) {
    assertThat(MarkdownText.code(text, false)).isEqualTo(code);
  }

  @Test
  void code_in_a_cell_cannot_end_it() {
    assertThat(MarkdownText.code("a|b", true)).isEqualTo("`a\\|b`");
    assertThat(MarkdownText.code("a\\|b", true)).isEqualTo("a\\\\\\|b");
  }

  @Test
  void empty_code_is_nothing_and_a_space_is_kept() {
    assertThat(MarkdownText.code("", false)).isEmpty();
    assertThat(MarkdownText.code(" ", false)).isEqualTo("` `");
  }

  @Test
  void a_fence_is_longer_than_any_in_the_text() {
    assertThat(MarkdownText.fence("a")).isEqualTo("```");
    assertThat(MarkdownText.fence("a\n````\nb")).isEqualTo("`````");
  }

  @Test
  void a_destination_cannot_end_early() {
    assertThat(MarkdownText.destination("https://x.org/a b(c)\"<d>|\\&amp;?e=1&f"))
        .isEqualTo("https://x.org/a%20b%28c%29%22%3Cd%3E%7C%5C&amp;amp;?e=1&amp;f");
  }

  @Test
  void an_address_keeps_what_is_encoded_and_encodes_the_rest() {
    assertThat(Urls.encode("https://x.org/%20/ä?q=a b#f"))
        .isEqualTo("https://x.org/%20/%C3%A4?q=a%20b#f");
    assertThat(Urls.encode("\u0000\n\u202E")).isEqualTo("%00%0A%E2%80%AE");
  }
}
