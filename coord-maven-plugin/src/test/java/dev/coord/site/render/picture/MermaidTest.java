package dev.coord.site.render.picture;

import static dev.coord.site.render.picture.SamplePictures.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.site.model.Axis;
import dev.coord.site.model.Axis.Tick;
import dev.coord.site.model.Block;
import dev.coord.site.model.Bullets;
import dev.coord.site.model.Gantt;
import dev.coord.site.model.Gantt.Bar;
import dev.coord.site.model.Gantt.Bar.Shape;
import dev.coord.site.model.Graph;
import dev.coord.site.model.Graph.Edge;
import dev.coord.site.model.Lanes;
import dev.coord.site.model.Mark;
import dev.coord.site.model.Matrix;
import dev.coord.site.model.Matrix.Pair;
import dev.coord.site.model.Picture;
import dev.coord.site.model.Strip;
import dev.coord.site.model.Tone;
import dev.coord.site.model.Tree;
import dev.coord.site.model.Tree.Branch;
import dev.coord.site.model.Tree.Branch.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MermaidTest {

  static Mark mark(String name, String note) {
    return new Mark(name, Tone.INFO, note, Optional.empty());
  }

  static Mermaid drawn(Picture picture) {
    return Mermaid.of(picture).orElseThrow();
  }

  static String source(Picture picture) {
    return drawn(picture).source();
  }

  private static Bar bar(String name, String note, Shape shape, boolean critical) {
    return new Bar(mark(name, note), shape, 0, 3, 3, critical, OptionalLong.empty());
  }

  private static Gantt gantt(Optional<Tick> today, Bar... bars) {
    return new Gantt(new Axis(Optional.of(MONDAY), 10), today, List.of(bars));
  }

  private static String line(String name) {
    String source = source(gantt(Optional.empty(), bar(name, "", Shape.WORK, false)));
    assertThat(source.lines()).hasSize(4);
    return source.lines().skip(3).findFirst().orElseThrow();
  }

  @Test
  void a_gantt_chart_has_a_line_for_each_bar_and_today_as_of_the_page() {
    Gantt gantt =
        gantt(
            Optional.of(new Tick(2, "today, 2026-11-18")),
            bar("checkout", "2 days late", Shape.WORK, true),
            bar("wave-1", "", Shape.MILESTONE, false));

    assertThat(source(gantt))
        .isEqualTo(
            """
            gantt
              dateFormat YYYY-MM-DD
              todayMarker off
              today, 2026-11-18 :milestone, 2026-11-18, 0d
              checkout (2 days late) :crit, 2026-11-16, 2026-11-19
              wave-1 :milestone, 2026-11-16, 2026-11-19
            """);
    assertThat(drawn(gantt).keys()).containsExactly("crit: critical path");
  }

  @ParameterizedTest
  @CsvSource({
    "section, #115;ection",
    "Click here, #67;lick here",
    "todayMarker off, #116;odayMarker off",
    "2026-11-16 freeze, #50;026-11-16 freeze",
    "5% more, #53;% more",
    "a:crit, a#58;crit",
    "a: crit, a#58; crit",
    "a;b, a#59;b",
    "#35;, #35;35#59;",
    "%%{init}, #37;#37;#123;init#125;",
    "a %% b, a #37;#37; b",
    "---, ---",
    "' ', –",
  })
  void no_name_becomes_a_statement_of_mermaid(String name, String expected) {
    assertThat(line(name)).isEqualTo("  " + expected + " :2026-11-16, 2026-11-19");
  }

  @Test
  void a_line_break_in_a_name_begins_no_line() {
    assertThat(line("a\nclick b")).startsWith("  a#10;click b :");
  }

  @Test
  void without_dates_there_is_no_gantt_chart() {
    Gantt undated =
        new Gantt(
            new Axis(Optional.empty(), 10),
            Optional.empty(),
            List.of(bar("a", "", Shape.WORK, false)));

    assertThat(Mermaid.of(undated)).isEqualTo(Optional.empty());
    assertThat(Mermaid.of(SamplePictures.gantt("a", 1))).isPresent();
  }

  /** Versions of Mermaid take what looks like Markdown for it, or make addresses links. */
  @ParameterizedTest
  @CsvSource({
    "1. first, #49;. first",
    "2) second, #50;) second",
    "- dash, #45; dash",
    "+ plus, #43; plus",
    "--- , #45;--",
    "* star, #42; star",
    "_x_ and snake_case, #95;x#95; and snake_case",
    "__init__, #95;#95;init#95;#95;",
    "`code`, #96;code#96;",
    "www.example.com, www#46;example.com",
    "mailto:a@b.c, mailto#58;a#64;b.c",
    "fa:fa-car, fa#58;fa-car",
    "ana's: x, ana's: x",
    "<b>x</b>, #60;b#62;x#60;/b#62;",
    "5 files, 5 files",
    "70.9% of ≥ 80%, 70.9% of ≥ 80%",
    "%%{init: {}}%%, #37;#37;#123;init: #123;#125;#125;#37;#37;",
    "\\, #92;",
  })
  void a_name_in_quotes_is_read_as_it_is_written(String name, String expected) {
    Graph graph = new Graph(List.of(new Graph.Node(mark(name, ""), false)), List.of());

    assertThat(source(graph)).isEqualTo("flowchart LR\n  n0[\"" + expected + "\"]\n");
  }

  @Test
  void a_flowchart_has_a_box_for_each_node_and_one_line_for_all_arrows_of_a_kind_from_one() {
    Graph.Node node = new Graph.Node(mark("a\"b", "active, late"), false);
    Graph graph =
        new Graph(
            List.of(node, node, node, node),
            List.of(
                new Edge(0, 1, Edge.Kind.OPEN),
                new Edge(0, 2, Edge.Kind.OPEN),
                new Edge(1, 2, Edge.Kind.DONE),
                new Edge(2, 3, Edge.Kind.CRITICAL)));

    assertThat(source(graph))
        .isEqualTo(
            """
            flowchart LR
              n0["a#34;b (active, late)"]
              n1["a#34;b (active, late)"]
              n2["a#34;b (active, late)"]
              n3["a#34;b (active, late)"]
              n0 --> n1 & n2
              n1 -.-> n2
              n2 ==> n3
            """);
    assertThat(drawn(graph).keys())
        .containsExactly(
            "thick arrow: critical path", "arrow: waits for", "dotted arrow: waits no more");
  }

  @Test
  void lanes_are_frames_one_after_the_other_with_their_boxes() {
    assertThat(source(SamplePictures.lanes("a\"b", 1)))
        .isEqualTo(
            """
            flowchart LR
              subgraph l0["a#34;b (a#34;b)"]
                l0n0["a#34;b (a#34;b)"]
                l0n1["5 more"]
              end
              subgraph l1["a#34;b (a#34;b)"]
                l1n0["a#34;b (a#34;b)"]
              end
              l0 --> l1
            """);
  }

  @Test
  void a_lane_with_nothing_in_it_is_a_box() {
    assertThat(source(new Lanes(List.of(new Lanes.Lane(mark("wave-1", ""), List.of(), 0)))))
        .isEqualTo("flowchart LR\n  l0[\"wave-1\"]\n");
  }

  @Test
  void a_grid_is_a_quadrant_chart_with_a_point_for_each_mark_within_its_cell() {
    assertThat(source(SamplePictures.grid("a\nb: [0, 0]", 2)))
        .isEqualTo(
            """
            quadrantChart
              x-axis "low a#10;b: #91;0, 0#93;" --> "high a#10;b: #91;0, 0#93;"
              y-axis "hardly" --> "likely"
              "a#10;b: #91;0, 0#93; (a#10;b: #91;0, 0#93;)": [0.167, 0.667]
              "a#10;b: #91;0, 0#93; (a#10;b: #91;0, 0#93;)": [0.333, 0.833]
            """);
  }

  @Test
  void a_matrix_is_who_has_something_with_whom() {
    List<Mark> marks = List.of(mark("a", "active"), mark("b", ""), mark("c", ""), mark("d", ""));
    Mark unknown = new Mark("a and d", Tone.UNKNOWN, "cannot be told", Optional.empty());
    Matrix matrix =
        new Matrix(
            List.of(marks.get(0), mark("alone", ""), marks.get(1), marks.get(2), marks.get(3)),
            List.of(
                new Pair(0, 2, "1", mark("a and b", "1 file")),
                new Pair(0, 3, "1", mark("a and c", "1 file")),
                new Pair(2, 3, "7", mark("b and c", "7 files")),
                new Pair(0, 4, "?", unknown)));

    assertThat(source(matrix))
        .isEqualTo(
            """
            flowchart LR
              n0["a (active)"]
              n2["b"]
              n3["c"]
              n4["d"]
              n0 ---|"1"| n2 & n3
              n2 ---|"7"| n3
              n0 -.-|"#63;"| n4
            """);
    assertThat(drawn(matrix).keys()).isEqualTo(List.of());
  }

  @Test
  void of_more_pairs_than_can_be_told_apart_the_rest_is_counted() {
    List<Mark> marks = IntStream.range(0, 12).mapToObj(i -> mark("w" + i, "")).toList();
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      for (int j = i + 1; j < 12; j++) {
        pairs.add(new Pair(i, j, "1", mark("x", "1 file")));
      }
    }
    Mermaid drawn = drawn(new Matrix(marks, pairs));

    assertThat(drawn.keys()).containsExactly("26 more pairs are not drawn");
    assertThat(
            drawn
                .source()
                .lines()
                .skip(13)
                .mapToLong(line -> line.split("\\| ")[1].split(" & ").length)
                .sum())
        .isEqualTo(40);
  }

  @Test
  void a_tree_has_a_line_from_each_directory_to_what_lies_in_it() {
    Tree tree =
        new Tree(
            List.of(
                new Branch(0, mark("src", ""), Kind.FOLDER),
                new Branch(1, mark("main", "app, 8 files"), Kind.OWNED),
                new Branch(2, mark("java", "api"), Kind.OWNED),
                new Branch(1, mark("test", "app"), Kind.OWNED),
                new Branch(0, mark("docs", "shared: inform"), Kind.OPEN)));

    assertThat(source(tree))
        .isEqualTo(
            """
            flowchart LR
              n0["src"]
              n0 --- n1["main (app, 8 files)"]
              n1 --- n2["java (api)"]
              n0 --- n3["test (app)"]
              n4["docs (shared: inform)"]
            """);
    assertThat(drawn(tree).keys())
        .containsExactly("line: what is on its right lies in what is on its left");
  }

  @Test
  void directories_of_which_none_lies_in_another_are_left_to_the_table() {
    Branch root = new Branch(0, mark("src", ""), Kind.OWNED);

    assertThat(Mermaid.of(new Tree(List.of(root, root)))).isEqualTo(Optional.empty());
    assertThat(Mermaid.of(new Tree(List.of(root, new Branch(1, mark("x", ""), Kind.OWNED)))))
        .isPresent();
  }

  @Test
  void a_strip_is_a_pie_of_the_states_of_all_those_without_room_included() {
    Strip strip =
        Strip.of(
            List.of(
                mark("a", "failed"),
                mark("b", "passed"),
                mark("c", "passed"),
                mark("d", ""),
                mark("e", "failed")),
            2);

    assertThat(strip.marks()).hasSize(2);
    assertThat(source(strip))
        .isEqualTo(
            """
            pie showData
              "failed" : 2
              "passed" : 2
              "info" : 1
            """);
    assertThat(drawn(strip).whole()).isTrue();
    assertThat(drawn(SamplePictures.matrix("a", 2)).whole()).isFalse();
  }

  static Stream<Picture> pictures() {
    return SamplePictures.saying("a").stream().map(figure -> ((Block.Figure) figure).picture());
  }

  @ParameterizedTest
  @MethodSource("pictures")
  void every_kind_of_picture_has_its_notation(Picture picture) {
    assertThat(Mermaid.of(picture)).isPresent();
  }

  /** With all texts numbered, what is left is the notation alone. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"]; click n0 href \"javascript:alert(1)\"",
        "%%{init: {\"theme\": \"dark\", \"securityLevel\": \"loose\"}}%%",
        "---\ntitle: x\n---",
        "a\n  end\n  subgraph b",
        "\u202egnp.exe\u2066",
        "bar [1]; line [2]",
        "]\", \"b\"] --> 5",
        "a | b & c --> d",
        "<img src=x onerror=alert(1)>",
        "`**b**` #quot; &amp; #35;",
        "100%%\r\n%% x",
      })
  void a_hostile_text_changes_nothing_but_the_texts(String hostile) {
    List<String> expected = pictures().map(MermaidTest::skeleton).toList();

    assertThat(
            SamplePictures.saying(hostile).stream()
                .map(figure -> skeleton(((Block.Figure) figure).picture())))
        .containsExactlyElementsOf(expected);
  }

  private static final Pattern QUOTED = Pattern.compile("\"[^\"\\n]*\"");

  private static String skeleton(Picture picture) {
    StringBuilder skeleton = new StringBuilder();
    source(picture)
        .lines()
        .map(line -> QUOTED.matcher(line).replaceAll("Q"))
        .map(
            line ->
                picture instanceof Gantt || picture instanceof Bullets
                    ? line.replaceFirst("^  [^:;]*(#[0-9]+;[^:;]*)* :", "T:")
                    : line)
        .forEach(line -> skeleton.append(line).append('\n'));
    return skeleton.toString();
  }
}
