package dev.coord.assess;

import dev.coord.evidence.BranchDelta;
import dev.coord.evidence.BranchEvidence;
import dev.coord.evidence.Commit;
import dev.coord.evidence.FileChange;
import dev.coord.evidence.FileChange.Kind;
import dev.coord.evidence.Observation;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Which changes of a branch are its workstream's own, where it was begun on another one's branch or
 * merged that: the other's commits are on it as well.
 *
 * <p>Of commits that two branches have, those are the other's whose work this one depends on, and
 * those of a branch that is wholly in this one. Of the rest nobody can tell whose they are.
 */
final class OwnChanges {

  private final Map<String, Work> works = new LinkedHashMap<>();
  private final Map<String, Set<String>> dependencies = new HashMap<>();

  /** What a branch has, and what its merges brought. */
  private record Work(Optional<String> tip, List<BranchDelta> deltas, Set<String> commits) {
    static Work of(BranchEvidence branch) {
      List<BranchDelta> deltas =
          Stream.concat(
                  branch.delta().optional().stream(),
                  branch.earlier().flatMap(Observation::optional).stream())
              .toList();
      Set<String> commits = new HashSet<>();
      deltas.forEach(delta -> delta.commits().forEach(commit -> commits.add(commit.id())));
      return new Work(branch.tip().map(Commit::id), deltas, commits);
    }

    private Optional<Kind> kind(String path) {
      return deltas.stream()
          .flatMap(delta -> delta.changes().stream())
          .filter(change -> change.path().equals(path))
          .map(FileChange::kind)
          .findFirst();
    }
  }

  OwnChanges(Dependencies dependencies, List<WorkstreamState> states) {
    Map<String, List<String>> direct = new HashMap<>();
    for (WorkstreamState state : states) {
      state.branch().ifPresent(branch -> works.put(state.id(), Work.of(branch)));
      direct.put(state.id(), dependencies.of(state.workstream()));
    }
    works.keySet().forEach(id -> this.dependencies.put(id, reached(id, direct)));
  }

  private static Set<String> reached(String id, Map<String, List<String>> direct) {
    Set<String> reached = new HashSet<>();
    Deque<String> left = new ArrayDeque<>(direct.getOrDefault(id, List.of()));
    while (!left.isEmpty()) {
      String next = left.remove();
      if (reached.add(next)) {
        left.addAll(direct.getOrDefault(next, List.of()));
      }
    }
    return reached;
  }

  /**
   * The same delta with what a workstream did to files that others had changed before, and without
   * what the others alone did. What may be its own counts.
   */
  BranchDelta of(String workstream, BranchDelta delta) {
    List<Work> others =
        works.entrySet().stream()
            .filter(other -> dependsOn(workstream, other.getKey()))
            .map(Map.Entry::getValue)
            .toList();
    return without(delta, others);
  }

  /** The same delta without all that others may have done. */
  BranchDelta surely(String workstream, BranchDelta delta) {
    List<Work> others =
        works.entrySet().stream()
            .filter(other -> !other.getKey().equals(workstream))
            .filter(other -> !isWithin(workstream, other.getKey()))
            .map(Map.Entry::getValue)
            .toList();
    return without(delta, others);
  }

  private boolean dependsOn(String workstream, String other) {
    return !other.equals(workstream)
        && dependencies.getOrDefault(workstream, Set.of()).contains(other);
  }

  /** Whether what two have in common is the first one's: the other has all of it. */
  private boolean isWithin(String workstream, String other) {
    if (dependsOn(workstream, other)) {
      return false;
    }
    if (dependsOn(other, workstream)) {
      return true;
    }
    Set<String> its = works.get(other).commits();
    return Optional.ofNullable(works.get(workstream))
        .filter(
            one -> one.tip().filter(its::contains).isPresent() || its.containsAll(one.commits()))
        .isPresent();
  }

  private static BranchDelta without(BranchDelta delta, List<Work> others) {
    Predicate<Commit> foreign =
        commit -> others.stream().anyMatch(other -> other.commits().contains(commit.id()));
    if (delta.commits().stream().noneMatch(foreign)) {
      return delta;
    }
    Set<String> own = new HashSet<>(delta.uncommitted());
    Map<String, String> borrowed = new LinkedHashMap<>();
    for (Commit commit : delta.commits()) {
      if (foreign.test(commit)) {
        commit.paths().forEach(path -> borrowed.putIfAbsent(path, commit.id()));
      } else {
        own.addAll(commit.paths());
      }
    }
    Map<String, FileChange> net = new LinkedHashMap<>();
    delta.changes().forEach(change -> net.put(change.path(), change));
    List<FileChange> changes = new ArrayList<>();
    for (FileChange change : delta.changes()) {
      if (!borrowed.containsKey(change.path())) {
        changes.add(change);
      } else if (own.contains(change.path())) {
        changes.add(since(change, before(change.path(), borrowed, others)));
      }
    }
    for (String path : borrowed.keySet()) {
      boolean taken =
          own.contains(path)
              && !net.containsKey(path)
              && before(path, borrowed, others).equals(Optional.of(Kind.ADDED));
      if (taken) {
        changes.add(new FileChange(path, Kind.DELETED, 0, 0, false));
      }
    }
    return new BranchDelta(
        delta.basis(),
        delta.baseName(),
        delta.base(),
        delta.mergeBase(),
        delta.tip(),
        delta.ahead(),
        delta.behind(),
        changes,
        delta.commits().stream().filter(foreign.negate()).toList(),
        delta.uncommitted(),
        delta.renamed());
  }

  /** What became of a path by those whose commit of it is on the branch. */
  private static Optional<Kind> before(
      String path, Map<String, String> borrowed, List<Work> others) {
    return others.stream()
        .filter(other -> other.commits().contains(borrowed.get(path)))
        .flatMap(other -> other.kind(path).stream())
        .findFirst();
  }

  private static FileChange since(FileChange net, Optional<Kind> before) {
    Kind kind =
        before.equals(Optional.of(Kind.ADDED)) && net.kind() == Kind.ADDED
            ? Kind.MODIFIED
            : before.equals(Optional.of(Kind.DELETED)) && net.kind() == Kind.MODIFIED
                ? Kind.ADDED
                : net.kind();
    return new FileChange(net.path(), kind, net.added(), net.removed(), net.binary());
  }
}
