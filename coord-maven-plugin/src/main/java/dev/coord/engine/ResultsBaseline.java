package dev.coord.engine;

import dev.coord.evidence.KnownResults;
import dev.coord.evidence.Observation;

/** Finds the results of tools that are known: those that somebody wrote into the baseline. */
public final class ResultsBaseline {

  /** The baseline tells of no results. */
  public static final Observation<KnownResults> NOTHING =
      Observation.unknown(
          "the baseline does not tell which findings are known",
          "Run mvn coord:baseline on the integration branch in a build with SARIF reports, and"
              + " commit .coord/baseline.yml.");

  private ResultsBaseline() {}

  /** What the baseline that judges tells. */
  static Observation<KnownResults> of(Baselines baselines, Rulebook rulebook) {
    return rulebook
        .baseProblem()
        .map(
            problem ->
                Observation.<KnownResults>unknown(
                    "the baseline of the base is not known: " + problem.reason(), problem.remedy()))
        .orElseGet(
            () ->
                baselines.law().flatMap(KnownResults::in).map(Observation::known).orElse(NOTHING));
  }
}
