package dev.coord.evidence.git;

import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;

/** Reads tree objects, finds a path in them and lists the files below them. */
final class Trees {

  private static final int TREE_LIMIT = 32 << 20;
  private static final int CACHE_BYTES = 16 << 20;

  private final ObjectStore store;
  private final Map<ObjectId, byte[]> cache = new LinkedHashMap<>(1024, 0.75f, true);
  private int cached;

  /** Is told of each file, in git's order. */
  interface Visitor {
    void file(String path, TreeEntry entry);
  }

  Trees(ObjectStore store) {
    this.store = store;
  }

  /** The bytes of a tree; of those read last, without reading them again. */
  byte[] raw(AnyObjectId id) throws IOException {
    byte[] raw = cache.get(id);
    if (raw == null) {
      raw = store.read(id, Constants.OBJ_TREE, TREE_LIMIT);
      if (raw.length < CACHE_BYTES / 64) {
        cache.put(id.toObjectId(), raw);
        cached += raw.length;
        var oldest = cache.values().iterator();
        while (cached > CACHE_BYTES) {
          cached -= oldest.next().length;
          oldest.remove();
        }
      }
    }
    return raw;
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
      if (cursor.isTree()) {
        files(raw(cursor.id()), path, depth + 1, budget, visitor);
      } else {
        visitor.file(path.text(), cursor.entry());
      }
      path.reset(before);
    }
  }
}
