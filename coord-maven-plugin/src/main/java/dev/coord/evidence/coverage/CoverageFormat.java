package dev.coord.evidence.coverage;

import dev.coord.evidence.FileCoverage;
import dev.coord.evidence.reports.FoundReport;
import dev.coord.evidence.reports.TrackedFiles.Match;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;

/** One report in one format, after it was read. */
interface CoverageFormat {

  /** The format, in words. */
  String format();

  /**
   * Whether two reports in this format on one version of a file know the same lines of it, but for
   * what one leaves out; most tools count lines by their own lights.
   */
  default boolean isExact() {
    return false;
  }

  /** When the report says that it was written; most say nothing. */
  default Optional<Instant> time() {
    return Optional.empty();
  }

  /** When the report was written at the latest, where it says so without a zone. */
  default Optional<Instant> latest() {
    return Optional.empty();
  }

  /** The files; the caller may take them out. */
  SortedMap<ReportedFile, FileCoverage> files();

  /** What the report counts, but of no file and on no line; in most formats nothing is. */
  default Optional<FileCoverage> rest() {
    return Optional.empty();
  }

  /** Whether the report says of every branch which file and line it is in. */
  boolean placesBranches();

  /** The committed files that a file of the report may be. */
  Match locate(FoundReport report, ReportedFile file);
}
