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
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.submodule.SubmoduleWalk;

/**
 * Tells what a file of the working tree is, compared with what the index says of it.
 *
 * <p>Its content is read only when size or time differ from the index, and compared as git would
 * store it; of a submodule nothing but which commit it is at. No filter is ever run: a large file
 * (LFS) is compared with the checksum in its pointer, and one that another filter would clean is
 * set aside as not comparable.
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
  private final SortedMap<String, TreeEntry> resized = new TreeMap<>();
  private final SortedSet<String> hidden = new TreeSet<>();

  /**
   * Prepares to tell.
   *
   * @param index where {@code .gitattributes} are that are not in the working tree
   */
  TrackedFile(Repository repository, Contents contents, Attributes.Source index)
      throws IOException {
    this.contents = contents;
    root = repository.getWorkTree().toPath();
    boolean posix = root.getFileSystem().supportedFileAttributeViews().contains("posix");
    attributes = posix ? PosixFileAttributes.class : BasicFileAttributes.class;
    Config config = WorktreeConfig.of(repository);
    String trusted = config.getString("core", null, "filemode");
    fileMode = posix && !"false".equalsIgnoreCase(trusted);
    sparse = config.getBoolean("core", null, "sparsecheckout", false);
    conversions = new Conversions(repository, config, index);
  }

  /** The files that could not be compared so far, each with the filter that would be needed. */
  SortedMap<String, String> uncompared() {
    return Collections.unmodifiableSortedMap(uncompared);
  }

  /**
   * The files so far that git would store as the index has them, and that have another length than
   * it notes: {@code git status} takes them for changed until {@code git add} has looked.
   */
  SortedMap<String, TreeEntry> resized() {
    return Collections.unmodifiableSortedMap(resized);
  }

  /**
   * The files so far that git was told not to look at ({@code git update-index --assume-unchanged},
   * {@code --skip-worktree}), and that are not as the index has them: no {@code git diff} shows it.
   */
  SortedSet<String> hidden() {
    return Collections.unmodifiableSortedSet(hidden);
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
    if (!RepoPaths.isSafe(path)) {
      return Optional.of(staged);
    }
    if (entry.isAssumeValid() || entry.isSkipWorkTree() && !isBack(path)) {
      if (seen(path, entry, staged, written).filter(now -> !now.equals(staged)).isPresent()) {
        hidden.add(path);
      }
      uncompared.remove(path);
      resized.remove(path);
      return Optional.of(staged);
    }
    return seen(path, entry, staged, written);
  }

  private Optional<TreeEntry> seen(
      String path, DirCacheEntry entry, TreeEntry staged, Instant written) throws IOException {
    try {
      Path file = root.resolve(path);
      if (!isRealDirectory(file.getParent())) {
        return Optional.empty();
      }
      BasicFileAttributes now = Files.readAttributes(file, attributes, LinkOption.NOFOLLOW_LINKS);
      if (staged.isSubmodule() && now.isDirectory()) {
        return Optional.of(submodule(path).orElse(staged));
      }
      if (now.isRegularFile()) {
        return Optional.of(regular(path, file, now, entry, staged, written));
      }
      return now.isSymbolicLink() ? Optional.of(link(file)) : Optional.empty();
    } catch (NoSuchFileException | InvalidPathException e) {
      return Optional.empty();
    }
  }

  /** The commit that a submodule is at; empty where it was not fetched: that is no change. */
  private Optional<TreeEntry> submodule(String path) {
    try (Repository inner = SubmoduleWalk.getSubmoduleRepository(root.toFile(), path)) {
      return Optional.ofNullable(inner)
          .flatMap(git -> head(git))
          .map(id -> new TreeEntry(TreeEntry.SUBMODULE, id));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Optional<ObjectId> head(Repository inner) {
    try {
      return Optional.ofNullable(inner.exactRef(Constants.HEAD)).map(Ref::getObjectId);
    } catch (IOException e) {
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
    boolean settled = entry.getStage() == 0 && !entry.isIntentToAdd();
    if (settled && isUntouched(now, entry, written)) {
      return new TreeEntry(mode(now, staged), staged.id());
    }
    TreeEntry read = read(path, file, now, staged, noted(now, entry, written));
    boolean noted = entry.getLength() != 0; // Where it is not, git itself reads the file.
    if (settled && noted && !isNotedLength(now, entry) && read.id().equals(staged.id())) {
      resized.put(path, read);
    }
    return read;
  }

  private TreeEntry read(
      String path, Path file, BasicFileAttributes now, TreeEntry staged, long noted)
      throws IOException {
    int mode = mode(now, staged);
    if (now.size() > HASH_LIMIT) {
      return new TreeEntry(mode, ObjectId.zeroId());
    }
    ObjectId id;
    try (InputStream in = Files.newInputStream(file)) {
      id = new ObjectInserter.Formatter().idFor(Constants.OBJ_BLOB, now.size(), in);
    }
    WorkingFile stored = stored(path, new TreeEntry(mode, id), staged, noted);
    if (!stored.entry().id().equals(staged.id())) {
      contents.add(stored);
    }
    return stored.entry();
  }

  /**
   * What git would store of a file.
   *
   * @param asItIs what it would be without any conversion
   * @param noted its length when git last found it unchanged; 0 when that is not known
   */
  private WorkingFile stored(String path, TreeEntry asItIs, TreeEntry staged, long noted)
      throws IOException {
    Path file = root.resolve(path);
    boolean same = asItIs.id().equals(staged.id());
    WorkingFile unchanged =
        new WorkingFile(new TreeEntry(asItIs.mode(), staged.id()), file, Conversion.NONE);
    Conversion conversion = conversions.of(path);
    if (same && (conversion.filter().isPresent() || conversion.keeps())) {
      return unchanged;
    }
    Optional<byte[]> old = contents.bytes(staged, Contents.TEXT_LIMIT);
    if (old.isPresent() && LargeFilePointer.names(old.get(), file)) {
      return unchanged;
    }
    if (conversion.filter().isPresent() && !conversion.filter().get().equals(LARGE_FILES)) {
      uncompared.put(path, conversion.filter().get());
      return unchanged;
    }
    WorkingFile changed = new WorkingFile(asItIs, file, Conversion.NONE);
    Optional<byte[]> text = old.isEmpty() ? old : changed.content(Contents.TEXT_LIMIT);
    if (text.isEmpty()) {
      return changed;
    }
    Conversion beside = conversion.beside(old.get(), noted);
    ObjectId id = idOf(beside.stored(text.get()));
    return new WorkingFile(new TreeEntry(asItIs.mode(), id), file, beside);
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
    return hasNotedTime(now, entry)
        && !isRacy(now, entry, written)
        && isNotedLength(now, entry)
        && !entry.isSmudged();
  }

  /** Whether the file may have been changed after the index was written, and bear the same time. */
  private static boolean isRacy(BasicFileAttributes now, DirCacheEntry entry, Instant written) {
    Instant known = entry.getLastModifiedInstant();
    return isFine(now, entry)
        ? !known.isBefore(written)
        : known.getEpochSecond() >= written.getEpochSecond();
  }

  private static boolean hasNotedTime(BasicFileAttributes now, DirCacheEntry entry) {
    Instant known = entry.getLastModifiedInstant();
    Instant time = now.lastModifiedTime().toInstant();
    return isFine(now, entry)
        ? known.equals(time)
        : known.getEpochSecond() == time.getEpochSecond();
  }

  /** Whether both times tell more than seconds. */
  private static boolean isFine(BasicFileAttributes now, DirCacheEntry entry) {
    return entry.getLastModifiedInstant().getNano() != 0
        && now.lastModifiedTime().toInstant().getNano() != 0;
  }

  /**
   * The length that the index has. JGit forgets that of a file which is as young as the index; one
   * that bears this very time still has it.
   */
  private static long noted(BasicFileAttributes now, DirCacheEntry entry, Instant written) {
    boolean forgotten = entry.isSmudged() && isFine(now, entry) && isRacy(now, entry, written);
    return forgotten && hasNotedTime(now, entry)
        ? now.size()
        : Integer.toUnsignedLong(entry.getLength());
  }

  /** Git notes lengths modulo 4 GiB. */
  private static boolean isNotedLength(BasicFileAttributes now, DirCacheEntry entry) {
    return entry.getLength() == (int) now.size();
  }

  private static ObjectId idOf(byte[] content) {
    return new ObjectInserter.Formatter().idFor(Constants.OBJ_BLOB, content);
  }
}
