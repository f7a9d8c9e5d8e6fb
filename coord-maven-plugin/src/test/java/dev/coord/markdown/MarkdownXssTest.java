package dev.coord.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import com.vladsch.flexmark.html.HtmlRenderer;
import com.vladsch.flexmark.parser.Parser;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MarkdownXssTest {
  private static final Markdown MARKDOWN = new Markdown();

  static List<String> payloads() {
    return Stream.of(
            XssPayloads.LINKS,
            XssPayloads.AUTOLINKS,
            XssPayloads.IMAGES,
            XssPayloads.HTML,
            XssPayloads.NESTED)
        .flatMap(List::stream)
        .toList();
  }

  @ParameterizedTest
  @MethodSource("payloads")
  void nothing_in_a_block_can_run_or_load_anything(String payload) {
    assertThat(ScriptCapable.in(MARKDOWN.html(payload).html())).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("payloads")
  void nothing_in_a_line_can_run_or_load_anything(String payload) {
    assertThat(ScriptCapable.in(MARKDOWN.inline(payload).html())).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("payloads")
  void what_stands_around_a_payload_survives(String payload) {
    String html =
        MARKDOWN
            .html(
                "**before** [ok](https://ok.example/)\n\n"
                    + payload
                    + "\n\n[rel](docs/a.md#b) *after*")
            .html();
    Element body = Jsoup.parseBodyFragment(html).body();

    assertThat(ScriptCapable.in(html)).isEmpty();
    assertThat(body.select("strong").eachText()).contains("before");
    assertThat(body.select("a[href=https://ok.example/]").eachText()).contains("ok");
    assertThat(body.select("a[href=docs/a.md#b]").eachText()).contains("rel");
    assertThat(body.select("em").eachText()).contains("after");
  }

  @Test
  void there_are_more_than_a_hundred_payloads_and_many_work_on_flexmark_alone() {
    Parser parser = Parser.builder().build();
    HtmlRenderer renderer = HtmlRenderer.builder().build();

    assertThat(payloads()).doesNotHaveDuplicates().hasSizeGreaterThan(100);
    assertThat(payloads())
        .filteredOn(payload -> !ScriptCapable.in(renderer.render(parser.parse(payload))).isEmpty())
        .hasSizeGreaterThan(60);
  }

  @Test
  void html_is_shown_as_it_was_written() {
    assertThat(Jsoup.parseBodyFragment(MARKDOWN.html("<script>alert(1)</script>").html()).text())
        .isEqualTo("<script>alert(1)</script>");
  }

  @Test
  void a_refused_link_leaves_its_text() {
    assertThat(MARKDOWN.html("see [the *notes*](javascript:alert(1)) here").html())
        .isEqualTo("<p>see the <em>notes</em> here</p>");
  }
}
