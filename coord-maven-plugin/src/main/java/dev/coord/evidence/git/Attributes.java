package dev.coord.evidence.git;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.Repository;

/**
 * Tells how git would store a file of the working tree, by {@code .gitattributes} and {@code
 * info/attributes}. Those of the user and of the machine are not looked at.
 */
final class Attributes {

  private static final String FILE = ".gitattributes";

  private final Path root;
  private final Path info;
  private final Config config;
  private final Map<String, AttributesFile> files = new HashMap<>();

  /**
   * Prepares to tell it.
   *
   * @param info the repository's {@code info/attributes}
   */
  Attributes(Repository repository) {
    root = repository.getWorkTree().toPath();
    info = repository.getCommonDirectory().toPath().resolve("info").resolve("attributes");
    config = repository.getConfig();
  }

  /** The attributes of a file that have a value, or are set. */
  private Map<String, String> values(String path) throws IOException {
    Map<String, List<String>> macros = new HashMap<>();
    Map<String, String> values = new LinkedHashMap<>();
    file(FILE).apply(path, macros, values);
    for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
      file(path.substring(0, slash + 1) + FILE).apply(path.substring(slash + 1), macros, values);
    }
    AttributesFile own = files.get("");
    if (own == null) {
      own = AttributesFile.read(info);
      files.put("", own);
    }
    own.apply(path, macros, values);
    return values;
  }

  private AttributesFile file(String path) throws IOException {
    AttributesFile file = files.get(path);
    if (file == null) {
      file = AttributesFile.read(root.resolve(path));
      files.put(path, file);
    }
    return file;
  }

  /**
   * How a file would be stored.
   *
   * @param path repository path
   */
  Conversion of(String path) throws IOException {
    Map<String, String> values = values(path);
    return new Conversion(
        Optional.ofNullable(values.get("filter")).filter(this::isRun),
        Optional.ofNullable(values.get("working-tree-encoding")),
        AttributesFile.SET.equals(values.get("ident")),
        false);
  }

  /** Whether a program is configured to clean a file: without one, git stores it as it is. */
  private boolean isRun(String driver) {
    return !driver.isEmpty()
        && (config.getString("filter", driver, "clean") != null
            || config.getString("filter", driver, "process") != null);
  }
}
