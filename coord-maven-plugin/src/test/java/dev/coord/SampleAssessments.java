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
import dev.coord.evidence.BranchDelta;
import dev.coord.evidence.BranchEvidence;
import dev.coord.evidence.Commit;
import dev.coord.evidence.CoverageResults;
import dev.coord.evidence.Evidence;
import dev.coord.evidence.FileChange;
import dev.coord.evidence.FileCoverage;
import dev.coord.evidence.GitEvidence;
import dev.coord.evidence.MergeState;
import dev.coord.evidence.Observation;
import dev.coord.evidence.Proof;
import dev.coord.evidence.ReportFile;
import dev.coord.evidence.TestCase;
import dev.coord.evidence.TestResults;
import dev.coord.plan.Gate;
import dev.coord.plan.Plan;
import dev.coord.plan.Severity;
import dev.coord.plan.Workstream;
import dev.coord.publish.ConsoleFrame;
import dev.coord.rule.Outcome;
import dev.coord.rule.OwnershipReport;
import dev.coord.rule.Trespass;
import dev.coord.rule.Verdict;
import dev.coord.schedule.WorkDays.Span;
import dev.coord.site.SiteFrame;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** Assessments of a small shop: passing, failing in several ways, unknown, and of an empty plan. */
public final class SampleAssessments {

  public static final Instant JUDGED_AT = Instant.parse("2026-11-21T14:05:00Z");
  public static final String HEAD = "0be90e2f3a4b5c6d7e8f901234567890abcdef12";

  public static final Proof COVERAGE_REPORT =
      Proof.report("1204 of 2197 lines", line("target/site/jacoco/jacoco.xml", 1));

  private SampleAssessments() {}

  public static SiteFrame siteFrame() {
    return new SiteFrame(
        "coord 1.0",
        Instant.parse("2026-11-21T08:00:00Z"),
        "coord@0be90e2",
        List.of("tests: 2 reports of 2026-11-21 14:02"),
        Optional.of("https://shop.example/coord"),
        Optional.of("https://github.com/shop/shop.git"),
        Optional.of(HEAD));
  }

  public static ConsoleFrame consoleFrame() {
    return new ConsoleFrame(
        "coord 1.0",
        "coord@0be90e2",
        Optional.of("target/coord/index.html"),
        "mvn verify coord:site",
        false);
  }

  public static Commit commit(String id, String author, String email, String subject) {
    return new Commit(
        id,
        author,
        email,
        Instant.parse("2026-11-20T09:30:00Z"),
        subject,
        List.of(),
        new TreeSet<>());
  }

  public static Commit head() {
    return commit(HEAD, "Ana", "ana@shop.example", "Start the second sprint");
  }

  public static Commit intrusion() {
    return commit(TIP, "Cleo", "cleo@shop.example", "Round prices, asked ben@shop.example");
  }

  public static Trespass trespass(String path, Trespass.Kind kind, List<Commit> commits) {
    return new Trespass(
        path,
        kind,
        List.of("catalog"),
        commits,
        !commits.isEmpty(),
        kind == Trespass.Kind.OWNED_BY_OTHER
            ? "owned by catalog"
            : "shared, and changed without a word",
        line("coord/catalog.yml", 12),
        "Undo the change, or let catalog make it (coord/catalog.yml:12).");
  }

  public static OwnershipReport intruding() {
    return new OwnershipReport(
        "checkout",
        5,
        List.of(
            trespass("catalog/Money.java", Trespass.Kind.OWNED_BY_OTHER, List.of(intrusion())),
            trespass("pom.xml", Trespass.Kind.NOT_COORDINATED, List.of())),
        List.of(trespass("notes.txt", Trespass.Kind.UNOWNED, List.of(intrusion()))),
        false);
  }

  public static OwnershipReport lawful(String subject) {
    return new OwnershipReport(subject, 3, List.of(), List.of(), false);
  }

  public static Observation<GitEvidence> git() {
    return Observation.known(
        new GitEvidence(
            head(),
            Optional.of("feature/checkout"),
            false,
            new TreeSet<>(
                List.of(
                    "coord/project.yml",
                    "coord/gates.yml",
                    "coord/checkout.yml",
                    "coord/catalog.yml",
                    "coord/payments.yml",
                    "catalog/Money.java")),
            Map.of(),
            Map.of(),
            Map.of()));
  }

