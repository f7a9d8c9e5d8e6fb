package dev.coord.evidence;

import dev.coord.diagnostic.Diagnostic;
import java.util.List;

/**
 * Coverage of all files of all reports; a file that several reports name is merged line by line.
 *
 * @param reports the reports, by path; at least one
 * @param files the files, by path; at least one
 * @param warnings what somebody should know of the reports, though they count
 */
public record CoverageResults(
    List<ReportFile> reports, List<FileCoverage> files, List<Diagnostic> warnings) {

  /**
   * Copies the collections.
   *
   * @throws IllegalArgumentException when there is no report or no file: that is unknown, not zero
   */
  public CoverageResults {
    reports = reports.stream().sorted().toList();
    files = files.stream().sorted().toList();
    warnings = List.copyOf(warnings);
    if (reports.isEmpty() || files.isEmpty()) {
      throw new IllegalArgumentException("no files are unknown, not zero files");
    }
  }

  /** Coverage that nothing is to be said of. */
  public CoverageResults(List<ReportFile> reports, List<FileCoverage> files) {
    this(reports, files, List.of());
  }

  /** The counts of all files together. */
  public CoverageCount count() {
    return files.stream().map(FileCoverage::count).reduce(CoverageCount.NONE, CoverageCount::plus);
  }
}
