package dev.coord.evidence.tests;

import dev.coord.diagnostic.Location;
import dev.coord.evidence.InvalidReportException;
import dev.coord.evidence.TestCase;
import dev.coord.evidence.TestCase.Outcome;
import dev.coord.evidence.reports.LocalTimes;
import dev.coord.evidence.xml.Element;
import dev.coord.evidence.xml.ElementHandler;
import dev.coord.evidence.xml.Texts;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One report in JUnit XML.
 *
 * <p>The format has no standard. This reads what Surefire's <a
 * href="https://maven.apache.org/surefire/maven-surefire-plugin/xsd/surefire-test-report.xsd">schema</a>
 * describes, what pytest writes, and what tools that follow them do: suites in suites, a failure of
 * a whole suite, and a {@code status} in place of an element. Each {@code testcase} element is one
 * test case; none is dropped for having the name of another, since parameterized tests may share a
 * name.
 */
final class JUnitXml implements ElementHandler {

  /** The longest class name, test name or message that is kept, in UTF-16 units. */
  static final int MAX_TEXT = 500;

  /** How much of a failure is looked through for its place, in UTF-16 units. */
  static final int MAX_TRACE = 1 << 16;

  private static final String REMEDY = "Name only JUnit XML reports under evidence.tests.";

  /** What PHPUnit calls a test that ended well and proved nothing. */
  private static final String RISKY = "RiskyTest";

  private static final Set<String> SUITES = Set.of("testsuites", "testsuite");
  private static final Set<String> KNOWN =
      Set.of(
          "testsuites",
          "testsuite",
          "testcase",
          "failure",
          "error",
          "skipped",
          "warning",
          "flakyFailure",
          "flakyError",
          "rerunFailure",
          "rerunError");

  /** The type of what is skipped that node gives a test to be written, whether it failed or not. */
  private static final String TODO = "todo";

  /** What Catch2 says of a test that may fail, or has to: what failed in it was expected. */
  private static final String EXPECTED = "TEST_CASE tagged with !mayfail";

  private final String report;
  private final TestSources sources;
  private final Room room;
  private final List<TestCase> cases = new ArrayList<>();
  private final List<ReportedSuite> reported = new ArrayList<>();
  private final Deque<Suite> suites = new ArrayDeque<>();
  private Optional<Instant> time = Optional.empty();
  private Optional<Instant> latest = Optional.empty();
  private boolean inCase;
  private final NodeTotals nodeTotals = new NodeTotals();

  // Told last: that failed or skipped tests are hidden says more.
  private Optional<InvalidReportException> hidden = Optional.empty();

  // The test case at hand.
  private String className = "";
  private String testName = "";
  private String file = "";
  private Optional<Duration> duration = Optional.empty();
  private Outcome outcome = Outcome.PASSED;
  private boolean skipped;
  private boolean todo;
  private boolean failsAsExpected;
  private boolean failedAgain;
  private boolean ofCtest;
  private Optional<String> unclear = Optional.empty();
  private String message = "";
  private int line;

  /** How deep the failure stands that is looked through for its place; 0 outside of one. */
  private int tracedDepth;

  JUnitXml(String report, TestSources sources, Room room) {
    this.report = report;
    this.sources = sources;
    this.room = room;
  }

  /** When the last suite began, where the report says so with its zone. */
  Optional<Instant> time() {
    return time;
  }

  /** When the last suite began at the latest, where no suite says so with its zone. */
  Optional<Instant> latest() {
    return time.isPresent() ? Optional.empty() : latest;
  }

  /** Its test cases, as listed. */
  List<TestCase> cases() {
    return cases;
  }

  /** Its suites that list tests themselves. */
  List<ReportedSuite> suites() {
    return reported;
  }

  @Override
  public void start(Element element) throws InvalidReportException {
    switch (element.name()) {
      case "testsuites", "testsuite" -> startSuite(element);
      case "testcase" -> startCase(element);
      case "failure" -> failed(element, Outcome.FAILED);
      case "warning" -> warned(element);
      case "error" -> failed(element, Outcome.ERROR);
      case "flakyFailure", "flakyError" -> flaky(element);
      case "rerunFailure", "rerunError" -> rerun(element);
      case "skipped" -> skipped(element);
      case "property" -> property(element);
      default -> {
        String local = element.name().substring(element.name().indexOf(':') + 1);
        if (element.depth() > 1 && KNOWN.contains(local)) {
          throw element.invalid(
              "<" + Texts.shortened(element.name()) + "> has a prefix, which JUnit XML has not",
              "Let the tool that writes this report leave out the prefix.");
        }
        // failsafe-summary.xml lies beside the reports of Failsafe and holds no test cases.
        if (element.depth() == 1 && !element.name().equals("failsafe-summary")) {
          throw element.invalid(
              "this is not JUnit XML: its root element is <"
                  + Texts.shortened(element.name())
                  + ">",
              REMEDY);
        }
      }
    }
  }

