package dev.coord.schedule;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Which nodes of a graph lie on one cycle: its strongly connected components, after S. R. Kosaraju,
 * without recursion, as the graph may be deep.
 */
final class Components {

  private final Map<String, Integer> numbers = new HashMap<>();

  /**
   * Components of a graph.
   *
   * @param next the nodes that each node leads to; what is no node itself leads nowhere
   */
  Components(Map<String, List<String>> next) {
    Map<String, List<String>> back = new LinkedHashMap<>();
    next.forEach(
        (node, to) ->
            to.forEach(other -> back.computeIfAbsent(other, id -> new ArrayList<>()).add(node)));
    List<String> ends = new ArrayList<>();
    Map<String, Integer> seen = new HashMap<>();
    next.keySet().forEach(node -> walk(node, next, seen, 0, ends));
    for (int i = ends.size() - 1; i >= 0; i--) {
      walk(ends.get(i), back, numbers, i, new ArrayList<>());
    }
  }

  /** Whether each of two nodes leads to the other. */
  boolean same(String one, String other) {
    return Objects.equals(numbers.get(one), numbers.get(other));
  }

  private static Iterator<String> to(Map<String, List<String>> next, String node) {
    return next.getOrDefault(node, List.of()).iterator();
  }

  /** Numbers all that a node leads to and that has no number, and lists each when it is left. */
  private static void walk(
      String first,
      Map<String, List<String>> next,
      Map<String, Integer> numbers,
      int number,
      List<String> ends) {
    if (numbers.putIfAbsent(first, number) != null) {
      return;
    }
    Deque<String> nodes = new ArrayDeque<>(List.of(first));
    Deque<Iterator<String>> open = new ArrayDeque<>(List.of(to(next, first)));
    while (!nodes.isEmpty()) {
      if (!open.peek().hasNext()) {
        open.pop();
        ends.add(nodes.pop());
        continue;
      }
      String node = open.peek().next();
      if (numbers.putIfAbsent(node, number) == null) {
        nodes.push(node);
        open.push(to(next, node));
      }
    }
  }
}
