package dev.coord.testing;

import dev.coord.evidence.CommandRun;
import dev.coord.evidence.CoverageCount;
import dev.coord.evidence.Measured;
import dev.coord.evidence.Observation;
import dev.coord.evidence.Proof;
import dev.coord.plan.ApprovedRule;
import dev.coord.plan.BranchRule;
import dev.coord.plan.BranchesRule;
import dev.coord.plan.CommandRule;
import dev.coord.plan.CommitsRule;
import dev.coord.plan.ConflictsRule;
import dev.coord.plan.CoverageRule;
import dev.coord.plan.FilesRule;
import dev.coord.plan.FindingsRule;
import dev.coord.plan.MergedRule;
import dev.coord.plan.MetricRule;
import dev.coord.plan.PathRule;
import dev.coord.plan.PlanRule;
import dev.coord.plan.PullRequestsRule;
import dev.coord.plan.ReadyToMergeRule;
import dev.coord.plan.Scope;
import dev.coord.plan.TagRule;
import dev.coord.plan.TasksRule;
import dev.coord.plan.Unit;
import dev.coord.rule.Facts;
import dev.coord.rule.OwnershipReport;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;

/** Facts that are what a test says; everything else cannot be told. */
public final class FixedFacts implements Facts {

  /** The proof that comes with every fact. */
  public static final Proof PROOF = Proof.report("JaCoCo XML", Places.line("target/jacoco.xml", 1));

  private Observation<Coverage> coverage = unknown("no coverage report was found");
  private Observation<BaselineLines> baseline = unknown("no baseline");
  private Observation<TestChange> testChange = unknown("no recorded tests");
  private Observation<Tests> tests = unknown("no JUnit XML report was found");
  private Observation<OwnershipReport> ownership = unknown("git was not asked");
  private Observation<Answer> merged = unknown("git was not asked");
  private final Map<String, Observation<Answer>> paths = new HashMap<>();
  private Observation<TaskCount> tasks = unknown("nobody counted");

  private Observation<CommandRun> command = unknown("nobody ran the command");
  private Observation<Measured> measured = unknown("nothing was measured");
  private Observation<CommitCount> commits = unknown("git was not asked");

  private FixedFacts() {}

  /** Facts that cannot be told. */
  public static FixedFacts facts() {
    return new FixedFacts();
  }

  private static <T> Observation<T> unknown(String reason) {
    return Observation.unknown(reason, "Run the tests first.");
  }

  /** How every command ended. */
  public FixedFacts command(Observation<CommandRun> run) {
    command = run;
    return this;
  }

  /** Coverage of these files. */
  public FixedFacts coverage(List<FileCount> files) {
    CoverageCount all =
        files.stream().map(FileCount::count).reduce(CoverageCount.NONE, CoverageCount::plus);
    coverage = Observation.known(new Coverage(all, files, "", List.of(PROOF)));
    return this;
  }

  public FixedFacts coverage(long lines, long allLines, long branches, long allBranches) {
    CoverageCount count = new CoverageCount(lines, allLines, branches, allBranches);
    coverage = Observation.known(new Coverage(count, List.of(PROOF)));
    return this;
  }

  /** What became of the tests since a run. */
  public FixedFacts since(List<String> vanished, List<String> fresh, long before, String renamed) {
    testChange =
        Observation.known(
            new TestChange(
                vanished.size(),
                vanished.stream().map(name -> Proof.commit(name, "4f2a9c1").attested()).toList(),
                fresh.size(),
                fresh.stream().map(name -> Proof.commit(name, "4f2a9c1").attested()).toList(),
                before,
                "4f2a9c1 of 2026-01-20",
                renamed,
                List.of(PROOF)));
    return this;
  }

  /** The lines of the baseline. */
  public FixedFacts baseline(long covered, long all) {
    Proof proof = Proof.commit("baseline", "4f2a9c1").attested();
    baseline =
        Observation.known(new BaselineLines(covered, all, "4f2a9c1 of 2026-01-20", List.of(proof)));
    return this;
  }

  /** Tests that passed, of which one has no time, and the others that together. */
  public FixedFacts untimed(long passed, Duration others) {
    Tests timed = tests(passed, 0, 0, 0, others).tests.optional().orElseThrow();
    List<Proof> untimed =
        List.of(Proof.report("shop.BasketTest#adds", PROOF.location().orElseThrow()));
    tests =
        Observation.known(
            new Tests(
                passed,
                0,
                0,
                0,
                others,
                timed.proof(),
                List.of(),
                List.of(),
                timed.flakyTests(),
                timed.slowest(),
                untimed));
    return this;
  }

  public FixedFacts tests(long passed, long failed, long skipped) {
    return tests(passed, failed, skipped, 0, Duration.ZERO);
  }

  public FixedFacts tests(long passed, long failed, long skipped, long flaky, Duration duration) {
    tests =
        Observation.known(
            new Tests(
                passed,
                failed,
                skipped,
                flaky,
                duration,
                List.of(PROOF),
                tests(failed, "fails"),
                tests(skipped, "rests"),
                tests(flaky, "flakes"),
                new Slowest(
                    duration,
                    List.of(Proof.report("shop.SlowTest#all", PROOF.location().orElseThrow()))),
                List.of()));
    return this;
  }

