package dev.coord.plan.yaml;

import dev.coord.plan.Decision;
import dev.coord.plan.Epic;
import dev.coord.plan.Plan;
import dev.coord.plan.Rule;
import dev.coord.plan.Sprint;
import dev.coord.plan.Sprint.Block;
import dev.coord.plan.Task;
import dev.coord.plan.TaskList;
import dev.coord.plan.TasksRule;
import dev.coord.plan.WorkCount;
import dev.coord.plan.Workstream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Finds what waits for itself. */
final class CycleChecks {
  private static final String PROJECT = "all tasks";
  private static final String EPICS = "tasks of all epics";

  private final ReadContext context;
  private final Plan plan;

  private CycleChecks(ReadContext context, Plan plan) {
    this.context = context;
    this.plan = plan;
  }

  static void check(ReadContext context, Plan plan) {
    CycleChecks checks = new CycleChecks(context, plan);
    checks.workstreams();
    checks.tasks();
    checks.rules();
    checks.decisions();
  }

  private void workstreams() {
    Graph graph = new Graph();
    for (Workstream workstream : plan.workstreams()) {
      for (int i = 0; i < workstream.dependsOn().size(); i++) {
        graph.edge(
            workstream.id(),
            workstream.dependsOn().get(i),
            workstream.origin().of("depends_on", i));
      }
      workstream
          .launch()
          .ifPresent(
              launch -> {
                for (int i = 0; i < launch.waitFor().size(); i++) {
                  graph.edge(
                      workstream.id(), launch.waitFor().get(i), launch.origin().of("wait_for", i));
                }
              });
    }
    report(
        graph,
        "workstreams wait for each other: ",
        "Remove one of them from \"depends_on\" or \"wait_for\".");
  }

  private void tasks() {
    Graph graph = new Graph();
    for (Workstream workstream : plan.workstreams()) {
      workstream.tasks().forEach(task -> edges(graph, workstream.id() + "/", task));
    }
    for (Sprint sprint : plan.sprints()) {
      int number = 1;
      for (Block block : sprint.blocks()) {
        String scope = sprint.id() + " block " + number++ + "/";
        block.tasks().forEach(task -> edges(graph, scope, task));
      }
    }
    Map<String, Integer> lists = new HashMap<>();
    for (TaskList list : plan.taskLists().filter(TaskList::isElsewhere).toList()) {
      int number = lists.merge(list.subject(), 1, Integer::sum);
      String scope = list.subject() + (number == 1 ? "/" : " list " + number + "/");
      list.tasks().forEach(task -> edges(graph, scope, task));
    }
    report(graph, "tasks wait for each other: ", "Remove one of them from \"depends_on\".");
  }

  /** A task waits for what it depends on, and is not done before the tasks nested in it are. */
  private static void edges(Graph graph, String scope, Task task) {
    for (int i = 0; i < task.dependsOn().size(); i++) {
      String on = task.dependsOn().get(i);
      graph.edge(
          scope + task.id(),
          on.indexOf('/') < 0 ? scope + on : on,
          task.origin().of("depends_on", i));
    }
    for (Task nested : task.tasks()) {
      graph.edge(scope + task.id(), scope + nested.id(), nested.origin().self());
      edges(graph, scope, nested);
    }
  }

  private void rules() {
    Graph graph = new Graph();
    for (Workstream workstream : plan.workstreams()) {
      String set = workstream(workstream.id());
      shares(workstream.tasks())
          .forEach(
              rule -> {
                graph.edge(set, set(rule), rule.origin().self());
                graph.edge(PROJECT, set, rule.origin().self());
              });
    }
    for (Epic epic : plan.epics()) {
      graph.edge(EPICS, epic(epic.id()), epic.origin().self());
      for (int i = 0; i < epic.workstreams().size() && WorkCount.counted(epic).isEmpty(); i++) {
        graph.edge(
            epic(epic.id()),
            workstream(epic.workstreams().get(i)),
            epic.origin().of("workstreams", i));
      }
    }
    for (Sprint sprint : plan.sprints()) {
      for (Block block : sprint.blocks()) {
        shares(block.tasks())
            .forEach(rule -> graph.edge(sprint(sprint.id()), set(rule), rule.origin().self()));
      }
    }
    report(
        graph,
        "\"done_when\" needs its own result: ",
        "Let it ask for something else, such as a test or a file.");
  }

  private void decisions() {
    Graph graph = new Graph();
    for (Decision decision : plan.handbook().decisions()) {
      for (int i = 0; i < decision.supersedes().size(); i++) {
        graph.edge(
            decision.id(), decision.supersedes().get(i), decision.origin().of("supersedes", i));
      }
    }
    report(graph, "decisions take each other's place: ", "Remove one of them from \"supersedes\".");
  }

  private static Stream<TasksRule> shares(List<Task> tasks) {
    return tasks.stream()
        .flatMap(Task::flat)
        .flatMap(task -> task.doneWhen().stream())
        .flatMap(Rule::flat)
        .filter(TasksRule.class::isInstance)
        .map(TasksRule.class::cast);
  }

  private static String set(TasksRule rule) {
    return switch (rule.of()) {
      case PROJECT -> PROJECT;
      case WORKSTREAM -> workstream(rule.id());
      case SPRINT -> sprint(rule.id());
      case EPIC -> epic(rule.id());
      case EPICS -> EPICS;
    };
  }

  private static String epic(String id) {
    return "tasks of epic " + id;
  }

  private static String workstream(String id) {
    return "tasks of workstream " + id;
  }

  private static String sprint(String id) {
    return "tasks of sprint " + id;
  }

  private void report(Graph graph, String problem, String remedy) {
    for (Graph.Cycle cycle : graph.cycles()) {
      context.error(cycle.place(), problem + cycle.spelled(), remedy);
    }
  }
}
