package dev.coord.evidence.git;

import dev.coord.evidence.MergeState;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Tells of what was merged when nothing of it is there any more: each path is as it was before. Who
 * took it out, and whether that was meant to be a revert, no message says.
 */
final class Remains {

  private final CommitGraph graph;
  private final Trees trees;
  private final TreeDiff diff;

  Remains(CommitGraph graph, Trees trees) {
    this.graph = Objects.requireNonNull(graph, "graph");
    this.trees = Objects.requireNonNull(trees, "trees");
    diff = new TreeDiff(trees);
  }

  /** The same, with that said where it is so; of several commits nothing is said. */
  MergeFinder.Finding told(MergeFinder.Finding found, Target target) throws IOException {
    if (found.kind() != MergeState.Kind.MERGED
        || found.merge().isEmpty()
        || !found.picks().isEmpty()
        || !isGone(found.merge().get(), target.tip())) {
      return found;
    }
    return found.as(
        found.kind(),
        found.strength(),
        found.how() + "; nothing of it is there any more",
        Optional.empty());
  }

  private boolean isGone(CommitNode landed, CommitNode tip) throws IOException {
    CommitNode[] parents = graph.parents(landed);
    if (parents.length == 0 || landed.equals(tip)) {
      return false;
    }
    graph.parents(parents[0]);
    List<PathChange> changes;
    try {
      changes = diff.between(Optional.of(parents[0].tree), landed.tree, new Budget(Budget.FILES));
    } catch (UnreadableException e) {
      return false;
    }
    for (PathChange change : changes) {
      if (!trees
          .entry(tip.tree, change.path())
          .filter(entry -> !entry.isTree())
          .equals(change.before())) {
        return false;
      }
    }
    return !changes.isEmpty();
  }
}
