package dev.coord.docs;

import dev.coord.assess.Questions;
import dev.coord.diagnostic.Location;
import dev.coord.docs.Document.Code;
import dev.coord.evidence.CommandResults;
import dev.coord.evidence.CommandRun;
import dev.coord.evidence.CoverageResults;
import dev.coord.evidence.FileCoverage;
import dev.coord.evidence.FindingResults;
import dev.coord.evidence.KnownResults;
import dev.coord.evidence.MetricResults;
import dev.coord.evidence.Observation;
import dev.coord.evidence.Observation.Unknown;
import dev.coord.evidence.PullRequestResults;
import dev.coord.evidence.RecordedTests;
import dev.coord.evidence.ReportFile;
import dev.coord.evidence.TestCase;
import dev.coord.evidence.TestResults;
import dev.coord.evidence.ToolFinding;
import dev.coord.evidence.ToolFinding.Level;
import dev.coord.evidence.findings.FindingReports;
import dev.coord.evidence.forge.PullRequestReports;
import dev.coord.evidence.metrics.MetricReports;
import dev.coord.evidence.reports.Freshness;
import dev.coord.evidence.reports.ReportFinder;
import dev.coord.evidence.reports.ReportKind;
import dev.coord.evidence.reports.ReportSet;
import dev.coord.path.PathPattern;
import dev.coord.plan.Baseline;
import dev.coord.plan.Command;
import dev.coord.plan.CommandRule;
import dev.coord.plan.CoveredLines;
import dev.coord.plan.EvidenceSources;
import dev.coord.plan.EvidenceSources.Source;
import dev.coord.plan.MetricRule;
import dev.coord.plan.Plan;
import dev.coord.testing.Places;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** The reports of the {@link ExampleShop}, its baseline and its commands. */
final class ExampleReports {

  private static final Instant REPORTED = Instant.parse("2026-01-20T11:00:00Z");

  /** How the commands of the examples end, whatever time they are given. */
  static final Map<String, CommandRun> COMMANDS =
      new TreeMap<>(
          Map.of(
              "sh scripts/scan.sh",
              ended(
                  OptionalInt.of(0),
                  Duration.ofSeconds(10),
                  "214 packages, no known vulnerability"),
              "sh scripts/links.sh",
              ended(OptionalInt.of(1), Duration.ofSeconds(2), "1 dead link"),
              "sh scripts/load.sh",
              ended(OptionalInt.empty(), Duration.ofMinutes(2), "warming up")));

  private final Code example;
  private final Plan plan;

  ExampleReports(Code example, Plan plan) {
    this.example = example;
    this.plan = plan;
  }

  private static CommandRun ended(OptionalInt exit, Duration within, String line) {
    return new CommandRun(exit, within, List.of(line), false);
  }

  CommandResults commands() {
    Unknown<CommandRun> off =
        new Unknown<>(
            "the command was not run: commands are off", "Allow them with -Dcoord.allowCommands.");
    Map<Command, Observation<CommandRun>> runs = new LinkedHashMap<>();
    if (example.said("evidence").filter("commands off"::equals).isEmpty()) {
      plan.rules()
          .filter(CommandRule.class::isInstance)
          .map(rule -> ((CommandRule) rule).command())
          .forEach(c -> runs.put(c, Observation.known(COMMANDS.get(c.line()))));
    }
    return new CommandResults(runs, off);
  }

  /** The tests of the last run that main recorded. */
  static RecordedTests recordedTests() {
    return new RecordedTests(
        "4f2a9c1".repeat(6).substring(0, 40),
        LocalDate.parse("2026-01-20"),
        List.of(
            new RecordedTests.Suite(
                "shop.SearchTest",
                Optional.empty(),
                List.of("byName", "byPrice", "empty", "slow", "fuzzy")),
            new RecordedTests.Suite(
                "shop.RefundsTest", Optional.empty(), List.of("orders", "lines", "vouchers"))));
  }

