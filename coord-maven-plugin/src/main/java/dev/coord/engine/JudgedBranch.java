package dev.coord.engine;

import dev.coord.assess.Judged;
import dev.coord.assess.Judged.Kind;
import dev.coord.assess.Questions.JudgedTip;
import dev.coord.evidence.git.GitRepository;
import dev.coord.plan.Plan;
import dev.coord.plan.Workstream;
import java.util.Optional;

/**
 * Tells which branch is judged.
 *
 * <p>The user's word comes first, then the source branch that CI names, then the checked-out
 * branch. A pull request's source may lie in a fork and bear any name, so its commits are always
 * taken from HEAD, never from a ref of that name, and it is never taken for the integration branch.
 *
 * @param judged what is judged
 * @param tip how its commits are found
 * @param pullRequest whether a service says that it is a pull request's
 */
record JudgedBranch(Judged judged, JudgedTip tip, boolean pullRequest) {

  static JudgedBranch of(
      Plan plan,
      Targets targets,
      Settings settings,
      CiEnvironment ci,
      Optional<GitRepository> git) {
    Optional<String> checkedOut = git.flatMap(GitRepository::checkedOutBranch);
    if (settings.workstream().isPresent()) {
      return named(plan, targets, settings, git, checkedOut);
    }
    Optional<String> source = pullRequestSource(ci);
    if (source.isPresent()) {
      Judged judged = branch(plan, source.get(), "the pull request's source branch");
      return new JudgedBranch(judged, pullRequestTip(settings, ci, git), true);
    }
    Optional<String> branch = current(ci, git);
    if (branch.isEmpty()) {
      return new JudgedBranch(
          new Judged(Kind.NONE, Optional.empty(), Optional.empty(), "HEAD is on no branch"),
          new JudgedTip(Optional.of("HEAD"), settings.base(), false),
          false);
    }
    String how = checkedOut.isPresent() ? "the checked-out branch" : "the pushed branch";
    Judged judged =
        targets.has(branch.get())
            ? new Judged(Kind.INTEGRATION, branch, Optional.empty(), how)
            : branch(plan, branch.get(), how);
    return new JudgedBranch(
        judged, new JudgedTip(Optional.of("HEAD"), settings.base(), checkedOut.isPresent()), false);
  }

  /** The branch a pull request comes from, where a service runs for one. */
  static Optional<String> pullRequestSource(CiEnvironment ci) {
    return ci.recognised() ? ci.pullRequestSource() : Optional.empty();
  }

  /** The branch that is checked out or, where HEAD is detached, that a service says was pushed. */
  static Optional<String> current(CiEnvironment ci, Optional<GitRepository> git) {
    return git.flatMap(GitRepository::checkedOutBranch)
        .or(() -> ci.recognised() ? ci.pushedBranch() : Optional.empty());
  }

  /** The same branch as the rulebook names it, unless the user says whose it is. */
  JudgedBranch by(Plan rulebook, Settings settings) {
    return settings.workstream().isPresent()
        ? this
        : new JudgedBranch(judged.accordingTo(rulebook), tip, pullRequest);
  }

  /** Whether its last commit is the checked-out one. */
  boolean isHead() {
    return tip.tip().equals(Optional.of("HEAD"));
  }

  private static JudgedTip pullRequestTip(
      Settings settings, CiEnvironment ci, Optional<GitRepository> git) {
    Optional<String> second = git.flatMap(g -> g.resolve("HEAD^2"));
    Optional<String> first = git.flatMap(g -> g.resolve("HEAD^1"));
    if (second.isPresent() && isServicesMerge(ci, git.get(), first.get())) {
      return new JudgedTip(second, settings.base().or(() -> first), false);
    }
    return new JudgedTip(
        Optional.of("HEAD"), settings.base().or(ci::pullRequestTarget), git.isPresent());
  }

  /**
   * Whether HEAD is the merge that the service made of a pull request: a workflow may have checked
   * out the pull request's own commit, which may be a merge as well, with parents of its choice.
   */
  private static boolean isServicesMerge(CiEnvironment ci, GitRepository git, String first) {
    if (!ci.mergedResult()) {
      return false;
    }
    return ci.commit()
        .map(git.head().id()::equals)
        .orElseGet(
            () ->
                ci.pullRequestTarget()
                    .flatMap(target -> Branches.tip(git, target))
                    .flatMap(tip -> git.mergeBase(first, tip).optional())
                    .flatMap(base -> base)
                    .filter(first::equals)
                    .isPresent());
  }

  /**
   * A workstream that the user names: what is checked out is its work, unless that is the target.
   */
  private static JudgedBranch named(
      Plan plan,
      Targets targets,
      Settings settings,
      Optional<GitRepository> git,
      Optional<String> checkedOut) {
    String id = settings.workstream().orElseThrow();
    Optional<String> own = plan.workstream(id).flatMap(Workstream::branch);
    boolean elsewhere =
        checkedOut.filter(targets::has).isPresent()
            && own.flatMap(b -> git.flatMap(g -> Branches.tip(g, b))).isPresent();
    Judged judged =
        new Judged(
            Kind.WORKSTREAM,
            own.or(() -> checkedOut).or(() -> Optional.of("HEAD")),
            Optional.of(id),
            "-Dcoord.workstream");
    return new JudgedBranch(
        judged,
        new JudgedTip(
            elsewhere ? Optional.empty() : Optional.of("HEAD"), settings.base(), !elsewhere),
        false);
  }

  private static Judged branch(Plan plan, String branch, String how) {
    Optional<String> workstream = plan.workstreamOfBranch(branch).map(Workstream::id);
    return new Judged(
        workstream.isPresent() ? Kind.WORKSTREAM : Kind.UNNAMED,
        Optional.of(branch),
        workstream,
        how);
  }
}
