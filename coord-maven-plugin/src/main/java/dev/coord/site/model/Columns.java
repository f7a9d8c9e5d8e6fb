package dev.coord.site.model;

import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * How often something happened on each day, a row for each of several things.
 *
 * @param most what the highest column stands for, at least 1 and every value
 */
public record Columns(Axis axis, long most, List<ColumnRow> rows) implements Picture {
  /**
   * Copies the collection.
   *
   * @throws IllegalArgumentException when a value is higher than the top, or a row has another
   *     number of values than there are days
   */
  public Columns {
    Objects.requireNonNull(axis, "axis");
    rows = List.copyOf(rows);
    long days = axis.length();
    long top = most;
    if (most < 1
        || rows.stream().anyMatch(row -> row.values().size() != days || row.highest() > top)) {
      throw new IllegalArgumentException("beyond the picture");
    }
  }

  @Override
  public Columns reworded(UnaryOperator<String> change) {
    return new Columns(
        axis,
        most,
        rows.stream()
            .map(row -> new ColumnRow(row.mark().reworded(change), row.values()))
            .toList());
  }

  /**
   * A row of columns.
   *
   * @param values 0 or more each, a day each
   */
  public record ColumnRow(Mark mark, List<Integer> values) {
    /**
     * Copies the collection.
     *
     * @throws IllegalArgumentException when a value is negative
     */
    public ColumnRow {
      Objects.requireNonNull(mark, "mark");
      values = List.copyOf(values);
      if (values.stream().anyMatch(value -> value < 0)) {
        throw new IllegalArgumentException("less than nothing: " + values);
      }
    }

    /** Its highest value; 0 when there is none. */
    public int highest() {
      return values.stream().mapToInt(Integer::intValue).max().orElse(0);
    }
  }
}
