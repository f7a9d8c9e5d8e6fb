package dev.coord.evidence;

import dev.coord.plan.PlanSnapshot;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * The past versions of the plan.
 *
 * @param versions those on the first-parent history of the checked-out commit, oldest first
 * @param mended the commits among them whose clocks contradict that history, oldest first, whether
 *     or not theirs is the version of a day
 * @param unread number of versions that cannot be read
 * @param cut whether older ones were left out
 */
public record PlanHistory(List<Version> versions, List<Mended> mended, int unread, boolean cut) {

  /**
   * A version.
   *
   * @param commit full id of the commit that made it
   * @param day the day it came to the line, in the project's zone; never before that of the version
   *     before it
   * @param snapshot what it counts and promises
   */
  public record Version(String commit, LocalDate day, PlanSnapshot snapshot) {
    /** Checks that all parts are there. */
    public Version {
      Objects.requireNonNull(commit, "commit");
      Objects.requireNonNull(day, "day");
      Objects.requireNonNull(snapshot, "snapshot");
    }
  }

  /**
   * A commit whose clock says a day that cannot be, by the commits before and after it on the line
   * or by judging time.
   *
   * @param commit full id
   * @param clock the day its committer's time says, in the project's zone
   * @param day the day it counts on instead
   */
  public record Mended(String commit, LocalDate clock, LocalDate day) {
    /**
     * Checks that all parts are there.
     *
     * @throws IllegalArgumentException when nothing was mended
     */
    public Mended {
      Objects.requireNonNull(commit, "commit");
      if (clock.equals(day)) {
        throw new IllegalArgumentException("by its clock as well: " + day);
      }
    }
  }

  /**
   * Copies the collections.
   *
   * @throws IllegalArgumentException when a version is of a day before that of the one before it
   */
  public PlanHistory {
    versions = List.copyOf(versions);
    mended = List.copyOf(mended);
    for (int i = 1; i < versions.size(); i++) {
      if (versions.get(i).day().isBefore(versions.get(i - 1).day())) {
        throw new IllegalArgumentException("not in their order: " + versions.get(i).day());
      }
    }
  }
}
