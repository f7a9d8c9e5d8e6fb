package dev.coord.evidence.git;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;

/** Reads tree objects, finds a path in them and lists the files below them. */
final class Trees {

  private static final int TREE_LIMIT = 32 << 20;
  private static final int CACHE_BYTES = 16 << 20;

  /** A power of two. */
  private static final int CACHE_SLOTS = 1 << 15;

  private final ObjectStore store;

  /** Each tree has one place; it stays until another one comes there. */
  private final ObjectId[] ids = new ObjectId[CACHE_SLOTS];

  private final byte[][] raws = new byte[CACHE_SLOTS][];
  private int cached;

  /** Is told of each file in the directories that it wants to see, in git's order. */
  interface Visitor {
    void file(String path, TreeEntry entry);

    /** Whether a directory is read. */
    default boolean enters(String directory) {
      return true;
    }
  }

  Trees(ObjectStore store) {
    this.store = store;
  }

  /** The bytes of a tree; of most that were read lately, without reading them again. */
  byte[] raw(AnyObjectId id) throws IOException {
    int slot = id.hashCode() & CACHE_SLOTS - 1;
    if (ids[slot] != null && ids[slot].equals(id)) {
      return raws[slot];
    }
    byte[] raw = store.read(id, Constants.OBJ_TREE, TREE_LIMIT);
    if (raw.length < CACHE_BYTES / 64) {
      keep(slot, id.toObjectId(), raw);
    }
    return raw;
  }

  private void keep(int slot, ObjectId id, byte[] raw) {
    if (cached + raw.length > CACHE_BYTES) {
      Arrays.fill(ids, null);
      Arrays.fill(raws, null);
      cached = 0;
    }
    cached += raw.length - (raws[slot] == null ? 0 : raws[slot].length);
    ids[slot] = id;
    raws[slot] = raw;
  }

  /** What some paths are below a tree, by path; those that are not there are left out. */
  Map<String, TreeEntry> entries(ObjectId tree, Collection<String> paths) throws IOException {
    Map<String, TreeEntry> entries = new HashMap<>();
    for (String path : paths) {
      entry(tree, path).ifPresent(found -> entries.put(path, found));
    }
    return entries;
  }

  /** What a path is below a tree; empty when there is nothing. */
  Optional<TreeEntry> entry(ObjectId tree, String path) throws IOException {
    byte[] encoded = PathNames.encode(path);
    ObjectId directory = tree;
    int from = 0;
    while (true) {
      int to = from;
      while (to < encoded.length && encoded[to] != '/') {
        to++;
      }
      boolean last = to == encoded.length;
      Optional<TreeEntry> found = child(directory, encoded, from, to, !last);
      if (last || found.isEmpty()) {
        return found;
      }
      directory = found.get().id();
      from = to + 1;
    }
  }

  private Optional<TreeEntry> child(ObjectId tree, byte[] path, int from, int to, boolean directory)
      throws IOException {
    TreeCursor cursor = new TreeCursor(raw(tree));
    while (cursor.advance()) {
      if (cursor.hasName(path, from, to) && (cursor.isTree() || !directory)) {
        return Optional.of(cursor.entry());
      }
    }
    return Optional.empty();
  }

  /**
   * Visits all files below a tree: everything that is no directory, submodules and links included.
   *
   * @param prefix path of the tree, empty for the root
   * @throws UnreadableException when there are too many
   */
  void files(ObjectId tree, String prefix, Budget budget, Visitor visitor) throws IOException {
    PathBuffer path = new PathBuffer();
    path.append(PathNames.encode(prefix));
    files(raw(tree), path, 0, budget, visitor);
  }

  private void files(byte[] tree, PathBuffer path, int depth, Budget budget, Visitor visitor)
      throws IOException {
    budget.depth(depth);
    TreeCursor cursor = new TreeCursor(tree);
    int before = path.length();
    while (cursor.advance()) {
      path.append(cursor);
      budget.entry(path.length());
      if (!cursor.isTree()) {
        visitor.file(path.text(), cursor.entry());
      } else if (visitor.enters(path.text())) {
        files(raw(cursor.id()), path, depth + 1, budget, visitor);
      }
      path.reset(before);
    }
  }
}
