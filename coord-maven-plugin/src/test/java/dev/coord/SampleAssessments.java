package dev.coord;

import static dev.coord.SamplePlan.TIP;
import static dev.coord.SamplePlan.line;

import dev.coord.assess.Assessment;
import dev.coord.assess.ClaimCheck;
import dev.coord.assess.ClaimCheck.Agreement;
import dev.coord.assess.Finding;
import dev.coord.assess.GateResult;
import dev.coord.assess.Judged;
import dev.coord.assess.MetricResult;
import dev.coord.assess.OwnershipMap;
import dev.coord.assess.SprintState;
import dev.coord.assess.WorkstreamState;
import dev.coord.evidence.GitEvidence;
import dev.coord.evidence.Observation;
import dev.coord.evidence.Proof;
import dev.coord.plan.Gate;
import dev.coord.plan.Plan;
import dev.coord.plan.Severity;
import dev.coord.plan.Timing;
import dev.coord.plan.Workstream;
import dev.coord.publish.ConsoleFrame;
import dev.coord.rule.Outcome;
import dev.coord.rule.OwnershipReport;
import dev.coord.rule.Verdict;
import dev.coord.schedule.Dated;
import dev.coord.schedule.WorkDays.Span;
import dev.coord.site.draft.SiteFrame;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Assessments of a small shop: passing, failing in several ways, unknown, and of an empty plan. */
public final class SampleAssessments {

  public static final Instant JUDGED_AT = Instant.parse("2026-11-21T14:05:00Z");

  private SampleAssessments() {}

  public static SiteFrame siteFrame() {
    return new SiteFrame(
        "coord 1.0",
        Instant.parse("2026-11-21T08:00:00Z"),
        "coord@0be90e2",
        List.of("tests: 2 reports of 2026-11-21 14:02"),
        Optional.of("https://shop.example/coord"),
        Optional.of("https://github.com/shop/shop.git"),
        Optional.of(SampleEvidence.HEAD),
        "coord");
  }

  public static ConsoleFrame consoleFrame() {
    return new ConsoleFrame(
        "coord 1.0",
        "coord@0be90e2",
        Optional.of("target/coord/index.html"),
        "mvn verify coord:site",
        false);
  }

  public static WorkstreamState catalog() {
    return new WorkstreamState(
        SamplePlan.catalog(),
        WorkstreamState.Status.MERGED,
        "the subject says Merge branch 'feature/catalog'",
        Optional.of(SampleEvidence.mergedBranch("feature/catalog")),
        Observation.known(SampleEvidence.lawful("catalog")),
        1,
        1,
        List.of(),
        List.of("checkout", "app"),
        List.of(),
        false);
  }

  public static WorkstreamState checkout(OwnershipReport report, List<GateResult> gates) {
    return new WorkstreamState(
        SamplePlan.checkout(),
        WorkstreamState.Status.ACTIVE,
        "2 commits that main does not have",
        Optional.of(
            SampleEvidence.branch("feature/checkout", 2, 1, List.of(SampleEvidence.intrusion()))),
        Observation.known(report),
        1,
        5,
        List.of(),
        List.of("app"),
        gates,
        true);
  }

  public static WorkstreamState payments() {
    return new WorkstreamState(
        SamplePlan.payments(),
        WorkstreamState.Status.ACTIVE,
        "3 commits that main does not have",
        Optional.of(SampleEvidence.branch("feature/payments", 3, 0, List.of())),
        Observation.known(SampleEvidence.lawful("payments")),
        1,
        1,
        List.of(),
        List.of(),
        List.of(),
        false);
  }

  public static WorkstreamState app() {
    return new WorkstreamState(
        SamplePlan.app(),
        WorkstreamState.Status.NOT_STARTED,
        "the plan names no branch",
        Optional.empty(),
        Observation.unknown("the plan names no branch", "Add branch to the workstream."),
        0,
        0,
        List.of("checkout"),
        List.of(),
        List.of(),
        false);
  }

  public static SprintState sprint() {
    List<SprintState.BlockState> blocks = new ArrayList<>();
    blocks.add(
        new SprintState.BlockState(
            SamplePlan.sprint().blocks().get(0),
            dated(0, new Span(LocalDate.of(2026, 11, 12), LocalDate.of(2026, 11, 18))),
            SprintState.Phase.OVER,
            true));
    blocks.add(
        new SprintState.BlockState(
            SamplePlan.sprint().blocks().get(1),
            dated(1, new Span(LocalDate.of(2026, 11, 19), LocalDate.of(2026, 11, 25))),
            SprintState.Phase.RUNNING,
            false));
    return new SprintState(
        SamplePlan.sprint(),
        Optional.of(new Span(LocalDate.of(2026, 11, 12), LocalDate.of(2026, 11, 25))),
        SprintState.Phase.RUNNING,
        blocks,
        3,
        8,
        List.of("catalog", "checkout", "payments"));
  }

