package dev.coord.evidence.coverage;

import dev.coord.evidence.CoverageResults;
import dev.coord.evidence.FileCoverage;
import dev.coord.evidence.Observation;
import dev.coord.evidence.reports.BuiltModule;
import dev.coord.evidence.reports.FoundReport;
import dev.coord.evidence.reports.Freshness;
import dev.coord.evidence.reports.ReportIntake;
import dev.coord.evidence.reports.ReportSet;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;

/**
 * Finds modules whose lines are missing from the whole.
 *
 * <p>JaCoCo writes no report for a module without tests. Its lines are then not uncovered, but not
 * there, and deleting the tests of a module would raise the coverage.
 */
final class UnmeasuredModules {

  private final ReportSet set;
  private final Freshness freshness;

  UnmeasuredModules(ReportSet set, Freshness freshness) {
    this.set = set;
    this.freshness = freshness;
  }

  /**
   * The results, or why they are not of the whole. Where the plan says which reports count, they
   * are what it wants measured.
   */
  Observation<CoverageResults> check(CoverageResults results) {
    if (set.plan().isPresent()) {
      return Observation.known(results);
    }
    List<String> missing =
        freshness.builtModules().stream()
            .filter(module -> module.reportsCoverage() && !hasReport(module))
            .filter(module -> isUnmeasured(module, results))
            .map(this::name)
            .sorted()
            .toList();
    if (missing.isEmpty()) {
      return Observation.known(results);
    }
    boolean one = missing.size() == 1;
    return Observation.unknown(
        (one ? "module " : "modules ")
            + ReportIntake.some(missing)
            + (one ? " has" : " have")
            + " sources, but no coverage report of this build measures them",
        "Give "
            + (one ? "it" : "each")
            + " a test, add a report over all modules (jacoco:report-aggregate), or say under"
            + " evidence.coverage which reports count.");
  }

  private boolean hasReport(BuiltModule module) {
    return set.reports().stream()
        .filter(report -> freshness.isOfThisSession(report.modified()))
        .map(FoundReport::file)
        .anyMatch(file -> file.startsWith(module.buildDirectory()));
  }

  private boolean isUnmeasured(BuiltModule module, CoverageResults results) {
    SortedSet<String> sources = module.sources();
    return !sources.isEmpty()
        && results.files().stream().noneMatch(file -> isOf(module, sources, file));
  }

  /** A file that is not committed yet is known by the name that the report gives it. */
  private boolean isOf(BuiltModule module, SortedSet<String> sources, FileCoverage file) {
    return file.path()
        .map(set.workTree()::resolve)
        .map(path -> module.sourceRoots().stream().anyMatch(path::startsWith))
        .orElseGet(() -> sources.contains(file.name()));
  }

  private String name(BuiltModule module) {
    Path directory = set.workTree().relativize(module.directory());
    return directory.toString().isEmpty() ? "." : directory.toString().replace('\\', '/');
  }
}
