package dev.coord.site.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.site.model.Block;
import dev.coord.site.model.Inline;
import dev.coord.site.model.Page;
import dev.coord.site.model.Site;
import dev.coord.site.model.Tone;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class LongTablesTest {

  private static final String SCRIPT = "assets/tables.js";

  private static Document page(Site site, String name) {
    return Jsoup.parse(
        new String(new SiteRenderer().render(site).get(name), StandardCharsets.UTF_8));
  }

  private static String policy(Document page) {
    return page.select("meta[http-equiv]").attr("content");
  }

  @Test
  void from_20_rows_on_a_table_can_be_sorted_and_its_page_runs_the_script_and_no_other() {
    Document page = page(SampleSites.large(20), "tasks.html");
    Document other = page(SampleSites.large(20), "index.html");

    assertThat(page.select("table").attr("data-all")).isEqualTo("20");
    assertThat(page.select("script").eachAttr("src")).containsExactly(SCRIPT);
    assertThat(policy(page)).contains("script-src 'self' file:;");
    assertThat(other.select("h1")).hasSize(1);
    assertThat(other.select("script")).isEmpty();
    assertThat(policy(other)).contains("script-src 'none';");
  }

  @Test
  void a_shorter_table_is_as_it_is_and_the_site_has_no_such_script() {
    Map<String, byte[]> files = new SiteRenderer().render(SampleSites.large(19));
    Document page = page(SampleSites.large(19), "tasks.html");

    assertThat(page.select("tbody tr")).hasSize(19);
    assertThat(page.select("[data-all], script, button.sort, input")).isEmpty();
    assertThat(files).containsKey("tasks.html").doesNotContainKey(SCRIPT);
  }

  @Test
  void a_table_of_two_parts_says_in_both_how_many_rows_it_has() {
    Site site = SampleSites.large(230);

    assertThat(page(site, "tasks.html").select("table[data-all=230] tbody tr")).hasSize(200);
    assertThat(page(site, "tasks-2.html").select("table[data-all=230] tbody tr")).hasSize(30);
  }

  @Test
  void a_part_of_a_table_leads_to_the_search_and_a_whole_one_does_not() {
    assertThat(page(searchable(SampleSites.large(230)), "tasks.html").select("table"))
        .extracting(table -> table.attr("data-elsewhere"))
        .containsExactly("search.html");
    assertThat(page(searchable(SampleSites.large(100)), "tasks.html").select("table[data-all=100]"))
        .extracting(table -> table.hasAttr("data-elsewhere"))
        .containsExactly(false);
  }

  private static Site searchable(Site site) {
    List<Page> pages = new ArrayList<>(site.pages());
    pages.add(
        new Page(
            "search",
            "Search",
            "search",
            Tone.NEUTRAL,
            List.of(Inline.text("All.")),
            List.of(new Block.Search(List.of())),
            Optional.empty()));
    return new Site(
        site.project(),
        site.generator(),
        site.stampTime(),
        site.planVersion(),
        site.sources(),
        site.siteUrl(),
        site.links(),
        site.navigation(),
        pages);
  }

  @Test
  void markdown_knows_nothing_of_it() {
    String mirror =
        new String(
            new SiteRenderer().render(SampleSites.large(230)).get("tasks.html.md"),
            StandardCharsets.UTF_8);

    assertThat(mirror.lines().filter(line -> line.startsWith("| "))).hasSizeGreaterThan(230);
    assertThat(mirror).doesNotContain("data-all", SCRIPT);
  }

  @Test
  void every_page_keeps_the_rules() {
    assertThat(List.of(20, 230))
        .allSatisfy(rows -> assertThat(HtmlRules.violations(SampleSites.large(rows))).isEmpty());
  }
}
