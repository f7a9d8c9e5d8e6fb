package dev.coord.assess;

import dev.coord.assess.GateRows.Weight;
import dev.coord.assess.Weakenings.Weakening;
import dev.coord.evidence.Commit;
import dev.coord.evidence.Proof;
import dev.coord.plan.Boundaries.Guard;
import dev.coord.plan.DeclaredRule;
import dev.coord.plan.Gate;
import dev.coord.plan.Origin;
import dev.coord.plan.PathRule;
import dev.coord.plan.Plan;
import dev.coord.plan.Rule;
import dev.coord.plan.Severity;
import dev.coord.rule.Outcome;
import dev.coord.rule.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Rows that no gate asks for: why the other rows prove less than they seem to, or will ask for
 * less.
 */
final class ObstacleRows {

  /** The row of a plan that has no gates. */
  static final String JUDGED_NOTHING = "judged-nothing";

  /** Most weakenings in one line. */
  private static final int TOLD = 3;

  /** Most weakenings that are proven one by one. */
  private static final int PROVEN = 100;

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
        new PathRule(
            origin,
            origin.self().file(),
            PathRule.Expectation.EXISTS,
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
            new DeclaredRule(origin, "Maven", "every module is built"),
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

  /** A plan without gates judges nothing, and nothing was never proved. */
  GateResult judgedNothing() {
    Origin origin = plan.project().origin();
    Gate gate =
        new Gate(
            Origin.at(origin.self()),
            JUDGED_NOTHING,
            "Something is judged",
            new DeclaredRule(origin, "the plan", "at least one gate"),
            List.of(),
            List.of(),
            Severity.FAIL,
            "",
            "A build that judges nothing proves nothing.");
    Verdict verdict =
        unknown(
            "judged nothing: the plan has no gates",
            "at least one gate",
            "Write down what must hold, for example 'gates: [{tests: {failed: \"= 0\"}}]'.");
    return rows.unwaivable(gate, verdict, new Weight(true, Severity.FAIL, ""));
  }

  /**
   * The branch takes from the plan what it is held to, so that the next one would be held to less.
   */
  GateResult weakened(Weakenings weakenings) {
    Origin origin =
        weakenings.all().stream()
            .findFirst()
            .map(first -> Origin.at(first.place()))
            .orElseGet(() -> plan.project().origin());
    Gate gate =
        new Gate(
            origin,
            "plan-guard",
            "The plan is not weakened",
            new DeclaredRule(origin, weakenings.base(), "a branch does not weaken its plan"),
            List.of(),
            List.of(),
            Severity.FAIL,
            "",
            "Whoever is held to a rule does not loosen it in passing.");
    Severity severity =
        weakenings.guard().weakening() == Guard.Weakening.FAIL ? Severity.FAIL : Severity.WARN;
    return rows.unwaivable(gate, verdict(weakenings), new Weight(true, severity, ""));
  }

  private static Verdict verdict(Weakenings weakenings) {
    List<Weakening> all = weakenings.all();
    String count = all.size() + (all.size() == 1 ? " weakening" : " weakenings");
    String told =
        all.stream()
            .limit(TOLD)
            .map(w -> w.clause() + " (" + w.place().withCommit() + ", " + w.who() + ")")
            .collect(Collectors.joining("; "));
    String more = all.size() > TOLD ? "; and " + (all.size() - TOLD) + " more" : "";
    String required = "the plan of " + weakenings.base() + ", not weakened";
    if (weakenings.doubt().isPresent()) {
      return unknown(
          weakenings.doubt().get().reason()
              + (all.isEmpty()
                  ? ": nobody can tell what came since"
                  : ", so nobody can tell who did this: " + told + more),
          required,
          weakenings.doubt().get().remedy());
    }
    return new Verdict(
        "",
        Outcome.FAILED,
        count,
        required,
        told + more,
        all.stream().limit(PROVEN).map(ObstacleRows::proof).toList(),
        remedy(weakenings),
        Optional.empty());
  }

  private static String remedy(Weakenings weakenings) {
    List<String> by = weakenings.guard().by();
    if (weakenings.landed()) {
      return "Take it back. Whose commits may do so, a plan says before: "
          + (by.isEmpty() ? "boundaries: {plan: {by: [ID]}}." : String.join(" or ", by) + ".");
    }
    return by.isEmpty()
        ? "Take it back, or let the plan on "
            + weakenings.base()
            + " say who may do so: boundaries: {plan: {by: [ID]}}."
        : "Take it back, or let " + String.join(" or ", by) + " commit it.";
  }

  /** The author is whoever the commit names. */
  private static Proof proof(Weakening weakening) {
    return new Proof(
        weakening.commit().isPresent() ? Proof.Kind.COMMIT : Proof.Kind.PLAN,
        weakening.commit().isPresent() ? Proof.Strength.ATTESTED : Proof.Strength.OBSERVED,
        weakening.clause() + " (" + weakening.who() + ")",
        Optional.of(weakening.place()),
        weakening.commit().map(Commit::id));
  }

  private static Verdict unknown(String reason, String required, String remedy) {
    return new Verdict(
        "", Outcome.UNKNOWN, reason, required, reason, List.of(), remedy, Optional.empty());
  }
}
