package dev.coord.evidence.tests;

import dev.coord.diagnostic.Location;
import dev.coord.evidence.InvalidReportException;
import dev.coord.evidence.TestCase;
import dev.coord.evidence.TestCase.Outcome;
import dev.coord.evidence.xml.Element;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** A suite: what it says about itself, held against what it lists. */
final class Suite {

  private static final String REMEDY =
      "Look at the output of the tests, and let the tool report every one of them.";

  /** The class that jest-junit gives a file that could not be loaded. */
  private static final String NOT_LOADED = "Test suite failed to run";

  /** How newer releases of Surefire count flaky tests, apart from failures. */
  private static final String FLAKY = "flakes";

  /** Properties that Surefire reports, and that differ from module to module and run to run. */
  private static final List<String> TELLING = List.of("basedir", "sun.java.command");

  private final String name;
  private final String file;
  private final long statedFailures;
  private final long statedSkipped;
  private final OptionalLong statedFlaky;
  private final Location place;
  private final long statedTests;
  private final int firstCase;
  private boolean hasSuites;
  private final boolean dated;
  private final Counting counting;
  private final Fingerprint fingerprint = new Fingerprint();
  private final Fingerprint position = new Fingerprint();
  private final Unrun unrun;
  private long failures;
  private long reruns;
  private long flakes;
  private long flakyTests;
  private long skipped;
  private boolean hasTests;
  private boolean failed;

  /** Whether its name is the path of a source; empty until somebody asks. */
  private Optional<Boolean> pathLikeName = Optional.empty();

  private boolean timed;

  /**
   * Reads the attributes of a {@code testsuite} or {@code testsuites}.
   *
   * @param counting what its number of tests means
   * @param firstCase how many test cases the report has listed before it
   * @param outer the suite that it stands in
   * @throws InvalidReportException when a count is none
   */
  Suite(Element suite, Counting counting, int firstCase, Optional<Suite> outer)
      throws InvalidReportException {
    this.counting = counting;
    name = suite.text("name");
    file = suite.text("file");
    this.firstCase = firstCase;
    statedTests = suite.numberOr("tests", Integer.MAX_VALUE, 0);
    statedFailures =
        suite.numberOr("failures", Integer.MAX_VALUE, 0)
            + suite.numberOr("errors", Integer.MAX_VALUE, 0);
    statedSkipped = suite.numberOr("skipped", Integer.MAX_VALUE, 0);
    statedFlaky =
        suite.attribute(FLAKY).isPresent()
            ? OptionalLong.of(suite.numberOr(FLAKY, Integer.MAX_VALUE, 0))
            : OptionalLong.empty();
    place = suite.place();
    unrun = new Unrun(suite);
    String timestamp = suite.text("timestamp");
    dated = !timestamp.isEmpty();
    fingerprint.add(name);
    fingerprint.add(timestamp);
    fingerprint.add(suite.text("hostname"));
    fingerprint.add(suite.text("time"));
    outer.ifPresent(in -> position.add(in.position.value()));
    position.add(name);
    position.add(file);
  }

  String name() {
    return name;
  }

  /**
   * The file that its tests of a class are in as reported, or empty. Vitest names suite and class
   * alike by the path of the file; what has only one of these names may be called after the file
   * that it tests.
   */
  String file(String className, TestSources sources) {
    if (!file.isBlank() || !className.equals(name)) {
      return file;
    }
    if (pathLikeName.isEmpty()) {
      pathLikeName = Optional.of(sources.find("", name).isPresent());
    }
    return pathLikeName.get() ? name : file;
  }

  /** What its number of tests means. */
  Counting counting() {
    return counting;
  }

  /** Counts one failure or error that is listed, whether it was the last word or not. */
  void failure() {
    failures++;
  }

  /** Counts one run of a test again that failed, too: some releases of Surefire count those. */
  void rerun() {
    reruns++;
  }

  /** Counts one run that failed of a test that passed in the end. */
  void flake() {
    failures++;
    flakes++;
  }

  /** Whether a test failed that it lists, or an inner suite does. */
  boolean failed() {
    return failed;
  }

  /** Counts one skipped test that is listed. */
  void skipped() {
    skipped++;
  }

