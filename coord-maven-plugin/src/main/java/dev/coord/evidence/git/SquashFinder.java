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

  private final Trees trees;
  private final TreeDiff diff;
  private final PatchId patchId;

  SquashFinder(Trees trees, Contents contents) {
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
    Set<String> sought = new HashSet<>();
    changes.forEach(change -> sought.add(change.path()));
    String first = changes.get(0).path();
    Optional<TreeEntry> here = trees.entry(line.tip().tree, first);
    String patch = "";
    for (int i = 0; i < LINE_LIMIT; i++) {
      Optional<CommitNode> at = line.get(i).filter(n -> n.generation > mergeBase.generation);
      Optional<CommitNode> parent = at.isEmpty() ? at : line.get(i + 1);
      if (parent.isEmpty()) {
        return Optional.empty();
      }
      boolean same = here.equals(changes.get(0).after());
      if (same && has(at.get(), changes) && !has(parent.get(), changes)) {
        return at;
      }
      Optional<TreeEntry> before = trees.entry(parent.get().tree, first);
      List<PathChange> made =
          here.equals(before) ? List.of() : made(at.get(), parent.get(), sought);
      if (!made.isEmpty()) {
        patch = patch.isEmpty() ? patchId.of(changes) : patch;
        if (patchId.of(made).equals(patch)) {
          return at;
        }
      }
      here = before;
    }
    return Optional.empty();
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
  private List<PathChange> made(CommitNode at, CommitNode parent, Set<String> sought)
      throws IOException {
    Budget budget = new Budget(Budget.FILES);
    List<PathChange> made = diff.between(Optional.of(parent.tree), at.tree, budget);
    boolean same =
        made.size() == sought.size()
            && made.stream().allMatch(change -> sought.contains(change.path()));
    return same ? made : List.of();
  }
}
