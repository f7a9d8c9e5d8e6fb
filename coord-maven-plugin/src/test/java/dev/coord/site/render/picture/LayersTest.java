package dev.coord.site.render.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.site.model.Graph;
import dev.coord.site.model.Graph.Edge;
import dev.coord.site.model.Graph.Node;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LayersTest {

  private static Graph graph(int nodes, int... ends) {
    return new Graph(
        IntStream.range(0, nodes)
            .mapToObj(i -> new Node(SamplePictures.mark("n" + i, i), false))
            .toList(),
        IntStream.range(0, ends.length / 2)
            .mapToObj(i -> new Edge(ends[2 * i], ends[2 * i + 1], Edge.Kind.OPEN))
            .toList());
  }

  private static List<Integer> depths(Graph graph) {
    Layers layers = Layers.of(graph);
    return IntStream.range(0, graph.nodes().size()).mapToObj(i -> layers.place(i).layer()).toList();
  }

  @Test
  void a_node_stands_behind_the_longest_way_to_it() {
    assertThat(depths(graph(4, 0, 3, 0, 1, 1, 2, 2, 3))).containsExactly(0, 1, 2, 3);
    assertThat(depths(graph(3, 2, 0, 0, 1))).containsExactly(1, 2, 0);
  }

  @Test
  void a_long_edge_has_a_place_in_each_layer_on_its_way() {
    Layers layers = Layers.of(graph(4, 0, 3, 0, 1, 1, 2, 2, 3));

    assertThat(layers.routes().get(0).places()).hasSize(4).startsWith(0).endsWith(3);
    assertThat(layers.numbers()).extracting(List::size).containsExactly(1, 2, 2, 1);
  }

  @Test
  void edges_that_need_not_cross_do_not() {
    Layers layers = Layers.of(graph(6, 0, 5, 1, 4, 2, 3));

    assertThat(layers.crossings()).isZero();
    assertThat(Layers.of(graph(4, 0, 2, 0, 3, 1, 2, 1, 3)).crossings()).isEqualTo(1);
  }

  @Test
  void a_circle_is_told_and_ends() {
    Layers layers = Layers.of(graph(3, 0, 1, 1, 2, 2, 0));

    assertThat(layers.routes())
        .extracting(Layers.Route::circle)
        .containsExactly(false, false, true);
    assertThat(depths(graph(3, 0, 1, 1, 2, 2, 0))).containsExactly(0, 1, 2);
    assertThat(Layers.of(graph(1, 0, 0)).routes())
        .extracting(Layers.Route::circle)
        .containsExactly(true);
  }

  @Test
  void every_node_and_every_way_is_in_its_layer_once_whatever_the_graph() {
    Random random = new Random(7);
    for (int run = 0; run < 60; run++) {
      int nodes = 1 + random.nextInt(30);
      int[] ends = random.ints(2L * random.nextInt(50), 0, nodes).toArray();
      Layers layers = Layers.of(graph(nodes, ends));

      assertThat(layers.numbers().stream().flatMap(List::stream).sorted().toList())
          .isEqualTo(IntStream.range(0, layers.size()).boxed().toList());
      assertThat(layers.routes()).hasSize(ends.length / 2);
      assertThat(layers.routes().stream().filter(r -> !r.circle()).toList())
          .allMatch(route -> ascends(layers, route));
    }
  }

  private static boolean ascends(Layers layers, Layers.Route route) {
    return Stream.iterate(1, i -> i < route.places().size(), i -> i + 1)
        .allMatch(
            i ->
                layers.place(route.places().get(i)).layer()
                    == layers.place(route.places().get(i - 1)).layer() + 1);
  }
}
