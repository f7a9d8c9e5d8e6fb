package dev.coord.plan;

import java.util.List;
import java.util.stream.Stream;

/**
 * Tasks and what they are of.
 *
 * @param subject what they are of, such as {@code checkout} or {@code wave wave-1}
 * @param tasks at the outer level
 */
public record TaskList(String subject, List<Task> tasks) {
  /** Copies the collection. */
  public TaskList {
    Parts.require(subject);
    tasks = List.copyOf(tasks);
  }

  /** Whether they are of something else than a workstream or a sprint. */
  public boolean isElsewhere() {
    return subject.indexOf(' ') >= 0;
  }

  /** The tasks at every level, depth first in the order written. */
  public Stream<Task> flat() {
    return tasks.stream().flatMap(Task::flat);
  }
}
