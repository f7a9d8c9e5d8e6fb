package dev.coord.engine;

import dev.coord.assess.Assessment;
import dev.coord.assess.NewResults;
import dev.coord.evidence.Observation;
import dev.coord.plan.Baseline;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * Whether the baseline begins to tell which results of tools are known.
 *
 * @param next since when it does; empty where it still does not
 * @param begins whether it does so now: then all of them are taken in
 * @param warning why it does not though a rule asks, a sentence; empty where it does
 */
record ResultsMove(Optional<LocalDate> next, boolean begins, String warning) {

  ResultsMove {
    Objects.requireNonNull(next, "next");
    Objects.requireNonNull(warning, "warning");
  }

  static ResultsMove of(Assessment assessment) {
    Optional<LocalDate> before = assessment.baseline().baseline().flatMap(Baseline::results);
    if (!NewResults.areAsked(assessment.plan(), assessment.rulebook())) {
      return new ResultsMove(before, false, "");
    }
    Optional<Observation.Unknown<?>> untold = NewResults.untold(assessment);
    if (untold.isPresent()) {
      String what = before.isPresent() ? "stay as they are" : "are not taken in";
      return new ResultsMove(
          before,
          false,
          "Findings of tools "
              + what
              + ": "
              + untold.get().reason()
              + ". "
              + untold.get().remedy());
    }
    return before.isPresent()
        ? new ResultsMove(before, false, "")
        : new ResultsMove(Optional.of(assessment.judgedOn()), true, "");
  }
}