  public static ReportFile report(String path, String format, String time) {
    return new ReportFile(path, format, Instant.parse(time));
  }

  public static Observation<TestResults> tests() {
    return Observation.known(
        new TestResults(
            List.of(
                report("target/surefire-reports/TEST-A.xml", "JUnit XML", "2026-11-21T14:02:10Z")),
            List.of(
                new TestCase(
                    "shop.MoneyTest",
                    "rounds",
                    TestCase.Outcome.FAILED,
                    Duration.ofMillis(12),
                    "expected 7.05",
                    Optional.empty(),
                    "target/surefire-reports/TEST-A.xml"),
                new TestCase(
                    "shop.MoneyTest",
                    "adds",
                    TestCase.Outcome.PASSED,
                    Duration.ofMillis(3),
                    "",
                    Optional.empty(),
                    "target/surefire-reports/TEST-A.xml"))));
  }

  public static Observation<CoverageResults> coverage() {
    return Observation.known(
        new CoverageResults(
            List.of(report("target/site/jacoco/jacoco.xml", "JaCoCo XML", "2026-11-21T14:02:40Z")),
            List.of(
                new FileCoverage(
                    "Money.java",
                    Optional.of("catalog/Money.java"),
                    new int[] {1, 2, 3},
                    new boolean[] {true, true, false},
                    new int[] {0, 2, 0},
                    new int[] {0, 1, 0}))));
  }

  public static Evidence evidence() {
    return new Evidence(git(), tests(), coverage());
  }

  public static Evidence noEvidence() {
    return new Evidence(
        Observation.unknown("no git repository was found", "Run git init."),
        Observation.unknown("no JUnit XML report was found", "Run mvn verify."),
        Observation.unknown("no coverage report was found", "Run mvn verify with JaCoCo."));
  }

  public static Verdict passed(String key, String measured, String required, String summary) {
    return new Verdict(
        key,
        Outcome.PASSED,
        measured,
        required,
        summary,
        List.of(COVERAGE_REPORT),
        "",
        Optional.of(new Verdict.Gauge(880, 800)));
  }

  public static Verdict failed(
      String key, String measured, String required, String summary, String remedy) {
    return new Verdict(
        key,
        Outcome.FAILED,
        measured,
        required,
        summary,
        List.of(COVERAGE_REPORT),
        remedy,
        Optional.of(new Verdict.Gauge(548, 800)));
  }

  public static Verdict unknown(String key, String required) {
    return new Verdict(
        key,
        Outcome.UNKNOWN,
        "no JUnit XML report was found",
        required,
        "no JUnit XML report was found",
        List.of(),
        "Run mvn verify.",
        Optional.empty());
  }

  public static Verdict plain(
      Outcome outcome, String seen, String required, List<Proof> proof, String remedy) {
    return new Verdict("", outcome, seen, required, seen, proof, remedy, Optional.empty());
  }

  public static GateResult row(Gate gate, Verdict verdict, boolean blocking) {
    String key = verdict.key().isEmpty() ? "" : "." + verdict.key();
    return new GateResult(
        gate,
        gate.id() + key,
        Optional.empty(),
        verdict,
        verdict.outcome(),
        gate.severity(),
        blocking,
        Optional.empty(),
        "");
  }

  public static GateResult of(GateResult row, String subject) {
    return new GateResult(
        row.gate(),
        row.row(),
        Optional.of(subject),
        row.verdict(),
        row.outcome(),
        row.severity(),
        row.blocking(),
        row.waiver(),
        row.note());
  }

  public static GateResult waived(GateResult row) {
    return new GateResult(
        row.gate(),
        row.row(),
        row.subject(),
        row.verdict(),
        Outcome.WAIVED,
        row.severity(),
        row.blocking(),
        Optional.of(SamplePlan.waiver()),
        row.note());
  }

