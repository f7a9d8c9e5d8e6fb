package dev.coord.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SimpleLineTest {

  private static final List<String> PIECES =
      List.of(
          "a",
          "Z",
          "word",
          "www",
          "http",
          "e.g.",
          "1",
          "10",
          ".",
          "-",
          "--",
          "---",
          ",",
          ";",
          "(",
          ")",
          "/",
          "//",
          "%",
          "?",
          " ",
          "  ",
          " - ",
          "1. ",
          "a)",
          "TODO",
          "x",
          "wWw.",
          ".com",
          "!",
          "'",
          "\"",
          ": ",
          ":",
          "http:",
          "*",
          "**",
          "***",
          "*b*",
          "**b c**",
          "`",
          "``",
          "`c`",
          "`<d> & e`",
          "`*f*`",
          "*`g`*",
          "`h\\`",
          "www.",
          "(*i*)",
          "*j*k",
          "**l*m**",
          "`n`o",
          "&",
          "[p](q)",
          "[r s](https://t.example/u_v#w)",
          "[x](//y)",
          "[z]",
          "(a)",
          "[b](c d)",
          "[*d*](e)",
          "[f](../g.md)",
          "[h](i:j)",
          "![k](l)",
          "[m](mailto:n@o.example)");

  private static final int TEXTS = 12_000;

  private final Random random = new Random(3);

  @Test
  void a_simple_line_is_what_parsing_makes_of_it() {
    FlexmarkHtml blocks = FlexmarkHtml.forBlocks();
    FlexmarkHtml paragraph = FlexmarkHtml.forOneParagraph();
    HtmlSanitizer sanitizer = new HtmlSanitizer();
    Markdown markdown = new Markdown();
    int simple = 0;
    int marked = 0;
    for (int i = 0; i < TEXTS; i++) {
      String text = text();
      Optional<String> html = SimpleLine.html(text);
      assertThat(SimpleLine.text(text).isPresent()).isEqualTo(html.isPresent());
      if (html.isPresent()) {
        simple++;
        marked += html.get().contains("<") ? 1 : 0;
        String whole = "<p>" + html.get() + "</p>";
        assertThat(whole).isEqualTo(sanitizer.clean(blocks.render(text).orElseThrow()));
        assertThat(whole).isEqualTo(sanitizer.clean(paragraph.render(text).orElseThrow()));
        assertThat(SimpleLine.text(text)).contains(sanitizer.text(whole));
        assertThat(MarkdownLimits.passedBy(text)).isEmpty();
        assertThat(markdown.html(text).html()).isEqualTo(whole);
        assertThat(markdown.inline(text).html()).isEqualTo(html.get());
      }
    }
    assertThat(simple).isBetween(TEXTS / 20, TEXTS * 9 / 10);
    assertThat(marked).isGreaterThan(TEXTS / 100);
  }

  @Test
  void simple_links_are_led_where_the_tree_leads_them() {
    Function<String, Optional<String>> relative =
        url ->
            url.startsWith("q") ? Optional.of("https://x.example/y?a&b=" + url) : Optional.empty();
    Markdown markdown = new Markdown();
    int led = 0;
    for (int i = 0; i < TEXTS / 4; i++) {
      String html = markdown.html(text()).html();
      String simple = new Destinations().lead(html, relative);
      led += simple.equals(html) ? 0 : 1;
      // A link with a title is none that can be told without a tree.
      String titled = "<a href=\"https://x.example\" title=\"t\">t</a>";
      assertThat(simple + titled).isEqualTo(new Destinations().lead(html + titled, relative));
    }
    assertThat(led).isGreaterThan(TEXTS / 100);
  }

  @Test
  void a_simple_form_is_what_the_tree_makes_of_it() {
    Markdown markdown = new Markdown();
    int simple = 0;
    for (int i = 0; i < TEXTS / 4; i++) {
      String html = markdown.inline(text()).html();
      for (boolean cell : new boolean[] {false, true}) {
        Optional<String> form = SimpleForm.of(html, cell);
        if (form.isPresent()) {
          simple++;
          Element body = Jsoup.parseBodyFragment(html).body();
          assertThat(form).contains(NormalForm.line(body.childNodes(), cell));
        }
      }
    }
    assertThat(simple).isGreaterThan(TEXTS / 10);
  }

  @ParameterizedTest
  @CsvSource({
    "a *b* c, a <em>b</em> c, a b c",
    "**b c** d, <strong>b c</strong> d, b c d",
    "see `a<b>`., see <code>a&lt;b&gt;</code>., see a<b>.",
    "(*a*) and `**`, (<em>a</em>) and <code>**</code>, (a) and **",
    "see [a b](c/d.md#e)., see <a href=\"c/d.md#e\">a b</a>., see a b.",
  })
  void marks_beside_words_are_read(String source, String html, String text) {
    String line = source.startsWith("(") ? "x " + source : source;
    String before = source.startsWith("(") ? "x " : "";

    assertThat(SimpleLine.html(line)).contains(before + html);
    assertThat(SimpleLine.text(line)).contains(before + text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " a",
        "a ",
        "a  b",
        "a\nb",
        "1. a",
        "- a",
        "* a",
        "a *b",
        "a* b*",
        "a*b*c",
        "*a *b* c*",
        "a ***b***",
        "*`a`*",
        "*www.example.org*",
        "a_b_c",
        "a `b",
        "a ``b``",
        "a ` b `",
        "<b>",
        "a & b",
        "a|b",
        "see www.example.org",
        "see WWW.example.org",
        "see https://example.org",
        "[a](b c)",
        "[a](javascript:b)",
        "[a](//b)",
        "[a](b_(c))",
        "[a][b]",
        "[a]: b",
        "![a](b)",
        "[*a*](b)",
        "a ~~b~~",
        "a\tb",
        "é",
        "`é`",
        "a\\b",
        "a\u0000"
      })
  void what_may_mean_something_else_is_parsed(String text) {
    assertThat(SimpleLine.html(text)).isEmpty();
    assertThat(SimpleLine.text(text)).isEmpty();
  }

  @Test
  void the_longest_texts_are_left_to_the_limits() {
    assertThat(SimpleLine.html("a".repeat(1_000))).isPresent();
    assertThat(SimpleLine.html("a".repeat(1_001))).isEmpty();
  }

  private String text() {
    StringBuilder text = new StringBuilder();
    int pieces = 1 + random.nextInt(8);
    for (int i = 0; i < pieces; i++) {
      text.append(PIECES.get(random.nextInt(PIECES.size())));
      text.append(random.nextInt(3) == 0 ? " " : "");
    }
    return text.toString();
  }
}
