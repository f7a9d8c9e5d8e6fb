package dev.coord.evidence.git;

import dev.coord.path.PatternIndex;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.ObjectId;

/**
 * Compares trees path by path, without guessing at renames, and without reading directories that
 * are the same.
 */
final class TreeDiff {

  /** No entries: the tree of what is absent. */
  private static final byte[] EMPTY = new byte[0];

  private final Trees trees;
  private final Optional<PatternIndex> wanted;

  TreeDiff(Trees trees) {
    this(trees, Optional.empty());
  }

  /**
   * Compares trees where some paths are.
   *
   * @param wanted directories that none of these patterns can match below are not read; other paths
   *     may be told all the same. Empty means that all paths are wanted
   */
  TreeDiff(Trees trees, Optional<PatternIndex> wanted) {
    this.trees = trees;
    this.wanted = wanted;
  }

  /**
   * The paths that differ between two trees, in git's order.
   *
   * @param before the older tree; empty means that everything is new
   */
  List<PathChange> between(Optional<ObjectId> before, ObjectId after, Budget budget)
      throws IOException {
    return fromAll(before.map(List::of).orElse(List.of()), after, budget);
  }

  /**
   * The paths that differ from every one of several trees: what a merge did itself, when the trees
   * are its parents'.
   */
  List<PathChange> fromAll(List<ObjectId> befores, ObjectId after, Budget budget)
      throws IOException {
    byte[][] raws = new byte[Math.max(1, befores.size()) + 1][];
    Arrays.fill(raws, EMPTY);
    for (int i = 0; i < befores.size(); i++) {
      if (befores.get(i).equals(after)) {
        return List.of();
      }
      raws[i] = trees.raw(befores.get(i));
    }
    raws[raws.length - 1] = trees.raw(after);
    List<PathChange> changes = new ArrayList<>();
    walk(raws, new PathBuffer(), 0, budget, changes);
    return changes;
  }

  private void walk(
      byte[][] raws, PathBuffer path, int depth, Budget budget, List<PathChange> changes)
      throws IOException {
    budget.depth(depth);
    TreeCursor[] cursors = new TreeCursor[raws.length];
    for (int i = 0; i < raws.length; i++) {
      cursors[i] = new TreeCursor(raws[i]);
      cursors[i].advance();
    }
    boolean[] here = new boolean[raws.length];
    for (int first = next(cursors, here); first >= 0; first = next(cursors, here)) {
      if (differsFromAll(cursors, here)) {
        int before = path.length();
        path.append(cursors[first]);
        budget.entry(path.length());
        if (cursors[first].isTree() && wanted.isPresent() && !mayBeBelow(path)) {
          path.reset(before);
        } else if (cursors[first].isTree()) {
          walk(below(cursors, here), path, depth + 1, budget, changes);
        } else {
          int last = raws.length - 1;
          changes.add(
              new PathChange(path.text(), entry(cursors, here, 0), entry(cursors, here, last)));
        }
        path.reset(before);
      }
      for (int i = 0; i < cursors.length; i++) {
        if (here[i]) {
          cursors[i].advance();
        }
      }
    }
  }

  private boolean mayBeBelow(PathBuffer path) {
    return wanted.orElseThrow().mayMatchBelow(path.text());
  }

  /** Finds the next name that may differ, and which trees have it; -1 at the end. */
  private static int next(TreeCursor[] cursors, boolean[] here) throws IOException {
    if (cursors.length == 2 && cursors[0].valid() && cursors[1].valid()) {
      cursors[0].skipSame(cursors[1]);
    }
    return lowest(cursors, here);
  }

  /** Finds the first name in git's order, and which trees have it; -1 at the end. */
  private static int lowest(TreeCursor[] cursors, boolean[] here) {
    int lowest = -1;
    for (int i = 0; i < cursors.length; i++) {
      if (cursors[i].valid() && (lowest < 0 || cursors[i].compareName(cursors[lowest]) < 0)) {
        lowest = i;
      }
    }
    for (int i = 0; i < cursors.length && lowest >= 0; i++) {
      here[i] = cursors[i].valid() && cursors[i].compareName(cursors[lowest]) == 0;
    }
    return lowest;
  }

  private static boolean differsFromAll(TreeCursor[] cursors, boolean[] here) {
    int last = cursors.length - 1;
    for (int i = 0; i < last; i++) {
      if (here[i] == here[last] && (!here[i] || cursors[i].sameEntry(cursors[last]))) {
        return false;
      }
    }
    return true;
  }

  private byte[][] below(TreeCursor[] cursors, boolean[] here) throws IOException {
    byte[][] raws = new byte[cursors.length][];
    for (int i = 0; i < cursors.length; i++) {
      raws[i] = here[i] ? trees.raw(cursors[i].id()) : EMPTY;
    }
    return raws;
  }

  private static Optional<TreeEntry> entry(TreeCursor[] cursors, boolean[] here, int index) {
    return here[index] ? Optional.of(cursors[index].entry()) : Optional.empty();
  }
}
