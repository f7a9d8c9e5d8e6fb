package dev.coord.engine;

import dev.coord.assess.Case.BaseProblem;
import dev.coord.assess.Finding;
import dev.coord.assess.Judged;
import dev.coord.assess.Judged.Kind;
import dev.coord.assess.Questions.JudgedTip;
import dev.coord.evidence.git.GitRepository;
import dev.coord.plan.Plan;
import dev.coord.plan.Workstream;
import java.util.List;
import java.util.Optional;

/**
 * Tells which branch is judged.
 *
 * <p>The user's word comes first, then the source branch that CI names, then the checked-out
 * branch. A pull request's source may lie in a fork and bear any name, so its commits are always
 * taken from HEAD, never from a ref of that name, it is never taken for the integration branch, and
 * one that lies in a fork for no workstream's.
 *
 * @param judged what is judged
 * @param tip how its commits are found
 * @param pullRequest whether a service says that it is a pull request's
 * @param foreign the branch of another repository that it is
 * @param problem why nobody can tell which one it is
 */
record JudgedBranch(
    Judged judged,
    JudgedTip tip,
    boolean pullRequest,
    Optional<ForeignBranch> foreign,
    Optional<BaseProblem> problem) {

  /** A branch of the repository itself. */
  JudgedBranch(Judged judged, JudgedTip tip, boolean pullRequest) {
    this(judged, tip, pullRequest, Optional.empty(), Optional.empty());
  }

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
      return pullRequest(plan, source.get(), pullRequestTip(settings, ci, git), ci, git);
    }
    Optional<MergeGroup> group = ci.mergeGroup();
    if (group.isPresent() && git.isPresent()) {
      return queued(plan, new QueuedBranch(group.get(), ci, git.get()), settings);
    }
    Optional<String> branch = current(ci, git);
    Optional<DetachedHead> detached = DetachedHead.of(git, targets);
    if (branch.isEmpty()) {
      return detached
          .filter(any -> settings.base().isEmpty())
          .flatMap(DetachedHead::target)
          .map(target -> ofTarget(target, settings))
          .orElseGet(() -> nobodys(Optional.empty(), settings));
    }
    Optional<BaseProblem> problem =
        detached.flatMap(head -> head.notPushed(branch.get(), ci.name()));
    if (problem.isPresent()) {
      return nobodys(problem, settings);
    }
    String how = checkedOut.isPresent() ? "the checked-out branch" : "the pushed branch";
    Judged judged =
        targets.has(branch.get())
            ? new Judged(Kind.INTEGRATION, branch, Optional.empty(), how)
            : branch(plan, branch.get(), how);
    return new JudgedBranch(
        judged, new JudgedTip(Optional.of("HEAD"), settings.base(), checkedOut.isPresent()), false);
  }

  private static JudgedBranch ofTarget(String target, Settings settings) {
    return new JudgedBranch(
        new Judged(
            Kind.INTEGRATION,
            Optional.of(target),
            Optional.empty(),
            "HEAD is a commit of it, and on no branch"),
        new JudgedTip(Optional.of("HEAD"), settings.base(), false),
        false);
  }

  private static JudgedBranch nobodys(Optional<BaseProblem> problem, Settings settings) {
    return new JudgedBranch(
        new Judged(Kind.NONE, Optional.empty(), Optional.empty(), "HEAD is on no branch"),
        new JudgedTip(Optional.of("HEAD"), settings.base(), false),
        false,
        Optional.empty(),
        problem);
  }

  private static JudgedBranch pullRequest(
      Plan plan, String source, JudgedTip tip, CiEnvironment ci, Optional<GitRepository> git) {
    Optional<ForeignBranch> foreign = ForeignBranch.of(source, tip.tip(), ci, git);
    Judged judged =
        branch(
            plan,
            foreign.map(ForeignBranch::name).orElse(source),
            "the pull request's source branch");
    return new JudgedBranch(judged, tip, true, foreign, Optional.empty());
  }

  private static JudgedBranch queued(Plan plan, QueuedBranch queued, Settings settings) {
    String how = "the merge queue's pull request";
    Optional<String> name = queued.name();
    Optional<JudgedTip> tip = queued.tip(settings.base());
    if (name.isEmpty() || tip.isEmpty()) {
      return new JudgedBranch(
          new Judged(Kind.NONE, Optional.empty(), Optional.empty(), how),
          new JudgedTip(Optional.of("HEAD"), settings.base(), false),
          true,
          Optional.empty(),
          Optional.of(queued.problem()));
    }
    return new JudgedBranch(
        branch(plan, name.get(), how), tip.get(), true, queued.foreign(), Optional.empty());
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
        : new JudgedBranch(judged.accordingTo(rulebook), tip, pullRequest, foreign, problem);
  }

  /** What should be known of it. */
  List<Finding> findings(Plan own, Plan rulebook) {
    return foreign.map(branch -> branch.findings(rulebook, own)).orElse(List.of());
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
   * A workstream that the user names: what is checked out is its work, unless that is the target,
   * or one of its commits.
   */
  private static JudgedBranch named(
      Plan plan,
      Targets targets,
      Settings settings,
      Optional<GitRepository> git,
      Optional<String> checkedOut) {
    String id = settings.workstream().orElseThrow();
    Optional<String> own = plan.workstream(id).flatMap(Workstream::branch);
    boolean merged =
        checkedOut.isPresent()
            ? targets.has(checkedOut.get())
            : settings.base().isEmpty()
                && DetachedHead.of(git, targets).flatMap(DetachedHead::target).isPresent();
    boolean elsewhere =
        merged && own.flatMap(b -> git.flatMap(g -> Branches.tip(g, b))).isPresent();
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
