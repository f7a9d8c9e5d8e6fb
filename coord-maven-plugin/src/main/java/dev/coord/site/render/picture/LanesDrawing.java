package dev.coord.site.render.picture;

import static dev.coord.site.render.picture.Svg.permille;

import dev.coord.site.model.Lanes;
import dev.coord.site.model.Lanes.Lane;
import dev.coord.site.model.Mark;
import dev.coord.site.render.picture.Svg.Anchor;

/** Draws steps below each other, what is in each of them side by side. */
final class LanesDrawing {

  private static final int WHOLE = 1000;
  private static final int HEAD = 24;
  private static final int BOX = 38;
  private static final int ROW = BOX + 8;
  private static final int GAP = 20;

  /** Boxes beside each other: on a phone, each has room for a name. */
  private static final int COLUMNS = 3;

  private static final int MARGIN = 8;
  private static final int SPACE = 12;
  private static final int LONGEST_NAME = 14;
  private static final int LONGEST_NOTE = 19;
  private static final int LONGEST_HEAD = 28;

  private final Svg svg;
  private final long width = (WHOLE - 2 * MARGIN - (COLUMNS - 1) * SPACE) / COLUMNS;

  private LanesDrawing(Svg svg) {
    this.svg = svg;
  }

  static Drawing of(Lanes lanes, Sheet sheet) {
    LanesDrawing drawing = new LanesDrawing(sheet.svg());
    long y = 0;
    for (int i = 0; i < lanes.lanes().size(); i++) {
      y = drawing.lane(lanes.lanes().get(i), y, i + 1 < lanes.lanes().size());
    }
    return sheet.fitting(y);
  }

  private static long rows(Lane lane) {
    int boxes = lane.marks().size() + (lane.more() > 0 ? 1 : 0);
    return (boxes + COLUMNS - 1L) / COLUMNS;
  }

  /** Returns where the next one begins. */
  private long lane(Lane lane, long y, boolean next) {
    long height = HEAD + rows(lane) * ROW + 4;
    svg.rect("lane", permille(2), y + 1, permille(WHOLE - 4), height - 1);
    String head = Shortened.to(LONGEST_HEAD, lane.head().name());
    svg.marked(
        lane.head(),
        () -> svg.label("in strong", Anchor.START, permille(12), y + 17, head, lane.head().note()));
    for (int i = 0; i < lane.marks().size(); i++) {
      box(lane.marks().get(i), x(i), y + HEAD + (long) (i / COLUMNS) * ROW);
    }
    if (lane.more() > 0) {
      int last = lane.marks().size();
      long line = y + HEAD + (long) (last / COLUMNS) * ROW + 24;
      svg.label("in", Anchor.START, permille(x(last) + 16), line, "and " + lane.more() + " more");
    }
    if (next) {
      svg.shape("tip", permille(WHOLE / 2), y + height + 4, "M-7 0h14l-7 9z");
    }
    return y + height + (next ? GAP : 2);
  }

  private long x(int number) {
    return MARGIN + number % COLUMNS * (width + SPACE);
  }

  private void box(Mark mark, long x, long y) {
    svg.marked(
        mark,
        () -> {
          svg.rect("box", permille(x), y, permille(width), BOX);
          String name = Shortened.to(LONGEST_NAME, mark.name());
          svg.label("in", Anchor.START, permille(x + 16), y + 16, name);
          String note = Shortened.to(LONGEST_NOTE, mark.note());
          svg.label("in note", Anchor.START, permille(x + 16), y + 31, note);
        });
  }
}
