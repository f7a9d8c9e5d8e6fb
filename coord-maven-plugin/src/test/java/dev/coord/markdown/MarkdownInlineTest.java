package dev.coord.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkdownInlineTest {
  private final Markdown markdown = new Markdown();

  @Test
  void a_line_has_no_paragraph_around_it() {
    assertThat(markdown.inline("*a* `b` [c](d)").html())
        .isEqualTo("<em>a</em> <code>b</code> <a href=\"d\">c</a>");
    assertThat(markdown.inline(" ").isEmpty()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "1. Setup, 1. Setup",
    "# 5 is urgent, # 5 is urgent",
    "- a, - a",
    "* a, * a",
    "+1, +1",
    "> a, &gt; a",
    "---, ---",
    "a | b, a | b",
    "'    a', a",
    "'[r]: x', '[r]: x'",
    "[x] done, [x] done",
    "=====, ====="
  })
  void marks_of_blocks_are_text(String source, String html) {
    assertThat(markdown.inline(source).html()).isEqualTo(html);
  }

  @Test
  void lines_are_joined_by_a_space() {
    assertThat(markdown.inline("# A\r\n\r\n  - *b*\n\tc  \nd").html())
        .isEqualTo("# A - <em>b</em> c d");
  }

  @Test
  void plain_text_has_neither_marks_nor_destinations() {
    assertThat(
            markdown.text(
                "**a** ~~b~~ `c < d` [e](https://f.g \"t\") ![h](i.png) ![j](https://k.l/m) &amp; <n>\n1. o"))
        .isEqualTo("a b c < d e h j & <n> 1. o");
  }

  @Test
  void plain_text_is_one_line_without_control_characters() {
    assertThat(markdown.text("a\n\n\tb\u0000\u001b[31m\u2066c"))
        .isEqualTo("a b\ufffd\ufffd[31m\ufffdc");
  }

  @Test
  void plain_text_is_what_the_line_shows() {
    String source = "a *b* https://c.d/e_f_g <x@y.z> \\*h\\* i*j*k";

    assertThat(markdown.text(source)).isEqualTo("a b https://c.d/e_f_g x@y.z *h* ijk");
  }
}
