package dev.coord.site.render.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.site.model.Strip;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StripDrawingTest {

  private static DrawnPicture strip(int marks) {
    return DrawnPicture.of(
        Strip.of(
            IntStream.range(0, marks).mapToObj(i -> SamplePictures.mark("g" + i, i)).toList(),
            marks));
  }

  @Test
  void each_has_a_sign_so_that_no_colour_alone_tells() {
    assertThat(strip(6).texts()).containsExactly("✓", "✕", "!", "?", "i", "–");
    assertThat(strip(6).keys()).containsExactly("g0", "g1", "g2", "g3", "g4", "g5");
  }

  @Test
  void each_is_named_and_leads_to_its_row() {
    assertThat(strip(2).svg().select("a > title").eachText())
        .isEqualTo(List.of("g0: g0", "g1: g1"));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 84, 300})
  void cells_stay_inside_and_none_is_narrower_than_a_fingertip_on_a_phone(int marks) {
    DrawnPicture drawn = strip(marks);
    int height = Integer.parseInt(drawn.svg().attr("height"));

    assertThat(drawn.all(".cell", "x")).hasSize(marks);
    assertThat(drawn.shares(".cell", "width")).allMatch(width -> width * 3.4 >= 24);
    assertThat(drawn.shares(".cell", "x"))
        .allMatch(x -> x + drawn.shares(".cell", "width").get(0) <= 100);
    assertThat(drawn.shares(".cell", "y")).allMatch(y -> y + 26 <= height);
  }
}
