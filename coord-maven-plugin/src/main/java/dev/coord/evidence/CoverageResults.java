package dev.coord.evidence;

import java.util.List;

/**
 * Coverage of all files of all reports; a file that several reports name is merged line by line.
 *
 * @param reports the reports, by path; at least one
 * @param files the files, by path; at least one
 */
public record CoverageResults(List<ReportFile> reports, List<FileCoverage> files) {

  /**
   * Copies the collections.
   *
   * @throws IllegalArgumentException when there is no report or no file: that is unknown, not zero
   */
  public CoverageResults {
    reports = reports.stream().sorted().toList();
    files = files.stream().sorted().toList();
    if (reports.isEmpty() || files.isEmpty()) {
      throw new IllegalArgumentException("no files are unknown, not zero files");
    }
  }

  /** The counts of all files together. */
  public CoverageCount count() {
    return files.stream().map(FileCoverage::count).reduce(CoverageCount.NONE, CoverageCount::plus);
  }
}
