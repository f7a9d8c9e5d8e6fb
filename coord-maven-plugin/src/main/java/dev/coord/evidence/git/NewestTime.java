package dev.coord.evidence.git;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The newest time among a commit and its nearest ancestors. Whoever commits chooses the time, but
 * not that of the commits before.
 */
final class NewestTime {

  /** How many ancestors are looked at. */
  static final int ANCESTORS = 100;

  private static final int SEEN = 1;

  private final CommitGraph graph;

  NewestTime(CommitGraph graph) {
    this.graph = graph;
  }

  /**
   * The newest committer's time in seconds since 1970; ancestors that cannot be read, as where the
   * history was cut off, are passed over.
   *
   * @param latest no time after this one counts: what claims to be younger is of a wrong clock
   * @return {@link Long#MIN_VALUE} when no time counts
   */
  long of(CommitNode commit, long latest) {
    int walk = graph.nextWalk();
    Deque<CommitNode> nearest = new ArrayDeque<>();
    commit.flag(walk, SEEN);
    nearest.add(commit);
    long newest = Long.MIN_VALUE;
    for (int seen = 1; !nearest.isEmpty(); ) {
      CommitNode node = nearest.remove();
      CommitNode[] parents;
      try {
        parents = graph.parents(node);
      } catch (IOException e) {
        continue;
      }
      newest = node.time > latest ? newest : Math.max(newest, node.time);
      for (int i = 0; i < parents.length && seen <= ANCESTORS; i++) {
        if (parents[i].flags(walk) == 0) {
          parents[i].flag(walk, SEEN);
          nearest.add(parents[i]);
          seen++;
        }
      }
    }
    return newest;
  }
}
