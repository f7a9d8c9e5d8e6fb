package dev.coord.evidence.git;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.ObjectId;

/**
 * What one side left alone of what the other changed: as a rule a branch changed a few files, and
 * what it is merged with thousands, which then need no look.
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
    return inPlace(changes).filter(List::isEmpty).isPresent();
  }

  /**
   * The changes of files that both sides changed and kept at their place, where that is all that
   * both have to do with: no file that is new or gone, no directory and no rename of either side
   * can then meet one of the other's. Empty where more has to be looked at.
   */
  Optional<List<PathChange>> inPlace(ChangeSet changes) throws IOException {
    List<PathChange> both = new ArrayList<>();
    for (PathChange change : changes.changes()) {
      if (!same(change.path())) {
        if (change.before().isEmpty()
            || change.after().isEmpty()
            || now(change.path()).filter(entry -> !entry.isTree()).isEmpty()) {
          return Optional.empty();
        }
        both.add(change);
      }
      if (!directories(change.path())) {
        return Optional.empty();
      }
    }
    for (String directory : changes.thinned()) {
      // What was put into a directory that is gone may have to follow it.
      if (changes.removed(directory, trees) && !same(directory)) {
        return Optional.empty();
      }
    }
    return Optional.of(both);
  }

  /** What the side has at a path. */
  Optional<TreeEntry> now(String path) throws IOException {
    return trees.entry(other, path);
  }

  private boolean same(String path) throws IOException {
    return trees.entry(base, path).equals(now(path));
  }

  /** Whether the directories above a path are still there, and no file stands in its way. */
  private boolean directories(String path) throws IOException {
    for (String up = ChangeSet.parent(path); !up.isEmpty(); up = ChangeSet.parent(up)) {
      Optional<TreeEntry> now = now(up);
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
