package dev.coord;

import static dev.coord.SamplePlan.TIP;
import static dev.coord.SamplePlan.line;

import dev.coord.evidence.BranchDelta;
import dev.coord.evidence.BranchEvidence;
import dev.coord.evidence.Commit;
import dev.coord.evidence.CoverageResults;
import dev.coord.evidence.Evidence;
import dev.coord.evidence.FileChange;
import dev.coord.evidence.FileCoverage;
import dev.coord.evidence.GitEvidence;
import dev.coord.evidence.GitHistory;
import dev.coord.evidence.GitHistory.Arrival;
import dev.coord.evidence.GitHistory.OtherBranch;
import dev.coord.evidence.MergeState;
import dev.coord.evidence.Observation;
import dev.coord.evidence.Progress;
import dev.coord.evidence.Proof;
import dev.coord.evidence.ReportFile;
import dev.coord.evidence.TestCase;
import dev.coord.evidence.TestResults;
import dev.coord.evidence.Worktree;
import dev.coord.evidence.WorktreeEvidence;
import dev.coord.rule.OwnershipReport;
import dev.coord.rule.Trespass;
import dev.coord.testing.GitAnswers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** What git and reports say of a small shop, for tests. */
public final class SampleEvidence {

  public static final String HEAD = "0be90e2f3a4b5c6d7e8f901234567890abcdef12";

  public static final Proof COVERAGE_REPORT =
      Proof.report("1204 of 2197 lines", line("target/site/jacoco/jacoco.xml", 1));

