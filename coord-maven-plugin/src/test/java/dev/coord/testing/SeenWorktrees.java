package dev.coord.testing;

import dev.coord.evidence.Observation;
import dev.coord.evidence.Worktree;
import java.util.List;
import java.util.Optional;

/** Worktrees, as git tells of them. */
final class SeenWorktrees {

  private SeenWorktrees() {}

  /** A worktree with so many changed and untracked files; without a branch where that is empty. */
  static Worktree tree(
      String directory, String branch, boolean current, int changed, int untracked) {
    return new Worktree(
        directory,
        directory.equals("."),
        current,
        Optional.of(branch).filter(name -> !name.isEmpty()),
        Optional.of(Deltas.id("4ead")),
        Optional.empty(),
        false,
        Observation.known(new Worktree.Changes(changed, untracked, Optional.empty())));
  }

  /** One with a file that only a filter could compare. */
  static Worktree uncompared(String directory, String branch) {
    return new Worktree(
        directory,
        false,
        false,
        Optional.of(branch),
        Optional.empty(),
        Optional.empty(),
        false,
        Observation.known(new Worktree.Changes(0, 0, 1, Optional.empty())));
  }

  /** A linked one with a detached HEAD. */
  static Worktree detached(
      String directory, Optional<Worktree.Position> position, List<Worktree.Operation> operations) {
    return new Worktree(
        directory,
        directory.equals("."),
        false,
        Optional.empty(),
        Optional.of(Deltas.id("4ead")),
        Optional.empty(),
        false,
        operations,
        position,
        Observation.known(new Worktree.Changes(0, 0, Optional.empty())));
  }
}
