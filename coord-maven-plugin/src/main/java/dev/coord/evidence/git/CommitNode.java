package dev.coord.evidence.git;

import java.util.Comparator;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectIdOwnerMap;

/** A commit in the {@link CommitGraph}. */
final class CommitNode extends ObjectIdOwnerMap.Entry {

  /** Later generations first; among equals by time and id, so that the order is always the same. */
  static final Comparator<CommitNode> CHILDREN_FIRST =
      Comparator.<CommitNode>comparingInt(node -> node.generation)
          .thenComparingLong(node -> node.time)
          .reversed()
          .thenComparing(node -> node);

  /** Latest committer's time first, then by id. */
  static final Comparator<CommitNode> NEWEST_FIRST =
      Comparator.<CommitNode>comparingLong(node -> node.time)
          .reversed()
          .thenComparing(node -> node);

  /** Its parents; null as long as they were not read. */
  CommitNode[] parents;

  ObjectId tree;

  /** Committer's time in seconds since 1970. */
  long time;

  /** One more than the highest generation of its parents; 0 as long as it is not known. */
  int generation;

  /** Position in git's commit-graph file, or -1. */
  int position = -1;

  private int walk;
  private int flags;

  CommitNode(AnyObjectId id) {
    super(id);
  }

  /** The flags this commit got in a walk. */
  int flags(int number) {
    return walk == number ? flags : 0;
  }

  /** Sets flags for a walk; those of earlier walks are forgotten. */
  void flag(int number, int more) {
    flags = flags(number) | more;
    walk = number;
  }
}
