package dev.coord.assess;

import dev.coord.diagnostic.Location;
import dev.coord.evidence.CoverageCount;
import dev.coord.evidence.CoverageResults;
import dev.coord.evidence.FileCoverage;
import dev.coord.evidence.GitEvidence;
import dev.coord.evidence.Observation;
import dev.coord.evidence.Proof;
import dev.coord.evidence.ReportFile;
import dev.coord.plan.Scope;
import dev.coord.rule.Facts;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Counts the coverage of a scope. */
final class CoverageCounts {

  private CoverageCounts() {}

  /** Coverage of everything, which needs no git. */
  static Facts.Coverage all(CoverageResults results) {
    return new Facts.Coverage(results.count(), reports(results.reports()));
  }

  /** Coverage of a part of the tracked files. */
  static Observation<Facts.Coverage> of(
      CoverageResults results, Scope of, ScopeFilter scopes, GitEvidence git) {
    Predicate<String> inScope = scopes.paths(of);
    Optional<FileCoverage> unplaced = unplaced(results, inScope, git);
    if (unplaced.isPresent()) {
      return Observation.unknown(
          "the coverage of " + unplaced.get().name() + " fits more than one tracked file",
          "Name the report's root under evidence.coverage.");
    }
    CoverageCount count =
        results.files().stream()
            .filter(file -> file.path().filter(inScope).isPresent())
            .map(FileCoverage::count)
            .reduce(CoverageCount.NONE, CoverageCount::plus);
    return Observation.known(new Facts.Coverage(count, reports(results.reports())));
  }

  /**
   * A file that could not be placed and might lie in the scope. To leave it out would be to guess
   * that it does not; one that fits no tracked file of the scope, such as generated code, does not.
   */
  private static Optional<FileCoverage> unplaced(
      CoverageResults results, Predicate<String> inScope, GitEvidence git) {
    List<FileCoverage> homeless =
        results.files().stream().filter(file -> file.path().isEmpty()).toList();
    if (homeless.isEmpty()) {
      return Optional.empty();
    }
    Set<String> names = new HashSet<>();
    homeless.forEach(file -> names.add(last(file.name())));
    List<String> candidates =
        git.trackedFiles().stream()
            .filter(path -> names.contains(last(path)))
            .filter(inScope)
            .toList();
    return homeless.stream()
        .filter(file -> candidates.stream().anyMatch(path -> fits(file.name(), path)))
        .findFirst();
  }

  private static String last(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static boolean fits(String name, String path) {
    String below = name;
    while (below.startsWith("../")) {
      below = below.substring("../".length());
    }
    // A name that leads upwards tells all directories from there on, so the path has them, too.
    boolean all = !below.equals(name);
    return path.equals(below) || path.endsWith("/" + below) || (!all && name.endsWith("/" + path));
  }

  private static List<Proof> reports(List<ReportFile> reports) {
    return reports.stream()
        .map(report -> Proof.report(report.format(), Location.ofFile(report.path())))
        .toList();
  }
}
