package dev.coord.evidence.git;

import dev.coord.evidence.BranchDelta;
import dev.coord.evidence.BranchEvidence;
import dev.coord.evidence.Commit;
import dev.coord.evidence.FileChange;
import dev.coord.evidence.MergeState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Tells branches apart that one commit brought together, squashed: what one of them changed is its
 * own, and only what none of them changed counts for each.
 */
final class SharedSquashes {

  private final Map<String, List<BranchEvidence>> bySquash = new HashMap<>();

  private SharedSquashes(Map<String, BranchEvidence> branches) {
    for (BranchEvidence branch : branches.values()) {
      squash(branch)
          .ifPresent(
              commit ->
                  bySquash.computeIfAbsent(commit.id(), any -> new ArrayList<>()).add(branch));
    }
  }

  /** The same branches, each without what others of its squash changed. */
  static Map<String, BranchEvidence> apart(Map<String, BranchEvidence> branches) {
    SharedSquashes squashes = new SharedSquashes(branches);
    Map<String, BranchEvidence> apart = new LinkedHashMap<>();
    branches.forEach((name, branch) -> apart.put(name, squashes.apart(branch)));
    return apart;
  }

  private BranchEvidence apart(BranchEvidence branch) {
    Optional<Commit> squash = squash(branch);
    List<BranchEvidence> together =
        squash.map(commit -> bySquash.get(commit.id())).orElse(List.of());
    if (together.size() < 2) {
      return branch;
    }
    Set<String> others = new TreeSet<>();
    together.stream()
        .filter(other -> other != branch)
        .forEach(other -> others.addAll(net(other, squash.get())));
    others.removeAll(net(branch, squash.get()));
    return branch.with(branch.delta().map(delta -> without(delta, others, squash.get())));
  }

  /** The commit that one squash of the branch, and nothing else, came by. */
  private static Optional<Commit> squash(BranchEvidence branch) {
    boolean copied =
        branch.delta().optional().filter(d -> d.basis() == BranchDelta.Basis.COPIED).isPresent();
    return copied ? branch.merge().optional().flatMap(MergeState::merge) : Optional.empty();
  }

  /** The paths that the branch changed itself. */
  private static Set<String> net(BranchEvidence branch, Commit squash) {
    BranchDelta delta = branch.delta().optional().orElseThrow();
    Set<String> net =
        delta.changes().stream()
            .map(FileChange::path)
            .collect(Collectors.toCollection(TreeSet::new));
    delta.commits().stream()
        .filter(commit -> commit.id().equals(squash.id()))
        .forEach(commit -> net.removeAll(commit.paths()));
    return net;
  }

  private static BranchDelta without(BranchDelta delta, Set<String> others, Commit squash) {
    List<Commit> commits = new ArrayList<>();
    for (Commit commit : delta.commits()) {
      Set<String> paths = new TreeSet<>(commit.paths());
      boolean shared = commit.id().equals(squash.id()) && paths.removeAll(others);
      if (!shared) {
        commits.add(commit);
      } else if (!paths.isEmpty()) {
        commits.add(commit.changing(new TreeSet<>(paths)));
      }
    }
    return delta.of(
        delta.changes().stream().filter(change -> !others.contains(change.path())).toList(),
        commits);
  }
}
