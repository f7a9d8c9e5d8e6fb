package dev.coord.plan.yaml;

import dev.coord.path.RepoPaths;
import java.util.Optional;

/** Reads names of files of the repository. */
final class RepoFiles {

  private static final String IMAGE = ".svg";

  private RepoFiles() {}

  /** A path from the root of the repository, which leads to nowhere else. */
  static Optional<String> path(MappingReader in, Field field) {
    return path(in, field, "a file", "", "docs/progress.md");
  }

  /** The same of an image. */
  static Optional<String> image(MappingReader in, Field field) {
    return path(in, field, "a file", "", "docs/logo" + IMAGE);
  }

  /** The same of a file or of a directory, which may end with a slash. */
  static Optional<String> orDirectory(MappingReader in, Field field) {
    return path(in, field, "a file or a directory", "/", "docs/progress.md");
  }

  private static Optional<String> path(
      MappingReader in, Field field, String what, String allowedEnd, String example) {
    Optional<String> path = in.scalars().text(field);
    if (path.isPresent() && !RepoPaths.isSafe(without(allowedEnd, path.get()))) {
      in.context()
          .error(
              field.place(),
              field.label()
                  + " must be "
                  + what
                  + " of the repository, but is "
                  + Words.quote(path.get()),
              "Write its path from the root of the repository, such as "
                  + field.example(usable(Meant.path(path.get()), allowedEnd, example))
                  + ".");
      return Optional.empty();
    }
    return path;
  }

  /** What was meant where it can be taken, and is of the kind that is asked for. */
  private static String usable(String meant, String allowedEnd, String example) {
    boolean image = example.endsWith(IMAGE);
    return RepoPaths.isSafe(without(allowedEnd, meant)) && (!image || meant.endsWith(IMAGE))
        ? meant
        : example;
  }

  private static String without(String end, String path) {
    return path.endsWith(end) ? path.substring(0, path.length() - end.length()) : path;
  }

  /** A file under a key that may be missing. */
  static Optional<String> path(MappingReader in, String key) {
    return in.field(key).flatMap(field -> path(in, field));
  }
}
