package dev.coord.evidence.git;

import dev.coord.evidence.BranchDelta;
import dev.coord.evidence.Commit;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.jgit.lib.ObjectId;

/** Reads what a branch changes against its merge base, and by which commits. */
final class DeltaReader {

  /** Branches of more commits are not read: each commit's paths count. */
  static final int COMMIT_LIMIT = 10_000;

  private static final int COMMIT_PATHS = 2_000_000;

  private final Internals git;
  private final CommitReader commits;
  private final Trees trees;
  private final TreeDiff diff;
  private final Contents contents;
  private final RenamedFiles renamed;
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
   * @param made the merge or squash, where all that it changed was brought by it
   * @param octopus the merge that brought it together with other branches
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
      Optional<Made> made,
      Optional<CommitNode> octopus,
      List<WorkingTree.Change> working,
      Mailmap mailmap) {}

  /**
   * A commit that brought a branch.
   *
   * @param before its first parent
   */
  record Made(CommitNode before, CommitNode commit) {}

  DeltaReader(Internals git) {
    this.git = git;
    commits = git.commits();
    trees = git.trees();
    contents = git.contents();
    renamed = new RenamedFiles(trees, contents);
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
                        "Rebase '"
                            + ends.branch()
                            + "' onto '"
                            + ends.baseName()
                            + "' (git rebase --root --onto "
                            + ends.baseName()
                            + " "
                            + ends.branch()
                            + "), as it has a history of its own; or correct the branch or its base in"
                            + " the plan."));
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
    Snapshot before = Snapshot.of(mergeBase.tree);
    SortedMap<String, PathChange> changes = new TreeMap<>();
    if (between.mergeBases().size() == 1) {
      diff.between(before.tree(), ends.tip().tree, new Budget(Budget.FILES))
          .forEach(change -> changes.put(change.path(), change));
    } else {
      MemoryMerge merges = new MemoryMerge(git, ends.base().copy());
      before = merges.base(between.mergeBases());
      changes.putAll(crossed(merges, before, ends));
    }
    List<Commit> commits = new ArrayList<>();
    if (ends.made().isPresent()) {
      commits.addAll(add(changes, ends.made().get(), ends));
    }
    if (ends.octopus().isPresent()) {
      commits.addAll(addOwn(changes, ends.octopus().get(), ends));
    }
    List<String> uncommitted = overlay(changes, ends.working(), before);
    commits.addAll(commits(between.ahead(), changes.keySet(), ends));
    return new BranchDelta(
        ends.basis(),
        ends.baseName(),
        ends.base().name(),
        mergeBase.name(),
        ends.tip().name(),
        between.ahead().size(),
        between.behind(),
        new LineCounter(contents).count(List.copyOf(changes.values())),
        commits,
        uncommitted,
        renamed.find(changes, ends.tip().tree),
        Optional.empty(),
        line(ends));
  }

  /** Those of its commits that no merge brought to it. */
  private Set<String> line(Ends ends) throws IOException {
    Set<CommitNode> ahead = new HashSet<>(ends.between().ahead());
    Set<String> line = new HashSet<>();
    CommitNode node = ends.tip();
    while (ahead.contains(node) && line.add(node.name())) {
      CommitNode[] parents = git.graph().parents(node);
      node = parents.length == 0 ? node : parents[0];
    }
    return line;
  }

  /**
   * What a branch changes that has several merge bases with its base. Those are merged first, as
   * git does: against one of them, what the branch took back of the others would be no change. What
   * both ends have alike is none, whatever their bases had.
   */
  private SortedMap<String, PathChange> crossed(MemoryMerge merges, Snapshot before, Ends ends)
      throws IOException {
    SortedMap<String, PathChange> changes = new TreeMap<>();
    for (PathChange change : merges.changes(before, Snapshot.of(ends.tip().tree)).changes()) {
      if (!change.after().equals(trees.entry(ends.base().tree, change.path()))) {
        changes.put(change.path(), change);
      }
    }
    return changes;
  }

  /**
   * Puts what the merge or squash really changed over the net change; a squash has that of the
   * branch in it.
   *
   * @return it, with the paths that no commit of the branch left changed, where there are any
   */
  private List<Commit> add(SortedMap<String, PathChange> changes, Made made, Ends ends)
      throws IOException {
    SortedMap<String, PathChange> own = new TreeMap<>();
    Optional<ObjectId> before = Optional.of(made.before().tree);
    diff.between(before, made.commit().tree, new Budget(Budget.FILES))
        .forEach(change -> own.put(change.path(), change));
    SortedSet<String> more = new TreeSet<>(own.keySet());
    more.removeAll(changes.keySet());
    if (ends.basis() == BranchDelta.Basis.MERGE) {
      changes.clear();
    }
    own.forEach(changes::putIfAbsent);
    return more.isEmpty()
        ? List.of()
        : List.of(commits.withPaths(made.commit(), more, ends.mailmap()));
  }

  /**
   * Adds what a merge of several branches changed where all of its parents were alike: no branch
   * brought that, so it counts for each of them.
   *
   * @return the merge with these paths, where there are any
   */
  private List<Commit> addOwn(SortedMap<String, PathChange> changes, CommitNode octopus, Ends ends)
      throws IOException {
    Optional<ObjectId> first = Optional.of(octopus.parents[0].tree);
    SortedMap<String, PathChange> own = new TreeMap<>();
    diff.between(first, octopus.tree, new Budget(Budget.FILES))
        .forEach(change -> own.put(change.path(), change));
    for (int i = 1; i < octopus.parents.length && !own.isEmpty(); i++) {
      diff.between(first, octopus.parents[i].tree, new Budget(Budget.FILES))
          .forEach(change -> own.remove(change.path()));
    }
    own.keySet().removeAll(changes.keySet());
    changes.putAll(own);
    return own.isEmpty()
        ? List.of()
        : List.of(commits.withPaths(octopus, new TreeSet<>(own.keySet()), ends.mailmap()));
  }

  /** Puts the working tree over the net change; a change in the index alone counts as well. */
  private List<String> overlay(
      SortedMap<String, PathChange> changes, List<WorkingTree.Change> working, Snapshot base)
      throws IOException {
    List<String> uncommitted = new ArrayList<>();
    for (WorkingTree.Change change : working) {
      Optional<TreeEntry> before = base.entry(change.path(), trees);
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

  /**
   * Reads commits.
   *
   * @param changed the paths of which it is told what a merge did to them itself
   */
  private List<Commit> commits(List<CommitNode> nodes, Set<String> changed, Ends ends)
      throws IOException {
    Mailmap mailmap = ends.mailmap();
    HandMerges merges = new HandMerges(git, ends.base());
    Budget budget = new Budget(COMMIT_PATHS);
    List<Commit> read = new ArrayList<>(nodes.size());
    for (CommitNode node : nodes) {
      Known key = new Known(node.copy(), mailmap);
      Commit commit = known.get(key);
      if (commit == null) {
        commit = commits.withPaths(node, mailmap, budget);
        known.put(key, commit);
      }
      read.add(merges.own(node, commit, changed));
    }
    return read;
  }
}
