package dev.coord.assess;

import dev.coord.plan.Baseline;
import dev.coord.rule.Outcome;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;

/**
 * What of a row stands in the baseline.
 *
 * @param count how many findings of the row are known, at least 1
 * @param fresh how many are not
 * @param since the day of the oldest entry among them
 * @param keys which they are
 */
public record KnownPart(int count, int fresh, LocalDate since, Set<Baseline.Key> keys) {

  /**
   * Copies the collection.
   *
   * @throws IllegalArgumentException when nothing is known
   */
  public KnownPart {
    Objects.requireNonNull(since, "since");
    keys = Set.copyOf(keys);
    if (count < 1 || fresh < 0) {
      throw new IllegalArgumentException("something is known");
    }
  }

  /** Whether all that a row fails by could be known. */
  public static boolean possible(GateResult row) {
    return row.outcome() == Outcome.FAILED && KnownFindings.areCounted(row);
  }

  boolean knows(Baseline.Key key) {
    return keys.contains(key);
  }

  /** {@code 12 known since 2026-01-31, 3 new}. */
  public String words() {
    return count + " known since " + since + ", " + (fresh == 0 ? "none" : fresh) + " new";
  }
}
