package dev.coord.evidence.git;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.Repository;

/** Tells how git would store files of the working tree, by the attributes that lie there. */
final class Conversions {

  private final Attributes attributes;
  private final Config config;

  Conversions(Repository repository) {
    Path root = repository.getWorkTree().toPath();
    attributes =
        new Attributes(
            path -> Attributes.inWorkingTree(root.resolve(path)),
            repository.getCommonDirectory().toPath());
    config = repository.getConfig();
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
        false);
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
