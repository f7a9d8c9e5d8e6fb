package dev.coord.site;

import dev.coord.site.model.Block;
import dev.coord.site.model.Page;
import java.util.List;
import java.util.stream.Stream;

/** The pictures of pages, for tests. */
final class Figures {

  private Figures() {}

  /** All pictures of a page, in order. */
  static List<Block.Figure> of(Page page) {
    return of(page.blocks()).toList();
  }

  private static Stream<Block.Figure> of(List<Block> blocks) {
    return blocks.stream()
        .flatMap(
            block ->
                block instanceof Block.Section section
                    ? of(section.blocks())
                    : block instanceof Block.Figure figure ? Stream.of(figure) : Stream.empty());
  }

  /** The one picture of a page. */
  static Block.Figure one(Page page) {
    List<Block.Figure> figures = of(page);
    if (figures.size() != 1) {
      throw new AssertionError("not one picture: " + figures);
    }
    return figures.get(0);
  }
}