  private void startSuite(Element suite) throws InvalidReportException {
    if (inCase) {
      throw suite.invalid("a test case holds a suite");
    }
    Counting counting =
        suites.isEmpty() ? Counting.ofRoot(suite) : suites.element().counting().ofInner(suite);
    suites.push(new Suite(suite, counting, cases.size(), Optional.ofNullable(suites.peek())));
    suite
        .attribute("timestamp")
        .flatMap(JUnitXml::zoned)
        .filter(start -> time.isEmpty() || start.isAfter(time.get()))
        .ifPresent(start -> time = Optional.of(start));
    suite
        .attribute("timestamp")
        .flatMap(LocalTimes::latest)
        .filter(start -> latest.isEmpty() || start.isAfter(latest.get()))
        .ifPresent(start -> latest = Optional.of(start));
  }

  private void property(Element property) throws InvalidReportException {
    if (!inCase && !suites.isEmpty()) {
      suites.element().property(property);
    }
  }

  private void startCase(Element test) throws InvalidReportException {
    if (inCase || suites.isEmpty()) {
      throw test.invalid("a test case is not in a suite", REMEDY);
    }
    testName = kept(test.attribute("name", "").orElse(""));
    if (testName.isEmpty()
        && test.text("name").isEmpty()
        && test.text("classname").isEmpty()
        && test.text("class").isEmpty()) {
      throw test.invalid(
          "a test case has neither a name nor a class, as where a run was broken off",
          "Run the tests again, to their end.");
    }
    inCase = true;
    Optional<String> named = test.attribute("classname", className);
    String reported = named.or(() -> test.attribute("class")).orElse(suites.element().name());
    nameClass(reported);
    file = test.attribute("file").orElse(suites.element().file(reported, sources));
    duration = duration(test);
    message = "";
    line = 0;
    tracedDepth = 0;
    todo = false;
    failsAsExpected = false;
    failedAgain = false;
    ofCtest = CtestWords.fits(test);
    OutcomeWords words = OutcomeWords.of(test);
    unclear = words.unclear();
    outcome = words.outcome();
    skipped = words.skipped();
  }

  /** Keeps one text for all tests of a class. */
  private void nameClass(String reported) {
    String name = kept(reported);
    className = name.equals(className) ? className : name;
  }

  private static Optional<Duration> duration(Element test) throws InvalidReportException {
    String text = test.attribute("time", "").orElse("");
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Optional<Duration> duration = Seconds.parse(text);
    if (duration.isEmpty()) {
      throw test.invalid("time=\"" + Texts.shortened(text) + "\" is not a number of seconds");
    }
    return duration;
  }

  private void failed(Element element, Outcome how) throws InvalidReportException {
    boolean ofCase = inCase && element.ancestor(1).equals("testcase");
    boolean ofSuite = !inCase && SUITES.contains(element.ancestor(1));
    if (!ofCase && !ofSuite) {
      return;
    }
    if (ofCase && failsAsExpected) {
      return;
    }
    suites.element().failure();
    if (ofCase && element.text("type").contains(RISKY)) {
      outcome = outcome == Outcome.PASSED ? Outcome.SKIPPED : outcome;
      message(element);
      return;
    }
    if (ofSuite) {
      nameClass(suites.element().name());
      testName = "(suite)";
      file = "";
      duration = Optional.of(Duration.ZERO);
      unclear = Optional.empty();
      todo = false;
      outcome = how;
      message = kept(Texts.firstLine(element.text("message")));
      line = 0;
      emit(element);
      return;
    }
    worst(element, how);
  }

  /**
   * PHPUnit warns of a test that does not exist or cannot be run, and of one that ran. Whether that
   * broke the run is a setting which the report does not tell, so it is taken to have done so.
   */
  private void warned(Element element) {
    if (inCase && element.ancestor(1).equals("testcase")) {
      worst(element, Outcome.FAILED);
    }
  }

  /** An error says more than a failure, and either more than that the test was skipped. */
  private void worst(Element element, Outcome how) {
    if (!outcome.failed()) {
      message = "";
    }
    outcome = outcome == Outcome.ERROR ? Outcome.ERROR : how;
    message(element);
    if (line == 0 && source().isPresent()) {
      tracedDepth = element.depth();
      element.captureText(MAX_TRACE);
    }
  }

