package dev.coord;

import dev.coord.path.PathPatterns;
import dev.coord.plan.Boundaries;
import dev.coord.plan.Comparison;
import dev.coord.plan.CoverageRule;
import dev.coord.plan.Gate;
import dev.coord.plan.Metric;
import dev.coord.plan.OwnershipRule;
import dev.coord.plan.PathRule;
import dev.coord.plan.Rule;
import dev.coord.plan.Scope;
import dev.coord.plan.Severity;
import dev.coord.plan.TestsRule;
import dev.coord.plan.Unit;
import dev.coord.plan.Waiver;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Gates, rules and metrics of a small shop, for tests. */
public final class SampleRules {

  private SampleRules() {}

  public static Comparison compare(Comparison.Operator operator, String number, Unit unit) {
    return new Comparison(operator, new BigDecimal(number), unit);
  }

  public static Gate gate(String id, Rule rule, Severity severity) {
    return new Gate(rule.origin(), id, id, rule, List.of(), List.of(), severity, "", "");
  }

  public static CoverageRule coverageRule() {
    return new CoverageRule(
        SamplePlan.at("coord/gates.yml", 5)
            .with("lines", SamplePlan.line("coord/gates.yml", 6))
            .with("branches", SamplePlan.line("coord/gates.yml", 7)),
        Optional.of(compare(Comparison.Operator.AT_LEAST, "80", Unit.PERCENT)),
        Optional.of(compare(Comparison.Operator.AT_LEAST, "75", Unit.PERCENT)),
        new Scope.Everything());
  }

  public static TestsRule testsRule() {
    return new TestsRule(
        SamplePlan.at("coord/gates.yml", 9),
        Optional.empty(),
        Optional.of(compare(Comparison.Operator.EQUAL, "0", Unit.NONE)),
        Optional.empty(),
        Optional.empty(),
        Optional.of(compare(Comparison.Operator.AT_LEAST, "65", Unit.NONE)),
        Optional.empty(),
        Optional.empty(),
        new Scope.Everything());
  }

  public static OwnershipRule ownershipRule() {
    return new OwnershipRule(SamplePlan.at("coord/gates.yml", 12), Severity.WARN);
  }

  public static PathRule pathRule(int line) {
    return new PathRule(
        SamplePlan.at("coord/gates.yml", line),
        "CHANGELOG.md",
        PathRule.Expectation.EXISTS,
        "",
        Optional.empty());
  }

  public static Gate coverageGate() {
    Gate gate = gate("coverage", coverageRule(), Severity.FAIL);
    return new Gate(
        gate.origin(),
        gate.id(),
        gate.title(),
        gate.rule(),
        gate.workstreams(),
        gate.waves(),
        gate.severity(),
        "70%",
        "Below this, nobody *dares* to change anything.");
  }

  public static Waiver waiver() {
    return new Waiver(
        SamplePlan.at("coord/gates.yml", 40),
        "app-coverage",
        new PathPatterns(List.of()),
        "ana",
        "The second sprint rewrites it.",
        LocalDate.of(2026, 12, 9));
  }

  public static Metric measured(String id, Rule rule) {
    return new Metric(
        SamplePlan.at("coord/gates.yml", 50),
        id,
        "Lines covered",
        Metric.Category.QUALITY,
        Optional.of(rule),
        Optional.empty(),
        "",
        "80%",
        "",
        "");
  }

  public static Metric declared() {
    return new Metric(
        SamplePlan.at("coord/gates.yml", 55),
        "refund-time",
        "From the letter to the refund",
        Metric.Category.OUTCOME,
        Optional.empty(),
        Optional.of("4"),
        "<= 3",
        "9",
        "days",
        "");
  }

  public static Boundaries boundaries() {
    return new Boundaries(
        SamplePlan.at("coord/project.yml", 60),
        List.of(
            new Boundaries.Shared(
                SamplePlan.at("coord/project.yml", 62),
                PathPatterns.of("/pom.xml"),
                Boundaries.Mode.COORDINATE,
                Optional.empty(),
                "For new modules only."),
            new Boundaries.Shared(
                SamplePlan.at("coord/project.yml", 64),
                PathPatterns.of("/coord/gates.yml"),
                Boundaries.Mode.STEWARD,
                Optional.of("ana"),
                "")),
        PathPatterns.of("/.github/**"),
        Boundaries.Unowned.WARN,
        List.of(),
        List.of(),
        noBranchPolicy());
  }

  public static Boundaries noBoundaries() {
    return new Boundaries(
        SamplePlan.at("coord.yml", 1),
        List.of(),
        new PathPatterns(List.of()),
        Boundaries.Unowned.WARN,
        List.of(),
        List.of(),
        noBranchPolicy());
  }

  private static Boundaries.Branches noBranchPolicy() {
    return new Boundaries.Branches(
        SamplePlan.at("coord.yml", 1),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        OptionalInt.empty(),
        OptionalInt.empty());
  }
}
