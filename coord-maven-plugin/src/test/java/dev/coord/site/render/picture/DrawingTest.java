package dev.coord.site.render.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.site.model.Block;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for pictures of all kinds. */
class DrawingTest {

  private static final String HOSTILE = "</title><script>alert(1)</script>\" onload=\"alert(1)";

  static Stream<Block.Figure> figures() {
    return SamplePictures.saying("plain").stream().map(Block.Figure.class::cast);
  }

  @ParameterizedTest
  @MethodSource("figures")
  void a_picture_begins_with_what_it_is_called_and_what_one_is_to_see(Block.Figure figure) {
    DrawnPicture drawn = DrawnPicture.of(figure);

    assertThat(drawn.svg().child(0).outerHtml()).isEqualTo("<title>plain</title>");
    assertThat(drawn.svg().child(1).outerHtml()).isEqualTo("<desc>plain</desc>");
  }

  /** A role of img would hide the links from those who cannot see the picture. */
  @ParameterizedTest
  @MethodSource("figures")
  void a_picture_that_leads_somewhere_is_a_group_and_any_other_an_image(Block.Figure figure) {
    DrawnPicture drawn = DrawnPicture.of(figure);
    boolean leads = !drawn.svg().select("a[href]").isEmpty();

    assertThat(drawn.svg().attr("role")).isEqualTo(leads ? "group" : "img");
  }

  @ParameterizedTest
  @MethodSource("figures")
  void a_picture_has_no_colour_and_no_style_of_its_own(Block.Figure figure) {
    DrawnPicture drawn = DrawnPicture.of(figure);

    assertThat(drawn.svg().select("[class]")).isNotEmpty();
    assertThat(drawn.svg().select("[style], [fill], [stroke], style, script, image, use"))
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("figures")
  void places_are_whole_pixels_or_thousandths_of_the_width(Block.Figure figure) {
    DrawnPicture drawn = DrawnPicture.of(figure);

    assertThat(
            Stream.of("x", "x1", "x2", "y", "y1", "y2", "width", "height")
                .flatMap(attribute -> drawn.all("[" + attribute + "]", attribute).stream())
                .toList())
        .isNotEmpty()
        .allMatch(place -> place.matches("-?[0-9]+(\\.[0-9]%|%)?"));
    assertThat(drawn.all("path", "d")).allMatch(d -> d.matches("[-MLHVCQhvlz0-9 ]+"));
  }

  @Test
  void a_text_adds_no_element_to_any_picture() {
    List<Block> plain = SamplePictures.saying("plain");
    List<Block> hostile = SamplePictures.saying(HOSTILE);

    for (int i = 0; i < plain.size(); i++) {
      DrawnPicture drawn = DrawnPicture.of((Block.Figure) hostile.get(i));
      assertThat(elements(drawn)).isEqualTo(elements(DrawnPicture.of((Block.Figure) plain.get(i))));
      assertThat(drawn.svg().selectFirst("title").text()).isEqualTo(HOSTILE);
    }
  }

  private static List<String> elements(DrawnPicture drawn) {
    return drawn.svg().getAllElements().stream()
        .map(e -> e.tagName() + e.attributes().asList().stream().map(a -> a.getKey()).toList())
        .toList();
  }

  @Test
  void the_elements_of_a_figure_are_counted_with_those_of_its_keys() {
    Block.Figure figure = SamplePictures.figure("x", SamplePictures.gantt("x", 3));
    Drawing drawing = DrawnPicture.of(figure).drawing();
    int keys =
        drawing.keys().stream().mapToInt(key -> 1 + key.svg().split("<[a-z]").length - 1).sum();

    assertThat(Drawing.elements(figure))
        .isEqualTo(DrawnPicture.of(figure).svg().getAllElements().size() + keys);
  }
}
