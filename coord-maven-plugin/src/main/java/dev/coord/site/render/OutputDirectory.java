package dev.coord.site.render;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The directory that a site is written to, and the guard that keeps coord from any other. */
final class OutputDirectory {

  private static final String OTHER = " Set -Dcoord.outputDirectory to a directory of its own.";

  /** What file managers leave behind; nobody misses it. */
  private static final Set<String> JUNK = Set.of(".DS_Store", "Thumbs.db", "desktop.ini");

  private final Path directory;

  private OutputDirectory(Path directory) {
    this.directory = directory;
  }

  /**
   * Finds the directory, and makes the ones above it.
   *
   * @param keep directories that the site must neither be nor hold
   * @throws SiteWriteException when a site must not be written there
   */
  static OutputDirectory of(Path given, Collection<Path> keep) throws IOException {
    Path absolute = given.toAbsolutePath().normalize();
    Path parent = absolute.getParent();
    if (parent == null) {
      throw new SiteWriteException(given + " is the root of the file system." + OTHER);
    }
    if (Files.isSymbolicLink(absolute)) {
      throw new SiteWriteException(
          given + " is a symbolic link, which coord does not follow." + OTHER);
    }
    Files.createDirectories(parent);
    Path directory = parent.toRealPath().resolve(absolute.getFileName());
    if (isFile(directory)) {
      throw new SiteWriteException(given + " is a file." + OTHER);
    }
    for (Path name : directory) {
      if (name.toString().equals(".git")) {
        throw new SiteWriteException(given + " lies in a git repository's own directory." + OTHER);
      }
    }
    if (Files.exists(directory.resolve(".git"), LinkOption.NOFOLLOW_LINKS)) {
      throw new SiteWriteException(given + " is a git work tree." + OTHER);
    }
    for (Path kept : keep) {
      if (Files.exists(kept) && kept.toRealPath().startsWith(directory)) {
        throw new SiteWriteException(given + " holds " + kept + "." + OTHER);
      }
    }
    return new OutputDirectory(directory);
  }

  /** Whether something else has the directory's name; asked once, as another run may replace it. */
  private static boolean isFile(Path directory) throws IOException {
    try {
      return !Files.readAttributes(directory, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
          .isDirectory();
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  /** The directory, its links resolved; it may not exist yet. */
  Path path() {
    return directory;
  }

  /**
   * Checks that the directory is empty, or a site that coord wrote.
   *
   * @throws SiteWriteException when it is another
   */
  private void requireOurs() throws IOException {
    List<String> entries = entries();
    if (!entries.isEmpty() && !Manifest.isManifest(manifest())) {
      throw new SiteWriteException(
          directory
              + " is not coord's: it holds "
              + several(entries)
              + " and no "
              + Manifest.NAME
              + " of coord. Empty it, or set -Dcoord.outputDirectory to another directory.");
    }
  }

  /**
   * Checks that nothing is lost when the directory is replaced.
   *
   * @throws SiteWriteException when it holds what coord did not write
   */
  void requireOnlyOurs() throws IOException {
    requireOurs();
    Map<String, Path> present = files();
    present.keySet().removeAll(Manifest.names(manifest()));
    present.remove(Manifest.NAME);
    if (!present.isEmpty()) {
      throw new SiteWriteException(
          directory
              + " holds what coord did not write: "
              + several(List.copyOf(present.keySet()))
              + ". Move it away: coord replaces the whole directory.");
    }
  }

  /** The files in a directory that its manifest lists, where it has one. */
  static Set<String> written(Path directory) throws IOException {
    OutputDirectory output = new OutputDirectory(directory);
    byte[] manifest = output.manifest();
    if (!Manifest.isManifest(manifest)) {
      return Set.of();
    }
    Set<String> names = Manifest.names(manifest);
    names.retainAll(output.files().keySet());
    return names;
  }

  private byte[] manifest() throws IOException {
    Path manifest = directory.resolve(Manifest.NAME);
    boolean exists = Files.isRegularFile(manifest, LinkOption.NOFOLLOW_LINKS);
    return exists ? Files.readAllBytes(manifest) : new byte[0];
  }

  /** The names at the top of the directory, sorted. */
  private List<String> entries() throws IOException {
    if (Files.notExists(directory, LinkOption.NOFOLLOW_LINKS)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(directory)) {
      return entries
          .map(entry -> entry.getFileName().toString())
          .filter(name -> !JUNK.contains(name))
          .sorted()
          .toList();
    }
  }

  private static String several(List<String> names) {
    String first = PlainText.code(names.get(0));
    return names.size() == 1 ? first : first + " and " + (names.size() - 1) + " more";
  }

  /** Whether the directory holds these files, byte for byte, and no other. */
  boolean holds(Map<String, byte[]> files) throws IOException {
    Map<String, Path> present = files();
    if (!present.keySet().equals(files.keySet())) {
      return false;
    }
    for (Map.Entry<String, Path> entry : present.entrySet()) {
      Path file = entry.getValue();
      byte[] content = files.get(entry.getKey());
      boolean same =
          Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
              && Files.size(file) == content.length
              && Arrays.equals(Files.readAllBytes(file), content);
      if (!same) {
        return false;
      }
    }
    return true;
  }

  /** Everything below the directory that is no directory, by its name with slashes. */
  private Map<String, Path> files() throws IOException {
    Map<String, Path> files = new TreeMap<>();
    if (Files.notExists(directory, LinkOption.NOFOLLOW_LINKS)) {
      return files;
    }
    Files.walkFileTree(
        directory,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (!JUNK.contains(file.getFileName().toString())) {
              files.put(name(directory.relativize(file)), file);
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return files;
  }

  private static String name(Path relative) {
    return StreamSupport.stream(relative.spliterator(), false)
        .map(Path::toString)
        .collect(Collectors.joining("/"));
  }
}
