package dev.coord.site.render.picture;

import dev.coord.site.model.Bullets;
import dev.coord.site.model.Columns;
import dev.coord.site.model.Gantt;
import dev.coord.site.model.Graph;
import dev.coord.site.model.Grid;
import dev.coord.site.model.Lanes;
import dev.coord.site.model.Lines;
import dev.coord.site.model.Matrix;
import dev.coord.site.model.Picture;
import dev.coord.site.model.Strip;
import dev.coord.site.model.Tree;
import java.util.List;
import java.util.Optional;

/**
 * A picture in the notation of Mermaid, which forges draw.
 *
 * @param source what Mermaid reads; no text of a picture is a statement of it
 * @param keys what its shapes mean, and what it leaves out; plain texts, as hostile as the
 *     picture's
 * @param whole whether it has what the picture itself has no room for
 */
public record Mermaid(String source, List<String> keys, boolean whole) {

  /** Copies the collection. */
  public Mermaid {
    keys = List.copyOf(keys);
  }

  Mermaid(String source, List<String> keys) {
    this(source, keys, false);
  }

  /**
   * Writes a picture; empty where Mermaid would show nothing: of work without dates, of numbers of
   * a single day, and of directories of which none lies in another.
   */
  public static Optional<Mermaid> of(Picture picture) {
    if (picture instanceof Bullets bullets) {
      return bullets.bullets().isEmpty()
          ? Optional.empty()
          : Optional.of(MermaidBullets.of(bullets));
    }
    if (picture instanceof Columns columns) {
      return MermaidChart.of(columns);
    }
    if (picture instanceof Lines lines) {
      return MermaidChart.of(lines);
    }
    if (picture instanceof Gantt gantt) {
      return gantt.axis().first().map(first -> MermaidGantt.of(gantt, first));
    }
    if (picture instanceof Graph graph) {
      return Optional.of(MermaidFlowchart.of(graph));
    }
    if (picture instanceof Grid grid) {
      return Optional.of(MermaidShares.of(grid));
    }
    if (picture instanceof Lanes lanes) {
      return Optional.of(MermaidFlowchart.of(lanes));
    }
    if (picture instanceof Strip strip) {
      return Optional.of(MermaidShares.of(strip));
    }
    return picture instanceof Tree tree
        ? MermaidFlowchart.of(tree)
        : Optional.of(MermaidFlowchart.of((Matrix) picture));
  }
}
