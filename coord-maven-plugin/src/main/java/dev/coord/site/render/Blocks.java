package dev.coord.site.render;

import dev.coord.site.model.Block;
import java.util.List;

/** Takes blocks apart: into children, or into rows and other elements of one kind. */
final class Blocks {

  private Blocks() {}

  /** The blocks inside a block. */
  static List<Block> children(Block block) {
    if (block instanceof Block.Section section) {
      return section.blocks();
    }
    if (block instanceof Block.Callout callout) {
      return callout.blocks();
    }
    return block instanceof Block.Fold fold ? fold.blocks() : List.of();
  }

  /** A block with other children. */
  static Block with(Block block, List<Block> children) {
    if (block instanceof Block.Section section) {
      return new Block.Section(section.id(), section.heading(), children);
    }
    if (block instanceof Block.Callout callout) {
      return new Block.Callout(callout.tone(), callout.title(), children);
    }
    return new Block.Fold(((Block.Fold) block).summary(), children);
  }

  /** Whether a block may be shown in pieces; a numbered list would begin at one again. */
  static boolean isDivisible(Block block) {
    return !(block instanceof Block.Items items && items.ordered());
  }

  /** How many rows, items, definitions or tiles a block has. */
  static int size(Block block) {
    return elements(block).size();
  }

  private static List<?> elements(Block block) {
    if (block instanceof Block.Table table) {
      return table.rows();
    }
    if (block instanceof Block.Items items) {
      return items.items();
    }
    if (block instanceof Block.Definitions definitions) {
      return definitions.definitions();
    }
    return block instanceof Block.Tiles tiles ? tiles.tiles() : List.of();
  }

  /** A block with the elements of a range alone. */
  static Block slice(Block block, int from, int to) {
    if (block instanceof Block.Table t) {
      return new Block.Table(t.id(), t.caption(), t.columns(), t.rows().subList(from, to));
    }
    if (block instanceof Block.Items items) {
      return new Block.Items(items.ordered(), items.items().subList(from, to));
    }
    if (block instanceof Block.Definitions definitions) {
      return new Block.Definitions(definitions.definitions().subList(from, to));
    }
    Block.Tiles tiles = (Block.Tiles) block;
    return new Block.Tiles(tiles.label(), tiles.tiles().subList(from, to));
  }
}