  /** Counts what an inner suite lists. */
  void include(Suite inner) {
    hasSuites = true;
    failed |= inner.failed;
    failures += inner.failures;
    reruns += inner.reruns;
    flakes += inner.flakes;
    flakyTests += inner.flakyTests;
    skipped += inner.skipped;
  }

  /**
   * Notes a property that tells this run from others: where the suite does not say when it ran,
   * those do that name the module and the process.
   */
  void property(Element property) throws InvalidReportException {
    if (dated) {
      return;
    }
    for (String telling : TELLING) {
      if (property.is("name", telling)) {
        fingerprint.add(telling);
        fingerprint.add(property.text("value"));
      }
    }
  }

  /** Notes a test that the suite lists itself. */
  void test(TestCase test) {
    hasTests = true;
    unrun.test(test);
    failed |= test.outcome().failed();
    flakyTests += test.outcome() == Outcome.FLAKY ? 1 : 0;
    fingerprint.add(test.className());
    fingerprint.add(test.name());
    fingerprint.add(test.outcome().ordinal());
    fingerprint.add(test.duration().toNanos());
    timed |= !test.duration().isZero();
  }

  /** The suite by which a copy of it is known; empty when it lists no tests itself. */
  Optional<ReportedSuite> reported() {
    return hasTests
        ? Optional.of(new ReportedSuite(name, place, fingerprint.value(), position.value(), timed))
        : Optional.empty();
  }

  /**
   * Counts as skipped what jest-junit lists as passed and does not count as a test.
   *
   * <p>It lists what is still to be written ({@code test.todo}) like a test that passed, without a
   * duration, and leaves it out of the number of tests. It leaves out a file that could not be
   * loaded, too, which failed.
   *
   * @param cases all cases of the report so far; the last ones are this suite's
   */
  void setAsideTodos(List<TestCase> cases) {
    if (counting != Counting.CASES_BUT_TODOS || hasSuites) {
      return;
    }
    long counted =
        cases.subList(firstCase, cases.size()).stream()
            .filter(test -> !test.className().equals(NOT_LOADED))
            .count();
    long todos = counted - statedTests;
    for (int i = cases.size() - 1; i >= firstCase && todos > 0; i--) {
      TestCase test = cases.get(i);
      if (test.outcome() == Outcome.PASSED && test.duration().isZero()) {
        cases.set(i, test.skipped("not counted as a test by its suite"));
        todos--;
      }
    }
  }

  /**
   * Checks that nothing is hidden: of a test class that could not be loaded, or a test that was not
   * run, some tools write the count alone, or the test like one that passed.
   *
   * @throws InvalidReportException when more is stated than listed, or passed than was run
   */
  void check() throws InvalidReportException {
    if (statedFailures != failures + reruns) {
      check(statedFailures, statedFlaky.isPresent() ? failures - flakes : failures, "failed");
    }
    check(statedFlaky.orElse(0), flakyTests, "flaky");
    check(statedSkipped, skipped, "skipped");
    unrun.check();
  }

  /**
   * Whether tests are hidden: the suite counts more of them than it lists.
   *
   * @param cases how many cases the report has listed so far
   */
  Optional<InvalidReportException> hidden(int cases) {
    long listed = cases - firstCase;
    // Some releases of Surefire and of Gradle count each run of a test.
    boolean measured = counting != Counting.ANYTHING && counting != Counting.REQUESTS;
    if (!measured || statedTests <= listed + reruns + flakes) {
      return Optional.empty();
    }
    String tests = statedTests == 1 ? " test" : " tests";
    String lists = listed == 0 ? "none" : String.valueOf(listed);
    return Optional.of(
        new InvalidReportException(
            place, "the suite counts " + statedTests + tests + ", but lists " + lists, REMEDY));
  }

  private void check(long stated, long listed, String how) throws InvalidReportException {
    if (stated > listed) {
      String problem =
          stated == 1
              ? "the suite counts 1 " + how + " test, but does not list it"
              : "the suite counts " + stated + " " + how + " tests, but does not list them all";
      throw new InvalidReportException(place, problem, REMEDY);
    }
  }
}
