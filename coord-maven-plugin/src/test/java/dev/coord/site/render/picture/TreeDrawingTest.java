package dev.coord.site.render.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.site.model.Tree;
import dev.coord.site.model.Tree.Branch;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TreeDrawingTest {

  @Test
  void what_lies_inside_stands_below_and_further_in_and_is_joined_to_what_it_lies_in() {
    DrawnPicture drawn = DrawnPicture.of(SamplePictures.tree("x", 4));

    assertThat(drawn.all("rect", "x")).containsExactly("1", "13", "25", "1");
    assertThat(drawn.all("rect", "y")).containsExactly("5", "29", "53", "77");
    assertThat(drawn.all(".edge", "d")).containsExactly("M6 15V34H13", "M18 39V58H25");
  }

  @Test
  void the_shape_tells_whose_it_is_and_the_key_says_so() {
    DrawnPicture drawn = DrawnPicture.of(SamplePictures.tree("x", 3));

    assertThat(drawn.all("rect", "class")).containsExactly("full", "bare", "late");
    assertThat(drawn.keys())
        .containsExactly("owned", "holds what is owned", "shared, protected or nobody's");
  }

  @Test
  void the_deepest_path_has_room_for_its_name_on_a_phone() {
    List<Branch> deep =
        IntStream.range(0, 40)
            .mapToObj(i -> new Branch(i, SamplePictures.mark("x", i), Branch.Kind.OWNED))
            .toList();

    assertThat(DrawnPicture.of(new Tree(deep)).shares("rect", "x"))
        .hasSize(40)
        .allMatch(x -> x < 80);
  }
}
