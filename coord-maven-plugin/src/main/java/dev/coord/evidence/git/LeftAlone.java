package dev.coord.evidence.git;

import java.io.IOException;
import java.util.Collection;
import java.util.Optional;
import org.eclipse.jgit.lib.ObjectId;

/**
 * Whether one side left alone what the other changed, so that both merge without a look at what
 * else the one did: as a rule a branch changed a few files, and what it is merged with thousands.
 *
 * <p>Where it says so, no file, no directory and no rename of either side can meet one of the
 * other's. Where it does not, that has to be found out.
 */
final class LeftAlone {

  private final Trees trees;
  private final ObjectId base;
  private final ObjectId other;

  /**
   * Prepares to look.
   *
   * @param base the tree that both sides come from
   * @param other the tree of the side that may have left things alone
   */
  LeftAlone(Trees trees, ObjectId base, ObjectId other) {
    this.trees = trees;
    this.base = base;
    this.other = other;
  }

  /** Whether nothing was changed at paths, nor above them. */
  boolean paths(Collection<String> paths) throws IOException {
    for (String path : paths) {
      if (!same(path) || !directories(path)) {
        return false;
      }
    }
    return true;
  }

  /** Whether nothing was changed that changes have to do with. */
  boolean changes(ChangeSet changes) throws IOException {
    if (!paths(changes.paths())) {
      return false;
    }
    for (String directory : changes.thinned()) {
      // What was put into a directory that is gone may have to follow it.
      if (changes.removed(directory, trees) && !same(directory)) {
        return false;
      }
    }
    return true;
  }

  private boolean same(String path) throws IOException {
    return trees.entry(base, path).equals(trees.entry(other, path));
  }

  /** Whether the directories above a path are still there, and no file stands in its way. */
  private boolean directories(String path) throws IOException {
    for (String up = ChangeSet.parent(path); !up.isEmpty(); up = ChangeSet.parent(up)) {
      Optional<TreeEntry> now = trees.entry(other, up);
      if (now.filter(TreeEntry::isTree).isPresent()) {
        return true;
      }
      if (!now.equals(trees.entry(base, up))) {
        return false;
      }
    }
    return true;
  }
}