  private SampleEvidence() {}

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
        GitAnswers.at(head())
            .on("feature/checkout")
            .tracked(
                List.of(
                    "coord/project.yml",
                    "coord/gates.yml",
                    "coord/checkout.yml",
                    "coord/catalog.yml",
                    "coord/payments.yml",
                    "catalog/Money.java",
                    "docs/terms.md"))
            .history(Observation.known(history()))
            .build());
  }

  /** What arrived on main: by a merge, by one's own paths, and of nobody. */
  public static GitHistory history() {
    Commit direct =
        onPaths("d1", "2026-11-18T10:00:00Z", "Write down the terms", "docs/terms.md", "pom.xml");
    Commit own = onPaths("e2", "2026-11-17T10:00:00Z", "Mend a price", "catalog/Money.java");
    Commit brought = onPaths("f3", "2026-11-16T10:00:00Z", "Search", "search/Search.java");
    Commit merge = onPaths("a4", "2026-11-16T12:00:00Z", "Merge branch 'spike'");
    return new GitHistory(
        "main",
        Optional.of(Instant.parse("2026-11-11T00:00:00Z")),
        List.of(
            new Arrival(head(), true, List.of()),
            new Arrival(direct, false, List.of()),
            new Arrival(own, false, List.of()),
            new Arrival(merge, true, List.of(brought))),
        false,
        List.of(
            new OtherBranch("spike", "refs/heads/spike", brought, 0, 3),
            new OtherBranch("try/<b>", "refs/remotes/origin/try/<b>", direct, 2, 1)),
        0);
  }

  private static Commit onPaths(String id, String time, String subject, String... paths) {
    return new Commit(
        id.repeat(20),
        "Ana",
        "ana@shop.example",
        Instant.parse(time),
        subject,
        List.of(),
        new TreeSet<>(List.of(paths)));
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
                        Optional.of("catalog/MoneyTest.java"),
                        "target/surefire-reports/TEST-A.xml")
                    .at(17),
                new TestCase(
                    "shop.MoneyTest",
                    "adds",
                    TestCase.Outcome.PASSED,
                    Duration.ofMillis(3),
                    "",
                    Optional.empty(),
                    "target/surefire-reports/TEST-A.xml"),
                new TestCase(
                    "shop.BasketTest",
                    "empties",
                    TestCase.Outcome.FLAKY,
                    Duration.ofMillis(1_250),
                    "timed out once",
                    Optional.of("catalog/Money.java"),
                    "target/surefire-reports/TEST-A.xml"),
                new TestCase(
                    "shop.BasketTest",
                    "pays",
                    TestCase.Outcome.SKIPPED,
                    Duration.ZERO,
                    "no card reader here",
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
                    new int[] {0, 1, 0}),
                new FileCoverage(
                    "shop/Generated.java",
                    Optional.empty(),
                    new int[] {4, 5, 9, 11},
                    new boolean[] {false, false, true, false},
                    new int[4],
                    new int[4]))));
  }

  public static Evidence evidence() {
    return Evidence.builder()
        .git(git())
        .tests(tests())
        .coverage(coverage())
        .worktrees(worktrees())
        .build();
  }

  /** One that the build runs in, and one each that is locked, prunable, and cannot be read. */
  public static WorktreeEvidence worktrees() {
    Instant day = Instant.parse("2026-11-19T22:30:00Z");
    Worktree here =
        new Worktree(
            ".",
            true,
            true,
            Optional.of("feature/checkout"),
            Optional.of(head().id()),
            Optional.empty(),
            false,
            Observation.known(new Worktree.Changes(2, 1, Optional.of(day))));
    Worktree locked =
        new Worktree(
            "/home/ana/trees/money",
            false,
            false,
            Optional.empty(),
            Optional.of(head().id()),
            Optional.of("on a *disk* that comes and goes"),
            false,
            List.of(
                new Worktree.Operation(
                    Worktree.Operation.Kind.CHERRY_PICK,
                    Optional.empty(),
                    List.of("c".repeat(40)))),
            Optional.of(
                new Worktree.Position(
                    "feature/payments",
                    Observation.known(Optional.of(new Worktree.Distance(2, 3))))),
            Observation.known(new Worktree.Changes(0, 0, Optional.empty())));
    Worktree moving =
        new Worktree(
            "../catalog",
            false,
            false,
            Optional.empty(),
            Optional.of(head().id()),
            Optional.empty(),
            false,
            List.of(
                new Worktree.Operation(
                    Worktree.Operation.Kind.REBASE,
                    Optional.of("feature/catalog"),
                    List.of("d".repeat(40)))),
            Optional.empty(),
            Observation.known(new Worktree.Changes(1, 0, Optional.of(day))));
    Worktree gone =
        linked(
            "../payments",
            Optional.of("feature/payments"),
            Optional.empty(),
            true,
            Observation.unknown("its directory is gone", "Run git worktree prune."));
    Worktree broken =
        linked(
            "../spike",
            Optional.of("spike"),
            Optional.empty(),
            false,
            Observation.unknown("git's index is cut off", "Run git reset."));
    Progress progress =
        new Progress(
            "notes/progress.md",
            Optional.of("."),
            Optional.empty(),
            Optional.of(day),
            List.of(
                new Progress.Item(3, 0, true, "CHK-1: Refund **whole** orders"),
                new Progress.Item(4, 1, false, "with <b>the</b> postage"),
                new Progress.Item(5, 0, false, "")));
    return new WorktreeEvidence(
        List.of(here, moving, gone, broken, locked),
        1,
        Map.of(
            "checkout",
            Observation.known(progress),
            "catalog",
            Observation.known(
                new Progress(
                    "progress.md",
                    Optional.empty(),
                    Optional.of(head().id()),
                    Optional.empty(),
                    List.of(new Progress.Item(1, 0, true, "All")))),
            "payments",
            Observation.unknown("progress.md is not in UTF-8", "Save it in UTF-8.")));
  }

  private static Worktree linked(
      String directory,
      Optional<String> branch,
      Optional<String> locked,
      boolean prunable,
      Observation<Worktree.Changes> changes) {
    return new Worktree(
        directory, false, false, branch, Optional.of(head().id()), locked, prunable, changes);
  }

  public static Evidence noEvidence() {
    return Evidence.builder()
        .git(Observation.unknown("no git repository was found", "Run git init."))
        .tests(Observation.unknown("no JUnit XML report was found", "Run mvn verify."))
        .coverage(
            Observation.unknown("no coverage report was found", "Run mvn verify with JaCoCo."))
        .build();
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
                List.of(),
                Map.of())));
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
                Proof.Strength.ATTESTED,
                Optional.of(new MergeState.Landing("main", HEAD, HEAD, head().time(), 4, 4)))),
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
                List.of(),
                Map.of())));
  }
}