  private static List<Proof> tests(long number, String name) {
    return LongStream.range(0, number)
        .mapToObj(i -> Proof.report("shop.BasketTest#" + name + i, PROOF.location().orElseThrow()))
        .toList();
  }

  public FixedFacts ownership(OwnershipReport report) {
    ownership = Observation.known(report);
    return this;
  }

  /** A number that another tool has measured. */
  public FixedFacts measured(String number, Optional<Unit> unit) {
    measured =
        Observation.known(
            new Measured(
                new BigDecimal(number),
                BigDecimal.ONE,
                unit,
                "score of Encode",
                Optional.of(PROOF.location().orElseThrow()).filter(at -> number.startsWith("-")),
                List.of(PROOF)));
    return this;
  }

  @Override
  public Observation<Count> findings(FindingsRule rule, String key) {
    return unknown("nobody looked for findings");
  }

  @Override
  public Observation<Measured> metric(MetricRule rule) {
    return measured;
  }

  public FixedFacts merged(Answer answer) {
    merged = Observation.known(answer);
    return this;
  }

  /** A path rule of a file that holds, or not. */
  public FixedFacts path(String file, boolean holds) {
    paths.put(
        file,
        Observation.known(
            new Answer(
                holds,
                file + (holds ? " exists" : " does not exist"),
                holds ? "" : "Add " + file + ".",
                List.of())));
    return this;
  }

  /** A path rule of a file that cannot be told. */
  public FixedFacts pathUnknown(String file) {
    paths.put(file, Observation.unknown(file + " cannot be seen", "Fetch " + file + "."));
    return this;
  }

  public FixedFacts tasks(long done, long total, Proof... proof) {
    tasks = Observation.known(new TaskCount(done, total, List.of(proof)));
    return this;
  }

  public FixedFacts tasks(long done, long total, String nouns, long epics) {
    tasks = Observation.known(new TaskCount(done, total, nouns, epics, List.of(PROOF)));
    return this;
  }

  public FixedFacts commits(long count, long files, long added, long deleted) {
    commits = Observation.known(new CommitCount(count, files, added, deleted, List.of(PROOF)));
    return this;
  }

  @Override
  public Observation<Coverage> coverage(CoverageRule rule) {
    return coverage;
  }

  @Override
  public Observation<TestChange> testChange(Scope of) {
    return testChange;
  }

  @Override
  public Observation<BaselineLines> baseline() {
    return baseline;
  }

  @Override
  public Observation<Tests> tests(Scope of) {
    return tests;
  }

  @Override
  public Observation<OwnershipReport> ownership() {
    return ownership;
  }

  @Override
  public Observation<Answer> merged(MergedRule rule) {
    return merged;
  }

  @Override
  public Observation<Answer> readyToMerge(ReadyToMergeRule rule) {
    return unknown("nobody looked at " + rule.workstream());
  }

  @Override
  public Observation<Answer> path(PathRule rule) {
    return paths.getOrDefault(rule.file(), unknown("nobody looked at " + rule.file()));
  }

  @Override
  public Observation<TaskCount> tasks(TasksRule rule) {
    return tasks;
  }

  @Override
  public Observation<Count> plan(PlanRule rule, String key) {
    return unknown("nobody counted");
  }

  @Override
  public Observation<Answer> updated(PlanRule rule) {
    return unknown("nobody looked");
  }

  @Override
  public Observation<Age> planAge() {
    return unknown("git was not asked");
  }

  @Override
  public Observation<Answer> branch(BranchRule rule, String key) {
    return unknown("git was not asked");
  }

  @Override
  public Observation<Count> behind(BranchRule rule) {
    return unknown("git was not asked");
  }

  @Override
  public Observation<Age> idle(BranchRule rule) {
    return unknown("git was not asked");
  }

  @Override
  public Observation<Answer> tag(TagRule rule, String key) {
    return unknown("nobody looked for the tag " + rule.tag());
  }

  @Override
  public Observation<Answer> clean() {
    return unknown("nobody looked into the working tree");
  }

  @Override
  public Observation<Answer> synced() {
    return unknown("nobody asked git for the remote");
  }

  @Override
  public Observation<Count> branches(BranchesRule rule) {
    return unknown("git was not asked");
  }

  @Override
  public Observation<Count> files(FilesRule rule, String key) {
    return unknown("git was not asked");
  }

  @Override
  public Observation<Age> filesAge(FilesRule rule) {
    return unknown("git was not asked");
  }

  @Override
  public Observation<CommandRun> command(CommandRule rule) {
    return command;
  }

  @Override
  public Observation<Answer> approved(ApprovedRule rule) {
    return unknown("git was not asked");
  }

  @Override
  public Observation<Count> conflicts(ConflictsRule rule, String key) {
    return unknown("git was not asked");
  }

  @Override
  public Observation<Count> openPullRequests(PullRequestsRule rule) {
    return unknown("nothing was exported");
  }

  @Override
  public Observation<Age> pullRequests(PullRequestsRule rule, String key) {
    return unknown("nothing was exported");
  }

  @Override
  public Observation<Answer> pullRequestTargets(PullRequestsRule rule) {
    return unknown("nothing was exported");
  }

  @Override
  public Observation<CommitCount> commits(CommitsRule rule) {
    return commits;
  }
}
