package dev.coord.evidence.git;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A branch that others are merged into: its first-parent line, and the branches its merges name.
 */
final class Target {

  /** How far back merges are looked for, in commits of the first-parent line. */
  private static final int LINE_LIMIT = 20_000;

  private final CommitGraph graph;
  private final CommitReader commits;
  private final FirstParentLine line;
  private final LineChanges changes;
  private final Map<String, NamedMerge> merges = new HashMap<>();
  private int scanned;

  /**
   * A merge whose subject names a branch.
   *
   * @param merge the merge commit
   * @param tip the parent that was the branch
   */
  record NamedMerge(CommitNode merge, CommitNode tip) {}

  Target(CommitGraph graph, CommitReader commits, TreeDiff diff, CommitNode tip) {
    this.graph = graph;
    this.commits = commits;
    line = new FirstParentLine(graph, tip);
    changes = new LineChanges(line, diff);
  }

  CommitNode tip() {
    return line.tip();
  }

  FirstParentLine line() {
    return line;
  }

  /** What the commits of the line changed. */
  LineChanges changes() {
    return changes;
  }

  /** The newest merge on the line that names a branch. */
  Optional<NamedMerge> mergeOf(String branch) throws IOException {
    while (!merges.containsKey(branch) && scanned < LINE_LIMIT) {
      Optional<CommitNode> next = line.get(scanned);
      if (next.isEmpty()) {
        break;
      }
      scanned++;
      CommitNode[] parents = graph.parents(next.get());
      if (parents.length > 1) {
        scan(next.get(), parents);
      }
    }
    return Optional.ofNullable(merges.get(branch));
  }

  private void scan(CommitNode merge, CommitNode[] parents) throws IOException {
    String subject = Messages.subject(commits.raw(merge).message());
    List<String> names = MergeSubject.branches(subject);
    if (names.size() == parents.length - 1) {
      for (int i = 0; i < names.size(); i++) {
        merges.putIfAbsent(names.get(i), new NamedMerge(merge, parents[i + 1]));
      }
    }
  }
}
