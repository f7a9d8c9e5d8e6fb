package dev.coord.site.render;

import dev.coord.site.model.Block;
import java.util.List;

/** Which tables readers may sort and filter: those that are no longer taken in at a glance. */
final class LongTables {

  /** Rows from which on a table is long. */
  private static final int ROWS = 20;

  private LongTables() {}

  static boolean isLong(Block.Table table) {
    return table.rows().size() >= ROWS;
  }

  /** Whether any of the tables is long. */
  static boolean in(List<Block> blocks) {
    for (Block block : blocks) {
      if (block instanceof Block.Table table && isLong(table) || in(Blocks.children(block))) {
        return true;
      }
    }
    return false;
  }

  /** The rows that all tables of an id have. */
  static int rows(List<Block> blocks, String id) {
    int rows = 0;
    for (Block block : blocks) {
      rows +=
          block instanceof Block.Table table && table.id().equals(id)
              ? table.rows().size()
              : rows(Blocks.children(block), id);
    }
    return rows;
  }
}
