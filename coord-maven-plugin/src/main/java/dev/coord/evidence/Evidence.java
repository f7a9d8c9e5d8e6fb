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

  private static final Observation<KnownResults> UNKNOWN =
      Observation.unknown("nobody looked for a baseline of findings", "Run the build again.");

  private static final Observation<RecordedTests> UNRECORDED =
      Observation.unknown("nobody looked for the tests of former runs", "Run the build again.");

  private static final Observation<List<UnmeasuredFile>> UNLOOKED =
      Observation.unknown("nobody looked for sources that no report mentions", "Run it again.");

  /** Evidence without commands. */
  public Evidence(
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
      Observation<RecordedTests> recordedTests) {
    this(
        git,
        tests,
        coverage,
        findings,
        metrics,
        worktrees,
        history,
        recorded,
        baseline,
        changed,
        pullRequests,
        unmeasured,
        recordedTests,
        CommandResults.NONE,
        UNKNOWN);
  }

  /** Evidence without a look at former tests and at what reports do not mention. */
  public Evidence(
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
      Observation<PullRequestResults> pullRequests) {
    this(
        git,
        tests,
        coverage,
        findings,
        metrics,
        worktrees,
        history,
        recorded,
        baseline,
        changed,
        pullRequests,
        UNLOOKED,
        UNRECORDED);
  }

  /** Evidence without a look at pull requests and without commands. */
  public Evidence(
      Observation<GitEvidence> git,
      Observation<TestResults> tests,
      Observation<CoverageResults> coverage,
      Observation<FindingResults> findings,
      MetricResults metrics,
      WorktreeEvidence worktrees,
      Observation<PlanHistory> history,
      Observation<RecordedRuns> recorded,
      Observation<CoveredLines> baseline,
      Observation<ChangedLines> changed) {
    this(
        git,
        tests,
        coverage,
        findings,
        metrics,
        worktrees,
        history,
        recorded,
        baseline,
        changed,
        PullRequestResults.UNASKED);
  }

  /** Evidence without a look at findings, measured numbers and single lines. */
  public Evidence(
      Observation<GitEvidence> git,
      Observation<TestResults> tests,
      Observation<CoverageResults> coverage,
      WorktreeEvidence worktrees,
      Observation<PlanHistory> history,
      Observation<RecordedRuns> recorded,
      Observation<CoveredLines> baseline) {
    this(
        git,
        tests,
        coverage,
        Observation.unknown("nobody looked for findings", "Run the build again."),
        MetricResults.NONE,
        worktrees,
        history,
        recorded,
        baseline,
        Observation.unknown("nobody asked for changed lines", "Run the build again."));
  }

  /** Evidence without a look at the worktrees and the past. */
  public Evidence(
      Observation<GitEvidence> git,
      Observation<TestResults> tests,
      Observation<CoverageResults> coverage) {
    this(git, tests, coverage, WorktreeEvidence.NONE);
  }

  /** Evidence without a look at the past. */
  public Evidence(
      Observation<GitEvidence> git,
      Observation<TestResults> tests,
      Observation<CoverageResults> coverage,
      WorktreeEvidence worktrees) {
    this(
        git,
        tests,
        coverage,
        worktrees,
        Observation.unknown("nobody asked for the plan's past", "Run coord:site."),
        Observation.known(RecordedRuns.NONE));
  }

  /** Evidence without a look at what rules compare with. */
  public Evidence(
      Observation<GitEvidence> git,
      Observation<TestResults> tests,
      Observation<CoverageResults> coverage,
      WorktreeEvidence worktrees,
      Observation<PlanHistory> history,
      Observation<RecordedRuns> recorded) {
    this(
        git,
        tests,
        coverage,
        worktrees,
        history,
        recorded,
        Observation.unknown("nobody looked for a baseline", "Run the build again."));
  }

  /** The same with what became of commands. */
  public Evidence with(CommandResults ran) {
    return new Evidence(
        git,
        tests,
        coverage,
        findings,
        metrics,
        worktrees,
        history,
        recorded,
        baseline,
        changed,
        pullRequests,
        unmeasured,
        recordedTests,
        ran,
        known);
  }

  /** The same with other tests, now and formerly. */
  public Evidence with(Observation<TestResults> others, Observation<RecordedTests> former) {
    return new Evidence(
        git,
        others,
        coverage,
        findings,
        metrics,
        worktrees,
        history,
        recorded,
        baseline,
        changed,
        pullRequests,
        unmeasured,
        former,
        commands,
        known);
  }

  /** The same with the results of tools that are known. */
  public Evidence with(Observation<KnownResults> others) {
    return new Evidence(
        git,
        tests,
        coverage,
        findings,
        metrics,
        worktrees,
        history,
        recorded,
        baseline,
        changed,
        pullRequests,
        unmeasured,
        recordedTests,
        commands,
        others);
  }

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
}
