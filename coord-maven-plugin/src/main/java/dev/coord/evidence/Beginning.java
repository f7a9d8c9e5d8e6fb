package dev.coord.evidence;

import java.util.List;
import java.util.Objects;

/**
 * Where a branch's own work began: the oldest commit of its first-parent line that what it is
 * compared with does not have.
 *
 * @param commit that commit
 * @param parents full ids of its parents
 * @param line full id of the newest commit of the first-parent line of the branch's target
 * @param newer how many commits of that line are newer than the newest of them that the commit is
 *     built on, 0 for its tip
 */
public record Beginning(Commit commit, List<String> parents, String line, int newer) {
  /**
   * Copies the collection.
   *
   * @throws IllegalArgumentException when the number is negative
   */
  public Beginning {
    Objects.requireNonNull(commit, "commit");
    Objects.requireNonNull(line, "line");
    parents = List.copyOf(parents);
    if (newer < 0) {
      throw new IllegalArgumentException("no number of commits is negative");
    }
  }

  /** Whether it is not built on what a landing brought; never on different lines. */
  public boolean isBefore(MergeState.Landing landing) {
    return line.equals(landing.line()) && newer > landing.newer();
  }
}
