package dev.coord.site.render.picture;

import static dev.coord.site.render.picture.Svg.permille;

import dev.coord.site.model.Mark;
import dev.coord.site.model.Strip;
import dev.coord.site.render.picture.Svg.Anchor;
import java.util.List;

/** Draws many things as cells with a sign, so many beside each other that one fits a finger. */
final class StripDrawing {

  private static final int WHOLE = 1000;
  private static final int ROW = 30;
  private static final int CELL = 26;
  private static final int GAP = 6;

  /** Cells beside each other: of few, each has some width; of many, a phone holds them. */
  private static final int FEWEST = 4;

  private static final int MOST = 12;

  private StripDrawing() {}

  static Drawing of(Strip strip, Sheet sheet) {
    List<Mark> marks = strip.marks();
    int columns = Math.max(FEWEST, Math.min(MOST, marks.size()));
    int width = WHOLE / columns;
    Svg svg = sheet.svg();
    for (int i = 0; i < marks.size(); i++) {
      Mark mark = marks.get(i);
      long x = (long) i % columns * width;
      long y = (long) (i / columns) * ROW + 1;
      svg.marked(
          mark,
          () -> {
            svg.rect("cell", permille(x + 1), y, permille(width - GAP), CELL);
            String middle = permille(x + (width - GAP) / 2);
            svg.label("in strong", Anchor.MIDDLE, middle, y + 18, ToneSigns.of(mark));
          });
    }
    ToneSigns.keys(marks, sheet);
    return sheet.fitting((marks.size() + columns - 1L) / columns * ROW);
  }
}
