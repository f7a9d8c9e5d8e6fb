package dev.coord.site;

import dev.coord.site.draft.Line;
import dev.coord.site.model.Block;
import dev.coord.site.model.Inline;
import dev.coord.site.model.Page;
import dev.coord.site.model.Target;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rows of a table that stands on one of the pages, to be linked to. */
final class ListedRows {

  private final List<Page> pages;

  ListedRows(List<Page> pages) {
    this.pages = pages;
  }

  /**
   * A line for each row.
   *
   * @param path the page
   * @param table the table's id; a page without it has no such rows
   * @param which rows to take
   * @param name the column that a row is called by
   * @param more columns that are added
   */
  List<List<Inline>> of(
      String path, String table, Predicate<Block.Row> which, int name, int... more) {
    return pages.stream()
        .filter(page -> page.path().equals(path))
        .flatMap(page -> rows(page.blocks(), table))
        .filter(which)
        .map(row -> line(path, row, name, more))
        .toList();
  }

  private static Stream<Block.Row> rows(List<Block> blocks, String table) {
    return blocks.stream()
        .flatMap(
            block -> {
              if (block instanceof Block.Table one && one.id().equals(table)) {
                return one.rows().stream();
              }
              return block instanceof Block.Section section
                  ? rows(section.blocks(), table)
                  : Stream.empty();
            });
  }

  private static List<Inline> line(String path, Block.Row row, int name, int... more) {
    Line line = new Line();
    List<Inline> cell = row.cells().get(name);
    line.add(Inline.link(text(cell), Target.page(path, row.id())));
    if (isNamed(cell)) {
      cell.stream()
          .filter(Inline.Code.class::isInstance)
          .findFirst()
          .ifPresent(id -> line.text(" ").add(id));
    }
    for (int column : more) {
      line.text(" ").addAll(row.cells().get(column));
    }
    return line.list();
  }

  private static boolean isNamed(List<Inline> cell) {
    return cell.stream().anyMatch(Inline.Strong.class::isInstance);
  }

  /** What a cell calls its row: what stands out in it, or all of its plain text. */
  private static String text(List<Inline> cell) {
    boolean named = isNamed(cell);
    return cell.stream()
        .map(
            part -> {
              if (part instanceof Inline.Strong strong) {
                return strong.text();
              }
              if (part instanceof Inline.Text text && !named) {
                return text.text();
              }
              return part instanceof Inline.Code code && !named ? code.text() : "";
            })
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining(named ? " " : ""));
  }
}
