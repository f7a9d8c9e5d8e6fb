package dev.coord.assess;

import dev.coord.diagnostic.Location;
import dev.coord.evidence.Observation;
import dev.coord.evidence.Proof;
import dev.coord.plan.Epic;
import dev.coord.plan.Plan;
import dev.coord.plan.Task;
import dev.coord.plan.TasksRule;
import dev.coord.plan.WorkCount;
import dev.coord.plan.Workstream;
import dev.coord.rule.Facts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Counts the issues of epics, or the tasks of those that have none; each of them once. */
final class EpicCounts {

  private static final int MOST = 5;

  private final List<Proof> open = new ArrayList<>();
  private final List<Proof> closed = new ArrayList<>();
  private int issues;
  private int tasks;

  private EpicCounts() {}

  static Observation<Facts.TaskCount> of(Plan plan, TasksRule rule) {
    boolean all = rule.of() == TasksRule.Of.EPICS;
    List<Epic> epics = all ? plan.epics() : plan.epic(rule.id()).stream().toList();
    EpicCounts counts = new EpicCounts();
    counts.count(plan, epics);
    return Observation.known(
        all ? counts.count("", epics.size()) : counts.count(" of " + rule.id(), 0));
  }

  private void count(Plan plan, List<Epic> epics) {
    Set<Integer> numbers = new HashSet<>();
    Set<String> workstreams = new LinkedHashSet<>();
    for (Epic epic : epics) {
      List<Epic.Issue> counted = WorkCount.counted(epic);
      for (Epic.Issue issue : counted) {
        if (issue.number().isEmpty() || numbers.add(issue.number().getAsInt())) {
          issues++;
          add(
              issue.number().isPresent() ? "#" + issue.number().getAsInt() : issue.title(),
              issue.state().word(),
              issue.state() == Epic.Issue.State.CLOSED,
              issue.origin().self());
        }
      }
      if (counted.isEmpty()) {
        workstreams.addAll(epic.workstreams());
      }
    }
    for (Workstream workstream : plan.workstreams()) {
      if (workstreams.contains(workstream.id())) {
        for (Task task : WorkCount.counted(workstream.tasks())) {
          tasks++;
          add(
              task.id(),
              task.state().word(),
              task.state() == Task.State.DONE,
              task.origin().self());
        }
      }
    }
  }

  private void add(String what, String state, boolean done, Location place) {
    (done ? closed : open)
        .add(
            new Proof(
                Proof.Kind.PLAN,
                Proof.Strength.DECLARED,
                what + " is " + state,
                Optional.of(place),
                place.commit()));
  }

  /** Of two rules of one gate, only the name of the epic tells which one counts what. */
  private Facts.TaskCount count(String whose, int epics) {
    String nouns =
        (tasks == 0 && issues > 0 ? "issues" : issues == 0 ? "tasks" : "issues and tasks") + whose;
    List<Proof> proof =
        open.isEmpty() ? closed.stream().limit(1).toList() : open.stream().limit(MOST).toList();
    return new Facts.TaskCount(closed.size(), issues + tasks, nouns, epics, proof);
  }
}
