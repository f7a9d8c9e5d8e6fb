package dev.coord.engine;

import dev.coord.assess.Overall;
import dev.coord.diagnostic.Diagnostic;
import dev.coord.diagnostic.Location;
import java.util.List;

/**
 * A run that did not come to its end: out of memory, or by an error of coord's own. It must not
 * leave the site of an earlier run, which may be green.
 */
final class Breakdown {

  private final Throwable thrown;
  private final boolean memory;

  private Breakdown(Throwable thrown, boolean memory) {
    this.thrown = thrown;
    this.memory = memory;
  }

  /** What was thrown, there or by a thread that was waited for. */
  static Breakdown of(Throwable thrown) {
    Throwable cause = thrown;
    for (int depth = 0; depth < 8 && cause != null; depth++, cause = cause.getCause()) {
      if (cause instanceof OutOfMemoryError) {
        return new Breakdown(thrown, true);
      }
    }
    return new Breakdown(thrown, false);
  }

  /** What the site says instead. The plan may be what broke the run, so it is not read again. */
  Pipeline.Outcome outcome(Settings settings, Opened opened) {
    return Pipeline.Outcome.broken(
        settings, opened, List.of(memory ? outOfMemory() : ownError()), List.of());
  }

  private static Diagnostic outOfMemory() {
    return Diagnostic.error(
        Location.ofVariable("MAVEN_OPTS"),
        "Maven's memory does not suffice for this plan and what is held against it",
        "Give it more, such as MAVEN_OPTS=-Xmx1g, or make the plan smaller.");
  }

  private Diagnostic ownError() {
    return Diagnostic.error(
        Location.ofParameter("coord"),
        "coord broke down by an error of its own (" + thrown.getClass().getName() + ")",
        "Run it again with -e, and report what Maven shows.");
  }

  /**
   * The result where it says enough.
   *
   * @throws RuntimeException what was thrown, where those who mend coord need to see it
   */
  Result orThrown(Result result) {
    if (memory) {
      Diagnostic problem = outOfMemory();
      String failure = "Nothing was judged: " + problem.sentences();
      return new Result(Overall.ERROR, result.console(), result.commands(), failure);
    }
    if (thrown instanceof RuntimeException exception) {
      throw exception;
    }
    throw (Error) thrown;
  }
}
