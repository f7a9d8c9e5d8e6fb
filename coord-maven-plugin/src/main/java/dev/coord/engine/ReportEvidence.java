package dev.coord.engine;

import dev.coord.evidence.CoverageResults;
import dev.coord.evidence.FindingResults;
import dev.coord.evidence.MetricResults;
import dev.coord.evidence.Observation;
import dev.coord.evidence.PullRequestResults;
import dev.coord.evidence.SourceFiles;
import dev.coord.evidence.TestResults;
import dev.coord.evidence.coverage.CoverageReports;
import dev.coord.evidence.findings.FindingReports;
import dev.coord.evidence.forge.PullRequestReports;
import dev.coord.evidence.metrics.MetricReports;
import dev.coord.evidence.reports.FoundReports;
import dev.coord.evidence.reports.Freshness;
import dev.coord.evidence.reports.ReportFinder;
import dev.coord.evidence.tests.TestReports;
import dev.coord.plan.EvidenceSources;
import dev.coord.plan.EvidenceSources.Source;
import dev.coord.plan.MetricRule;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;

/** What the reports say. */
record ReportEvidence(
    Observation<TestResults> tests,
    Observation<CoverageResults> coverage,
    Observation<FindingResults> findings,
    MetricResults metrics,
    Observation<PullRequestResults> pullRequests) {

  ReportEvidence {
    Objects.requireNonNull(tests, "tests");
    Objects.requireNonNull(coverage, "coverage");
    Objects.requireNonNull(findings, "findings");
    Objects.requireNonNull(metrics, "metrics");
    Objects.requireNonNull(pullRequests, "pullRequests");
  }

  /**
   * Reads them.
   *
   * @param sources where they are
   * @param rules those that ask for numbers of files
   * @param site where the site is written: nothing there is a report
   * @param newest the newest time of the checked-out commit and those before it
   * @param tracked the files of the commit
   * @param working those of the working tree
   */
  static ReportEvidence read(
      Settings settings,
      Opened opened,
      Path site,
      EvidenceSources sources,
      List<MetricRule> rules,
      Observation<Instant> newest,
      Observation<SortedSet<String>> tracked,
      Observation<SourceFiles> working) {
    SortedSet<String> files = tracked.optional().orElseGet(TreeSet::new);
    Freshness freshness =
        new Freshness(
            newest,
            settings.clock(),
            settings.sessionStart(),
            files,
            working.optional().orElse(SourceFiles.NONE),
            settings.builtModules());
    List<Source> metrics =
        rules.stream().map(r -> new Source(r.origin(), r.source().file(), "")).toList();
    FoundReports found =
        new ReportFinder(opened.root(), List.of(site, VerdictFiles.beside(site)), files)
            .find(sources, metrics);
    return new ReportEvidence(
        TestReports.read(found.tests(), freshness),
        CoverageReports.read(found.coverage(), freshness).then(c -> placed(c, files)),
        FindingReports.read(found.findings(), freshness),
        MetricReports.read(
            rules.stream().map(MetricRule::source).distinct().toList(), found.metrics(), freshness),
        PullRequestReports.read(found.pullRequests(), freshness));
  }

  /** Coverage of nothing that is in the repository says nothing about it. */
  private static Observation<CoverageResults> placed(
      CoverageResults coverage, SortedSet<String> tracked) {
    boolean elsewhere = coverage.files().stream().allMatch(file -> file.path().isEmpty());
    return elsewhere && !tracked.isEmpty()
        ? Observation.unknown(
            "none of the files in the coverage reports is in the repository, such as "
                + coverage.files().get(0).name(),
            "Say in evidence.coverage which directory its paths are relative to (root: DIRECTORY).")
        : Observation.known(coverage);
  }
}
