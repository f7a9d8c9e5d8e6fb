package dev.coord.testing;

import dev.coord.evidence.CoverageResults;
import dev.coord.evidence.FileCoverage;
import dev.coord.evidence.Observation;
import dev.coord.evidence.ReportFile;
import dev.coord.evidence.TestCase;
import dev.coord.evidence.TestCase.Outcome;
import dev.coord.evidence.TestResults;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What reports of tests and of coverage tell. */
public final class SeenReports {

  private static final Instant REPORTED = Instant.parse("2026-11-20T14:02:00Z");

  private SeenReports() {}

  /** A test that took some time. */
  public static TestCase test(
      String name, Outcome outcome, Duration duration, Optional<String> file) {
    int hash = name.indexOf('#');
    return new TestCase(
        hash < 0 ? "" : name.substring(0, hash),
        name.substring(hash + 1),
        outcome,
        duration,
        outcome.failed() ? "expected 1" : "",
        file,
        "target/surefire-reports/TEST-x.xml");
  }

  /** A test of which no report tells how long it took. */
  static TestCase untimed(String name, Outcome outcome) {
    TestCase timed = test(name, outcome, Duration.ZERO, Optional.empty());
    return new TestCase(
        timed.className(),
        timed.name(),
        timed.outcome(),
        timed.duration(),
        false,
        timed.message(),
        timed.file(),
        0,
        timed.report());
  }

  /** What one report tells of tests; without any, there is none. */
  static Observation<TestResults> tests(List<TestCase> cases) {
    return cases.isEmpty()
        ? Observation.unknown("no JUnit XML report was found", "Run the tests first.")
        : Observation.known(
            new TestResults(
                List.of(
                    new ReportFile("target/surefire-reports/TEST-x.xml", "JUnit XML", REPORTED)),
                cases));
  }

  /** Coverage of a file: so many of all lines; the first ones. */
  static FileCoverage file(String name, Optional<String> path, int lines, int all) {
    int[] numbers = new int[all];
    boolean[] hits = new boolean[all];
    for (int i = 0; i < all; i++) {
      numbers[i] = i + 1;
      hits[i] = i < lines;
    }
    return new FileCoverage(name, path, numbers, hits, new int[all], new int[all]);
  }

  /** What one report tells of files; without any, there is none. */
  static Observation<CoverageResults> coverage(List<FileCoverage> covered) {
    return covered.isEmpty()
        ? Observation.unknown("no coverage report was found", "Run the tests first.")
        : Observation.known(
            new CoverageResults(
                List.of(new ReportFile("target/jacoco.xml", "JaCoCo XML", REPORTED)), covered));
  }
}
