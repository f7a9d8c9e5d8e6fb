package dev.coord.evidence.git;

import dev.coord.evidence.BranchDelta;
import dev.coord.evidence.BranchEvidence;
import dev.coord.evidence.Commit;
import dev.coord.evidence.MergeState;
import dev.coord.evidence.Observation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Tells of which merged branches a change is that another branch conflicts with. */
final class Landings {

  /** Commits of a line that are looked at for one conflict; of more it cannot be told. */
  private static final int MOST = 1_000;

  private final Internals git;
  private final MemoryMerge merges;
  private final Ancestry ancestry;

  /** By commit the branch that brought it. */
  private final Map<String, String> branches = new HashMap<>();

  private final Set<String> ofSeveral = new HashSet<>();

  /**
   * What a branch conflicts with on the line it goes into.
   *
   * @param branches the merged branches whose changes conflict with it
   * @param others whether something else does too, or may
   */
  record Landed(List<String> branches, boolean others) {
    static final Landed NOTHING = new Landed(List.of(), false);
    static final Landed UNTOLD = new Landed(List.of(), true);
  }

  Landings(Internals git, MemoryMerge merges, Map<String, BranchEvidence> all) throws IOException {
    this.git = git;
    this.merges = merges;
    ancestry = new Ancestry(git.graph());
    all.forEach(
        (name, branch) -> {
          branch.merge().optional().flatMap(MergeState::merge).ifPresent(m -> own(m.id(), name));
          boolean merged =
              branch
                  .merge()
                  .optional()
                  .filter(state -> state.kind() == MergeState.Kind.MERGED)
                  .isPresent();
          if (merged) {
            branch.delta().optional().ifPresent(delta -> own(delta, name));
          }
          branch.earlier().flatMap(Observation::optional).ifPresent(delta -> own(delta, name));
        });
    branches.keySet().removeAll(ofSeveral);
  }

  private void own(BranchDelta delta, String name) {
    delta.commits().stream().map(Commit::id).forEach(id -> own(id, name));
  }

  private void own(String commit, String name) {
    String other = branches.putIfAbsent(commit, name);
    if (other != null && !other.equals(name)) {
      ofSeveral.add(commit);
    }
  }

  /**
   * Whose change of a path conflicts with a branch. Each change that the line took in since is made
   * alone to what both have in common, and merged with the branch.
   *
   * @param target the newest commit of the line
   * @param tip the branch that goes into it
   */
  Landed landed(CommitNode target, CommitNode tip, String path, TreeMerge.Conflict conflict)
      throws IOException {
    List<CommitNode> bases = ancestry.compare(target, tip).mergeBases();
    Optional<CommitNode> end = new FirstParentLine(git.graph(), target).newestIn(tip);
    if (bases.size() != 1 || end.isEmpty()) {
      return Landed.UNTOLD;
    }
    Set<String> places = MergeForecaster.places(path, conflict);
    List<CommitNode> since = new ArrayList<>();
    int seen = 0;
    for (CommitNode node = target; node != end.get(); node = git.graph().parents(node)[0]) {
      if (++seen > MOST) {
        return Landed.UNTOLD;
      }
      if (touches(node, places)) {
        since.add(node);
      }
    }
    Collections.reverse(since);
    Set<String> found = new TreeSet<>();
    boolean others = false;
    for (CommitNode node : since) {
      CommitNode before = git.graph().parents(node)[0];
      Optional<Set<String>> clashes = merges.alone(bases.get(0), before, node, tip, places);
      if (clashes.isEmpty()) {
        others = true;
      } else if (!Collections.disjoint(clashes.get(), places)) {
        Optional<String> branch = branch(node);
        branch.ifPresent(found::add);
        others |= branch.isEmpty();
      }
    }
    return new Landed(List.copyOf(found), others || found.isEmpty());
  }

  /** The branch that a commit of the line brought. */
  private Optional<String> branch(CommitNode node) throws IOException {
    CommitNode[] parents = git.graph().parents(node);
    if (parents.length > 2) {
      return Optional.empty();
    }
    return Optional.ofNullable(branches.get(node.name()))
        .or(
            () ->
                parents.length == 2
                    ? Optional.ofNullable(branches.get(parents[1].name()))
                    : Optional.empty());
  }

  private boolean touches(CommitNode node, Set<String> places) throws IOException {
    CommitNode before = git.graph().parents(node)[0];
    git.graph().parents(before);
    for (String place : places) {
      if (place.isEmpty()
          ? !before.tree.equals(node.tree)
          : !git.trees().entry(before.tree, place).equals(git.trees().entry(node.tree, place))) {
        return true;
      }
    }
    return false;
  }
}
