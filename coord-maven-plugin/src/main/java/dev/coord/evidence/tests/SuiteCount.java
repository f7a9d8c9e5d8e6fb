package dev.coord.evidence.tests;

import dev.coord.evidence.InvalidReportException;
import dev.coord.evidence.xml.Element;
import java.util.Optional;

/** What a suite says about itself, held against what it lists. */
final class SuiteCount {

  private static final String[] COUNTS = {"tests", "failures", "errors", "skipped"};

  private final String name;
  private final long stated;
  private final Optional<InvalidReportException> hidden;
  private long listed;

  private SuiteCount(String name, long stated, Optional<InvalidReportException> hidden) {
    this.name = name;
    this.stated = stated;
    this.hidden = hidden;
  }

  /**
   * Reads the counts of a {@code testsuite} or {@code testsuites}.
   *
   * @throws InvalidReportException when one of them is no count
   */
  static SuiteCount of(Element suite) throws InvalidReportException {
    for (String count : COUNTS) {
      suite.numberOr(count, Integer.MAX_VALUE, 0);
    }
    long stated =
        suite.numberOr("failures", Integer.MAX_VALUE, 0)
            + suite.numberOr("errors", Integer.MAX_VALUE, 0);
    // The place of the suite is known only now.
    Optional<InvalidReportException> hidden =
        stated == 0
            ? Optional.empty()
            : Optional.of(
                suite.invalid(
                    "the suite states more failures than it lists",
                    "Look at the output of the tests, and let them run to their end."));
    return new SuiteCount(suite.text("name"), stated, hidden);
  }

  String name() {
    return name;
  }

  /** Counts one failure or error of the suite, whether it was the last word or not. */
  void failure() {
    listed++;
  }

  /** Counts what an inner suite lists. */
  void include(SuiteCount inner) {
    listed += inner.listed;
  }

  /**
   * Checks that no failure is hidden: tools that cannot load a test class only count it.
   *
   * @throws InvalidReportException when more failures are stated than listed
   */
  void check() throws InvalidReportException {
    if (hidden.isPresent() && stated > listed) {
      throw hidden.get();
    }
  }
}
