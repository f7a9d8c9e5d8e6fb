package dev.coord.plan;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How much work a plan, or one of its files, holds and what it promises: little enough to keep of
 * every past version.
 *
 * @param workstreams in the order written
 * @param sprints in the order written
 * @param epics in the order written
 * @param expectedEnd the day the project is to end
 */
public record PlanExtract(
    List<Work> workstreams,
    List<SprintWork> sprints,
    List<EpicWork> epics,
    Optional<LocalDate> expectedEnd) {

  /**
   * A workstream.
   *
   * @param tasks its tasks
   * @param sprints those of each sprint that tasks name; empty when none names one
   * @param due the day it promises, as written
   */
  public record Work(
      String id, WorkCount tasks, Map<String, WorkCount> sprints, Optional<LocalDate> due) {
    /** Copies the collection. */
    public Work {
      Parts.require(id, tasks, due);
      sprints = Map.copyOf(sprints);
    }

    private static Work of(Workstream workstream) {
      Map<String, WorkCount> sprints = new HashMap<>();
      SprintTasks.named(workstream.tasks())
          .forEach(
              sprint ->
                  sprints.put(sprint, WorkCount.of(SprintTasks.of(workstream.tasks(), sprint))));
      return new Work(workstream.id(), WorkCount.of(workstream.tasks()), sprints, workstream.due());
    }
  }

  /**
   * A sprint.
   *
   * @param tasks those of its blocks
   * @param workstreams ids of the workstreams that are active in it
   * @param end its last day, as written
   */
  public record SprintWork(
      String id, WorkCount tasks, List<String> workstreams, Optional<LocalDate> end) {
    /** Copies the collection. */
    public SprintWork {
      Parts.require(id, tasks, end);
      workstreams = List.copyOf(workstreams);
    }
  }

  /**
   * An epic.
   *
   * @param issues those that were not given up
   * @param workstreams ids of the workstreams whose tasks count where it has no issue
   */
  public record EpicWork(String id, WorkCount issues, List<String> workstreams) {
    /** Copies the collection. */
    public EpicWork {
      Parts.require(id, issues);
      workstreams = List.copyOf(workstreams);
    }
  }

  /** Copies the collections. */
  public PlanExtract {
    workstreams = List.copyOf(workstreams);
    sprints = List.copyOf(sprints);
    epics = List.copyOf(epics);
    Parts.require(expectedEnd);
  }

  /**
   * That of one file of a plan.
   *
   * @param file its path
   */
  public static PlanExtract of(Plan plan, String file) {
    return of(
        plan.workstreams().stream().filter(w -> isIn(file, w.origin())).toList(),
        plan.sprints().stream().filter(s -> isIn(file, s.origin())).toList(),
        plan.epics().stream().filter(e -> isIn(file, e.origin())).toList(),
        plan.project().expectedEnd().filter(day -> isIn(file, plan.project().origin())));
  }

  private static boolean isIn(String file, Origin origin) {
    return origin.self().file().equals(file);
  }

  /** That of a whole plan. */
  public static PlanExtract of(Plan plan) {
    return of(plan.workstreams(), plan.sprints(), plan.epics(), plan.project().expectedEnd());
  }

  /** That of what was read, whether or not it fits together. */
  public static PlanExtract of(
      List<Workstream> workstreams,
      List<Sprint> sprints,
      List<Epic> epics,
      Optional<LocalDate> expectedEnd) {
    return new PlanExtract(
        workstreams.stream().map(Work::of).toList(),
        sprints.stream()
            .map(
                s ->
                    new SprintWork(
                        s.id(),
                        WorkCount.of(TaskScope.blocks(s).toList()),
                        List.copyOf(s.workstreams()),
                        s.end()))
            .toList(),
        epics.stream()
            .map(e -> new EpicWork(e.id(), WorkCount.issues(e), e.workstreams()))
            .toList(),
        expectedEnd);
  }
}
