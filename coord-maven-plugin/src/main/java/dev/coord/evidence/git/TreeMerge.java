package dev.coord.evidence.git;

import dev.coord.evidence.MergeForecast.Kind;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.jgit.lib.ObjectId;

/**
 * Merges three states of all files path by path, in memory, as git does when it looks for no
 * renames: nothing is written anywhere.
 */
final class TreeMerge {

  /** Comparisons of trees that are kept. */
  private static final int KEPT = 2_000;

  private final Trees trees;
  private final TreeDiff diff;
  private final FileMerge files;
  private final Map<Compared, Map<String, PathChange>> kept =
      new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Compared, Map<String, PathChange>> eldest) {
          return size() > KEPT;
        }
      };

  private record Compared(Optional<ObjectId> before, Optional<ObjectId> after) {}

  /**
   * What a merge comes to.
   *
   * @param changed paths that the merge makes different from our side; with the marks of git where
   *     they conflict
   * @param clashes the conflicts, by path
   */
  record Result(Map<String, Optional<TreeEntry>> changed, SortedMap<String, Kind> clashes) {}

  TreeMerge(Trees trees, Contents contents) {
    this.trees = trees;
    diff = new TreeDiff(trees);
    files = new FileMerge(contents);
  }

  /** The paths that differ between two states, by path. */
  Map<String, PathChange> changes(Snapshot before, Snapshot after) throws IOException {
    Map<String, PathChange> stored = stored(before.tree(), after.tree());
    if (before.over().isEmpty() && after.over().isEmpty()) {
      return stored;
    }
    Map<String, PathChange> changes = new TreeMap<>(stored);
    for (Snapshot one : new Snapshot[] {before, after}) {
      for (String path : one.over().keySet()) {
        Optional<TreeEntry> old = before.entry(path, trees);
        Optional<TreeEntry> now = after.entry(path, trees);
        if (old.equals(now)) {
          changes.remove(path);
        } else {
          changes.put(path, new PathChange(path, old, now));
        }
      }
    }
    return changes;
  }

  private Map<String, PathChange> stored(Optional<ObjectId> before, Optional<ObjectId> after)
      throws IOException {
    Compared key = new Compared(before, after);
    Map<String, PathChange> changes = kept.get(key);
    if (changes == null) {
      changes = new HashMap<>();
      if (after.isPresent()) {
        for (PathChange change : diff.between(before, after.get(), new Budget(Budget.FILES))) {
          changes.put(change.path(), change);
        }
      }
      kept.put(key, changes);
    }
    return changes;
  }

  /** Merges what both sides made of a base. */
  Result merge(Snapshot base, Snapshot ours, Snapshot theirs, FileMerge.Use use)
      throws IOException {
    Map<String, PathChange> mine = changes(base, ours);
    Map<String, PathChange> other = changes(base, theirs);
    SortedMap<String, Kind> clashes = new TreeMap<>();
    Map<String, Optional<TreeEntry>> changed = new HashMap<>();
    for (PathChange their : other.values()) {
      PathChange our = mine.get(their.path());
      if (our == null) {
        changed.put(their.path(), their.after());
      } else if (!our.after().equals(their.after())) {
        FileMerge.Result one = files.merge(their.before(), our.after(), their.after(), use);
        changed.put(their.path(), one.entry());
        one.clash().ifPresent(kind -> clashes.put(their.path(), kind));
      }
    }
    collisions(mine, other, clashes);
    collisions(other, mine, clashes);
    return new Result(changed, clashes);
  }

  /** Files of one side at which the other side keeps or makes a directory. */
  private static void collisions(
      Map<String, PathChange> files,
      Map<String, PathChange> below,
      SortedMap<String, Kind> clashes) {
    for (PathChange change : below.values()) {
      if (change.after().isEmpty()) {
        continue;
      }
      String path = change.path();
      for (int slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
        PathChange file = files.get(path.substring(0, slash));
        if (file != null && file.after().isPresent()) {
          clashes.put(file.path(), Kind.FILE_AND_DIRECTORY);
        }
      }
    }
  }
}
