package dev.coord.evidence.git;

import dev.coord.evidence.BranchVersion;
import dev.coord.evidence.Observation;
import dev.coord.evidence.TargetBranch;
import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Compares branches with what they are elsewhere, here or at their remote. */
final class Versions {

  private final Internals git;
  private final Ancestry ancestry;
  private final Worktrees worktrees;

  Versions(Internals git) {
    this.git = git;
    this.ancestry = new Ancestry(git.graph());
    this.worktrees = new Worktrees(git.location(), git.format().reftable());
  }

  /** The same branch elsewhere, where it is another one there. */
  Optional<BranchVersion> other(String name, References.Branch counted) throws IOException {
    Optional<References.Branch> other = git.references().other(name, counted);
    if (other.isEmpty()) {
      return Optional.empty();
    }
    Ancestry.Comparison comparison =
        ancestry.compare(
            git.graph().node(other.get().commit()), git.graph().node(counted.commit()));
    return Optional.of(
        new BranchVersion(
            other.get().ref(),
            other.get().commit().name(),
            comparison.ahead().size(),
            comparison.behind()));
  }

  /** Branches that things are merged into, by their names; those that cannot be told left out. */
  Map<String, TargetBranch> targets(Collection<String> names) {
    Map<String, TargetBranch> targets = new LinkedHashMap<>();
    // Where history is cut off, nothing tells how many commits are between two.
    if (!git.format().shallow()) {
      for (String name : names) {
        git.reading(() -> Observation.known(target(name)))
            .optional()
            .flatMap(found -> found)
            .ifPresent(found -> targets.put(name, found));
      }
    }
    return targets;
  }

  private Optional<TargetBranch> target(String name) throws IOException {
    Optional<References.Branch> found = git.references().branch(name);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    References.Branch counted = found.get();
    return Optional.of(
        new TargetBranch(
            name,
            counted.ref(),
            counted.commit().name(),
            git.references().isTag(counted.ref()),
            other(name, counted),
            worktrees.way(name, git.location())));
  }
}
