package dev.coord.site.render.picture;

import dev.coord.site.model.Block;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What a picture is drawn on: its elements, and the keys to its shapes. */
final class Sheet {

  /** Width and height of a key's shape, in pixels. */
  static final int KEY_WIDTH = 24;

  static final int KEY_HEIGHT = 12;

  private final Block.Figure figure;
  private final Surroundings page;
  private final Svg svg;
  private final List<Drawing.Key> keys = new ArrayList<>();

  Sheet(Block.Figure figure, Surroundings page) {
    this.figure = figure;
    this.page = page;
    this.svg = new Svg(page);
  }

  Svg svg() {
    return svg;
  }

  /** A shape and what it means. */
  Sheet key(String text, Consumer<Svg> shape) {
    Svg small = new Svg(page);
    shape.accept(small);
    keys.add(new Drawing.Key(small.sign(KEY_WIDTH, KEY_HEIGHT), text));
    return this;
  }

  /**
   * A picture as wide as the page.
   *
   * @param height in pixels
   */
  Drawing fitting(long height) {
    return new Drawing(svg.fitting(figure.title(), figure.description(), height), false, keys);
  }

  /**
   * A picture with a width of its own.
   *
   * @param width in pixels
   * @param height in pixels
   */
  Drawing wide(long width, long height) {
    return new Drawing(svg.wide(figure.title(), figure.description(), width, height), true, keys);
  }
}
