package dev.coord.site.render.picture;

import static dev.coord.site.render.picture.Svg.permille;

import dev.coord.site.model.Grid;
import dev.coord.site.model.Grid.GridCell;
import dev.coord.site.model.Grid.GridRow;
import dev.coord.site.model.Mark;
import dev.coord.site.render.picture.Svg.Anchor;
import java.util.Locale;

/** Draws things by two of their properties: names where there is room, on a phone their number. */
final class GridDrawing {

  private static final int WHOLE = 1000;
  private static final int HEAD = 20;
  private static final int NAME = 18;
  private static final int CELL = 74;
  private static final int ROW = NAME + CELL + 6;
  private static final int LINE = 15;
  private static final int GAP = 6;

  /** Names in a cell, and letters of each. */
  private static final int NAMES = 3;

  private static final int LONGEST = 18;

  private final Grid grid;
  private final Svg svg;
  private final long width;

  private GridDrawing(Grid grid, Svg svg) {
    this.grid = grid;
    this.svg = svg;
    this.width = (long) WHOLE / grid.columns().size();
  }

  static Drawing of(Grid grid, Sheet sheet) {
    new GridDrawing(grid, sheet.svg()).draw();
    return sheet.fitting(HEAD + (long) grid.rows().size() * ROW + HEAD);
  }

  private void draw() {
    for (int i = 0; i < grid.rows().size(); i++) {
      GridRow row = grid.rows().get(i);
      long y = (long) i * ROW;
      svg.label("quiet", Anchor.START, permille(0), y + NAME - 5, row.name());
      for (int c = 0; c < row.cells().size(); c++) {
        cell(row.cells().get(c), c * width, y + NAME);
      }
    }
    long low = (long) grid.rows().size() * ROW + 10;
    for (int c = 0; c < grid.columns().size(); c++) {
      long middle = c * width + width / 2;
      svg.label("quiet", Anchor.MIDDLE, permille(middle), low, grid.columns().get(c));
    }
    svg.label("quiet", Anchor.END, permille(WHOLE), low + 18, grid.across() + " →");
  }

  private void cell(GridCell cell, long x, long y) {
    String tone = cell.tone().name().toLowerCase(Locale.ROOT);
    String look = cell.marks().isEmpty() ? "cell empty " : "cell ";
    svg.rect(look + tone, permille(x), y, permille(width - GAP), CELL);
    svg.label("quiet in", Anchor.END, permille(x + width - GAP - 8), y + CELL - 6, cell.word());
    int size = cell.marks().size();
    if (size == 0) {
      return;
    }
    for (int i = 0; i < Math.min(size, NAMES); i++) {
      Mark mark = cell.marks().get(i);
      long line = y + LINE * (i + 1L);
      svg.marked(
          mark,
          () ->
              svg.label(
                  "in far",
                  Anchor.START,
                  permille(x + 8),
                  line,
                  Shortened.to(LONGEST, mark.name())));
    }
    if (size > NAMES) {
      String more = "and " + (size - NAMES) + " more";
      svg.label("in far", Anchor.START, permille(x + 8), y + LINE * (NAMES + 1L), more);
    }
    svg.label("in near strong", Anchor.START, permille(x + 16), y + 24, Integer.toString(size));
  }
}
