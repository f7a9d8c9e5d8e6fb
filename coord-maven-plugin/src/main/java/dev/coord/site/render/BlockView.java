package dev.coord.site.render;

import freemarker.core.TemplateMarkupOutputModel;
import java.util.List;

/** A part of a page, as templates read it. */
sealed interface BlockView {

  /** A part with a heading of a level from 2 to 6. */
  record Section(String id, int level, String heading, List<BlockView> blocks)
      implements BlockView {}

  /** A paragraph. */
  record Paragraph(TemplateMarkupOutputModel<?> content) implements BlockView {}

  /** Text of the plan, already safe in the page's notation. */
  record Prose(TemplateMarkupOutputModel<?> content) implements BlockView {}

  /** A list of lines. */
  record Items(boolean ordered, List<Item> items) implements BlockView {}

  /** An item of a list, counted from 1. */
  record Item(int number, TemplateMarkupOutputModel<?> content) {}

  /** Terms and what is said of each. */
  record Definitions(List<Definition> definitions) implements BlockView {}

  /** A term and what is said of it. */
  record Definition(String term, TemplateMarkupOutputModel<?> content) {}

  /**
   * A table.
   *
   * @param caption what it is; empty where the heading above it says that
   * @param all rows of it on all parts of the page where readers may sort and filter it, else 0
   * @param elsewhere where rows of other parts are found; at most one
   */
  record Table(
      String id,
      String caption,
      boolean stack,
      int all,
      List<TemplateMarkupOutputModel<?>> elsewhere,
      List<Column> columns,
      List<Row> rows)
      implements BlockView {

    /** The same table under another caption. */
    Table captioned(String other) {
      return new Table(id, other, stack, all, elsewhere, columns, rows);
    }
  }

  /** A column of a table. */
  record Column(String heading, boolean numeric) {}

  /** A row of a table; its cells are written already, the first as its heading. */
  record Row(String id, String tone, TemplateMarkupOutputModel<?> cells) {}

  /** Something that stands out. */
  record Callout(String tone, String word, String alert, String title, List<BlockView> blocks)
      implements BlockView {}

  /** Text to be copied as it is, in the page's notation. */
  record Listing(String language, TemplateMarkupOutputModel<?> content) implements BlockView {}

  /** Something that is shown when the reader asks for it. */
  record Fold(String summary, List<BlockView> blocks) implements BlockView {}

  /** A strip of marked tiles. */
  record Tiles(String label, List<Tile> tiles) implements BlockView {}

  /** A tile; it leads somewhere when {@code links} is not empty. */
  record Tile(
      String tone,
      String word,
      String title,
      String value,
      String note,
      List<TemplateMarkupOutputModel<?>> links) {}

  /**
   * A picture; {@code drawing} is in the page's notation, {@code table} leads to the same as a
   * table, and so does {@code more} to what is not drawn.
   */
  record Figure(
      String title,
      String description,
      TemplateMarkupOutputModel<?> drawing,
      boolean wide,
      List<Key> keys,
      List<TemplateMarkupOutputModel<?>> table,
      String more)
      implements BlockView {}

  /** A shape of a picture and what it means. */
  record Key(TemplateMarkupOutputModel<?> shape, String text) {}

  /**
   * Where a reader searches all pages.
   *
   * @param instead where scripts do not run, the page to look at instead; at most one
   */
  record Search(List<TemplateMarkupOutputModel<?>> instead) implements BlockView {}
}
