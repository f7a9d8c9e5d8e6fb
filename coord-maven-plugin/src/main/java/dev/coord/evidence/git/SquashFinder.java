package dev.coord.evidence.git;

import java.io.IOException;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the commit that brought a branch's change without its commits: a squash, a rebase or a
 * cherry-pick.
 *
 * <p>It is found in two ways. Either every path the branch changes is, in a commit of the target
 * since the merge base, what it is on the branch; or one commit changes these paths by the same
 * patch at the same place, when the target changed other lines of those files before. What else the
 * commit changes, as where it squashed several branches, does not matter.
 */
final class SquashFinder {

  /** Branches that change more paths are not looked for. */
  private static final int PATH_LIMIT = 5_000;

  private final Trees trees;
  private final PatchId patchId;
  private final SamePlace samePlace;

  SquashFinder(Trees trees, Contents contents) {
    this.trees = trees;
    patchId = new PatchId(contents);
    samePlace = new SamePlace(contents);
  }

  /**
   * Looks for a change.
   *
   * @param target the line it is looked for on
   * @param changes net change of the branch against the merge base
   * @return the newest commit of the line that has the change and whose parent has not
   */
  Optional<CommitNode> find(LineChanges target, CommitNode mergeBase, List<PathChange> changes)
      throws IOException {
    if (changes.isEmpty() || changes.size() > PATH_LIMIT) {
      return Optional.empty();
    }
    int end = target.since(mergeBase);
    Map<Integer, PathChange> wanted = new HashMap<>();
    for (PathChange change : changes) {
      int number = target.number(change.path());
      if (number >= 0) {
        wanted.put(number, change);
      } else if (!isAt(target.line().tip(), change)) {
        return Optional.empty(); // Nothing on the line ever brought it.
      }
    }
    return new Search(target, wanted, changes).newest(end);
  }

  private boolean isAt(CommitNode commit, PathChange change) throws IOException {
    return trees.entry(commit.tree, change.path()).equals(change.after());
  }

  /** One branch's search, from the line's tip back. */
  private final class Search {
    private final LineChanges target;
    private final Map<Integer, PathChange> wanted;
    private final List<PathChange> changes;
    private final BitSet paths = new BitSet();

    /**
     * The wanted paths that are, in the commit the search stands on, what they are on the branch.
     */
    private final BitSet there = new BitSet();

    private String patch = "";

    Search(LineChanges target, Map<Integer, PathChange> wanted, List<PathChange> changes) {
      this.target = target;
      this.wanted = wanted;
      this.changes = changes;
      wanted.keySet().forEach(paths::set);
    }

    Optional<CommitNode> newest(int end) throws IOException {
      look(target.line().tip(), paths.stream().toArray());
      for (int i = 0; i < end; i++) {
        if (!target.touches(i, paths)) {
          continue;
        }
        // Then its parent has not: this commit changed one of them.
        boolean brought = there.equals(paths);
        int[] touched = target.changed(i, paths);
        look(target.line().get(i + 1).orElseThrow(), touched);
        if (brought || isSamePatch(i, touched.length)) {
          return target.line().get(i);
        }
      }
      return Optional.empty();
    }

    private void look(CommitNode at, int[] numbers) throws IOException {
      for (int number : numbers) {
        there.set(number, isAt(at, wanted.get(number)));
      }
    }

    private boolean isSamePatch(int commit, int touched) throws IOException {
      if (touched != changes.size()) {
        return false;
      }
      patch = patch.isEmpty() ? patchId.of(changes) : patch;
      List<PathChange> made =
          target.of(commit).stream()
              .filter(change -> paths.get(target.number(change.path())))
              .toList();
      return patchId.of(made).equals(patch) && samePlace.is(changes, made);
    }
  }
}
