package dev.coord.site.render.picture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Grids, lanes and matrices: what stands in boxes. */
class CellsDrawingTest {

  @ParameterizedTest
  @ValueSource(ints = {3, 300})
  void a_cell_of_a_grid_names_three_and_counts_the_others(int marks) {
    DrawnPicture drawn = DrawnPicture.of(SamplePictures.grid("risk", marks));

    assertThat(drawn.texts().stream().filter("risk"::equals)).hasSize(3);
    assertThat(drawn.texts().contains("and 297 more")).isEqualTo(marks == 300);
    assertThat(drawn.texts()).contains(Integer.toString(marks), "likely", "risk →");
  }

  @Test
  void cells_stand_side_by_side_and_say_how_much_they_matter() {
    DrawnPicture drawn = DrawnPicture.of(SamplePictures.grid("risk", 1));

    assertThat(drawn.shares("rect", "x")).containsExactly(0.0, 50.0, 0.0, 50.0);
    assertThat(drawn.all("rect", "class"))
        .containsExactly(
            "cell bad", "cell empty neutral", "cell empty neutral", "cell empty neutral");
    assertThat(drawn.texts().stream().filter(text -> text.matches("[14]"))).hasSize(5);
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 300})
  void lanes_hold_their_boxes_and_stand_below_each_other(int boxes) {
    DrawnPicture drawn = DrawnPicture.of(SamplePictures.lanes("x", boxes));
    int second = Integer.parseInt(drawn.all(".lane", "y").get(1));

    assertThat(drawn.all(".box", "y")).hasSize(boxes + 1);
    assertThat(drawn.shares(".box", "y").subList(0, boxes)).allMatch(y -> y + 38 < second);
    assertThat(drawn.shares(".box", "y").get(boxes)).isGreaterThan(second);
    assertThat(drawn.shares(".box", "x")).allMatch(x -> x >= 0 && x + 32 <= 100);
    assertThat(drawn.texts()).contains("and 5 more");
    assertThat(drawn.svg().select(".tip")).hasSize(1);
  }

  @Test
  void a_matrix_has_a_cell_for_each_pair_and_says_what_is_between_them() {
    DrawnPicture drawn = DrawnPicture.of(SamplePictures.matrix("x", 3));

    assertThat(drawn.all("a > .cell", "x")).containsExactly("172", "202");
    assertThat(drawn.all("a > .cell", "y")).containsExactly("31", "61");
    assertThat(drawn.svg().select(".empty")).hasSize(3);
    assertThat(drawn.texts()).contains("1 x", "2 x", "3 x", "2");
    assertThat(drawn.drawing().wide()).isTrue();
  }

  @Test
  void a_matrix_of_300_stays_inside_its_picture() {
    DrawnPicture drawn = DrawnPicture.of(SamplePictures.matrix("x", 300));
    int width = Integer.parseInt(drawn.svg().attr("width"));

    assertThat(drawn.shares(".cell", "x")).isNotEmpty().allMatch(x -> x + 28 <= width);
  }
}