  private static Dated dated(int block, Span span) {
    Timing when = SamplePlan.sprint().blocks().get(block).when();
    return new Dated(
        when, List.of(new Dated.Way(when.stretches().get(0), Optional.of(span), List.of(span))));
  }

  public static ClaimCheck contradiction() {
    return new ClaimCheck(
        "payments",
        "status merged",
        line("coord/payments.yml", 10).in(TIP),
        "3 commits are not in main",
        Agreement.CONTRADICTS,
        List.of(Proof.commit("tip of feature/payments", TIP)));
  }

  public static ClaimCheck agreement() {
    return new ClaimCheck(
        "catalog",
        "status merged",
        line("coord/catalog.yml", 10),
        "its branch is in main",
        Agreement.AGREES,
        List.of(Proof.commit("Merge branch 'feature/catalog'", SampleEvidence.HEAD).attested()));
  }

  public static ClaimCheck unknownClaim() {
    return new ClaimCheck(
        "checkout/CHK-2",
        "state doing",
        line("coord/checkout.yml", 20),
        "git cannot tell yet",
        Agreement.UNKNOWN,
        List.of());
  }

  public static OwnershipMap map() {
    return new OwnershipMap(
        List.of(
            new OwnershipMap.PatternUse(
                "catalog", "owns", "/catalog/**", line("coord/catalog.yml", 12), 12),
            new OwnershipMap.PatternUse(
                "checkout", "owns", "/checkout/**", line("coord/checkout.yml", 12), 9),
            new OwnershipMap.PatternUse(
                "", "shared: coordinate", "/pom.xml", line("coord/project.yml", 62), 1)),
        List.of(),
        new TreeMap<>(Map.of("docs", 3, ".", 1)),
        40);
  }

  public static OwnershipMap overlapping() {
    return new OwnershipMap(
        map().patterns(),
        List.of(new OwnershipMap.Overlap("catalog/Price.java", List.of("catalog", "checkout"))),
        map().unowned(),
        map().tracked());
  }

  public static Finding finding() {
    return new Finding(
        Finding.Kind.PLAN_CHANGED,
        Severity.WARN,
        "coverage",
        "this branch lowers coverage.lines from 85% to 80%",
        "Raise it again, or waive it on main.",
        Optional.of(line("coord/gates.yml", 6)),
        List.of());
  }

  public static List<MetricResult> metrics(Plan plan, Verdict lines) {
    return List.of(
        new MetricResult(plan.metrics().get(0), List.of(lines)),
        new MetricResult(plan.metrics().get(1), List.of()));
  }

  public static Judged judgedCheckout() {
    return new Judged(
        Judged.Kind.WORKSTREAM,
        Optional.of("feature/checkout"),
        Optional.of("checkout"),
        "the checked-out branch");
  }

  public static Judged integration() {
    return new Judged(
        Judged.Kind.INTEGRATION, Optional.of("main"), Optional.empty(), "the checked-out branch");
  }

  /** Four gates hold on the integration branch, and nothing else is to be said. */
  public static Assessment passing() {
    Gate coverage = SampleRules.coverageGate();
    Gate tests = SampleRules.gate("tests", SampleRules.testsRule(), Severity.FAIL);
    Gate ownership = SampleRules.gate("ownership", SampleRules.ownershipRule(), Severity.FAIL);
    List<GateResult> gates =
        List.of(
            SampleRows.row(coverage, SampleRows.linesPassed(), true),
            SampleRows.row(
                tests, SampleRows.passed("failed", "0", "= 0", "0 = 0 (of 65 tests)"), true),
            SampleRows.row(
                tests, SampleRows.passed("total", "65", ">= 65", "65 >= 65 (of 65 tests)"), true),
            SampleRows.row(ownership, SampleRows.ownershipPassed("main"), true));
    List<Workstream> workstreams = List.of(SamplePlan.catalog());
    Plan plan = SamplePlan.plan(workstreams, List.of(coverage, tests, ownership));
    return new Assessment(
        plan,
        plan,
        SampleEvidence.evidence(),
        integration(),
        JUDGED_AT,
        gates,
        List.of(catalog()),
        List.of(sprint()),
        metrics(plan, SampleRows.linesPassed()),
        List.of(agreement()),
        Observation.known(map()),
        Observation.unknown("main is no branch to be merged", "Check out a branch."),
        List.of());
  }

