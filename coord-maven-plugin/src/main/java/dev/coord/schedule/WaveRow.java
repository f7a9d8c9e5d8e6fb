package dev.coord.schedule;

import dev.coord.plan.Merges.Wave;
import java.util.Objects;
import java.util.Optional;

/**
 * A wave in the schedule.
 *
 * @param notBefore the working day, from 0, before which it is not merged, whatever the lengths are
 *     that are not known
 * @param work from the first day of its first workstream to the day of the merge, at the earliest
 *     and at the latest; empty when that cannot be told
 * @param merge the day of the merge alone: it is this that can be late, or is critical
 * @param problem why it has no times, a clause; empty when it has
 */
public record WaveRow(
    Wave wave,
    long notBefore,
    Optional<CriticalPath.Times> work,
    Optional<CriticalPath.Times> merge,
    String problem) {

  /** Checks that all parts are there. */
  public WaveRow {
    Objects.requireNonNull(wave, "wave");
    Objects.requireNonNull(work, "work");
    Objects.requireNonNull(merge, "merge");
    Objects.requireNonNull(problem, "problem");
  }

  /** Whether it is on the critical path. */
  public boolean isCritical() {
    return merge.filter(CriticalPath.Times::isCritical).isPresent();
  }
}
