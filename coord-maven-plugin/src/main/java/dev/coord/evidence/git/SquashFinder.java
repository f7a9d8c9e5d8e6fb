package dev.coord.evidence.git;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the commit that brought a branch's change without its commits: a squash, a rebase or a
 * cherry-pick.
 *
 * <p>It is found in two ways. Either every path the branch changes is, in a commit of the target
 * since the merge base, what it is on the branch; or one commit changes the same paths by the same
 * patch, when the target changed other lines of those files before.
 */
final class SquashFinder {

  /** How far back is looked, in commits of the target's first-parent line. */
  private static final int LINE_LIMIT = 5_000;

  /** Branches that change more paths are not looked for. */
  private static final int PATH_LIMIT = 5_000;

  private final CommitGraph graph;
  private final Trees trees;
  private final TreeDiff diff;
  private final PatchId patchId;

  /** What is looked for. */
  private record Sought(List<PathChange> changes, Set<String> paths, PathChange first) {

    static Sought of(List<PathChange> changes) {
      Set<String> paths = new HashSet<>();
      changes.forEach(change -> paths.add(change.path()));
      return new Sought(changes, paths, changes.get(0));
    }
  }

  SquashFinder(CommitGraph graph, Trees trees, Contents contents) {
    this.graph = graph;
    this.trees = trees;
    diff = new TreeDiff(trees);
    patchId = new PatchId(contents);
  }

  /**
   * Looks for a change.
   *
   * @param changes net change of the branch against the merge base
   * @return the commit of the line that has the change and whose parent has not
   */
  Optional<CommitNode> find(FirstParentLine line, CommitNode mergeBase, List<PathChange> changes)
      throws IOException {
    if (changes.isEmpty() || changes.size() > PATH_LIMIT) {
      return Optional.empty();
    }
    Sought sought = Sought.of(changes);
    String patch = "";
    for (int i = 0; i < LINE_LIMIT; i++) {
      Optional<CommitNode> at = line.get(i).filter(n -> n.generation > mergeBase.generation);
      Optional<CommitNode> parent = at.isEmpty() ? at : line.get(i + 1);
      if (parent.isEmpty()) {
        return Optional.empty();
      }
      if (has(at.get(), changes) && !has(parent.get(), changes)) {
        return at;
      }
      if (!touches(sought.first(), at.get(), parent.get())) {
        continue;
      }
      List<PathChange> made = made(at.get(), parent.get(), sought);
      if (!made.isEmpty()) {
        patch = patch.isEmpty() ? patchId.of(changes) : patch;
        if (patchId.of(made).equals(patch)) {
          return at;
        }
      }
    }
    return Optional.empty();
  }

  private boolean touches(PathChange change, CommitNode at, CommitNode parent) throws IOException {
    return !trees.entry(at.tree, change.path()).equals(trees.entry(parent.tree, change.path()));
  }

  private boolean has(CommitNode at, List<PathChange> changes) throws IOException {
    for (PathChange change : changes) {
      if (!trees.entry(at.tree, change.path()).equals(change.after())) {
        return false;
      }
    }
    return true;
  }

  /** What a commit changed, when it changed just the paths that are looked for. */
  private List<PathChange> made(CommitNode at, CommitNode parent, Sought sought)
      throws IOException {
    Budget budget = new Budget(Budget.FILES);
    List<PathChange> made = diff.between(Optional.of(parent.tree), at.tree, budget);
    boolean same =
        made.size() == sought.paths().size()
            && made.stream().allMatch(change -> sought.paths().contains(change.path()));
    return same ? made : List.of();
  }
}
