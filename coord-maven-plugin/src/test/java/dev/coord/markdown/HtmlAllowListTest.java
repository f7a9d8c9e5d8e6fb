package dev.coord.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The last layer alone, as if flexmark had let everything pass. */
class HtmlAllowListTest {
  private final HtmlSanitizer sanitizer = new HtmlSanitizer();

  @ParameterizedTest
  @MethodSource("dev.coord.markdown.MarkdownXssTest#payloads")
  void payloads_are_harmless_as_html(String payload) {
    SafeHtml led = References.without(SafeHtml.of(sanitizer.clean(payload)));

    assertThat(ScriptCapable.in(led.html())).isEmpty();
  }

  @Test
  void a_link_by_id_is_kept_as_it_is_written_and_no_other_scheme() {
    assertThat(sanitizer.clean("<a href=\"gate:a\" title=\"t\" id=\"x\">b</a>"))
        .isEqualTo("<a href=\"gate:a\">b</a>");
    assertThat(sanitizer.clean("<a href=\"gates:a\">b</a><a href=\"gate:a:b\">c</a>"))
        .isEqualTo("bc");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p id=\"verdict\">a</p>",
        "<p class=\"badge pass\">a</p>",
        "<p style=\"color:red\">a</p>",
        "<p title=\"t\">a</p>",
        "<p tabindex=\"5\">a</p>",
        "<p role=\"alert\" aria-label=\"x\">a</p>",
        "<p name=\"x\" data-x=\"y\">a</p>"
      })
  void attributes_that_the_page_uses_itself_are_removed(String html) {
    assertThat(sanitizer.clean(html)).isEqualTo("<p>a</p>");
  }

  @Test
  void values_outside_the_list_are_removed_from_attributes_inside_it() {
    assertThat(
            sanitizer.clean("<span class=\"pass\" role=\"alert\" aria-label=\"passed\">a</span>"))
        .isEqualTo("<span>a</span>");
    assertThat(sanitizer.clean("<div class=\"verdict\" tabindex=\"1\">a</div>"))
        .isEqualTo("<div>a</div>");
    assertThat(sanitizer.clean("<code class=\"language-x y\">a</code>"))
        .isEqualTo("<code>a</code>");
    assertThat(sanitizer.clean("<ol start=\"1e9\"><li>a</li></ol>"))
        .isEqualTo("<ol><li>a</li></ol>");
  }

  @Test
  void what_the_list_holds_is_kept() {
    String html =
        "<ul><li class=\"md-task\"><span class=\"md-task-mark\" role=\"img\" aria-label=\"done\">x</span>"
            + " <code class=\"language-c++\">a</code></li></ul>";

    assertThat(sanitizer.clean(html)).isEqualTo(html);
  }

  @Test
  void a_destination_that_was_not_normalised_does_not_pass() {
    HtmlAllowList list = new HtmlAllowList();
    var link = Jsoup.parseBodyFragment("<a href=\" https://a.b/\">a</a>").selectFirst("a");

    assertThat(list.isSafeAttribute("a", link, link.attribute("href"))).isFalse();
    link.attr("href", "https://a.b/");
    assertThat(list.isSafeAttribute("a", link, link.attribute("href"))).isTrue();
  }
}
