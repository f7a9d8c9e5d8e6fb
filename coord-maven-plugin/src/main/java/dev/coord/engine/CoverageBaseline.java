package dev.coord.engine;

import dev.coord.evidence.Observation;
import dev.coord.plan.Baseline;
import dev.coord.plan.CoveredLines;

/**
 * Finds the share of lines that rules compare with: the one that somebody wrote into the baseline.
 * No run moves it by itself, so that one bad run does not lower it.
 */
public final class CoverageBaseline {

  /** The baseline holds no coverage. */
  public static final Observation<CoveredLines> NOTHING =
      Observation.unknown(
          "the baseline holds no coverage",
          "Run mvn coord:baseline on the integration branch in a build with coverage reports, and"
              + " commit .coord/baseline.yml.");

  private CoverageBaseline() {}

  /** The share in the baseline that judges. */
  static Observation<CoveredLines> of(Baselines baselines, Rulebook rulebook) {
    return rulebook
        .baseProblem()
        .map(
            problem ->
                Observation.<CoveredLines>unknown(
                    "the baseline of the base is not known: " + problem.reason(), problem.remedy()))
        .orElseGet(
            () ->
                baselines
                    .law()
                    .flatMap(Baseline::coverage)
                    .map(Observation::known)
                    .orElse(NOTHING));
  }
}
