package dev.coord.evidence;

import java.util.List;

/**
 * The exported pull requests.
 *
 * @param reports the files that were read, by path
 * @param all the pull requests, by number
 * @param reviews whether the export tells of reviews
 */
public record PullRequestResults(List<ReportFile> reports, List<PullRequest> all, boolean reviews) {

  /** Nobody looked. */
  public static final Observation<PullRequestResults> UNASKED =
      Observation.unknown("nobody asked for pull requests", "Run the build again.");

  /**
   * Copies the collections.
   *
   * @throws IllegalArgumentException when there is no file
   */
  public PullRequestResults {
    reports = reports.stream().sorted().toList();
    all = List.copyOf(all);
    if (reports.isEmpty()) {
      throw new IllegalArgumentException("no export is unknown, not no pull requests");
    }
  }
}
