package dev.coord.site.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.HostileAssessment;
import dev.coord.SampleAssessments;
import dev.coord.assess.Assessment;
import dev.coord.publish.feed.SiteFiles;
import dev.coord.site.SiteBuilder;
import dev.coord.site.model.Site;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Sites as they are written, all of their pages together. */
class WholeSiteTest {

  private static final Pattern MARKDOWN_LINK = Pattern.compile("\\]\\(([^()\\s]+)\\)");

  static Stream<Assessment> samples() {
    return Stream.of(
        SampleAssessments.failing(),
        SampleAssessments.passing(),
        SampleAssessments.unknown(),
        SampleAssessments.empty(),
        HostileAssessment.assessment());
  }

  private static Map<String, byte[]> files(Assessment assessment) {
    Site site = new SiteBuilder().build(assessment, SampleAssessments.siteFrame());
    Map<String, byte[]> files = new SiteRenderer().render(site);
    files.putAll(
        new SiteFiles(assessment, SampleAssessments.siteFrame(), Optional.empty()).files());
    return files;
  }

  @ParameterizedTest
  @MethodSource("samples")
  void no_link_is_dead_and_no_id_is_used_twice(Assessment assessment) {
    assertThat(HtmlRules.violations(files(assessment))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void every_page_can_be_reached_from_the_first(Assessment assessment) {
    Map<String, byte[]> files = files(assessment);
    Set<String> reached = new HashSet<>(Set.of("index.html", "404.html"));
    Deque<String> open = new ArrayDeque<>(List.of("index.html"));
    while (!open.isEmpty()) {
      String page = open.remove();
      for (Element link : html(files, page).select("a[href]")) {
        URI target = URI.create(page).resolve(URI.create(link.attr("href")));
        String name = target.getPath() == null || target.getHost() != null ? "" : target.getPath();
        if (name.endsWith(".html") && reached.add(name)) {
          open.add(name);
        }
      }
    }

    assertThat(reached).containsAll(files.keySet().stream().filter(WholeSiteTest::isPage).toList());
  }

  @ParameterizedTest
  @MethodSource("samples")
  void every_link_of_the_markdown_within_the_site_leads_to_a_file(Assessment assessment) {
    Map<String, byte[]> files = files(assessment);

    files.keySet().stream()
        .filter(name -> name.endsWith(".html.md") && !name.startsWith("404"))
        .forEach(
            name -> {
              Matcher link =
                  MARKDOWN_LINK.matcher(new String(files.get(name), StandardCharsets.UTF_8));
              while (link.find()) {
                String target = link.group(1);
                if (!target.contains(":") && !target.equals("status.json")) {
                  String file = URI.create(name).resolve(target).getPath();
                  if (!file.equals("status.json")) {
                    assertThat(files).as(name + " links " + target).containsKey(file);
                  }
                }
              }
            });
  }

  @Test
  void nothing_on_the_page_for_missing_pages_is_relative() {
    Map<String, byte[]> files = files(SampleAssessments.failing());
    List<String> addresses =
        html(files, "404.html").select("[href]").stream()
            .map(element -> element.attr("href"))
            .filter(address -> !address.startsWith("#"))
            .toList();

    assertThat(addresses)
        .hasSizeGreaterThan(10)
        .allSatisfy(
            address -> {
              assertThat(address).startsWith("https://shop.example/coord/");
              String file = address.substring("https://shop.example/coord/".length());
              assertThat(files.containsKey(file) || file.equals("status.json")).as(file).isTrue();
            });
  }

  @Test
  void every_page_has_the_same_navigation_with_itself_marked() {
    Map<String, byte[]> files = files(SampleAssessments.failing());
    List<String> labels = html(files, "index.html").select("#_nav a").eachText();

    assertThat(labels).hasSize(16);
    files.keySet().stream()
        .filter(WholeSiteTest::isPage)
        .forEach(
            name -> {
              Document page = html(files, name);
              assertThat(page.select("#_nav a").eachText()).as(name).isEqualTo(labels);
              assertThat(page.select("#_nav [aria-current]"))
                  .as(name)
                  .hasSize(name.equals("404.html") ? 0 : 1);
            });
  }

  @Test
  void no_navigation_heading_is_without_pages() {
    Document page = html(files(SampleAssessments.empty()), "index.html");

    assertThat(page.select("#_nav p").eachText())
        .containsExactly("Work", "Verdicts", "Evidence", "Reference");
    assertThat(page.select("#_nav ul"))
        .allSatisfy(list -> assertThat(list.select("a")).isNotEmpty());
  }

  private static boolean isPage(String name) {
    return name.endsWith(".html");
  }

  private static Document html(Map<String, byte[]> files, String name) {
    return Jsoup.parse(new String(files.get(name), StandardCharsets.UTF_8));
  }
}
