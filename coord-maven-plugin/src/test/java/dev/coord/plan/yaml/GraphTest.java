package dev.coord.plan.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.diagnostic.Location;
import java.util.List;
import org.junit.jupiter.api.Test;

class GraphTest {
  private static Location line(int line) {
    return Location.of("a.yml", line, 1);
  }

  private static List<String> cycles(String... edges) {
    Graph graph = new Graph();
    for (int i = 0; i < edges.length; i++) {
      graph.edge(edges[i].substring(0, 1), edges[i].substring(1), line(i + 1));
    }
    return graph.cycles().stream().map(c -> c.place().line() + " " + c.spelled()).toList();
  }

  @Test
  void what_comes_together_again_is_no_circle() {
    assertThat(cycles("ab", "ac", "bd", "cd", "de")).isEmpty();
  }

  @Test
  void a_circle_is_told_once_at_the_place_of_its_first_edge() {
    assertThat(cycles("ab", "bc", "cb", "da")).containsExactly("2 b -> c -> b");
    assertThat(cycles("aa")).containsExactly("1 a -> a");
  }

  @Test
  void circles_that_share_a_node_are_told_each() {
    assertThat(cycles("ab", "ba", "ac", "ca")).containsExactly("1 a -> b -> a", "3 a -> c -> a");
  }

  @Test
  void circles_are_told_up_to_a_limit() {
    Graph graph = new Graph();
    for (int i = 0; i < 100; i++) {
      graph.edge("n" + i, "n" + i, line(i + 1));
    }
    assertThat(graph.cycles()).hasSize(20);
  }

  @Test
  void depth_does_not_matter() {
    Graph graph = new Graph();
    for (int i = 0; i < 200_000; i++) {
      graph.edge("n" + i, "n" + (i + 1), line(i + 1));
    }
    assertThat(graph.cycles()).isEmpty();
  }
}
