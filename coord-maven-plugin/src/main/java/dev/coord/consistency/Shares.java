package dev.coord.consistency;

import dev.coord.plan.Epic.Progress;

/** Shares of work that are compared: they may be rounded, so a point is no difference. */
final class Shares {

  private static final int WHOLE = 100;

  private Shares() {}

  /** Whether two fractions are more than a hundredth apart. */
  static boolean apart(long done, long total, long otherDone, long otherTotal) {
    return Math.abs(done * otherTotal - otherDone * total) * WHOLE > total * otherTotal;
  }

  /** Whether a claim is more than a hundredth away from a percentage, by all that it says. */
  static boolean isApart(Progress claim, int percent) {
    return (claim.percent().isEmpty() || apart(claim.percent().getAsInt(), WHOLE, percent, WHOLE))
        && (claim.done().isEmpty()
            || apart(claim.done().getAsInt(), claim.total().getAsInt(), percent, WHOLE));
  }

  /** Rounded down to a tenth: {@code 62.5%}. */
  static String percent(long done, long total) {
    long tenths = done * 1000 / total;
    return tenths / 10 + (tenths % 10 == 0 ? "" : "." + tenths % 10) + "%";
  }
}
