package dev.coord.evidence.git;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jgit.errors.ConfigInvalidException;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.Repository;

/** The configuration of a worktree: the repository's, and before it the worktree's own. */
final class WorktreeConfig {

  private WorktreeConfig() {}

  /**
   * Reads it.
   *
   * @throws UnreadableException when the worktree's own cannot be read
   */
  static Config of(Repository repository) throws IOException {
    Config shared = repository.getConfig();
    Path file = repository.getDirectory().toPath().resolve("config.worktree");
    if (!shared.getBoolean("extensions", null, "worktreeconfig", false)
        || !Files.isRegularFile(file)) {
      return shared;
    }
    Config own = new Config(shared);
    try {
      own.fromText(Files.readString(file));
    } catch (IOException | ConfigInvalidException | IllegalArgumentException e) {
      throw new UnreadableException(
          "the worktree's own configuration cannot be read",
          "Correct it: git config --worktree --edit.");
    }
    return own;
  }
}
