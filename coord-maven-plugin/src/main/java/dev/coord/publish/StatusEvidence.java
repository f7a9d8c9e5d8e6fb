package dev.coord.publish;

import dev.coord.assess.ChangedCoverage;
import dev.coord.assess.TestChanges;
import dev.coord.evidence.CoverageCount;
import dev.coord.evidence.CoverageResults;
import dev.coord.evidence.Evidence;
import dev.coord.evidence.FindingResults;
import dev.coord.evidence.GitEvidence;
import dev.coord.evidence.LineSpan;
import dev.coord.evidence.Observation;
import dev.coord.evidence.ReportFile;
import dev.coord.evidence.TestCase;
import dev.coord.evidence.TestResults;
import dev.coord.evidence.ToolFinding;
import dev.coord.evidence.ToolFinding.Level;
import dev.coord.rule.Territory;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The sources of evidence in {@code status.json}: what they say, or why they say nothing. */
final class StatusEvidence {

  /** As many findings as are listed; the page on findings has more, and the reports all. */
  private static final int MOST_FINDINGS = 100;

  /** Failed tests that are named; the site's page names more. */
  private static final int MOST_FAILURES = 100;

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
                evidence
                    .changed()
                    .then(lines -> ChangedCoverage.of(coverage, lines))
                    .optional()
                    .ifPresent(this::changed);
              });
          source("findings", evidence.findings(), this::findings);
          json.object("metrics", metrics -> reports(evidence.metrics().reports()));
        });
  }

  private <T> void source(String name, Observation<T> observed, Consumer<T> content) {
    json.object(
        name,
        source -> {
          source.flag("known", observed.isKnown());
          if (observed instanceof Observation.Unknown<T> unknown) {
            source.text("reason", unknown.reason());
            source.text("remedy", unknown.remedy());
          }
          observed.optional().ifPresent(content);
        });
  }

  private void git(GitEvidence git) {
    json.text("head", git.head().id());
    json.text("head_time", git.head().time().toString());
    json.exact("branch", git.branch());
    json.number("tracked_files", git.trackedFiles().size());
  }

  private void tests(TestResults tests) {
    json.number("total", tests.cases().size());
    json.number("passed", count(tests, TestCase.Outcome::passed));
    json.number("failed", count(tests, TestCase.Outcome::failed));
    json.number("skipped", count(tests, TestCase.Outcome.SKIPPED::equals));
    json.number("flaky", count(tests, TestCase.Outcome.FLAKY::equals));
    json.number(
        "duration_ms",
        tests.cases().stream()
            .map(TestCase::duration)
            .reduce(Duration.ZERO, Duration::plus)
            .toMillis());
    json.list(
        "failures",
        tests.cases().stream()
            .filter(test -> test.outcome().failed())
            .limit(MOST_FAILURES)
            .toList(),
        test -> {
          json.text("test", test.qualifiedName());
          json.exact("file", test.file());
          json.texts("owners", test.file().map(territory::exclusiveOwnerIds).orElse(List.of()));
          json.exact("report", test.report());
        });
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

  private static <T> List<T> shown(List<T> tests) {
    return tests.subList(0, Math.min(MOST_FAILURES, tests.size()));
  }

  private void named(TestChanges.Named test) {
    json.text("test", test.name());
    json.exact("file", test.file());
  }

  private static long count(TestResults tests, Predicate<TestCase.Outcome> which) {
    return tests.cases().stream().map(TestCase::outcome).filter(which).count();
  }

  private void coverage(CoverageResults coverage) {
    counts(coverage.count());
    reports(coverage.reports());
  }

  private void findings(FindingResults results) {
    json.number("total", results.findings().size());
    levels(results.findings());
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
    json.list("worst", results.findings().stream().limit(MOST_FINDINGS).toList(), this::finding);
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