  public static BranchEvidence branch(String name, int ahead, int behind, List<Commit> commits) {
    return new BranchEvidence(
        name,
        Optional.of("refs/heads/" + name),
        commits.stream().findFirst(),
        Optional.empty(),
        Observation.known(
            new MergeState(
                MergeState.Kind.UNMERGED,
                Optional.empty(),
                "it has commits",
                Proof.Strength.OBSERVED)),
        Observation.known(
            new BranchDelta(
                BranchDelta.Basis.LIVE,
                "main",
                HEAD,
                HEAD,
                TIP,
                ahead,
                behind,
                List.of(
                    new FileChange("catalog/Money.java", FileChange.Kind.MODIFIED, 1, 1, false)),
                commits,
                List.of())));
  }

  public static BranchEvidence mergedBranch(String name) {
    return new BranchEvidence(
        name,
        Optional.empty(),
        Optional.of(head()),
        Optional.empty(),
        Observation.known(
            new MergeState(
                MergeState.Kind.MERGED,
                Optional.of(head()),
                "the subject says Merge branch '" + name + "'",
                Proof.Strength.ATTESTED)),
        Observation.known(
            new BranchDelta(
                BranchDelta.Basis.MERGE,
                "main",
                HEAD,
                HEAD,
                TIP,
                2,
                0,
                List.of(),
                List.of(),
                List.of())));
  }

