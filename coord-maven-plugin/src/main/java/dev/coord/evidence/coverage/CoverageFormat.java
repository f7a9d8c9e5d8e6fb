package dev.coord.evidence.coverage;

import dev.coord.evidence.FileCoverage;
import dev.coord.evidence.reports.FoundReport;
import dev.coord.evidence.reports.TrackedFiles.Match;
import dev.coord.evidence.xml.ElementHandler;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;

/** One report in one format; its root element is the first that it gets. */
interface CoverageFormat extends ElementHandler {

  /** The format, in words. */
  String format();

  /**
   * Whether two reports in this format on one version of a file know the same lines of it, but for
   * what one leaves out.
   */
  boolean isExact();

  /** When the report says that it was written. */
  Optional<Instant> time();

  /** The files, after the last element; the caller may take them out. */
  SortedMap<ReportedFile, FileCoverage> files();

  /** The committed files that a file of the report may be. */
  Match locate(FoundReport report, ReportedFile file);
}
