package dev.coord.plan.yaml;

import dev.coord.diagnostic.Location;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the readers of one plan share: what is wrong so far, and which names were seen. */
final class ReadContext {
  private final Problems problems;
  private final boolean aside;
  private final Names names;
  private final Nearest nearest;
  private final List<Reference> references;
  private final List<WaivedResult> waived;
  private final Map<String, Location> emails;
  private final Map<String, TaskScope> workstreamTasks;
  private final List<TaskScope> taskScopes;
  private final List<BareTask> bareTasks;
  private final Doubts doubts;

  ReadContext(Problems problems) {
    this.problems = problems;
    aside = false;
    names = new Names();
    nearest = new Nearest();
    references = new ArrayList<>();
    waived = new ArrayList<>();
    emails = new HashMap<>();
    workstreamTasks = new LinkedHashMap<>();
    taskScopes = new ArrayList<>();
    bareTasks = new ArrayList<>();
    doubts = new Doubts();
  }

  private ReadContext(ReadContext main) {
    problems = main.problems;
    aside = true;
    names = main.names;
    nearest = main.nearest;
    references = main.references;
    waived = main.waived;
    emails = main.emails;
    workstreamTasks = main.workstreamTasks;
    taskScopes = main.taskScopes;
    bareTasks = main.bareTasks;
    doubts = main.doubts;
  }

  /**
   * The same for reading what stands under a key that was written before. Only one of the two can
   * stay, so what both define is not defined twice.
   */
  ReadContext aside() {
    return new ReadContext(this);
  }

  boolean isAside() {
    return aside;
  }

  void error(Location place, String problem, String remedy) {
    problems.error(place, problem, remedy);
  }

  /** How many problems were found so far. */
  long count() {
    return problems.count();
  }

  /** What cannot be told, because a part of the plan cannot be read. */
  Doubts doubts() {
    return doubts;
  }

  Names names() {
    return names;
  }

  Nearest nearest() {
    return nearest;
  }

  void refer(String id, Location place, Kind... kinds) {
    references.add(new Reference(List.of(kinds), id, place));
  }

  List<Reference> references() {
    return references;
  }

  /** Notes that a gate, or one comparison of it, is waived. */
  void waive(WaivedResult result) {
    waived.add(result);
  }

  List<WaivedResult> waived() {
    return waived;
  }

  /** Notes an address by which commits are matched to one person. */
  void email(String address, Location place) {
    Location before = emails.putIfAbsent(address.toLowerCase(Locale.ROOT), place);
    if (before != null && !aside) {
      error(
          place,
          "the address " + Words.quote(address) + " is already written at " + before,
          "Keep it where it belongs: commits are matched to people by it.");
    }
  }

  /** The names of a workstream's tasks. */
  TaskScope tasksOfWorkstream(String workstream) {
    TaskScope scope = tasksOfBlock();
    workstreamTasks.putIfAbsent(workstream, scope);
    return scope;
  }

  /** The names of the tasks of a block of a sprint. */
  TaskScope tasksOfBlock() {
    TaskScope scope = new TaskScope();
    if (aside) {
      scope.open();
    }
    taskScopes.add(scope);
    return scope;
  }

  Map<String, TaskScope> workstreamTasks() {
    return workstreamTasks;
  }

  List<TaskScope> taskScopes() {
    return taskScopes;
  }

  List<BareTask> bareTasks() {
    return bareTasks;
  }
}
