package dev.coord.evidence.git;

import dev.coord.evidence.MergeState;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.jgit.lib.ObjectId;

/**
 * Tells of what was merged when nothing of it is there any more: each path is as it was before, and
 * no file went on under another name. Who took it out, and whether that was meant to be a revert,
 * no message says.
 */
final class Remains {

  private final CommitGraph graph;
  private final Trees trees;
  private final Contents contents;
  private final TreeDiff diff;

  /** What one commit, or a line of commits, brought. */
  private record Step(ObjectId before, ObjectId after) {}

  Remains(CommitGraph graph, Trees trees, Contents contents) {
    this.graph = Objects.requireNonNull(graph, "graph");
    this.trees = Objects.requireNonNull(trees, "trees");
    this.contents = Objects.requireNonNull(contents, "contents");
    diff = new TreeDiff(trees);
  }

  /** The same, with that said where it is so. */
  MergeFinder.Finding told(MergeFinder.Finding found, Target target) throws IOException {
    return found.kind() == MergeState.Kind.MERGED && isGone(steps(found), target.tip())
        ? found.gone(found.how() + "; nothing of it is there any more")
        : found;
  }

  /** What was brought, the oldest first. */
  private List<Step> steps(MergeFinder.Finding found) throws IOException {
    List<Step> steps = new ArrayList<>();
    if (!found.picks().isEmpty()) {
      for (CommitNode pick : found.picks()) {
        add(steps, pick);
      }
    } else if (found.merge().isPresent()) {
      add(steps, found.merge().get());
    } else {
      List<MergeFinder.Range> ranges = new ArrayList<>();
      found.brought().ifPresent(ranges::add);
      ranges.addAll(found.before());
      for (MergeFinder.Range range : ranges) {
        steps.add(new Step(tree(range.base()), tree(range.tip())));
      }
    }
    Collections.reverse(steps);
    return steps;
  }

  private void add(List<Step> steps, CommitNode commit) throws IOException {
    CommitNode[] parents = graph.parents(commit);
    if (parents.length > 0) {
      steps.add(new Step(tree(parents[0]), commit.tree));
    }
  }

  private ObjectId tree(CommitNode commit) throws IOException {
    graph.parents(commit); // Reads it.
    return commit.tree;
  }

  private boolean isGone(List<Step> steps, CommitNode tip) throws IOException {
    SortedMap<String, PathChange> brought = new TreeMap<>();
    try {
      for (Step step : steps) {
        for (PathChange change : between(step.before(), step.after())) {
          brought.merge(
              change.path(),
              change,
              (older, newer) -> new PathChange(older.path(), older.before(), newer.after()));
        }
      }
      brought.values().removeIf(change -> change.before().equals(change.after()));
      for (PathChange change : brought.values()) {
        if (!trees
            .entry(tip.tree, change.path())
            .filter(entry -> !entry.isTree())
            .equals(change.before())) {
          return false;
        }
      }
      return !brought.isEmpty() && !wentOn(brought, steps.get(steps.size() - 1).after(), tip.tree);
    } catch (UnreadableException e) {
      return false;
    }
  }

  /** Whether a file that was brought has another name now. */
  private boolean wentOn(SortedMap<String, PathChange> brought, ObjectId landed, ObjectId now)
      throws IOException {
    SortedMap<String, PathChange> since = new TreeMap<>();
    between(landed, now).forEach(change -> since.put(change.path(), change));
    Map<String, String> renamed = new RenamedFiles(trees, contents).find(since, now);
    return renamed.values().stream().anyMatch(brought::containsKey);
  }

  private List<PathChange> between(ObjectId before, ObjectId after) throws IOException {
    return diff.between(Optional.of(before), after, new Budget(Budget.FILES));
  }
}
