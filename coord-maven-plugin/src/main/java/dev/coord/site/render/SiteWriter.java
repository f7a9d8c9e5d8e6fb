package dev.coord.site.render;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Writes a site's files to disk so that there is never half a site.
 *
 * <p>The files are written beside the directory, which is then swapped for it; a run that is killed
 * leaves the old site or the new one, and the next run sweeps the rest. The directory is coord's
 * alone: what is not in its manifest keeps it from being replaced. Links are not followed.
 */
public final class SiteWriter {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final List<Path> keep;
  private final FileOperations disk;

  /** A writer that guards nothing beside what it finds in the directory itself. */
  public SiteWriter() {
    this(List.of());
  }

  /**
   * A writer that refuses directories that are or hold one of some others.
   *
   * @param keep such as the root of the work tree and the repository's own directory
   */
  public SiteWriter(Collection<Path> keep) {
    this(keep, new FileOperations.Disk());
  }

  SiteWriter(Collection<Path> keep, FileOperations disk) {
    this.keep = List.copyOf(keep);
    this.disk = disk;
  }

  /**
   * Makes a directory hold these files and a manifest of them, and nothing else. Where it does so
   * already, nothing is touched.
   *
   * @param outputDirectory made with its parents when it does not exist
   * @param files content by name; names are relative, with slashes
   * @throws SiteWriteException when the directory is not coord's, a name is not safe, or the disk
   *     refuses; a site that was there is then untouched
   * @throws IOException when the directory cannot be read
   */
  public WriteResult write(Path outputDirectory, Map<String, byte[]> files) throws IOException {
    Map<String, byte[]> all = new TreeMap<>(files);
    byte[] former = all.put(Manifest.NAME, Manifest.of(files));
    if (former != null) {
      throw new IllegalArgumentException("the manifest is written here: " + Manifest.NAME);
    }
    FileNames.check(all.keySet());
    OutputDirectory output = OutputDirectory.of(outputDirectory, keep);
    SiteSwap swap = new SiteSwap(output.path(), disk);
    if (isUpToDate(output, swap, all)) {
      return new WriteResult(output.path(), false, files.size());
    }
    OutputLock lock = OutputLock.of(output.path(), PATIENCE);
    try (lock) {
      return new WriteResult(output.path(), replace(output, swap, all), files.size());
    }
  }

  /**
   * The names of the files of a site that is there.
   *
   * @return empty when there is none that coord wrote, or another run replaces it just now
   * @throws IOException when the directory cannot be read
   */
  public static Set<String> present(Path outputDirectory) throws IOException {
    return OutputDirectory.written(outputDirectory);
  }

  /** Looks without the lock, so that a run that changes nothing writes nothing, not even that. */
  static boolean isUpToDate(OutputDirectory output, SiteSwap swap, Map<String, byte[]> files) {
    try {
      return !swap.isPending() && output.holds(files);
    } catch (IOException e) {
      return false; // another run may be replacing it: whoever holds the lock sees it whole
    }
  }

  private static boolean replace(OutputDirectory output, SiteSwap swap, Map<String, byte[]> files)
      throws IOException {
    swap.heal();
    output.requireOnlyOurs();
    boolean differs = !output.holds(files);
    if (differs) {
      swap.replaceWith(files);
    }
    return differs;
  }
}
