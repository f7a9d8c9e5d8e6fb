package dev.coord.schedule;

import dev.coord.diagnostic.Location;
import dev.coord.plan.Plan;
import dev.coord.plan.Task;
import dev.coord.plan.TaskList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The tasks of a plan, with those that each depends on. */
public final class TaskIndex {

  /**
   * A task and one that it depends on.
   *
   * @param list what the task is in
   * @param workstream the workstream that the task is of, where it is of one
   * @param number of the dependency, from 0
   */
  public record Dependency(
      TaskList list, Optional<String> workstream, Task task, int number, Task on) {
    /** Checks that all parts are there. */
    public Dependency {
      Objects.requireNonNull(list, "list");
      Objects.requireNonNull(workstream, "workstream");
      Objects.requireNonNull(task, "task");
      Objects.requireNonNull(on, "on");
    }

    /** What the task is called. */
    public String subject() {
      return list.subject() + "/" + task.id();
    }

    /** The workstream of the other one, where it is another than the task's. */
    public Optional<String> otherWorkstream() {
      int slash = name().indexOf('/');
      return slash < 0
          ? Optional.empty()
          : Optional.of(name().substring(0, slash))
              .filter(id -> !workstream.equals(Optional.of(id)));
    }

    /** Whether both are still to be done. */
    public boolean isToCome() {
      return isOpen(task) && isOpen(on);
    }

    /** Where the task says so. */
    public Location place() {
      return task.origin().of("depends_on", number);
    }

    /** What the task calls the other one. */
    public String name() {
      return task.dependsOn().get(number);
    }
  }

  private final Map<String, Task> ofWorkstreams = new HashMap<>();

  private TaskIndex(Plan plan) {
    plan.workstreams()
        .forEach(
            workstream ->
                workstream.tasks().stream()
                    .flatMap(Task::flat)
                    .forEach(
                        task ->
                            ofWorkstreams.putIfAbsent(workstream.id() + "/" + task.id(), task)));
  }

  /** All dependencies between tasks, in the order written. */
  public static Stream<Dependency> dependencies(Plan plan) {
    TaskIndex index = new TaskIndex(plan);
    return plan.taskLists().flatMap(index::in);
  }

  private Stream<Dependency> in(TaskList list) {
    List<Task> tasks = list.flat().toList();
    if (tasks.stream().allMatch(task -> task.dependsOn().isEmpty())) {
      return Stream.empty();
    }
    Map<String, Task> own = new HashMap<>();
    tasks.forEach(task -> own.putIfAbsent(task.id(), task));
    return tasks.stream()
        .flatMap(
            task ->
                IntStream.range(0, task.dependsOn().size())
                    .boxed()
                    .flatMap(
                        i ->
                            named(own, task.dependsOn().get(i)).stream()
                                .map(
                                    on ->
                                        new Dependency(
                                            list, workstream(list, task), task, i, on))));
  }

  /** A sprint may be called like a workstream. */
  private Optional<String> workstream(TaskList list, Task task) {
    return Optional.of(list.subject())
        .filter(id -> ofWorkstreams.get(id + "/" + task.id()) == task);
  }

  private Optional<Task> named(Map<String, Task> own, String name) {
    return Optional.ofNullable((name.indexOf('/') < 0 ? own : ofWorkstreams).get(name));
  }

  /** Whether a task is still to be done. */
  public static boolean isOpen(Task task) {
    return task.isOpen();
  }
}
