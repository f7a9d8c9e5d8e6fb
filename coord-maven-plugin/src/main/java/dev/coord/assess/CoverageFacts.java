package dev.coord.assess;

import dev.coord.evidence.CoverageResults;
import dev.coord.evidence.Evidence;
import dev.coord.evidence.GitEvidence;
import dev.coord.evidence.MeasuredLanguages;
import dev.coord.evidence.Observation;
import dev.coord.evidence.Proof;
import dev.coord.plan.ChangedScope;
import dev.coord.plan.CoverageRule;
import dev.coord.plan.Scope;
import dev.coord.rule.Facts;
import java.util.List;
import java.util.function.Predicate;

/** Answers what rules ask of coverage, from reports and, where files have to be known, from git. */
final class CoverageFacts {

  private final Evidence evidence;
  private final ScopeFilter scopes;

  CoverageFacts(Evidence evidence, ScopeFilter scopes) {
    this.evidence = evidence;
    this.scopes = scopes;
  }

  /** Coverage of what a rule judges. */
  Observation<Facts.Coverage> of(CoverageRule rule) {
    Predicate<String> inScope = scopes.paths(rule.of());
    if (rule.changed().isPresent()) {
      ChangedScope how = rule.changed().get();
      return evidence
          .coverage()
          .then(
              results ->
                  evidence
                      .changed()
                      .then(
                          lines ->
                              evidence
                                  .git()
                                  .then(
                                      git ->
                                          measured(rule, results, git, inScope)
                                              .then(
                                                  any ->
                                                      CoverageCounts.changed(
                                                          results, lines, how, inScope, git)))));
    }
    if (rule.of() instanceof Scope.Everything && rule.unmeasured().isEmpty()) {
      return evidence.coverage().map(CoverageCounts::all);
    }
    Observation<Facts.Coverage> measured =
        evidence
            .coverage()
            .then(
                results ->
                    evidence
                        .git()
                        .then(
                            git ->
                                rule.of() instanceof Scope.Everything
                                    ? CoverageCounts.whole(results, git)
                                    : CoverageCounts.of(results, inScope, git)));
    return rule.unmeasured()
        .map(
            how ->
                measured.then(
                    counts ->
                        evidence
                            .unmeasured()
                            .then(files -> UnmeasuredCoverage.of(counts, files, how, inScope))))
        .orElse(measured);
  }

  /** Of a part in which nothing can be measured, no change will ever be judged. */
  private static Observation<CoverageResults> measured(
      CoverageRule rule, CoverageResults results, GitEvidence git, Predicate<String> inScope) {
    MeasuredLanguages languages = new MeasuredLanguages(results);
    boolean some =
        results.files().stream().anyMatch(file -> file.path().filter(inScope).isPresent())
            || git.sources().paths().stream()
                .anyMatch(path -> inScope.test(path) && languages.shouldMeasure(path));
    return some
        ? Observation.known(results)
        : Observation.unknown(
            "judged nothing: no tracked file that the reports could measure fits of:",
            "Correct of: ("
                + rule.origin().of("of").withCommit()
                + "), or let the reports measure the part.");
  }

  /** What the baseline says of coverage. */
  Observation<Facts.BaselineLines> baseline() {
    return evidence
        .baseline()
        .map(
            lines ->
                new Facts.BaselineLines(
                    lines.covered(),
                    lines.all(),
                    lines.when(),
                    List.of(
                        Proof.plan("baseline: " + lines.lines(), lines.place()).attested(),
                        Proof.commit("baseline: " + lines.lines(), lines.commit()).attested())));
  }
}
