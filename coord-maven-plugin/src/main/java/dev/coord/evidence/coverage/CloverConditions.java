package dev.coord.evidence.coverage;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The conditions of one file of Clover XML: two numbers each, which writers mean differently. */
final class CloverConditions {

  private final SortedMap<Integer, Totals> twoEach = new TreeMap<>();
  private final SortedMap<Integer, Totals> counted = new TreeMap<>();
  private Totals allTwoEach = Totals.NONE;
  private Totals allCounted = Totals.NONE;

  void clear() {
    twoEach.clear();
    counted.clear();
    allTwoEach = Totals.NONE;
    allCounted = Totals.NONE;
  }

  /**
   * Adds a condition; a line may have several.
   *
   * @param first how often it was true, or how many of its branches were taken
   * @param second how often it was false, or how many of its branches were not taken
   */
  void add(int line, int first, int second) {
    int both = (first > 0 ? 1 : 0) + (second > 0 ? 1 : 0);
    twoEach.merge(line, new Totals(both, 2), CloverConditions::sum);
    counted.merge(line, new Totals(first, (long) first + second), CloverConditions::sum);
    allTwoEach = allTwoEach.plus(both, 2);
    allCounted = allCounted.plus(first, (long) first + second);
  }

  private static Totals sum(Totals left, Totals right) {
    return left.plus(right.covered(), right.all());
  }

  /**
   * Puts the branches on their lines, by the meaning that the stated number of branches allows;
   * where none is stated, each condition has two.
   *
   * @param likelyCounted whether numbers of branches are the likelier meaning
   * @return the branches that are stated and on no line; empty when neither meaning is possible
   */
  Optional<Totals> place(LineTable lines, Optional<Totals> stated, boolean likelyCounted) {
    if (likelyCounted && stated.filter(allCounted::equals).isPresent()) {
      return place(lines, counted, Totals.NONE);
    }
    if (stated.isEmpty() || stated.get().equals(allTwoEach)) {
      return place(lines, twoEach, Totals.NONE);
    }
    Totals rest = stated.get().minus(allCounted);
    return rest.isPossible() ? place(lines, counted, rest) : Optional.empty();
  }

  private static Optional<Totals> place(
      LineTable lines, SortedMap<Integer, Totals> branches, Totals rest) {
    branches.forEach(
        (line, count) -> {
          int all = (int) Math.min(count.all(), Integer.MAX_VALUE);
          lines.add(line, false, all, (int) Math.min(count.covered(), all));
        });
    return Optional.of(rest);
  }
}
