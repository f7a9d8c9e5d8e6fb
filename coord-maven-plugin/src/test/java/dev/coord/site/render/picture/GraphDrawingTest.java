package dev.coord.site.render.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.site.model.Graph;
import dev.coord.site.model.Graph.Edge;
import dev.coord.site.model.Graph.Node;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GraphDrawingTest {

  private static DrawnPicture drawn(Edge... edges) {
    return DrawnPicture.of(
        new Graph(List.of(node("a", false), node("b", true), node("c", true)), List.of(edges)));
  }

  private static Node node(String name, boolean critical) {
    return new Node(SamplePictures.mark(name, 0), critical);
  }

  @Test
  void what_waits_stands_to_the_right_of_what_it_waits_for() {
    DrawnPicture drawn = drawn(new Edge(1, 0, Edge.Kind.OPEN), new Edge(0, 2, Edge.Kind.OPEN));

    assertThat(drawn.all(".box", "x")).containsExactly("216", "4", "428");
    assertThat(drawn.all(".edge", "d"))
        .allMatch(d -> d.startsWith("M160 ") || d.startsWith("M372 "));
  }

  @Test
  void kinds_of_waiting_have_shapes_and_keys_of_their_own() {
    DrawnPicture drawn =
        drawn(
            new Edge(0, 1, Edge.Kind.DONE),
            new Edge(0, 2, Edge.Kind.OPEN),
            new Edge(1, 2, Edge.Kind.CRITICAL));

    assertThat(drawn.all(".edge", "class")).containsExactly("edge done", "edge open", "edge main");
    assertThat(drawn.keys()).containsExactly("critical path", "waits for", "waits no more");
    assertThat(drawn.all(".box", "class")).containsExactly("box", "box main", "box main");
  }

  @Test
  void a_circle_is_drawn_back_below_and_has_a_key() {
    DrawnPicture drawn = drawn(new Edge(0, 1, Edge.Kind.OPEN), new Edge(1, 0, Edge.Kind.OPEN));

    assertThat(drawn.all(".edge", "class")).containsExactly("edge open", "edge circle open");
    assertThat(drawn.keys()).contains("waits in a circle");
  }

  @Test
  void every_box_says_what_it_is_and_leads_there() {
    DrawnPicture drawn = drawn(new Edge(0, 1, Edge.Kind.OPEN));

    assertThat(drawn.texts()).containsExactly("a", "a", "b", "b", "c", "c");
    assertThat(drawn.all("a", "href")).hasSize(3).containsOnly("index.html#");
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 300})
  void boxes_lie_side_by_side_and_inside_the_picture(int nodes) {
    List<Edge> fan = new ArrayList<>();
    for (int i = 1; i < nodes; i++) {
      fan.add(new Edge(i % 2 == 0 ? 0 : i - 1, i, Edge.Kind.OPEN));
    }
    Graph graph = new Graph(SamplePictures.graph("x", nodes).nodes(), fan);
    DrawnPicture drawn = DrawnPicture.of(graph);
    List<String> places = new ArrayList<>();
    int height = Integer.parseInt(drawn.svg().attr("height"));
    int width = Integer.parseInt(drawn.svg().attr("width"));

    assertThat(drawn.drawing().wide()).isTrue();
    assertThat(drawn.shares(".box", "y")).allMatch(y -> y >= 0 && y + 40 <= height);
    assertThat(drawn.shares(".box", "x")).allMatch(x -> x >= 0 && x + 156 <= width);
    List<Double> x = drawn.shares(".box", "x");
    List<Double> y = drawn.shares(".box", "y");
    for (int one = 0; one < nodes; one++) {
      for (int other = 0; other < one; other++) {
        if (x.get(one).equals(x.get(other)) && Math.abs(y.get(one) - y.get(other)) < 46) {
          places.add(one + " and " + other);
        }
      }
    }
    assertThat(x).hasSize(nodes);
    assertThat(places).as("boxes that touch").isEmpty();
  }
}
