package dev.coord.site;

import static dev.coord.site.WrittenPages.assessment;
import static dev.coord.site.WrittenPages.page;
import static dev.coord.site.WrittenPages.plan;
import static dev.coord.site.WrittenPages.verdict;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.SampleAssessments;
import dev.coord.SampleEverything;
import dev.coord.assess.Assessment;
import dev.coord.evidence.Observation;
import dev.coord.site.model.Block;
import dev.coord.site.model.Page;
import dev.coord.site.render.HtmlRules;
import dev.coord.site.render.SiteRenderer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Files of the repository as pages. */
class DocumentPagesTest {

  private static final String DOCUMENT = "pages: [{id: run, title: Runbook, file: docs/run.md}]";

  @Test
  void a_published_file_is_a_page_with_links_from_its_own_directory() {
    Page page = page(DOCUMENT, "pages/run");

    assertThat(page.title()).isEqualTo("Runbook");
    assertThat(page.navigation()).isEqualTo("pages");
    assertThat(Pages.verdict(page)).isEqualTo("[neutral] The text of `docs/run.md`, “Words”.");
    assertThat(
            Pages.of(SampleEverything.assessment(plan(DOCUMENT), "Some.\n"), "pages/run").blocks())
        .containsExactly(new Block.Prose("Some.\n", "docs", "run"));
    assertThat(verdict(DOCUMENT, "pages"))
        .isEqualTo("[neutral] 1 file of the repository is published here.");
  }

  @Test
  void a_file_that_cannot_be_read_leaves_its_page_and_contradicts_the_plan() {
    Assessment assessment =
        SampleEverything.assessment(
            plan(DOCUMENT),
            Map.of("run", Observation.unknown("docs/run.md is a directory", "Name a file.")));

    assertThat(Pages.verdict(Pages.of(assessment, "pages/run")))
        .isEqualTo("[warning] Nothing can be shown of `docs/run.md`.");
    assertThat(Pages.text(Pages.of(assessment, "pages/run")))
        .contains("<warning> The file cannot be shown\ndocs/run.md is a directory. Name a file.");
    assertThat(Pages.verdict(Pages.of(assessment, "pages")))
        .isEqualTo("[warning] 1 file of the repository is published here; 1 cannot be read.");
    assertThat(Pages.text(Pages.of(assessment, "claims")))
        .contains("## Contradicted #contradicted")
        .contains("page run(pages#page-run) | file: docs/run.md | ")
        .contains("[warning: contradicts] docs/run.md is a directory | Name a file. | –");
  }

  private static Map<String, byte[]> rendered(String document) {
    Assessment assessment = SampleEverything.assessment(plan(DOCUMENT), document);
    return new SiteRenderer()
        .render(new SiteBuilder().build(assessment, SampleAssessments.siteFrame()));
  }

  private static String html(Map<String, byte[]> files, String name) {
    return new String(files.get(name), StandardCharsets.UTF_8);
  }

  private static final String GUIDE =
      """
      # Guide

      See [how](#use-it--now), [the end](run.md#the-end) and the note[^n].

      ## Use it & now

      #### Deep down

      > ## Quoted

      ## The end

      ## The end

      [back](#The-End-1)

      [^n]: A *note* of [somebody](person:ana).
      """;

  @Test
  void the_headings_of_a_published_file_are_those_of_its_page() {
    String html = html(rendered(GUIDE), "pages/run.html");

    assertThat(html.replaceAll("(?s)^.*?<h1", "<h1").split("<(?=h[1-6])"))
        .extracting(heading -> heading.replaceAll("(?s)</h.*", ""))
        .containsExactly(
            "",
            "h1>Runbook",
            "h2 id=\"use-it-now\"><a href=\"#use-it-now\">Use it &amp; now</a>",
            "h3 id=\"deep-down\"><a href=\"#deep-down\">Deep down</a>",
            "h2 id=\"the-end\"><a href=\"#the-end\">The end</a>",
            "h2 id=\"the-end-1\"><a href=\"#the-end-1\">The end</a>",
            "h2 id=\"footnotes\"><a href=\"#footnotes\">Footnotes</a>");
    assertThat(html)
        .contains("<p><strong>Quoted</strong></p>")
        .contains("<nav class=\"contents\"", "<li><a href=\"#the-end\">The end</a></li>");
  }

  @Test
  void a_published_file_links_to_its_own_headings_and_footnotes() {
    Map<String, byte[]> files = rendered(GUIDE);

    assertThat(html(files, "pages/run.html"))
        .contains("<a href=\"#use-it-now\">how</a>", "<a href=\"#the-end\">the end</a>")
        .contains("<a href=\"#the-end-1\">back</a>")
        .contains("the note<a href=\"#footnote-1\">[1]</a>.")
        .contains("<tr id=\"footnote-1\"", "A <em>note</em> of somebody.");
    assertThat(html(files, "pages/run.html.md"))
        .contains("See [how](#use-it--now), [the end](#the-end) and", "[back](#the-end-1)")
        .contains("the note[\\[1\\]](#footnotes).", "| 1 | A *note* of somebody. |");
    assertThat(HtmlRules.violations(files)).isEmpty();
  }

  @Test
  void a_page_without_a_title_in_the_plan_has_that_of_its_file() {
    Assessment assessment =
        SampleEverything.assessment(
            plan("pages: [{id: run, file: docs/run.md}]"), "# The *guide*\n\n[](page:run)\n");

    assertThat(Pages.of(assessment, "pages/run").title()).isEqualTo("The guide");
    assertThat(Pages.verdict(Pages.of(assessment, "pages/run")))
        .isEqualTo("[neutral] The text of `docs/run.md`.");
    assertThat(Pages.text(Pages.of(assessment, "pages"))).contains("The guide(pages/run)");
    assertThat(
            html(
                new SiteRenderer()
                    .render(new SiteBuilder().build(assessment, SampleAssessments.siteFrame())),
                "pages/run.html"))
        .contains("<a href=\"run.html\">The guide</a>");
  }

  @Test
  void a_published_file_is_made_safe() {
    String html =
        html(
            rendered("<script>alert(1)</script> [x](javascript:alert(2)) ![i](http://evil/p.png)"),
            "pages/run.html");

    assertThat(html)
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
        .doesNotContain("<script>alert", "javascript:", "src=\"http");
  }

  @Test
  void a_long_file_is_continued_on_further_pages() {
    Map<String, byte[]> files = rendered("## Chapter\n\n- a\n- b\n\nWords.\n\n".repeat(1_000));

    assertThat(files).containsKeys("pages/run.html", "pages/run-2.html", "pages/run.html.md");
    assertThat(files.keySet())
        .filteredOn(name -> name.matches("pages/run(-\\d)?\\.html"))
        .allSatisfy(name -> assertThat(html(files, name).split("<[a-z]")).hasSizeLessThan(3_000));
  }
}
