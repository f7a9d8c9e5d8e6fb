package dev.coord.evidence.git;

import dev.coord.evidence.Commit;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * The commits of a first-parent line that changed some paths, and when all commits of the line were
 * made by their own clocks: the order of the line is a fact, each of its times is a claim.
 *
 * @param changes newest first
 * @param times committers' times of all commits of the line, newest first, down to where it was
 *     looked at
 */
public record PathChanges(List<Change> changes, List<Instant> times) {

  /**
   * A commit that changed one of the paths.
   *
   * @param commit without its paths
   * @param newer how many commits of the line are newer: its place in {@code times}
   */
  public record Change(Commit commit, int newer) {
    /** Checks that both can be. */
    public Change {
      Objects.requireNonNull(commit, "commit");
      if (newer < 0) {
        throw new IllegalArgumentException("newer: " + newer);
      }
    }
  }

  /** Copies the collections. */
  public PathChanges {
    changes = List.copyOf(changes);
    times = List.copyOf(times);
  }
}
