package dev.coord.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainWordsTest {

  private static final List<String> PIECES =
      List.of(
          "a", "Z", "word", "www", "http", "e.g.", "1", "10", ".", "-", "--", "---", ",", ";", "(",
          ")", "/", "//", "%", "?", " ", "  ", " - ", "1. ", "a)", "TODO", "x", "wWw.", ".com");

  private static final int TEXTS = 4_000;

  private final Random random = new Random(3);

  @Test
  void plain_words_are_what_parsing_makes_of_them() {
    FlexmarkHtml blocks = FlexmarkHtml.forBlocks();
    FlexmarkHtml paragraph = FlexmarkHtml.forOneParagraph();
    HtmlSanitizer sanitizer = new HtmlSanitizer();
    int plain = 0;
    for (int i = 0; i < TEXTS; i++) {
      String text = text();
      if (PlainWords.is(text)) {
        plain++;
        String html = sanitizer.clean(blocks.render(text).orElseThrow());
        assertThat(html).isEqualTo("<p>" + text + "</p>");
        String inline = sanitizer.clean(paragraph.render(text).orElseThrow());
        assertThat(inline).isEqualTo("<p>" + text + "</p>");
        assertThat(sanitizer.text(inline)).isEqualTo(text);
        assertThat(MarkdownLimits.passedBy(text)).isEmpty();
        Markdown markdown = new Markdown();
        assertThat(markdown.html(text).html()).isEqualTo(html);
        assertThat(markdown.inline(text).html()).isEqualTo(text);
        assertThat(markdown.text(text)).isEqualTo(text);
      }
    }
    assertThat(plain).isBetween(TEXTS / 10, TEXTS * 9 / 10);
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
        "a *b*",
        "a_b_c",
        "a `b`",
        "<b>",
        "a & b",
        "a|b",
        "see www.example.org",
        "see WWW.example.org",
        "see https://example.org",
        "[a](b)",
        "a ~~b~~",
        "a\tb",
        "é",
        "a\\b",
        "a\u0000"
      })
  void what_may_mean_something_is_parsed(String text) {
    assertThat(PlainWords.is(text)).isFalse();
  }

  @Test
  void the_longest_texts_are_left_to_the_limits() {
    assertThat(PlainWords.is("a".repeat(1_000))).isTrue();
    assertThat(PlainWords.is("a".repeat(1_001))).isFalse();
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
