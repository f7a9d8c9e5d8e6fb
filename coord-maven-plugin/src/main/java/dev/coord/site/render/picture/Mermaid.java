package dev.coord.site.render.picture;

import dev.coord.site.Gantt;
import dev.coord.site.Gantt.Bar;
import dev.coord.site.Graph;
import dev.coord.site.Graph.Edge;
import dev.coord.site.Mark;
import dev.coord.site.Picture;
import java.time.LocalDate;
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
    return picture instanceof Graph graph ? Optional.of(flowchart(graph)) : Optional.empty();
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
