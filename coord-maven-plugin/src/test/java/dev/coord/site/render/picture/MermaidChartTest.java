package dev.coord.site.render.picture;

import static dev.coord.site.render.picture.MermaidTest.drawn;
import static dev.coord.site.render.picture.MermaidTest.mark;
import static dev.coord.site.render.picture.MermaidTest.source;
import static dev.coord.site.render.picture.SamplePictures.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.site.model.Axis;
import dev.coord.site.model.Columns;
import dev.coord.site.model.Columns.ColumnRow;
import dev.coord.site.model.Lines;
import dev.coord.site.model.Lines.Series;
import dev.coord.site.model.Lines.Value;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Pictures of numbers as charts of Mermaid: lines and columns. */
class MermaidChartTest {

  @Test
  void lines_are_columns_and_lines_of_days_on_which_each_value_holds_until_the_next() {
    Lines lines =
        new Lines(
            new Axis(Optional.of(MONDAY), 6),
            8,
            List.of(
                new Series("claimed done", true, List.of(new Value(0, 3), new Value(4, 4))),
                new Series("all", false, List.of(new Value(0, 4), new Value(5, 8)))));

    assertThat(source(lines))
        .isEqualTo(
            """
            xychart-beta
              x-axis ["2026-11-16", "11-17", "11-18", "11-19", "11-20", "11-21"]
              y-axis 0 --> 8
              bar "claimed done" [3, 3, 3, 3, 4, 4]
              line "all" [4, 4, 4, 4, 4, 8]
            """);
    assertThat(drawn(lines).keys()).containsExactly("columns: claimed done", "line: all");
  }

  @Test
  void what_is_not_known_yet_is_not_drawn_as_nothing() {
    Lines lines =
        new Lines(
            new Axis(Optional.of(MONDAY), 5),
            8,
            List.of(
                new Series("a", false, List.of(new Value(2, 3))),
                new Series("b", false, List.of(new Value(0, 7)))));

    assertThat(source(lines))
        .isEqualTo(
            """
            xychart-beta
              x-axis ["2026-11-18", "11-19", "11-20"]
              y-axis 0 --> 8
              line "a" [3, 3, 3]
              line "b" [7, 7, 7]
            """);
    assertThat(drawn(lines).keys())
        .containsExactly(
            "lines, the one that ends highest first: b, a",
            "before 2026-11-18, not all of it is known");
  }

  @Test
  void of_many_days_some_are_drawn_the_first_and_the_last_among_them() {
    Lines lines =
        new Lines(
            new Axis(Optional.of(MONDAY), 400),
            9,
            List.of(new Series("a", true, List.of(new Value(0, 1), new Value(399, 9)))));

    assertThat(source(lines))
        .contains("[\"2026-11-16\", \"2026-12-30\", ")
        .contains("\"2027-12-20\"]")
        .contains("bar \"a\" [1, 1, 1, 1, 1, 1, 1, 1, 1, 9]");
    assertThat(drawn(lines).keys()).containsExactly("columns: a", "drawn: 10 of 400 days");
  }

  @Test
  void a_single_day_is_no_course() {
    Series one = new Series("a", true, List.of(new Value(0, 1)));

    assertThat(Mermaid.of(new Lines(new Axis(Optional.of(MONDAY), 1), 1, List.of(one))))
        .isEqualTo(Optional.empty());
    assertThat(Mermaid.of(new Lines(new Axis(Optional.of(MONDAY), 2), 1, List.of(one))))
        .isPresent();
  }

  @Test
  void columns_are_those_of_all_rows_together() {
    Columns columns =
        new Columns(
            new Axis(Optional.of(MONDAY), 3),
            5,
            List.of(
                new ColumnRow(mark("a", ""), List.of(1, 0, 5)),
                new ColumnRow(mark("b", ""), List.of(2, 0, 4))));

    assertThat(source(columns))
        .isEqualTo(
            """
            xychart-beta
              x-axis ["2026-11-16", "11-17", "11-18"]
              y-axis 0 --> 9
              bar "all together" [3, 0, 9]
            """);
    assertThat(drawn(columns).keys())
        .containsExactly("columns: all drawn on the page together, one day each");
  }

  @Test
  void of_many_days_each_column_is_as_many_and_the_first_the_rest() {
    Columns columns =
        new Columns(
            new Axis(Optional.of(MONDAY), 25),
            1,
            List.of(new ColumnRow(mark("a", ""), Collections.nCopies(25, 1))));

    assertThat(
            Mermaid.of(
                new Columns(
                    new Axis(Optional.of(MONDAY), 1),
                    1,
                    List.of(new ColumnRow(mark("a", ""), List.of(1))))))
        .isEqualTo(Optional.empty());
    assertThat(source(columns)).contains("\"all together\" [1, 3, 3, 3, 3, 3, 3, 3, 3]");
    assertThat(drawn(columns).keys())
        .containsExactly("columns: 3 days each from the one named", "the first is of 1 day");
  }
}