  /** A workstream's branch that fails three gates, waives one, and makes a claim that is wrong. */
  public static Assessment failing() {
    Gate coverage = SampleRules.coverageGate();
    Gate tests = SampleRules.gate("tests", SampleRules.testsRule(), Severity.FAIL);
    Gate ownership = SampleRules.gate("ownership", SampleRules.ownershipRule(), Severity.FAIL);
    Gate changelog = SampleRules.gate("changelog", SampleRules.pathRule(14), Severity.WARN);
    Gate app = SampleRules.gate("app-coverage", SampleRules.coverageRule(), Severity.FAIL);
    Gate terms = SampleRules.gate("terms", SampleRules.pathRule(16), Severity.FAIL);
    GateResult intrusion = SampleRows.ownershipFailed(ownership);
    List<GateResult> gates =
        List.of(
            SampleRows.row(
                coverage,
                SampleRows.failed(
                    "lines",
                    "54.8%",
                    ">= 80%",
                    "54.8% < 80% (-25.2 points, 1204/2197 lines)",
                    "Test more of the code: 1204/2197 lines are covered."),
                true),
            SampleRows.row(
                coverage,
                SampleRows.passed("branches", "81.0%", ">= 75%", "81.0% >= 75% (170/210 branches)"),
                true),
            intrusion,
            SampleRows.row(tests, SampleRows.unjudged("failed", "= 0"), true),
            SampleRows.row(
                changelog,
                SampleRows.plain(
                    Outcome.FAILED,
                    "CHANGELOG.md does not exist",
                    "exists",
                    List.of(Proof.plan("the rule", line("coord/gates.yml", 14))),
                    "Write CHANGELOG.md."),
                true),
            SampleRows.waived(
                SampleRows.row(
                    app,
                    SampleRows.failed(
                        "lines",
                        "12.0%",
                        ">= 80%",
                        "12.0% < 80% (-68.0 points, 3/25 lines)",
                        "Test more."),
                    true)),
            SampleRows.forSubject(
                SampleRows.row(
                    terms,
                    SampleRows.plain(
                        Outcome.FAILED, "it is gone", "exists", List.of(), "Bring it back."),
                    false),
                "payments"));
    List<Workstream> workstreams =
        List.of(
            SamplePlan.catalog(), SamplePlan.checkout(), SamplePlan.payments(), SamplePlan.app());
    Plan plan =
        SamplePlan.plan(workstreams, List.of(coverage, tests, ownership, changelog, app, terms));
    return new Assessment(
        plan,
        plan,
        SampleEvidence.evidence(),
        judgedCheckout(),
        JUDGED_AT,
        gates,
        List.of(
            catalog(), checkout(SampleEvidence.intruding(), List.of(intrusion)), payments(), app()),
        List.of(sprint()),
        metrics(
            plan,
            SampleRows.failed("lines", "54.8%", ">= 80%", "54.8% < 80%", "Test more of the code.")),
        List.of(agreement(), unknownClaim(), contradiction()),
        Observation.known(overlapping()),
        Observation.known(SampleEvidence.intruding()),
        List.of(finding()));
  }

  /** Nothing but the plan can be read. */
  public static Assessment unknown() {
    Gate tests = SampleRules.gate("tests", SampleRules.testsRule(), Severity.FAIL);
    Plan plan = SamplePlan.plan(List.of(SamplePlan.checkout()), List.of(tests));
    Observation<OwnershipReport> untold =
        Observation.unknown("no git repository was found", "Run git init.");
    WorkstreamState checkout =
        new WorkstreamState(
            SamplePlan.checkout(),
            WorkstreamState.Status.UNKNOWN,
            "no git repository was found",
            Optional.empty(),
            untold,
            1,
            5,
            List.of("catalog"),
            List.of(),
            List.of(),
            false);
    return new Assessment(
        plan,
        plan,
        SampleEvidence.noEvidence(),
        new Judged(Judged.Kind.NONE, Optional.empty(), Optional.empty(), "no git repository"),
        JUDGED_AT,
        List.of(SampleRows.row(tests, SampleRows.unjudged("failed", "= 0"), true)),
        List.of(checkout),
        List.of(sprint()),
        metrics(plan, SampleRows.unjudged("lines", ">= 80%")),
        List.of(),
        Observation.unknown("no git repository was found", "Run git init."),
        untold,
        List.of());
  }

  /** A plan that holds nothing but a name, without any evidence. */
  public static Assessment empty() {
    return assessment(SamplePlan.emptyPlan(), SampleEvidence.git(), List.of());
  }

  public static Assessment assessment(
      Plan plan, Observation<GitEvidence> git, List<GateResult> gates) {
    return new Assessment(
        plan,
        plan,
        SampleEvidence.noEvidence().toBuilder().git(git).build(),
        new Judged(Judged.Kind.NONE, Optional.empty(), Optional.empty(), ""),
        JUDGED_AT,
        gates,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Observation.known(new OwnershipMap(List.of(), List.of(), new TreeMap<>(), 0)),
        Observation.unknown("no branch is checked out", "Check one out."),
        List.of());
  }
}
