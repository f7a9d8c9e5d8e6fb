package dev.coord.evidence.tests;

import dev.coord.evidence.TestCase.Outcome;
import dev.coord.evidence.xml.Element;
import dev.coord.evidence.xml.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the attributes {@code status} and {@code result} of a test case say of how it ended.
 *
 * @param outcome what the words that are known make of it
 * @param skipped whether one of them says that it was not run
 * @param unclear the first attribute that tells nothing, as it is written; empty when there is none
 */
record OutcomeWords(Outcome outcome, boolean skipped, Optional<String> unclear) {

  private static final List<String> ATTRIBUTES = List.of("status", "result");
  private static final Pattern SIGNS = Pattern.compile("[\\s_-]");
  private static final OutcomeWords NONE =
      new OutcomeWords(Outcome.PASSED, false, Optional.empty());
  private static final Set<String> PASSED =
      Set.of(
          "run",
          "completed",
          "complete",
          "finished",
          "executed",
          "done",
          "pass",
          "passed",
          "success",
          "successful",
          "succeeded",
          "ok");
  private static final Set<String> NOT_RUN =
      Set.of(
          "notrun", "disabled", "skip", "skipped", "ignored", "pending", "suppressed", "untested");
  private static final Set<String> FAILED =
      Set.of(
          "fail",
          "failed",
          "failure",
          "error",
          "errored",
          "broken",
          "timeout",
          "timedout",
          "aborted",
          "interrupted",
          "panicked",
          "crashed");

  /** Reads those of a test case. */
  static OutcomeWords of(Element test) {
    // Most tools say it with an element.
    if (test.text("status").isEmpty() && test.text("result").isEmpty()) {
      return NONE;
    }
    boolean failed = false;
    boolean skipped = false;
    Optional<String> unclear = Optional.empty();
    for (String attribute : ATTRIBUTES) {
      String written = test.text(attribute);
      if (written.isBlank()) {
        continue;
      }
      String word = SIGNS.matcher(written).replaceAll("").toLowerCase(Locale.ROOT);
      failed |= FAILED.contains(word);
      skipped |= NOT_RUN.contains(word);
      boolean known = PASSED.contains(word) || NOT_RUN.contains(word) || FAILED.contains(word);
      if (!known && unclear.isEmpty()) {
        unclear = Optional.of(attribute + "=\"" + Texts.shortened(written) + "\"");
      }
    }
    Outcome outcome = failed ? Outcome.FAILED : skipped ? Outcome.SKIPPED : Outcome.PASSED;
    return new OutcomeWords(outcome, skipped, unclear);
  }
}
