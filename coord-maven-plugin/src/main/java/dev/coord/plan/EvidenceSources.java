package dev.coord.plan;

import dev.coord.path.PathPattern;
import java.util.List;

/**
 * Where reports are found; an empty list means the defaults of that kind.
 *
 * @param tests JUnit XML reports
 * @param coverage coverage reports
 * @param findings SARIF reports of tools of analysis
 * @param pullRequests exported lists of pull requests
 */
public record EvidenceSources(
    Origin origin,
    List<Source> tests,
    List<Source> coverage,
    List<Source> findings,
    List<Source> pullRequests) {

  /**
   * A set of report files.
   *
   * @param files which files of the work tree, tracked or not
   * @param root directory that the reports' paths are relative to; empty means: told by the layout
   */
  public record Source(Origin origin, PathPattern files, String root) {
    /** Checks that both are there. */
    public Source {
      Parts.require(origin, files, root);
    }
  }

  /** Copies the collections. */
  public EvidenceSources {
    Parts.require(origin);
    tests = List.copyOf(tests);
    coverage = List.copyOf(coverage);
    findings = List.copyOf(findings);
    pullRequests = List.copyOf(pullRequests);
  }
}
