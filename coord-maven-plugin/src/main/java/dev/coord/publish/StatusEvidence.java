package dev.coord.publish;

import dev.coord.assess.ChangedCoverage;
import dev.coord.assess.CoverageParts;
import dev.coord.assess.TestChanges;
import dev.coord.assess.TestParts;
import dev.coord.evidence.CommandResults;
import dev.coord.evidence.CommandRun;
import dev.coord.evidence.CoverageCount;
import dev.coord.evidence.CoverageResults;
import dev.coord.evidence.Evidence;
import dev.coord.evidence.FindingResults;
import dev.coord.evidence.GitEvidence;
import dev.coord.evidence.KnownResults;
import dev.coord.evidence.LineSpan;
import dev.coord.evidence.Observation;
import dev.coord.evidence.ReportFile;
import dev.coord.evidence.TestCase;
import dev.coord.evidence.TestResults;
import dev.coord.evidence.ToolFinding;
import dev.coord.evidence.ToolFinding.Level;
import dev.coord.evidence.UnmeasuredFile;
import dev.coord.plan.Command;
import dev.coord.rule.Territory;
import java.time.Duration;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The sources of evidence in {@code status.json}: what they say, or why they say nothing. */
final class StatusEvidence {

  /** As many findings as are listed; the page on findings has more, and the reports all. */
  private static final int MOST_FINDINGS = 100;

  /** Tests, files and parts that are listed of a kind; the site's pages list more. */
  private static final int MOST = 100;

  private final Json json;
  private final Territory territory;

  /**
   * A writer of sources.
   *
   * @param territory who owns what, as the rulebook says
   */
  StatusEvidence(Json json, Territory territory) {
    this.json = json;
    this.territory = territory;
  }

  void write(Evidence evidence) {
    json.object(
        "sources",
        sources -> {
          source("git", evidence.git(), this::git);
          source(
              "tests",
              evidence.tests(),
              tests -> {
                tests(tests);
                evidence
                    .recordedTests()
                    .map(before -> TestChanges.of(tests, before))
                    .optional()
                    .ifPresent(this::since);
              });
          source(
              "coverage",
              evidence.coverage(),
              coverage -> {
                coverage(coverage);
                evidence.unmeasured().optional().ifPresent(this::unmeasured);
                evidence
                    .changed()
                    .then(lines -> ChangedCoverage.of(coverage, lines))
                    .optional()
                    .ifPresent(this::changed);
              });
          source("findings", evidence.findings(), found -> findings(found, evidence.known()));
          json.object("metrics", metrics -> reports(evidence.metrics().reports()));
          json.object("commands", commands -> runs(evidence.commands()));
        });
  }

  private <T> void source(String name, Observation<T> observed, Consumer<T> content) {
    json.object(name, source -> told(observed, content));
  }

  private <T> void told(Observation<T> observed, Consumer<T> content) {
    json.flag("known", observed.isKnown());
    if (observed instanceof Observation.Unknown<T> unknown) {
      json.text("reason", unknown.reason());
      json.text("remedy", unknown.remedy());
    }
    observed.optional().ifPresent(content);
  }

  private void runs(CommandResults commands) {
    json.list(
        "runs",
        commands.runs().entrySet(),
        run -> {
          json.texts("run", run.getKey().run());
          json.text("timeout", Command.written(run.getKey().timeout()));
          told(run.getValue(), this::ended);
        });
  }

  private void ended(CommandRun run) {
    json.number("exit", run.exit());
    json.text("within", Command.written(run.within()));
    json.texts("lines", run.lines());
    json.flag("cut", run.cut());
  }

  private void git(GitEvidence git) {
    json.text("head", git.head().id());
    json.text("head_time", git.head().time().toString());
    json.exact("branch", git.branch());
    json.number("tracked_files", git.trackedFiles().size());
  }

