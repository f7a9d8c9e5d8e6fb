package dev.coord.site.render.picture;

import static dev.coord.site.render.picture.MermaidTest.drawn;
import static dev.coord.site.render.picture.MermaidTest.source;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.site.model.Bullets;
import dev.coord.site.model.Bullets.Bullet;
import dev.coord.site.model.Mark;
import dev.coord.site.model.Tone;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Numbers against thresholds as a chart of Mermaid. */
class MermaidBulletsTest {

  private static Bullet bullet(String name, Tone tone, String note, int value, int threshold) {
    return new Bullet(
        new Mark(name, tone, note, Optional.empty()),
        value / 10.0 + " %",
        "≥ " + threshold / 10 + " %",
        value,
        threshold,
        new Bullets.Range(threshold, 1000));
  }

  @Test
  void each_number_has_a_bar_and_its_threshold_a_point_that_nothing_joins_to_others() {
    Bullets bullets =
        new Bullets(
            List.of(
                bullet("coverage.lines", Tone.BAD, "failed", 548, 600),
                bullet("coverage.branches", Tone.GOOD, "passed", 712, 500)));

    assertThat(source(bullets))
        .isEqualTo(
            """
            gantt
              dateFormat YYYY
              axisFormat ·
              todayMarker off
              coverage.lines 54.8 % :crit, 1000, 1548
              required ≥ 60 % :milestone, 1600, 0d
              coverage.branches 71.2 % :1000, 1712
              required ≥ 50 % :milestone, 1500, 0d
            """);
    assertThat(drawn(bullets).keys())
        .containsExactly("bars: measured", "diamonds: required", "crit: failed");
  }

  @Test
  void a_single_number_has_a_chart_and_none_has_no() {
    assertThat(source(new Bullets(List.of(bullet("a: b; c", Tone.GOOD, "passed", 0, 0)))))
        .contains("  a#58; b#59; c 0.0 % :1000, 1000\n");
    assertThat(Mermaid.of(new Bullets(List.of()))).isEqualTo(Optional.empty());
  }

  @Test
  void long_texts_leave_room_for_the_bars_of_a_phone() {
    Bullet long1 =
        new Bullet(
            new Mark("n".repeat(80), Tone.GOOD, "passed", Optional.empty()),
            "9".repeat(80),
            "≥ " + "8".repeat(80),
            1,
            2,
            new Bullets.Range(2, 1000));

    assertThat(source(new Bullets(List.of(long1))).lines())
        .contains(
            "  " + "n".repeat(23) + "… " + "9".repeat(15) + "… :1000, 1001",
            "  required ≥ " + "8".repeat(13) + "… :milestone, 1002, 0d");
  }
}
