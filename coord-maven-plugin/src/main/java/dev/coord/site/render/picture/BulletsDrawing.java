package dev.coord.site.render.picture;

import static dev.coord.site.render.picture.Svg.permille;
import static dev.coord.site.render.picture.Svg.pixels;

import dev.coord.site.model.Bullets;
import dev.coord.site.model.Bullets.Bullet;
import dev.coord.site.model.Mark;
import dev.coord.site.render.picture.Svg.Anchor;

/**
 * Draws numbers against thresholds: above each bar its sign, its name and both numbers, which a
 * phone has room for; a frame around where the number is to be, and a line across at the threshold.
 */
final class BulletsDrawing {

  private static final int WHOLE = 1000;
  private static final int ROW = 46;
  private static final int NAME = 14;
  private static final int TOP = 21;
  private static final int HEIGHT = 16;
  private static final int BAR = 6;
  private static final int SIGN = 18;

  /** So much of the scale is seen of what is not nothing, and of the line at either end. */
  private static final int LEAST = 2;

  private static final int LONGEST_NAME = 24;
  private static final int LONGEST_NOTE = 28;

  private final Bullets bullets;
  private final Sheet sheet;
  private final Svg svg;

  private BulletsDrawing(Bullets bullets, Sheet sheet) {
    this.bullets = bullets;
    this.sheet = sheet;
    this.svg = sheet.svg();
  }

  static Drawing of(Bullets bullets, Sheet sheet) {
    return new BulletsDrawing(bullets, sheet).draw();
  }

  private Drawing draw() {
    int y = 0;
    for (Bullet bullet : bullets.bullets()) {
      int top = y;
      svg.marked(told(bullet), () -> bullet(bullet, top));
      y += ROW;
    }
    ToneSigns.keys(bullets.bullets().stream().map(Bullet::mark).toList(), sheet);
    sheet.key("measured", key -> key.rect("full", "1", 4, "22", 4));
    sheet.key("required", key -> key.line("now", "12", 0, "12", 12));
    if (bullets.bullets().stream().anyMatch(bullet -> isWide(bullet.wanted()))) {
      sheet.key("where it is to be", key -> key.rect("wanted", "1", 1, "22", 10));
    }
    return sheet.fitting(y);
  }

  /** The same with its numbers, for those who do not see the bar. */
  private static Mark told(Bullet bullet) {
    Mark mark = bullet.mark();
    return new Mark(mark.name(), mark.tone(), mark.note() + ", " + numbers(bullet), mark.target());
  }

  private static String numbers(Bullet bullet) {
    return bullet.measured() + ", required " + bullet.required();
  }

  /** Just one number has no width. */
  private static boolean isWide(Bullets.Range range) {
    return range.to() > range.from();
  }

  private void bullet(Bullet bullet, int y) {
    int top = y + TOP;
    Bullets.Range wanted = bullet.wanted();
    svg.rect("track", permille(0), top, permille(WHOLE), HEIGHT);
    if (isWide(wanted)) {
      svg.rect(
          "wanted", permille(wanted.from()), top, permille(wanted.to() - wanted.from()), HEIGHT);
    }
    if (bullet.value() > 0) {
      int length = Math.max(LEAST, bullet.value());
      svg.rect("full", permille(0), top + (HEIGHT - BAR) / 2, permille(length), BAR);
    }
    String at = permille(Math.max(LEAST, Math.min(WHOLE - LEAST, bullet.threshold())));
    svg.line("now", at, top - 2, at, top + HEIGHT + 2);
    svg.label("note strong", Anchor.START, pixels(0), y + NAME, ToneSigns.of(bullet.mark()));
    String name = Shortened.to(LONGEST_NAME, bullet.mark().name());
    String note = Shortened.to(LONGEST_NOTE, numbers(bullet));
    svg.label("", Anchor.START, pixels(SIGN), y + NAME, name, note);
  }
}
