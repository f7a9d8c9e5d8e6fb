package dev.coord.site.model;

import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;

/** What comes after each other, and what is in each step of it. */
public record Lanes(List<Lane> lanes) implements Picture {
  /** Copies the collection. */
  public Lanes {
    lanes = List.copyOf(lanes);
  }

  @Override
  public Lanes reworded(UnaryOperator<String> change) {
    return new Lanes(lanes.stream().map(lane -> lane.reworded(change)).toList());
  }

  /**
   * A step.
   *
   * @param marks what is in it, in order
   * @param more how much more is in it, 0 or more
   */
  public record Lane(Mark head, List<Mark> marks, int more) {
    /**
     * Copies the collection.
     *
     * @throws IllegalArgumentException when less than nothing is left out
     */
    public Lane {
      Objects.requireNonNull(head, "head");
      marks = List.copyOf(marks);
      if (more < 0) {
        throw new IllegalArgumentException("left out: " + more);
      }
    }

    private Lane reworded(UnaryOperator<String> change) {
      return new Lane(head.reworded(change), Mark.reworded(marks, change), more);
    }
  }
}
