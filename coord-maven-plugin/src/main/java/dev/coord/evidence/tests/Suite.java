package dev.coord.evidence.tests;

import dev.coord.evidence.InvalidReportException;
import dev.coord.evidence.xml.Element;
import java.util.Optional;

/** A suite: what it says about itself, held against what it lists. */
final class Suite {

  private static final String REMEDY =
      "Look at the output of the tests, and let the tool report every one of them.";

  private final String name;
  private final String file;
  private final long statedFailures;
  private final long statedSkipped;
  private final Optional<InvalidReportException> hiddenFailures;
  private final Optional<InvalidReportException> hiddenSkipped;
  private long failures;
  private long skipped;

  /**
   * Reads the attributes of a {@code testsuite} or {@code testsuites}.
   *
   * @throws InvalidReportException when a count is none
   */
  Suite(Element suite) throws InvalidReportException {
    name = suite.text("name");
    file = suite.text("file");
    suite.numberOr("tests", Integer.MAX_VALUE, 0);
    statedFailures =
        suite.numberOr("failures", Integer.MAX_VALUE, 0)
            + suite.numberOr("errors", Integer.MAX_VALUE, 0);
    statedSkipped = suite.numberOr("skipped", Integer.MAX_VALUE, 0);
    hiddenFailures = hidden(suite, statedFailures, "failed");
    hiddenSkipped = hidden(suite, statedSkipped, "skipped");
  }

  /** The place of the suite is known only while it begins. */
  private static Optional<InvalidReportException> hidden(Element suite, long stated, String how) {
    if (stated == 0) {
      return Optional.empty();
    }
    String problem =
        stated == 1
            ? "the suite counts 1 " + how + " test, but does not list it"
            : "the suite counts " + stated + " " + how + " tests, but does not list them all";
    return Optional.of(suite.invalid(problem, REMEDY));
  }

  String name() {
    return name;
  }

  /** The file that its tests are in, or empty. */
  String file() {
    return file;
  }

  /** Counts one failure or error that is listed, whether it was the last word or not. */
  void failure() {
    failures++;
  }

  /** Counts one skipped test that is listed. */
  void skipped() {
    skipped++;
  }

  /** Counts what an inner suite lists. */
  void include(Suite inner) {
    failures += inner.failures;
    skipped += inner.skipped;
  }

  /**
   * Checks that nothing is hidden: of a test class that could not be loaded, or a test that was not
   * run, some tools write the count alone.
   *
   * @throws InvalidReportException when more is stated than listed
   */
  void check() throws InvalidReportException {
    if (hiddenFailures.isPresent() && statedFailures > failures) {
      throw hiddenFailures.get();
    }
    if (hiddenSkipped.isPresent() && statedSkipped > skipped) {
      throw hiddenSkipped.get();
    }
  }
}
