package dev.coord.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownLimitsTest {
  private final Markdown markdown = new Markdown();

  @Test
  void a_text_of_64_kib_is_read_and_a_longer_one_shown_as_it_is() {
    String text = "*a* ".repeat(16 * 1024);

    assertThat(markdown.html(text).html())
        .startsWith("<p><em>a</em> <em>a</em>")
        .doesNotContain("md-note");
    assertPlain("b" + text, "it is longer than 64 KiB");
    assertThat(markdown.html("b" + text).html()).contains("<pre tabindex=\"0\">b*a* *a*");
  }

  @Test
  void length_is_counted_in_bytes() {
    assertPlain("é".repeat(32 * 1024 + 1), "it is longer than 64 KiB");
    assertParsed("é".repeat(32 * 1024));
  }

  @Test
  void a_text_has_at_most_3000_lines() {
    assertParsed("a\n".repeat(2999) + "a");
    assertPlain("a\n".repeat(3000) + "a", "it has more than 3,000 lines");
  }

  @ParameterizedTest
  @ValueSource(strings = {"> ", ">", "- ", "+ ", "1. ", "2) ", "> - ", "- [ ] ", "* [x] 1. "})
  void lists_and_quotations_nest_at_most_32_deep(String container) {
    int markers = container.replaceAll("\\[.]|\\s", "").replaceAll("\\d[.)]", "1").length();

    assertParsed(container.repeat(32 / markers) + "a");
    assertPlain(container.repeat(33) + "a", "it nests lists and quotations more than 32 deep");
  }

  @Test
  void lists_that_nest_line_by_line_are_bounded_too() {
    StringBuilder text = new StringBuilder();
    for (int level = 0; level < 33; level++) {
      text.append("  ".repeat(level)).append("- a\n");
    }

    assertPlain(text.toString(), "it is nested too deeply");
    assertParsed(text.substring(0, text.lastIndexOf("  ".repeat(32))));
  }

  @Test
  void items_and_quoted_lines_are_at_most_10000_together() {
    assertParsed("> > > > a\n".repeat(2500));
    assertPlain(
        "> > > > a\n".repeat(2500) + "- a",
        "it has more than 10,000 items of lists and lines of quotations");
  }

  @Test
  void emphasis_nests_30_levels_but_not_40() {
    assertThat(markdown.html("*a ".repeat(30) + "b* ".repeat(30)).html())
        .contains("<em>a ".repeat(30))
        .doesNotContain("md-note");
    assertPlain("*a ".repeat(40) + "b* ".repeat(40), "it is nested too deeply");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-", "_", "*", "- ", "_ ", "* "})
  void a_rule_has_at_most_256_characters(String mark) {
    assertThat(markdown.html(mark.repeat(256 / mark.length())).html()).isEqualTo("<hr>");
    assertPlain(mark.repeat(257), "it has a line of more than 256 dashes, stars or underscores");
    assertPlain(
        "> " + mark.repeat(257), "it has a line of more than 256 dashes, stars or underscores");
    assertPlain(
        mark.repeat(257) + "a", "it has a line of more than 256 dashes, stars or underscores");
  }

  @Test
  void a_heading_has_at_most_100_spaces_in_a_row() {
    assertParsed("# a" + " ".repeat(100) + "b");
    assertPlain(
        "> # a" + " \t".repeat(50) + " b", "it has a heading with more than 100 spaces in a row");
    assertParsed("|a" + " ".repeat(5000) + "|b|\n|-|-|\n|a|#" + " ".repeat(5000) + "#|");
  }

  @Test
  void a_table_has_at_most_100_columns_and_20000_cells() {
    assertParsed("a|".repeat(99) + "a\n" + "-|".repeat(99) + "-\n" + "b|".repeat(99) + "b");
    assertPlain(
        "a|".repeat(100) + "a\n" + "-|".repeat(100) + "-",
        "it has a table of more than 100 columns or 20,000 cells");
    assertParsed("a|".repeat(49) + "a\n" + "-|".repeat(49) + "-\n" + "|\n".repeat(390));
    assertPlain(
        "a|".repeat(49) + "a\n" + "-|".repeat(49) + "-\n" + "|\n".repeat(410),
        "it has a table of more than 100 columns or 20,000 cells");
  }

  @Test
  void a_line_beyond_a_limit_is_text_with_a_note() {
    assertThat(markdown.inline("a <b> " + "-".repeat(5) + "\n" + "c".repeat(70_000)).html())
        .startsWith("a &lt;b&gt; ----- ccc")
        .endsWith(
            "ccc <small class=\"md-note\">Shown as plain text: it is longer than 64 KiB.</small>");
  }

  @Test
  void plain_text_beyond_a_limit_is_the_source_on_one_line() {
    assertThat(markdown.text("*a*\n" + "b".repeat(70_000))).isEqualTo("*a* " + "b".repeat(70_000));
  }

  private void assertParsed(String text) {
    assertThat(markdown.html(text).html()).doesNotContain("md-note");
  }

  private void assertPlain(String text, String reason) {
    String html = markdown.html(text).html();

    assertThat(html)
        .startsWith(
            "<div class=\"md-plain\"><p><small class=\"md-note\">Shown as plain text: "
                + reason
                + ".</small></p><pre tabindex=\"0\">");
    assertThat(Jsoup.parseBodyFragment(html).selectFirst("pre").wholeText()).isEqualTo(text);
    assertThat(ScriptCapable.in(html)).isEmpty();
  }
}
