package dev.coord.schedule;

import dev.coord.plan.Task;
import java.time.LocalDate;
import java.util.Objects;

/**
 * One workstream that waits for a task of another.
 *
 * @param by the dependency of its own task, from which it follows
 * @param until the task that is waited for, by way of others where it is not the same
 * @param day the day that one is due
 */
public record TaskWait(TaskIndex.Dependency by, Task until, LocalDate day) {
  /** Checks that all parts are there. */
  public TaskWait {
    Objects.requireNonNull(by, "by");
    Objects.requireNonNull(until, "until");
    Objects.requireNonNull(day, "day");
  }
}
