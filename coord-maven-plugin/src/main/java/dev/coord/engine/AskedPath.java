package dev.coord.engine;

import dev.coord.path.RepoPaths;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A path as a user, a shell's completion or an agent writes it.
 *
 * @param path repository path; empty for the root
 * @param files the committed files below it, where it is a directory; empty where it is none
 */
record AskedPath(String path, Optional<List<String>> files) {

  private static final String NEW = "new-file";

  AskedPath {
    files = files.map(List::copyOf);
  }

  /** Reads a path; empty when it is none of this repository. */
  static Optional<AskedPath> read(String text, Opened opened) {
    String path = relative(text, opened.root());
    while (path.startsWith("./")) {
      path = path.substring(2);
    }
    boolean whole = path.isEmpty() || path.equals(".");
    boolean slash = path.endsWith("/");
    String plain = whole ? "" : slash ? path.substring(0, path.length() - 1) : path;
    if (!whole && !RepoPaths.isSafe(plain)) {
      return Optional.empty();
    }
    List<String> below =
        opened
            .repository()
            .flatMap(git -> git.files(git.head().id(), plain).optional())
            .orElse(List.of());
    boolean directory = whole || slash || !below.isEmpty() || isDirectory(opened.root(), plain);
    return Optional.of(new AskedPath(plain, directory ? Optional.of(below) : Optional.empty()));
  }

  private static boolean isDirectory(Path root, String path) {
    return Files.isDirectory(root.resolve(path), LinkOption.NOFOLLOW_LINKS);
  }

  /** Without the way to the repository. */
  private static String relative(String text, Path root) {
    try {
      Path path = Path.of(text);
      return path.isAbsolute() && path.startsWith(root)
          ? root.relativize(path).toString().replace('\\', '/')
          : text;
    } catch (InvalidPathException e) {
      return text;
    }
  }

  /** As it is told: a directory ends with a slash. */
  String shown() {
    return files.isEmpty() ? path : path.isEmpty() ? "./" : path + "/";
  }

  /** A file that a directory does not have yet. */
  String newFile() {
    return path.isEmpty() ? NEW : path + "/" + NEW;
  }
}
