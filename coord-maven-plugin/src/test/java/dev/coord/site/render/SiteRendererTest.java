package dev.coord.site.render;

import static dev.coord.site.model.Inline.code;
import static dev.coord.site.model.Inline.link;
import static dev.coord.site.model.Inline.text;
import static dev.coord.site.render.SampleSites.page;
import static dev.coord.site.render.SampleSites.paragraph;
import static dev.coord.site.render.SampleSites.row;
import static dev.coord.site.render.SampleSites.section;
import static dev.coord.site.render.SampleSites.table;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.site.model.Block;
import dev.coord.site.model.Inline;
import dev.coord.site.model.Page;
import dev.coord.site.model.Site;
import dev.coord.site.model.Target;
import dev.coord.site.model.Tone;
import dev.coord.site.render.picture.SamplePictures;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SiteRendererTest {

  @Test
  void days_in_a_sentence_are_not_broken_and_what_only_holds_one_is_no_day() {
    assertThat(
            html(
                new Block.Paragraph(
                    List.of(text("Due 2026-01-31 (not 2026-02-01): run-2026-01-31-a, 2026-01.")))))
        .contains(
            "Due <span class=\"day\">2026-01-31</span> (not <span class=\"day\">2026-02-01</span>):"
                + " run-2026-01-31-a, 2026-01.");
  }

  @Test
  void a_verdict_without_a_badge_begins_with_the_word_of_its_tone() {
    String html = html(page("p", "P", "p", Tone.UNKNOWN, List.of(text("No report."))));
    assertThat(html)
        .contains(
            "<h1>P</h1>\n<p class=\"verdict unknown\">"
                + "<span class=\"badge unknown\">Unknown</span> No report.</p>");
  }

  @Test
  void a_verdict_that_begins_with_a_badge_keeps_it() {
    List<Inline> verdict = List.of(new Inline.Badge(Tone.BAD, "Not ready"), text(" Why."));
    assertThat(html(page("p", "P", "p", Tone.BAD, verdict)))
        .contains("bad\"><span class=\"badge bad\">Not ready</span> Why.</p>");
  }

  @Test
  void a_neutral_verdict_has_no_mark() {
    assertThat(html(page("p", "P", "p", Tone.NEUTRAL, List.of(text("Nothing yet.")))))
        .contains("<p class=\"verdict neutral\">Nothing yet.</p>");
  }

  @Test
  void a_marked_row_that_says_no_status_is_given_one() {
    Block table =
        table(
            "t",
            "Rows",
            List.of("A", "B"),
            List.of(
                row("r1", Tone.BAD, List.of(text("a")), List.of(text("b"))),
                row(
                    "r2",
                    Tone.BAD,
                    List.of(text("a")),
                    List.of(new Inline.Badge(Tone.BAD, "late"))),
                row("r3", Tone.NEUTRAL, List.of(text("a")), List.of(text("b"))),
                row(
                    "r4",
                    Tone.WARNING,
                    List.of(text("a")),
                    List.of(new Inline.Badge(Tone.GOOD, "done")))));
    assertThat(html(table))
        .contains(
            "<tr id=\"r1\" class=\"bad\"><th scope=\"row\"><span class=\"badge bad\">Fail</span> a <a class=\"self\" href=\"#r1\" aria-label=\"Row r1\">#</a></th>")
        .contains("<tr id=\"r2\" class=\"bad\"><th scope=\"row\">a <a")
        .contains("<tr id=\"r3\" class=\"neutral\"><th scope=\"row\">a <a")
        .contains(
            "<tr id=\"r4\" class=\"warning\"><th scope=\"row\">"
                + "<span class=\"badge warning\">Warn</span> a <a");
  }

  @ParameterizedTest
  @CsvSource({
    "payments-ready, ' class=\"whole\"'",
    "checkout/CHK-3.1, ' class=\"whole\"'",
    "payments, ''",
    "well-known words, ''",
    "two-factor-authentication, ''"
  })
  void a_link_to_a_short_id_with_dashes_is_not_broken_at_them(String id, String mark) {
    assertThat(html(paragraph(Inline.link(id, Target.page("p")))))
        .contains("<a href=\"p.html\"" + mark + ">" + id + "</a>");
  }

  @Test
  void marked_parts_side_by_side_are_set_apart() {
    assertThat(html(paragraph(code("a"), code("b"), text("c"))))
        .contains("<code class=\"whole\">a</code> <code class=\"whole\">b</code>c</p>");
  }

  @ParameterizedTest
  @CsvSource({
    "index, '', index, index.html",
    "workstreams/td1, '', index, ../index.html",
    "index, '', workstreams/td1, workstreams/td1.html",
    "workstreams/td1, '', workstreams/td2, td2.html",
    "workstreams/td1, here, workstreams/td2, td2.html#here",
    "workstreams/td1, here, workstreams/td1, #here",
    "workstreams/td1, '', sprints/s1, ../sprints/s1.html",
    "index, gone, workstreams/td1, workstreams/td1.html",
  })
  void links_are_relative_and_end_in_html(String from, String fragment, String to, String href) {
    Target target = Target.page(to, fragment);
    List<Page> pages =
        List.of("index", "workstreams/td1", "workstreams/td2", "sprints/s1").stream()
            .map(
                path ->
                    page(
                        path,
                        path,
                        "index",
                        Tone.GOOD,
                        List.of(text("x")),
                        section("here", "Here", paragraph(link("the link", target)))))
            .toList();
    assertThat(file(SampleSites.site(pages, Tone.GOOD), from + ".html"))
        .contains("<a href=\"" + href + "\">the link</a>");
  }

  @Test
  void a_link_to_a_page_that_is_not_there_is_text() {
    assertThat(html(paragraph(link("gone", Target.page("gone")), text("."))))
        .contains("<p>gone.</p>");
  }

  @Test
  void a_tile_whose_page_is_not_there_is_no_link() {
    Block tiles =
        new Block.Tiles(
            "Tiles",
            List.of(new Block.Tile(Tone.GOOD, "T", "1", "", Optional.of(Target.page("gone")))));
    assertThat(html(tiles)).contains("<li class=\"tile good\"><span class=\"name\">T</span>");
  }

  @Test
  void an_id_that_is_there_twice_is_made_unique() {
    assertThat(html(section("same", "One"), section("same", "Two"), section("same-2", "Three")))
        .contains("<h2 id=\"same\">", "<h2 id=\"same-2\">", "<h2 id=\"same-2-2\">");
  }

  @Test
  void what_is_empty_is_left_out() {
    String html =
        html(
            new Block.Items(false, List.of()),
            new Block.Definitions(List.of()),
            new Block.Tiles("x", List.of()),
            table("t", "x", List.of("A"), List.of()));
    assertThat(html).contains("<h1").doesNotContain("<table", "<ul class=\"tiles", "<caption");
  }

  @Test
  void headings_follow_the_nesting_of_sections() {
    assertThat(
            html(
                section(
                    "a",
                    "A",
                    section("b", "B", section("c", "C", section("d", "D", section("e", "E")))),
                    new Block.Callout(Tone.INFO, "T", List.of(section("f", "F"))))))
        .contains("<h2 id=\"a\">", "<h3 id=\"b\">", "<h4 id=\"c\">", "<h5 id=\"d\">")
        .contains("<h6 id=\"e\">", "<h3 id=\"f\">");
  }

  @Test
  void a_page_of_three_sections_has_a_list_of_contents() {
    Block[] three = {section("a", "A"), section("b", "B"), section("c", "C")};
    assertThat(html(three))
        .contains("<nav class=\"contents\"")
        .contains("<a href=\"#b\">B</a></li>");
    assertThat(html(three[0], three[1])).doesNotContain("class=\"contents\"");
  }

  @Test
  void times_are_in_utc_to_the_minute() {
    Inline time = new Inline.Time(Instant.parse("2026-02-20T14:02:31.5Z"));
    assertThat(html(paragraph(time)))
        .contains("<p><time datetime=\"2026-02-20T14:02:31Z\">2026-02-20 14:02 UTC</time></p>");
  }

  @Test
  void every_page_has_breadcrumbs() {
    String html = file(SampleSites.failing(), "workstreams/td1.html");
    assertThat(html)
        .contains("<li><a href=\"../index.html\">Dashboard</a></li>")
        .contains("<li aria-current=\"page\">TD1 Error handling</li>");
    assertThat(file(SampleSites.failing(), "gates.html"))
        .contains("<li><a href=\"index.html\">Dashboard</a></li>\n<li aria-current=\"page\">");
    assertThat(file(SampleSites.failing(), "index.html"))
        .contains("<ol>\n<li aria-current=\"page\">Dashboard</li>");
    assertThat(file(SampleSites.failing(), "workstreams/td1.html.md"))
        .startsWith("[Dashboard](../index.html.md) / TD1 Error handling\n\n# TD1");
  }

  @Test
  void an_edit_address_that_is_no_web_address_is_left_out() {
    Page page =
        new Page(
            "index",
            "P",
            "index",
            Tone.GOOD,
            List.of(text("x")),
            List.of(),
            Optional.of("javascript:alert(1)"));
    assertThat(file(SampleSites.site(List.of(page), Tone.GOOD), "index.html"))
        .contains("status.json")
        .doesNotContain("javascript:", "Edit its source");
  }

  @Test
  void a_listing_keeps_its_lines_and_no_language_can_add_a_class() {
    assertThat(html(new Block.Listing("sh\" onclick=\"x", "a\n  b\tc\r\nd")))
        .contains("<pre><code class=\"language-shonclickx\">a\n  b\tc\nd</code></pre>");
  }

  @Test
  void ordinary_pages_and_full_ones_are_small() {
    Map<String, byte[]> files = new SiteRenderer().render(SampleSites.large(900));
    files.forEach(
        (name, content) ->
            assertThat(Gzip.size(content))
                .as("bytes of %s, compressed", name)
                .isLessThan(name.endsWith(".css") ? 8_000 : 30_000));
  }

  @Test
  void many_pages_are_all_written() {
    List<Page> pages =
        IntStream.range(0, 500)
            .mapToObj(i -> page("p/w" + i, "W" + i, "index", Tone.GOOD, List.of(text("Page " + i))))
            .toList();
    assertThat(new SiteRenderer().render(SampleSites.site(pages, Tone.GOOD)))
        .hasSize(2 * 500 + 2)
        .containsKeys("p/w0.html", "p/w499.html.md");
  }

  private static String html(Block... blocks) {
    return html(page("p", "P", "p", Tone.GOOD, List.of(text("Fine.")), blocks));
  }

  private static String html(Page page) {
    return file(SampleSites.site(List.of(page), Tone.GOOD), page.path() + ".html");
  }

  private static String file(Site site, String name) {
    return new String(new SiteRenderer().render(site).get(name), StandardCharsets.UTF_8);
  }

  @Test
  void pictures_of_few_and_of_many_things_keep_to_the_budget_of_a_page() {
    Map<String, byte[]> files = new SiteRenderer().render(SampleSites.pictures());

    assertThat(HtmlRules.violations(files)).isEmpty();
    assertThat(files)
        .containsKeys("index.html", "many.html", "gates.html")
        .doesNotContainKeys("many-2.html", "gates-2.html");
  }

  @Test
  void pictures_write_comparisons_with_the_signs_of_the_pages_in_both_notations() {
    Block[] pictures = SamplePictures.saying("Refunds >= 80 %").toArray(Block[]::new);
    Page page = page("p", "P", "p", Tone.GOOD, List.of(text("Fine.")), pictures);
    String markdown = file(SampleSites.site(List.of(page), Tone.GOOD), "p.html.md");

    assertThat(html(page)).contains("≥ 80 %").doesNotContain("&gt;= 80");
    assertThat(markdown).contains("[\"Refunds ≥ 80 % (Refunds ≥ 80 %)\"]").doesNotContain("= 80");
  }

  @Test
  void what_the_shapes_of_mermaid_mean_stands_before_it_with_what_is_not_drawn() {
    Block[] pictures = SamplePictures.saying("Sums").toArray(Block[]::new);
    Page page = page("p", "P", "p", Tone.GOOD, List.of(text("Fine.")), pictures);

    assertThat(file(SampleSites.site(List.of(page), Tone.GOOD), "p.html.md"))
        .contains(
            "Sums. Sums Thick arrow: critical path; arrow: waits for; dotted arrow: waits no"
                + " more. 2 more, not drawn.\n\n```mermaid\nflowchart LR\n")
        .contains("Sums. Sums\n\n```mermaid\npie showData\n  \"Sums\" : 6\n```\n");
  }

  @Test
  void in_text_a_table_does_not_repeat_the_heading_above_it() {
    List<Block.Row> rows = List.of(row("r", Tone.NEUTRAL, List.of(text("a"))));
    Page page =
        page(
            "p",
            "P",
            "p",
            Tone.GOOD,
            List.of(text("Fine.")),
            SampleSites.section("s1", "Waivers", table("t1", "waivers", List.of("A"), rows)),
            SampleSites.section(
                "s2", "Suites", table("t2", "Suites, the slowest first", List.of("B"), rows)),
            new Block.Fold("All", List.of(table("t3", "All that was seen", List.of("C"), rows))),
            SampleSites.section(
                "s4", "Last", paragraph(text("x")), table("t4", "Last", List.of("D"), rows)));

    assertThat(file(SampleSites.site(List.of(page), Tone.GOOD), "p.html.md"))
        .contains("## Waivers\n\n| A |")
        .contains("## Suites\n\nThe slowest first:\n\n| B |")
        .contains("**All**\n\nAll that was seen:\n\n| C |")
        .contains("x\n\nLast:\n\n| D |");
    assertThat(html(page)).contains("waivers</caption>", "Suites, the slowest first</caption>");
  }

  @Test
  void a_picture_that_is_wider_than_a_phone_can_be_scrolled_with_the_keyboard() {
    Document page =
        Jsoup.parse(
            new String(
                new SiteRenderer().render(SampleSites.pictures()).get("index.html"),
                StandardCharsets.UTF_8));

    assertThat(page.select(".picture:has(> svg[width='100%'])").eachAttr("tabindex")).isEmpty();
    assertThat(page.select(".picture:not(:has(> svg[width='100%']))"))
        .hasSize(2)
        .allMatch(e -> e.attr("tabindex").equals("0") && e.attr("role").equals("group"))
        .allMatch(e -> e.attr("aria-label").equals("A name as it is usual"));
  }
}
