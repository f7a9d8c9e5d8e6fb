package dev.coord.plan;

import java.util.Locale;
import java.util.Objects;

/**
 * How the lines are judged that were added or changed.
 *
 * @param atLeastLines fewer changed lines than this, of those that can be run, fail nothing; 0 or
 *     more
 * @param unmeasured what changed sources are that no report mentions
 */
public record ChangedScope(int atLeastLines, Unmeasured unmeasured) {

  /** What sources are that no report mentions, the strictest first. */
  public enum Unmeasured {
    /** Their lines were not run. */
    FAIL,
    /** Nobody knows whether they were run. */
    UNKNOWN,
    /** They do not count, and are told. */
    TELL;

    /** As plans write it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Checks the number.
   *
   * @throws IllegalArgumentException when it is negative
   */
  public ChangedScope {
    Objects.requireNonNull(unmeasured, "unmeasured");
    if (atLeastLines < 0) {
      throw new IllegalArgumentException("there are no fewer lines than none");
    }
  }

  /** Whether it lets off nothing that another one does not. */
  boolean isAtLeast(ChangedScope other) {
    return atLeastLines <= other.atLeastLines && unmeasured.compareTo(other.unmeasured) <= 0;
  }

  @Override
  public String toString() {
    return "changed lines"
        + (atLeastLines > 0 ? " where they are at least " + atLeastLines : "")
        + (unmeasured == Unmeasured.UNKNOWN
            ? ""
            : unmeasured == Unmeasured.FAIL
                ? ", unmeasured ones as uncovered"
                : ", without unmeasured ones");
  }
}
