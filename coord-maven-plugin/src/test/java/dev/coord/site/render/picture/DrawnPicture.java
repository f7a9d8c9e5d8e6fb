package dev.coord.site.render.picture;

import dev.coord.site.model.Block;
import dev.coord.site.model.Picture;
import dev.coord.site.model.Target;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.parser.Parser;

/** A picture as a browser would take it in. */
final class DrawnPicture {

  private static final Surroundings PAGE =
      new Surroundings() {
        @Override
        public String text(String text) {
          return Entities.escape(text);
        }

        @Override
        public Optional<String> href(Target target) {
          return target instanceof Target.ToPage page
              ? Optional.of(page.path() + ".html#" + page.fragment())
              : Optional.empty();
        }
      };

  private final Drawing drawing;
  private final Element svg;

  private DrawnPicture(Block.Figure figure) {
    drawing = Drawing.of(figure, PAGE);
    svg = Jsoup.parse(drawing.svg(), "", Parser.xmlParser()).child(0);
  }

  static DrawnPicture of(Picture picture) {
    return of(SamplePictures.figure("A picture", picture));
  }

  static DrawnPicture of(Block.Figure figure) {
    return new DrawnPicture(figure);
  }

  Drawing drawing() {
    return drawing;
  }

  Element svg() {
    return svg;
  }

  List<String> keys() {
    return drawing.keys().stream().map(Drawing.Key::text).toList();
  }

  /** The texts that are seen, in the order drawn. */
  List<String> texts() {
    return svg.select("text").eachText();
  }

  /** One attribute of all elements that a query finds. */
  List<String> all(String query, String attribute) {
    return svg.select(query).stream().map(e -> e.attr(attribute)).toList();
  }

  /** Places in thousandths of the width, that is, percentages without their sign. */
  List<Double> shares(String query, String attribute) {
    return all(query, attribute).stream()
        .map(value -> Double.valueOf(value.replace("%", "")))
        .toList();
  }
}
