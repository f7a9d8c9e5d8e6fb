package dev.coord.evidence;

import dev.coord.plan.CoveredLines;
import java.util.List;

/** Puts together what was observed; what nobody looked for stays unknown. */
public final class EvidenceBuilder {

  private Observation<GitEvidence> git = nobody("git");
  private Observation<TestResults> tests = nobody("test reports");
  private Observation<CoverageResults> coverage = nobody("coverage reports");
  private Observation<FindingResults> findings = nobody("findings");
  private MetricResults metrics = MetricResults.NONE;
  private WorktreeEvidence worktrees = WorktreeEvidence.NONE;
  private Observation<PlanHistory> history =
      Observation.unknown("nobody asked for the plan's past", "Run coord:site.");
  private Observation<RecordedRuns> recorded = Observation.known(RecordedRuns.NONE);
  private Observation<CoveredLines> baseline = nobody("a baseline");
  private Observation<ChangedLines> changed = nobody("changed lines");
  private Observation<PullRequestResults> pullRequests = PullRequestResults.UNASKED;
  private Observation<List<UnmeasuredFile>> unmeasured = nobody("sources that no report mentions");
  private Observation<RecordedTests> recordedTests = nobody("the tests of former runs");
  private CommandResults commands = CommandResults.NONE;
  private Observation<KnownResults> known = nobody("a baseline of findings");

  EvidenceBuilder() {}

  EvidenceBuilder(Evidence other) {
    this.git = other.git();
    this.tests = other.tests();
    this.coverage = other.coverage();
    this.findings = other.findings();
    this.metrics = other.metrics();
    this.worktrees = other.worktrees();
    this.history = other.history();
    this.recorded = other.recorded();
    this.baseline = other.baseline();
    this.changed = other.changed();
    this.pullRequests = other.pullRequests();
    this.unmeasured = other.unmeasured();
    this.recordedTests = other.recordedTests();
    this.commands = other.commands();
    this.known = other.known();
  }

  private static <T> Observation<T> nobody(String what) {
    return Observation.unknown("nobody looked for " + what, "Run the build again.");
  }

  /** What git says. */
  public EvidenceBuilder git(Observation<GitEvidence> observed) {
    this.git = observed;
    return this;
  }

  /** What the test reports say. */
  public EvidenceBuilder tests(Observation<TestResults> observed) {
    this.tests = observed;
    return this;
  }

  /** What the coverage reports say. */
  public EvidenceBuilder coverage(Observation<CoverageResults> observed) {
    this.coverage = observed;
    return this;
  }

  /** What tools of analysis found. */
  public EvidenceBuilder findings(Observation<FindingResults> observed) {
    this.findings = observed;
    return this;
  }

  /** The measured numbers that rules ask for. */
  public EvidenceBuilder metrics(MetricResults observed) {
    this.metrics = observed;
    return this;
  }

  /** What the worktrees hold beside their commits. */
  public EvidenceBuilder worktrees(WorktreeEvidence observed) {
    this.worktrees = observed;
    return this;
  }

  /** What past versions of the plan said. */
  public EvidenceBuilder history(Observation<PlanHistory> observed) {
    this.history = observed;
    return this;
  }

  /** What former runs came to. */
  public EvidenceBuilder recorded(Observation<RecordedRuns> observed) {
    this.recorded = observed;
    return this;
  }

  /** The coverage that rules compare with. */
  public EvidenceBuilder baseline(Observation<CoveredLines> observed) {
    this.baseline = observed;
    return this;
  }

  /** The lines that were added or changed. */
  public EvidenceBuilder changed(Observation<ChangedLines> observed) {
    this.changed = observed;
    return this;
  }

  /** What the forge exported. */
  public EvidenceBuilder pullRequests(Observation<PullRequestResults> observed) {
    this.pullRequests = observed;
    return this;
  }

  /** The sources that no coverage report mentions. */
  public EvidenceBuilder unmeasured(Observation<List<UnmeasuredFile>> observed) {
    this.unmeasured = observed;
    return this;
  }

  /** The tests of the last recorded run that tells of them. */
  public EvidenceBuilder recordedTests(Observation<RecordedTests> observed) {
    this.recordedTests = observed;
    return this;
  }

  /** What became of the commands of gates. */
  public EvidenceBuilder commands(CommandResults observed) {
    this.commands = observed;
    return this;
  }

  /** The results of tools that the baseline holds. */
  public EvidenceBuilder known(Observation<KnownResults> observed) {
    this.known = observed;
    return this;
  }

  /** What was put together. */
  public Evidence build() {
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
        known);
  }
}
