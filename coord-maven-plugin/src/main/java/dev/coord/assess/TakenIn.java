package dev.coord.assess;

import dev.coord.evidence.BranchDelta;
import dev.coord.evidence.BranchEvidence;
import dev.coord.evidence.Commit;
import dev.coord.evidence.FileChange;
import dev.coord.evidence.GitEvidence;
import dev.coord.plan.Plan;
import dev.coord.plan.Workstream;
import dev.coord.rule.OwnershipJudge;
import dev.coord.rule.OwnershipReport;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a workstream's branch has of others that are not merged yet: it was begun on one of them, or
 * merged it.
 *
 * <p>A commit that both have is that one's on whose own first-parent line it alone is. Where that
 * does not tell, the plan that judges does by {@code depends_on}, and last the commit's author. A
 * file is taken in where nothing but such commits changed it, and those whose they are may change
 * it; all else counts as the branch's own.
 */
final class TakenIn {

  private final Plan plan;
  private final Plan rulebook;
  private final OwnershipJudge judge;
  private final List<Other> others = new ArrayList<>();

  /** What the branch of a workstream of the rulebook would merge, or brought. */
  private record Other(Workstream workstream, BranchDelta delta, Set<String> commits) {}

  TakenIn(Plan plan, Plan rulebook, Optional<GitEvidence> git, OwnershipJudge judge) {
    this.plan = plan;
    this.rulebook = rulebook;
    this.judge = judge;
    for (Workstream workstream : rulebook.workstreams()) {
      workstream
          .branch()
          .flatMap(branch -> git.flatMap(g -> Optional.ofNullable(g.branches().get(branch))))
          .filter(branch -> branch.ref().isPresent())
          .map(BranchEvidence::delta)
          .flatMap(delta -> delta.optional())
          .ifPresent(delta -> others.add(new Other(workstream, delta, ids(delta))));
    }
  }

  private static Set<String> ids(BranchDelta delta) {
    Set<String> ids = new HashSet<>();
    delta.commits().forEach(commit -> ids.add(commit.id()));
    return ids;
  }

  /** The same delta without the files that were taken in. */
  BranchDelta without(Workstream workstream, String branch, BranchDelta delta) {
    List<Other> near =
        others.stream()
            .filter(other -> !other.workstream().branch().equals(Optional.of(branch)))
            .filter(other -> !other.workstream().id().equals(workstream.id()))
            .filter(
                other -> delta.commits().stream().anyMatch(c -> other.commits().contains(c.id())))
            .toList();
    if (near.isEmpty()) {
      return delta;
    }
    Map<String, List<Commit>> commits = new HashMap<>();
    for (Commit commit : delta.commits()) {
      commit.paths().forEach(p -> commits.computeIfAbsent(p, any -> new ArrayList<>()).add(commit));
    }
    Set<String> uncommitted = new HashSet<>(delta.uncommitted());
    List<FileChange> own =
        delta.changes().stream()
            .filter(
                change ->
                    uncommitted.contains(change.path())
                        || !isTaken(
                            change,
                            commits.getOrDefault(change.path(), List.of()),
                            workstream,
                            delta,
                            near))
            .toList();
    return delta.of(own, delta.commits());
  }

  private boolean isTaken(
      FileChange change,
      List<Commit> commits,
      Workstream workstream,
      BranchDelta delta,
      List<Other> near) {
    return !commits.isEmpty()
        && commits.stream()
            .allMatch(
                commit ->
                    near.stream()
                        .filter(other -> isOf(other, commit, workstream, delta))
                        .anyMatch(other -> mayChange(other, change, commits)));
  }

  private boolean isOf(Other other, Commit commit, Workstream workstream, BranchDelta delta) {
    if (!other.commits().contains(commit.id())) {
      return false;
    }
    boolean its = other.delta().line().contains(commit.id());
    boolean mine = delta.line().contains(commit.id());
    if (its != mine) {
      return its;
    }
    String id = other.workstream().id();
    if (waitsFor(id, workstream.id())) {
      return false;
    }
    return waitsFor(workstream.id(), id)
        || authors(other.workstream()).contains(commit.email())
            && !authors(workstream).contains(commit.email());
  }

  private Set<String> authors(Workstream workstream) {
    return Authors.emails(plan, rulebook, workstream);
  }

  /** Whether one depends on another, itself or by way of others, as the plan that judges says. */
  private boolean waitsFor(String one, String another) {
    Set<String> reached = new HashSet<>();
    Deque<String> left = new ArrayDeque<>(List.of(one));
    while (!left.isEmpty()) {
      rulebook.workstream(left.remove()).map(Workstream::dependsOn).orElse(List.of()).stream()
          .filter(reached::add)
          .forEach(left::add);
    }
    return reached.contains(another);
  }

  /** Whether a change would be in order on the branch of the one who made it. */
  private boolean mayChange(Other other, FileChange change, List<Commit> commits) {
    OwnershipReport report =
        judge.judge(
            other.workstream().id(),
            Optional.of(other.workstream()),
            Set.of(),
            other.delta().of(List.of(change), commits));
    return report.violations().isEmpty() && report.warnings().isEmpty();
  }
}
