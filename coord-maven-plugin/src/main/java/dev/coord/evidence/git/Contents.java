package dev.coord.evidence.git;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;

/** The contents of files: blobs, and files of the working tree that are no blobs yet. */
final class Contents {

  /** Larger files are taken for binary, in bytes. */
  static final int TEXT_LIMIT = 4 << 20;

  private static final int SIZE_LIMIT = 64 << 20;
  private static final int BINARY_PROBE = 8000;
  private static final byte[] NOTHING = new byte[0];

  private final ObjectStore store;
  private final Map<ObjectId, WorkingFile> working = new HashMap<>();

  Contents(ObjectStore store) {
    this.store = store;
  }

  /** Makes a file of the working tree known by the id that its content would have. */
  void add(WorkingFile file) {
    working.put(file.entry().id(), file);
  }

  /** A file's bytes; empty when it is larger than the limit, or a submodule. */
  Optional<byte[]> bytes(TreeEntry entry, int limit) throws IOException {
    if (entry.isSubmodule()) {
      return Optional.empty();
    }
    WorkingFile file = working.get(entry.id());
    if (file != null) {
      return file.content(limit);
    }
    return store.readSmall(entry.id(), Constants.OBJ_BLOB, limit);
  }

  /** How many bytes a file has; of a larger one in the working tree, 1 more than 64 MiB. */
  long size(TreeEntry entry) throws IOException {
    WorkingFile file = working.get(entry.id());
    if (file != null) {
      return file.content(SIZE_LIMIT).map(bytes -> (long) bytes.length).orElse(SIZE_LIMIT + 1L);
    }
    return store.size(entry.id());
  }

  /** Whether a file that is stored begins as git's binary files do, however large it is. */
  boolean beginsBinary(TreeEntry entry) throws IOException {
    return isBinary(store.beginning(entry.id(), Constants.OBJ_BLOB, BINARY_PROBE));
  }

  /** A text of at most 4 MiB, nothing for a file that is absent; empty for one that is binary. */
  Optional<byte[]> text(Optional<TreeEntry> entry) throws IOException {
    return entry.isEmpty()
        ? Optional.of(NOTHING)
        : bytes(entry.get(), TEXT_LIMIT).filter(content -> !isBinary(content));
  }

  /** Whether git takes a content for binary: it has a NUL in its first 8,000 bytes. */
  static boolean isBinary(byte[] content) {
    for (int i = 0; i < content.length && i < BINARY_PROBE; i++) {
      if (content[i] == 0) {
        return true;
      }
    }
    return false;
  }
}
