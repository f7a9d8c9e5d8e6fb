package dev.coord.site;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** A table that is being written. */
final class TableDraft {

  private final Draft page;
  private final String id;
  private final String caption;
  private final List<Block.Column> columns = new ArrayList<>();
  private final List<Block.Row> rows = new ArrayList<>();
  private final Set<String> optional = new HashSet<>();

  TableDraft(Draft page, String id, String caption) {
    this.page = page;
    this.id = id;
    this.caption = caption;
  }

  TableDraft columns(String... headings) {
    Arrays.stream(headings).map(heading -> new Block.Column(heading, false)).forEach(columns::add);
    return this;
  }

  TableDraft number(String heading) {
    columns.add(new Block.Column(heading, true));
    return this;
  }

  /** Columns that are there, but left out of the table when no row has anything in them. */
  TableDraft optional(String... headings) {
    optional.addAll(Arrays.asList(headings));
    return this;
  }

  @SafeVarargs
  @SuppressWarnings("varargs")
  final TableDraft row(String anchor, Tone tone, List<Inline>... cells) {
    return row(anchor, tone, Arrays.asList(cells));
  }

  TableDraft row(String anchor, Tone tone, List<List<Inline>> cells) {
    rows.add(new Block.Row(page.anchor(anchor), tone, cells));
    return this;
  }

  Block.Table table() {
    List<Integer> shown = IntStream.range(0, columns.size()).filter(this::isShown).boxed().toList();
    if (rows.isEmpty() || shown.size() == columns.size()) {
      return new Block.Table(id, caption, columns, rows);
    }
    return new Block.Table(
        id,
        caption,
        shown.stream().map(columns::get).toList(),
        rows.stream()
            .map(
                row ->
                    new Block.Row(
                        row.id(), row.tone(), shown.stream().map(row.cells()::get).toList()))
            .toList());
  }

  private boolean isShown(int column) {
    return !optional.contains(columns.get(column).heading())
        || rows.stream().anyMatch(row -> !row.cells().get(column).equals(Line.none()));
  }
}
