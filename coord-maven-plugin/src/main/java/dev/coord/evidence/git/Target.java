package dev.coord.evidence.git;

import dev.coord.evidence.GitQuestions.Merging;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A branch that others are merged into: its first-parent line, and the branches its merges name.
 */
final class Target {

  private final CommitGraph graph;
  private final CommitReader commits;
  private final FirstParentLine line;
  private final LineChanges changes;
  private final Reverts reverts;
  private final Owners ours;
  private final Mentions mentions;
  private Optional<Mentions> inner = Optional.empty();
  private int scanned;

  /**
   * A merge that names a branch.
   *
   * @param merge the merge commit
   * @param tip the parent that was the branch
   * @param declared whether it has the message that the plan declares, and does not name the branch
   */
  record NamedMerge(CommitNode merge, CommitNode tip, boolean declared) {

    /** What the branch was merged into, or with where it is the merge's first parent itself. */
    CommitNode before() {
      return merge.parents[merge.parents[0] == tip ? 1 : 0];
    }

    /** What was brought, with what the merge itself did where it merged nothing else. */
    MergeFinder.Range range() {
      return MergeFinder.Range.of(merge, before(), tip);
    }
  }

  Target(CommitGraph graph, CommitReader commits, TreeDiff diff, CommitNode tip, Owners ours) {
    this.graph = graph;
    this.ours = ours;
    mentions = new Mentions(ours);
    this.commits = commits;
    line = new FirstParentLine(graph, tip);
    changes = new LineChanges(line, diff);
    reverts = new Reverts(graph, commits, diff, tip);
  }

  CommitNode tip() {
    return line.tip();
  }

  FirstParentLine line() {
    return line;
  }

  /** What was taken back on it. */
  Reverts reverts() {
    return reverts;
  }

  /** What the commits of the line changed. */
  LineChanges changes() {
    return changes;
  }

  /**
   * The newest merge on the line that names a branch, or has a message that was declared for it;
   * not one from before the project started, which merged another branch of that name.
   */
  Optional<NamedMerge> mergeOf(String branch, Merging merging) throws IOException {
    int end = end(merging.since());
    while (mentions.newest(branch, merging.messages()).isEmpty() && scanned < end && scan()) {
      continue;
    }
    Optional<NamedMerge> newest = mentions.newest(branch, merging.messages());
    boolean counts = newest.isPresent() && isSince(newest.get().merge(), merging.since());
    return counts ? newest : Optional.empty();
  }

  /** These merges since the project started, the newest first, and perhaps older ones. */
  List<NamedMerge> mergesOf(String branch, Merging merging) throws IOException {
    scanSince(merging.since());
    return mentions.all(branch, merging.messages());
  }

  /**
   * The merge on the line that merged a commit and whose subject names no branch; one from before
   * the project started need not be found.
   */
  Optional<NamedMerge> namelessMergeOf(CommitNode tip, Merging merging) throws IOException {
    scanSince(merging.since());
    return mentions.nameless(tip);
  }

  /**
   * Whether a commit of the line is none of those before a time, by its place.
   *
   * @param since the time; empty for ever
   */
  boolean isSince(CommitNode commit, Optional<Instant> since) throws IOException {
    return since.isEmpty()
        || line.newer(commit).orElse(Integer.MAX_VALUE) < line.since(since.get());
  }

  /** The oldest of these merges since the project started. */
  Optional<NamedMerge> firstMergeOf(String branch, Merging merging) throws IOException {
    Optional<NamedMerge> first = Optional.empty();
    for (NamedMerge merge : mergesOf(branch, merging)) {
      if (isSince(merge.merge(), merging.since())) {
        first = Optional.of(merge);
      }
    }
    return first;
  }

  /** Looks at the line down to where the project started; at all of it where nobody knows. */
  private void scanSince(Optional<Instant> start) throws IOException {
    int end = end(start);
    while (scanned < end && scan()) {
      continue;
    }
  }

  private int end(Optional<Instant> start) throws IOException {
    return start.isPresent() ? line.since(start.get()) : FirstParentLine.LIMIT;
  }

  /**
   * The newest such merge that is not on the line and came with one that is: a branch that was
   * merged into another one first.
   */
  Optional<NamedMerge> innerMergeOf(String branch, Merging merging) throws IOException {
    if (inner.isEmpty()) {
      inner = Optional.of(mentions(new InnerMerges(graph, line).newestFirst()));
    }
    return inner.get().newest(branch, merging.messages());
  }

  /** What the subjects of some merges name, which are given from the newest to the oldest. */
  Mentions mentions(List<CommitNode> merges) throws IOException {
    Mentions found = new Mentions(ours);
    for (CommitNode merge : merges) {
      found.add(subject(merge), merge, graph.parents(merge));
    }
    return found;
  }

  /** Looks at one commit more of the line; says whether there was one. */
  private boolean scan() throws IOException {
    Optional<CommitNode> next =
        scanned < FirstParentLine.LIMIT ? line.get(scanned) : Optional.empty();
    if (next.isEmpty()) {
      return false;
    }
    scanned++;
    CommitNode[] parents = graph.parents(next.get());
    if (parents.length > 1) {
      mentions.add(subject(next.get()), next.get(), parents);
    }
    return true;
  }

  private String subject(CommitNode merge) throws IOException {
    return Messages.subject(commits.raw(merge).message());
  }
}
