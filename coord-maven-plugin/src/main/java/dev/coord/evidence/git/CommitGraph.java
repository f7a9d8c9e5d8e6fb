package dev.coord.evidence.git;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectIdOwnerMap;

/**
 * The commits of a repository, their parents and their generation numbers.
 *
 * <p>Committers' clocks are wrong often enough that a walk ordered by time miscounts. A commit's
 * generation is higher than that of each of its ancestors whatever the clocks said, so a walk
 * ordered by generation may stop early and is still exact. Where git keeps a commit-graph file,
 * generations come from there and only what a walk touches is read; otherwise every ancestor is
 * read once.
 */
final class CommitGraph {

  private final ObjectStore store;
  private final CommitGraphFile file;
  private final ObjectIdOwnerMap<CommitNode> nodes = new ObjectIdOwnerMap<>();
  private int walks;

  CommitGraph(ObjectStore store, CommitGraphFile file) {
    this.store = store;
    this.file = file;
  }

  /** A number for a walk's flags that no other walk has. */
  int nextWalk() {
    return ++walks;
  }

  /**
   * A commit with its generation.
   *
   * @throws IOException when it or one of its ancestors cannot be read
   */
  CommitNode node(AnyObjectId id) throws IOException {
    CommitNode start = intern(id);
    Deque<CommitNode> open = new ArrayDeque<>();
    open.push(start);
    while (!open.isEmpty()) {
      CommitNode node = open.peek();
      if (node.generation == 0 && !expand(node, open)) {
        continue;
      }
      open.pop();
    }
    return start;
  }

  /** Sets a node's generation, or puts the parents that must have theirs first on the stack. */
  private boolean expand(CommitNode node, Deque<CommitNode> open) throws IOException {
    int highest = 0;
    boolean complete = true;
    CommitNode[] parents = parents(node);
    for (int i = parents.length - 1; i >= 0; i--) {
      if (parents[i].generation == 0) {
        open.push(parents[i]);
        complete = false;
      }
      highest = Math.max(highest, parents[i].generation);
    }
    if (complete) {
      node.generation = highest + 1;
    }
    return complete;
  }

  /** The parents of a commit, the first one first. */
  CommitNode[] parents(CommitNode node) throws IOException {
    if (node.parents == null) {
      if (node.position >= 0) {
        node.parents = intern(file.parents(node.position));
      } else {
        byte[] raw = store.beginning(node, Constants.OBJ_COMMIT, RawCommit.LIMIT);
        RawCommit.Links links = RawCommit.Links.parse(node, raw);
        node.tree = links.tree();
        node.time = links.time();
        node.parents = intern(links.parents());
      }
    }
    return node.parents;
  }

  private CommitNode[] intern(List<? extends AnyObjectId> ids) {
    CommitNode[] nodes = new CommitNode[ids.size()];
    for (int i = 0; i < nodes.length; i++) {
      nodes[i] = intern(ids.get(i));
    }
    return nodes;
  }

  /** A commit that is an ancestor of one that was asked for; empty also for many that are not. */
  Optional<CommitNode> known(AnyObjectId id) {
    CommitNode node = nodes.get(id);
    if (node == null) {
      node = new CommitNode(id);
      file.fill(node);
      if (node.position < 0) {
        return Optional.empty();
      }
      nodes.add(node);
    }
    return node.generation == 0 ? Optional.empty() : Optional.of(node);
  }

  /** A commit of which nothing needs to be read yet; its generation may not be known. */
  CommitNode intern(AnyObjectId id) {
    CommitNode node = nodes.get(id);
    if (node == null) {
      node = new CommitNode(id);
      file.fill(node);
      nodes.add(node);
    }
    return node;
  }
}
