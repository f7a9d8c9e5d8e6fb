package dev.coord.evidence.coverage;

import dev.coord.evidence.FileCoverage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What reports count without saying in which file.
 *
 * <p>One run may be reported in two formats, of which one tells where all branches are and the
 * other does not. What the second leaves open is then told by the first, and must not count again.
 */
final class Rests {

  private record Rest(FileCoverage count, Set<ReportedFile> files) {}

  private final List<Rest> rests = new ArrayList<>();
  private final Set<ReportedFile> placed = new HashSet<>();

  /** Whether it matters which files a report in this format names. */
  static boolean concerns(CoverageFormat format) {
    return format.placesBranches() || format.rest().isPresent();
  }

  /**
   * Adds a report.
   *
   * @param files those of its files that have lines
   */
  void add(CoverageFormat format, Collection<ReportedFile> files) {
    if (format.placesBranches()) {
      placed.addAll(files);
    }
    format.rest().ifPresent(count -> rests.add(new Rest(count, Set.copyOf(files))));
  }

  /** What is of files that no other report tells wholly. */
  List<FileCoverage> counted() {
    return rests.stream()
        .filter(rest -> !placed.containsAll(rest.files()))
        .map(Rest::count)
        .toList();
  }
}
