package dev.coord.evidence.git;

import dev.coord.evidence.BranchDelta;
import dev.coord.evidence.Commit;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.jgit.lib.ObjectId;

/** Reads what a branch changes against its merge base, and by which commits. */
final class DeltaReader {

  /** Branches of more commits are not read: each commit's paths count. */
  static final int COMMIT_LIMIT = 10_000;

  private static final int COMMIT_PATHS = 2_000_000;

  private final CommitReader commits;
  private final Trees trees;
  private final TreeDiff diff;
  private final Contents contents;
  private final Map<Known, Commit> known = new HashMap<>();

  /** A commit that was read for another branch already. */
  private record Known(ObjectId id, Mailmap mailmap) {}

  /**
   * What is compared.
   *
   * @param branch name of the branch
   * @param baseName name of the base
   * @param base the base
   * @param tip the branch's last commit
   * @param between the two compared
   * @param working changes of the working tree and index
   * @param mailmap who the authors are
   */
  record Ends(
      BranchDelta.Basis basis,
      String branch,
      String baseName,
      CommitNode base,
      CommitNode tip,
      Ancestry.Comparison between,
      List<WorkingTree.Change> working,
      Mailmap mailmap) {}

  DeltaReader(CommitReader commits, Trees trees, Contents contents) {
    this.commits = commits;
    this.trees = trees;
    this.contents = contents;
    diff = new TreeDiff(trees);
  }

  BranchDelta read(Ends ends) throws IOException {
    Ancestry.Comparison between = ends.between();
    CommitNode mergeBase =
        between
            .mergeBase()
            .orElseThrow(
                () ->
                    new UnreadableException(
                        "'"
                            + ends.branch()
                            + "' and '"
                            + ends.baseName()
                            + "' have no common commit",
                        "Correct the branch or its base in the plan."));
    if (between.ahead().size() > COMMIT_LIMIT) {
      throw new UnreadableException(
          "'"
              + ends.branch()
              + "' has "
              + between.ahead().size()
              + " commits that '"
              + ends.baseName()
              + "' does not have, more than coord reads",
          "Correct the branch or its base in the plan.");
    }
    SortedMap<String, PathChange> changes = new TreeMap<>();
    Optional<ObjectId> before = Optional.of(mergeBase.tree);
    diff.between(before, ends.tip().tree, new Budget(Budget.FILES))
        .forEach(change -> changes.put(change.path(), change));
    List<String> uncommitted = overlay(changes, ends.working(), mergeBase);
    return new BranchDelta(
        ends.basis(),
        ends.baseName(),
        ends.base().name(),
        mergeBase.name(),
        ends.tip().name(),
        between.ahead().size(),
        between.behind(),
        new LineCounter(contents).count(List.copyOf(changes.values())),
        commits(between.ahead(), ends.mailmap()),
        uncommitted);
  }

  /** Puts the working tree over the net change; a change in the index alone counts as well. */
  private List<String> overlay(
      SortedMap<String, PathChange> changes, List<WorkingTree.Change> working, CommitNode base)
      throws IOException {
    List<String> uncommitted = new ArrayList<>();
    for (WorkingTree.Change change : working) {
      Optional<TreeEntry> before = trees.entry(base.tree, change.path());
      Optional<TreeEntry> after = change.file().equals(before) ? change.staged() : change.file();
      if (after.equals(before)) {
        changes.remove(change.path());
      } else {
        changes.put(change.path(), new PathChange(change.path(), before, after));
        uncommitted.add(change.path());
      }
    }
    return uncommitted;
  }

  private List<Commit> commits(List<CommitNode> nodes, Mailmap mailmap) throws IOException {
    Budget budget = new Budget(COMMIT_PATHS);
    List<Commit> read = new ArrayList<>(nodes.size());
    for (CommitNode node : nodes) {
      Known key = new Known(node.copy(), mailmap);
      Commit commit = known.get(key);
      if (commit == null) {
        commit = commits.withPaths(node, mailmap, budget);
        known.put(key, commit);
      }
      read.add(commit);
    }
    return read;
  }
}
