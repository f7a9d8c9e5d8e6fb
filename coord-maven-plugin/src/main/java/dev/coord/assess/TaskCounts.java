package dev.coord.assess;

import dev.coord.diagnostic.Location;
import dev.coord.evidence.Observation;
import dev.coord.evidence.Proof;
import dev.coord.plan.Plan;
import dev.coord.plan.Task;
import dev.coord.plan.TaskScope;
import dev.coord.plan.TasksRule;
import dev.coord.plan.WorkCount;
import dev.coord.plan.Workstream;
import dev.coord.rule.Facts;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Counts what is claimed done. Nested tasks count instead of the task they are nested in. */
final class TaskCounts {

  /**
   * A share of tasks.
   *
   * @param done tasks claimed done
   * @param total tasks that were not dropped
   */
  record Count(int done, int total) {}

  private static final int MOST_TASKS = 5;

  private TaskCounts() {}

  static Count count(Collection<Task> tasks) {
    WorkCount count = WorkCount.of(tasks);
    return new Count(count.done(), count.total());
  }

  /** The innermost tasks that were not given up; one whose parts were all given up stands alone. */
  static List<Task> counted(Collection<Task> tasks) {
    return WorkCount.counted(tasks);
  }

  /** Tasks at every level that are neither finished nor given up, alone or with their whole. */
  static Stream<Task> open(Collection<Task> tasks) {
    return tasks.stream()
        .filter(t -> t.state() != Task.State.DROPPED)
        .flatMap(
            t ->
                Stream.concat(
                    t.state() == Task.State.DONE ? Stream.empty() : Stream.of(t), open(t.tasks())));
  }

  static Observation<Facts.TaskCount> of(Plan plan, TasksRule rule) {
    List<Task> tasks =
        switch (rule.of()) {
          case EPIC, EPICS -> List.of();
          case PROJECT -> TaskScope.of(plan);
          case WORKSTREAM -> plan.workstream(rule.id()).map(Workstream::tasks).orElse(List.of());
          case SPRINT -> plan.sprint(rule.id()).map(s -> TaskScope.of(plan, s)).orElse(List.of());
        };
    if (rule.of() == TasksRule.Of.EPIC || rule.of() == TasksRule.Of.EPICS) {
      return EpicCounts.of(plan, rule);
    }
    Count count = count(tasks);
    return Observation.known(new Facts.TaskCount(count.done(), count.total(), proof(tasks)));
  }

  /** The open tasks, or one that is done: a share of claims is never more than declared. */
  private static List<Proof> proof(List<Task> tasks) {
    List<Task> counted = counted(tasks);
    List<Task> open = counted.stream().filter(t -> t.state() != Task.State.DONE).toList();
    return (open.isEmpty() ? counted.stream().limit(1) : open.stream().limit(MOST_TASKS))
        .map(TaskCounts::declared)
        .toList();
  }

  private static Proof declared(Task task) {
    Location place = task.origin().self();
    return new Proof(
        Proof.Kind.PLAN,
        Proof.Strength.DECLARED,
        task.id() + " is " + task.state().word(),
        Optional.of(place),
        place.commit());
  }
}
