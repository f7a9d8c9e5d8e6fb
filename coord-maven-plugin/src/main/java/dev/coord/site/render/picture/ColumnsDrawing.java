package dev.coord.site.render.picture;

import static dev.coord.site.render.picture.Svg.permille;

import dev.coord.site.model.Columns;
import dev.coord.site.model.Columns.ColumnRow;
import dev.coord.site.render.picture.Svg.Anchor;

/**
 * Draws what happened on each day: a row of columns for each of several things, its name above it.
 * All rows have the same measure; what is not nothing can be seen, however little it is.
 */
final class ColumnsDrawing {

  private static final int WHOLE = 1000;
  private static final int HEAD = 22;
  private static final int ROW = 46;
  private static final int NAME = 14;
  private static final int TOP = 20;
  private static final int HEIGHT = 22;

  /** Of a row's height, in thousandths: three pixels. */
  private static final int LEAST = 140;

  /** Widest column, in thousandths of the width: the days of a short time are no walls. */
  private static final int WIDEST = 40;

  private static final int LONGEST_NAME = 26;
  private static final int LONGEST_NOTE = 28;

  private final Columns columns;
  private final Days days;
  private final Sheet sheet;
  private final Svg svg;

  private ColumnsDrawing(Columns columns, Sheet sheet) {
    this.columns = columns;
    this.days = new Days(columns.axis());
    this.sheet = sheet;
    this.svg = sheet.svg();
  }

  static Drawing of(Columns columns, Sheet sheet) {
    return new ColumnsDrawing(columns, sheet).draw();
  }

  private Drawing draw() {
    long height = HEAD + (long) columns.rows().size() * ROW;
    days.named(svg, height);
    for (int i = 0; i < columns.rows().size(); i++) {
      ColumnRow row = columns.rows().get(i);
      int y = HEAD + i * ROW;
      svg.marked(row.mark(), () -> row(row, y));
    }
    String most = "one day; the highest is " + columns.most();
    sheet.key(most, key -> key.path("full", "M4 12v-5h5v5zM14 12v-10h5v10z"));
    return sheet.fitting(height + 4);
  }

  private void row(ColumnRow row, int y) {
    String name = Shortened.to(LONGEST_NAME, row.mark().name());
    String note = Shortened.to(LONGEST_NOTE, row.mark().note());
    int foot = y + TOP + HEIGHT;
    svg.line("rule", permille(days.at(0)), foot, permille(days.at(columns.axis().length())), foot);
    svg.stretched("full", y + TOP, HEIGHT, outline(row));
    svg.label("", Anchor.START, permille(days.at(0)), y + NAME, name, note);
  }

  /** A gap of a sixth stands behind each column. */
  private String outline(ColumnRow row) {
    StringBuilder outline = new StringBuilder();
    for (int day = 0; day < row.values().size(); day++) {
      long value = row.values().get(day);
      if (value > 0) {
        long room = days.at(day + 1L) - days.at(day);
        long width = Math.min(WIDEST, Math.max(1, room - room / 6));
        long height = Math.max(LEAST, value * WHOLE / columns.most());
        outline.append('M').append(days.at(day)).append(' ').append(WHOLE);
        outline.append('v').append(-height).append('h').append(width);
        outline.append('v').append(height).append('z');
      }
    }
    return outline.toString();
  }
}
