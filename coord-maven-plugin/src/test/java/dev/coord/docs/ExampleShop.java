package dev.coord.docs;

import dev.coord.assess.Assessment;
import dev.coord.assess.Assessor;
import dev.coord.assess.Case;
import dev.coord.assess.Judged;
import dev.coord.assess.Questions;
import dev.coord.assess.Questions.JudgedTip;
import dev.coord.diagnostic.Location;
import dev.coord.docs.Document.Code;
import dev.coord.engine.CoverageBaseline;
import dev.coord.engine.FormerTests;
import dev.coord.engine.ResultsBaseline;
import dev.coord.evidence.Commit;
import dev.coord.evidence.CommitSignature;
import dev.coord.evidence.Evidence;
import dev.coord.evidence.GitQuestions;
import dev.coord.evidence.Observation;
import dev.coord.evidence.UnmeasuredFile;
import dev.coord.evidence.WorktreeEvidence;
import dev.coord.evidence.coverage.CoverageReports;
import dev.coord.evidence.reports.Freshness;
import dev.coord.evidence.reports.ReportKind;
import dev.coord.evidence.tests.TestReports;
import dev.coord.plan.ApprovedRule;
import dev.coord.plan.Plan;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The project that the examples of the rules are judged on; {@code docs/rules.md} describes it. */
final class ExampleShop {

  private static final Instant JUDGED_AT = Instant.parse("2026-01-20T12:00:00Z");

  /** Several tests look at each. */
  private static final Map<Code, Assessment> JUDGED = new ConcurrentHashMap<>();

  private final Code example;
  private final Plan plan;

  private ExampleShop(Code example) {
    this.example = example;
    String shop =
        Document.of("docs/rules.md").code().stream()
            .filter(code -> code.comments().contains("the shop"))
            .findFirst()
            .orElseThrow()
            .text();
    this.plan =
        ExamplePlan.read(
                List.of(
                    ExamplePlan.part("coord/gates.yml", example.text()),
                    ExamplePlan.file("coord/project.yml", shop)))
            .plan()
            .orElseThrow();
  }

  /** The shop with the rules of an example, as the comments above it say. */
  static Assessment judge(Code example) {
    return JUDGED.computeIfAbsent(example, one -> new ExampleShop(one).assess());
  }

  private Assessment assess() {
    Judged judged = judged();
    GitQuestions questions =
        Questions.of(plan, plan, judged, new JudgedTip(Optional.empty(), Optional.empty(), true));
    return new Assessor()
        .assess(
            new Case(
                plan,
                plan,
                plan,
                judged,
                evidence(questions),
                JUDGED_AT,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                lineAuthors(),
                signatures(),
                false,
                Map.of()));
  }

  /** The last commit that changed the plan wrote all of its lines. */
  private Map<Location, Observation<Commit>> lineAuthors() {
    return plan.rules()
        .filter(ApprovedRule.class::isInstance)
        .collect(
            Collectors.toMap(
                rule -> rule.origin().of("says"),
                rule -> Observation.known(ExampleGit.LOG.get(0).commit())));
  }

  /** Ben signs his commits, cleo does not. */
  private Map<String, Observation<CommitSignature>> signatures() {
    return ExampleGit.LOG.stream()
        .map(ExampleGit.Logged::commit)
        .collect(
            Collectors.toMap(
                Commit::id,
                commit ->
                    Observation.known(
                        commit.email().startsWith("ben@") && example.said("signature").isEmpty()
                            ? new CommitSignature(
                                new TreeSet<>(Set.of(commit.email())),
                                "is signed with the key SHA256:2Wq5 of .github/allowed_signers:2")
                            : CommitSignature.none("is not signed"))));
  }

  private Judged judged() {
    String branch = example.said("judged").orElse("feature/checkout");
    if (branch.equals("nothing")) {
      return new Judged(Judged.Kind.NONE, Optional.empty(), Optional.empty(), "");
    }
    Optional<String> workstream = plan.workstreamOfBranch(branch).map(w -> w.id());
    Judged.Kind kind =
        branch.equals("main")
            ? Judged.Kind.INTEGRATION
            : workstream.isPresent() ? Judged.Kind.WORKSTREAM : Judged.Kind.UNNAMED;
    return new Judged(kind, Optional.of(branch), workstream, "the checked-out branch");
  }

  private Evidence evidence(GitQuestions questions) {
    ExampleGit git = new ExampleGit(example);
    ExampleReports reports = new ExampleReports(example, plan);
    boolean there = example.said("evidence").filter("no reports"::equals).isEmpty();
    Freshness fresh = Freshness.ofCommit(Observation.known(Instant.EPOCH), new TreeSet<>());
    boolean baseline = example.said("evidence").filter("no baseline"::equals).isEmpty();
    boolean record = example.said("evidence").filter("no record"::equals).isEmpty();
    return Evidence.builder()
        .git(Observation.known(git.git(questions)))
        .tests(
            there
                ? ExampleReports.tests()
                : TestReports.read(ExampleReports.nothing(ReportKind.TESTS), fresh))
        .coverage(
            there
                ? ExampleReports.coverage()
                : CoverageReports.read(ExampleReports.nothing(ReportKind.COVERAGE), fresh))
        .findings(reports.findings(there))
        .metrics(reports.metrics())
        .worktrees(new WorktreeEvidence(List.of(git.worktree()), 0, Map.of()))
        .baseline(
            baseline ? Observation.known(ExampleReports.baseline()) : CoverageBaseline.NOTHING)
        .changed(Observation.known(git.changed()))
        .pullRequests(ExampleReports.pullRequests())
        .unmeasured(
            Observation.known(
                example
                    .said("new")
                    .map(path -> List.of(new UnmeasuredFile(path, 20)))
                    .orElse(List.of())))
        .recordedTests(
            record ? Observation.known(ExampleReports.recordedTests()) : FormerTests.NOTHING)
        .commands(reports.commands())
        .known(baseline ? Observation.known(ExampleReports.results()) : ResultsBaseline.NOTHING)
        .build();
  }
}
