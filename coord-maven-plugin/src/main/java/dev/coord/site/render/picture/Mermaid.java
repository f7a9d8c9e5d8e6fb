package dev.coord.site.render.picture;

import dev.coord.site.model.Gantt;
import dev.coord.site.model.Gantt.Bar;
import dev.coord.site.model.Graph;
import dev.coord.site.model.Graph.Edge;
import dev.coord.site.model.Grid;
import dev.coord.site.model.Lanes;
import dev.coord.site.model.Lanes.Lane;
import dev.coord.site.model.Mark;
import dev.coord.site.model.Picture;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Writes pictures in the notation of Mermaid, which forges draw. */
public final class Mermaid {

  /** Words that begin a statement of a Gantt chart. A name that begins with one would be one. */
  private static final Pattern STATEMENT =
      Pattern.compile(
          "(?is)(gantt|title|section|dateformat|axisformat|tickinterval|excludes|includes"
              + "|todaymarker|weekday|weekend|inclusiveenddates|topaxis|displaymode|acctitle"
              + "|accdescr|click|href|call|vert).*");

  private Mermaid() {}

  /** The source of a picture; empty where Mermaid has no such picture. */
  public static Optional<String> of(Picture picture) {
    if (picture instanceof Gantt gantt) {
      return gantt.axis().first().map(first -> gantt(gantt, first));
    }
    if (picture instanceof Graph graph) {
      return Optional.of(flowchart(graph));
    }
    if (picture instanceof Lanes lanes) {
      return Optional.of(flowchart(lanes));
    }
    return picture instanceof Grid grid ? Optional.of(quadrants(grid)) : Optional.empty();
  }

  /** A frame for each lane, one after the other; an empty frame would be no frame. */
  private static String flowchart(Lanes lanes) {
    StringBuilder out = new StringBuilder("flowchart LR\n");
    for (int i = 0; i < lanes.lanes().size(); i++) {
      Lane lane = lanes.lanes().get(i);
      List<String> boxes = new ArrayList<>();
      lane.marks().forEach(mark -> boxes.add(named(mark)));
      if (lane.more() > 0) {
        boxes.add(lane.more() + " more");
      }
      String title = "l" + i + "[\"" + coded(named(lane.head())) + "\"]\n";
      out.append(boxes.isEmpty() ? "  " : "  subgraph ").append(title);
      for (int j = 0; j < boxes.size(); j++) {
        out.append("    l").append(i).append('n').append(j);
        out.append("[\"").append(coded(boxes.get(j))).append("\"]\n");
      }
      out.append(boxes.isEmpty() ? "" : "  end\n");
    }
    for (int i = 1; i < lanes.lanes().size(); i++) {
      out.append("  l").append(i - 1).append(" --> l").append(i).append('\n');
    }
    return out.toString();
  }

  /** A point for each mark; those of one cell lie on its diagonal, so that all can be seen. */
  private static String quadrants(Grid grid) {
    int columns = grid.columns().size();
    int rows = grid.rows().size();
    StringBuilder out = new StringBuilder("quadrantChart\n");
    if (rows > 0) {
      String across = " " + grid.across();
      axis("x", grid.columns().get(0) + across, grid.columns().get(columns - 1) + across, out);
      axis("y", grid.rows().get(rows - 1).name(), grid.rows().get(0).name(), out);
    }
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        List<Mark> marks = grid.rows().get(i).cells().get(j).marks();
        for (int k = 0; k < marks.size(); k++) {
          double in = (k + 1.0) / (marks.size() + 1);
          out.append("  ").append(quoted(named(marks.get(k)))).append(": [");
          out.append(share(j + in, columns)).append(", ");
          out.append(share(rows - 1 - i + in, rows)).append("]\n");
        }
      }
    }
    return out.toString();
  }

  private static void axis(String name, String from, String to, StringBuilder out) {
    out.append("  ").append(name).append("-axis ").append(quoted(from));
    out.append(" --> ").append(quoted(to)).append('\n');
  }

  private static String quoted(String text) {
    return "\"" + (text.isBlank() ? "-" : coded(text)) + "\"";
  }

  private static String share(double part, int whole) {
    return String.format(Locale.ROOT, "%.3f", part / whole);
  }

  private static String flowchart(Graph graph) {
    StringBuilder out = new StringBuilder("flowchart LR\n");
    for (int i = 0; i < graph.nodes().size(); i++) {
      out.append("  n").append(i).append("[\"");
      out.append(coded(named(graph.nodes().get(i).mark()))).append("\"]\n");
    }
    for (Edge edge : graph.edges()) {
      String arrow =
          switch (edge.kind()) {
            case CRITICAL -> " ==> n";
            case OPEN -> " --> n";
            case DONE -> " -.-> n";
          };
      out.append("  n").append(edge.from()).append(arrow).append(edge.to()).append('\n');
    }
    return out.toString();
  }

  private static String named(Mark mark) {
    return mark.note().isEmpty() ? mark.name() : mark.name() + " (" + mark.note() + ")";
  }

  private static String gantt(Gantt gantt, LocalDate first) {
    StringBuilder out = new StringBuilder("gantt\n  dateFormat YYYY-MM-DD\n");
    for (Bar bar : gantt.bars()) {
      out.append("  ").append(task(bar)).append(" :");
      if (bar.critical()) {
        out.append("crit, ");
      }
      if (bar.shape() == Bar.Shape.MILESTONE) {
        out.append("milestone, ");
      }
      out.append(first.plusDays(bar.start()))
          .append(", ")
          .append(first.plusDays(bar.end()))
          .append('\n');
    }
    return out.toString();
  }

  private static String task(Bar bar) {
    String name = named(bar.mark()).strip();
    return coded(name, STATEMENT.matcher(name).matches() ? 1 : 0);
  }

  /** A text with all that may mean something as numbers of characters. */
  static String coded(String text) {
    return coded(text, 0);
  }

  /**
   * The same.
   *
   * @param first how many characters are numbers whatever they are
   */
  private static String coded(String text, int first) {
    StringBuilder out = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              if (isHarmless(c) && out.length() >= first) {
                out.appendCodePoint(c);
              } else {
                out.append(String.format(Locale.ROOT, "#%d;", c));
              }
            });
    return out.toString();
  }

  private static boolean isHarmless(int c) {
    return Character.isLetterOrDigit(c) || c == ' ' || c == '.' || c == '_' || c == '-';
  }
}
