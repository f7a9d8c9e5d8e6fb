package dev.coord.evidence.reports;

import java.util.Objects;

/**
 * The report files of a work tree.
 *
 * @param tests those about tests
 * @param coverage those about coverage
 */
public record FoundReports(ReportSet tests, ReportSet coverage) {

  /** Checks that both are there. */
  public FoundReports {
    Objects.requireNonNull(tests, "tests");
    Objects.requireNonNull(coverage, "coverage");
  }
}
