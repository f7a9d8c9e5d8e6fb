package dev.coord.site.render;

import dev.coord.concurrent.SideBySide;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Replaces a directory as a whole, so that whoever looks sees the old site or the new one.
 *
 * <p>The new files are written beside, into {@code .coord-NAME.new}; a journal says that they are
 * complete; the old directory becomes {@code .coord-NAME.old} and the new one takes its place.
 * Between these two renamings there is no site: a run that is killed there is finished by the next
 * one, which the journal tells that the new files are complete. Everything else that a killed run
 * leaves is swept.
 */
final class SiteSwap {

  private final Path directory;
  private final Path fresh;
  private final Path old;
  private final Path journal;
  private final FileOperations disk;

  SiteSwap(Path directory, FileOperations disk) {
    this.directory = directory;
    this.fresh = beside(directory, "new");
    this.old = beside(directory, "old");
    this.journal = beside(directory, "journal");
    this.disk = disk;
  }

  /** The name of a helper of a directory, in the same parent and so on the same file system. */
  static Path beside(Path directory, String ending) {
    return directory.resolveSibling(".coord-" + directory.getFileName() + "." + ending);
  }

  /** Whether an earlier run was stopped before its end. */
  boolean isPending() {
    return exists(journal) || exists(fresh) || exists(old);
  }

  /**
   * Finishes what a killed run began, and sweeps what it left.
   *
   * @throws SiteWriteException when the file system refuses
   */
  void heal() throws SiteWriteException {
    try {
      if (exists(journal) && !exists(directory)) {
        if (exists(fresh.resolve(Manifest.NAME))) {
          disk.rename(fresh, directory);
        } else if (exists(old)) {
          disk.rename(old, directory);
        }
      }
      // The journal goes last: as long as it is there, this can be done again.
      disk.deleteTree(fresh);
      disk.deleteTree(old);
      disk.deleteTree(journal);
    } catch (IOException e) {
      throw failure("cannot remove what a stopped run left beside " + directory, e);
    }
  }

  /**
   * Replaces the directory.
   *
   * @throws SiteWriteException when a file cannot be written; the old directory is then untouched
   */
  void replaceWith(Map<String, byte[]> files) throws SiteWriteException {
    stage(files);
    try {
      disk.write(journal, "complete\n".getBytes(StandardCharsets.UTF_8));
      swap();
    } catch (IOException e) {
      discard(fresh);
      discard(journal);
      throw failure("cannot replace " + directory, e);
    }
    discard(old);
    discard(journal);
  }

  private void stage(Map<String, byte[]> files) throws SiteWriteException {
    String current = "";
    try {
      disk.createDirectory(fresh);
      for (String folder : folders(files.keySet())) {
        current = folder;
        disk.createDirectory(fresh.resolve(folder));
      }
    } catch (IOException e) {
      discard(fresh);
      throw failure("cannot write " + directory.resolve(current), e);
    }
    List<Optional<Refusal>> refusals = SideBySide.map(List.copyOf(files.entrySet()), this::write);
    Optional<Refusal> first = refusals.stream().flatMap(Optional::stream).findFirst();
    if (first.isPresent()) {
      discard(fresh);
      throw failure("cannot write " + directory.resolve(first.get().file()), first.get().cause());
    }
  }

  /** A file that could not be written. */
  private record Refusal(String file, IOException cause) {}

  private Optional<Refusal> write(Map.Entry<String, byte[]> file) {
    try {
      disk.write(fresh.resolve(file.getKey()), file.getValue());
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(new Refusal(file.getKey(), e));
    }
  }

  private static Set<String> folders(Set<String> names) {
    Set<String> folders = new TreeSet<>();
    for (String name : names) {
      for (int i = name.indexOf('/'); i >= 0; i = name.indexOf('/', i + 1)) {
        folders.add(name.substring(0, i));
      }
    }
    return folders;
  }

  private void swap() throws IOException {
    boolean replaces = exists(directory);
    if (replaces) {
      disk.rename(directory, old);
    }
    try {
      disk.rename(fresh, directory);
    } catch (IOException e) {
      if (replaces) {
        disk.rename(old, directory);
      }
      throw e;
    }
  }

  /** Deletes what is no longer needed; what resists is swept by the next run. */
  private void discard(Path path) {
    try {
      disk.deleteTree(path);
    } catch (IOException e) {
      return; // the site itself is as it should be
    }
  }

  private static SiteWriteException failure(String what, IOException e) {
    return new SiteWriteException(
        what
            + ": "
            + reason(e)
            + ". The site that was there is untouched; see to the cause and run again.",
        e);
  }

  private static String reason(IOException e) {
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    String reason = e instanceof FileSystemException f ? f.getReason() : e.getMessage();
    return reason == null ? e.getClass().getSimpleName() : reason;
  }

  private static boolean exists(Path path) {
    return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
  }
}
