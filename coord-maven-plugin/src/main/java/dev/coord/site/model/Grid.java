package dev.coord.site.model;

import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * Things by two of their properties.
 *
 * @param across what grows to the right
 * @param columns its degrees, at least one
 * @param rows the degrees of the other property, from the top
 */
public record Grid(String across, List<String> columns, List<GridRow> rows) implements Picture {
  /**
   * Copies the collections.
   *
   * @throws IllegalArgumentException when a row has another number of cells than there are columns
   */
  public Grid {
    Objects.requireNonNull(across, "across");
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    int width = columns.size();
    if (width == 0 || rows.stream().anyMatch(row -> row.cells().size() != width)) {
      throw new IllegalArgumentException("a row does not fit " + columns);
    }
  }

  @Override
  public Grid reworded(UnaryOperator<String> change) {
    return new Grid(
        change.apply(across),
        columns.stream().map(change).toList(),
        rows.stream().map(row -> row.reworded(change)).toList());
  }

  /** A row of a grid. */
  public record GridRow(String name, List<GridCell> cells) {
    /** Copies the collection. */
    public GridRow {
      Objects.requireNonNull(name, "name");
      cells = List.copyOf(cells);
    }

    private GridRow reworded(UnaryOperator<String> change) {
      return new GridRow(
          change.apply(name), cells.stream().map(cell -> cell.reworded(change)).toList());
    }
  }

  /**
   * A cell of a grid.
   *
   * @param tone how much what is in it matters
   * @param word the same in a word or number
   */
  public record GridCell(Tone tone, String word, List<Mark> marks) {
    /** Copies the collection. */
    public GridCell {
      Objects.requireNonNull(tone, "tone");
      Objects.requireNonNull(word, "word");
      marks = List.copyOf(marks);
    }

    private GridCell reworded(UnaryOperator<String> change) {
      return new GridCell(tone, word, Mark.reworded(marks, change));
    }
  }
}
