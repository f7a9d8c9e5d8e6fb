package dev.coord.site.render.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.site.model.Axis;
import dev.coord.site.model.Columns;
import dev.coord.site.model.Columns.ColumnRow;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ColumnsDrawingTest {

  private static Columns columns(int most, List<Integer> values) {
    Axis axis = new Axis(Optional.of(SamplePictures.MONDAY), values.size());
    return new Columns(axis, most, List.of(new ColumnRow(SamplePictures.mark("x", 0), values)));
  }

  @Test
  void all_rows_have_one_measure_and_a_single_commit_can_be_seen_beside_thousands() {
    DrawnPicture drawn = DrawnPicture.of(columns(1_000, List.of(1_000, 0, 500, 1)));

    assertThat(drawn.all("a svg path", "d"))
        .containsExactly("M6 1000v-1000h40v1000zM500 1000v-500h40v500zM747 1000v-140h40v140z");
  }

  @Test
  void days_are_named_above_and_the_key_tells_what_the_highest_column_stands_for() {
    DrawnPicture drawn = DrawnPicture.of(SamplePictures.columns("x", 1));

    assertThat(drawn.texts()).startsWith("2026-11-16");
    assertThat(drawn.keys()).containsExactly("one day; the highest is 1000");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 60, 300, 3_000})
  void columns_stay_inside_and_each_has_a_width(int days) {
    DrawnPicture drawn =
        DrawnPicture.of(columns(2, IntStream.range(0, days).mapToObj(day -> 1 + day % 2).toList()));
    String outline = drawn.all("a svg path", "d").get(0);
    String last = outline.substring(outline.lastIndexOf('M') + 1);
    int width = Integer.parseInt(last.replaceAll(".*h([0-9]+)v.*", "$1"));

    assertThat(width).isPositive();
    assertThat(Integer.parseInt(last.split(" ")[0]) + width).isLessThanOrEqualTo(1_000);
  }

  @Test
  void a_row_is_six_elements_however_many_days_it_has() {
    int one = Drawing.elements(SamplePictures.figure("x", SamplePictures.columns("x", 1)));
    int two = Drawing.elements(SamplePictures.figure("x", SamplePictures.columns("x", 2)));

    assertThat(two - one).isEqualTo(7);
  }
}
