package dev.coord.engine;

import dev.coord.evidence.Observation;
import dev.coord.evidence.git.GitRepository;
import dev.coord.plan.Plan;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Who is judged, and by which version of the plan.
 *
 * @param judged the branch, as the rulebook names it
 * @param rulebook the plan whose gates count
 * @param rulebooks reads further versions
 */
record Court(JudgedBranch judged, Rulebook rulebook, Rulebooks rulebooks) {

  Court {
    Objects.requireNonNull(judged, "judged");
    Objects.requireNonNull(rulebook, "rulebook");
    Objects.requireNonNull(rulebooks, "rulebooks");
  }

  /**
   * Finds out.
   *
   * @param plans the checked-out plan, which can be used
   */
  static Court of(Plans plans, Opened opened, Settings settings) {
    CiEnvironment ci = new CiEnvironment(settings.environment());
    Optional<GitRepository> git = opened.repository();
    Plan own = plans.plan().orElseThrow();
    PastPlans past = new PastPlans(opened, settings, plans.own());
    Targets targets = targets(plans, settings, ci, git, past);
    JudgedBranch found = JudgedBranch.of(own, targets, settings, ci, git);
    Rulebooks rulebooks = new Rulebooks(past, settings.base());
    Rulebook rulebook = rulebooks.read(plans, found, targets);
    return new Court(
        found.by(rulebook.plan(), settings),
        rulebook
            .with(targets.findings())
            .with(found.findings(own, rulebook.plan()))
            .with(
                found.pullRequest() && settings.base().isEmpty() && plans.inRepository()
                    ? new PullTarget(ci, past).findings(own)
                    : List.of()),
        rulebooks);
  }

  private static Targets targets(
      Plans plans,
      Settings settings,
      CiEnvironment ci,
      Optional<GitRepository> git,
      PastPlans past) {
    Plan own = plans.plan().orElseThrow();
    boolean queued = ci.mergeGroup().isPresent();
    boolean pullRequest = queued || JudgedBranch.pullRequestSource(ci).isPresent();
    boolean compared =
        pullRequest
            && settings.workstream().isEmpty()
            && (queued || settings.base().or(ci::pullRequestTarget).isPresent());
    if (!plans.inRepository() || compared) {
      return Targets.of(own);
    }
    Optional<String> branch = pullRequest ? Optional.empty() : JudgedBranch.current(ci, git);
    return new TargetFinder(ci, past, own, branch).find();
  }

  /** The repository that has the plans of commits. */
  GitRepository git() {
    return rulebooks.git();
  }

  /** Where a commit left what it is compared with; empty when that cannot be told. */
  Optional<String> forkOf(GitRepository git) {
    return rulebook
        .commit()
        .map(base -> git.mergeBase(git.head().id(), base))
        .flatMap(Observation::optional)
        .flatMap(base -> base);
  }
}
