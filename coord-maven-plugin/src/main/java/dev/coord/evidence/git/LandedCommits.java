package dev.coord.evidence.git;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds how many of the first commits of a branch are in its target by a squash: those of a branch
 * that this one was begun on, which was squashed and may be gone since. The change of all of them
 * together is what is looked for.
 */
final class LandedCommits {

  /** As many of the first commits of a branch are looked at. */
  private static final int LIMIT = 200;

  private final CommitGraph graph;
  private final Trees trees;
  private final TreeDiff diff;
  private final Contents contents;
  private final SquashFinder squashes;

  /**
   * What was found.
   *
   * @param last the last of the commits
   * @param squash what brought them
   * @param doubt a path of which nobody can tell whether a merge brings it once more: the target
   *     changed it since
   */
  record Landed(CommitNode last, CommitNode squash, Optional<String> doubt) {}

  private enum Brings {
    NOTHING,
    SOMETHING,
    UNTOLD
  }

  LandedCommits(CommitGraph graph, Trees trees, Contents contents) {
    this.graph = graph;
    this.trees = trees;
    this.contents = contents;
    this.diff = new TreeDiff(trees);
    this.squashes = new SquashFinder(trees, contents);
  }

  /**
   * Looks for them.
   *
   * @param between the branch and the target compared
   * @param itself the commit that brought the branch as a whole; empty where none did
   * @param open whether the branch may still be merged: then what it would bring counts
   */
  Optional<Landed> find(
      Target target,
      CommitNode tip,
      Ancestry.Comparison between,
      Optional<CommitNode> itself,
      boolean open)
      throws IOException {
    List<CommitNode> first = first(tip, between);
    if (first.isEmpty()) {
      return Optional.empty();
    }
    CommitNode base = between.mergeBase().orElseThrow();
    LineChanges line = target.changes();
    if (line.since(base) == 0 || !isOnLine(line, first.get(first.size() - 1))) {
      return Optional.empty();
    }
    for (CommitNode commit : first) {
      List<PathChange> changes = between(base, commit);
      Optional<CommitNode> squash =
          squashes.find(line, base, changes).filter(one -> !itself.equals(Optional.of(one)));
      if (squash.isPresent()) {
        Optional<String> doubt = Optional.empty();
        Brings all = Brings.NOTHING;
        for (PathChange change : open ? changes : List.<PathChange>of()) {
          Brings one = brings(change, target.tip());
          all = all == Brings.SOMETHING || one == Brings.NOTHING ? all : one;
          doubt = one == Brings.UNTOLD ? doubt.or(() -> Optional.of(change.path())) : doubt;
        }
        if (all != Brings.SOMETHING) {
          return Optional.of(new Landed(commit, squash.get(), doubt));
        }
      }
    }
    return Optional.empty();
  }

  /** The commits that the branch may have been begun on, the newest first. */
  private List<CommitNode> first(CommitNode tip, Ancestry.Comparison between) throws IOException {
    Set<CommitNode> ahead = new HashSet<>(between.ahead());
    List<CommitNode> line = new ArrayList<>();
    if (ahead.size() < 2 || between.mergeBase().isEmpty()) {
      return line;
    }
    CommitNode[] parents = graph.parents(tip);
    while (parents.length > 0 && ahead.contains(parents[0])) {
      line.add(parents[0]);
      parents = graph.parents(parents[0]);
    }
    return line.subList(Math.max(0, line.size() - LIMIT), line.size());
  }

  /** Whether the target changed all that a commit changes: most branches need no closer look. */
  private boolean isOnLine(LineChanges line, CommitNode commit) throws IOException {
    CommitNode[] parents = graph.parents(commit);
    return parents.length == 1
        && between(parents[0], commit).stream().allMatch(one -> line.number(one.path()) >= 0);
  }

  private List<PathChange> between(CommitNode before, CommitNode after) throws IOException {
    graph.parents(before);
    graph.parents(after);
    return diff.between(Optional.of(before.tree), after.tree, new Budget(Budget.FILES));
  }

  /** What a merge of a change brings to the target as it is today. */
  private Brings brings(PathChange change, CommitNode target) throws IOException {
    graph.parents(target);
    Optional<TreeEntry> now = trees.entry(target.tree, change.path());
    if (now.equals(change.after())) {
      return Brings.NOTHING;
    }
    if (now.equals(change.before())) {
      return Brings.SOMETHING;
    }
    Optional<byte[]> base = contents.text(change.before());
    Optional<byte[]> ours = contents.text(now);
    Optional<byte[]> theirs = contents.text(change.after());
    boolean whole = now.isPresent() && change.before().isPresent() && change.after().isPresent();
    if (!whole || base.isEmpty() || ours.isEmpty() || theirs.isEmpty()) {
      return Brings.UNTOLD;
    }
    LineMerge merge = LineMerge.of(base.get(), ours.get(), theirs.get());
    if (!merge.clean()) {
      return Brings.UNTOLD;
    }
    byte[] merged = merge.bytes(LineMerge.Marks.NONE);
    return Arrays.equals(merged, ours.get()) ? Brings.NOTHING : Brings.SOMETHING;
  }
}