  private void tests(TestResults tests) {
    TestParts parts = new TestParts(territory);
    counts(tests.cases());
    tests("failures", tests, TestCase.Outcome::failed, parts);
    tests("flaky_tests", tests, TestCase.Outcome.FLAKY::equals, parts);
    tests("skipped_tests", tests, TestCase.Outcome.SKIPPED::equals, parts);
    groups("suites", "suite", TestParts.bySuite(tests));
    groups("workstreams", "workstream", parts.byWorkstream(tests));
    groups("owners", "owner", parts.byOwner(tests));
    reports(tests.reports());
  }

  /** What became of the tests since the last recorded run, where a rule asks. */
  private void since(TestChanges changes) {
    json.object(
        "since",
        object -> {
          object.text("commit", changes.before().commit());
          object.text("day", changes.before().day().toString());
          object.number("tests", changes.compared());
          object.number("vanished", changes.vanished().size());
          object.number("new", changes.fresh().size());
          json.list("vanished_tests", shown(changes.vanished()), this::named);
          json.list("new_tests", shown(changes.fresh()), this::named);
          json.list(
              "renamed",
              shown(List.copyOf(changes.renamed().entrySet())),
              pair -> {
                json.text("from", pair.getKey());
                json.text("to", pair.getValue());
              });
        });
  }

  private static <T> List<T> shown(List<T> things) {
    return things.subList(0, Math.min(MOST, things.size()));
  }

  private void named(TestChanges.Named test) {
    json.text("test", test.name());
    json.exact("file", test.file());
  }

  private void counts(List<TestCase> tests) {
    json.number("total", tests.size());
    json.number("passed", count(tests, TestCase.Outcome::passed));
    json.number("failed", count(tests, TestCase.Outcome::failed));
    json.number("errors", count(tests, TestCase.Outcome.ERROR::equals));
    json.number("skipped", count(tests, TestCase.Outcome.SKIPPED::equals));
    json.number("flaky", count(tests, TestCase.Outcome.FLAKY::equals));
    json.number(
        "duration_ms",
        tests.stream().map(TestCase::duration).reduce(Duration.ZERO, Duration::plus).toMillis());
  }

  private void tests(
      String list, TestResults tests, Predicate<TestCase.Outcome> which, TestParts parts) {
    json.list(
        list,
        tests.cases().stream().filter(test -> which.test(test.outcome())).limit(MOST).toList(),
        test -> {
          json.text("test", test.qualifiedName());
          json.text("reason", test.message());
          json.exact("file", test.file());
          if (test.line() > 0) {
            json.number("line", test.line());
          }
          json.texts("owners", parts.workstreams(test));
          json.texts("people", parts.owners(test));
          json.exact("report", test.report());
        });
  }

  /** Those with the most failures first. */
  private void groups(String list, String key, Map<String, List<TestCase>> groups) {
    json.list(
        list,
        shown(
            groups.entrySet().stream()
                .sorted(
                    Comparator.comparingLong(
                            (Map.Entry<String, List<TestCase>> group) ->
                                -count(group.getValue(), TestCase.Outcome::failed))
                        .thenComparing(Map.Entry::getKey))
                .toList()),
        group -> {
          json.text(key, group.getKey());
          counts(group.getValue());
        });
  }

  private static long count(List<TestCase> tests, Predicate<TestCase.Outcome> which) {
    return tests.stream().map(TestCase::outcome).filter(which).count();
  }

  private void coverage(CoverageResults coverage) {
    counts(coverage.count());
    parts("workstreams", "workstream", CoverageParts.workstreams(coverage, territory));
    parts("owners", "owner", CoverageParts.owners(coverage, territory));
    parts("packages", "package", CoverageParts.packages(coverage));
    reports(coverage.reports());
  }

