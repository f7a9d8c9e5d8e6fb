package dev.coord.site.model;

import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * Who waits for whom.
 *
 * @param nodes in an order that readers know
 * @param edges from what is waited for to what waits, by the numbers of the nodes from 0
 */
public record Graph(List<Node> nodes, List<Edge> edges) implements Picture {
  /**
   * Copies the collections.
   *
   * @throws IllegalArgumentException when an edge joins what is no node
   */
  public Graph {
    nodes = List.copyOf(nodes);
    edges = List.copyOf(edges);
    int size = nodes.size();
    if (edges.stream().anyMatch(e -> Math.max(e.from(), e.to()) >= size)) {
      throw new IllegalArgumentException("an edge without a node");
    }
  }

  @Override
  public Graph reworded(UnaryOperator<String> change) {
    return new Graph(
        nodes.stream().map(n -> new Node(n.mark().reworded(change), n.critical())).toList(), edges);
  }

  /**
   * What waits, or is waited for.
   *
   * @param critical whether all is late when it is
   */
  public record Node(Mark mark, boolean critical) {
    /** Checks that there is a mark. */
    public Node {
      Objects.requireNonNull(mark, "mark");
    }
  }

  /**
   * One that waits for another.
   *
   * @param from number of the node that is waited for, from 0
   * @param to number of the node that waits, from 0
   */
  public record Edge(int from, int to, Kind kind) {
    /** How much it holds up. */
    public enum Kind {
      /** All waits for it. */
      CRITICAL("critical path"),
      /** It is waited for. */
      OPEN("waits for"),
      /** What was waited for is there, or whoever waited is through without it. */
      DONE("waits no more");

      private final String words;

      Kind(String words) {
        this.words = words;
      }

      /** What an arrow of it says. */
      public String words() {
        return words;
      }
    }

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException when one is negative
     */
    public Edge {
      Objects.requireNonNull(kind, "kind");
      if (from < 0 || to < 0) {
        throw new IllegalArgumentException("nodes are counted from 0");
      }
    }
  }
}
