package dev.coord.consistency;

import java.util.Iterator;
import java.util.stream.Stream;

/**
 * Tells the first contradictions of one sort, and counts the rest: a plan of some kilobytes can
 * contradict itself a hundred thousand times, and nobody reads that many rows.
 */
final class Fold {

  /**
   * How many of one sort are told one by one. A repository that adopts coord has hundreds, and its
   * baseline knows only what is told.
   */
  static final int MOST = 1_000;

  private Fold() {}

  /** The first ones, and one more that stands for all others, if there are more than one. */
  static Stream<Contradiction> of(Stream<Contradiction> found) {
    Iterator<Contradiction> all = found.iterator();
    Stream.Builder<Contradiction> told = Stream.builder();
    for (int i = 0; i < MOST && all.hasNext(); i++) {
      told.add(all.next());
    }
    if (all.hasNext()) {
      told.add(rest(all.next(), all));
    }
    return told.build();
  }

  private static Contradiction rest(Contradiction next, Iterator<Contradiction> more) {
    int number = next.number();
    while (more.hasNext()) {
      number = Math.addExact(number, more.next().number());
    }
    return number == 1
        ? next
        : new Contradiction(
            next.subject(),
            next.claim() + ", and " + (number - 1) + " more such",
            next.place(),
            next.found() + "; the others are counted, not listed",
            next.against(),
            next.remedy(),
            number);
  }
}