  /** Those with the most lines that are not covered first. */
  private void parts(String list, String key, Map<String, CoverageCount> parts) {
    json.list(
        list,
        shown(
            parts.entrySet().stream()
                .sorted(
                    Comparator.comparingLong(
                            (Map.Entry<String, CoverageCount> part) ->
                                part.getValue().lines() - part.getValue().allLines())
                        .thenComparing(Map.Entry::getKey))
                .toList()),
        part -> {
          json.text(key, part.getKey());
          counts(part.getValue());
        });
  }

  /** Sources that no report mentions, the longest first. */
  private void unmeasured(List<UnmeasuredFile> files) {
    json.list(
        "unmeasured",
        shown(
            files.stream()
                .sorted(
                    Comparator.comparingInt(UnmeasuredFile::lines)
                        .reversed()
                        .thenComparing(UnmeasuredFile::path))
                .toList()),
        file -> {
          json.exact("path", file.path());
          json.number("lines", file.lines());
        });
  }

  private void findings(FindingResults results, Observation<KnownResults> known) {
    json.number("total", results.findings().size());
    levels(results.findings());
    Optional<BitSet> fresh =
        known.optional().map(held -> held.fresh(results.findings(), results.findings()));
    fresh.ifPresent(positions -> json.number("new", positions.cardinality()));
    Map<String, List<ToolFinding>> byTool =
        results.findings().stream().collect(Collectors.groupingBy(ToolFinding::tool));
    json.list(
        "tools",
        List.copyOf(results.tools().entrySet()),
        tool -> {
          json.text("name", tool.getKey());
          json.number("runs", tool.getValue().runs());
          json.number("left_out", tool.getValue().leftOut());
          levels(byTool.getOrDefault(tool.getKey(), List.of()));
        });
    List<Integer> worst =
        IntStream.range(0, Math.min(MOST_FINDINGS, results.findings().size())).boxed().toList();
    json.list(
        "worst",
        worst,
        position -> {
          finding(results.findings().get(position));
          fresh.ifPresent(positions -> json.flag("new", positions.get(position)));
        });
    reports(results.reports());
  }

  private void levels(List<ToolFinding> findings) {
    Map<Level, Long> counts =
        findings.stream().collect(Collectors.groupingBy(ToolFinding::level, Collectors.counting()));
    json.number("errors", counts.getOrDefault(Level.ERROR, 0L));
    json.number("warnings", counts.getOrDefault(Level.WARNING, 0L));
    json.number("notes", counts.getOrDefault(Level.NOTE, 0L));
    json.number("without_level", counts.getOrDefault(Level.NONE, 0L));
  }

  private void finding(ToolFinding finding) {
    json.text("level", finding.level().word());
    json.text("tool", finding.tool());
    json.text("rule", finding.rule());
    json.text("message", finding.message());
    json.exact("file", finding.file().map(file -> finding.place()));
    json.flag("committed", finding.path().isPresent());
    json.number("line", finding.first());
    json.exact("report", finding.report());
  }

  /** The lines that were added or changed, where a rule asks for them. */
  private void changed(ChangedCoverage changed) {
    json.object(
        "changed",
        object -> {
          json.text("from", changed.lines().from());
          json.flag("uncommitted", changed.lines().uncommitted());
          counts(changed.count());
          json.list(
              "files",
              changed.files(),
              file -> {
                json.exact("path", file.path());
                counts(file.count());
                json.texts(
                    "not_covered", file.uncovered().stream().map(LineSpan::toString).toList());
              });
          json.list(
              "unmeasured",
              changed.unmeasured(),
              file -> {
                json.exact("path", file.path());
                json.number("lines", file.size());
              });
        });
  }

  private void counts(CoverageCount count) {
    json.number("covered_lines", count.lines());
    json.number("lines", count.allLines());
    json.number("covered_branches", count.branches());
    json.number("branches", count.allBranches());
  }

  private void reports(List<ReportFile> reports) {
    json.list(
        "reports",
        reports,
        report -> {
          json.exact("path", report.path());
          json.text("format", report.format());
          json.text("time", report.time().toString());
        });
  }
}
