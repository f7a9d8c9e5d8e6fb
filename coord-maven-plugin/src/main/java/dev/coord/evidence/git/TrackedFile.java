package dev.coord.evidence.git;

import dev.coord.path.RepoPaths;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.errors.ConfigInvalidException;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.Repository;

/**
 * Tells what a file of the working tree is, compared with what the index says of it.
 *
 * <p>Its content is read only when size or time differ from the index. No filter is ever run: a
 * file whose lines end in CR LF and which is otherwise the same is not changed, a large file (LFS)
 * is compared with the checksum in its pointer, and one that another filter would clean is set
 * aside as not comparable.
 */
final class TrackedFile {

  private static final long HASH_LIMIT = 1L << 30;
  private static final String LARGE_FILES = "lfs";

  private final Contents contents;
  private final Path root;
  private final boolean fileMode;
  private final boolean sparse;
  private final Class<? extends BasicFileAttributes> attributes;
  private final Map<Path, Boolean> directories = new HashMap<>();
  private final Conversions conversions;
  private final SortedMap<String, String> uncompared = new TreeMap<>();

  TrackedFile(Repository repository, Contents contents) {
    this.contents = contents;
    root = repository.getWorkTree().toPath();
    boolean posix = root.getFileSystem().supportedFileAttributeViews().contains("posix");
    attributes = posix ? PosixFileAttributes.class : BasicFileAttributes.class;
    String trusted = repository.getConfig().getString("core", null, "filemode");
    fileMode = posix && !"false".equalsIgnoreCase(trusted);
    sparse = isSparse(repository);
    conversions = new Conversions(repository);
  }

  /** The files that could not be compared so far, each with the filter that would be needed. */
  SortedMap<String, String> uncompared() {
    return Collections.unmodifiableSortedMap(uncompared);
  }

  /** Whether files are left out of the working tree: the worktree's own configuration says so. */
  private static boolean isSparse(Repository repository) {
    Path own = repository.getDirectory().toPath().resolve("config.worktree");
    try {
      Config config = new Config(repository.getConfig());
      if (Files.isRegularFile(own)) {
        config.fromText(Files.readString(own));
      }
      return config.getBoolean("core", null, "sparsecheckout", false);
    } catch (IOException | ConfigInvalidException | IllegalArgumentException e) {
      return true; // Then files that are there are looked at.
    }
  }

  /** What the index has. */
  static TreeEntry staged(DirCacheEntry entry) {
    int mode = entry.getRawMode();
    boolean program = (mode & FileMode.TYPE_MASK) == FileMode.TYPE_FILE && (mode & 0100) != 0;
    int canonical =
        switch (mode & FileMode.TYPE_MASK) {
          case FileMode.TYPE_SYMLINK -> TreeEntry.LINK;
          case FileMode.TYPE_GITLINK -> TreeEntry.SUBMODULE;
          default -> program ? TreeEntry.PROGRAM : TreeEntry.FILE;
        };
    return new TreeEntry(canonical, entry.getObjectId());
  }

  /**
   * What the working tree has at a path.
   *
   * @param written when the index was written
   * @return empty when there is no file
   */
  Optional<TreeEntry> state(String path, DirCacheEntry entry, Instant written) throws IOException {
    TreeEntry staged = staged(entry);
    if (staged.isSubmodule()
        || entry.isAssumeValid()
        || entry.isSkipWorkTree() && !isBack(path)
        || !RepoPaths.isSafe(path)) {
      return Optional.of(staged);
    }
    try {
      Path file = root.resolve(path);
      if (!isRealDirectory(file.getParent())) {
        return Optional.empty();
      }
      BasicFileAttributes now = Files.readAttributes(file, attributes, LinkOption.NOFOLLOW_LINKS);
      if (now.isRegularFile()) {
        return Optional.of(regular(path, file, now, entry, staged, written));
      }
      return now.isSymbolicLink() ? Optional.of(link(file)) : Optional.empty();
    } catch (NoSuchFileException | InvalidPathException e) {
      return Optional.empty();
    }
  }

  /** Of what a sparse checkout left out, git looks at what is there all the same. */
  private boolean isBack(String path) {
    return sparse
        && RepoPaths.isSafe(path)
        && Files.exists(root.resolve(path), LinkOption.NOFOLLOW_LINKS);
  }

