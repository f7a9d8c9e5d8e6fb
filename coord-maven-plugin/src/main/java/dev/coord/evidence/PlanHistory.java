package dev.coord.evidence;

import dev.coord.plan.PlanSnapshot;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * The past versions of the plan.
 *
 * @param versions those on the first-parent history of the checked-out commit, oldest first
 * @param unread number of versions that cannot be read
 * @param cut whether older ones were left out
 */
public record PlanHistory(List<Version> versions, int unread, boolean cut) {

  /**
   * A version.
   *
   * @param commit full id of the commit that made it
   * @param time committer's time of that commit
   * @param snapshot what it counts and promises
   */
  public record Version(String commit, Instant time, PlanSnapshot snapshot) {
    /** Checks that all parts are there. */
    public Version {
      Objects.requireNonNull(commit, "commit");
      Objects.requireNonNull(time, "time");
      Objects.requireNonNull(snapshot, "snapshot");
    }
  }

  /** Copies the collection. */
  public PlanHistory {
    versions = List.copyOf(versions);
  }
}