  public static WorkstreamState catalog() {
    return new WorkstreamState(
        SamplePlan.catalog(),
        WorkstreamState.Status.MERGED,
        "the subject says Merge branch 'feature/catalog'",
        Optional.of(mergedBranch("feature/catalog")),
        Observation.known(lawful("catalog")),
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
        Optional.of(branch("feature/checkout", 2, 1, List.of(intrusion()))),
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
        Optional.of(branch("feature/payments", 3, 0, List.of())),
        Observation.known(lawful("payments")),
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
            Optional.of(new Span(LocalDate.of(2026, 11, 12), LocalDate.of(2026, 11, 18))),
            SprintState.Phase.OVER,
            true));
    blocks.add(
        new SprintState.BlockState(
            SamplePlan.sprint().blocks().get(1),
            Optional.of(new Span(LocalDate.of(2026, 11, 19), LocalDate.of(2026, 11, 25))),
            SprintState.Phase.RUNNING,
            false));
    return new SprintState(
        SamplePlan.sprint(),
        SprintState.Phase.RUNNING,
        blocks,
        3,
        8,
        List.of("catalog", "checkout", "payments"));
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
        List.of(Proof.commit("Merge branch 'feature/catalog'", HEAD).attested()));
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

  public static Verdict linesPassed() {
    return passed("lines", "88.5%", ">= 80%", "88.5% >= 80% (1944/2197 lines)");
  }

  public static Verdict ownershipPassed(String subject) {
    return plain(
        Outcome.PASSED,
        "3 files changed by " + subject,
        "no violation",
        List.of(Proof.plan("the rule", line("coord/gates.yml", 12))),
        "");
  }

  /** Four gates hold on the integration branch, and nothing else is to be said. */
  public static Assessment passing() {
    Gate coverage = SamplePlan.coverageGate();
    Gate tests = SamplePlan.gate("tests", SamplePlan.testsRule(), Severity.FAIL);
    Gate ownership = SamplePlan.gate("ownership", SamplePlan.ownershipRule(), Severity.FAIL);
    List<GateResult> gates =
        List.of(
            row(coverage, linesPassed(), true),
            row(tests, passed("failed", "0", "= 0", "0 = 0 (of 65 tests)"), true),
            row(tests, passed("total", "65", ">= 65", "65 >= 65 (of 65 tests)"), true),
            row(ownership, ownershipPassed("main"), true));
    List<Workstream> workstreams = List.of(SamplePlan.catalog());
    Plan plan = SamplePlan.plan(workstreams, List.of(coverage, tests, ownership));
    return new Assessment(
        plan,
        plan,
        evidence(),
        integration(),
        JUDGED_AT,
        gates,
        List.of(catalog()),
        List.of(sprint()),
        metrics(plan, linesPassed()),
        List.of(agreement()),
        Observation.known(map()),
        Observation.unknown("main is no branch to be merged", "Check out a branch."),
        List.of());
  }

  /** A workstream's branch that fails three gates, waives one, and makes a claim that is wrong. */
  public static Assessment failing() {
    Gate coverage = SamplePlan.coverageGate();
    Gate tests = SamplePlan.gate("tests", SamplePlan.testsRule(), Severity.FAIL);
    Gate ownership = SamplePlan.gate("ownership", SamplePlan.ownershipRule(), Severity.FAIL);
    Gate changelog = SamplePlan.gate("changelog", SamplePlan.pathRule(14), Severity.WARN);
    Gate app = SamplePlan.gate("app-coverage", SamplePlan.coverageRule(), Severity.FAIL);
    Gate terms = SamplePlan.gate("terms", SamplePlan.pathRule(16), Severity.FAIL);
    GateResult intrusion = ownershipFailed(ownership);
    List<GateResult> gates =
        List.of(
            row(
                coverage,
                failed(
                    "lines",
                    "54.8%",
                    ">= 80%",
                    "54.8% < 80% (-25.2 points, 1204/2197 lines)",
                    "Test more of the code: 1204/2197 lines are covered."),
                true),
            row(
                coverage,
                passed("branches", "81.0%", ">= 75%", "81.0% >= 75% (170/210 branches)"),
                true),
            intrusion,
            row(tests, unknown("failed", "= 0"), true),
            row(
                changelog,
                plain(
                    Outcome.FAILED,
                    "CHANGELOG.md does not exist",
                    "exists",
                    List.of(Proof.plan("the rule", line("coord/gates.yml", 14))),
                    "Write CHANGELOG.md."),
                true),
            waived(
                row(
                    app,
                    failed(
                        "lines",
                        "12.0%",
                        ">= 80%",
                        "12.0% < 80% (-68.0 points, 3/25 lines)",
                        "Test more."),
                    true)),
            of(
                row(
                    terms,
                    plain(Outcome.FAILED, "it is gone", "exists", List.of(), "Bring it back."),
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
        evidence(),
        judgedCheckout(),
        JUDGED_AT,
        gates,
        List.of(catalog(), checkout(intruding(), List.of(intrusion)), payments(), app()),
        List.of(sprint()),
        metrics(plan, failed("lines", "54.8%", ">= 80%", "54.8% < 80%", "Test more of the code.")),
        List.of(agreement(), unknownClaim(), contradiction()),
        Observation.known(overlapping()),
        Observation.known(intruding()),
        List.of(finding()));
  }

  public static GateResult ownershipFailed(Gate ownership) {
    return of(
        row(
            ownership,
            plain(
                Outcome.FAILED,
                "1 file of catalog, 1 file shared but not coordinated changed by checkout",
                "no violation",
                List.of(
                    Proof.file(
                        "catalog/Money.java: owned by catalog", line("coord/catalog.yml", 12))),
                "Undo the change, or let catalog make it (coord/catalog.yml:12)."),
            true),
        "checkout");
  }

  /** Nothing but the plan can be read. */
  public static Assessment unknown() {
    Gate tests = SamplePlan.gate("tests", SamplePlan.testsRule(), Severity.FAIL);
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
        noEvidence(),
        new Judged(Judged.Kind.NONE, Optional.empty(), Optional.empty(), "no git repository"),
        JUDGED_AT,
        List.of(row(tests, unknown("failed", "= 0"), true)),
        List.of(checkout),
        List.of(sprint()),
        metrics(plan, unknown("lines", ">= 80%")),
        List.of(),
        Observation.unknown("no git repository was found", "Run git init."),
        untold,
        List.of());
  }

  /** A plan that holds nothing but a name, without any evidence. */
  public static Assessment empty() {
    return assessment(SamplePlan.emptyPlan(), git(), List.of());
  }

  /** An assessment of nothing but gates. */
  public static Assessment of(List<GateResult> gates) {
    return assessment(SamplePlan.emptyPlan(), git(), gates);
  }

  public static Assessment assessment(
      Plan plan, Observation<GitEvidence> git, List<GateResult> gates) {
    return new Assessment(
        plan,
        plan,
        new Evidence(git, noEvidence().tests(), noEvidence().coverage()),
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
