package dev.coord.engine;

import dev.coord.assess.Case.BaseProblem;
import dev.coord.assess.Finding;
import dev.coord.diagnostic.Diagnostic;
import dev.coord.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The version of the plan whose gates, boundaries, waivers and people count.
 *
 * @param base what it is of, as the user or the plan names it; empty for the checked-out plan
 * @param commit full id of the commit it is from; empty for the checked-out plan
 * @param problems what is wrong with it; it then cannot be used
 * @param baseProblem why the checked-out plan stands in for it, when that proves nothing
 */
record Rulebook(
    Plan plan,
    String base,
    Optional<String> commit,
    List<Finding> findings,
    List<Diagnostic> problems,
    Optional<BaseProblem> baseProblem) {

  Rulebook {
    Objects.requireNonNull(plan, "plan");
    Objects.requireNonNull(base, "base");
    Objects.requireNonNull(commit, "commit");
    Objects.requireNonNull(baseProblem, "baseProblem");
    findings = List.copyOf(findings);
    problems = List.copyOf(problems);
  }

  /** The checked-out plan is its own rulebook. */
  static Rulebook own(Plan plan) {
    return new Rulebook(plan, "", Optional.empty(), List.of(), List.of(), Optional.empty());
  }

  /** The same with something more that should be known. */
  Rulebook with(List<Finding> more) {
    List<Finding> all = new ArrayList<>(findings);
    all.addAll(more);
    return new Rulebook(plan, base, commit, all, problems, baseProblem);
  }

  /** The checked-out plan, because the base's cannot be had. */
  static Rulebook without(Plan plan, BaseProblem problem) {
    return new Rulebook(plan, "", Optional.empty(), List.of(), List.of(), Optional.of(problem));
  }
}
