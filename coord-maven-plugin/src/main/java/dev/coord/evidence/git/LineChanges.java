package dev.coord.evidence.git;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Which commits of a first-parent line changed which paths. Each commit is compared with its parent
 * once, however many branches ask, and only as far back as one of them asks.
 */
final class LineChanges {

  /** How far back is read, in commits of the line. */
  private static final int COMMIT_LIMIT = 5_000;

  /** How many changes of a path are kept, of all commits together. */
  private static final int CHANGE_LIMIT = 4_000_000;

  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  private final FirstParentLine line;
  private final TreeDiff diff;
  private final Map<String, Integer> numbers = new HashMap<>();

  /** Numbers of the changed paths, commit after commit, the newest first. */
  private int[] changed = new int[1_024];

  /** Where the paths of each commit end. */
  private int[] ends = new int[64];

  /** Commits by the paths they changed, as far as they are indexed. */
  private final Map<Long, List<Integer>> byPaths = new HashMap<>();

  private int indexed;
  private int commits;
  private boolean complete;

  LineChanges(FirstParentLine line, TreeDiff diff) {
    this.line = line;
    this.diff = diff;
  }

  FirstParentLine line() {
    return line;
  }

  /**
   * How many commits of the line are newer than the newest that a commit reaches, as far as they
   * are read.
   */
  int since(CommitNode commit) throws IOException {
    Optional<CommitNode> fork = line.newestIn(commit);
    int generation = fork.map(node -> node.generation).orElse(0);
    int count = 0;
    while (isRead(count) && line.get(count).orElseThrow().generation > generation) {
      count++;
    }
    return count;
  }

  /** The number a path goes by; -1 when no commit that was read changed it. */
  int number(String path) {
    return numbers.getOrDefault(path, -1);
  }

  /** How many paths a commit changed. */
  int size(int commit) {
    return ends[commit] - start(commit);
  }

  /** Those of some paths, by their numbers, that a commit changed. */
  int[] changed(int commit, BitSet among) {
    return Arrays.stream(changed, start(commit), ends[commit]).filter(among::get).toArray();
  }

  /** Whether a commit changed any of some paths. */
  boolean touches(int commit, BitSet paths) {
    for (int i = start(commit); i < ends[commit]; i++) {
      if (paths.get(changed[i])) {
        return true;
      }
    }
    return false;
  }

  /**
   * The newest commits that changed certain paths and no other, the newest first.
   *
   * @param paths numbers of paths, each once
   * @param end how many commits are looked at; that many have been read
   */
  List<Integer> changing(BitSet paths, int end) {
    while (indexed < commits) {
      int from = start(indexed);
      byPaths
          .computeIfAbsent(
              sum(Arrays.stream(changed, from, ends[indexed])), key -> new ArrayList<>())
          .add(indexed++);
    }
    int number = paths.cardinality();
    return byPaths.getOrDefault(sum(paths.stream()), List.of()).stream()
        .filter(i -> i < end && size(i) == number && changed(i, paths).length == number)
        .toList();
  }

  /** Something that is the same for the same paths in any order, and hardly for others. */
  private static long sum(IntStream paths) {
    return paths.mapToLong(path -> (path + 1) * SPREAD).map(n -> n ^ n >>> 31).sum();
  }

  /** What a commit changed. */
  List<PathChange> of(int commit) throws IOException {
    CommitNode at = line.get(commit).orElseThrow();
    CommitNode parent = line.get(commit + 1).orElseThrow();
    return diff.between(Optional.of(parent.tree), at.tree, new Budget(Budget.FILES));
  }

  private int start(int commit) {
    return commit == 0 ? 0 : ends[commit - 1];
  }

  private boolean isRead(int commit) throws IOException {
    while (commit >= commits && !complete) {
      complete = commits == COMMIT_LIMIT || line.get(commits + 1).isEmpty() || !read();
    }
    return commit < commits;
  }

  /** Reads one commit more; a commit that changed too much ends what can be read. */
  private boolean read() throws IOException {
    List<PathChange> changes;
    try {
      changes = of(commits);
    } catch (UnreadableException e) {
      return false;
    }
    int end = start(commits) + changes.size();
    if (end > CHANGE_LIMIT) {
      return false;
    }
    changed = end > changed.length ? Arrays.copyOf(changed, 2 * end) : changed;
    ends = commits == ends.length ? Arrays.copyOf(ends, 2 * commits) : ends;
    int at = start(commits);
    for (PathChange change : changes) {
      changed[at++] = numbers.computeIfAbsent(change.path(), path -> numbers.size());
    }
    ends[commits++] = end;
    return true;
  }
}
