package dev.coord.site.render.picture;

import dev.coord.site.model.Block;
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
import dev.coord.site.model.Target;
import dev.coord.site.model.Tree;
import java.util.List;
import java.util.Optional;

/**
 * A picture as drawn.
 *
 * @param svg an element, safe in HTML
 * @param wide whether it is wider than a phone, so that it scrolls in a frame of its own
 * @param keys what its shapes mean
 */
public record Drawing(String svg, boolean wide, List<Key> keys) {

  /**
   * A shape and what it means.
   *
   * @param svg the shape, safe in HTML
   * @param text plain
   */
  public record Key(String svg, String text) {}

  /** Copies the collection. */
  public Drawing {
    keys = List.copyOf(keys);
  }

  /** A page that has every address and no text, to count elements. */
  private static final Surroundings COUNTED =
      new Surroundings() {
        @Override
        public String text(String text) {
          return "";
        }

        @Override
        public Optional<String> href(Target target) {
          return Optional.of("");
        }
      };

  /** Draws a figure's picture. */
  public static Drawing of(Block.Figure figure, Surroundings page) {
    Sheet sheet = new Sheet(figure, page);
    Picture picture = figure.picture();
    if (picture instanceof Bullets bullets) {
      return BulletsDrawing.of(bullets, sheet);
    }
    if (picture instanceof Gantt gantt) {
      return GanttDrawing.of(gantt, sheet);
    }
    if (picture instanceof Graph graph) {
      return GraphDrawing.of(graph, sheet);
    }
    if (picture instanceof Lines lines) {
      return LinesDrawing.of(lines, sheet);
    }
    if (picture instanceof Columns columns) {
      return ColumnsDrawing.of(columns, sheet);
    }
    if (picture instanceof Strip strip) {
      return StripDrawing.of(strip, sheet);
    }
    if (picture instanceof Tree tree) {
      return TreeDrawing.of(tree, sheet);
    }
    if (picture instanceof Grid grid) {
      return GridDrawing.of(grid, sheet);
    }
    return picture instanceof Lanes lanes
        ? LanesDrawing.of(lanes, sheet)
        : MatrixDrawing.of((Matrix) picture, sheet);
  }

  /** How many elements a figure has, without the words around the picture. */
  public static int elements(Block.Figure figure) {
    Drawing drawing = of(figure, COUNTED);
    int elements = opened(drawing.svg());
    for (Key key : drawing.keys()) {
      elements += 1 + opened(key.svg());
    }
    return elements;
  }

  private static int opened(String svg) {
    int elements = 0;
    for (int at = svg.indexOf('<'); at >= 0; at = svg.indexOf('<', at + 1)) {
      elements += svg.charAt(at + 1) == '/' ? 0 : 1;
    }
    return elements;
  }
}
