package dev.coord.evidence.git;

import dev.coord.evidence.Commit;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Tells what merges of a branch changed themselves: the paths at which git would have merged
 * something else. Who takes one side of a conflict, or drops a side with {@code -s ours}, changed
 * the file; where both sides go together by themselves, nobody did.
 */
final class HandMerges {

  private final Internals git;
  private final Trees trees;
  private final Ancestry ancestry;
  private final CommitNode attributes;

  /**
   * Made where one is needed: most merges bring together what has nothing to do with each other.
   */
  private Optional<MemoryMerge> merges = Optional.empty();

  /**
   * Merges of a branch.
   *
   * @param attributes the commit by whose attributes files are merged
   */
  HandMerges(Internals git, CommitNode attributes) {
    this.git = Objects.requireNonNull(git, "git");
    this.trees = git.trees();
    this.ancestry = new Ancestry(git.graph());
    this.attributes = Objects.requireNonNull(attributes, "attributes");
  }

  /**
   * A commit with the paths that it changed itself; one that is no merge of two stays as it is.
   *
   * @param commit with the paths that differ from all parents
   * @param asked the only paths of which that is asked
   */
  Commit own(CommitNode node, Commit commit, Collection<String> asked) throws IOException {
    CommitNode[] parents = git.graph().parents(node);
    if (parents.length != 2) {
      return commit;
    }
    for (CommitNode parent : parents) {
      git.graph().parents(parent);
    }
    List<CommitNode> bases = ancestry.compare(parents[0], parents[1]).mergeBases();
    List<String> doubtful = new ArrayList<>();
    for (String path : asked) {
      if (!isPlain(path, node, parents, bases)) {
        doubtful.add(path);
      }
    }
    if (doubtful.isEmpty()) {
      return commit;
    }
    SortedSet<String> paths = new TreeSet<>(commit.paths());
    paths.removeAll(doubtful);
    paths.addAll(changed(node, parents, bases, doubtful));
    return commit.changing(paths);
  }

  /** Whether a path is as both sides have it, or as the only side that changed it has it. */
  private boolean isPlain(String path, CommitNode merge, CommitNode[] sides, List<CommitNode> bases)
      throws IOException {
    Optional<TreeEntry> now = file(merge, path);
    boolean ours = now.equals(file(sides[0], path));
    boolean theirs = now.equals(file(sides[1], path));
    if (ours && theirs) {
      return true;
    }
    CommitNode other = ours ? sides[1] : sides[0];
    return (ours || theirs)
        && bases.size() == 1
        && file(bases.get(0), path).equals(file(other, path));
  }

  /** The doubtful paths at which git would have left something else, or a conflict. */
  private List<String> changed(
      CommitNode merge, CommitNode[] sides, List<CommitNode> bases, List<String> doubtful)
      throws IOException {
    if (bases.isEmpty()) {
      return doubtful;
    }
    if (merges.isEmpty()) {
      merges = Optional.of(new MemoryMerge(git, attributes.copy()));
    }
    MemoryMerge.Outcome outcome;
    try {
      outcome =
          merges
              .get()
              .merge(
                  MemoryMerge.State.of(sides[0]),
                  MemoryMerge.State.of(sides[1]),
                  FileMerge.Use.NEXT);
    } catch (UnreadableException e) {
      // What git would have left cannot be told, so that nothing excuses the merge.
      return doubtful;
    }
    List<String> changed = new ArrayList<>();
    for (String path : doubtful) {
      if (outcome.clashes().containsKey(path)
          || !file(merge, path).equals(outcome.state().files().entry(path, trees))) {
        changed.add(path);
      }
    }
    return changed;
  }

  private Optional<TreeEntry> file(CommitNode commit, String path) throws IOException {
    return trees.entry(commit.tree, path).filter(entry -> !entry.isTree());
  }
}
