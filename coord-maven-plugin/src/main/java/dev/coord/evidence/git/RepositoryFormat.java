package dev.coord.evidence.git;

import dev.coord.evidence.Observation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.jgit.errors.ConfigInvalidException;
import org.eclipse.jgit.lib.Config;

/**
 * What a repository's configuration says of its format, asked before JGit opens it: JGit cuts
 * SHA-256 ids short.
 *
 * @param filter the filter of a partial clone, such as {@code blob:none}
 * @param shallow whether history was cut off
 * @param reftable whether refs are kept in reftables, and not in files of their own
 */
record RepositoryFormat(Optional<String> filter, boolean shallow, boolean reftable) {

  private static final String EXTENSIONS = "extensions";
  private static final String REMOTE = "remote";

  /** See gitrepository-layout(5) and git's Documentation/technical/repository-version.txt. */
  private static final Set<String> HARMLESS =
      Set.of(
          "noop",
          "noop-v1",
          "preciousobjects",
          "partialclone",
          "worktreeconfig",
          "relativeworktrees",
          "objectformat",
          "compatobjectformat",
          "refstorage");

  static Observation<RepositoryFormat> read(Path commonDirectory) {
    Config config = new Config();
    try {
      Path file = commonDirectory.resolve("config");
      if (Files.exists(file)) {
        config.fromText(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
      }
      return check(config, commonDirectory);
    } catch (IOException | ConfigInvalidException | IllegalArgumentException e) {
      return Unknowns.config(e);
    }
  }

  private static Observation<RepositoryFormat> check(Config config, Path commonDirectory) {
    String objects = config.getString(EXTENSIONS, null, "objectformat");
    if (objects != null && !objects.equalsIgnoreCase("sha1")) {
      return Unknowns.objectFormat(objects);
    }
    String refs = config.getString(EXTENSIONS, null, "refstorage");
    boolean reftable = "reftable".equalsIgnoreCase(refs);
    if (refs != null && !reftable && !refs.equalsIgnoreCase("files")) {
      return Unknowns.refStorage(refs);
    }
    long version = config.getLong("core", null, "repositoryformatversion", 0);
    if (version > 1) {
      return Unknowns.extension("repository format " + version);
    }
    if (version == 1) {
      for (String name : new TreeSet<>(config.getNames(EXTENSIONS))) {
        if (!HARMLESS.contains(name.toLowerCase(Locale.ROOT))) {
          return Unknowns.extension("the repository extension '" + name + "'");
        }
      }
    }
    return Observation.known(
        new RepositoryFormat(filter(config), isShallow(commonDirectory), reftable));
  }

  private static Optional<String> filter(Config config) {
    for (String remote : new TreeSet<>(config.getSubsections(REMOTE))) {
      String filter = config.getString(REMOTE, remote, "partialclonefilter");
      if (filter != null) {
        return Optional.of(filter);
      }
      if (config.getBoolean(REMOTE, remote, "promisor", false)) {
        return Optional.of("unnamed");
      }
    }
    return Optional.empty();
  }

  private static boolean isShallow(Path commonDirectory) {
    try {
      return Files.size(commonDirectory.resolve("shallow")) > 0;
    } catch (IOException e) {
      return false;
    }
  }
}
