package dev.coord.site.render.picture;

import dev.coord.site.model.Bullets;
import dev.coord.site.model.Bullets.Bullet;
import dev.coord.site.model.Mark;
import dev.coord.site.model.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes numbers against thresholds as a Gantt chart, the only one of Mermaid's with points: in its
 * charts of two axes a line would join thresholds that have nothing to do with each other. The
 * scale of each number is a thousand years, whose marks say nothing.
 */
final class MermaidBullets {

  private static final int YEAR = 1000;

  private static final int LONGEST_NAME = 24;
  private static final int LONGEST_NUMBER = 16;

  private MermaidBullets() {}

  static Mermaid of(Bullets bullets) {
    StringBuilder out =
        new StringBuilder("gantt\n  dateFormat YYYY\n  axisFormat ·\n  todayMarker off\n");
    for (Bullet bullet : bullets.bullets()) {
      String name = Shortened.to(LONGEST_NAME, bullet.mark().name());
      String measured = Shortened.to(LONGEST_NUMBER, bullet.measured());
      String required = Shortened.to(LONGEST_NUMBER, bullet.required());
      out.append("  ").append(MermaidGantt.task(name + " " + measured)).append(" :");
      out.append(isBad(bullet) ? "crit, " : "");
      out.append(YEAR).append(", ").append(YEAR + bullet.value()).append('\n');
      out.append("  ").append(MermaidGantt.task("required " + required)).append(" :milestone, ");
      out.append(YEAR + bullet.threshold()).append(", 0d\n");
    }
    List<String> keys = new ArrayList<>(List.of("bars: measured", "diamonds: required"));
    String bad =
        bullets.bullets().stream()
            .filter(MermaidBullets::isBad)
            .map(Bullet::mark)
            .map(Mark::note)
            .distinct()
            .collect(Collectors.joining(", "));
    if (!bad.isEmpty()) {
      keys.add("crit: " + bad);
    }
    return new Mermaid(out.toString(), keys);
  }

  private static boolean isBad(Bullet bullet) {
    return bullet.mark().tone() == Tone.BAD;
  }
}
