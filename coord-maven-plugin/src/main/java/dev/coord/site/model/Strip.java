package dev.coord.site.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * Many things of one kind at a glance, one sign each.
 *
 * @param marks those that find room
 * @param states how many of all there are in each state, in the order of the marks
 */
public record Strip(List<Mark> marks, List<State> states) implements Picture {
  /** Copies the collections. */
  public Strip {
    marks = List.copyOf(marks);
    states = List.copyOf(states);
  }

  /**
   * A state, and how many things are in it.
   *
   * @param number 1 or more
   */
  public record State(String name, int number) {
    /**
     * Checks the number.
     *
     * @throws IllegalArgumentException when nothing is in it
     */
    public State {
      Objects.requireNonNull(name, "name");
      if (number < 1) {
        throw new IllegalArgumentException("nothing is " + name);
      }
    }
  }

  /**
   * The first of all marks, with the states of all.
   *
   * @param most how many marks at most, 0 or more
   */
  public static Strip of(List<Mark> all, int most) {
    Map<String, Integer> numbers = new LinkedHashMap<>();
    all.forEach(
        mark ->
            numbers.merge(
                mark.note().isBlank() ? mark.tone().word() : mark.note(), 1, Integer::sum));
    return new Strip(
        all.subList(0, Math.min(most, all.size())),
        numbers.entrySet().stream().map(e -> new State(e.getKey(), e.getValue())).toList());
  }

  @Override
  public Strip reworded(UnaryOperator<String> change) {
    return new Strip(
        Mark.reworded(marks, change),
        states.stream().map(one -> new State(change.apply(one.name()), one.number())).toList());
  }
}
