package dev.coord.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coord.site.Picture.Axis;
import dev.coord.site.Picture.Bar;
import dev.coord.site.Picture.Bar.Shape;
import dev.coord.site.Picture.Gantt;
import dev.coord.site.Picture.Mark;
import dev.coord.site.Picture.Tick;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PictureTest {

  private static final Mark MARK = new Mark("a", Tone.INFO, "", Optional.empty());

  private static List<String> ticks(String first, long length) {
    return new Axis(Optional.of(LocalDate.parse(first)), length)
        .ticks(4).stream().map(tick -> tick.at() + " " + tick.text()).toList();
  }

  @Test
  void few_days_are_all_named_and_weeks_by_their_mondays() {
    assertThat(ticks("2026-11-18", 3))
        .containsExactly("0 2026-11-18", "1 2026-11-19", "2 2026-11-20");
    assertThat(ticks("2026-11-18", 6))
        .containsExactly("0 2026-11-18", "2 2026-11-20", "4 2026-11-22");
    assertThat(ticks("2026-11-18", 20))
        .containsExactly("5 2026-11-23", "12 2026-11-30", "19 2026-12-07");
    assertThat(ticks("2026-11-16", 28)).hasSize(4).first().isEqualTo("0 2026-11-16");
  }

  @ParameterizedTest
  @CsvSource({"1", "9", "300", "4000", "1000000"})
  void never_more_days_are_named_than_fit(long length) {
    assertThat(ticks("2026-11-17", length)).hasSizeBetween(1, 4);
    assertThat(new Axis(Optional.empty(), length).ticks(4)).hasSizeBetween(1, 4);
  }

  @Test
  void without_dates_days_have_round_distances() {
    assertThat(new Axis(Optional.empty(), 37).ticks(4))
        .extracting(Tick::text)
        .containsExactly("day 1", "day 11", "day 21", "day 31");
  }

  @Test
  void nothing_ends_before_it_begins_or_leaves_the_axis() {
    assertThatThrownBy(() -> bar(3, 3, 3)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> bar(1, 3, 2)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> new Gantt(new Axis(Optional.empty(), 2), Optional.empty(), List.of(bar(0, 3, 3))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Axis(Optional.empty(), 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Bar bar(long start, long end, long latest) {
    return new Bar(MARK, Shape.WORK, start, end, latest, false, OptionalLong.empty());
  }

  @Test
  void addresses_that_must_not_be_published_can_be_taken_out_of_its_texts() {
    Picture picture =
        new Gantt(
            new Axis(Optional.empty(), 3),
            Optional.empty(),
            List.of(
                new Bar(
                    new Mark("ana@x", Tone.INFO, "by ana@x", Optional.empty()),
                    Shape.WORK,
                    0,
                    3,
                    3,
                    false,
                    OptionalLong.empty())));

    assertThat(picture.reworded(text -> text.replace("@x", "")).toString())
        .contains("name=ana,", "note=by ana,");
  }

  @Test
  void an_edge_joins_nodes_that_are_there() {
    Picture.Node node = new Picture.Node(MARK, false);

    assertThatThrownBy(
            () ->
                new Picture.Graph(
                    List.of(node), List.of(new Picture.Edge(0, 1, Picture.Edge.Kind.OPEN))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Picture.Edge(-1, 0, Picture.Edge.Kind.OPEN))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void what_does_not_fit_is_no_picture() {
    Picture.GridCell cell = new Picture.GridCell(Tone.GOOD, "1", List.of());
    Picture.Series high =
        new Picture.Series("x", true, List.of(new Picture.Value(0, 3), new Picture.Value(1, 4)));

    assertThatThrownBy(() -> new Picture.Lines(new Axis(Optional.empty(), 2), 3, List.of(high)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Picture.Series("x", true, List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Picture.Value(0, -1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () ->
                new Picture.Grid(
                    "x", List.of("a", "b"), List.of(new Picture.GridRow("r", List.of(cell)))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Picture.Pair(1, 1, "2", MARK))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> new Picture.Matrix(List.of(MARK), List.of(new Picture.Pair(0, 1, "2", MARK))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Picture.Lane(MARK, List.of(), -1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_number_stays_on_its_scale() {
    Bullets.Range all = new Bullets.Range(0, 1000);

    assertThat(new Bullets.Bullet(MARK, "1", "2", 0, 1000, all).wanted()).isEqualTo(all);
    assertThatThrownBy(() -> new Bullets.Bullet(MARK, "1", "2", 1001, 0, all))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Bullets.Bullet(MARK, "1", "2", 0, -1, all))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Bullets.Range(2, 1)).isInstanceOf(IllegalArgumentException.class);
  }
}
