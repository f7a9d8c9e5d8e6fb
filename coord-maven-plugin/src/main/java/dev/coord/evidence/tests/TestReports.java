package dev.coord.evidence.tests;

import dev.coord.diagnostic.Diagnostic;
import dev.coord.evidence.InvalidReportException;
import dev.coord.evidence.Observation;
import dev.coord.evidence.ReportFile;
import dev.coord.evidence.TestCase;
import dev.coord.evidence.TestResults;
import dev.coord.evidence.reports.FoundReport;
import dev.coord.evidence.reports.Freshness;
import dev.coord.evidence.reports.ReportIntake;
import dev.coord.evidence.reports.ReportIntake.Header;
import dev.coord.evidence.reports.ReportSet;
import dev.coord.evidence.reports.SourceLengths;
import dev.coord.evidence.reports.TrackedFiles;
import dev.coord.evidence.xml.Texts;
import dev.coord.evidence.xml.XmlReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the test reports of a build.
 *
 * <p>Where there are processors for it, several are read at the same time: most of the time goes
 * into taking apart many small files.
 */
public final class TestReports {

  private static final String FORMAT = "JUnit XML";
  private static final int MAX_THREADS = 2;

  /** The compiler of a young virtual machine, and whoever asks git, need processors, too. */
  private static final int PROCESSORS_OF_A_THREAD = 2;

  private final XmlReader xml = new XmlReader();
  private final Room room = new Room();
  private final Path workTree;
  private final TrackedFiles tracked;
  private final SourceLengths lengths;
  private final List<TestCase> cases = new ArrayList<>();
  private final Map<Long, ReportedSuite> suites = new HashMap<>();

  private TestReports(Path workTree, TrackedFiles tracked) {
    this.workTree = workTree;
    this.lengths = new SourceLengths(workTree);
    this.tracked = tracked;
  }

  /**
   * Reads all test reports, each file once, however many patterns name it.
   *
   * @param set the report files
   * @param freshness what they are held against
   * @return the results; unknown when there is no report or no test case, when any report is stale,
   *     left over, committed, or not usable, or when two of them hold the same run of a suite
   */
  public static Observation<TestResults> read(ReportSet set, Freshness freshness) {
    TestReports reports = new TestReports(set.workTree(), new TrackedFiles(freshness.sources()));
    int processors = Runtime.getRuntime().availableProcessors();
    int threads = Math.max(1, Math.min(MAX_THREADS, processors / PROCESSORS_OF_A_THREAD));
    Observation<List<ReportFile>> read =
        new ReportIntake(set, freshness).read(threads, reports::parse, reports::keep);
    return reports.results(read, set);
  }

  private JUnitXml parse(FoundReport report) throws InvalidReportException {
    TestSources sources = new TestSources(tracked, workTree, report);
    JUnitXml handler = new JUnitXml(report.path(), sources, room);
    xml.read(report.file(), report.path(), handler);
    return handler;
  }

  private Header keep(FoundReport report, JUnitXml content) throws InvalidReportException {
    Map<ReportedSuite.Run, ReportedSuite> here = new HashMap<>();
    for (ReportedSuite suite : content.suites()) {
      ReportedSuite other = suites.putIfAbsent(suite.fingerprint(), suite);
      if (other != null && !other.place().file().equals(report.path())) {
        throw copy(
            suite, other, "Remove the copy, or say under evidence.tests which reports count.");
      }
      ReportedSuite twin = suite.timed() ? here.putIfAbsent(suite.run(), suite) : null;
      if (twin != null) {
        throw copy(
            suite,
            twin,
            "Let what joins reports take each once; two runs that are alike need names of their own.");
      }
    }
    for (TestCase test : content.cases()) {
      boolean told = test.line() == 0 || lengths.has(test.file().orElseThrow(), test.line());
      cases.add(told ? test : test.at(0));
    }
    return new Header(FORMAT, content.time(), content.latest());
  }

  private static InvalidReportException copy(
      ReportedSuite suite, ReportedSuite other, String remedy) {
    String name =
        Optional.of(Texts.shortened(suite.name())).filter(n -> !n.isBlank()).orElse("suite");
    return new InvalidReportException(
        suite.place(),
        "the same run of " + name + " is also in " + other.place().fileAndLine(),
        remedy);
  }

  private Observation<TestResults> results(Observation<List<ReportFile>> read, ReportSet set) {
    if (room.isExceeded()) {
      return Observation.unknown(
          "the test reports hold more than "
              + Room.MAX_CASES
              + " test cases, or more text than can be kept",
          "Name fewer reports under evidence.tests.");
    }
    return read.then(reports -> results(reports, set));
  }

  private Observation<TestResults> results(List<ReportFile> reports, ReportSet set) {
    Optional<Diagnostic> broken =
        new FailsafeSummaries(workTree, xml).broken(reports, set.plan().isPresent());
    if (broken.isPresent()) {
      return Observation.unknown(
          broken.get().location() + ": " + broken.get().problem(), broken.get().remedy());
    }
    return cases.isEmpty()
        ? Observation.unknown(
            "no test case is in " + ReportIntake.names(reports),
            "Check that the tests were not skipped, and run them" + set.runHint() + ".")
        : Observation.known(new TestResults(reports, cases));
  }
}
