package dev.coord.engine;

import dev.coord.assess.Assessment;
import dev.coord.diagnostic.Location;
import dev.coord.evidence.CoverageCount;
import dev.coord.evidence.CoverageResults;
import dev.coord.evidence.Observation;
import dev.coord.evidence.git.GitRepository;
import dev.coord.plan.Baseline;
import dev.coord.plan.CoverageRule;
import dev.coord.plan.CoveredLines;
import dev.coord.plan.Plan;
import dev.coord.plan.Rule;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What becomes of the coverage in the baseline when it is written: it rises by itself, and falls
 * only when somebody lets it.
 *
 * @param next what is written; empty for nothing
 * @param told what was done, one clause; empty where nothing was
 * @param warning what was not done, a sentence; empty where that is nothing
 */
record CoverageMove(Optional<CoveredLines> next, String told, String warning) {

  CoverageMove {
    Objects.requireNonNull(next, "next");
    Objects.requireNonNull(told, "told");
    Objects.requireNonNull(warning, "warning");
  }

  /**
   * Decides.
   *
   * @param path where the baseline is written
   * @param grow whether the baseline may excuse more than it did
   */
  static CoverageMove of(GitRepository git, Assessment assessment, String path, boolean grow) {
    Optional<CoveredLines> before = assessment.baseline().baseline().flatMap(Baseline::coverage);
    if (!isAsked(assessment)) {
      return new CoverageMove(before, "", "");
    }
    Observation<CoveredLines> measured =
        assessment.evidence().coverage().then(results -> measured(git, assessment, results, path));
    if (measured instanceof Observation.Unknown<CoveredLines> unknown) {
      String what = before.isPresent() ? "stays as it is" : "is not taken in";
      return new CoverageMove(
          before, "", "Coverage " + what + ": " + unknown.reason() + ". " + unknown.remedy());
    }
    CoveredLines now = measured.optional().orElseThrow();
    if (before.isEmpty()) {
      return new CoverageMove(
          measured.optional(), "coverage of " + now.lines() + " is taken in", "");
    }
    CoveredLines then = before.get();
    String change = then.lines() + " to " + now.lines();
    if (then.isBelow(now)) {
      return new CoverageMove(measured.optional(), "coverage rises from " + change, "");
    }
    if (!now.isBelow(then)) {
      return new CoverageMove(before, "", "");
    }
    return grow
        ? new CoverageMove(measured.optional(), "coverage falls from " + change, "")
        : new CoverageMove(
            before,
            "",
            "Coverage fell from "
                + change
                + ", and that is not taken in: test more, or lower the baseline with"
                + " -Dcoord.baseline.grow=true.");
  }

  private static boolean isAsked(Assessment assessment) {
    return List.of(assessment.plan(), assessment.rulebook()).stream()
        .flatMap(Plan::rules)
        .flatMap(Rule::flat)
        .anyMatch(rule -> rule instanceof CoverageRule r && r.against().isPresent());
  }

  /** What is measured is of the commit that is named only where nothing differs from it. */
  private static Observation<CoveredLines> measured(
      GitRepository git, Assessment assessment, CoverageResults results, String path) {
    CoverageCount count = results.count();
    if (count.allLines() == 0) {
      return Observation.unknown(
          "the coverage reports hold no lines", "Let the reports contain the lines.");
    }
    return git.uncommitted()
        .then(
            changed ->
                changed.stream()
                    .filter(file -> !file.equals(path))
                    .filter(file -> !assessment.plan().files().contains(file))
                    .findFirst()
                    .map(
                        file ->
                            Observation.<CoveredLines>unknown(
                                file + " is not as in the commit that would be named",
                                "Commit or stash, then run it again."))
                    .orElseGet(
                        () ->
                            Observation.known(
                                new CoveredLines(
                                    count.lines(),
                                    count.allLines(),
                                    git.head().id(),
                                    assessment.judgedOn(),
                                    Location.ofFile(path)))));
  }

  /** Whether the file has to be written. */
  boolean moves() {
    return !told.isEmpty();
  }
}
