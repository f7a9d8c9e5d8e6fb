package dev.coord.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;

class MarkdownFuzzTest {
  private static final List<String> PARTS =
      List.of(
          "*",
          "**",
          "_",
          "~~",
          "`",
          "```",
          "[",
          "]",
          "![",
          "](",
          "(",
          ")",
          "[x]",
          "]: ",
          "<",
          ">",
          "</a>",
          "<!--",
          "<b a=\"",
          "'",
          "\"",
          "&amp;",
          "&#106;",
          "&",
          "javascript:",
          "data:",
          "//",
          "\\",
          "/",
          "http://a.b/",
          "www.a.b",
          "mailto:a@b.c",
          "a",
          "b ",
          "\n",
          "\n\n",
          "\n- ",
          "\n1. ",
          "\n> ",
          "\n    ",
          "\n\t",
          "\n# ",
          "\n---\n",
          "|",
          "\n|-|-|\n",
          "|a|b|\n",
          "- [x] ",
          "\u0000",
          "é",
          "\ud83d\ude00",
          "\ud800",
          "\n[r]: http://u.v 'q'\n\n",
          "[r]",
          "\r",
          "\u202e",
          "<http://x>");

  private final Markdown markdown = new Markdown();

  @Test
  void every_text_gives_well_formed_harmless_html() {
    Random random = new Random(7);
    for (int i = 0; i < 1500; i++) {
      StringBuilder text = new StringBuilder();
      for (int part = random.nextInt(60); part >= 0; part--) {
        text.append(PARTS.get(random.nextInt(PARTS.size())));
      }
      assertSound(text.toString(), markdown.html(text.toString()).html());
      assertSound(text.toString(), markdown.inline(text.toString()).html());
    }
  }

  private static void assertSound(String text, String html) {
    Parser parser = Parser.htmlParser().setTrackErrors(1);
    Document document = Jsoup.parse(html, "", parser);
    document.outputSettings().prettyPrint(false);

    assertThat(html).as(text).doesNotContain("could not be read");
    assertThat(parser.getErrors()).as(text).isEmpty();
    assertThat(document.body().html()).as(text).isEqualTo(html);
    assertThat(ScriptCapable.in(html)).as(text).isEmpty();
  }
}
