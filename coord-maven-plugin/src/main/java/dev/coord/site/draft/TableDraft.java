package dev.coord.site.draft;

import dev.coord.site.model.Block;
import dev.coord.site.model.Inline;
import dev.coord.site.model.Tone;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A table that is being written. */
public final class TableDraft {

  private final Draft page;
  private final String id;
  private final String caption;
  private final List<Block.Column> columns = new ArrayList<>();
  private final List<Block.Row> rows = new ArrayList<>();

  TableDraft(Draft page, String id, String caption) {
    this.page = page;
    this.id = id;
    this.caption = caption;
  }

  /** Adds columns of texts. */
  public TableDraft columns(String... headings) {
    Arrays.stream(headings).map(heading -> new Block.Column(heading, false)).forEach(columns::add);
    return this;
  }

  /** Adds a column of numbers. */
  public TableDraft number(String heading) {
    columns.add(new Block.Column(heading, true));
    return this;
  }

  /**
   * Adds a row with a cell for each column; its anchor is the one wanted, or the next that is free.
   */
  @SafeVarargs
  @SuppressWarnings("varargs")
  public final TableDraft row(String anchor, Tone tone, List<Inline>... cells) {
    return row(anchor, tone, Arrays.asList(cells));
  }

  /** The same with the cells as a list. */
  public TableDraft row(String anchor, Tone tone, List<List<Inline>> cells) {
    rows.add(new Block.Row(page.anchor(anchor), tone, cells));
    return this;
  }

  /** Whether it has no row. */
  public boolean isEmpty() {
    return rows.isEmpty();
  }

  /** The finished table. */
  public Block.Table table() {
    return new Block.Table(id, caption, columns, rows);
  }
}
