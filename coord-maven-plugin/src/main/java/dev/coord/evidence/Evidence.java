package dev.coord.evidence;

import java.util.Objects;

/**
 * Everything that was observed.
 *
 * @param git what git says
 * @param tests what the test reports say
 * @param coverage what the coverage reports say
 */
public record Evidence(
    Observation<GitEvidence> git,
    Observation<TestResults> tests,
    Observation<CoverageResults> coverage) {

  /** Checks that all parts are there. */
  public Evidence {
    Objects.requireNonNull(git, "git");
    Objects.requireNonNull(tests, "tests");
    Objects.requireNonNull(coverage, "coverage");
  }
}
