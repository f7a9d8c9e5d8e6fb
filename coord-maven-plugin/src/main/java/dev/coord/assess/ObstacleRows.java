package dev.coord.assess;

import dev.coord.assess.GateRows.Weight;
import dev.coord.plan.Gate;
import dev.coord.plan.Origin;
import dev.coord.plan.Plan;
import dev.coord.plan.Rule;
import dev.coord.plan.Severity;
import dev.coord.rule.Outcome;
import dev.coord.rule.Verdict;
import java.util.List;
import java.util.Optional;

/** Rows that no gate asks for, which say why the other rows prove less than they seem to. */
final class ObstacleRows {

  private final Plan plan;
  private final GateRows rows;

  ObstacleRows(Plan plan, GateRows rows) {
    this.plan = plan;
    this.rows = rows;
  }

  /**
   * A branch is judged by its own gates, because those of its base cannot be read: that proves
   * nothing, and the branch's own waivers least of all.
   */
  GateResult withoutBase(Case.BaseProblem problem) {
    Origin origin = plan.project().origin();
    Rule rule =
        new Rule.Path(
            origin,
            origin.self().file(),
            Rule.Path.Expectation.EXISTS,
            "",
            Optional.of(problem.base()));
    Gate gate =
        new Gate(
            Origin.at(origin.of("integration_branch")),
            "base-plan",
            "Gates of the base branch",
            rule,
            List.of(),
            List.of(),
            Severity.FAIL,
            "",
            "A branch is judged by the gates of its base.");
    Verdict verdict = unknown(problem.reason(), "the plan on " + problem.base(), problem.remedy());
    return rows.unwaivable(gate, verdict, new Weight(true, Severity.FAIL, ""));
  }

  /**
   * Not all of the build took place, so reports may be missing, or be those of an earlier one. Who
   * is content with missing data does not mean that.
   */
  GateResult brokenBuild(Case.BuildProblem problem) {
    Origin origin = plan.project().origin();
    Gate gate =
        new Gate(
            Origin.at(origin.self()),
            "maven-build",
            "The build of all modules",
            new Rule.Declared(origin, "Maven", "every module is built"),
            List.of(),
            List.of(),
            Severity.FAIL,
            "",
            "The reports of a module that was not built prove nothing.");
    return new GateResult(
        gate,
        gate.id(),
        Optional.empty(),
        unknown(problem.reason(), "every module built", problem.remedy()),
        Outcome.UNKNOWN,
        Severity.FAIL,
        true,
        Optional.empty(),
        "");
  }

  private static Verdict unknown(String reason, String required, String remedy) {
    return new Verdict(
        "", Outcome.UNKNOWN, reason, required, reason, List.of(), remedy, Optional.empty());
  }
}
