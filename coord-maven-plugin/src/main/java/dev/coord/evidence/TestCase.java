package dev.coord.evidence;

import dev.coord.diagnostic.Location;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * One test case of a report. All texts are hostile.
 *
 * @param className the class or module it belongs to, as reported
 * @param name its name, as reported
 * @param outcome how it ended
 * @param duration how long it took, never negative; zero where that is not told
 * @param timed whether its report tells how long it took
 * @param message why it failed or was skipped, first line; may be empty
 * @param file repository path of its source, where exactly one tracked file fits
 * @param line the line of that file where it failed, from 1; 0 where its report does not tell
 * @param report path of the report it is from
 */
public record TestCase(
    String className,
    String name,
    Outcome outcome,
    Duration duration,
    boolean timed,
    String message,
    Optional<String> file,
    int line,
    String report) {

  /** How a test case ended. */
  public enum Outcome {
    /** It passed. */
    PASSED,
    /** It failed first and passed when run again; counts as passed. */
    FLAKY,
    /** An assertion did not hold. */
    FAILED,
    /** It ended in an error; counts as failed. */
    ERROR,
    /** It was not run. */
    SKIPPED;

    /** Whether the test counts as failed. */
    public boolean failed() {
      return this == FAILED || this == ERROR;
    }

    /** Whether the test counts as passed. */
    public boolean passed() {
      return this == PASSED || this == FLAKY;
    }
  }

  /**
   * Checks the duration and the line.
   *
   * @throws IllegalArgumentException when one is negative, or a line is of no file
   */
  public TestCase {
    Objects.requireNonNull(outcome, "outcome");
    Objects.requireNonNull(message, "message");
    Objects.requireNonNull(file, "file");
    if (duration.isNegative()) {
      throw new IllegalArgumentException("negative duration of " + name);
    }
    if (line < 0 || (line > 0 && file.isEmpty())) {
      throw new IllegalArgumentException("impossible line " + line + " of " + name);
    }
  }

  /** A test of which is told how long it took. */
  public TestCase(
      String className,
      String name,
      Outcome outcome,
      Duration duration,
      String message,
      Optional<String> file,
      String report) {
    this(className, name, outcome, duration, true, message, file, 0, report);
  }

  /** The same test, not run after all. */
  public TestCase skipped(String reason) {
    return new TestCase(className, name, Outcome.SKIPPED, duration, timed, reason, file, 0, report);
  }

  /** The same test, passed. */
  public TestCase passed() {
    return new TestCase(className, name, Outcome.PASSED, duration, timed, "", file, 0, report);
  }

  /** The same test, which failed in this line of its file; 0 where that is not known. */
  public TestCase at(int failed) {
    return new TestCase(className, name, outcome, duration, timed, message, file, failed, report);
  }

  /** Its source, with the line where it failed as far as that is known. */
  public Optional<Location> place() {
    return file.map(path -> line == 0 ? Location.ofFile(path) : Location.of(path, line, 0));
  }

  /** {@code class#name}: how the test is addressed. */
  public String qualifiedName() {
    return qualified(className, name);
  }

  static String qualified(String className, String name) {
    return className.isEmpty() ? name : className + "#" + name;
  }
}
