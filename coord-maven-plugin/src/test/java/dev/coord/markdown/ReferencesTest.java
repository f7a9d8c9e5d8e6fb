package dev.coord.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReferencesTest {

  private static final Map<String, References.Place> KNOWN =
      Map.of(
          "workstream:checkout", new References.Place("../workstreams/checkout.html", "checkout"),
          "person:ana", new References.Place("people.html#person-ana", "Ana <Lima> & Co"),
          "page:guide#usage", new References.Place("page:guide#usage", "Guide"),
          "gate:evil", new References.Place("javascript:alert(1)", "evil"));

  private final Markdown markdown = new Markdown();

  private String led(String source) {
    return References.lead(
            markdown.inline(source, any -> Optional.empty()),
            reference -> Optional.ofNullable(KNOWN.get(reference.toString())))
        .html();
  }

  @Test
  void a_link_by_id_leads_to_its_place_and_keeps_its_words() {
    assertThat(led("the [*old* basket](workstream:checkout)."))
        .isEqualTo("the <a href=\"../workstreams/checkout.html\"><em>old</em> basket</a>.");
  }

  @Test
  void a_link_without_words_says_the_name() {
    assertThat(led("[](person:ana)"))
        .isEqualTo("<a href=\"people.html#person-ana\">Ana &lt;Lima&gt; &amp; Co</a>");
    assertThat(led("[](person:ben)")).isEqualTo("ben");
    assertThat(markdown.text("see [](person:ben)")).isEqualTo("see ben");
  }

  @Test
  void a_link_to_what_nobody_knows_leaves_its_words() {
    assertThat(led("[the **basket**](workstream:gone) and [](gate:gone)"))
        .isEqualTo("the <strong>basket</strong> and gone");
  }

  @Test
  void who_leads_nothing_gets_the_words_alone() {
    assertThat(markdown.html("[the basket](workstream:checkout) of @ana").html())
        .isEqualTo("<p>the basket of @ana</p>");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ask @ana.          | ask <a href=\"people.html#person-ana\">@ana</a>.",
        "(@ana, @ana)       | (<a href=\"people.html#person-ana\">@ana</a>, <a href=\"people.html#person-ana\">@ana</a>)",
        "*@ana*             | <em><a href=\"people.html#person-ana\">@ana</a></em>",
        "@ana's             | <a href=\"people.html#person-ana\">@ana</a>'s",
      })
  void a_mention_of_somebody_known_is_a_link(String source, String html) {
    assertThat(led(source)).isEqualTo(html);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@ben",
        "x@ana",
        "@ana/core",
        "@ana@social.example",
        "@@ana",
        "a/@ana",
        "@anabel",
        "`@ana`"
      })
  void what_only_looks_like_a_mention_stays_text(String source) {
    assertThat(led(source)).isEqualTo(source.replaceAll("`(.*)`", "<code>$1</code>"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "workstream:../../etc",
        "workstream:a%2f..",
        "workstream:javascript:alert(1)",
        "gate:evil",
        "WORKSTREAM:checkout",
        "workstream: checkout",
        "workstream:checkout?x=1",
        "person:<script>",
        "javascript:checkout"
      })
  void a_hostile_destination_leads_nowhere(String destination) {
    assertThat(led("[words](" + destination + ") [more](<" + destination + ">)"))
        .contains("words", "more")
        .doesNotContain("<a ");
  }

  @Test
  void a_text_that_shows_the_markup_of_a_link_is_no_link() {
    assertThat(led("`<a href=\"workstream:checkout\">x</a>` <a href=\"person:ana\">y</a>"))
        .isEqualTo(
            "<code>&lt;a href=\"workstream:checkout\"&gt;x&lt;/a&gt;</code>"
                + " &lt;a href=\"person:ana\"&gt;y&lt;/a&gt;");
  }

  @Test
  void a_title_and_an_image_hide_no_link() {
    assertThat(led("[a](workstream:checkout '<a href=\"person:ana\">')"))
        .isEqualTo("<a href=\"../workstreams/checkout.html\">a</a>");
    assertThat(led("[a](https://x.example '<a href=\"person:ana\">')"))
        .isEqualTo(markdown.inline("[a](https://x.example '<a href=\"person:ana\">')").html());
    assertThat(led("![a](person:ana)")).isEqualTo("<a href=\"people.html#person-ana\">a</a>");
  }

  @Test
  void a_place_may_be_told_later() {
    assertThat(led("[a](page:guide#usage)")).isEqualTo("<a href=\"page:guide#usage\">a</a>");
  }

  @Test
  void a_relative_link_may_lead_to_a_page_of_the_site() {
    SafeHtml html =
        markdown.inline(
            "[a](other.md) ![b](pic.png) [c](x.md 'title')", any -> Optional.of("page:other"));

    assertThat(html.html())
        .isEqualTo(
            "<a href=\"page:other\">a</a> <a href=\"page:other\">b</a>"
                + " <a href=\"page:other\">c</a>");
  }
}
