package dev.coord.publish.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.SampleAssessments;
import dev.coord.diagnostic.Diagnostic;
import dev.coord.diagnostic.Location;
import dev.coord.site.ErrorSite;
import dev.coord.site.SiteBuilder;
import dev.coord.site.draft.SiteFrame;
import dev.coord.site.render.SiteRenderer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

class SiteFilesTest {

  private static final SiteFrame FRAME = SampleAssessments.siteFrame();

  private static Map<String, byte[]> files() {
    return new SiteFiles(SampleAssessments.failing(), FRAME, Optional.empty()).files();
  }

  private static Map<String, byte[]> pages() {
    return new SiteRenderer().render(new SiteBuilder().build(SampleAssessments.failing(), FRAME));
  }

  private static SiteFrame unpublished() {
    return new SiteFrame(
        FRAME.generator(),
        FRAME.stampTime(),
        FRAME.planVersion(),
        FRAME.sources(),
        Optional.empty(),
        FRAME.repositoryUrl(),
        FRAME.commit(),
        FRAME.goals());
  }

  @Test
  void every_link_of_a_page_to_a_file_beside_it_leads_to_one() {
    Map<String, byte[]> all = new TreeMap<>(files());
    all.putAll(pages());
    int beside = 0;
    for (String name : pages().keySet()) {
      if (!name.endsWith(".html") || name.equals("404.html")) {
        continue;
      }
      for (var element : Jsoup.parse(text(all, name)).select("[href]")) {
        String target = URI.create(name).resolve(element.attr("href")).toString();
        if (target.matches("[a-z/]+\\.(ics|xml|svg|md)")) {
          assertThat(all.keySet()).as(name).contains(target);
          beside++;
        }
      }
    }
    assertThat(beside).isGreaterThan(20);
  }

  private static String text(Map<String, byte[]> files, String name) {
    return new String(files.get(name), StandardCharsets.UTF_8);
  }

  @Test
  void every_page_announces_the_feed() {
    assertThat(text(pages(), "workstreams/checkout.html"))
        .contains("<link rel=\"alternate\" type=\"application/atom+xml\" title=\"What changed\"")
        .contains("href=\"../feed.xml\"");
  }

  @Test
  void the_same_assessment_gives_the_same_bytes() {
    Map<String, byte[]> again = files();

    assertThat(again).hasSizeGreaterThan(10);
    files().forEach((name, content) -> assertThat(again.get(name)).as(name).isEqualTo(content));
  }

  @Test
  void the_sitemap_lists_every_page_by_its_whole_address_but_the_one_for_missing_pages() {
    Set<String> pages = pages().keySet();
    Document map = Documents.parsed(text(SiteFiles.sitemap(FRAME, pages), "sitemap.xml"));

    assertThat(Documents.texts(map, "loc"))
        .hasSizeGreaterThan(15)
        .containsExactlyInAnyOrderElementsOf(
            pages.stream()
                .filter(page -> page.endsWith(".html") && !page.equals("404.html"))
                .map(page -> "https://shop.example/coord/" + page)
                .toList());
    assertThat(Documents.texts(map, "lastmod")).containsOnly("2026-11-21");
  }

  @Test
  void a_site_that_is_published_nowhere_has_no_sitemap_and_relative_feed_links() {
    assertThat(SiteFiles.sitemap(unpublished(), pages().keySet())).isEmpty();
    String feed =
        text(
            new SiteFiles(SampleAssessments.failing(), unpublished(), Optional.empty()).files(),
            "feed.xml");
    assertThat(Documents.all(Documents.parsed(feed), "link"))
        .singleElement()
        .satisfies(link -> assertThat(link.getAttribute("href")).isEqualTo("index.html"));
  }

  @Test
  void a_plan_that_cannot_be_used_leaves_nothing_that_is_green() {
    Map<String, byte[]> files = unusable();

    assertThat(files.keySet())
        .isEqualTo(
            Set.copyOf(
                List.of(
                    "badges/overall.svg",
                    "badges/gates.svg",
                    "badges/coverage.svg",
                    "badges/workstreams/checkout.svg",
                    "calendar.ics",
                    "feed.xml",
                    "llms.txt")));
    assertThat(text(files, "llms.txt"))
        .contains(
            "(status.json)",
            "(calendar.ics)",
            "(index.html.md): Nothing could be judged: 1 mistake")
        .doesNotContain("## Pages", "## Briefs");
  }

  private static Map<String, byte[]> unusable() {
    List<Diagnostic> problems =
        List.of(
            Diagnostic.error(
                new Location("coord.yml", 1, 1, Optional.empty()), "it is no plan", "Mend it."));
    return SiteFiles.withoutVerdict(
        new ErrorSite().build(problems, "coord", FRAME),
        FRAME,
        LocalDate.parse("2026-03-02"),
        List.of("checkout"));
  }

  @Test
  void the_feed_of_a_plan_that_cannot_be_used_is_the_same_feed() {
    String id = Documents.texts(Documents.parsed(text(files(), "feed.xml")), "id").get(0);

    assertThat(Documents.texts(Documents.parsed(text(unusable(), "feed.xml")), "id"))
        .containsExactly(id);
  }
}
