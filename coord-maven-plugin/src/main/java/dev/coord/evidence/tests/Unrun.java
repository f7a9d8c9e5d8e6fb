package dev.coord.evidence.tests;

import dev.coord.diagnostic.Location;
import dev.coord.evidence.InvalidReportException;
import dev.coord.evidence.TestCase;
import dev.coord.evidence.TestCase.Outcome;
import dev.coord.evidence.xml.Element;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What Vitest lists of a file whose worker died: each of its tests, like one that passed, in no
 * time.
 *
 * <p>Vitest lists the tests that it has collected, and marks those alone that failed or were
 * skipped. It times to the nanosecond, so that the time of a file that was run is never {@code 0}.
 */
final class Unrun {

  private static final Pattern SCRIPT = Pattern.compile(".*\\.[cm]?[jt]sx?", Pattern.DOTALL);

  private final boolean timeless;
  private final String name;
  private final Location place;
  private Optional<String> test = Optional.empty();

  /** Reads the attributes of a {@code testsuite}. */
  Unrun(Element suite) {
    name = suite.text("name");
    place = suite.place();
    // Other tools round to milliseconds, and call a suite by a class, or a class by another name.
    timeless = suite.text("time").equals("0") && SCRIPT.matcher(name).matches();
  }

  /** Notes a test that the suite lists itself. */
  void test(TestCase listed) {
    if (timeless
        && test.isEmpty()
        && listed.outcome() == Outcome.PASSED
        && listed.timed()
        && listed.duration().isZero()
        && listed.className().equals(name)) {
      test = Optional.of(listed.name());
    }
  }

  /**
   * Checks that what is listed as passed was run.
   *
   * @throws InvalidReportException when nothing tells that it was
   */
  void check() throws InvalidReportException {
    if (test.isPresent()) {
      throw new InvalidReportException(
          place,
          "the suite took no time, and so did its test "
              + test.get()
              + ": nothing tells that it was run",
          "Look at the output of the tests for a worker that ended early, mend what ended it, and"
              + " run them again.");
    }
  }
}
