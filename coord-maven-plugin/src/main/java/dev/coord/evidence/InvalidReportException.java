package dev.coord.evidence;

import dev.coord.diagnostic.Diagnostic;
import dev.coord.diagnostic.Location;

/** A report that cannot be used: where, why, and what to do about it. */
public final class InvalidReportException extends Exception {

  private final transient Diagnostic diagnostic;

  /**
   * Tells what is wrong.
   *
   * @param location where in the report
   * @param problem what is wrong, one sentence without its full stop
   * @param remedy what to do, one or more sentences, the last with its full stop
   */
  public InvalidReportException(Location location, String problem, String remedy) {
    super(location + ": " + problem + ". " + remedy);
    this.diagnostic = Diagnostic.error(location, problem, remedy);
  }

  /** The mistake, for the person who can mend it. */
  public Diagnostic diagnostic() {
    return diagnostic;
  }
}
