package dev.coord.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** The working tree. Links are never followed below its root. */
final class WorkTreeSource implements PlanSource {

  private static final int DEEPEST = 32;

  private final Path root;
  private final String prefix;

  WorkTreeSource(Path root) {
    this(root, "");
  }

  /**
   * A tree that is not the repository's.
   *
   * @param prefix put before every path that is shown, so that none looks like one of the
   *     repository
   */
  WorkTreeSource(Path root, String prefix) {
    this.root = root;
    this.prefix = prefix;
  }

  @Override
  public Entry entry(String path) {
    Path at = root;
    for (String segment : path.split("/")) {
      at = at.resolve(segment);
      if (Files.isSymbolicLink(at)) {
        return Entry.LINK;
      }
      if (Files.exists(at.resolve(".git"), LinkOption.NOFOLLOW_LINKS) && !at.equals(root)) {
        return Entry.FOREIGN;
      }
    }
    if (Files.isRegularFile(at, LinkOption.NOFOLLOW_LINKS)) {
      return Entry.FILE;
    }
    if (Files.isDirectory(at, LinkOption.NOFOLLOW_LINKS)) {
      return Entry.DIRECTORY;
    }
    return Files.exists(at, LinkOption.NOFOLLOW_LINKS) ? Entry.SPECIAL : Entry.NONE;
  }

  @Override
  public byte[] read(String path, int most) {
    try (InputStream in = Files.newInputStream(root.resolve(path), LinkOption.NOFOLLOW_LINKS)) {
      return in.readNBytes(most);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public List<String> filesBelow(String directory, boolean deep) {
    List<String> files = new ArrayList<>();
    collect(directory, deep ? DEEPEST : 1, files);
    Collections.sort(files);
    return files;
  }

  private void collect(String directory, int depth, List<String> files) {
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(root.resolve(directory))) {
      for (Path entry : entries) {
        String name = entry.getFileName().toString();
        String path = directory.isEmpty() ? name : directory + "/" + name;
        if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
          if (depth > 1 && !name.equals(".git") && !Files.exists(entry.resolve(".git"))) {
            collect(path, depth - 1, files);
          }
        } else {
          files.add(path);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String displayed(String path) {
    return prefix + path;
  }

  @Override
  public Optional<String> commit() {
    return Optional.empty();
  }
}
