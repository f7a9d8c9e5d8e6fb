package dev.coord.evidence;

import dev.coord.plan.CoveredLines;
import java.util.List;
import java.util.Objects;

/**
 * Everything that was observed.
 *
 * @param git what git says
 * @param tests what the test reports say
 * @param coverage what the coverage reports say
 * @param findings what tools of analysis found
 * @param metrics the measured numbers that rules ask for
 * @param worktrees what the worktrees hold beside their commits
 * @param history what past versions of the plan said
 * @param recorded what former runs came to
 * @param baseline the coverage that rules compare with
 * @param changed the lines that were added or changed, where a rule asks for them
 * @param pullRequests what the forge exported
 * @param unmeasured the sources that no coverage report mentions, where a rule asks for them
 * @param recordedTests the tests of the last recorded run that tells of them, where a rule asks
 * @param commands what became of the commands of gates
 * @param known the results of tools that the baseline holds
 */
public record Evidence(
    Observation<GitEvidence> git,
    Observation<TestResults> tests,
    Observation<CoverageResults> coverage,
    Observation<FindingResults> findings,
    MetricResults metrics,
    WorktreeEvidence worktrees,
    Observation<PlanHistory> history,
    Observation<RecordedRuns> recorded,
    Observation<CoveredLines> baseline,
    Observation<ChangedLines> changed,
    Observation<PullRequestResults> pullRequests,
    Observation<List<UnmeasuredFile>> unmeasured,
    Observation<RecordedTests> recordedTests,
    CommandResults commands,
    Observation<KnownResults> known) {

  /** Checks that all parts are there. */
  public Evidence {
    Objects.requireNonNull(git, "git");
    Objects.requireNonNull(tests, "tests");
    Objects.requireNonNull(coverage, "coverage");
    Objects.requireNonNull(findings, "findings");
    Objects.requireNonNull(metrics, "metrics");
    Objects.requireNonNull(worktrees, "worktrees");
    Objects.requireNonNull(history, "history");
    Objects.requireNonNull(recorded, "recorded");
    Objects.requireNonNull(baseline, "baseline");
    Objects.requireNonNull(changed, "changed");
    Objects.requireNonNull(pullRequests, "pullRequests");
    Objects.requireNonNull(unmeasured, "unmeasured");
    Objects.requireNonNull(recordedTests, "recordedTests");
    Objects.requireNonNull(commands, "commands");
    Objects.requireNonNull(known, "known");
  }

  /** Evidence for which nobody has looked yet: unknown, whatever a gate asks. */
  public static EvidenceBuilder builder() {
    return new EvidenceBuilder();
  }

  /** The same, some parts of which are about to be others. */
  public EvidenceBuilder toBuilder() {
    return new EvidenceBuilder(this);
  }
}
