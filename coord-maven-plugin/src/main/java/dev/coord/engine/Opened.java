package dev.coord.engine;

import dev.coord.evidence.Observation;
import dev.coord.evidence.git.GitRepository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Where a run takes place.
 *
 * @param root root of the working tree, or the directory of the run where there is no repository
 * @param directory the directory of the run as a path below the root, empty for the root itself
 * @param git the repository, or why there is none
 */
record Opened(Path root, String directory, Observation<GitRepository> git) {

  Opened {
    Objects.requireNonNull(root, "root");
    Objects.requireNonNull(directory, "directory");
    Objects.requireNonNull(git, "git");
  }

  static Opened at(Path directory) {
    Path real = real(directory);
    Observation<GitRepository> git = GitRepository.open(real);
    Path root = git.optional().map(g -> real(g.workTree())).orElse(real);
    return new Opened(root, slashes(root, real), git);
  }

  private static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String slashes(Path root, Path path) {
    return root.relativize(path).toString().replace('\\', '/');
  }

  /**
   * How a path is shown: as the way from the root, and as it is where there is no way.
   *
   * @param path absolute
   */
  String shown(Path path) {
    boolean related = Objects.equals(root.getRoot(), path.getRoot());
    Path way = related ? root.relativize(path) : path;
    return way.toString().replace('\\', '/');
  }

  /** The same place with a repository of another thread. */
  Opened with(GitRepository repository) {
    return new Opened(root, directory, Observation.known(repository));
  }

  Optional<GitRepository> repository() {
    return git.optional();
  }

  Optional<Instant> headTime() {
    return repository().map(g -> g.head().time());
  }

  /** The newest time of HEAD and the commits before it, by the wall clock. */
  Optional<Instant> newestTime(Instant clock) {
    return repository().map(g -> g.newestTime(clock));
  }
}
