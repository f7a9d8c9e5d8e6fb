package dev.coord.evidence.git;

import dev.coord.evidence.Observation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a repository lies, found as git finds it: from a directory upwards. Neither {@code GIT_DIR}
 * nor {@code core.worktree} is asked.
 *
 * @param workTree the directory that holds {@code .git}
 * @param gitDirectory its own git directory, for a linked worktree one below {@code worktrees/}
 * @param commonDirectory the git directory that all worktrees share
 */
record RepositoryLocation(Path workTree, Path gitDirectory, Path commonDirectory) {

  private static final int POINTER_LIMIT = 16 * 1024;
  private static final String GITDIR = "gitdir:";

  /** Whether the working tree is a linked one. */
  boolean linked() {
    return !gitDirectory.equals(commonDirectory);
  }

  /**
   * Finds the repository that holds a directory.
   *
   * @param start the directory to begin at; need not exist
   */
  static Observation<RepositoryLocation> find(Path start) {
    Path from = start.toAbsolutePath().normalize();
    try {
      from = from.toRealPath();
    } catch (IOException e) {
      // It does not exist: its parents may.
    }
    for (Path directory = from; directory != null; directory = directory.getParent()) {
      Path dotGit = directory.resolve(".git");
      if (Files.isRegularFile(dotGit)) {
        return follow(directory, dotGit);
      }
      if (isGitDirectory(dotGit)) {
        return Observation.known(new RepositoryLocation(directory, dotGit, dotGit));
      }
      if (isGitDirectory(directory) && !directory.endsWith(".git")) {
        return Unknowns.bare(directory);
      }
    }
    return Unknowns.noRepository();
  }

  private static Observation<RepositoryLocation> follow(Path directory, Path file) {
    Optional<Path> target = gitFile(file);
    if (target.isEmpty() || !isGitDirectory(target.get())) {
      return Unknowns.brokenGitFile(file);
    }
    return Observation.known(
        new RepositoryLocation(directory, target.get(), commonOf(target.get()).orElseThrow()));
  }

  /** The git directory that a {@code .git} file names, whether it is there or not. */
  static Optional<Path> gitFile(Path file) {
    return pointer(file)
        .filter(text -> text.startsWith(GITDIR))
        .flatMap(text -> resolve(file.getParent(), text.substring(GITDIR.length()).strip()));
  }

  private static boolean isGitDirectory(Path directory) {
    return Files.isRegularFile(directory.resolve("HEAD"))
        && commonOf(directory).map(RepositoryLocation::holdsObjects).orElse(false);
  }

  private static boolean holdsObjects(Path common) {
    return Files.isDirectory(common.resolve("objects")) && Files.exists(common.resolve("refs"));
  }

  private static Optional<Path> commonOf(Path gitDirectory) {
    Path file = gitDirectory.resolve("commondir");
    return Files.isRegularFile(file)
        ? pointer(file).flatMap(text -> resolve(gitDirectory, text))
        : Optional.of(gitDirectory);
  }

  /** The text of a small file of git's that names a path or a ref, without its line's end. */
  static Optional<String> pointer(Path file) {
    if (!Files.isRegularFile(file)) {
      return Optional.empty(); // A pipe would be waited for without end.
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(POINTER_LIMIT);
      return Optional.of(new String(bytes, StandardCharsets.UTF_8).strip());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** A path that a file of git's states, relative to a directory or absolute. */
  static Optional<Path> resolve(Path directory, String text) {
    try {
      return text.isEmpty()
          ? Optional.empty()
          : Optional.of(directory.resolve(text).toAbsolutePath().normalize());
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
