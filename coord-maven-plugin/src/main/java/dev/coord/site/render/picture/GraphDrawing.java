package dev.coord.site.render.picture;

import static dev.coord.site.render.picture.Svg.pixels;

import dev.coord.site.model.Graph;
import dev.coord.site.model.Graph.Edge;
import dev.coord.site.model.Graph.Node;
import dev.coord.site.render.picture.Layers.Place;
import dev.coord.site.render.picture.Layers.Route;
import dev.coord.site.render.picture.Svg.Anchor;
import java.util.List;

/**
 * Draws who waits for whom, from the left to the right: a column for each layer. A deep graph is
 * wider than a phone and scrolls in its frame; however many nodes there are, it only gets higher.
 */
final class GraphDrawing {

  private static final int BOX = 156;
  private static final int BOX_HEIGHT = 40;
  private static final int ROW = 54;

  /** What an edge that only runs through a layer takes of its height. */
  private static final int LANE = 18;

  private static final int GAP = 56;
  private static final int MARGIN = 4;
  private static final int ARROW = 7;

  /** Letters that fit into a box. */
  private static final int LONGEST_NAME = 21;

  private static final int LONGEST_NOTE = 25;

  private final Graph graph;
  private final Layers layers;
  private final Sheet sheet;
  private final Svg svg;
  private final long[] middle;

  private GraphDrawing(Graph graph, Sheet sheet) {
    this.graph = graph;
    this.layers = Layers.of(graph);
    this.sheet = sheet;
    this.svg = sheet.svg();
    this.middle = new long[layers.size()];
  }

  static Drawing of(Graph graph, Sheet sheet) {
    return new GraphDrawing(graph, sheet).draw();
  }

  private Drawing draw() {
    long height = stand() + MARGIN;
    // What matters most is drawn last, so that nothing covers it.
    for (Edge.Kind kind : List.of(Edge.Kind.DONE, Edge.Kind.OPEN, Edge.Kind.CRITICAL)) {
      layers.routes().stream().filter(r -> r.edge().kind() == kind).forEach(this::edge);
    }
    for (int i = 0; i < graph.nodes().size(); i++) {
      node(graph.nodes().get(i), left(layers.place(i)), middle[i] - BOX_HEIGHT / 2);
    }
    keys();
    int columns = layers.numbers().size();
    long circles = layers.routes().stream().anyMatch(Route::circle) ? ROW / 2 : 0;
    return sheet.wide(2 * MARGIN + columns * (BOX + GAP) - GAP, height + circles);
  }

  /**
   * Gives every place its height: close to what it waits for, then close to what waits for it, as
   * far as its neighbours leave room.
   *
   * @return where the lowest one ends
   */
  private long stand() {
    long lowest = 0;
    for (List<Integer> layer : layers.numbers()) {
      long y = MARGIN;
      for (int place : layer) {
        long own = own(layers.place(place));
        middle[place] = Math.max(y + own / 2, mean(layers.before(place), y + own / 2));
        y = middle[place] + own / 2;
      }
      lowest = Math.max(lowest, y);
    }
    for (int i = layers.numbers().size() - 1; i >= 0; i--) {
      long low = lowest;
      List<Integer> layer = layers.numbers().get(i);
      for (int at = layer.size() - 1; at >= 0; at--) {
        int place = layer.get(at);
        long own = own(layers.place(place));
        long wanted = mean(layers.after(place), middle[place]);
        middle[place] = Math.min(low - own / 2, Math.max(middle[place], wanted));
        low = middle[place] - own / 2;
      }
    }
    return lowest;
  }

  private long mean(List<Integer> places, long otherwise) {
    return places.isEmpty()
        ? otherwise
        : places.stream().mapToLong(place -> middle[place]).sum() / places.size();
  }

  private static long own(Place place) {
    return place.isNode() ? ROW : LANE;
  }

  private static long left(Place place) {
    return MARGIN + (long) place.layer() * (BOX + GAP);
  }

  private void edge(Route route) {
    String look = look(route.edge().kind());
    if (route.circle()) {
      circle(route, look);
      return;
    }
    StringBuilder outline = new StringBuilder();
    long x = 0;
    long y = 0;
    for (int i = 0; i < route.places().size(); i++) {
      int number = route.places().get(i);
      Place place = layers.place(number);
      if (i == 0) {
        outline.append('M').append(left(place) + BOX).append(' ').append(middle[number]);
      } else {
        long to = left(place) - (place.isNode() ? ARROW - 1 : 0);
        long bend = (x + to) / 2;
        outline.append('C').append(bend).append(' ').append(y).append(' ').append(bend);
        outline.append(' ').append(middle[number]).append(' ').append(to).append(' ');
        outline.append(middle[number]);
        if (!place.isNode()) {
          outline.append('h').append(BOX);
        }
      }
      x = left(place) + BOX;
      y = middle[number];
    }
    svg.path("edge " + look, outline.toString());
    Place end = layers.place(route.edge().to());
    svg.path("tip " + look, "M" + left(end) + " " + y + "l-" + ARROW + "-4v8z");
  }

  /** Back below the boxes. */
  private void circle(Route route, String look) {
    long from = left(layers.place(route.edge().from())) + BOX / 2;
    long to = left(layers.place(route.edge().to())) + BOX / 2;
    long begin = middle[route.edge().from()] + BOX_HEIGHT / 2;
    long end = middle[route.edge().to()] + BOX_HEIGHT / 2;
    long low = Math.max(begin, end) + ROW / 2;
    svg.path(
        "edge circle " + look,
        "M"
            + from
            + " "
            + begin
            + "C"
            + from
            + " "
            + low
            + " "
            + to
            + " "
            + low
            + " "
            + to
            + " "
            + (end + ARROW - 1));
    svg.path("tip " + look, "M" + to + " " + end + "l-4 " + ARROW + "h8z");
  }

  private static String look(Edge.Kind kind) {
    return switch (kind) {
      case CRITICAL -> "main";
      case OPEN -> "open";
      case DONE -> "done";
    };
  }

  private void node(Node node, long x, long y) {
    svg.marked(
        node.mark(),
        () -> {
          svg.rect(node.critical() ? "box main" : "box", pixels(x), y, pixels(BOX), BOX_HEIGHT);
          String name = Shortened.to(LONGEST_NAME, node.mark().name());
          svg.label("in", Anchor.START, pixels(x + 9), y + 17, name);
          String note = Shortened.to(LONGEST_NOTE, node.mark().note());
          if (!note.isEmpty()) {
            svg.label("in note", Anchor.START, pixels(x + 9), y + 32, note);
          }
        });
  }

  private void keys() {
    for (Edge.Kind kind : Edge.Kind.values()) {
      key(kind);
    }
    if (layers.routes().stream().anyMatch(Route::circle)) {
      sheet.key("waits in a circle", key -> key.path("edge circle open", "M0 6h24"));
    }
  }

  private void key(Edge.Kind kind) {
    if (graph.edges().stream().anyMatch(edge -> edge.kind() == kind)) {
      String look = look(kind);
      sheet.key(
          kind.words(),
          key -> key.path("edge " + look, "M0 6h18").path("tip " + look, "M24 6l-7-4v8z"));
    }
  }
}