  /** Below a link to a directory nothing is tracked. */
  private boolean isRealDirectory(Path directory) {
    if (directory.equals(root)) {
      return true;
    }
    Boolean known = directories.get(directory);
    if (known == null) {
      known =
          Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)
              && isRealDirectory(directory.getParent());
      directories.put(directory, known);
    }
    return known;
  }

  private TreeEntry link(Path file) throws IOException {
    byte[] target = PathNames.encode(Files.readSymbolicLink(file).toString());
    WorkingFile link =
        new WorkingFile(new TreeEntry(TreeEntry.LINK, idOf(target)), file, Conversion.NONE);
    contents.add(link);
    return link.entry();
  }

  private TreeEntry regular(
      String path,
      Path file,
      BasicFileAttributes now,
      DirCacheEntry entry,
      TreeEntry staged,
      Instant written)
      throws IOException {
    int mode = mode(now, staged);
    if (entry.getStage() == 0 && !entry.isIntentToAdd() && isUntouched(now, entry, written)) {
      return new TreeEntry(mode, staged.id());
    }
    if (now.size() > HASH_LIMIT) {
      return new TreeEntry(mode, ObjectId.zeroId());
    }
    ObjectId id;
    try (InputStream in = Files.newInputStream(file)) {
      id = new ObjectInserter.Formatter().idFor(Constants.OBJ_BLOB, now.size(), in);
    }
    if (id.equals(staged.id())) {
      return new TreeEntry(mode, id);
    }
    WorkingFile changed = changed(path, new TreeEntry(mode, id), staged);
    if (!changed.entry().id().equals(staged.id())) {
      contents.add(changed);
    }
    return changed.entry();
  }

  private WorkingFile changed(String path, TreeEntry now, TreeEntry staged) throws IOException {
    Path file = root.resolve(path);
    WorkingFile same =
        new WorkingFile(new TreeEntry(now.mode(), staged.id()), file, Conversion.NONE);
    Optional<byte[]> old = contents.bytes(staged, Contents.TEXT_LIMIT);
    if (old.isPresent() && LargeFilePointer.names(old.get(), file)) {
      return same;
    }
    Conversion conversion = conversions.of(path);
    if (conversion.filter().isPresent() && !conversion.filter().get().equals(LARGE_FILES)) {
      uncompared.put(path, conversion.filter().get());
      return same;
    }
    WorkingFile asIs = new WorkingFile(now, file, Conversion.NONE);
    Optional<byte[]> text = old.isEmpty() ? old : asIs.content(Contents.TEXT_LIMIT);
    if (text.isEmpty()) {
      return asIs;
    }
    byte[] decoded = conversion.decoded(text.get());
    boolean unixLines =
        !hasCarriageReturns(old.get())
            && !Contents.isBinary(decoded)
            && hasCarriageReturns(decoded);
    Conversion all = unixLines ? conversion.withUnixLines() : conversion;
    ObjectId id = idOf(all.stored(text.get()));
    return new WorkingFile(new TreeEntry(now.mode(), id), file, all);
  }

  /** Where the file system knows no links or no executable files, the index stays right. */
  private int mode(BasicFileAttributes now, TreeEntry staged) {
    if (staged.mode() == TreeEntry.LINK && !fileMode) {
      return TreeEntry.LINK;
    }
    if (fileMode && now instanceof PosixFileAttributes posix) {
      boolean program = posix.permissions().contains(PosixFilePermission.OWNER_EXECUTE);
      return program ? TreeEntry.PROGRAM : TreeEntry.FILE;
    }
    return staged.isRegular() ? staged.mode() : TreeEntry.FILE;
  }

  /**
   * Whether size and time are those of the index. A file that may have been changed in the moment
   * after the index was written can bear the same time, so that one is read.
   */
  private static boolean isUntouched(
      BasicFileAttributes now, DirCacheEntry entry, Instant written) {
    Instant known = entry.getLastModifiedInstant();
    Instant time = now.lastModifiedTime().toInstant();
    boolean fine = known.getNano() != 0 && time.getNano() != 0;
    boolean sameTime = fine ? known.equals(time) : known.getEpochSecond() == time.getEpochSecond();
    boolean racy =
        fine ? !known.isBefore(written) : known.getEpochSecond() >= written.getEpochSecond();
    return sameTime && !racy && entry.getLength() == (int) now.size() && !entry.isSmudged();
  }

  private static boolean hasCarriageReturns(byte[] text) {
    for (int i = 1; i < text.length; i++) {
      if (text[i] == '\n' && text[i - 1] == '\r') {
        return true;
      }
    }
    return false;
  }

  private static ObjectId idOf(byte[] content) {
    return new ObjectInserter.Formatter().idFor(Constants.OBJ_BLOB, content);
  }
}
