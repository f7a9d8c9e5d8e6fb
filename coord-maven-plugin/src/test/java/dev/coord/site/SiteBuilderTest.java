package dev.coord.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.Golden;
import dev.coord.HostileAssessment;
import dev.coord.SampleAssessments;
import dev.coord.SampleEverything;
import dev.coord.assess.Assessment;
import dev.coord.site.model.Block;
import dev.coord.site.model.Inline;
import dev.coord.site.model.Page;
import dev.coord.site.model.Site;
import dev.coord.site.model.Target;
import dev.coord.site.render.SiteRenderer;
import dev.coord.testing.Cases;
import dev.coord.testing.Evidences;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SiteBuilderTest {

  private static Site build(Assessment assessment) {
    return new SiteBuilder().build(assessment, SampleAssessments.siteFrame());
  }

  static Stream<Assessment> samples() {
    return Stream.of(
        SampleAssessments.passing(),
        SampleAssessments.failing(),
        SampleAssessments.unknown(),
        SampleAssessments.empty(),
        HostileAssessment.assessment());
  }

  @Test
  void pages_of_workstreams_lead_to_the_one_before_and_after() {
    Map<String, byte[]> files = new SiteRenderer().render(build(SampleAssessments.failing()));
    String first = new String(files.get("workstreams/catalog.html"), StandardCharsets.UTF_8);
    String second = new String(files.get("workstreams/checkout.html"), StandardCharsets.UTF_8);
    String mirror = new String(files.get("workstreams/checkout.html.md"), StandardCharsets.UTF_8);

    assertThat(first)
        .contains("<a href=\"checkout.html\" rel=\"next\">Next: Checkout</a>")
        .doesNotContain("rel=\"prev\"");
    assertThat(second)
        .contains("<a href=\"catalog.html\" rel=\"prev\">Previous: Catalog</a>")
        .contains("<a href=\"payments.html\" rel=\"next\">Next: ");
    assertThat(mirror).contains("- Previous: [Catalog](catalog.html.md)\n- Next: [");
  }

  @Test
  void a_failing_build_reads_as_expected() {
    Golden.assertGolden("pages-failing.txt", PageText.of(build(SampleAssessments.failing())));
  }

  @Test
  void a_passing_build_reads_as_expected() {
    Golden.assertGolden("pages-passing.txt", PageText.of(build(SampleAssessments.passing())));
  }

  @Test
  void a_build_without_evidence_reads_as_expected() {
    Golden.assertGolden("pages-unknown.txt", PageText.of(build(SampleAssessments.unknown())));
  }

  @Test
  void an_empty_plan_reads_as_expected() {
    Golden.assertGolden("pages-empty.txt", PageText.of(build(SampleAssessments.empty())));
  }

  @Test
  void the_frame_is_passed_on() {
    Site site = build(SampleAssessments.passing());

    assertThat(site.project()).isEqualTo("Shop");
    assertThat(site.generator()).isEqualTo("coord 1.0");
    assertThat(site.stampTime()).isEqualTo(SampleAssessments.siteFrame().stampTime());
    assertThat(site.planVersion()).isEqualTo("coord@0be90e2");
    assertThat(site.sources()).containsExactly("tests: 2 reports of 2026-11-21 14:02");
    assertThat(site.siteUrl()).contains("https://shop.example/coord/");
  }

  @Test
  void the_same_assessment_gives_the_same_site() {
    assertThat(build(SampleAssessments.failing())).isEqualTo(build(SampleAssessments.failing()));
  }

  @Test
  void every_page_that_is_its_own_stands_in_the_navigation_with_its_mark() {
    Site site = build(SampleAssessments.failing());

    assertThat(site.navigation())
        .extracting(Site.Entry::path)
        .containsExactly(
            "index",
            "sprints",
            "workstreams",
            "timeline",
            "actions",
            "people",
            "gates",
            "ownership",
            "claims",
            "metrics",
            "git",
            "tests",
            "coverage",
            "project",
            "search",
            "contents");
    assertThat(site.navigation())
        .filteredOn(entry -> entry.group().isEmpty())
        .extracting(Site.Entry::path)
        .containsExactly("index");
    assertThat(site.pages())
        .filteredOn(page -> !page.path().equals("404"))
        .allSatisfy(
            page ->
                assertThat(site.navigation())
                    .extracting(Site.Entry::path)
                    .contains(page.navigation()));
  }

  @Test
  void people_have_a_page_only_where_the_plan_names_some() {
    assertThat(build(SampleAssessments.empty()).pages())
        .extracting(Page::path)
        .contains("actions")
        .doesNotContain("people");
  }

  static Stream<Assessment> sampled() {
    Assessment lost =
        Cases.written("workstreams: [{id: a, branch: f/a}]\n")
            .evidence(Evidences.evidence().gone("f/a"))
            .assess();
    return Stream.concat(
        samples(), Stream.of(SampleEverything.assessment(), StatementsTest.ASSESSED, lost));
  }

  /** "Unknown whether main is sound" is one sentence; a name keeps its letters. */
  @ParameterizedTest
  @MethodSource("sampled")
  void each_sentence_of_an_answer_begins_with_a_capital_a_number_or_a_name(Assessment assessment) {
    String names =
        Pattern.quote(assessment.judged().subject())
            + " |whether |"
            + Pattern.quote("this checkout");
    Pattern begun = Pattern.compile("^ ?([\\p{Lu}\\p{N}]|" + names + ")");

    assertThat(build(assessment).pages())
        .filteredOn(page -> beginning(page).isPresent())
        .hasSizeGreaterThan(10)
        .allSatisfy(
            page -> assertThat(beginning(page).get()).as(page.path()).containsPattern(begun));
    assertThat(build(assessment).pages())
        .allSatisfy(
            page -> assertThat(texts(page)).as(page.path()).doesNotContainPattern("\\. \\p{Ll}"));
  }

  /** The text that begins a verdict or stands behind its mark; none where that is a name. */
  private static Optional<String> beginning(Page page) {
    return page.verdict().stream()
        .dropWhile(part -> part instanceof Inline.Badge || part.equals(Inline.text(" ")))
        .findFirst()
        .filter(Inline.Text.class::isInstance)
        .map(inline -> ((Inline.Text) inline).text());
  }

  private static String texts(Page page) {
    return page.verdict().stream()
        .map(inline -> inline instanceof Inline.Text text ? text.text() : "N")
        .collect(Collectors.joining());
  }

  @ParameterizedTest
  @MethodSource("samples")
  void every_page_begins_with_an_answer(Assessment assessment) {
    assertThat(build(assessment).pages())
        .allSatisfy(page -> assertThat(PageText.line(page.verdict())).as(page.path()).isNotBlank());
  }

  @ParameterizedTest
  @MethodSource("samples")
  void anchors_are_unique_in_each_page(Assessment assessment) {
    assertThat(build(assessment).pages())
        .isNotEmpty()
        .allSatisfy(
            page -> assertThat(anchors(page.blocks())).as(page.path()).doesNotHaveDuplicates());
  }

  @ParameterizedTest
  @MethodSource("samples")
  void every_link_within_the_site_leads_somewhere(Assessment assessment) {
    Site site = build(assessment);
    Map<String, Set<String>> anchors = new TreeMap<>();
    site.pages().forEach(page -> anchors.put(page.path(), Set.copyOf(anchors(page.blocks()))));

    for (Page page : site.pages()) {
      for (Target.ToPage target : links(page)) {
        assertThat(anchors).as("links of " + page.path()).containsKey(target.path());
        if (!target.fragment().isEmpty()) {
          assertThat(anchors.get(target.path())).as(target.path()).contains(target.fragment());
        }
      }
    }
  }

  @Test
  void what_servers_show_where_there_is_no_page_stands_in_no_navigation() {
    assertThat(build(SampleAssessments.passing()).navigation())
        .extracting(Site.Entry::path)
        .contains("index", "gates")
        .doesNotContain("404");
  }

  @Test
  void nothing_is_green_without_evidence() {
    assertThat(PageText.of(build(SampleAssessments.unknown())))
        .contains("[unknown")
        .doesNotContain("[good");
  }

  @Test
  void nothing_is_green_in_an_empty_plan() {
    assertThat(PageText.of(build(SampleAssessments.empty())))
        .contains("[neutral]")
        .doesNotContain("[good");
  }

  @Test
  void addresses_and_prompts_that_are_not_published_appear_nowhere() {
    String site = PageText.of(build(SampleAssessments.failing()));

    assertThat(site)
        .contains("cleo@shop.example", "vault of cleo", Privacy.HIDDEN)
        .doesNotContain("ana@shop.example", "ben@shop.example", "vault of ana")
        .doesNotContain("You are the payments agent");
  }

  @Test
  void the_address_of_a_committer_who_calls_himself_by_it_does_not_appear() {
    assertThat(PageText.of(build(HostileAssessment.assessment())))
        .contains("1 of 1 gate is not met: ownership")
        .doesNotContain("mallory@evil.example");
  }

  private static List<String> anchors(List<Block> blocks) {
    List<String> anchors = new ArrayList<>();
    for (Block block : blocks) {
      if (block instanceof Block.Section section) {
        anchors.add(section.id());
        anchors.addAll(anchors(section.blocks()));
      } else if (block instanceof Block.Table table) {
        anchors.add(table.id());
        table.rows().forEach(row -> anchors.add(row.id()));
      } else if (block instanceof Block.Callout callout) {
        anchors.addAll(anchors(callout.blocks()));
      } else if (block instanceof Block.Fold fold) {
        anchors.addAll(anchors(fold.blocks()));
      }
    }
    return anchors;
  }

  private static List<Target.ToPage> links(Page page) {
    return Stream.concat(
            page.verdict().stream(), page.blocks().stream().flatMap(SiteBuilderTest::inlines))
        .flatMap(SiteBuilderTest::targets)
        .filter(Target.ToPage.class::isInstance)
        .map(Target.ToPage.class::cast)
        .collect(Collectors.toList());
  }

  private static Stream<Target> targets(Inline inline) {
    return inline instanceof Inline.Link link ? Stream.of(link.target()) : Stream.empty();
  }

  private static Stream<Inline> inlines(Block block) {
    if (block instanceof Block.Section section) {
      return section.blocks().stream().flatMap(SiteBuilderTest::inlines);
    } else if (block instanceof Block.Callout callout) {
      return callout.blocks().stream().flatMap(SiteBuilderTest::inlines);
    } else if (block instanceof Block.Fold fold) {
      return fold.blocks().stream().flatMap(SiteBuilderTest::inlines);
    } else if (block instanceof Block.Paragraph paragraph) {
      return paragraph.content().stream();
    } else if (block instanceof Block.Items items) {
      return items.items().stream().flatMap(List::stream);
    } else if (block instanceof Block.Definitions definitions) {
      return definitions.definitions().stream().flatMap(d -> d.content().stream());
    } else if (block instanceof Block.Table table) {
      return table.rows().stream().flatMap(row -> row.cells().stream()).flatMap(List::stream);
    } else if (block instanceof Block.Tiles tiles) {
      return tiles.tiles().stream()
          .flatMap(tile -> tile.target().stream())
          .map(target -> Inline.link("tile", target));
    }
    return Stream.empty();
  }
}
