package dev.coord.plan.yaml;

import dev.coord.path.RepoPaths;
import java.util.Optional;

/** Reads names of files of the repository. */
final class RepoFiles {

  private RepoFiles() {}

  /** A path from the root of the repository, which leads to nowhere else. */
  static Optional<String> path(MappingReader in, Field field) {
    Optional<String> path = in.scalars().text(field);
    if (path.isPresent() && !RepoPaths.isSafe(path.get())) {
      in.context()
          .error(
              field.place(),
              field.label()
                  + " must be a file of the repository, but is "
                  + Words.quote(path.get()),
              "Write its path from the root of the repository, such as "
                  + field.example("docs/progress.md")
                  + ".");
      return Optional.empty();
    }
    return path;
  }

  /** The same under a key that may be missing. */
  static Optional<String> path(MappingReader in, String key) {
    return in.field(key).flatMap(field -> path(in, field));
  }
}
