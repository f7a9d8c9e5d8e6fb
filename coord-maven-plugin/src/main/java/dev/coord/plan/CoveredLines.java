package dev.coord.plan;

import dev.coord.diagnostic.Location;
import java.math.BigInteger;
import java.time.LocalDate;

/**
 * The share of lines that coverage is held against, as somebody wrote it into the baseline.
 *
 * @param covered lines that ran, 0 or more
 * @param all lines that can be run, 1 or more
 * @param commit full id of the commit that was measured
 * @param since the day it was taken in
 * @param place where the baseline says so
 */
public record CoveredLines(long covered, long all, String commit, LocalDate since, Location place) {

  private static final int ABBREVIATED = 7;

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException when there is no line, or more ran than there are
   */
  public CoveredLines {
    Parts.require(commit, since, place);
    if (all < 1 || covered < 0 || covered > all) {
      throw new IllegalArgumentException(covered + " of " + all + " lines");
    }
  }

  /** Whether the share is less than another one, compared exactly. */
  public boolean isBelow(CoveredLines other) {
    return product(covered, other.all).compareTo(product(other.covered, all)) < 0;
  }

  private static BigInteger product(long one, long other) {
    return BigInteger.valueOf(one).multiply(BigInteger.valueOf(other));
  }

  /** {@code 33/41 lines}. */
  public String lines() {
    return covered + "/" + all + " lines";
  }

  /** {@code 4f2a9c1 of 2026-01-20}. */
  public String when() {
    return commit.substring(0, Math.min(ABBREVIATED, commit.length())) + " of " + since;
  }
}
