package dev.coord.site.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.SampleAssessments;
import dev.coord.site.SiteBuilder;
import dev.coord.site.model.Block;
import dev.coord.site.model.Inline;
import dev.coord.site.model.Site;
import dev.coord.site.model.Target;
import dev.coord.site.model.Tone;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SearchIndexTest {

  private static final Pattern ENTRY = Pattern.compile("^\\[\\d+,(\\d+),\"(.*)\"],?$");

  @Test
  void pages_and_rows_are_listed_with_what_they_say() {
    List<String> entries = entries(SampleAssessments.failing());

    assertThat(entries)
        .anyMatch(entry -> entry.contains("\"task-chk-2\",\"CHK-2 Refund single lines\",\"doing\""))
        .anyMatch(entry -> entry.contains("\"gate-coverage.lines\",\"coverage.lines\",\"failed\""))
        .anyMatch(entry -> entry.contains("\"\",\"Command line\",\"app · "));
  }

  @Test
  void a_row_that_only_leads_to_another_is_listed_there_alone() {
    String script = script(SampleAssessments.failing());

    assertThat(script).contains("\"gate-coverage.lines\"").doesNotContain("workstream-catalog");
    assertThat(script.split("\"gate-coverage.lines\"", -1)).hasSize(2);
  }

  @Test
  void a_row_whose_name_is_code_is_found_by_all_that_stands_beside_it() {
    assertThat(entries(SampleAssessments.failing()))
        .filteredOn(entry -> entry.contains("\"commit-"))
        .isNotEmpty()
        .allMatch(entry -> entry.matches(".*\"\\d{4}-\\d\\d-\\d\\d [^\"]* · [^\"]* · [^\"]*\"],"));
  }

  @Test
  void branches_and_files_lead_to_their_workstreams() {
    String script = script(SampleAssessments.failing());

    assertThat(entries(script))
        .anyMatch(entry -> entry.contains("\"standing\",\"feature/checkout\",\""))
        .anyMatch(
            entry ->
                entry.contains("\"territory\",\"catalog/Money.java")
                    && entry.contains("\"owned by catalog\""));
  }

  @Test
  void
      a_name_whose_page_is_not_there_is_not_listed_and_one_without_its_section_leads_to_the_page() {
    Block.Search names =
        new Block.Search(
            List.of(
                new Block.Found("File", "a.txt", "", new Target.ToPage("nowhere", "")),
                new Block.Found("File", "b.txt", "", new Target.ToPage("index", "no-section"))));
    Site site =
        SampleSites.site(
            List.of(
                SampleSites.page(
                    "index", "P", "index", Tone.GOOD, List.of(Inline.text("Fine.")), names)),
            Tone.GOOD);

    assertThat(entries(script(site, map(site))))
        .noneMatch(entry -> entry.contains("a.txt"))
        .anyMatch(entry -> entry.contains(",0,\"\",\"b.txt\",\"\""));
  }

  @Test
  void a_row_of_a_continued_page_leads_to_the_part_that_has_it() {
    Site site = SampleSites.large(230);
    SiteMap map = map(site);
    String script = script(site, map);

    assertThat(script).contains("[\"tasks.html\",", "[\"tasks-2.html\",");
    assertThat(entries(script).stream().filter(entry -> entry.contains("\"t-229\"")))
        .singleElement()
        .satisfies(
            entry -> assertThat(pages(script).get(page(entry))).startsWith("[\"tasks-2.html\""));
  }

  @Test
  void no_text_ends_its_string_or_the_script() {
    String script = script(dev.coord.HostileAssessment.assessment());

    assertThat(script).contains("\\x3Cscript>").doesNotContain("<");
    assertThat(entries(script)).hasSizeGreaterThan(20);
  }

  @Test
  void comparisons_have_the_signs_of_the_pages() {
    Site site =
        SampleSites.site(
            List.of(
                SampleSites.page(
                    "index",
                    "Gates",
                    "index",
                    Tone.BAD,
                    List.of(Inline.text("54.8% >= 60% is not so.")))),
            Tone.BAD);

    assertThat(script(site, map(site))).contains("\"54.8% ≥ 60% is not so.\"");
  }

  @Test
  void a_long_text_is_cut() {
    assertThat(entries(SampleAssessments.failing()))
        .isNotEmpty()
        .allMatch(entry -> entry.length() < 500)
        .anyMatch(entry -> entry.endsWith("…\"],"));
  }

  private static List<String> entries(dev.coord.assess.Assessment assessment) {
    return entries(script(assessment));
  }

  private static List<String> entries(String script) {
    return script.lines().filter(line -> ENTRY.matcher(line.replace("]};", "")).matches()).toList();
  }

  private static List<String> pages(String script) {
    return script.lines().filter(line -> line.startsWith("[\"")).toList();
  }

  private static int page(String entry) {
    var matcher = ENTRY.matcher(entry);
    assertThat(matcher.matches()).isTrue();
    return Integer.parseInt(matcher.group(1));
  }

  private static String script(dev.coord.assess.Assessment assessment) {
    Site site = new SiteBuilder().build(assessment, SampleAssessments.siteFrame());
    return script(site, map(site));
  }

  private static String script(Site site, SiteMap map) {
    return new String(
        SearchIndex.script(site, map, prose(site), new byte[0]), StandardCharsets.UTF_8);
  }

  private static SiteMap map(Site site) {
    return new SiteMap(site, prose(site));
  }

  private static Prose prose(Site site) {
    return new Prose(new dev.coord.markdown.Markdown(), site.links());
  }
}
