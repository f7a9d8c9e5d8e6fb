package dev.coord.plan;

import dev.coord.plan.PlanDiff.Kind;
import java.util.Map;
import java.util.Optional;

/** Finds where less than before proves that a task is done: its own workstream may write that. */
final class TaskDiff {

  private TaskDiff() {}

  static void between(Plan base, Plan branch, Changes changes) {
    for (Workstream workstream : base.workstreams()) {
      branch.workstream(workstream.id()).ifPresent(now -> compare(workstream, tasks(now), changes));
    }
  }

  private static Map<String, Task> tasks(Workstream workstream) {
    return PlanDiff.byId(workstream.tasks().stream().flatMap(Task::flat).toList(), Task::id);
  }

  private static void compare(Workstream workstream, Map<String, Task> kept, Changes changes) {
    for (Task task : tasks(workstream).values()) {
      Optional<Task> now = Optional.ofNullable(kept.get(task.id()));
      if (task.doneWhen().isEmpty() || now.filter(one -> isAsProven(task, one)).isPresent()) {
        continue;
      }
      Rule before = task.doneWhen().get();
      String name = "The task \"" + workstream.id() + "/" + task.id() + "\"";
      String asked = " asked for " + RuleDiff.shortly(before);
      if (now.isEmpty()) {
        changes.removed(
            Kind.PROOF_RELAXED,
            workstream.id(),
            task.id(),
            name + ", which" + asked + ", is removed.",
            task.origin().self());
        continue;
      }
      changes.add(
          Kind.PROOF_RELAXED,
          workstream.id(),
          task.id(),
          name
              + now.get()
                  .doneWhen()
                  .map(rule -> " " + RuleDiff.another(before, rule))
                  .orElse(asked + " and asks for nothing")
              + ".",
          before.origin().self(),
          now.get().doneWhen().map(Rule::origin).orElse(now.get().origin()).self());
    }
  }

  /** Whether at least as much proves it; what was given up needs no proof. */
  private static boolean isAsProven(Task before, Task now) {
    return now.state() == Task.State.DROPPED
        || now.doneWhen()
            .filter(rule -> Implication.of(rule, before.doneWhen().orElseThrow()))
            .isPresent();
  }
}
