package dev.coord.site.render.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.site.model.Bullets;
import dev.coord.site.model.Bullets.Bullet;
import dev.coord.site.model.Bullets.Range;
import dev.coord.site.model.Mark;
import dev.coord.site.model.Target;
import dev.coord.site.model.Tone;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BulletsDrawingTest {

  private static Bullet bullet(int value, int threshold, Range wanted) {
    Optional<Target> row = Optional.of(Target.page("gates", "coverage"));
    return new Bullet(
        new Mark("coverage.lines", Tone.BAD, "failed", row),
        "54.8%",
        ">= 80%",
        value,
        threshold,
        wanted);
  }

  private static DrawnPicture drawn(int value, int threshold, Range wanted) {
    return DrawnPicture.of(new Bullets(List.of(bullet(value, threshold, wanted))));
  }

  @Test
  void a_bar_is_as_long_as_its_value_and_a_line_stands_at_the_threshold() {
    DrawnPicture drawn = drawn(548, 800, new Range(800, 1000));

    assertThat(drawn.all(".full", "width")).containsExactly("54.8%");
    assertThat(drawn.all(".now", "x1")).containsExactly("80%").isEqualTo(drawn.all(".now", "x2"));
  }

  @Test
  void a_frame_shows_on_which_side_of_the_threshold_the_value_is_to_be() {
    assertThat(drawn(548, 800, new Range(800, 1000)).all(".wanted", "x")).containsExactly("80%");
    assertThat(drawn(548, 800, new Range(0, 800)).all(".wanted", "width")).containsExactly("80%");
    assertThat(drawn(548, 0, new Range(0, 0)).texts()).hasSize(2);
    assertThat(drawn(548, 0, new Range(0, 0)).svg().select(".wanted")).isEmpty();
    assertThat(drawn(548, 0, new Range(0, 0)).keys())
        .containsExactly("failed", "measured", "required");
  }

  @Test
  void sign_and_words_say_what_the_colour_says() {
    DrawnPicture drawn = drawn(548, 800, new Range(800, 1000));

    assertThat(drawn.texts()).containsExactly("✕", "coverage.lines 54.8%, required >= 80%");
    assertThat(drawn.svg().select("a > title").text())
        .isEqualTo("coverage.lines: failed, 54.8%, required >= 80%");
    assertThat(drawn.keys()).containsExactly("failed", "measured", "required", "where it is to be");
  }

  @ParameterizedTest
  @CsvSource({"0, 0.2%", "1000, 99.8%"})
  void a_line_at_either_end_is_seen(int threshold, String place) {
    assertThat(drawn(500, threshold, new Range(0, 1000)).all(".now", "x1")).containsExactly(place);
  }

  @Test
  void what_is_not_nothing_is_seen() {
    assertThat(drawn(1, 800, new Range(800, 1000)).all(".full", "width")).containsExactly("0.2%");
    assertThat(drawn(0, 800, new Range(800, 1000)).svg().select("rect")).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 24})
  void bars_stay_inside_the_picture(int number) {
    DrawnPicture drawn = DrawnPicture.of(SamplePictures.bullets("coverage.lines", number));
    int height = Integer.parseInt(drawn.svg().attr("height"));

    assertThat(drawn.shares("rect", "y")).hasSizeGreaterThan(number);
    assertThat(drawn.shares("rect", "y")).allMatch(y -> y >= 0 && y + 16 <= height);
  }
}
