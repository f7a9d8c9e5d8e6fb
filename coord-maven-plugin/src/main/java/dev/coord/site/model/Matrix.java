package dev.coord.site.model;

import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * What is between each two of several things.
 *
 * @param marks the things
 * @param pairs what is between some of them, each pair once
 */
public record Matrix(List<Mark> marks, List<Pair> pairs) implements Picture {
  /**
   * Copies the collections.
   *
   * @throws IllegalArgumentException when a pair is of what is not there
   */
  public Matrix {
    marks = List.copyOf(marks);
    pairs = List.copyOf(pairs);
    int size = marks.size();
    if (pairs.stream().anyMatch(pair -> pair.other() >= size)) {
      throw new IllegalArgumentException("a pair of what is not there");
    }
  }

  @Override
  public Matrix reworded(UnaryOperator<String> change) {
    return new Matrix(
        Mark.reworded(marks, change),
        pairs.stream()
            .map(p -> new Pair(p.one(), p.other(), p.sign(), p.mark().reworded(change)))
            .toList());
  }

  /**
   * Two things and what is between them.
   *
   * @param one number of the first, from 0
   * @param other number of the second, above that of the first
   * @param sign what is between them in one or two letters
   */
  public record Pair(int one, int other, String sign, Mark mark) {
    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException when they are no pair
     */
    public Pair {
      Objects.requireNonNull(sign, "sign");
      Objects.requireNonNull(mark, "mark");
      if (one < 0 || other <= one) {
        throw new IllegalArgumentException("no pair: " + one + ", " + other);
      }
    }
  }
}
