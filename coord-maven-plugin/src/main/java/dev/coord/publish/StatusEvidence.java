package dev.coord.publish;

import dev.coord.assess.ChangedCoverage;
import dev.coord.evidence.CoverageCount;
import dev.coord.evidence.CoverageResults;
import dev.coord.evidence.Evidence;
import dev.coord.evidence.GitEvidence;
import dev.coord.evidence.LineSpan;
import dev.coord.evidence.Observation;
import dev.coord.evidence.ReportFile;
import dev.coord.evidence.TestCase;
import dev.coord.evidence.TestResults;
import dev.coord.rule.Territory;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The sources of evidence in {@code status.json}: what they say, or why they say nothing. */
final class StatusEvidence {

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
          source("tests", evidence.tests(), this::tests);
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

  private static long count(TestResults tests, Predicate<TestCase.Outcome> which) {
    return tests.cases().stream().map(TestCase::outcome).filter(which).count();
  }

  private void coverage(CoverageResults coverage) {
    counts(coverage.count());
    reports(coverage.reports());
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
