package dev.coord.plan.yaml;

import dev.coord.diagnostic.Location;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What needs what. Finds circles without recursion, so that no plan is too deep for it. */
final class Graph {
  /** Circles told at most: who breaks these has fewer others. */
  private static final int MOST = 20;

  private static final int LONGEST = 12;

  private record Edge(String to, Location place) {}

  /**
   * Things that need each other.
   *
   * @param nodes the nodes, the first one not repeated at the end
   * @param place where the first one asks for the second
   */
  record Cycle(List<String> nodes, Location place) {
    /** {@code a -> b -> a}; a long one is cut. */
    String spelled() {
      List<String> shown = new ArrayList<>();
      nodes.stream().limit(LONGEST).map(Words::plain).forEach(shown::add);
      if (nodes.size() > LONGEST) {
        shown.add((nodes.size() - LONGEST) + " more");
      }
      shown.add(Words.plain(nodes.get(0)));
      return String.join(" -> ", shown);
    }
  }

  /** A node on the way, the edges not yet followed, and the place of the one that is. */
  private static final class Step {
    private final String node;
    private final Iterator<Edge> edges;
    private Location place;

    private Step(String node, List<Edge> edges) {
      this.node = node;
      this.edges = edges.iterator();
    }
  }

  private final Map<String, List<Edge>> edges = new LinkedHashMap<>();

  void edge(String from, String to, Location place) {
    edges.computeIfAbsent(from, node -> new ArrayList<>()).add(new Edge(to, place));
  }

  /** Circles in the order of the edges, none of them twice. */
  List<Cycle> cycles() {
    List<Cycle> cycles = new ArrayList<>();
    Map<String, Boolean> onTheWay = new HashMap<>();
    for (String start : edges.keySet()) {
      if (!onTheWay.containsKey(start)) {
        search(start, onTheWay, cycles);
      }
    }
    return cycles;
  }

  private void search(String start, Map<String, Boolean> onTheWay, List<Cycle> cycles) {
    Deque<Step> way = new ArrayDeque<>();
    enter(start, way, onTheWay);
    while (!way.isEmpty() && cycles.size() < MOST) {
      Step last = way.getLast();
      if (!last.edges.hasNext()) {
        onTheWay.put(way.removeLast().node, false);
        continue;
      }
      Edge edge = last.edges.next();
      last.place = edge.place();
      Boolean open = onTheWay.get(edge.to());
      if (open == null) {
        enter(edge.to(), way, onTheWay);
      } else if (open) {
        cycles.add(cycle(way, edge.to()));
      }
    }
  }

  private void enter(String node, Deque<Step> way, Map<String, Boolean> onTheWay) {
    onTheWay.put(node, true);
    way.addLast(new Step(node, edges.getOrDefault(node, List.of())));
  }

  private static Cycle cycle(Deque<Step> way, String first) {
    List<Step> steps = way.stream().dropWhile(step -> !step.node.equals(first)).toList();
    return new Cycle(steps.stream().map(step -> step.node).toList(), steps.get(0).place);
  }
}
