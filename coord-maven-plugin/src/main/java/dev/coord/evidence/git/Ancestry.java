package dev.coord.evidence.git;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Queue;

/**
 * Answers which commits reach which, exactly, whatever the committers' clocks said.
 *
 * <p>Every walk takes commits by descending generation. When a commit is taken, all its descendants
 * in the walk were taken before, so what is known of it is final; and once only shared commits are
 * left, nothing that is left can say anything new.
 */
final class Ancestry {

  private static final int OURS = 1;
  private static final int THEIRS = 2;
  private static final int SHARED = OURS | THEIRS;
  private static final int BELOW_MERGE_BASE = 4;
  private static final int QUEUED = 8;

  private final CommitGraph graph;

  /**
   * Two commits compared.
   *
   * @param mergeBases best common ancestors, newest first, as {@code git merge-base --all} prints
   *     them (of two with the same time the one with the smaller id); empty when nothing is shared
   * @param ahead commits that only the first reaches, newest first, children before parents
   * @param behind number of commits that only the second reaches
   */
  record Comparison(List<CommitNode> mergeBases, List<CommitNode> ahead, int behind) {

    /** The merge base that {@code git merge-base} prints and {@code A...B} means. */
    Optional<CommitNode> mergeBase() {
      return mergeBases.stream().findFirst();
    }
  }

  Ancestry(CommitGraph graph) {
    this.graph = graph;
  }

  /** Compares two commits. */
  Comparison compare(CommitNode ours, CommitNode theirs) throws IOException {
    return compare(List.of(ours), List.of(theirs));
  }

  /** Compares what would be merges of some commits each. */
  Comparison compare(List<CommitNode> ours, List<CommitNode> theirs) throws IOException {
    int walk = graph.nextWalk();
    Queue<CommitNode> queue = new PriorityQueue<>(CommitNode.CHILDREN_FIRST);
    List<CommitNode> bases = new ArrayList<>();
    List<CommitNode> ahead = new ArrayList<>();
    int behind = 0;
    int open = 0;
    for (CommitNode node : ours) {
      open += paint(node, OURS, walk, queue);
    }
    for (CommitNode node : theirs) {
      open += paint(node, THEIRS, walk, queue);
    }
    while (open > 0) {
      CommitNode node = queue.remove();
      int flags = node.flags(walk) & ~QUEUED;
      open -= (flags & BELOW_MERGE_BASE) == 0 ? 1 : 0;
      if (flags == SHARED) {
        bases.add(node);
        flags |= BELOW_MERGE_BASE;
      } else if (flags == OURS) {
        ahead.add(node);
      } else if (flags == THEIRS) {
        behind++;
      }
      for (CommitNode parent : graph.parents(node)) {
        open += paint(parent, flags, walk, queue);
      }
    }
    bases.sort(CommitNode.NEWEST_FIRST);
    return new Comparison(List.copyOf(bases), newestFirst(ahead), behind);
  }

  /** Adds flags to a commit; returns by how many the commits that can still say something grew. */
  private static int paint(CommitNode node, int more, int walk, Queue<CommitNode> queue) {
    int before = node.flags(walk);
    node.flag(walk, more | QUEUED);
    boolean wasOpen = before != 0 && (before & BELOW_MERGE_BASE) == 0;
    boolean isOpen = (node.flags(walk) & BELOW_MERGE_BASE) == 0;
    if (before == 0) {
      queue.add(node);
    }
    return (isOpen ? 1 : 0) - (wasOpen ? 1 : 0);
  }

  /** Commits between a commit and one of its descendants, both included. */
  List<CommitNode> descendants(CommitNode of, CommitNode within) throws IOException {
    int walk = graph.nextWalk();
    Queue<CommitNode> queue = new PriorityQueue<>(CommitNode.CHILDREN_FIRST);
    List<CommitNode> taken = new ArrayList<>();
    paint(within, OURS, walk, queue);
    while (!queue.isEmpty()) {
      CommitNode node = queue.remove();
      taken.add(node);
      for (CommitNode parent : graph.parents(node)) {
        if (parent.generation >= of.generation) {
          paint(parent, OURS, walk, queue);
        }
      }
    }
    List<CommitNode> descendants = new ArrayList<>();
    for (int i = taken.size() - 1; i >= 0; i--) {
      CommitNode node = taken.get(i);
      if (node == of || anyParent(node, THEIRS, walk)) {
        node.flag(walk, THEIRS);
        descendants.add(node);
      }
    }
    return descendants;
  }

  private boolean anyParent(CommitNode node, int flag, int walk) throws IOException {
    for (CommitNode parent : graph.parents(node)) {
      if ((parent.flags(walk) & flag) != 0) {
        return true;
      }
    }
    return false;
  }

  /** Sorts by time, but no parent before its child: the order of {@code git log --date-order}. */
  private List<CommitNode> newestFirst(List<CommitNode> nodes) throws IOException {
    Map<CommitNode, Integer> children = new HashMap<>();
    nodes.forEach(node -> children.put(node, 0));
    for (CommitNode node : nodes) {
      for (CommitNode parent : graph.parents(node)) {
        children.computeIfPresent(parent, (key, count) -> count + 1);
      }
    }
    Queue<CommitNode> ready = new PriorityQueue<>(CommitNode.NEWEST_FIRST);
    children.forEach(
        (node, count) -> {
          if (count == 0) {
            ready.add(node);
          }
        });
    List<CommitNode> sorted = new ArrayList<>(nodes.size());
    while (!ready.isEmpty()) {
      CommitNode node = ready.remove();
      sorted.add(node);
      for (CommitNode parent : graph.parents(node)) {
        children.computeIfPresent(parent, (key, count) -> count - 1);
        if (children.getOrDefault(parent, -1) == 0) {
          ready.add(parent);
        }
      }
    }
    return List.copyOf(sorted);
  }
}
