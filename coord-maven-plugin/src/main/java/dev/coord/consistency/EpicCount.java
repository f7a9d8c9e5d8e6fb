package dev.coord.consistency;

import dev.coord.plan.Epic;
import dev.coord.plan.Plan;
import dev.coord.plan.WorkCount;
import dev.coord.plan.Workstream;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How much of an epic is done at most. Whose the tasks are of a workstream that two epics share,
 * nothing says: those that are open may be another epic's, and those that are done its own.
 *
 * @param most what is counted, without what may be another epic's
 * @param begun whether something of it is surely done
 * @param left open tasks that may be another epic's, at least 0
 */
record EpicCount(WorkCount most, boolean begun, int left) {

  /** Counts the epics of one plan. */
  static final class Counter {

    private final Plan plan;
    private final Map<String, Long> epics;

    Counter(Plan plan) {
      this.plan = plan;
      this.epics =
          plan.epics().stream()
              .flatMap(epic -> epic.workstreams().stream().distinct())
              .collect(Collectors.groupingBy(id -> id, Collectors.counting()));
    }

    /** By its issues that were not given up, and by the tasks of its workstreams. */
    List<EpicCount> of(Epic epic) {
      WorkCount issues = WorkCount.issues(epic);
      return Stream.of(new EpicCount(issues, issues.done() > 0, 0), tasks(epic))
          .filter(count -> count.most().total() > 0)
          .toList();
    }

    private EpicCount tasks(Epic epic) {
      WorkCount own = tasks(epic, false);
      WorkCount shared = tasks(epic, true);
      int left = shared.total() - shared.done();
      return new EpicCount(
          new WorkCount(
              WorkCount.Of.TASKS, own.done() + shared.done(), own.total() + shared.done()),
          own.done() > 0 || left == 0 && shared.done() > 0,
          left);
    }

    private WorkCount tasks(Epic epic, boolean shared) {
      return WorkCount.of(
          epic.workstreams().stream()
              .distinct()
              .filter(id -> !plan.isDropped(id) && shared == epics.get(id) > 1)
              .flatMap(id -> plan.workstream(id).stream())
              .map(Workstream::tasks)
              .flatMap(List::stream)
              .toList());
    }
  }

  WorkCount.Of of() {
    return most.of();
  }

  int done() {
    return most.done();
  }

  int total() {
    return most.total();
  }

  /** Whether all that is counted is surely its own, or done. */
  boolean isExact() {
    return left == 0;
  }

  /** {@code its tasks say 2 of 3}, with what was left out. */
  String words(String share) {
    String counted = done() + " of " + total() + share;
    String tasks = left == 1 ? "1 that is open" : left + " that are open";
    return isExact()
        ? "its " + of().nouns() + " say " + counted
        : "its "
            + of().nouns()
            + " say at most "
            + counted
            + ": "
            + tasks
            + " may be another epic's, which shares the workstream";
  }
}
