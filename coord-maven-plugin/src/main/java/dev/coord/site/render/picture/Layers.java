package dev.coord.site.render.picture;

import dev.coord.site.model.Graph;
import dev.coord.site.model.Graph.Edge;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Puts the nodes of a graph into layers: each behind all that it waits for.
 *
 * <p>After K. Sugiyama, S. Tagawa and M. Toda, "Methods for Visual Understanding of Hierarchical
 * System Structures" (1981): layers by the longest way, a place in each layer that a long edge runs
 * through, and an order by barycentres, of which the one with the fewest crossings is kept. An edge
 * that closes a circle takes no part. Whole numbers only, so that every machine comes to the same.
 */
final class Layers {

  private static final int SWEEPS = 12;
  private static final long FINE = 1_000_000;

  /**
   * A place in a layer.
   *
   * @param node its node; -1 where an edge only runs through
   */
  record Place(int node, int layer) {
    boolean isNode() {
      return node >= 0;
    }
  }

  /**
   * An edge on its way through the layers.
   *
   * @param places numbers of the places that it joins, at least two; from the end to the begin of
   *     the edge where it closes a circle
   * @param circle whether it closes a circle
   */
  record Route(Edge edge, List<Integer> places, boolean circle) {}

  private final List<Place> places = new ArrayList<>();
  private final List<Route> routes = new ArrayList<>();
  private final List<List<Integer>> before = new ArrayList<>();
  private final List<List<Integer>> after = new ArrayList<>();
  private List<List<Integer>> layers = new ArrayList<>();

  private Layers() {}

  static Layers of(Graph graph) {
    Layers layers = new Layers();
    int[] order = order(graph);
    int[] depth = depth(graph, order);
    for (int node = 0; node < graph.nodes().size(); node++) {
      layers.place(node, depth[node]);
    }
    graph.edges().forEach(edge -> layers.route(edge, order[edge.from()] >= order[edge.to()]));
    layers.sort();
    return layers;
  }

  /** The numbers of the places of each layer, in the order in which they stand. */
  List<List<Integer>> numbers() {
    return layers;
  }

  Place place(int number) {
    return places.get(number);
  }

  /** The places in the layer before that lead to one. */
  List<Integer> before(int place) {
    return before.get(place);
  }

  /** The places in the layer behind that one leads to. */
  List<Integer> after(int place) {
    return after.get(place);
  }

  int size() {
    return places.size();
  }

  List<Route> routes() {
    return routes;
  }

  /** A rank of each node, behind those that it waits for; in a circle, the first written leads. */
  private static int[] order(Graph graph) {
    int size = graph.nodes().size();
    int[] open = new int[size];
    graph.edges().forEach(edge -> open[edge.to()]++);
    int[] order = new int[size];
    Arrays.fill(order, -1);
    for (int rank = 0; rank < size; rank++) {
      int next = next(order, open);
      order[next] = rank;
      for (Edge edge : graph.edges()) {
        if (edge.from() == next) {
          open[edge.to()]--;
        }
      }
    }
    return order;
  }

  private static int next(int[] order, int[] open) {
    int first = -1;
    for (int node = 0; node < order.length; node++) {
      if (order[node] < 0 && open[node] == 0) {
        return node;
      }
      first = first < 0 && order[node] < 0 ? node : first;
    }
    return first;
  }

  private static int[] depth(Graph graph, int[] order) {
    int[] depth = new int[order.length];
    int[] byRank = new int[order.length];
    for (int node = 0; node < order.length; node++) {
      byRank[order[node]] = node;
    }
    for (int node : byRank) {
      for (Edge edge : graph.edges()) {
        if (edge.from() == node && order[edge.to()] > order[node]) {
          depth[edge.to()] = Math.max(depth[edge.to()], depth[node] + 1);
        }
      }
    }
    return depth;
  }

  private int place(int node, int layer) {
    while (layers.size() <= layer) {
      layers.add(new ArrayList<>());
    }
    int number = places.size();
    places.add(new Place(node, layer));
    before.add(new ArrayList<>());
    after.add(new ArrayList<>());
    layers.get(layer).add(number);
    return number;
  }

  /** Nodes have the places with their numbers. */
  private void route(Edge edge, boolean circle) {
    if (circle) {
      routes.add(new Route(edge, List.of(edge.to(), edge.from()), true));
      return;
    }
    List<Integer> way = new ArrayList<>(List.of(edge.from()));
    for (int layer = places.get(edge.from()).layer() + 1;
        layer < places.get(edge.to()).layer();
        layer++) {
      way.add(place(-1, layer));
    }
    way.add(edge.to());
    for (int i = 1; i < way.size(); i++) {
      after.get(way.get(i - 1)).add(way.get(i));
      before.get(way.get(i)).add(way.get(i - 1));
    }
    routes.add(new Route(edge, List.copyOf(way), false));
  }

  private void sort() {
    List<List<Integer>> best = copy();
    long fewest = crossings();
    for (int sweep = 0; sweep < SWEEPS && fewest > 0; sweep++) {
      boolean down = sweep % 2 == 0;
      for (int i = 1; i < layers.size(); i++) {
        int layer = down ? i : layers.size() - 1 - i;
        sort(layers.get(layer), down ? before : after, layers.get(down ? layer - 1 : layer + 1));
      }
      long crossings = crossings();
      if (crossings < fewest) {
        fewest = crossings;
        best = copy();
      }
    }
    layers = best;
  }

  private List<List<Integer>> copy() {
    return layers.stream().<List<Integer>>map(ArrayList::new).toList();
  }

  /** What has no neighbour in the other layer keeps its place. */
  private void sort(List<Integer> layer, List<List<Integer>> neighbours, List<Integer> other) {
    int[] at = positions(other);
    long[] centre = new long[places.size()];
    for (int i = 0; i < layer.size(); i++) {
      List<Integer> of = neighbours.get(layer.get(i));
      long sum = 0;
      for (int neighbour : of) {
        sum += at[neighbour];
      }
      centre[layer.get(i)] = of.isEmpty() ? i * FINE : sum * FINE / of.size();
    }
    layer.sort(Comparator.comparingLong(place -> centre[place]));
  }

  private int[] positions(List<Integer> layer) {
    int[] at = new int[places.size()];
    for (int i = 0; i < layer.size(); i++) {
      at[layer.get(i)] = i;
    }
    return at;
  }

  /** How many pairs of edges cross each other. */
  long crossings() {
    long crossings = 0;
    for (int i = 1; i < layers.size(); i++) {
      int[] left = positions(layers.get(i - 1));
      int[] right = positions(layers.get(i));
      List<int[]> edges = new ArrayList<>();
      for (int from : layers.get(i - 1)) {
        after.get(from).forEach(to -> edges.add(new int[] {left[from], right[to]}));
      }
      for (int a = 0; a < edges.size(); a++) {
        for (int b = a + 1; b < edges.size(); b++) {
          long one = edges.get(a)[0] - edges.get(b)[0];
          long other = edges.get(a)[1] - edges.get(b)[1];
          crossings += one * other < 0 ? 1 : 0;
        }
      }
    }
    return crossings;
  }
}
