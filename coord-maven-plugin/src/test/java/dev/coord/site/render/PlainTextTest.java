package dev.coord.site.render;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlainTextTest {

  @Test
  void ordinary_text_stays_as_it_is() {
    assertThat(PlainText.line("Grüße, 你好 😀 <b> & c:\\x")).isEqualTo("Grüße, 你好 😀 <b> & c:\\x");
  }

  @Test
  void words_have_the_signs_that_people_read_and_code_keeps_its_letters() {
    assertThat(PlainText.line("54.8% >= 60%")).isEqualTo("54.8% ≥ 60%");
    assertThat(PlainText.title(" 3 != 0 ")).isEqualTo("3 ≠ 0");
    assertThat(PlainText.code("a >= 1")).isEqualTo("a >= 1");
    assertThat(PlainText.block("a >= 1")).isEqualTo("a >= 1");
  }

  @Test
  void in_a_line_every_break_is_a_space() {
    assertThat(PlainText.line("a\nb\r\nc\td\u2028e\u0085f\u000Bg")).isEqualTo("a b  c d e f g");
  }

  @Test
  void in_code_every_break_is_shown() {
    assertThat(PlainText.code("a\nb\r\tc")).isEqualTo("a\\nb\\r\\tc");
  }

  @Test
  void a_block_keeps_its_lines_and_has_one_kind_of_break() {
    assertThat(PlainText.block("a\r\nb\rc\n\td")).isEqualTo("a\nb\nc\n\td");
  }

  @Test
  void what_cannot_be_seen_is_shown() {
    assertThat(PlainText.line("\u0000\u001b[31m\u007f\u009b"))
        .isEqualTo("\\u0000\\u001B[31m\\u007F\\u009B");
    assertThat(PlainText.code("a\u202Egnp.exe\u2066")).isEqualTo("a\\u202Egnp.exe\\u2066");
    assertThat(PlainText.block("\uD83Dx\uDE00\uFFFF\uFDD0"))
        .isEqualTo("\\uD83Dx\\uDE00\\uFFFF\\uFDD0");
  }

  @Test
  void a_title_has_no_spaces_around_it_and_is_never_blank() {
    assertThat(PlainText.title(" \u00a0\n a  b \u2003")).isEqualTo("a  b");
    assertThat(PlainText.title(" \t")).isEqualTo("(blank)");
  }
}
