package dev.coord.diagnostic;

import java.util.Objects;

/**
 * One mistake in an input, told to the person who can mend it.
 *
 * @param severity whether the run can go on
 * @param location where it is
 * @param problem what is wrong, one sentence without its full stop
 * @param remedy what to do, one or more sentences, the last with its full stop
 */
public record Diagnostic(Severity severity, Location location, String problem, String remedy)
    implements Comparable<Diagnostic> {

  /** How bad a diagnostic is. */
  public enum Severity {
    /** The input cannot be used. */
    ERROR,
    /** The input can be used, and somebody should look. */
    WARNING
  }

  /**
   * Checks that both sentences are there.
   *
   * @throws IllegalArgumentException when problem or remedy is empty
   */
  public Diagnostic {
    Objects.requireNonNull(severity, "severity");
    Objects.requireNonNull(location, "location");
    if (problem.isEmpty() || remedy.isEmpty()) {
      throw new IllegalArgumentException("a diagnostic names a problem and a remedy");
    }
  }

  /** An error. */
  public static Diagnostic error(Location location, String problem, String remedy) {
    return new Diagnostic(Severity.ERROR, location, problem, remedy);
  }

  /** A warning. */
  public static Diagnostic warning(Location location, String problem, String remedy) {
    return new Diagnostic(Severity.WARNING, location, problem, remedy);
  }

  /** Whether this diagnostic makes the input unusable. */
  public boolean isError() {
    return severity == Severity.ERROR;
  }

  /** {@code file:line:column: problem. Remedy.} */
  public String message() {
    return location + ": " + sentences();
  }

  /** {@code problem. Remedy.}, for those that show the place by itself. */
  public String sentences() {
    return problem + ". " + remedy;
  }

  /**
   * Orders by location, text and severity, so that reports do not depend on the order of discovery.
   */
  @Override
  public int compareTo(Diagnostic other) {
    int order = location.compareTo(other.location);
    if (order == 0) {
      order = message().compareTo(other.message());
    }
    return order != 0 ? order : severity.compareTo(other.severity);
  }
}
