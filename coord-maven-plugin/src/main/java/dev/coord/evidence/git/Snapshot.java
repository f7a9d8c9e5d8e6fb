package dev.coord.evidence.git;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.jgit.lib.ObjectId;

/**
 * A state of all files that need not be stored: a tree, and what stands over it.
 *
 * @param tree the tree; empty means no file at all
 * @param over paths that are different; empty for those that are gone
 */
record Snapshot(Optional<ObjectId> tree, Map<String, Optional<TreeEntry>> over) {

  static Snapshot of(ObjectId tree) {
    return new Snapshot(Optional.of(tree), Map.of());
  }

  /** What a path is, when it is no directory. */
  Optional<TreeEntry> entry(String path, Trees trees) throws IOException {
    Optional<TreeEntry> there = over.get(path);
    if (there != null) {
      return there;
    }
    return tree.isEmpty()
        ? Optional.empty()
        : trees.entry(tree.get(), path).filter(entry -> !entry.isTree());
  }

  /** Whether there is a file somewhere below a path. */
  boolean hasDirectory(String path, Trees trees) throws IOException {
    String below = path + "/";
    for (Map.Entry<String, Optional<TreeEntry>> one : over.entrySet()) {
      if (one.getValue().isPresent() && one.getKey().startsWith(below)) {
        return true;
      }
    }
    Optional<TreeEntry> directory =
        tree.isEmpty() ? Optional.empty() : trees.entry(tree.get(), path).filter(TreeEntry::isTree);
    if (directory.isEmpty() || over.keySet().stream().noneMatch(one -> one.startsWith(below))) {
      return directory.isPresent();
    }
    boolean[] any = new boolean[1];
    trees.files(
        directory.get().id(),
        path,
        new Budget(Budget.FILES),
        (file, entry) -> any[0] |= !over.containsKey(file));
    return any[0];
  }

  /** The same with some paths different. */
  Snapshot with(Map<String, Optional<TreeEntry>> changes) {
    Map<String, Optional<TreeEntry>> all = new TreeMap<>(over);
    all.putAll(changes);
    return new Snapshot(tree, all);
  }
}
