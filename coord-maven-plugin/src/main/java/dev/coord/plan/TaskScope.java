package dev.coord.plan;

import java.util.List;
import java.util.stream.Stream;

/**
 * Which tasks a part of a plan counts: one answer for pages, for rules, and, in {@link
 * PlanSnapshot}, for past versions. The project counts each task of its workstreams and blocks
 * once, so it is the sum of its sprints where each task belongs to one of them.
 */
public final class TaskScope {

  private TaskScope() {}

  /** Those of the project: of all workstreams, and of the blocks of all sprints. */
  public static List<Task> of(Plan plan) {
    return Stream.concat(
            plan.workstreams().stream().flatMap(workstream -> workstream.tasks().stream()),
            plan.sprints().stream().flatMap(TaskScope::blocks))
        .toList();
  }

  /** Those of a sprint: of its blocks, and those of workstreams that {@link SprintTasks} tells. */
  public static List<Task> of(Plan plan, Sprint sprint) {
    return new SprintTasks(plan).of(sprint);
  }

  /** Those of an epic: of its workstreams that were not given up. */
  static List<Task> of(Plan plan, Epic epic) {
    return epic.workstreams().stream()
        .distinct()
        .filter(id -> !plan.isDropped(id))
        .flatMap(id -> plan.workstream(id).stream())
        .flatMap(workstream -> workstream.tasks().stream())
        .toList();
  }

  static Stream<Task> blocks(Sprint sprint) {
    return sprint.blocks().stream().flatMap(block -> block.tasks().stream());
  }
}
