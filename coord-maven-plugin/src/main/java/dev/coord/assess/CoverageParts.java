package dev.coord.assess;

import dev.coord.evidence.CoverageCount;
import dev.coord.evidence.CoverageResults;
import dev.coord.evidence.FileCoverage;
import dev.coord.path.SourcePackage;
import dev.coord.plan.Workstream;
import dev.coord.rule.Territory;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** Coverage of the parts of a project that somebody answers for; a file of two counts in each. */
public final class CoverageParts {

  private CoverageParts() {}

  /** By workstream, of what they own. */
  public static SortedMap<String, CoverageCount> workstreams(
      CoverageResults results, Territory territory) {
    return by(results, file -> ids(file, territory));
  }

  /** By the person who owns workstreams, of what those own. */
  public static SortedMap<String, CoverageCount> owners(
      CoverageResults results, Territory territory) {
    return by(
        results,
        file ->
            ids(file, territory).stream()
                .flatMap(id -> territory.plan().workstream(id).stream())
                .map(Workstream::owner)
                .flatMap(owner -> owner.stream())
                .distinct()
                .toList());
  }

  /** By package; empty for files in none. */
  public static SortedMap<String, CoverageCount> packages(CoverageResults results) {
    return by(results, file -> List.of(SourcePackage.of(file.path().orElse(file.name())).name()));
  }

  private static List<String> ids(FileCoverage file, Territory territory) {
    return file.path().map(territory::exclusiveOwnerIds).orElse(List.of());
  }

  private static SortedMap<String, CoverageCount> by(
      CoverageResults results, Function<FileCoverage, List<String>> parts) {
    SortedMap<String, CoverageCount> counts = new TreeMap<>();
    for (FileCoverage file : results.files()) {
      if (file.size() > 0) {
        parts.apply(file).forEach(part -> counts.merge(part, file.count(), CoverageCount::plus));
      }
    }
    return counts;
  }
}
