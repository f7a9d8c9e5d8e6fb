package dev.coord.site.render.picture;

import static dev.coord.site.render.picture.Svg.pixels;

import dev.coord.site.model.Mark;
import dev.coord.site.model.Matrix;
import dev.coord.site.model.Matrix.Pair;
import dev.coord.site.render.picture.Svg.Anchor;
import java.util.List;

/** Draws what is between each two of several things: each has a number, and a row and a column. */
final class MatrixDrawing {

  private static final int NAMES = 172;
  private static final int CELL = 30;
  private static final int LONGEST = 20;

  private MatrixDrawing() {}

  static Drawing of(Matrix matrix, Sheet sheet) {
    Svg svg = sheet.svg();
    List<Mark> marks = matrix.marks();
    int size = marks.size();
    for (int row = 0; row < size; row++) {
      int number = row + 1;
      int y = row * CELL;
      String name = number + " " + Shortened.to(LONGEST, marks.get(row).name());
      svg.marked(marks.get(row), () -> svg.label("", Anchor.START, pixels(0), y + 20, name));
      for (int column = 0; column < row; column++) {
        svg.rect("cell empty", pixels(x(column)), y + 1, pixels(CELL - 2), CELL - 2);
      }
      String over = Integer.toString(number);
      svg.label("quiet", Anchor.MIDDLE, pixels(x(row) + CELL / 2), y + 20, over);
    }
    for (Pair pair : matrix.pairs()) {
      int y = pair.other() * CELL;
      long x = x(pair.one());
      svg.marked(
          pair.mark(),
          () -> {
            svg.rect("cell", pixels(x), y + 1, pixels(CELL - 2), CELL - 2);
            svg.label("in", Anchor.MIDDLE, pixels(x + CELL / 2 - 1), y + 19, pair.sign());
          });
    }
    return sheet.wide(NAMES + (long) size * CELL + 2, (long) size * CELL + 4);
  }

  private static long x(int column) {
    return NAMES + (long) column * CELL;
  }
}
