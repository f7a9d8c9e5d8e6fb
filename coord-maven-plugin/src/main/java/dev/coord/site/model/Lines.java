package dev.coord.site.model;

import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * How numbers changed over time; each holds until the next one.
 *
 * @param most what the top stands for, at least 1 and every value
 */
public record Lines(Axis axis, long most, List<Series> series) implements Picture {
  /**
   * Copies the collection.
   *
   * @throws IllegalArgumentException when a value is higher than the top, or leaves the axis
   */
  public Lines {
    Objects.requireNonNull(axis, "axis");
    series = List.copyOf(series);
    long top = most;
    if (most < 1
        || series.stream()
            .flatMap(one -> one.values().stream())
            .anyMatch(v -> v.value() > top || !axis.holds(v.at()))) {
      throw new IllegalArgumentException("beyond the picture");
    }
  }

  @Override
  public Lines reworded(UnaryOperator<String> change) {
    return new Lines(
        axis,
        most,
        series.stream()
            .map(one -> new Series(change.apply(one.name()), one.filled(), one.values()))
            .toList());
  }

  /**
   * A number over time.
   *
   * @param name what it is
   * @param filled whether the ground below it is filled
   * @param values in the order of their days, at least one
   */
  public record Series(String name, boolean filled, List<Value> values) {
    /**
     * Copies the collection.
     *
     * @throws IllegalArgumentException when there is no value
     */
    public Series {
      Objects.requireNonNull(name, "name");
      values = List.copyOf(values);
      if (values.isEmpty()) {
        throw new IllegalArgumentException("no value of " + name);
      }
    }
  }

  /**
   * A number from a day on.
   *
   * @param at days from where the axis begins, 0 or more
   * @param value 0 or more
   */
  public record Value(long at, long value) {
    /**
     * Checks the range.
     *
     * @throws IllegalArgumentException when one of them is negative
     */
    public Value {
      if (at < 0 || value < 0) {
        throw new IllegalArgumentException("less than nothing: " + at + ", " + value);
      }
    }
  }
}
