package dev.coord.evidence;

import java.util.List;

/**
 * All test cases of all reports.
 *
 * @param reports the reports, by path; at least one
 * @param cases the cases, in the order of the reports and within them as written; at least one
 */
public record TestResults(List<ReportFile> reports, List<TestCase> cases) {

  /**
   * Copies the collections.
   *
   * @throws IllegalArgumentException when there is no report or no case: that is unknown, not zero
   */
  public TestResults {
    reports = reports.stream().sorted().toList();
    cases = List.copyOf(cases);
    if (reports.isEmpty() || cases.isEmpty()) {
      throw new IllegalArgumentException("no tests are unknown, not zero tests");
    }
  }
}
