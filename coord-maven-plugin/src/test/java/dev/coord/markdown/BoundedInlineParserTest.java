package dev.coord.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import com.vladsch.flexmark.html.HtmlRenderer;
import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.parser.core.ReferencePreProcessorFactory;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BoundedInlineParserTest {
  /**
   * Without HTML, which stays text here, and unbalanced destinations, which flexmark takes against
   * the standard.
   */
  private static final List<String> PARTS =
      List.of(
          "*",
          "**",
          "_",
          "__",
          "`",
          "``",
          "[",
          "]",
          "![",
          ")",
          "[x]",
          "]: ",
          "'",
          "\"",
          "&amp;",
          "&#106;",
          "&",
          "\\",
          "/",
          "http://a.b/",
          "a",
          "b ",
          "\n",
          "\n\n",
          "\n- ",
          "\n> ",
          "\n# ",
          "\n---\n",
          "|",
          "-",
          "!",
          "  \n",
          "\\\n",
          "[r]: http://u.v 'q'\n\n",
          "[r]",
          "[a](b \"t\")",
          "[a](b (t))",
          "<http://x>",
          "<a@b.c>",
          "é",
          "[a](b(c))");

  private final HtmlRenderer renderer = HtmlRenderer.builder().build();
  private final Parser flexmark = Parser.builder().build();
  private final Parser bounded =
      Parser.builder()
          .customInlineParserFactory(BoundedInlineParser::new)
          .paragraphPreProcessorFactory(new ReferencePreProcessorFactory())
          .build();

  @Test
  void reads_within_its_limits_what_flexmark_reads() {
    Random random = new Random(1);
    for (int i = 0; i < 2000; i++) {
      StringBuilder text = new StringBuilder();
      for (int part = random.nextInt(25); part >= 0; part--) {
        text.append(PARTS.get(random.nextInt(PARTS.size())));
      }
      assertThat(render(bounded, text.toString()))
          .as(text.toString())
          .isEqualTo(render(flexmark, text.toString()));
    }
  }

  @Test
  void html_stays_text() {
    assertThat(render(flexmark, "a <b>c</b>")).isEqualTo("<p>a <b>c</b></p>\n");
    assertThat(render(bounded, "a <b>c</b>")).isEqualTo("<p>a &lt;b&gt;c&lt;/b&gt;</p>\n");
  }

  @Test
  void destinations_follow_the_current_standard() {
    assertThat(render(bounded, "[a](<b c>)")).isEqualTo("<p><a href=\"b c\">a</a></p>\n");
    assertThat(render(bounded, "[a](b(c)")).isEqualTo("<p>[a](b(c)</p>\n");
    assertThat(render(bounded, "[a](b\\)c)")).isEqualTo("<p><a href=\"b)c\">a</a></p>\n");
  }

  @Test
  void marks_of_emphasis_count_up_to_1000_in_a_paragraph() {
    assertThat(render(bounded, "*a* ".repeat(500))).doesNotContain("*");
    assertThat(render(bounded, "*a* ".repeat(501) + "\n\n*b*"))
        .contains("*a*")
        .contains("<em>b</em>");
  }

  @Test
  void at_most_32_brackets_are_open_at_once() {
    assertThat(render(bounded, "[".repeat(31) + "[a](b)")).contains("<a href=\"b\">a</a>");
    assertThat(render(bounded, "[".repeat(32) + "[a](b)"))
        .isEqualTo("<p>" + "[".repeat(31) + "<a href=\"b\">[a</a></p>\n");
  }

  @Test
  void labels_and_titles_have_a_limit() {
    assertThat(render(bounded, "[%1$s]\n\n[%1$s]: b".formatted("x".repeat(999))))
        .contains("<a href=\"b\">");
    assertThat(render(bounded, "[%1$s]\n\n[%1$s]: b".formatted("x".repeat(1000))))
        .doesNotContain("<a");
    assertThat(render(bounded, "[a](b \"" + "x".repeat(998) + "\")")).contains("<a");
    assertThat(render(bounded, "[a](b \"" + "x".repeat(999) + "\")")).doesNotContain("<a");
  }

  @Test
  void definitions_cannot_multiply_the_text() {
    String html = render(bounded, "[a]: b" + "x".repeat(1900) + "\n\n" + "[a] ".repeat(10_000));

    assertThat(html).contains("<a href").hasSizeLessThan(400_000);
  }

  private String render(Parser parser, String text) {
    return renderer.render(parser.parse(text));
  }
}
