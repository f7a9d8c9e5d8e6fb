package dev.coord.evidence.git;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;

/**
 * What was changed and not committed: the index and the tracked files of the working tree, compared
 * with HEAD. Untracked files do not count, and their directories are not looked into.
 */
final class WorkingTree {

  private final Repository repository;
  private final Trees trees;
  private final TrackedFile files;

  /**
   * A path that differs from HEAD in the index, in the working tree, or in both.
   *
   * @param staged what the index has; empty when it has nothing
   * @param file what the working tree has; empty when it has nothing
   */
  record Change(String path, Optional<TreeEntry> staged, Optional<TreeEntry> file) {}

  WorkingTree(Repository repository, Trees trees, Contents contents) {
    this.repository = repository;
    this.trees = trees;
    files = new TrackedFile(repository, contents);
  }

  /**
   * The changes against HEAD, by path.
   *
   * @param head HEAD's tree
   */
  List<Change> changes(ObjectId head) throws IOException {
    Path indexFile = repository.getIndexFile().toPath();
    if (!Files.exists(indexFile)) {
      // Nothing was ever checked out.
      return List.of();
    }
    SortedMap<String, TreeEntry> committed = new TreeMap<>();
    trees.files(head, "", new Budget(Budget.FILES), committed::put);
    List<Change> changes = new ArrayList<>();
    Instant written = Files.getLastModifiedTime(indexFile).toInstant();
    for (Map.Entry<String, Change> entry : tracked(written).entrySet()) {
      Optional<TreeEntry> before = Optional.ofNullable(committed.remove(entry.getKey()));
      Change now = entry.getValue();
      if (!now.staged().equals(before) || !now.file().equals(before)) {
        changes.add(now);
      }
    }
    committed.keySet().forEach(path -> changes.add(gone(path)));
    changes.sort(Comparator.comparing(Change::path));
    return changes;
  }

  private static Change gone(String path) {
    return new Change(path, Optional.empty(), Optional.empty());
  }

  private SortedMap<String, Change> tracked(Instant written) throws IOException {
    DirCache index = readIndex();
    SortedMap<String, Change> tracked = new TreeMap<>();
    for (int i = 0; i < index.getEntryCount(); i++) {
      DirCacheEntry entry = index.getEntry(i);
      byte[] raw = entry.getRawPath();
      String path = PathNames.decode(raw, raw.length);
      Optional<TreeEntry> staged = staged(entry);
      tracked.put(path, new Change(path, staged, files.state(path, entry, written)));
    }
    return tracked;
  }

  private DirCache readIndex() throws IOException {
    try {
      return repository.readDirCache();
    } catch (IOException | RuntimeException e) {
      throw new UnreadableException(
          "git's index cannot be read (" + e.getMessage() + ")",
          "Run git update-index --no-split-index and git sparse-checkout reapply --no-sparse-index,"
              + " or git reset.");
    }
  }

  /** A path in conflict, or one that is only announced, is in no commit to come. */
  private static Optional<TreeEntry> staged(DirCacheEntry entry) {
    return entry.getStage() != 0 || entry.isIntentToAdd()
        ? Optional.empty()
        : Optional.of(TrackedFile.staged(entry));
  }
}
