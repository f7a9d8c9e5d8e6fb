package dev.coord.evidence.git;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;

/** The merges that a branch has and that were not made on it: its merges brought them. */
final class InnerMerges {

  private static final int SEEN = 1;

  /** How many commits are looked at. */
  private static final int COMMIT_LIMIT = 50_000;

  private final CommitGraph graph;
  private final FirstParentLine line;

  InnerMerges(CommitGraph graph, FirstParentLine line) {
    this.graph = graph;
    this.line = line;
  }

  /** Children before parents. */
  List<CommitNode> newestFirst() throws IOException {
    int walk = graph.nextWalk();
    Queue<CommitNode> queue = new PriorityQueue<>(CommitNode.CHILDREN_FIRST);
    line.tip().flag(walk, SEEN);
    queue.add(line.tip());
    List<CommitNode> merges = new ArrayList<>();
    for (int i = 0; i < COMMIT_LIMIT && !queue.isEmpty(); i++) {
      CommitNode node = queue.remove();
      CommitNode[] parents = graph.parents(node);
      if (parents.length > 1 && !line.contains(node)) {
        merges.add(node);
      }
      for (CommitNode parent : parents) {
        if (parent.flags(walk) == 0) {
          parent.flag(walk, SEEN);
          queue.add(parent);
        }
      }
    }
    return merges;
  }
}
