package dev.coord.evidence.git;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds the commits of a branch that were made again on the target since the branch began, one by
 * one: by a rebase or by cherry-picks. A commit was when one of the target's first-parent line
 * changes the same paths by the same patch at the same place. Merges and commits without a change
 * do not count, as for git-cherry(1).
 */
final class PickFinder {

  /** Branches with more commits are not looked through. */
  static final int COMMIT_LIMIT = 200;

  private final CommitGraph graph;
  private final TreeDiff diff;
  private final PatchId patchId;
  private final SamePlace samePlace;
  private final Map<CommitNode, String> known = new HashMap<>();

  /**
   * What was found.
   *
   * @param found how many commits of the branch are there
   * @param of how many it has
   * @param made the commits of the target that are these, the newest first
   */
  record Picks(int found, int of, List<CommitNode> made) {
    static final Picks NONE = new Picks(0, 0, List.of());

    Picks {
      made = List.copyOf(made);
    }

    /** The newest commit of the target that is one of them. */
    Optional<CommitNode> last() {
      return made.stream().findFirst();
    }

    /** Whether the whole branch is there. */
    boolean whole() {
      return found > 0 && found == of;
    }
  }

  PickFinder(CommitGraph graph, TreeDiff diff, Contents contents) {
    this.graph = graph;
    this.diff = diff;
    patchId = new PatchId(contents);
    samePlace = new SamePlace(contents);
  }

  /**
   * Looks for the commits of a branch.
   *
   * @param ahead commits that the branch has and the target has not
   */
  Picks find(LineChanges target, CommitNode mergeBase, List<CommitNode> ahead) throws IOException {
    if (ahead.size() > COMMIT_LIMIT) {
      return Picks.NONE;
    }
    int end = target.since(mergeBase);
    Budget budget = new Budget(Budget.FILES);
    Set<Integer> taken = new HashSet<>();
    int of = 0;
    try {
      for (CommitNode commit : ahead) {
        CommitNode[] parents = graph.parents(commit);
        if (parents.length == 1) {
          List<PathChange> changes =
              diff.between(Optional.of(parents[0].tree), commit.tree, budget);
          of += changes.isEmpty() ? 0 : 1;
          pick(target, end, commit, changes, taken).ifPresent(taken::add);
        }
      }
    } catch (UnreadableException e) {
      return Picks.NONE; // Too much to look through: nothing is said of it.
    }
    List<CommitNode> made = new ArrayList<>();
    for (int place : new TreeSet<>(taken)) {
      made.add(target.line().get(place).orElseThrow());
    }
    return new Picks(taken.size(), of, made);
  }

  /** The newest commit of the line that is this one made again, and no other one's already. */
  private Optional<Integer> pick(
      LineChanges target, int end, CommitNode commit, List<PathChange> changes, Set<Integer> taken)
      throws IOException {
    BitSet paths = new BitSet();
    for (PathChange change : changes) {
      int number = target.number(change.path());
      if (number < 0) {
        return Optional.empty();
      }
      paths.set(number);
    }
    for (int candidate : changes.isEmpty() ? List.<Integer>of() : target.changing(paths, end)) {
      if (!taken.contains(candidate)) {
        CommitNode made = target.line().get(candidate).orElseThrow();
        List<PathChange> there = target.of(candidate);
        if (patch(commit, changes).equals(patch(made, there)) && samePlace.is(changes, there)) {
          return Optional.of(candidate);
        }
      }
    }
    return Optional.empty();
  }

  private String patch(CommitNode commit, List<PathChange> changes) throws IOException {
    String patch = known.get(commit);
    if (patch == null) {
      patch = patchId.of(changes);
      known.put(commit, patch);
    }
    return patch;
  }
}
