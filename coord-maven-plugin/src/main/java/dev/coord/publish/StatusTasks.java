package dev.coord.publish;

import dev.coord.plan.Task;
import dev.coord.site.RuleNotation;
import java.util.ArrayList;
import java.util.List;

/** Lists of tasks in {@code status.json}: those at every level, one after the other. */
final class StatusTasks {

  private final Json json;

  StatusTasks(Json json) {
    this.json = json;
  }

  /** A task, and the id of the one that it is part of; empty at the first level. */
  private record Listed(Task task, String parent) {}

  void write(String name, List<Task> tasks) {
    List<Listed> all = new ArrayList<>(tasks.size());
    add(tasks, "", all);
    json.list(name, all, this::task);
  }

  private static void add(List<Task> tasks, String parent, List<Listed> all) {
    for (Task task : tasks) {
      all.add(new Listed(task, parent));
      add(task.tasks(), task.id(), all);
    }
  }

  private void task(Listed listed) {
    Task task = listed.task();
    json.text("id", task.id());
    json.text("part_of", listed.parent());
    json.text("text", task.text());
    json.text("state", task.state().word());
    json.texts("owners", task.owners());
    json.text("due", task.due());
    json.text("size", task.size());
    json.texts("depends_on", task.dependsOn());
    json.patterns("paths", task.paths());
    json.text("sprint", task.sprint());
    json.text("done_when", task.doneWhen().map(RuleNotation::of));
  }
}