  private void flaky(Element element) {
    if (inCase && element.ancestor(1).equals("testcase")) {
      suites.element().flake();
      if (outcome == Outcome.PASSED) {
        outcome = Outcome.FLAKY;
        message(element);
      }
    }
  }

  /** What failed when it was run again has failed, whether its first failure is told or not. */
  private void rerun(Element element) {
    if (inCase && element.ancestor(1).equals("testcase")) {
      suites.element().rerun();
      failedAgain = true;
      message(element);
    }
  }

  private void skipped(Element element) {
    if (inCase && element.ancestor(1).equals("testcase")) {
      skipped = true;
      todo |= element.text("type").equals(TODO);
      failsAsExpected |= element.text("message").equals(EXPECTED);
      if (ofCtest && !CtestWords.skips(element.text("message"))) {
        worst(element, Outcome.FAILED);
        return;
      }
      if (!outcome.failed()) {
        outcome = Outcome.SKIPPED;
        message(element);
      }
    }
  }

  private void message(Element element) {
    if (message.isEmpty()) {
      message = kept(Texts.firstLine(element.text("message")));
    }
    if (message.isEmpty()) {
      element.captureText(MAX_TEXT);
    }
  }

  @Override
  public void comment(String text, Location place) {
    nodeTotals.note(text, place);
  }

  @Override
  public void end(Element element, String text) throws InvalidReportException {
    if (message.isEmpty() && !text.isEmpty()) {
      message = withoutName(kept(text));
    }
    if (element.depth() == tracedDepth) {
      tracedDepth = 0;
      line =
          source().map(path -> new TraceLine(path, className, this::isSource).in(text)).orElse(0);
    }
    switch (element.name()) {
      case "testcase" -> {
        inCase = false;
        if (skipped) {
          suites.element().skipped();
        }
        if (todo) {
          outcome = Outcome.SKIPPED;
        } else if (failedAgain && outcome.passed()) {
          outcome = Outcome.FAILED;
        }
        if (outcome.passed() && unclear.isPresent()) {
          throw element.invalid(
              unclear.get() + " does not tell how the test ended",
              "Let the tool write passed, failed or skipped there, or leave it out.");
        }
        emit(element);
      }
      case "testsuites", "testsuite" -> {
        Suite suite = suites.pop();
        suite.check();
        suite.setAsideTodos(cases);
        hidden = hidden.or(() -> suite.hidden(cases.size()));
        suite.reported().ifPresent(reported::add);
        if (suites.isEmpty()) {
          nodeTotals.check(cases.stream().filter(test -> test.outcome().failed()).count());
          if (hidden.isPresent()) {
            throw hidden.get();
          }
        } else {
          suites.element().include(suite);
          if (suite.failed()) {
            nodeTotals.failingSuite();
          }
        }
      }
      default -> {}
    }
  }

  /** Where a path that a trace names is the source of the test at hand. */
  private boolean isSource(String path) {
    return sources.find(className, path).equals(source());
  }

  private Optional<String> source() {
    return sources.find(className.isEmpty() ? testName : className, file);
  }

  /** The first line of a text but for the name of its test, with which PHPUnit begins. */
  private String withoutName(String text) {
    String first = Texts.firstLine(text);
    if (testName.isEmpty() || !first.equals(testName) && !first.endsWith("::" + testName)) {
      return first;
    }
    String rest = Texts.firstLine(text.substring(text.indexOf(first) + first.length()));
    return rest.isEmpty() ? first : rest;
  }

  private void emit(Element element) throws InvalidReportException {
    TestCase test =
        new TestCase(
            className,
            testName,
            outcome,
            duration.orElse(Duration.ZERO),
            duration.isPresent(),
            message,
            source(),
            outcome.failed() ? line : 0,
            report);
    if (!room.take(characters(test))) {
      throw element.invalid("more test cases than can be kept");
    }
    cases.add(test);
    suites.element().test(test);
  }

  /** What a test takes in memory; a class name counts once while it stays the same. */
  private int characters(TestCase test) {
    boolean sameClass =
        !cases.isEmpty() && cases.get(cases.size() - 1).className() == test.className();
    return test.name().length()
        + test.message().length()
        + (sameClass ? 0 : test.className().length());
  }

  private static String kept(String text) {
    return Texts.cut(text, MAX_TEXT);
  }

  private static Optional<Instant> zoned(String timestamp) {
    try {
      return Optional.of(OffsetDateTime.parse(timestamp).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
