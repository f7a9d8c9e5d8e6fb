package dev.coord.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HighlighterTest {

  /** {@code ‹ke if›} for a keyword, by the first letters of its class. */
  private static String marked(String language, String code) {
    return Highlighter.html(language, code)
        .html()
        .replaceAll("(?s)<span class=\"md-(..)[a-z]*\">(.*?)</span>", "‹$1 $2›")
        .replace("&quot;", "\"")
        .replace("&apos;", "'")
        .replace("&#x27;", "'")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '^',
      value = {
        "java ¦ int a = 0x1F; // b ¦ ‹ke int› a = ‹nu 0x1F›; ‹co // b›",
        "java ¦ return \"a\\\"b\" + 'c'; ¦ ‹ke return› ‹st \"a\\\"b\"› + ‹st 'c'›;",
        "java ¦ /* a \" b */ newer.new_() ¦ ‹co /* a \" b */› newer.new_()",
        "Java ¦ \"\"\"a \" b\"\"\" 1.5f ¦ ‹st \"\"\"a \" b\"\"\"› ‹nu 1.5f›",
        "ts ¦ const a = `b ${c}`; ¦ ‹ke const› a = ‹st `b ${c}`›;",
        "py ¦ def f(): # it's ¦ ‹ke def› f(): ‹co # it's›",
        "py ¦ '''a ' b''' if 1 ¦ ‹st '''a ' b'''› ‹ke if› ‹nu 1›",
        "sh ¦ if [ $# -gt 1 ]; then # c ¦ ‹ke if› [ $# -gt ‹nu 1› ]; ‹ke then› ‹co # c›",
        "bash ¦ echo \"$a\" ${b} $c/x ¦ ‹ke echo› ‹st \"$a\"› ‹na ${b}› ‹na $c›/x",
        "sh ¦ echo it's ¦ ‹ke echo› it's",
        "sh ¦ mvn -q for-each a/if ¦ mvn -q for-each a/if",
        "sql ¦ SELECT 'it''s' FROM t -- all ¦ ‹ke SELECT› ‹st 'it'›‹st 's'› ‹ke FROM› t ‹co -- all›",
        "json ¦ {\"a\": [1, \"b\", true]} ¦ {‹na \"a\"›: [‹nu 1›, ‹st \"b\"›, ‹ke true›]}",
        "yaml ¦ a-b: \"c\" # d ¦ ‹na a-b›: ‹st \"c\"› ‹co # d›",
        "yml ¦ - {at: 2026-01-05, on: true, url: http://x#y} ¦ - {‹na at›: ‹nu 2026-01-05›, ‹na on›:"
            + " ‹ke true›, ‹na url›: http://x#y}",
        "yaml ¦ it: don't, can't 80% ¦ ‹na it›: don't, can't ‹nu 80%›",
        "xml ¦ <a b=\"c>d\">x<!-- y --></a> ¦ <‹ke a› ‹na b›=‹st \"c>d\"›>x‹co <!-- y -->›</‹ke a›>",
        "diff ¦ +a ¦ ‹ad +a›",
        "diff ¦ -a ¦ ‹re -a›",
        "diff ¦ +++ b/a ¦ ‹na +++ b/a›",
        "cobol ¦ if a = 1 ¦ if a = 1",
        "^^ ¦ if a = 1 ¦ if a = 1",
      })
  void what_stands_out_is_marked(String language, String code, String marked) {
    assertThat(marked(language, code)).isEqualTo(marked);
  }

  @Test
  void what_goes_on_in_the_next_line_is_marked_as_one() {
    assertThat(marked("java", "/* a\n b */ x")).isEqualTo("‹co /* a\n b */› x");
    assertThat(marked("java", "\"a\nint b")).isEqualTo("\"a\n‹ke int› b");
    assertThat(marked("yaml", "a:\n  b: 1\n")).isEqualTo("‹na a›:\n  ‹na b›: ‹nu 1›\n");
    assertThat(marked("diff", "@@ 1 @@\n a\n-b\n+c\n"))
        .isEqualTo("‹na @@ 1 @@›\n a\n‹re -b›\n‹ad +c›\n");
  }

  @Test
  void a_block_of_code_in_a_text_is_marked_and_reads_the_same() {
    SafeHtml html = new Markdown().html("```java\nint a = 1 < 2; // <b>\n```");

    assertThat(html.html())
        .isEqualTo(
            "<pre tabindex=\"0\"><code class=\"language-java\"><span class=\"md-keyword\">int</span>"
                + " a = <span class=\"md-number\">1</span> &lt; <span class=\"md-number\">2</span>;"
                + " <span class=\"md-comment\">// &lt;b&gt;</span>\n</code></pre>");
    assertThat(NormalForm.block(html)).isEqualTo("```java\nint a = 1 < 2; // <b>\n```");
  }

  @Test
  void a_text_has_at_most_a_thousand_marks() {
    String block = "```json\n" + "[1, 2]\n".repeat(300) + "```\n\n";
    String html = new Markdown().html(block + block + "```json\n3\n```").html();

    assertThat(html.split("<span")).hasSize(1 + 600 + 1);
    assertThat(marked("json", "1 ".repeat(1_001))).isEqualTo("1 ".repeat(1_001));
  }

  static Stream<Arguments> hostile() {
    return Arrays.stream(CodeLanguage.values())
        .flatMap(
            language ->
                Stream.of(
                        "\"",
                        "'",
                        "/*",
                        "<",
                        "<a \"",
                        "`",
                        "\"\"\"",
                        "$",
                        "0",
                        "a",
                        " ",
                        "a: ",
                        "#",
                        "--",
                        "\"a\"   ",
                        "<!--",
                        "\\",
                        "\\\"",
                        "1.",
                        "-1:",
                        "ü",
                        "\\'\n")
                    .map(piece -> Arguments.of(language, piece)));
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void hostile_code_takes_linear_time_and_loses_nothing(CodeLanguage language, String piece) {
    String code = piece.repeat(300_000 / piece.length());

    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(10),
        () -> {
          int done = 0;
          boolean ordered = true;
          for (CodeToken token : CodeLexer.tokens(language, code)) {
            ordered &= token.start() >= done && token.end() > token.start();
            done = token.end();
          }
          assertThat(ordered).isTrue();
          assertThat(done).isLessThanOrEqualTo(code.length());
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"java", "js", "py", "sh", "sql", "json", "yaml", "xml", "diff"})
  void code_that_looks_like_markup_stays_code(String language) {
    String code =
        "<script>alert(1)</script> </code></pre> &lt; <span class=\"md-string\"> \"<b>\" '<i>'\n"
            + "+<b>\n-<i>\n# <u>\n// <u>\n<!-- <p> -->";
    String html = Highlighter.html(language, code).html();

    assertThat(Jsoup.parseBodyFragment("<pre>" + html + "</pre>").body().wholeText())
        .isEqualTo(code);
    assertThat(ScriptCapable.in(html)).isEmpty();
    assertThat(new HtmlSanitizer().clean(html).split("<span", -1))
        .hasSameSizeAs(html.split("<span", -1));
  }
}
