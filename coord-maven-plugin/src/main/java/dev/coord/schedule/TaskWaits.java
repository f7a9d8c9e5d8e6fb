package dev.coord.schedule;

import dev.coord.plan.Plan;
import dev.coord.plan.Task;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The days that workstreams wait for in their midst: an open task that depends on one of another
 * workstream is not done before the day that one is due, and its workstream is not finished before.
 *
 * <p>A task has no length, so nothing is known of when it begins, nor of what it waits for where
 * that has no day.
 */
final class TaskWaits {

  private final OpenWork open;
  private final Map<Task, TaskWait> latest = new IdentityHashMap<>();
  private final Map<String, TaskWait> ofWorkstreams = new HashMap<>();

  private TaskWaits(OpenWork open) {
    this.open = open;
  }

  static TaskWaits of(Plan plan, OpenWork open) {
    TaskWaits waits = new TaskWaits(open);
    waits.follow(
        TaskIndex.dependencies(plan)
            .filter(one -> one.isToCome() && one.workstream().filter(open::isOpen).isPresent())
            .toList());
    return waits;
  }

  /** The last day that a workstream waits for in its midst; of equal ones, the first written. */
  Optional<TaskWait> of(String workstream) {
    return Optional.ofNullable(ofWorkstreams.get(workstream));
  }

  /** Each task behind all that it depends on. */
  private void follow(List<TaskIndex.Dependency> dependencies) {
    Map<Task, List<TaskIndex.Dependency>> users = new IdentityHashMap<>();
    Map<Task, Integer> left = new IdentityHashMap<>();
    for (TaskIndex.Dependency one : dependencies) {
      users.computeIfAbsent(one.on(), any -> new ArrayList<>()).add(one);
      left.merge(one.task(), 1, Integer::sum);
    }
    Deque<Task> free = new ArrayDeque<>();
    dependencies.stream()
        .map(TaskIndex.Dependency::on)
        .filter(task -> !left.containsKey(task) && left.put(task, 0) == null)
        .forEach(free::add);
    while (!free.isEmpty()) {
      for (TaskIndex.Dependency one : users.getOrDefault(free.remove(), List.of())) {
        look(one);
        if (left.merge(one.task(), -1, Integer::sum) == 0) {
          free.add(one.task());
        }
      }
    }
    dependencies.forEach(
        one ->
            Optional.ofNullable(latest.get(one.task()))
                .ifPresent(
                    wait ->
                        ofWorkstreams.merge(one.workstream().orElseThrow(), wait, this::later)));
  }

  private void look(TaskIndex.Dependency one) {
    if (one.otherWorkstream().filter(other -> !open.isOpen(other)).isPresent()) {
      return;
    }
    if (one.otherWorkstream().isPresent()) {
      one.on()
          .due()
          .ifPresent(
              day -> latest.merge(one.task(), new TaskWait(one, one.on(), day), this::later));
    }
    Optional.ofNullable(latest.get(one.on()))
        .ifPresent(
            wait ->
                latest.merge(one.task(), new TaskWait(one, wait.until(), wait.day()), this::later));
  }

  private TaskWait later(TaskWait one, TaskWait other) {
    return other.day().isAfter(one.day()) ? other : one;
  }
}
