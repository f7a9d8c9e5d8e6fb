package dev.coord.evidence.git;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.dircache.DirCacheTree;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;

/**
 * Git's index: what the next commit is to hold.
 *
 * @param entries what it has
 * @param written when its file was written
 */
record GitIndex(DirCache entries, Instant written) {

  /** Signature, version and number of entries, see gitformat-index(5). */
  private static final int HEAD = 12;

  /** What an entry takes at least, in bytes, its path left out. */
  private static final int SMALLEST_ENTRY = 62;

  /**
   * Reads it.
   *
   * @return empty when nothing was ever checked out
   * @throws UnreadableException when it is damaged, or in a form that is not read
   */
  static Optional<GitIndex> read(Repository repository) throws IOException {
    Path file = repository.getIndexFile().toPath();
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    check(file);
    Instant written = Files.getLastModifiedTime(file).toInstant();
    try {
      return Optional.of(new GitIndex(repository.readDirCache(), written));
    } catch (IOException | RuntimeException e) {
      throw new UnreadableException(
          "git's index cannot be read (" + e.getMessage() + ")",
          "Run git update-index --no-split-index and git sparse-checkout reapply --no-sparse-index,"
              + " or git reset.");
    }
  }

  /** JGit makes room for as many entries as the file claims to have. */
  private static void check(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new UnreadableException("git's index is no file", "Remove it, and run git reset.");
    }
    byte[] head = WorkingFile.read(file, HEAD);
    long entries =
        head.length < HEAD ? 0 : Integer.toUnsignedLong(ByteBuffer.wrap(head).getInt(HEAD - 4));
    if (entries > Files.size(file) / SMALLEST_ENTRY) {
      throw new UnreadableException(
          "git's index is cut off", "Run git status again, or remove it and run git reset.");
    }
    if (entries > Budget.FILES) {
      throw new UnreadableException(
          "git's index has more than " + Budget.FILES + " files",
          "coord reads no repository of this size.");
    }
  }

  /**
   * Whether the index has all files of a tree and no other: git notes there which tree that is, and
   * takes the note back with the first change.
   */
  boolean isTree(ObjectId tree) {
    DirCacheTree noted = entries.getCacheTree(false);
    return noted != null
        && noted.isValid()
        && noted.getObjectId().equals(tree)
        && noted.getEntrySpan() == entries.getEntryCount();
  }

  /** The repository path of an entry. */
  static String path(DirCacheEntry entry) {
    byte[] raw = entry.getRawPath();
    return PathNames.decode(raw, raw.length);
  }
}