  /** What the forge exported: the files of the tests on pull requests. */
  static Observation<PullRequestResults> pullRequests() {
    try {
      Path file =
          Path.of(ExampleReports.class.getResource("/pull-requests/pull-requests.json").toURI());
      Source list = new Source(Places.origin(), PathPattern.of("pull-requests.json"), "");
      EvidenceSources sources =
          new EvidenceSources(Places.origin(), List.of(), List.of(), List.of(), List.of(list));
      return PullRequestReports.read(
          new ReportFinder(file.getParent(), List.of(), new TreeSet<>())
              .find(sources, List.of())
              .pullRequests(),
          Freshness.ofCommit(Observation.known(Instant.EPOCH), new TreeSet<>()));
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  Observation<FindingResults> findings(boolean reports) {
    if (!reports) {
      return FindingReports.read(
          nothing(ReportKind.FINDINGS),
          Freshness.ofCommit(Observation.known(Instant.EPOCH), new TreeSet<>()));
    }
    SortedMap<String, FindingResults.Tool> tools = new TreeMap<>();
    tools.put("lint", new FindingResults.Tool(1, 1));
    tools.put("scan", new FindingResults.Tool(1, 0));
    return Observation.known(
        new FindingResults(
            List.of(new ReportFile("target/lint.sarif", "SARIF 2.1.0", REPORTED)),
            tools,
            List.of(
                found(Level.WARNING, "lint", "L10", "Unused variable.", ExampleGit.REFUNDS, 3),
                found(Level.WARNING, "lint", "L20", "Empty block.", ExampleGit.REFUNDS, 9),
                found(Level.NOTE, "lint", "L30", "Line is too long.", ExampleGit.SEARCH, 5),
                found(
                    Level.ERROR,
                    "scan",
                    "S1",
                    "Query is built from input.",
                    ExampleGit.REFUNDS,
                    12))));
  }

  private static ToolFinding found(
      Level level, String tool, String rule, String message, String path, int line) {
    return new ToolFinding(
        level,
        -1,
        tool,
        rule,
        message,
        Optional.of(new ToolFinding.NamedFile(path, Optional.of(path), false)),
        line,
        line,
        "target/" + tool + ".sarif");
  }

  /** What tools have measured: the files of the tests on metrics. */
  MetricResults metrics() {
    List<MetricRule> rules = Questions.metrics(plan, plan);
    try {
      Path files = Path.of(ExampleReports.class.getResource("/metrics").toURI());
      return MetricReports.read(
          rules.stream().map(MetricRule::source).distinct().toList(),
          new ReportFinder(files, List.of(), new TreeSet<>())
              .find(
                  plan.evidence(),
                  rules.stream().map(r -> new Source(r.origin(), r.source().file(), "")).toList())
              .metrics(),
          Freshness.ofCommit(Observation.known(Instant.EPOCH), new TreeSet<>()));
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The results of tools that the baseline of main holds. */
  static KnownResults results() {
    Map<Baseline.Key, Integer> counts =
        KnownResults.count(
            List.of(
                found(Level.WARNING, "lint", "L10", "Unused variable.", ExampleGit.REFUNDS, 2),
                found(Level.WARNING, "lint", "L20", "Empty block.", ExampleGit.REFUNDS, 8)));
    return new KnownResults(
        counts, LocalDate.parse("2026-01-20"), Location.ofFile(".coord/baseline.yml"));
  }

  /** What the baseline of main holds. */
  static CoveredLines baseline() {
    return new CoveredLines(
        33,
        41,
        "4f2a9c1".repeat(6).substring(0, 40),
        LocalDate.parse("2026-01-20"),
        Location.of(".coord/baseline.yml", 4, 1));
  }

  /** The usual places of a kind, where nothing was found, in a Maven project: this one. */
  static ReportSet nothing(ReportKind kind) {
    return new ReportSet(
        kind,
        Path.of("").toAbsolutePath(),
        kind.defaults().patterns().stream().map(PathPattern::text).toList(),
        Optional.empty(),
        List.of(),
        List.of(),
        true);
  }

  static Observation<CoverageResults> coverage() {
    return Observation.known(
        new CoverageResults(
            List.of(report("target/site/jacoco/jacoco.xml", "JaCoCo XML")),
            List.of(
                covered(ExampleGit.SEARCH, 23, 25, 0, 0),
                covered(ExampleGit.REFUNDS, 9, 16, 3, 8))));
  }

  /** A file whose branches are all on its first line. */
  private static FileCoverage covered(String path, int run, int lines, int taken, int branches) {
    int[] numbers = new int[lines];
    boolean[] covered = new boolean[lines];
    for (int i = 0; i < lines; i++) {
      numbers[i] = i + 1;
      covered[i] = i < run;
    }
    int[] all = new int[lines];
    int[] some = new int[lines];
    all[0] = branches;
    some[0] = taken;
    return new FileCoverage(path, Optional.of(path), numbers, covered, all, some);
  }

  static Observation<TestResults> tests() {
    List<TestCase> cases =
        List.of(
            test("shop.SearchTest#byName", TestCase.Outcome.PASSED, 300),
            test("shop.SearchTest#byPrice", TestCase.Outcome.PASSED, 300),
            test("shop.SearchTest#empty", TestCase.Outcome.PASSED, 300),
            test("shop.SearchTest#slow", TestCase.Outcome.FLAKY, 300),
            test("shop.RefundsTest#orders", TestCase.Outcome.PASSED, 300),
            test("shop.RefundsTest#lines", TestCase.Outcome.FAILED, 400),
            test("shop.RefundsTest#vouchers", TestCase.Outcome.SKIPPED, 0),
            test("shop.RefundsTest#twice", TestCase.Outcome.PASSED, 100));
    return Observation.known(
        new TestResults(
            List.of(report("target/surefire-reports/TEST-shop.RefundsTest.xml", "JUnit XML")),
            cases));
  }

  private static TestCase test(String name, TestCase.Outcome outcome, int milliseconds) {
    String[] parts = name.split("#");
    return new TestCase(
        parts[0],
        parts[1],
        outcome,
        Duration.ofMillis(milliseconds),
        outcome.failed() ? "expected 4.20 but was 4.02" : "",
        Optional.empty(),
        "target/surefire-reports/TEST-" + parts[0] + ".xml");
  }

  private static ReportFile report(String path, String format) {
    return new ReportFile(path, format, REPORTED);
  }
}
