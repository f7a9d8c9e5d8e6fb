package dev.coord.consistency;

import dev.coord.plan.Plan;
import dev.coord.plan.Task;
import dev.coord.plan.TaskList;
import java.util.List;
import java.util.stream.Stream;

/** Tasks that are done before what is nested in them, or that are due before it is. */
final class NestedTasks {

  private NestedTasks() {}

  static Stream<Contradiction> of(Plan plan) {
    return plan.taskLists()
        .flatMap(
            list ->
                list.flat()
                    .filter(task -> !task.tasks().isEmpty())
                    .flatMap(task -> Stream.concat(done(list, task), due(list, task))));
  }

  private static Stream<Contradiction> done(TaskList list, Task task) {
    List<Task> open =
        task.state() == Task.State.DONE
            ? task.tasks().stream().flatMap(NestedTasks::open).toList()
            : List.of();
    return open.stream()
        .limit(1)
        .map(
            first ->
                contradiction(
                    list,
                    task,
                    "state",
                    "task " + task.id() + " is done",
                    (open.size() == 1
                            ? "of what is nested in it, "
                            : open.size() + " of what is nested in it are open, the first is ")
                        + first.id()
                        + (open.size() == 1 ? " is " + first.state().word() : ""),
                    first,
                    "Correct its state, or that of what is nested in it."));
  }

  private static Stream<Contradiction> due(TaskList list, Task task) {
    return task.due().filter(day -> task.isOpen()).stream()
        .flatMap(
            day ->
                task.tasks().stream()
                    .flatMap(Task::flat)
                    .filter(
                        nested -> nested.isOpen() && nested.due().filter(day::isBefore).isPresent())
                    .limit(1)
                    .map(
                        nested ->
                            contradiction(
                                list,
                                task,
                                "due",
                                "task " + task.id() + " is due on " + day,
                                nested.id()
                                    + ", which is nested in it, is due on "
                                    + nested.due().orElseThrow(),
                                nested,
                                "Mend one of the two days.")));
  }

  /** What is still to be done of a task; one that was given up takes with it what it holds. */
  private static Stream<Task> open(Task task) {
    if (task.state() == Task.State.DROPPED) {
      return Stream.empty();
    }
    return task.tasks().isEmpty()
        ? Stream.of(task).filter(Task::isOpen)
        : task.tasks().stream().flatMap(NestedTasks::open);
  }

  private static Contradiction contradiction(
      TaskList list,
      Task task,
      String key,
      String claim,
      String found,
      Task nested,
      String remedy) {
    return new Contradiction(
        list.subject() + "/" + task.id(),
        claim,
        task.origin().of(key),
        found,
        List.of(nested.origin().of(key)),
        remedy);
  }
}
