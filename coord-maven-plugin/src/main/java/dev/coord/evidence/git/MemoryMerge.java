package dev.coord.evidence.git;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.eclipse.jgit.lib.ObjectId;

/**
 * Merges histories in memory. What two sides are compared with is their merge base; of several the
 * merge of them, as git's recursive strategy has it.
 */
final class MemoryMerge {

  /** Merge bases that are merged with each other for one merge. */
  private static final int MOST_BASES = 64;

  /** Paths of changes that are kept for the next side. */
  private static final int MOST_MADE_PATHS = 500_000;

  private final Ancestry ancestry;
  private final Trees files;
  private final TreeMerge trees;
  private final ObjectId attributes;
  private final Map<Made, TreeMerge.Result> made = new HashMap<>();
  private int madePaths;

  /** A change between two commits that is made to a base. */
  private record Made(CommitNode base, CommitNode before, CommitNode after) {}

  /**
   * A commit, or what a merge of several would be.
   *
   * @param commits what it was merged from
   */
  record State(List<CommitNode> commits, Snapshot files) {
    static State of(CommitNode commit) {
      return new State(List.of(commit), Snapshot.of(commit.tree));
    }
  }

  /**
   * A merge.
   *
   * @param state what it leaves, with git's marks where somebody has to look at it
   * @param changed paths that differ from our side
   */
  record Outcome(State state, SortedMap<String, TreeMerge.Conflict> clashes, Set<String> changed) {}

  /**
   * Merges of a repository.
   *
   * @param attributes the commit by whose attributes files are merged
   */
  MemoryMerge(Internals git, ObjectId attributes) throws IOException {
    this.attributes = attributes;
    files = git.trees();
    ancestry = new Ancestry(git.graph());
    trees = TreeMerge.of(git, attributes);
  }

  /** The commit by whose attributes files are merged. */
  ObjectId attributes() {
    return attributes;
  }

  /**
   * The trees of a merge.
   *
   * @param base that of the only merge base
   */
  record Trio(ObjectId base, ObjectId ours, ObjectId theirs) {}

  /** The trees of a merge; empty where the two have no merge base or several. */
  Optional<Trio> trio(CommitNode ours, CommitNode theirs) throws IOException {
    List<CommitNode> bases = ancestry.compare(List.of(ours), List.of(theirs)).mergeBases();
    return bases.size() == 1
        ? Optional.of(new Trio(bases.get(0).tree, ours.tree, theirs.tree))
        : Optional.empty();
  }

  /** Where two commits would conflict. */
  SortedMap<String, TreeMerge.Conflict> verdict(CommitNode ours, CommitNode theirs)
      throws IOException {
    return merge(State.of(ours), State.of(theirs), FileMerge.Use.VERDICT).clashes();
  }

  /** The paths that differ between two commits. */
  ChangeSet changes(CommitNode before, CommitNode after) throws IOException {
    return changes(Snapshot.of(before.tree), Snapshot.of(after.tree));
  }

  /** The paths that differ between two states. */
  ChangeSet changes(Snapshot before, Snapshot after) throws IOException {
    return trees.changes(before, after);
  }

  /** What two sides are compared with: of several merge bases the merge of them. */
  Snapshot base(List<CommitNode> newestFirst) throws IOException {
    return new Merging().base(newestFirst);
  }

  /** Tells what a side left alone since a commit. */
  LeftAlone leftAlone(CommitNode base, CommitNode other) {
    return new LeftAlone(files, base.tree, other.tree);
  }

  /** Whether a directory was removed as a whole. */
  boolean removed(ChangeSet changes, String directory) throws IOException {
    return changes.removed(directory, files);
  }

  /** Merges one side into the other. */
  Outcome merge(State ours, State theirs, FileMerge.Use use) throws IOException {
    Merging merging = new Merging();
    List<CommitNode> bases = ancestry.compare(ours.commits(), theirs.commits()).mergeBases();
    if (bases.isEmpty()) {
      throw new UnreadableException(
          "the two have no common commit", "Correct the branches or their base in the plan.");
    }
    return merging.merge(merging.base(bases), ours, theirs, use);
  }

  /**
   * Where a change that is made alone to a base conflicts with a side, all names of the files.
   *
   * @param base what the side and the change go back to
   * @param places paths that somebody asks about
   * @return empty where the change of one of these paths cannot be made without what came before
   */
  Optional<Set<String>> alone(
      CommitNode base, CommitNode before, CommitNode after, CommitNode side, Set<String> places)
      throws IOException {
    Snapshot begin = Snapshot.of(base.tree);
    TreeMerge.Result change = made(base, before, after);
    if (!Collections.disjoint(names(change.conflicts()), places)) {
      return Optional.empty();
    }
    return Optional.of(
        names(
            trees
                .merge(
                    begin, begin.with(change.changed()), Snapshot.of(side.tree), FileMerge.Use.NEXT)
                .conflicts()));
  }

  /** A change made to a base: the same for all sides that go back to it. */
  private TreeMerge.Result made(CommitNode base, CommitNode before, CommitNode after)
      throws IOException {
    Made key = new Made(base, before, after);
    TreeMerge.Result known = made.get(key);
    if (known == null) {
      known =
          trees.merge(
              Snapshot.of(before.tree),
              Snapshot.of(base.tree),
              Snapshot.of(after.tree),
              FileMerge.Use.NEXT);
      madePaths += 1 + known.changed().size() + known.conflicts().size();
      if (madePaths > MOST_MADE_PATHS) {
        made.clear();
        madePaths = 0;
      }
      made.put(key, known);
    }
    return known;
  }

  /** The paths of conflicts, and the other names of their files. */
  static Set<String> names(Map<String, TreeMerge.Conflict> conflicts) {
    Set<String> names = new HashSet<>(conflicts.keySet());
    conflicts.values().forEach(conflict -> names.addAll(conflict.otherNames()));
    return names;
  }

  /** One merge, with those of its merge bases. */
  private final class Merging {
    private int left = MOST_BASES;

    Snapshot base(List<CommitNode> newestFirst) throws IOException {
      if (newestFirst.isEmpty()) {
        return new Snapshot(Optional.empty(), Map.of());
      }
      int oldest = newestFirst.size() - 1;
      State base = State.of(newestFirst.get(oldest));
      for (int i = oldest - 1; i >= 0; i--) {
        if (--left < 0) {
          throw new UnreadableException(
              "the two share more than " + MOST_BASES + " merge bases",
              "Merge one of them into the other.");
        }
        State next = State.of(newestFirst.get(i));
        List<CommitNode> below = ancestry.compare(base.commits(), next.commits()).mergeBases();
        base = merge(base(below), base, next, FileMerge.Use.BASE).state();
      }
      return base.files();
    }

    Outcome merge(Snapshot base, State ours, State theirs, FileMerge.Use use) throws IOException {
      TreeMerge.Result result = trees.merge(base, ours.files(), theirs.files(), use);
      List<CommitNode> commits = new ArrayList<>(ours.commits());
      commits.addAll(theirs.commits());
      return new Outcome(
          new State(commits, ours.files().with(result.changed())),
          result.conflicts(),
          result.changed().keySet());
    }
  }
}
