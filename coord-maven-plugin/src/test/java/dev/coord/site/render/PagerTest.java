package dev.coord.site.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.site.model.Block;
import dev.coord.site.model.Inline;
import dev.coord.site.model.Page;
import dev.coord.site.model.Site;
import dev.coord.site.model.Target;
import dev.coord.site.model.Tone;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagerTest {

  @Test
  void a_table_of_two_hundred_rows_stays_on_one_page() {
    assertThat(render(SampleSites.large(200)))
        .containsKey("tasks.html")
        .doesNotContainKey("tasks-2.html");
  }

  @ParameterizedTest
  @ValueSource(ints = {201, 640, 2_345})
  void no_row_is_lost_or_shown_twice(int rows) {
    List<String> ids = new ArrayList<>();
    Map<String, byte[]> files = render(SampleSites.large(rows));
    for (int part = 1; part == 1 || files.containsKey("tasks-" + part + ".html"); part++) {
      Document page = parse(files, part == 1 ? "tasks.html" : "tasks-" + part + ".html");
      assertThat(page.select("tbody tr").size()).isLessThanOrEqualTo(Pager.ROWS);
      ids.addAll(page.select("tbody tr").eachAttr("id"));
    }
    assertThat(ids).isEqualTo(IntStream.rangeClosed(1, rows).mapToObj(i -> "t-" + i).toList());
  }

  @Test
  void the_address_of_a_row_stays_while_other_rows_come_and_go() {
    Map<String, byte[]> few = render(SampleSites.large(150));
    Map<String, byte[]> many = render(SampleSites.large(640));

    Document first = parse(many, "tasks.html");
    assertThat(first.select("[id]").eachAttr("id"))
        .containsAll(parse(few, "tasks.html").select("tbody tr").eachAttr("id"))
        .contains("t-640");
    assertThat(first.select(".moved > a"))
        .extracting(a -> a.id() + " " + a.attr("href") + " " + a.text())
        .startsWith("t-101 tasks-2.html#t-101 This stands on page 2.")
        .endsWith("t-640 tasks-4.html#t-640 This stands on page 4.");
    assertThat(parse(many, "tasks-2.html").select(".moved")).isEmpty();
    assertThat(HtmlRules.violations(many)).isEmpty();
  }

  @Test
  void the_link_of_a_row_to_itself_is_its_address_that_stays() {
    Map<String, byte[]> files = render(SampleSites.large(2_345));

    assertThat(parse(files, "tasks.html").select("a.self").eachAttr("href"))
        .contains("#t-1", "#t-100");
    assertThat(parse(files, "tasks-2.html").select("a.self").eachAttr("href"))
        .startsWith("tasks.html#t-101")
        .endsWith("tasks.html#t-300");
    assertThat(parse(files, "tasks.html").select(".moved > a").eachAttr("id")).endsWith("t-1100");
    assertThat(parse(files, "tasks-6.html").select("a.self").eachAttr("href"))
        .endsWith("tasks.html#t-1100");
    assertThat(parse(files, "tasks-7.html").select("a.self").eachAttr("href"))
        .as("what the first part does not lead on to has no other address")
        .startsWith("#t-1101");
  }

  @Test
  void the_first_part_leads_on_to_a_thousand_rows_and_is_no_heavier_than_a_page_may_be() {
    Map<String, byte[]> files = render(SampleSites.large(6_000));

    assertThat(parse(files, "tasks.html").select(".moved > a")).hasSize(1_000);
    assertThat(HtmlRules.violations(files)).isEmpty();
  }

  @Test
  void links_lead_to_the_part_that_holds_the_row() {
    Document page = parse(render(SampleSites.large(640)), "tasks.html");
    assertThat(page.select("main > p a").eachAttr("href"))
        .contains("#t-1", "tasks-4.html#t-640", "#after", "tasks-2.html#t-101");
  }

  @Test
  void what_follows_a_long_table_stays_on_the_first_part() {
    Map<String, byte[]> files = render(SampleSites.large(640));
    assertThat(parse(files, "tasks.html").select("h2").eachText())
        .containsExactly("All tasks", "After the table");
    assertThat(parse(files, "tasks-2.html").select("h2").eachText()).containsExactly("All tasks");
  }

  @Test
  void the_first_part_says_what_it_leaves_to_the_others() {
    assertThat(parse(render(SampleSites.large(640)), "tasks.html").text())
        .contains("Rows 1 to 100 of 640 are shown here. Row 101 and following");
  }

  @Test
  void parts_lead_to_each_other_and_say_which_they_are() {
    Map<String, byte[]> files = render(SampleSites.large(640));
    Document second = parse(files, "tasks-2.html");
    assertThat(second.title()).isEqualTo("Tasks (page 2 of 4) · Shop");
    assertThat(second.select(".steps a").eachAttr("href"))
        .containsExactly("tasks.html", "tasks-3.html");
    assertThat(second.select(".verdict").text()).isEqualTo("Warn 640 tasks.");
    assertThat(parse(files, "tasks.html").select(".steps a").eachText())
        .containsExactly("Next: page 2 of 4");
    assertThat(parse(files, "tasks-4.html").select(".steps a").eachText())
        .containsExactly("Previous: page 3 of 4");
  }

  @Test
  void each_part_lists_all_parts_by_their_first_and_last_row() {
    Document second = parse(render(SampleSites.large(640)), "tasks-2.html");

    assertThat(second.select("nav[aria-label=Parts of this page] a"))
        .extracting(a -> a.attr("href") + " " + a.attr("aria-current") + " " + a.text())
        .containsExactly(
            "tasks.html  1: Task 1 – Task 100",
            "tasks-2.html page 2: Task 101 – Task 300",
            "tasks-3.html  3: Task 301 – Task 500",
            "tasks-4.html  4: Task 501 – Task 640");
  }

  @Test
  void of_very_many_parts_those_around_are_listed_with_the_first_and_the_last() {
    Map<String, byte[]> files = render(SampleSites.large(6_000));

    assertThat(parse(files, "tasks-15.html").select("nav[aria-label=Parts of this page] a"))
        .hasSize(27)
        .extracting(a -> a.text().replaceAll(":.*", ""))
        .startsWith("1", "3", "4")
        .endsWith("26", "27", "31");
    assertThat(HtmlRules.violations(files)).isEmpty();
  }

  private static List<Block> chapters(int count, int rows) {
    List<Block> sections = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      String id = "s-" + i;
      List<Block.Row> content = new ArrayList<>();
      for (int j = 1; j <= rows; j++) {
        content.add(
            new Block.Row(id + "-" + j, Tone.NEUTRAL, List.of(List.of(Inline.text("R" + j)))));
      }
      Block table =
          new Block.Table(id + "-table", "Rows", List.of(new Block.Column("Row", false)), content);
      sections.add(new Block.Section(id, "Chapter " + i, List.of(table)));
    }
    return sections;
  }

  @Test
  void the_list_of_contents_covers_all_parts() {
    Map<String, byte[]> files = render(site(chapters(12, 150)));
    Document second = parse(files, "long-2.html");

    assertThat(second.select("nav[aria-label=On this page] a").eachText())
        .containsExactlyElementsOf(
            IntStream.rangeClosed(1, 12).mapToObj(i -> "Chapter " + i).toList());
    assertThat(second.select("nav[aria-label=On this page] a").eachAttr("href"))
        .startsWith("#s-1")
        .endsWith("long.html#s-12");
    assertThat(second.select("nav[aria-label=Parts of this page] a").eachText())
        .containsExactly(
            "1: Chapter 1: R1 – Chapter 12: R25",
            "2: Chapter 1: R26 – Chapter 6: R35",
            "3: Chapter 6: R36 – Chapter 11: R45",
            "4: Chapter 11: R46 – Chapter 12: R150");
    assertThat(HtmlRules.violations(files)).isEmpty();
  }

  @Test
  void many_sections_are_listed_when_somebody_asks_for_them() {
    assertThat(parse(render(site(chapters(20, 1))), "long.html").select("details")).isEmpty();
    assertThat(
            parse(render(site(chapters(60, 1))), "long.html")
                .select("details.contents > nav[aria-label=On this page] li"))
        .hasSize(60);
    assertThat(parse(render(site(chapters(61, 1))), "long.html").select("nav.contents")).isEmpty();
  }

  @Test
  void the_mirror_of_a_long_page_is_one_file() {
    Map<String, byte[]> files = render(SampleSites.large(640));
    assertThat(files).doesNotContainKey("tasks-2.html.md");
    assertThat(new String(files.get("tasks.html.md"), StandardCharsets.UTF_8))
        .contains("| Task 1 |", "| Task 640 |");
    assertThat(parse(files, "tasks-2.html").select("link[rel=alternate]").attr("href"))
        .isEqualTo("tasks.html.md");
  }

  @Test
  void a_part_never_takes_the_name_of_a_page() {
    List<Page> pages = new ArrayList<>(SampleSites.large(450).pages());
    pages.add(SampleSites.page("Tasks-2", "Other", "tasks", Tone.GOOD, List.of(Inline.text("x"))));
    Map<String, byte[]> files = render(SampleSites.site(pages, Tone.GOOD));
    assertThat(files).containsKeys("Tasks-2.html", "tasks-2-.html", "tasks-3.html");
    assertThat(HtmlRules.violations(files)).isEmpty();
  }

  @Test
  void rows_of_many_elements_are_fewer_on_a_page() {
    List<Inline> cell = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      cell.add(Inline.link("link", Target.page("index")));
    }
    List<Block.Row> rows =
        IntStream.range(0, 150)
            .mapToObj(i -> SampleSites.row("r-" + i, Tone.GOOD, List.of(Inline.text("r")), cell))
            .toList();
    check(List.of(SampleSites.table("t", "Rows", List.of("A", "B"), rows)), 150, "tbody tr");
  }

  @Test
  void any_long_sequence_of_blocks_is_split() {
    List<Block> sections =
        IntStream.range(0, 900)
            .<Block>mapToObj(
                i ->
                    SampleSites.section(
                        "s-" + i,
                        "Section " + i,
                        SampleSites.paragraph(Inline.code("a"), Inline.code("b"))))
            .toList();
    check(sections, 900, "h2");
    check(List.of(SampleSites.section("all", "All", sections.toArray(Block[]::new))), 900, "h3");
  }

  @Test
  void long_lists_tiles_and_definitions_are_split() {
    List<List<Inline>> lines =
        IntStream.range(0, 4_000).mapToObj(i -> List.of(Inline.text("line " + i))).toList();
    check(List.of(new Block.Items(false, lines)), 4_000, "main > ul > li");
    check(
        List.of(
            new Block.Definitions(
                lines.stream().map(line -> new Block.Definition("term", line)).toList())),
        4_000,
        "main > dl > div");
    check(
        List.of(
            new Block.Tiles(
                "tiles",
                lines.stream()
                    .map(l -> new Block.Tile(Tone.GOOD, "t", "v", "n", java.util.Optional.empty()))
                    .toList())),
        4_000,
        ".tile");
  }

  @Test
  void a_numbered_list_keeps_its_numbers() {
    List<List<Inline>> lines =
        IntStream.range(0, 3_000).mapToObj(i -> List.of(Inline.text("line " + i))).toList();
    assertThat(render(site(List.of(new Block.Items(true, lines)))))
        .doesNotContainKey("long-2.html");
  }

  @Test
  void no_block_is_counted_smaller_than_it_is() {
    SampleSites.failing().pages().forEach(page -> checkCount(page));
    HostileSites.of("plain").pages().forEach(page -> checkCount(page));
    SampleSites.pictures().pages().forEach(page -> checkCount(page));
  }

  private static void checkCount(Page page) {
    NodeCount count =
        new NodeCount(
            new Prose(new dev.coord.markdown.Markdown(), dev.coord.site.model.RelativeLinks.NONE));
    for (Block block : page.blocks()) {
      Map<String, byte[]> with = render(site(List.of(block)));
      Map<String, byte[]> without = render(site(List.of()));
      int elements =
          parse(with, "long.html").getAllElements().size()
              - parse(without, "long.html").getAllElements().size();
      assertThat(count.upTo(Integer.MAX_VALUE, block))
          .as("%s", block)
          .isGreaterThanOrEqualTo(elements);
    }
  }

  private static void check(List<Block> blocks, int expected, String query) {
    Map<String, byte[]> files = render(site(blocks));
    assertThat(HtmlRules.violations(files)).isEmpty();
    List<String> names =
        files.keySet().stream().filter(name -> name.matches("long.*\\.html")).toList();
    assertThat(names).hasSizeGreaterThan(1);
    int found =
        names.stream().collect(Collectors.summingInt(n -> parse(files, n).select(query).size()));
    assertThat(found).isGreaterThanOrEqualTo(expected);
  }

  private static Site site(List<Block> blocks) {
    Page page =
        SampleSites.page(
            "long",
            "Long",
            "long",
            Tone.GOOD,
            List.of(Inline.text("x")),
            blocks.toArray(Block[]::new));
    return SampleSites.site(List.of(SamplePages.dashboard(), page), Tone.GOOD);
  }

  private static Map<String, byte[]> render(Site site) {
    return new SiteRenderer().render(site);
  }

  private static Document parse(Map<String, byte[]> files, String name) {
    assertThat(files).containsKey(name);
    return Jsoup.parse(new String(files.get(name), StandardCharsets.UTF_8));
  }
}
