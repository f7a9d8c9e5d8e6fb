package dev.coord.evidence.git;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.Repository;

/**
 * Tells how git would store files of the working tree, by the attributes that lie there, or in the
 * index where they are not checked out, and by the configuration.
 */
final class Conversions {

  private final Attributes attributes;
  private final Config config;
  private final LineEnds unsaid;

  /**
   * Prepares to tell.
   *
   * @param config of the worktree
   * @param index where {@code .gitattributes} are that are not in the working tree
   */
  Conversions(Repository repository, Config config, Attributes.Source index) {
    Path root = repository.getWorkTree().toPath();
    attributes =
        new Attributes(
            path -> {
              Optional<byte[]> file = Attributes.inWorkingTree(root.resolve(path));
              return file.isPresent() ? file : index.read(path);
            },
            repository.getCommonDirectory().toPath());
    this.config = config;
    unsaid = configured(config);
  }

  /** What becomes of a file's ends of lines of which no attribute says anything. */
  private static LineEnds configured(Config config) {
    String value = config.getString("core", null, "autocrlf");
    if (value == null) {
      return LineEnds.UNSAID;
    }
    try {
      boolean converts =
          value.equalsIgnoreCase("input") || config.getBoolean("core", null, "autocrlf", false);
      return converts ? LineEnds.GUESSED : LineEnds.AS_IS;
    } catch (IllegalArgumentException e) {
      return LineEnds.AS_IS; // Git itself does nothing at all with such a value.
    }
  }

  /**
   * How a file would be stored.
   *
   * @param path repository path
   */
  Conversion of(String path) throws IOException {
    return new Conversion(
        named(path, "filter").filter(this::isRun),
        named(path, "working-tree-encoding"),
        attributes.value(path, "ident").filter(AttributesFile.SET::equals).isPresent(),
        LineEnds.of(
            attributes.value(path, "text"),
            attributes.value(path, "crlf"),
            attributes.value(path, "eol"),
            unsaid));
  }

  /** The value of an attribute, where it has one. */
  private Optional<String> named(String path, String attribute) throws IOException {
    return attributes
        .value(path, attribute)
        .filter(
            value ->
                !value.equals(AttributesFile.SET)
                    && !value.equals(AttributesFile.UNSET)
                    && !value.equals(AttributesFile.UNSPECIFIED));
  }

  /** Whether a program is configured to clean a file: without one, git stores it as it is. */
  private boolean isRun(String driver) {
    return !driver.isEmpty()
        && (config.getString("filter", driver, "clean") != null
            || config.getString("filter", driver, "process") != null);
  }
}
