package dev.coord.evidence.git;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.PriorityQueue;
import java.util.Queue;

/**
 * The first-parent line of a branch: what the branch itself was, merge after merge. Read only as
 * far back as somebody asks, and shared by all who ask.
 */
final class FirstParentLine {

  /** How far back anything is looked for, in commits of the line. */
  static final int LIMIT = 20_000;

  private static final int SEEN = 1;

  private final CommitGraph graph;
  private final List<CommitNode> line = new ArrayList<>();
  private final Map<CommitNode, Integer> members = new HashMap<>();
  private final Map<Instant, Integer> starts = new HashMap<>();

  FirstParentLine(CommitGraph graph, CommitNode tip) {
    this.graph = graph;
    add(tip);
  }

  CommitNode tip() {
    return line.get(0);
  }

  /** The commit that many steps before the tip. */
  Optional<CommitNode> get(int index) throws IOException {
    while (index >= line.size()) {
      CommitNode[] parents = graph.parents(line.get(line.size() - 1));
      if (parents.length == 0) {
        return Optional.empty();
      }
      add(parents[0]);
    }
    return Optional.of(line.get(index));
  }

  /**
   * How many commits of the line, the newest ones, are none of those before a time: that down to
   * the last one of that time or later. Place decides, so that a clock that was wrong hides
   * nothing.
   */
  int since(Instant start) throws IOException {
    Integer known = starts.get(start);
    if (known != null) {
      return known;
    }
    int last = -1;
    for (int i = 0; i < LIMIT && get(i).isPresent(); i++) {
      last = line.get(i).time >= start.getEpochSecond() ? i : last;
    }
    starts.put(start, last + 1);
    return last + 1;
  }

  /** Whether a commit lies on the line. */
  boolean contains(CommitNode node) throws IOException {
    while (line.get(line.size() - 1).generation > node.generation && get(line.size()).isPresent()) {
      continue;
    }
    return members.containsKey(node);
  }

  /** How many commits of the line are newer than one of them; empty when it is not on the line. */
  OptionalInt newer(CommitNode node) throws IOException {
    return contains(node) ? OptionalInt.of(members.get(node)) : OptionalInt.empty();
  }

  /**
   * The newest commit of the line that a commit reaches: itself, or where what it is on began.
   *
   * @return empty when they share no history
   */
  Optional<CommitNode> newestIn(CommitNode commit) throws IOException {
    int walk = graph.nextWalk();
    Queue<CommitNode> queue = new PriorityQueue<>(CommitNode.CHILDREN_FIRST);
    commit.flag(walk, SEEN);
    queue.add(commit);
    while (!queue.isEmpty()) {
      CommitNode node = queue.remove();
      if (contains(node)) {
        return Optional.of(node);
      }
      for (CommitNode parent : graph.parents(node)) {
        if (parent.flags(walk) == 0) {
          parent.flag(walk, SEEN);
          queue.add(parent);
        }
      }
    }
    return Optional.empty();
  }

  /**
   * The oldest commit of the line that contains a commit: the one that brought it.
   *
   * @return empty when the line's tip does not contain it
   */
  Optional<CommitNode> bringing(CommitNode node, Ancestry ancestry) throws IOException {
    contains(node);
    // Oldest first.
    return ancestry.descendants(node, tip()).stream().filter(members::containsKey).findFirst();
  }

  private void add(CommitNode node) {
    members.put(node, line.size());
    line.add(node);
  }
}
