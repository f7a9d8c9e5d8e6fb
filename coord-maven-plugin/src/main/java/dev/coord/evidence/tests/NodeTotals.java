package dev.coord.evidence.tests;

import dev.coord.diagnostic.Location;
import dev.coord.evidence.InvalidReportException;
import java.util.List;
import java.util.Optional;

/**
 * What Node.js counts in the comments at the end of its report, such as {@code fail 1}.
 *
 * <p>It writes a test that has tests of its own as a suite. Such a test may fail by itself, in its
 * own lines, while those pass: the count alone tells that.
 */
final class NodeTotals {

  /** What counts tests that failed: on their own, and with the test that they belong to. */
  private static final List<String> FAILED = List.of("fail", "cancelled");

  private static final int MAX_DIGITS = 9;

  private long stated;
  private long parents;
  private Optional<Location> place = Optional.empty();

  /** Takes a comment, which may be about anything. */
  void note(String comment, Location where) {
    String[] words = comment.strip().split(" ");
    if (words.length == 2
        && FAILED.contains(words[0])
        && words[1].matches("[0-9]{1," + MAX_DIGITS + "}")) {
      long count = Long.parseLong(words[1]);
      stated += count;
      place = place.isEmpty() && count > 0 ? Optional.of(where) : place;
    }
  }

  /** Counts a suite in which a test failed: it may be a test that failed by that. */
  void failingSuite() {
    parents++;
  }

  /**
   * Checks that no failure is hidden.
   *
   * @param failed how many tests failed as listed
   * @throws InvalidReportException when more failed
   */
  void check(long failed) throws InvalidReportException {
    if (place.isPresent() && stated > failed + parents) {
      throw new InvalidReportException(
          place.get(),
          "Node.js counts "
              + stated
              + (stated == 1 ? " failed test" : " failed tests")
              + " here, but lists "
              + (failed == 0 ? "none" : String.valueOf(failed)),
          "See in the output of the tests which one failed by itself beside the tests in it.");
    }
  }
}
