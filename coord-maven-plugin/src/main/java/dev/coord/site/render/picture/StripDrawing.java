package dev.coord.site.render.picture;

import static dev.coord.site.render.picture.Svg.permille;
import static dev.coord.site.render.picture.Svg.pixels;

import dev.coord.site.Mark;
import dev.coord.site.Strip;
import dev.coord.site.Tone;
import dev.coord.site.render.picture.Svg.Anchor;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Draws many things as cells with a sign, so many beside each other that one fits a finger. */
final class StripDrawing {

  private static final int WHOLE = 1000;
  private static final int ROW = 30;
  private static final int CELL = 26;
  private static final int GAP = 6;

  /** Cells beside each other: of few, each has some width; of many, a phone holds them. */
  private static final int FEWEST = 4;

  private static final int MOST = 12;

  private static final Map<Tone, String> SIGNS =
      Map.of(
          Tone.BAD, "✕",
          Tone.UNKNOWN, "?",
          Tone.WARNING, "!",
          Tone.INFO, "i",
          Tone.GOOD, "✓",
          Tone.NEUTRAL, "–");

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
            String sign = SIGNS.get(mark.tone());
            svg.label("in strong", Anchor.MIDDLE, permille(x + (width - GAP) / 2), y + 18, sign);
          });
    }
    marks.stream().map(Mark::tone).distinct().forEach(tone -> key(tone, marks, sheet));
    return sheet.fitting((marks.size() + columns - 1L) / columns * ROW);
  }

  /** A sign with all that is said of those that bear it. */
  private static void key(Tone tone, List<Mark> marks, Sheet sheet) {
    String said =
        marks.stream()
            .filter(mark -> mark.tone() == tone)
            .map(Mark::note)
            .distinct()
            .collect(Collectors.joining(", "));
    sheet.key(
        said,
        key -> {
          key.rect("cell " + tone.word(), "5", 0, "14", 12);
          key.label("in", Anchor.MIDDLE, pixels(12), 10, SIGNS.get(tone));
        });
  }
}
