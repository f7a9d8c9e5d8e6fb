package dev.coord.site.render;

import dev.coord.site.model.Block;
import dev.coord.site.model.Inline;
import dev.coord.site.model.Page;
import dev.coord.site.model.Target;
import java.util.ArrayList;
import java.util.List;

/**
 * Splits a page that a browser would be slow with into parts. Nothing is left out: the first part
 * keeps every section with the first rows of its tables, further parts hold the rest.
 */
final class Pager {

  /** Elements of the blocks of one part; the layout around them has its own. */
  static final int NODES = 2_600;

  /** Rows of one table on one part. */
  static final int ROWS = 200;

  /** Sections and rows of further parts that the first part leads to. */
  static final int LED_ON = 1_000;

  /** Rows that a table of the first part keeps when there are many of them. */
  private static final int FEWEST_ROWS = 25;

  private final NodeCount count;
  private final Page page;

  private Pager(NodeCount count, Page page) {
    this.count = count;
    this.page = page;
  }

  /** The blocks of each part; one part for most pages. */
  static List<List<Block>> parts(Page page, NodeCount count) {
    return new Pager(count, page).parts();
  }

  private List<List<Block>> parts() {
    Split first = new Split(page.blocks(), List.of());
    boolean fits = false;
    for (int rows = ROWS; rows >= FEWEST_ROWS && !fits; rows /= 2) {
      first = capped(page.blocks(), rows);
      fits = count.fits(first.head(), NODES - ledOn(first.tail()));
    }
    List<List<Block>> parts =
        new ArrayList<>(
            fits ? List.of(first.head()) : filled(first.head(), NODES - ledOn(page.blocks())));
    parts.addAll(filled(first.tail(), NODES));
    return parts.isEmpty() ? List.of(List.of()) : parts;
  }

  /** Elements by which the first part leads to what is in blocks; at most {@link #LED_ON}. */
  private static int ledOn(List<Block> blocks) {
    int elements = 0;
    for (Block block : blocks) {
      if (block instanceof Block.Section) {
        elements++;
      } else if (block instanceof Block.Table table) {
        elements += 1 + table.rows().size();
      }
      elements += ledOn(Blocks.children(block));
    }
    return Math.min(LED_ON, elements);
  }

  private record Split(List<Block> head, List<Block> tail) {}

  /** Takes from every table what is beyond a number of rows; the sections around it stay. */
  private Split capped(List<Block> blocks, int rows) {
    List<Block> head = new ArrayList<>();
    List<Block> tail = new ArrayList<>();
    for (Block block : blocks) {
      if (block instanceof Block.Table table && table.rows().size() > rows) {
        head.add(Blocks.slice(table, 0, rows));
        head.add(continuation(table, rows));
        tail.add(Blocks.slice(table, rows, table.rows().size()));
      } else if (Blocks.children(block).isEmpty()) {
        head.add(block);
      } else {
        Split inner = capped(Blocks.children(block), rows);
        head.add(Blocks.with(block, inner.head()));
        if (!inner.tail().isEmpty()) {
          tail.add(Blocks.with(block, inner.tail()));
        }
      }
    }
    return new Split(head, tail);
  }

  private Block continuation(Block.Table table, int rows) {
    String text = "Rows 1 to " + rows + " of " + table.rows().size() + " are shown here. ";
    Target rest = Target.page(page.path(), table.rows().get(rows).id());
    return new Block.Paragraph(
        List.of(Inline.text(text), Inline.link("Row " + (rows + 1) + " and following", rest)));
  }

  private List<List<Block>> filled(List<Block> blocks, int first) {
    List<List<Block>> parts = new ArrayList<>();
    List<Block> rest = blocks;
    while (!rest.isEmpty()) {
      Split split = taken(rest, parts.isEmpty() ? first : NODES, true);
      parts.add(split.head());
      rest = split.tail();
    }
    return parts;
  }

  /**
   * Takes blocks as long as they fit.
   *
   * @param force whether the first must be taken, at least in part, even when it does not fit
   */
  private Split taken(List<Block> blocks, int budget, boolean force) {
    List<Block> head = new ArrayList<>();
    int left = budget;
    for (int i = 0; i < blocks.size(); i++) {
      Block block = blocks.get(i);
      int nodes = fits(block) ? count.upTo(left, block) : Integer.MAX_VALUE;
      if (nodes <= left) {
        head.add(block);
        left -= nodes;
        continue;
      }
      Split split = divided(block, left, force && head.isEmpty());
      head.addAll(split.head());
      List<Block> tail = new ArrayList<>(split.tail());
      tail.addAll(blocks.subList(i + 1, blocks.size()));
      return new Split(head, tail);
    }
    return new Split(head, List.of());
  }

  private static boolean fits(Block block) {
    boolean longTable = block instanceof Block.Table table && table.rows().size() > ROWS;
    return !longTable && Blocks.children(block).stream().allMatch(Pager::fits);
  }

  private Split divided(Block block, int budget, boolean force) {
    int left = budget - count.overhead(block);
    if (!Blocks.children(block).isEmpty()) {
      Split inner = taken(Blocks.children(block), left, force);
      return new Split(wrapped(block, inner.head()), wrapped(block, inner.tail()));
    }
    int size = Blocks.isDivisible(block) ? Blocks.size(block) : 0;
    int taken = 0;
    for (int i = 0; i < Math.min(size, ROWS) && left >= 0; i++) {
      left -= count.element(block, i);
      taken = left >= 0 ? i + 1 : taken;
    }
    taken = force ? Math.max(taken, Math.min(size, 1)) : taken;
    if (taken == 0 || taken == size) {
      List<Block> whole = List.of(block);
      return force ? new Split(whole, List.of()) : new Split(List.of(), whole);
    }
    return new Split(
        List.of(Blocks.slice(block, 0, taken)), List.of(Blocks.slice(block, taken, size)));
  }

  private static List<Block> wrapped(Block block, List<Block> children) {
    return children.isEmpty() ? List.of() : List.of(Blocks.with(block, children));
  }
}
