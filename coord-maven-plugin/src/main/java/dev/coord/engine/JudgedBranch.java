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
 */
record JudgedBranch(Judged judged, JudgedTip tip) {

  static JudgedBranch of(
      Plan plan, Settings settings, CiEnvironment ci, Optional<GitRepository> git) {
    Optional<String> checkedOut = git.flatMap(GitRepository::checkedOutBranch);
    if (settings.workstream().isPresent()) {
      return named(plan, settings, settings.workstream().get(), git, checkedOut);
    }
    Optional<String> source = ci.recognised() ? ci.pullRequestSource() : Optional.empty();
    if (source.isPresent()) {
      Judged judged = branch(plan, source.get(), "the pull request's source branch", false);
      return new JudgedBranch(judged, pullRequestTip(settings, ci, git));
    }
    Optional<String> pushed =
        checkedOut.isEmpty() && ci.recognised() ? ci.pushedBranch() : Optional.empty();
    Optional<String> branch = checkedOut.or(() -> pushed);
    if (branch.isEmpty()) {
      return new JudgedBranch(
          new Judged(Kind.NONE, Optional.empty(), Optional.empty(), "HEAD is on no branch"),
          new JudgedTip(Optional.of("HEAD"), settings.base(), false));
    }
    String how = checkedOut.isPresent() ? "the checked-out branch" : "the pushed branch";
    return new JudgedBranch(
        branch(plan, branch.get(), how, true),
        new JudgedTip(Optional.of("HEAD"), settings.base(), checkedOut.isPresent()));
  }

  /** The same branch as the rulebook names it, unless the user says whose it is. */
  JudgedBranch by(Plan rulebook, Settings settings) {
    return settings.workstream().isPresent()
        ? this
        : new JudgedBranch(judged.accordingTo(rulebook), tip);
  }

  private static JudgedTip pullRequestTip(
      Settings settings, CiEnvironment ci, Optional<GitRepository> git) {
    Optional<String> second = git.flatMap(g -> g.resolve("HEAD^2"));
    Optional<String> first = git.flatMap(g -> g.resolve("HEAD^1"));
    if (ci.mergedResult() && second.isPresent()) {
      return new JudgedTip(second, settings.base().or(() -> first), false);
    }
    return new JudgedTip(
        Optional.of("HEAD"), settings.base().or(ci::pullRequestTarget), git.isPresent());
  }

  /**
   * A workstream that the user names: what is checked out is its work, unless that is the target.
   */
  private static JudgedBranch named(
      Plan plan,
      Settings settings,
      String id,
      Optional<GitRepository> git,
      Optional<String> checkedOut) {
    Optional<String> own = plan.workstream(id).flatMap(Workstream::branch);
    boolean elsewhere =
        checkedOut.filter(b -> isTarget(plan, b)).isPresent()
            && own.flatMap(b -> git.flatMap(g -> g.resolve(b))).isPresent();
    Judged judged =
        new Judged(
            Kind.WORKSTREAM,
            own.or(() -> checkedOut).or(() -> Optional.of("HEAD")),
            Optional.of(id),
            "-Dcoord.workstream");
    return new JudgedBranch(
        judged,
        new JudgedTip(
            elsewhere ? Optional.empty() : Optional.of("HEAD"), settings.base(), !elsewhere));
  }

  private static Judged branch(Plan plan, String branch, String how, boolean mayBeTarget) {
    if (mayBeTarget && isTarget(plan, branch)) {
      return new Judged(Kind.INTEGRATION, Optional.of(branch), Optional.empty(), how);
    }
    Optional<String> workstream = plan.workstreamOfBranch(branch).map(Workstream::id);
    return new Judged(
        workstream.isPresent() ? Kind.WORKSTREAM : Kind.UNNAMED,
        Optional.of(branch),
        workstream,
        how);
  }

  private static boolean isTarget(Plan plan, String branch) {
    return plan.project().integrationBranch().equals(branch)
        || plan.project().releaseBranch().equals(Optional.of(branch));
  }
}
