package dev.coord.site.render.picture;

import static dev.coord.site.render.picture.MermaidText.named;
import static dev.coord.site.render.picture.MermaidText.quoted;

import dev.coord.site.model.Grid;
import dev.coord.site.model.Mark;
import dev.coord.site.model.Strip;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes what is divided among few kinds: a strip as a pie, a grid as points in quadrants. */
final class MermaidShares {

  private MermaidShares() {}

  /** How many there are in each state. Each one's sign has no place in a pie. */
  static Mermaid of(Strip strip) {
    Map<String, Integer> parts = new LinkedHashMap<>();
    strip
        .states()
        .forEach(state -> parts.merge(quoted(state.name()), state.number(), Integer::sum));
    StringBuilder out = new StringBuilder("pie showData\n");
    parts.forEach(
        (name, number) -> out.append("  ").append(name).append(" : ").append(number).append('\n'));
    return new Mermaid(out.toString(), List.of(), true);
  }

  /** A point for each mark; those of one cell lie on its diagonal, so that all can be seen. */
  static Mermaid of(Grid grid) {
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
    return new Mermaid(out.toString(), List.of());
  }

  private static void axis(String name, String from, String to, StringBuilder out) {
    out.append("  ").append(name).append("-axis ").append(quoted(from));
    out.append(" --> ").append(quoted(to)).append('\n');
  }

  private static String share(double part, int whole) {
    return String.format(Locale.ROOT, "%.3f", part / whole);
  }
}
