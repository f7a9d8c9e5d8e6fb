package dev.coord.schedule;

import dev.coord.plan.Merges.Wave;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * A wave in the schedule.
 *
 * @param notBefore the working day, from 0, before which it is not merged, whatever the lengths are
 *     that are not known
 * @param dayOff the day of the merge, where it is a planned one off work behind that working day
 * @param work from the first day of its first workstream to the day of the merge, at the earliest
 *     and at the latest; empty when that cannot be told
 * @param merge the day of the merge alone: it is this that can be late, or is critical
 * @param problem why it has no times, a clause; empty when it has
 */
public record WaveRow(
    Wave wave,
    long notBefore,
    Optional<LocalDate> dayOff,
    Optional<CriticalPath.Times> work,
    Optional<CriticalPath.Times> merge,
    String problem) {

  /** Checks that all parts are there. */
  public WaveRow {
    Objects.requireNonNull(wave, "wave");
    Objects.requireNonNull(dayOff, "dayOff");
    Objects.requireNonNull(work, "work");
    Objects.requireNonNull(merge, "merge");
    Objects.requireNonNull(problem, "problem");
  }

  /**
   * The day off on which it is merged when it ends at a time.
   *
   * @param finish an end of its merge, at the earliest or at the latest
   */
  public Optional<LocalDate> dayOff(long finish) {
    return dayOff.filter(day -> finish == notBefore + 1);
  }

  /** Whether it is on the critical path. */
  public boolean isCritical() {
    return merge.filter(CriticalPath.Times::isCritical).isPresent();
  }
}
