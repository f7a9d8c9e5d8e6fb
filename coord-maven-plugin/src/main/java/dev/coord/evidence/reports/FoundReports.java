package dev.coord.evidence.reports;

import dev.coord.path.PathPattern;
import java.util.Map;
import java.util.Objects;

/**
 * The report files of a work tree.
 *
 * @param tests those about tests
 * @param coverage those about coverage
 * @param findings those of what tools of analysis found
 * @param pullRequests those that hold exported pull requests
 * @param metrics those that hold measured numbers, by the pattern that a rule names
 */
public record FoundReports(
    ReportSet tests,
    ReportSet coverage,
    ReportSet findings,
    ReportSet pullRequests,
    Map<PathPattern, ReportSet> metrics) {

  /** Copies the map. */
  public FoundReports {
    Objects.requireNonNull(tests, "tests");
    Objects.requireNonNull(coverage, "coverage");
    Objects.requireNonNull(findings, "findings");
    Objects.requireNonNull(pullRequests, "pullRequests");
    metrics = Map.copyOf(metrics);
  }
}
