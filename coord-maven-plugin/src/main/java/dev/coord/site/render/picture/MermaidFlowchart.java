package dev.coord.site.render.picture;

import static dev.coord.site.render.picture.MermaidText.named;
import static dev.coord.site.render.picture.MermaidText.quoted;

import dev.coord.site.model.Graph;
import dev.coord.site.model.Graph.Edge;
import dev.coord.site.model.Lanes;
import dev.coord.site.model.Lanes.Lane;
import dev.coord.site.model.Mark;
import dev.coord.site.model.Matrix;
import dev.coord.site.model.Matrix.Pair;
import dev.coord.site.model.Tone;
import dev.coord.site.model.Tree;
import dev.coord.site.model.Tree.Branch;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Writes what hangs together as flowcharts. Lines of one kind from one box share a statement. */
final class MermaidFlowchart {

  /** Lines between two things that can be told apart, where no rows and columns order them. */
  private static final int MOST_PAIRS = 40;

  private final StringBuilder out = new StringBuilder("flowchart LR\n");
  private final List<String> keys = new ArrayList<>();
  private final Map<String, List<String>> joined = new LinkedHashMap<>();

  private MermaidFlowchart() {}

  static Mermaid of(Graph graph) {
    MermaidFlowchart chart = new MermaidFlowchart();
    for (int i = 0; i < graph.nodes().size(); i++) {
      chart.box(i, graph.nodes().get(i).mark());
    }
    for (Edge edge : graph.edges()) {
      chart.join(edge.from(), arrow(edge.kind()), edge.to());
    }
    chart.key(graph, Edge.Kind.CRITICAL, "thick arrow");
    chart.key(graph, Edge.Kind.OPEN, "arrow");
    chart.key(graph, Edge.Kind.DONE, "dotted arrow");
    return chart.mermaid();
  }

  private static String arrow(Edge.Kind kind) {
    return switch (kind) {
      case CRITICAL -> "==>";
      case OPEN -> "-->";
      case DONE -> "-.->";
    };
  }

  private void key(Graph graph, Edge.Kind kind, String arrow) {
    if (graph.edges().stream().anyMatch(edge -> edge.kind() == kind)) {
      keys.add(arrow + ": " + kind.words());
    }
  }

  /** Who has something with whom; those that have nothing with anybody need no box. */
  static Mermaid of(Matrix matrix) {
    MermaidFlowchart chart = new MermaidFlowchart();
    List<Pair> pairs = matrix.pairs();
    List<Pair> drawn = pairs.subList(0, Math.min(MOST_PAIRS, pairs.size()));
    Set<Integer> boxes = new TreeSet<>();
    drawn.forEach(pair -> boxes.addAll(List.of(pair.one(), pair.other())));
    boxes.forEach(number -> chart.box(number, matrix.marks().get(number)));
    for (Pair pair : drawn) {
      boolean unknown = pair.mark().tone() == Tone.UNKNOWN;
      String line = (unknown ? "-.-" : "---") + "|" + quoted(pair.sign()) + "|";
      chart.join(pair.one(), line, pair.other());
    }
    if (drawn.size() < pairs.size()) {
      chart.keys.add(pairs.size() - drawn.size() + " more pairs are not drawn");
    }
    return chart.mermaid();
  }

  /** Each branch is written with the line from the one that it lies in; boxes alone say nothing. */
  static Optional<Mermaid> of(Tree tree) {
    if (tree.branches().stream().allMatch(branch -> branch.depth() == 0)) {
      return Optional.empty();
    }
    MermaidFlowchart chart = new MermaidFlowchart();
    Deque<Integer> above = new ArrayDeque<>();
    for (int i = 0; i < tree.branches().size(); i++) {
      Branch branch = tree.branches().get(i);
      while (above.size() > branch.depth()) {
        above.pop();
      }
      chart.out.append("  ");
      if (!above.isEmpty()) {
        chart.out.append('n').append(above.peek()).append(" --- ");
      }
      chart.out.append('n').append(i).append(boxed(named(branch.mark())));
      above.push(i);
    }
    chart.keys.add("line: what is on its right lies in what is on its left");
    return Optional.of(chart.mermaid());
  }

  /** A frame for each lane, one after the other; an empty frame would be no frame. */
  static Mermaid of(Lanes lanes) {
    MermaidFlowchart chart = new MermaidFlowchart();
    for (int i = 0; i < lanes.lanes().size(); i++) {
      chart.frame("l" + i, lanes.lanes().get(i));
    }
    for (int i = 1; i < lanes.lanes().size(); i++) {
      chart.out.append("  l").append(i - 1).append(" --> l").append(i).append('\n');
    }
    return chart.mermaid();
  }

  private void frame(String id, Lane lane) {
    List<String> boxes = new ArrayList<>();
    lane.marks().forEach(mark -> boxes.add(named(mark)));
    if (lane.more() > 0) {
      boxes.add(lane.more() + " more");
    }
    out.append(boxes.isEmpty() ? "  " : "  subgraph ").append(id).append(boxed(named(lane.head())));
    for (int i = 0; i < boxes.size(); i++) {
      out.append("    ").append(id).append('n').append(i).append(boxed(boxes.get(i)));
    }
    out.append(boxes.isEmpty() ? "" : "  end\n");
  }

  private void box(int number, Mark mark) {
    out.append("  n").append(number).append(boxed(named(mark)));
  }

  private static String boxed(String text) {
    return "[" + quoted(text) + "]\n";
  }

  private void join(int from, String line, int to) {
    joined.computeIfAbsent("n" + from + " " + line, any -> new ArrayList<>()).add("n" + to);
  }

  private Mermaid mermaid() {
    joined.forEach(
        (from, to) ->
            out.append("  ").append(from).append(' ').append(String.join(" & ", to)).append('\n'));
    return new Mermaid(out.toString(), keys);
  }
}
