package dev.coord.site.render.picture;

import static dev.coord.site.render.picture.SamplePictures.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.site.model.Axis;
import dev.coord.site.model.Gantt;
import dev.coord.site.model.Gantt.Bar;
import dev.coord.site.model.Gantt.Bar.Shape;
import dev.coord.site.model.Lanes;
import dev.coord.site.model.Mark;
import dev.coord.site.model.Tone;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MermaidTest {

  private static Bar bar(String name, String note, Shape shape, boolean critical) {
    Mark mark = new Mark(name, Tone.INFO, note, Optional.empty());
    return new Bar(mark, shape, 0, 3, 3, critical, OptionalLong.empty());
  }

  private static String gantt(Bar... bars) {
    return Mermaid.of(new Gantt(new Axis(Optional.of(MONDAY), 10), Optional.empty(), List.of(bars)))
        .orElseThrow();
  }

  @Test
  void a_gantt_chart_has_a_line_for_each_bar() {
    assertThat(
            gantt(
                bar("checkout", "2 days late", Shape.WORK, true),
                bar("wave-1", "", Shape.MILESTONE, false)))
        .isEqualTo(
            """
            gantt
              dateFormat YYYY-MM-DD
              checkout #40;2 days late#41; :crit, 2026-11-16, 2026-11-19
              wave-1 :milestone, 2026-11-16, 2026-11-19
            """);
  }

  @ParameterizedTest
  @CsvSource({
    "section, #115;ection",
    "Click here, #67;lick here",
    "todayMarker off, #116;odayMarker off",
    "a:crit, a#58;crit",
    "a;b, a#59;b",
    "#35;, #35;35#59;",
    "%%{init}, #37;#37;#123;init#125;",
  })
  void no_name_becomes_a_statement_of_mermaid(String name, String expected) {
    assertThat(gantt(bar(name, "", Shape.WORK, false)).lines().skip(2))
        .containsExactly("  " + expected + " :2026-11-16, 2026-11-19");
  }

  @Test
  void a_line_break_in_a_name_begins_no_line() {
    assertThat(gantt(bar("a\nclick b", "", Shape.WORK, false)).lines()).hasSize(3);
  }

  @Test
  void without_dates_there_is_no_gantt_chart() {
    Gantt undated =
        new Gantt(
            new Axis(Optional.empty(), 10),
            Optional.empty(),
            List.of(bar("a", "", Shape.WORK, false)));

    assertThat(Mermaid.of(undated)).isEmpty();
  }

  @Test
  void a_flowchart_has_a_box_for_each_node_and_an_arrow_for_each_edge() {
    assertThat(Mermaid.of(SamplePictures.graph("a\"b", 3)))
        .contains(
            """
            flowchart LR
              n0["a#34;b #40;a#34;b#41;"]
              n1["a#34;b #40;a#34;b#41;"]
              n2["a#34;b #40;a#34;b#41;"]
              n0 --> n1
              n1 -.-> n2
            """);
  }

  @Test
  void lanes_are_frames_one_after_the_other_with_their_boxes() {
    assertThat(Mermaid.of(SamplePictures.lanes("a\"b", 1)))
        .contains(
            """
            flowchart LR
              subgraph l0["a#34;b #40;a#34;b#41;"]
                l0n0["a#34;b #40;a#34;b#41;"]
                l0n1["5 more"]
              end
              subgraph l1["a#34;b #40;a#34;b#41;"]
                l1n0["a#34;b #40;a#34;b#41;"]
              end
              l0 --> l1
            """);
  }

  @Test
  void a_lane_with_nothing_in_it_is_a_box() {
    Mark wave = new Mark("wave-1", Tone.INFO, "", Optional.empty());

    assertThat(Mermaid.of(new Lanes(List.of(new Lanes.Lane(wave, List.of(), 0)))))
        .contains("flowchart LR\n  l0[\"wave-1\"]\n");
  }

  @Test
  void a_grid_is_a_quadrant_chart_with_a_point_for_each_mark_within_its_cell() {
    assertThat(Mermaid.of(SamplePictures.grid("a\nb: [0, 0]", 2)))
        .contains(
            """
            quadrantChart
              x-axis "low a#10;b#58; #91;0#44; 0#93;" --> "high a#10;b#58; #91;0#44; 0#93;"
              y-axis "hardly" --> "likely"
              "a#10;b#58; #91;0#44; 0#93; #40;a#10;b#58; #91;0#44; 0#93;#41;": [0.167, 0.667]
              "a#10;b#58; #91;0#44; 0#93; #40;a#10;b#58; #91;0#44; 0#93;#41;": [0.333, 0.833]
            """);
  }

  @Test
  void what_mermaid_has_no_settled_picture_of_is_left_to_the_table() {
    assertThat(Mermaid.of(SamplePictures.matrix("a", 3))).isEmpty();
    assertThat(Mermaid.of(SamplePictures.bullets("a", 3))).isEqualTo(Optional.empty());
  }
}
