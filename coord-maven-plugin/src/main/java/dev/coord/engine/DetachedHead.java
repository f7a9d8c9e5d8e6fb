package dev.coord.engine;

import dev.coord.assess.Case.BaseProblem;
import dev.coord.evidence.git.GitRepository;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A checked-out commit that is on no branch, held against the branches that others are merged into.
 *
 * @param git the repository
 * @param targets those branches
 */
record DetachedHead(GitRepository git, Targets targets) {

  private static final String ORIGIN = "refs/remotes/origin/";

  DetachedHead {
    Objects.requireNonNull(git, "git");
    Objects.requireNonNull(targets, "targets");
  }

  /** That of a repository where no branch is checked out. */
  static Optional<DetachedHead> of(Optional<GitRepository> git, Targets targets) {
    return git.filter(g -> g.checkedOutBranch().isEmpty()).map(g -> new DetachedHead(g, targets));
  }

  /**
   * The target that has the commit, as with a tag: nothing is left to be merged. None where changes
   * are not committed, as in the middle of a rebase: these may be anybody's.
   */
  Optional<String> target() {
    return git.uncommitted().optional().filter(List::isEmpty).isPresent()
        ? targets.names().stream()
            .filter(name -> git.refsTried(name).stream().anyMatch(ref -> has(ref).orElse(false)))
            .findFirst()
        : Optional.empty();
  }

  /**
   * Why it is not what was pushed to a target, as a service says: origin's branch of that name was
   * fetched and does not have it, as with a change that is yet to be reviewed.
   *
   * @param service who says so
   */
  Optional<BaseProblem> notPushed(String branch, String service) {
    return targets.has(branch) && has(ORIGIN + branch).filter(there -> !there).isPresent()
        ? Optional.of(
            new BaseProblem(
                branch,
                service
                    + " says that "
                    + branch
                    + " was pushed, but origin/"
                    + branch
                    + " does not have HEAD, so nobody can tell whose changes these are",
                "Fetch it ("
                    + GitRepository.fetching(branch)
                    + "), check out "
                    + branch
                    + " where HEAD is its next commit, or say whose changes these are with"
                    + " -Dcoord.workstream=ID."))
        : Optional.empty();
  }

  /** Whether a ref has the commit; empty when the ref is not here, or git cannot tell. */
  private Optional<Boolean> has(String ref) {
    String head = git.head().id();
    return git.resolve(ref)
        .flatMap(tip -> git.mergeBase(head, tip).optional())
        .map(base -> base.equals(Optional.of(head)));
  }
}
