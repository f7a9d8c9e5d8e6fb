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
 * @param firstOn the base that has no plan yet, so that the checked-out one stands in for it
 */
record Rulebook(
    Plan plan,
    String base,
    Optional<String> commit,
    List<Finding> findings,
    List<Diagnostic> problems,
    Optional<BaseProblem> baseProblem,
    Optional<String> firstOn) {

  Rulebook {
    Objects.requireNonNull(plan, "plan");
    Objects.requireNonNull(base, "base");
    Objects.requireNonNull(commit, "commit");
    Objects.requireNonNull(baseProblem, "baseProblem");
    Objects.requireNonNull(firstOn, "firstOn");
    findings = List.copyOf(findings);
    problems = List.copyOf(problems);
  }

  /** The checked-out plan is its own rulebook. */
  static Rulebook own(Plan plan) {
    return own(plan, List.of(), Optional.empty(), Optional.empty());
  }

  /** The same with something more that should be known. */
  Rulebook with(List<Finding> more) {
    List<Finding> all = new ArrayList<>(findings);
    all.addAll(more);
    return new Rulebook(plan, base, commit, all, problems, baseProblem, firstOn);
  }

  /** The checked-out plan, because the base's cannot be had. */
  static Rulebook without(Plan plan, BaseProblem problem) {
    return own(plan, List.of(), Optional.of(problem), Optional.empty());
  }

  /** The checked-out plan, because the base has none yet. */
  static Rulebook first(Plan plan, String base, Finding finding) {
    return own(plan, List.of(finding), Optional.empty(), Optional.of(base));
  }

  private static Rulebook own(
      Plan plan, List<Finding> findings, Optional<BaseProblem> problem, Optional<String> firstOn) {
    return new Rulebook(plan, "", Optional.empty(), findings, List.of(), problem, firstOn);
  }
}
