package dev.coord.site.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.markdown.Markdown;
import dev.coord.site.model.Block;
import dev.coord.site.model.Inline;
import dev.coord.site.model.Page;
import dev.coord.site.model.RelativeLinks;
import dev.coord.site.model.Site;
import dev.coord.site.model.Target;
import dev.coord.site.model.Tone;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MirrorHeadingsTest {

  private static final Pattern LINK = Pattern.compile("]\\(([^()\\s:]*)#([^()\\s]+)\\)");

  private static Page page(Block... blocks) {
    return SampleSites.page("p", "Page", "p", Tone.GOOD, List.of(Inline.text("x")), blocks);
  }

  private static Block.Table table(String id, String... rows) {
    List<Block.Row> all = new ArrayList<>();
    for (String row : rows) {
      all.add(new Block.Row(row, Tone.NEUTRAL, List.of(List.of(Inline.text(row)))));
    }
    return new Block.Table(id, "Rows", List.of(new Block.Column("Row", false)), all);
  }

  private static Map<String, String> fragments(Block... blocks) {
    return MirrorHeadings.of(page(blocks), new Prose(new Markdown(), RelativeLinks.NONE));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "What is held up | what-is-held-up",
        "Who waits, for whom? | who-waits-for-whom",
        "a.b/c_d - e | abc_d---e",
        "Größe: 80 % | größe-80-",
        "Page | page-1",
      })
  void a_section_is_reached_as_forges_name_its_heading(String heading, String expected) {
    assertThat(fragments(SampleSites.section("s", heading)))
        .containsExactly(Map.entry("s", expected));
  }

  @Test
  void headings_that_are_equal_are_numbered_those_in_texts_of_the_plan_included() {
    assertThat(
            fragments(
                SampleSites.section("a", "Risks"),
                SampleSites.section("b", "Risks", new Block.Prose("## Risks\n\ntext")),
                SampleSites.section("c", "Risks")))
        .isEqualTo(Map.of("a", "risks", "b", "risks-1", "c", "risks-3"));
  }

  @Test
  void a_row_is_reached_by_the_heading_above_its_table() {
    assertThat(
            fragments(
                table("first", "x"),
                SampleSites.section(
                    "a",
                    "All",
                    SampleSites.section("b", "Some", table("second", "y")),
                    new Block.Fold("More", List.of(table("third", "z"))))))
        .isEqualTo(
            Map.of(
                "a", "all", "b", "some", "second", "some", "y", "some", "third", "all", "z",
                "all"));
  }

  @Test
  void a_heading_of_punctuation_alone_has_no_address() {
    assertThat(fragments(SampleSites.section("a", "???", table("t", "x")))).isEmpty();
  }

  @Test
  void links_lead_to_headings_on_their_own_page_and_on_others() {
    Block links =
        SampleSites.paragraph(
            Inline.link("own", Target.page("p", "a")),
            Inline.link("other", Target.page("q", "row")),
            Inline.link("none", Target.page("q", "no-such")));
    Page other =
        SampleSites.page(
            "q",
            "Other",
            "q",
            Tone.GOOD,
            List.of(Inline.text("x")),
            SampleSites.section("s", "Its rows", table("t", "row")));
    Site site =
        SampleSites.site(
            List.of(SamplePages.dashboard(), page(SampleSites.section("a", "All"), links), other),
            Tone.GOOD);

    assertThat(new String(new SiteRenderer().render(site).get("p.html.md"), StandardCharsets.UTF_8))
        .contains("[own](#all) [other](q.html.md#its-rows) [none](q.html.md)");
  }

  @Test
  void every_fragment_of_the_sample_is_that_of_a_heading_of_the_page_it_leads_to() {
    Map<String, byte[]> files = new SiteRenderer().render(SampleSites.failing());
    List<String> leadNowhere = new ArrayList<>();
    int links = 0;
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      if (!file.getKey().endsWith(".html.md")) {
        continue;
      }
      Matcher link = LINK.matcher(new String(file.getValue(), StandardCharsets.UTF_8));
      while (link.find()) {
        links++;
        String folder = file.getKey().replaceFirst("[^/]*$", "");
        String path = link.group(1).isEmpty() ? file.getKey() : folder + link.group(1);
        byte[] there = files.get(path.replaceFirst("^[a-z]+/\\.\\./", ""));
        if (there == null || !headings(there).contains(link.group(2))) {
          leadNowhere.add(file.getKey() + " " + link.group());
        }
      }
    }
    assertThat(leadNowhere).isEmpty();
    assertThat(links).isGreaterThanOrEqualTo(10);
  }

  /** As forges name the headings of a file. */
  private static Set<String> headings(byte[] file) {
    Set<String> found = new HashSet<>();
    Map<String, Integer> times = new HashMap<>();
    boolean code = false;
    for (String line : new String(file, StandardCharsets.UTF_8).split("\n")) {
      code ^= line.startsWith("```");
      String text = line.replaceFirst("^(> )*", "");
      if (!code && text.matches("#{1,6} .*")) {
        String name =
            text.replaceFirst("^#+ ", "")
                .replace("\\", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\w -]", "")
                .replace(' ', '-');
        int before = times.merge(name, 1, Integer::sum) - 1;
        found.add(before == 0 ? name : name + "-" + before);
      }
    }
    return found;
  }
}
