package dev.coord.site.render.picture;

import static dev.coord.site.render.picture.Svg.permille;

import dev.coord.site.model.Axis;
import dev.coord.site.model.Axis.Tick;
import dev.coord.site.render.picture.Svg.Anchor;

/** Where days are across a picture, in thousandths of its width, and their names above it. */
final class Days {

  private static final int WHOLE = 1000;
  private static final int MARGIN = 6;

  /** Most days that are named: as many dates fit beside each other on a phone. */
  private static final int TICKS = 4;

  /** The width of a date on a phone. */
  private static final int DATE = 210;

  private final Axis axis;

  Days(Axis axis) {
    this.axis = axis;
  }

  /** Where a day begins; one that lies outside is brought in. */
  long at(long day) {
    return MARGIN + axis.within(day) * (WHOLE - 2 * MARGIN) / axis.length();
  }

  /**
   * Draws a line for each of some days, and names as many of them as have room.
   *
   * @param height where the lines end, in pixels
   */
  void named(Svg svg, long height) {
    long free = 0;
    for (Tick tick : axis.ticks(TICKS)) {
      long at = at(tick.at());
      Anchor anchor = edge(at);
      long left = anchor == Anchor.START ? at : anchor == Anchor.END ? at - DATE : at - DATE / 2;
      svg.line("rule", permille(at), 18, permille(at), height);
      if (left >= free) {
        svg.label("quiet", anchor, permille(at), 12, tick.text());
        free = left + DATE;
      }
    }
  }

  /** Where a short text goes that must not leave the picture. */
  private static Anchor edge(long at) {
    return at < WHOLE / 8 ? Anchor.START : at > WHOLE * 7 / 8 ? Anchor.END : Anchor.MIDDLE;
  }
}
