package dev.coord.evidence.git;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.jgit.internal.storage.file.FileReftableStack;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.RefDatabase;
import org.eclipse.jgit.lib.SymbolicRef;

/**
 * HEAD of a worktree in a repository that keeps its refs in reftables: each worktree has a stack of
 * its own for what it does not share, and the file {@code HEAD} says nothing. JGit reads the main
 * worktree's for all of them.
 *
 * <p>Format: gitformat-reftable(5), and gitrepository-layout(5) on {@code worktrees/}.
 */
final class ReftableHead {

  private ReftableHead() {}

  /**
   * Reads it.
   *
   * @param gitDirectory the worktree's own git directory
   * @return empty when there is none
   */
  static Optional<Ref> read(Path gitDirectory) throws IOException {
    return read(gitDirectory, Constants.HEAD);
  }

  /** Another ref that the worktree does not share, such as {@code CHERRY_PICK_HEAD}. */
  static Optional<Ref> read(Path gitDirectory, String name) throws IOException {
    Path tables = gitDirectory.resolve("reftable");
    try (FileReftableStack stack = new FileReftableStack(tables.toFile(), () -> {}, Config::new);
        var head = stack.getMergedReftable().seekRef(name)) {
      return head.next() ? Optional.of(head.getRef()) : Optional.empty();
    } catch (RuntimeException e) {
      throw new IOException("the reftable of " + name + " is damaged", e);
    }
  }

  /** The full name of the ref that it is on; empty when it is detached or absent. */
  static Optional<String> target(Path gitDirectory) throws IOException {
    return read(gitDirectory).filter(Ref::isSymbolic).map(head -> head.getTarget().getName());
  }

  /** HEAD with the commit of the ref that it is on. */
  static Optional<Ref> resolved(Path gitDirectory, RefDatabase shared) throws IOException {
    Optional<Ref> head = read(gitDirectory);
    if (head.isEmpty() || !head.get().isSymbolic()) {
      return head;
    }
    Ref target = shared.exactRef(head.get().getTarget().getName());
    return Optional.of(
        new SymbolicRef(Constants.HEAD, target == null ? head.get().getTarget() : target));
  }
}
