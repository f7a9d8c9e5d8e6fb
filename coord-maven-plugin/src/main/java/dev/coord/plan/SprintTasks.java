package dev.coord.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Which tasks of workstreams belong to which sprint.
 *
 * <p>A task belongs to the sprint that it names, or that the task names which it is nested in.
 * Where no task of a workstream names one, all of them belong to the one sprint that the workstream
 * is active in; a workstream that is active in several has no task in any of them, for nobody says
 * in which.
 */
public final class SprintTasks {

  /** Of a sprint, the tasks of each workstream, in the plan's order. */
  private final Map<String, Map<String, List<Task>>> bySprint = new HashMap<>();

  private final Set<String> naming = new HashSet<>();
  private final Set<String> undecided = new HashSet<>();

  /** Sorts the tasks of a plan. */
  public SprintTasks(Plan plan) {
    Map<String, List<String>> active = new HashMap<>();
    for (Sprint sprint : plan.sprints()) {
      sprint
          .workstreams()
          .forEach(id -> active.computeIfAbsent(id, any -> new ArrayList<>()).add(sprint.id()));
    }
    for (Workstream workstream : plan.workstreams()) {
      Set<String> named = named(workstream.tasks());
      List<String> sprints = active.getOrDefault(workstream.id(), List.of());
      if (!named.isEmpty()) {
        naming.add(workstream.id());
        named.forEach(sprint -> add(sprint, workstream, of(workstream.tasks(), sprint)));
      } else if (sprints.size() == 1) {
        add(sprints.get(0), workstream, workstream.tasks());
      } else if (sprints.size() > 1 && !workstream.tasks().isEmpty()) {
        undecided.add(workstream.id());
      }
    }
  }

  private void add(String sprint, Workstream workstream, List<Task> tasks) {
    if (!tasks.isEmpty()) {
      bySprint
          .computeIfAbsent(sprint, any -> new LinkedHashMap<>())
          .put(workstream.id(), List.copyOf(tasks));
    }
  }

  /** The sprints that tasks name. */
  static Set<String> named(List<Task> tasks) {
    Set<String> named = new TreeSet<>();
    tasks.stream()
        .flatMap(Task::flat)
        .map(Task::sprint)
        .flatMap(Optional::stream)
        .forEach(named::add);
    return named;
  }

  /** Those of a sprint by what they name, without what is nested in them and is not of it. */
  static List<Task> of(List<Task> tasks, String sprint) {
    return of(tasks, sprint, Optional.empty()).toList();
  }

  private static Stream<Task> of(List<Task> tasks, String sprint, Optional<String> outer) {
    return tasks.stream()
        .map(
            task -> {
              Optional<String> its = task.sprint().or(() -> outer);
              if (task.tasks().isEmpty()) {
                return its.equals(Optional.of(sprint)) ? task : null;
              }
              List<Task> nested = of(task.tasks(), sprint, its).toList();
              return nested.isEmpty() ? null : task.with(nested);
            })
        .filter(Objects::nonNull);
  }

  /** All tasks of a sprint: of its blocks, then of workstreams. */
  public List<Task> of(Sprint sprint) {
    return Stream.concat(
            TaskScope.blocks(sprint), ofWorkstreams(sprint).values().stream().flatMap(List::stream))
        .toList();
  }

  /** The tasks of workstreams that belong to a sprint, by workstream, in the plan's order. */
  public Map<String, List<Task>> ofWorkstreams(Sprint sprint) {
    return Collections.unmodifiableMap(bySprint.getOrDefault(sprint.id(), Map.of()));
  }

  /** Whether tasks of a workstream name sprints. */
  public boolean names(String workstream) {
    return naming.contains(workstream);
  }

  /** Whether nobody says to which sprint the tasks of a workstream belong. */
  public boolean isUndecided(String workstream) {
    return undecided.contains(workstream);
  }
}
