package dev.coord.site.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coord.site.model.Gantt.Bar;
import dev.coord.site.model.Gantt.Bar.Shape;
import dev.coord.site.model.Grid.GridCell;
import dev.coord.site.model.Grid.GridRow;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class PictureTest {

  private static final Mark MARK = new Mark("a", Tone.INFO, "", Optional.empty());

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
            Optional.of(new Axis.Tick(1, "today of ana@x")),
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
        .contains("name=ana,", "note=by ana,", "text=today of ana]");
  }

  @Test
  void an_edge_joins_nodes_that_are_there() {
    Graph.Node node = new Graph.Node(MARK, false);

    assertThatThrownBy(
            () -> new Graph(List.of(node), List.of(new Graph.Edge(0, 1, Graph.Edge.Kind.OPEN))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Graph.Edge(-1, 0, Graph.Edge.Kind.OPEN))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void what_does_not_fit_is_no_picture() {
    GridCell cell = new GridCell(Tone.GOOD, "1", List.of());
    Lines.Series high =
        new Lines.Series("x", true, List.of(new Lines.Value(0, 3), new Lines.Value(1, 4)));

    assertThatThrownBy(() -> new Lines(new Axis(Optional.empty(), 2), 3, List.of(high)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Lines.Series("x", true, List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Lines.Value(0, -1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> new Grid("x", List.of("a", "b"), List.of(new GridRow("r", List.of(cell)))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Matrix.Pair(1, 1, "2", MARK))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Matrix(List.of(MARK), List.of(new Matrix.Pair(0, 1, "2", MARK))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Lanes.Lane(MARK, List.of(), -1))
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
