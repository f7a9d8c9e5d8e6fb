package dev.coord.site.render.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.site.model.Axis;
import dev.coord.site.model.Lines;
import dev.coord.site.model.Lines.Series;
import dev.coord.site.model.Lines.Value;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LinesDrawingTest {

  @Test
  void a_number_holds_until_the_next_one_and_to_the_end() {
    DrawnPicture drawn = DrawnPicture.of(SamplePictures.lines("x"));

    assertThat(drawn.all(".series", "d"))
        .containsExactly("M0 625H500V500H1000", "M0 500H500V0H1000");
    assertThat(drawn.all(".ground", "d")).containsExactly("M0 625H500V500H1000V1000H0z");
  }

  @Test
  void lines_have_looks_and_keys_of_their_own_and_the_first_and_last_day_are_named() {
    DrawnPicture drawn = DrawnPicture.of(SamplePictures.lines("x"));

    assertThat(drawn.all(".series", "class")).containsExactly("series first", "series second");
    assertThat(drawn.keys()).hasSize(2);
    assertThat(drawn.texts()).containsExactly("0", "4", "8", "2026-11-16", "2026-11-25");
  }

  @Test
  void three_hundred_days_are_one_line() {
    Series many =
        new Series("x", false, LongStream.range(0, 300).mapToObj(i -> new Value(i, i)).toList());
    Lines lines = new Lines(new Axis(Optional.of(SamplePictures.MONDAY), 300), 300, List.of(many));

    assertThat(DrawnPicture.of(lines).all(".series", "d")).hasSize(1);
    assertThat(Drawing.elements(SamplePictures.figure("x", lines))).isLessThan(50);
  }
}
