package dev.coord.evidence.git;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;

/**
 * Finds the reverts that stand in a branch: those that no other one reverted. What a commit says it
 * reverted counts when both changed a common path. Read from the newest commit back, only as far as
 * somebody asks, and shared by all who ask.
 */
final class Reverts {

  /** How many commits are looked at. */
  private static final int COMMIT_LIMIT = 50_000;

  /** How many reverts of commits with the same first digits are kept. */
  private static final int REVERT_LIMIT = 100;

  /** How many changed paths are kept. */
  private static final int PATH_LIMIT = 500_000;

  private final CommitGraph graph;
  private final CommitReader commits;
  private final TreeDiff diff;
  private final Queue<CommitNode> open = new PriorityQueue<>(CommitNode.CHILDREN_FIRST);
  private final Set<CommitNode> queued = new HashSet<>();

  /** Reverts that stand, by the first digits of what they reverted. */
  private final Map<String, List<Revert>> byId = new HashMap<>();

  /** Those that name no commit, by the subject of what they reverted. */
  private final Map<String, CommitNode> bySubject = new HashMap<>();

  private final Map<CommitNode, CommitNode> reverted = new HashMap<>();

  /** What commits changed that were held against others. */
  private final Map<CommitNode, Optional<Set<String>>> changed = new HashMap<>();

  private int kept;

  /**
   * A revert.
   *
   * @param of digits that the id of the reverted commit begins with
   */
  private record Revert(String of, CommitNode by) {}

  Reverts(CommitGraph graph, CommitReader commits, TreeDiff diff, CommitNode tip) {
    this.graph = graph;
    this.commits = commits;
    this.diff = diff;
    add(tip);
  }

  /**
   * The revert of a commit that stands.
   *
   * @param since the commit that brought it into the branch: reverts came later
   */
  Optional<CommitNode> of(CommitNode commit, CommitNode since) throws IOException {
    visitAll(since);
    CommitNode known = reverted.get(commit);
    return known == null ? byId(commit) : Optional.of(known);
  }

  /** Whether anything was reverted since a commit. */
  boolean any(CommitNode since) throws IOException {
    visitAll(since);
    return !byId.isEmpty() || !reverted.isEmpty();
  }

  private void visitAll(CommitNode since) throws IOException {
    while (!open.isEmpty()
        && queued.size() < COMMIT_LIMIT
        && open.peek().generation >= since.generation) {
      visit(open.remove());
    }
  }

  private void add(CommitNode node) {
    if (queued.add(node)) {
      open.add(node);
    }
  }

  /** All descendants were visited before, so that what reverted this one is known. */
  private void visit(CommitNode node) throws IOException {
    for (CommitNode parent : graph.parents(node)) {
      add(parent);
    }
    String message = commits.raw(node).message();
    Optional<CommitNode> by = byId(node);
    if (by.isEmpty()) {
      by = bySubject(node, Messages.subject(message));
    }
    if (by.isPresent()) {
      reverted.put(node, by.get());
      return; // A revert that was reverted reverts nothing.
    }
    Optional<RevertMessage> told = RevertMessage.of(message);
    if (told.isPresent()) {
      for (String id : told.get().commits()) {
        List<Revert> same = byId.computeIfAbsent(key(id), any -> new ArrayList<>());
        if (same.size() < REVERT_LIMIT) {
          same.add(new Revert(id, node));
        }
      }
      told.get().subject().ifPresent(subject -> bySubject.putIfAbsent(subject, node));
    }
  }

  private static String key(String id) {
    return id.substring(0, Internals.ABBREVIATED);
  }

  private Optional<CommitNode> byId(CommitNode commit) throws IOException {
    for (Revert revert : byId.getOrDefault(key(commit.name()), List.of())) {
      if (commit.name().startsWith(revert.of()) && sharePath(revert.by(), commit)) {
        return Optional.of(revert.by());
      }
    }
    return Optional.empty();
  }

  /** Services add a number to the subject, which who reverts may leave out. */
  private Optional<CommitNode> bySubject(CommitNode commit, String subject) throws IOException {
    for (String told : List.of(subject, RevertMessage.withoutNumber(subject))) {
      CommitNode by = bySubject.get(told);
      if (by != null && sharePath(by, commit)) {
        return Optional.of(bySubject.remove(told));
      }
    }
    return Optional.empty();
  }

  /** Where one of them changed too much to look through, its word counts. */
  private boolean sharePath(CommitNode one, CommitNode other) throws IOException {
    Optional<Set<String>> these = paths(one);
    Optional<Set<String>> those = paths(other);
    return these.isEmpty() || those.isEmpty() || !Collections.disjoint(these.get(), those.get());
  }

  /** What a commit changed; empty where that is too much. Many may be held against one. */
  private Optional<Set<String>> paths(CommitNode commit) throws IOException {
    Optional<Set<String>> known = changed.get(commit);
    if (known == null) {
      known = read(commit);
      kept += 1 + known.map(Set::size).orElse(0);
      if (kept > PATH_LIMIT) {
        changed.clear();
        kept = 0;
      }
      changed.put(commit, known);
    }
    return known;
  }

  private Optional<Set<String>> read(CommitNode commit) throws IOException {
    CommitNode[] parents = graph.parents(commit);
    Set<String> paths = new HashSet<>();
    try {
      for (PathChange change :
          diff.between(
              parents.length == 0 ? Optional.empty() : Optional.of(parents[0].tree),
              commit.tree,
              new Budget(Budget.FILES))) {
        paths.add(change.path());
      }
      return Optional.of(paths);
    } catch (UnreadableException e) {
      return Optional.empty();
    }
  }
}
