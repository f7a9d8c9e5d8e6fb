package dev.coord.engine;

import dev.coord.diagnostic.Diagnostic;
import dev.coord.diagnostic.Location;
import dev.coord.evidence.git.GitRepository;
import dev.coord.plan.Baseline;
import dev.coord.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The versions of the baseline that a run goes by. Like gates and waivers it is the base's: what a
 * branch writes into its own excuses nothing.
 *
 * @param law the one that judges
 * @param own the checked-out one
 * @param problems why none can be used
 */
record Baselines(Optional<Baseline> law, Optional<Baseline> own, List<Diagnostic> problems) {

  Baselines {
    Objects.requireNonNull(law, "law");
    Objects.requireNonNull(own, "own");
    problems = List.copyOf(problems);
  }

  /** The versions where a court judges. */
  static Baselines of(Plans plans, Court court) {
    Rulebook rulebook = court.rulebook();
    Optional<Baseline> own = plans.baseline();
    if (rulebook.baseProblem().isPresent()) {
      return new Baselines(Optional.empty(), own, List.of());
    }
    if (rulebook.commit().isEmpty()) {
      return new Baselines(own, own, List.of());
    }
    BaselineFile law = read(court.git(), rulebook.plan(), rulebook.commit().get());
    List<Diagnostic> problems = new ArrayList<>();
    for (Diagnostic problem : law.problems()) {
      problems.add(
          Diagnostic.error(
              problem.location(),
              "on " + rulebook.base() + ", whose baseline judges this branch: " + problem.problem(),
              problem.remedy()));
    }
    return new Baselines(law.baseline(), own, problems);
  }

  /**
   * The baseline where the judged branch left its base.
   *
   * @param fork full id of the commit
   * @return empty when there was none, or it cannot be read: then nothing of it is excused
   */
  static Optional<Baseline> forked(Court court, Optional<String> fork) {
    return fork.flatMap(commit -> at(court.git(), court.rulebook().plan(), commit));
  }

  /** The baseline of a plan at a commit; empty when there is none, or it cannot be read. */
  static Optional<Baseline> at(GitRepository git, Plan plan, String commit) {
    return read(git, plan, commit).baseline();
  }

  private static BaselineFile read(GitRepository git, Plan plan, String commit) {
    try {
      return BaselineFile.of(plan, new CommitSource(git, commit));
    } catch (UnreadableException e) {
      Location place = new Location(Baseline.path(plan), 0, 0, Optional.of(commit));
      return new BaselineFile(
          Optional.empty(), List.of(Diagnostic.error(place, e.getMessage(), e.remedy())));
    }
  }
}
