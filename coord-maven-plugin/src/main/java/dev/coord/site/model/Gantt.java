package dev.coord.site.model;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;

/**
 * Work over time.
 *
 * @param today where today begins, brought into the axis; its text says which day that is
 */
public record Gantt(Axis axis, Optional<Axis.Tick> today, List<Bar> bars) implements Picture {
  /**
   * Copies the collection.
   *
   * @throws IllegalArgumentException when a bar leaves the axis
   */
  public Gantt {
    Objects.requireNonNull(axis, "axis");
    Objects.requireNonNull(today, "today");
    bars = List.copyOf(bars);
    if (!bars.stream().mapToLong(Bar::latest).allMatch(axis::holds)
        || !today.map(Axis.Tick::at).stream().allMatch(axis::holds)) {
      throw new IllegalArgumentException("beyond the axis");
    }
  }

  @Override
  public Gantt reworded(UnaryOperator<String> change) {
    return new Gantt(
        axis,
        today.map(tick -> new Axis.Tick(tick.at(), change.apply(tick.text()))),
        bars.stream().map(bar -> bar.reworded(change)).toList());
  }

  /**
   * A piece of work: days from where the axis begins.
   *
   * @param shape whether it takes time, or happens on a day
   * @param start where it begins at the earliest
   * @param end where it has ended at the earliest; behind the start
   * @param latest where it has ended at the latest without delaying all; the end or later
   * @param critical whether all is late when it is
   * @param lateSince from where on it is late; empty where it is not
   */
  public record Bar(
      Mark mark,
      Shape shape,
      long start,
      long end,
      long latest,
      boolean critical,
      OptionalLong lateSince) {

    /** What it looks like. */
    public enum Shape {
      /** It takes time. */
      WORK,
      /** It happens on a day. */
      MILESTONE
    }

    /**
     * Checks the order of the days.
     *
     * @throws IllegalArgumentException when it ends before it begins
     */
    public Bar {
      Objects.requireNonNull(mark, "mark");
      Objects.requireNonNull(shape, "shape");
      Objects.requireNonNull(lateSince, "lateSince");
      if (start < 0 || end <= start || latest < end) {
        throw new IllegalArgumentException("no time: " + start + " to " + end + ", " + latest);
      }
    }

    private Bar reworded(UnaryOperator<String> change) {
      return new Bar(mark.reworded(change), shape, start, end, latest, critical, lateSince);
    }
  }
}
