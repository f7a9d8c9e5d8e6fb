package dev.coord.evidence.git;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.Stream;
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
  private final Contents contents;

  /**
   * A path that differs from HEAD in the index, in the working tree, or in both.
   *
   * @param staged what the index has; empty when it has nothing
   * @param file what the working tree has; empty when it has nothing
   */
  record Change(String path, Optional<TreeEntry> staged, Optional<TreeEntry> file) {}

  /**
   * What the index and the tracked files come to.
   *
   * @param changes against HEAD, by path
   * @param tracked the paths of the index
   * @param uncompared paths that are no changes as far as can be told, and that only a filter could
   *     compare, each with that filter
   * @param resized files that are no changes, for git would store them as they are in HEAD, and
   *     that {@code git status} lists all the same because their length is another one
   * @param hidden files that are not as they are in the index, and that git was told not to look at
   */
  record State(
      List<Change> changes,
      Set<String> tracked,
      SortedMap<String, String> uncompared,
      List<Change> resized,
      SortedSet<String> hidden) {

    /** What {@code git status} lists of tracked files. */
    List<Change> listed() {
      return Stream.concat(changes.stream(), resized.stream()).toList();
    }
  }

  WorkingTree(Repository repository, Trees trees, Contents contents) {
    this.repository = repository;
    this.trees = trees;
    this.contents = contents;
  }

  /**
   * The changes against HEAD, by path.
   *
   * @param head HEAD's tree
   * @throws UnreadableException when a file can only be compared by a filter, which is never run
   */
  List<Change> changes(ObjectId head) throws IOException {
    State state = state(head);
    if (!state.uncompared().isEmpty()) {
      String path = state.uncompared().firstKey();
      throw new UnreadableException(
          "whether "
              + path
              + " is changed cannot be told, because coord does not run its filter '"
              + state.uncompared().get(path)
              + "'",
          "Run git status, which does and notes what is unchanged, and commit what is changed.");
    }
    return state.changes();
  }

  /**
   * The changes against HEAD, and what is tracked.
   *
   * @param head HEAD's tree
   */
  State state(ObjectId head) throws IOException {
    Optional<GitIndex> read = GitIndex.read(repository);
    if (read.isEmpty()) {
      return new State(
          List.of(),
          Set.of(),
          Collections.emptySortedMap(),
          List.of(),
          Collections.emptySortedSet());
    }
    DirCache index = read.get().entries();
    TrackedFile files = new TrackedFile(repository, contents, path -> attributes(index, path));
    Map<String, Change> tracked = tracked(index, files, read.get().written());
    boolean nothingStaged = read.get().isTree(head);
    Map<String, TreeEntry> committed = new HashMap<>();
    if (!nothingStaged) {
      trees.files(head, "", new Budget(Budget.FILES), committed::put);
    }
    List<Change> changes = new ArrayList<>();
    for (Map.Entry<String, Change> entry : tracked.entrySet()) {
      Change now = entry.getValue();
      Optional<TreeEntry> before =
          nothingStaged ? now.staged() : Optional.ofNullable(committed.remove(entry.getKey()));
      if (!now.staged().equals(before) || !now.file().equals(before)) {
        changes.add(now);
      }
    }
    committed.keySet().forEach(path -> changes.add(gone(path)));
    changes.sort(Comparator.comparing(Change::path));
    SortedMap<String, String> uncompared = new TreeMap<>(files.uncompared());
    SortedMap<String, TreeEntry> resized = new TreeMap<>(files.resized());
    resized.keySet().removeAll(uncompared.keySet());
    changes.forEach(
        change -> {
          uncompared.remove(change.path());
          resized.remove(change.path());
        });
    return new State(
        changes,
        Collections.unmodifiableSet(tracked.keySet()),
        Collections.unmodifiableSortedMap(uncompared),
        resized.keySet().stream().map(tracked::get).toList(),
        files.hidden());
  }

  private static Change gone(String path) {
    return new Change(path, Optional.empty(), Optional.empty());
  }

  /** What the index has of a {@code .gitattributes}. */
  private Optional<byte[]> attributes(DirCache index, String path) throws IOException {
    DirCacheEntry entry = index.getEntry(path);
    if (entry == null || !TrackedFile.staged(entry).isRegular()) {
      return Optional.empty();
    }
    Optional<byte[]> content = contents.bytes(TrackedFile.staged(entry), Attributes.LIMIT);
    if (content.isEmpty()) {
      throw Attributes.tooLarge();
    }
    return content;
  }

  private Map<String, Change> tracked(DirCache index, TrackedFile files, Instant written)
      throws IOException {
    Map<String, Change> tracked = new HashMap<>();
    for (int i = 0; i < index.getEntryCount(); i++) {
      DirCacheEntry entry = index.getEntry(i);
      String path = GitIndex.path(entry);
      Optional<TreeEntry> staged = staged(entry);
      tracked.put(path, new Change(path, staged, files.state(path, entry, written)));
    }
    return tracked;
  }

  /** A path in conflict, or one that is only announced, is in no commit to come. */
  private static Optional<TreeEntry> staged(DirCacheEntry entry) {
    return entry.getStage() != 0 || entry.isIntentToAdd()
        ? Optional.empty()
        : Optional.of(TrackedFile.staged(entry));
  }
}
