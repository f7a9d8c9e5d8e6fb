package dev.coord.evidence.git;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

/**
 * Which of the directories that a side removed matter: where the other side added a file into one,
 * git asks where the directory went, and for that it looks at all files below it.
 *
 * <p>Background: git's {@code Documentation/technical/directory-rename-detection} and {@code
 * remembering-renames}.
 */
final class RemovedDirectories {

  private final ChangeSet side;
  private final Trees trees;
  private final Set<String> tops;
  private final Set<String> wanted;
  private final Set<String> settled = new HashSet<>();

  /** How much it matters where a directory went. */
  enum Relevance {
    /** Nobody asks. */
    NONE,
    /** Something above it may have gone with it. */
    ABOVE,
    /** The other side added files into it. */
    ITSELF
  }

  private RemovedDirectories(ChangeSet side, Trees trees, Set<String> tops, Set<String> wanted) {
    this.side = side;
    this.trees = trees;
    this.tops = tops;
    this.wanted = wanted;
  }

  /** The directories that one side removed, and the other added files into. */
  static Set<String> tops(ChangeSet side, ChangeSet other, Trees trees) throws IOException {
    Set<String> tops = new HashSet<>();
    if (!side.added().isEmpty() && !side.deleted().isEmpty()) {
      for (String directory : other.addedInto()) {
        if (side.removed(directory, trees)) {
          tops.add(directory);
        }
      }
    }
    return tops;
  }

  /**
   * The relevance of directories.
   *
   * @param own what the side removed, and the other added files into
   * @param others what the other side removed, and this one added files into
   */
  static RemovedDirectories of(ChangeSet side, Trees trees, Set<String> own, Set<String> others) {
    Set<String> tops = new HashSet<>(own);
    tops.addAll(others);
    return new RemovedDirectories(side, trees, tops, new HashSet<>(own));
  }

  /** Whether the side removed a directory. */
  boolean contains(String directory) throws IOException {
    return side.removed(directory, trees);
  }

  Relevance relevance(String directory) throws IOException {
    if (!contains(directory)) {
      return Relevance.NONE;
    }
    if (wanted.contains(directory)) {
      return Relevance.ITSELF;
    }
    return isBelowTop(directory) ? Relevance.ABOVE : Relevance.NONE;
  }

  /** Takes note that it is known where a directory went. */
  void settle(String directory) {
    if (wanted.remove(directory)) {
      settled.add(directory);
    }
  }

  /** Whether all files below a directory have to be looked at for a directory. */
  boolean isBelowTop(String path) {
    if (settled.contains(path)) {
      return true;
    }
    for (String up = ChangeSet.parent(path); !up.isEmpty(); up = ChangeSet.parent(up)) {
      if (tops.contains(up)) {
        return true;
      }
    }
    return false;
  }
}
