package dev.coord.evidence.tests;

import dev.coord.evidence.Observation;
import dev.coord.evidence.TestResults;
import dev.coord.evidence.reports.Freshness;
import dev.coord.evidence.reports.ReportIntake;
import dev.coord.evidence.reports.ReportIntake.Header;
import dev.coord.evidence.reports.ReportSet;
import dev.coord.evidence.reports.TrackedFiles;
import dev.coord.evidence.xml.XmlReader;

/** Reads the test reports of a build. */
public final class TestReports {

  private static final String FORMAT = "JUnit XML";

  private TestReports() {}

  /**
   * Reads all test reports.
   *
   * <p>Each file is read once, however many patterns name it. A test that two files list counts
   * twice: which of both is a copy cannot be told.
   *
   * @param set the report files
   * @param freshness what they are held against
   * @return the results; unknown when there is no report or no test case, or when any report is
   *     stale, left over, committed, or not usable
   */
  public static Observation<TestResults> read(ReportSet set, Freshness freshness) {
    TestSink sink = new TestSink();
    XmlReader xml = new XmlReader();
    TrackedFiles tracked = new TrackedFiles(freshness.trackedFiles());
    return new ReportIntake(set, freshness)
        .read(
            report -> {
              JUnitXml handler =
                  new JUnitXml(
                      report.path(), new TestSources(tracked, set.workTree(), report), sink);
              xml.read(report.file(), report.path(), handler);
              return new Header(FORMAT, handler.time());
            })
        .then(
            reports ->
                sink.cases().isEmpty()
                    ? Observation.unknown(
                        "no test case is in " + ReportIntake.names(reports),
                        "Check that the tests were not skipped, and run them (mvn verify).")
                    : Observation.known(new TestResults(reports, sink.cases())));
  }
}
