package dev.coord.evidence.git;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The paths that differ between two states, with what merges ask of them again and again: a branch
 * is merged with many.
 */
final class ChangeSet {

  private final Map<String, PathChange> byPath;
  private final Snapshot after;
  private final List<PathChange> added = new ArrayList<>();
  private final List<PathChange> deleted = new ArrayList<>();
  private final Map<String, Boolean> gone = new HashMap<>();
  private final Set<String> filledDirectories = new HashSet<>();
  private final Set<String> thinnedDirectories = new HashSet<>();
  private final Set<String> addedInto = new HashSet<>();

  /**
   * Differences.
   *
   * @param byPath in git's order
   * @param after the newer state
   */
  ChangeSet(Map<String, PathChange> byPath, Snapshot after) {
    this.byPath = byPath;
    this.after = after;
    for (PathChange change : byPath.values()) {
      if (change.after().isPresent()) {
        directories(change.path(), filledDirectories);
      }
      if (change.before().isEmpty()) {
        added.add(change);
        addedInto.add(parent(change.path()));
      } else if (change.after().isEmpty()) {
        deleted.add(change);
        directories(change.path(), thinnedDirectories);
      }
    }
  }

  private static void directories(String path, Set<String> all) {
    for (String up = parent(path); !up.isEmpty() && all.add(up); ) {
      up = parent(up);
    }
  }

  /** The directory that a path is in; empty for the root. */
  static String parent(String path) {
    return path.substring(0, Math.max(0, path.lastIndexOf('/')));
  }

  /** The last part of a path. */
  static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  int size() {
    return byPath.size();
  }

  Set<String> paths() {
    return byPath.keySet();
  }

  Collection<PathChange> changes() {
    return byPath.values();
  }

  Optional<PathChange> change(String path) {
    return Optional.ofNullable(byPath.get(path));
  }

  boolean has(String path) {
    return byPath.containsKey(path);
  }

  /** Whether a path is a file that was added or changed. */
  boolean fills(String path) {
    PathChange change = byPath.get(path);
    return change != null && change.after().isPresent();
  }

  /** Files that are new, in git's order. */
  List<PathChange> added() {
    return added;
  }

  /** Files that are gone, in git's order. */
  List<PathChange> deleted() {
    return deleted;
  }

  /** Directories, the root left out, with a file somewhere below that was added or changed. */
  Set<String> filledDirectories() {
    return filledDirectories;
  }

  /** Directories that files were added into. */
  Set<String> addedInto() {
    return addedInto;
  }

  /** Directories, the root left out, with a file somewhere below that is gone. */
  Set<String> thinned() {
    return thinnedDirectories;
  }

  /** Whether a directory was there, and is not any more. */
  boolean removed(String directory, Trees trees) throws IOException {
    if (!thinnedDirectories.contains(directory)) {
      return false;
    }
    Boolean known = gone.get(directory);
    if (known == null) {
      known = !filledDirectories.contains(directory) && !after.hasDirectory(directory, trees);
      gone.put(directory, known);
    }
    return known;
  }
}
