package dev.coord.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The commit that is checked out, without asking git: a test that commits often saves a process.
 */
public final class HeadFile {

  private HeadFile() {}

  /** Its id; empty in a linked worktree, and where the branch's file is not there. */
  public static Optional<String> commit(Path worktree) {
    try {
      Path git = worktree.resolve(".git");
      String head = Files.isDirectory(git) ? Files.readString(git.resolve("HEAD")).strip() : "";
      Path branch = git.resolve(head.replaceFirst("^ref: ", ""));
      return head.startsWith("ref: ") && Files.isRegularFile(branch)
          ? Optional.of(Files.readString(branch).strip())
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
