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
  private final Names names = new Names();
  private final Nearest nearest = new Nearest();
  private final List<Reference> references = new ArrayList<>();
  private final List<Reference> waived = new ArrayList<>();
  private final Map<String, Location> emails = new HashMap<>();
  private final Map<String, TaskScope> workstreamTasks = new LinkedHashMap<>();
  private final List<TaskScope> taskScopes = new ArrayList<>();

  ReadContext(Problems problems) {
    this.problems = problems;
  }

  void error(Location place, String problem, String remedy) {
    problems.error(place, problem, remedy);
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
  void waive(String result, Location place) {
    waived.add(new Reference(List.of(Kind.GATE), result, place));
  }

  List<Reference> waived() {
    return waived;
  }

  /** Notes an address by which commits are matched to one person. */
  void email(String address, Location place) {
    Location before = emails.putIfAbsent(address.toLowerCase(Locale.ROOT), place);
    if (before != null) {
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
    taskScopes.add(scope);
    return scope;
  }

  Map<String, TaskScope> workstreamTasks() {
    return workstreamTasks;
  }

  List<TaskScope> taskScopes() {
    return taskScopes;
  }
}
