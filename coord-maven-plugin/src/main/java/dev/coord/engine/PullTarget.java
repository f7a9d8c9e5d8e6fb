package dev.coord.engine;

import dev.coord.assess.Finding;
import dev.coord.plan.Merges;
import dev.coord.plan.Plan;
import dev.coord.plan.Severity;
import dev.coord.plan.Workstream;
import dev.coord.plan.yaml.PlanReading;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Says where a pull request goes to a branch that the team's plan merges nothing into: whoever may
 * push can make such a branch, and the plan there judges.
 */
final class PullTarget {

  private final CiEnvironment ci;
  private final PastPlans past;

  /**
   * A target.
   *
   * @param past reads the plans of a repository
   */
  PullTarget(CiEnvironment ci, PastPlans past) {
    this.ci = Objects.requireNonNull(ci, "ci");
    this.past = Objects.requireNonNull(past, "past");
  }

  /** What should be known; nothing where the service does not tell the default branch. */
  List<Finding> findings(Plan own) {
    Optional<String> target = ci.pullRequestTarget();
    if (target.isEmpty() || ci.defaultBranch().or(past.git()::defaultBranch).isEmpty()) {
      return List.of();
    }
    String judge = new TargetFinder(ci, past, own, Optional.empty()).find().integration();
    return plan(judge)
        .filter(plan -> into(plan).noneMatch(target.get()::equals))
        .map(plan -> finding(target.get(), judge))
        .stream()
        .toList();
  }

  private Optional<Plan> plan(String branch) {
    try {
      return Branches.tip(past.git(), branch).flatMap(past::at).flatMap(PlanReading::plan);
    } catch (UnreadableException e) {
      return Optional.empty();
    }
  }

  private static Stream<String> into(Plan plan) {
    return Stream.of(
            Targets.names(plan).stream(),
            plan.boundaries().branches().target().stream(),
            plan.merges().queue().stream().map(Merges.Entry::target).flatMap(Optional::stream),
            plan.merges().waves().stream().map(Merges.Wave::into).flatMap(Optional::stream),
            plan.workstreams().stream().map(Workstream::base).flatMap(Optional::stream))
        .flatMap(names -> names);
  }

  private static Finding finding(String target, String judge) {
    return new Finding(
        Finding.Kind.SETTING,
        Severity.WARN,
        "",
        "this pull request goes to "
            + target
            + ", which the plan of "
            + judge
            + " merges nothing into, and the plan on "
            + target
            + " judges it",
        "What passes here has not been judged for "
            + judge
            + ": let the pull request that goes there be judged by itself.",
        Optional.empty(),
        List.of());
  }
}
