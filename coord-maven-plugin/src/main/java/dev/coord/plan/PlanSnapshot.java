package dev.coord.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What one version of a plan counts and promises.
 *
 * @param counts work that is claimed done, of what there was to do; parts without any are left out
 * @param promises the days it promises
 */
public record PlanSnapshot(SortedMap<Part, WorkCount> counts, SortedMap<Part, LocalDate> promises) {

  /**
   * A part of a plan.
   *
   * @param id its id; empty for the project
   */
  public record Part(Kind kind, String id) implements Comparable<Part> {

    /** The whole project. */
    public static final Part PROJECT = new Part(Kind.PROJECT, "");

    /** What a part is. */
    public enum Kind {
      /** All of it. */
      PROJECT,
      /** A sprint. */
      SPRINT,
      /** An epic or a phase. */
      EPIC,
      /** A workstream. */
      WORKSTREAM;

      /** The kind in one word. */
      public String word() {
        return name().toLowerCase(Locale.ROOT);
      }
    }

    /** Checks that both are there. */
    public Part {
      Parts.require(kind, id);
    }

    /** A sprint. */
    public static Part sprint(String id) {
      return new Part(Kind.SPRINT, id);
    }

    /** An epic. */
    public static Part epic(String id) {
      return new Part(Kind.EPIC, id);
    }

    /** A workstream. */
    public static Part workstream(String id) {
      return new Part(Kind.WORKSTREAM, id);
    }

    @Override
    public int compareTo(Part other) {
      int byKind = kind.compareTo(other.kind);
      return byKind == 0 ? id.compareTo(other.id) : byKind;
    }
  }

  /** Copies the collections. */
  public PlanSnapshot {
    counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
    promises = Collections.unmodifiableSortedMap(new TreeMap<>(promises));
  }

  /** The version that consists of some files. Of two parts of one id, the first counts. */
  public static PlanSnapshot of(Collection<PlanExtract> files) {
    SortedMap<Part, WorkCount> counts = new TreeMap<>();
    SortedMap<Part, LocalDate> promises = new TreeMap<>();
    Map<String, WorkCount> tasks = new HashMap<>();
    Map<String, PlanExtract.Work> works = new LinkedHashMap<>();
    for (PlanExtract file : files) {
      file.expectedEnd().ifPresent(day -> promises.putIfAbsent(Part.PROJECT, day));
      for (PlanExtract.Work work : file.workstreams()) {
        if (tasks.putIfAbsent(work.id(), work.tasks()) == null) {
          works.put(work.id(), work);
          counts.put(Part.workstream(work.id()), work.tasks());
          work.due().ifPresent(day -> promises.put(Part.workstream(work.id()), day));
        }
      }
    }
    Map<String, PlanExtract.SprintWork> sprints = new LinkedHashMap<>();
    for (PlanExtract file : files) {
      for (PlanExtract.SprintWork sprint : file.sprints()) {
        sprints.putIfAbsent(sprint.id(), sprint);
        sprint.end().ifPresent(day -> promises.putIfAbsent(Part.sprint(sprint.id()), day));
      }
      for (PlanExtract.EpicWork epic : file.epics()) {
        counts.putIfAbsent(
            Part.epic(epic.id()),
            epic.issues().total() > 0
                ? epic.issues()
                : WorkCount.sum(those(tasks, epic.workstreams())));
      }
    }
    sprints(sprints.values(), works.values(), counts);
    counts.put(
        Part.PROJECT,
        WorkCount.sum(
            Stream.concat(
                tasks.values().stream(),
                sprints.values().stream().map(PlanExtract.SprintWork::tasks))));
    counts.values().removeIf(count -> count.total() == 0);
    return new PlanSnapshot(counts, promises);
  }

  /** What {@link SprintTasks} tells of the plan that is there now. */
  private static void sprints(
      Collection<PlanExtract.SprintWork> sprints,
      Collection<PlanExtract.Work> works,
      SortedMap<Part, WorkCount> counts) {
    Map<String, Integer> active = new HashMap<>();
    for (PlanExtract.SprintWork sprint : sprints) {
      sprint.workstreams().stream().distinct().forEach(id -> active.merge(id, 1, Integer::sum));
    }
    Map<String, List<WorkCount>> named = new HashMap<>();
    Map<String, WorkCount> whole = new HashMap<>();
    for (PlanExtract.Work work : works) {
      work.sprints()
          .forEach((id, count) -> named.computeIfAbsent(id, any -> new ArrayList<>()).add(count));
      if (work.sprints().isEmpty() && active.getOrDefault(work.id(), 0) == 1) {
        whole.put(work.id(), work.tasks());
      }
    }
    for (PlanExtract.SprintWork sprint : sprints) {
      counts.put(
          Part.sprint(sprint.id()),
          WorkCount.sum(
              Stream.of(
                      Stream.of(sprint.tasks()),
                      named.getOrDefault(sprint.id(), List.of()).stream(),
                      those(whole, sprint.workstreams()))
                  .flatMap(all -> all)));
    }
  }

  private static Stream<WorkCount> those(Map<String, WorkCount> tasks, List<String> workstreams) {
    return workstreams.stream().distinct().filter(tasks::containsKey).map(tasks::get);
  }
}
