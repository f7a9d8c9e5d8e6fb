package dev.coord.evidence.git;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;

/**
 * How files are merged: what the {@code .gitattributes} files of a commit say of {@code merge}, and
 * before them the repository's own {@code info/attributes}. Git reads the same files in the working
 * tree, whatever it merges: those of what is merged into, so that a branch cannot bring its own.
 */
final class MergeAttributes {

  private final Set<String> ownDrivers = new HashSet<>();
  private final Optional<String> fallback;
  private final Attributes attributes;
  private final Map<String, Driver> drivers = new HashMap<>();

  /** How a file is merged that both sides changed. */
  enum Driver {
    /** Line by line. */
    TEXT,
    /** Not at all. */
    BINARY,
    /** By taking the lines of both. */
    UNION,
    /** By a program that the repository's configuration names. */
    PROGRAM
  }

  private MergeAttributes(Internals git, ObjectId commit, Config config) throws IOException {
    ObjectId tree = git.commits().raw(commit).tree();
    attributes =
        new Attributes(path -> committed(git, tree, path), git.location().commonDirectory());
    for (String name : config.getSubsections("merge")) {
      if (config.getString("merge", name, "driver") != null) {
        ownDrivers.add(name);
      }
    }
    fallback = Optional.ofNullable(config.getString("merge", null, "default"));
  }

  /**
   * Those of a commit.
   *
   * @param commit the one whose files are read
   */
  static MergeAttributes of(Internals git, ObjectId commit) throws IOException {
    return new MergeAttributes(git, commit, git.store().repository().getConfig());
  }

  /** How a path is merged. */
  Driver driver(String path) throws IOException {
    Driver known = drivers.get(path);
    if (known == null) {
      known = driverOf(attributes.value(path, "merge"));
      drivers.put(path, known);
    }
    return known;
  }

  private Driver driverOf(Optional<String> value) {
    if (value.filter(AttributesFile.SET::equals).isPresent()) {
      return Driver.TEXT;
    }
    if (value.filter(AttributesFile.UNSET::equals).isPresent()) {
      return Driver.BINARY;
    }
    String name =
        value
            .filter(one -> !one.equals(AttributesFile.UNSPECIFIED))
            .or(() -> fallback)
            .orElse("text");
    if (ownDrivers.contains(name)) {
      return Driver.PROGRAM;
    }
    return switch (name) {
      case "binary" -> Driver.BINARY;
      case "union" -> Driver.UNION;
      default -> Driver.TEXT;
    };
  }

  private static Optional<byte[]> committed(Internals git, ObjectId tree, String path)
      throws IOException {
    Optional<TreeEntry> entry = git.trees().entry(tree, path).filter(TreeEntry::isRegular);
    return entry.isEmpty()
        ? Optional.empty()
        : Optional.of(git.store().read(entry.get().id(), Constants.OBJ_BLOB, Attributes.LIMIT));
  }
}
