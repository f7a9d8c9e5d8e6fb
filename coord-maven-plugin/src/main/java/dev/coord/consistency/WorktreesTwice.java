package dev.coord.consistency;

import dev.coord.path.DirectoryPath;
import dev.coord.plan.Plan;
import dev.coord.plan.Workstream;
import dev.coord.schedule.PlanSchedule;
import dev.coord.schedule.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Worktrees that two workstreams are to work in at once: git checks out one branch in each. One
 * that comes after another by the plan may take over its worktree.
 */
final class WorktreesTwice {

  private final Sequence sequence;

  private WorktreesTwice(Sequence sequence) {
    this.sequence = sequence;
  }

  static Stream<Contradiction> of(Plan plan, PlanSchedule schedule) {
    WorktreesTwice twice = new WorktreesTwice(new Sequence(schedule.waits()));
    Map<DirectoryPath, List<Workstream>> users = new LinkedHashMap<>();
    for (Workstream workstream : schedule.open().workstreams()) {
      workstream
          .worktree()
          .filter(path -> workstream.branch().isPresent())
          .map(DirectoryPath::of)
          .ifPresent(path -> users.computeIfAbsent(path, any -> new ArrayList<>()).add(workstream));
    }
    return users.values().stream().flatMap(twice::look);
  }

  /** Each with the first one before it in the plan that it may meet. */
  private Stream<Contradiction> look(List<Workstream> users) {
    List<Contradiction> found = new ArrayList<>();
    for (int i = 1; i < users.size(); i++) {
      Workstream one = users.get(i);
      users.subList(0, i).stream()
          .filter(other -> !other.branch().equals(one.branch()))
          .filter(other -> sequence.isAtOnce(one, other))
          .findFirst()
          .ifPresent(other -> found.add(contradiction(one, other)));
    }
    return found.stream();
  }

  private static Contradiction contradiction(Workstream one, Workstream other) {
    return new Contradiction(
        one.id(),
        "worktree: " + one.worktree().orElseThrow(),
        one.origin().of("worktree"),
        other.id() + " works there, too, on another branch, and neither waits for the other",
        List.of(other.origin().of("worktree")),
        "Give each a worktree of its own.");
  }
}
