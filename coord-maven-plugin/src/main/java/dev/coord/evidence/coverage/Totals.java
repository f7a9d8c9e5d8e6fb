package dev.coord.evidence.coverage;

import dev.coord.evidence.InvalidReportException;
import dev.coord.evidence.xml.Element;

/** A count that a report states: so many of so many. */
record Totals(long covered, long all) {

  static final Totals NONE = new Totals(0, 0);

  /** Adds both numbers. */
  Totals plus(long moreCovered, long more) {
    return new Totals(covered + moreCovered, all + more);
  }

  /** What is left when another count is taken away. */
  Totals minus(Totals other) {
    return new Totals(covered - other.covered, all - other.all);
  }

  /** Whether it can be a count at all. */
  boolean isPossible() {
    return covered >= 0 && covered <= all;
  }

  /** Reads a {@code counter} of JaCoCo. */
  static Totals ofCounter(Element counter) throws InvalidReportException {
    long covered = counter.number("covered", 0, Integer.MAX_VALUE);
    return new Totals(covered, covered + counter.number("missed", 0, Integer.MAX_VALUE));
  }

  /** {@code 12 of 17}. */
  @Override
  public String toString() {
    return covered + " of " + all;
  }
}
