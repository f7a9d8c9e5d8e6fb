package dev.coord.testing;

import dev.coord.evidence.BranchDelta;
import dev.coord.evidence.BranchEvidence;
import dev.coord.evidence.BranchLine;
import dev.coord.evidence.ChangedLines;
import dev.coord.evidence.CommandResults;
import dev.coord.evidence.CommandRun;
import dev.coord.evidence.Commit;
import dev.coord.evidence.CountQuestions.FilesAnswer;
import dev.coord.evidence.CountQuestions.FilesQuestion;
import dev.coord.evidence.Counts;
import dev.coord.evidence.Evidence;
import dev.coord.evidence.FileCoverage;
import dev.coord.evidence.FindingResults;
import dev.coord.evidence.GitEvidence;
import dev.coord.evidence.GitHistory;
import dev.coord.evidence.GitQuestions.MergeQuestion;
import dev.coord.evidence.GitQuestions.PathAnswer;
import dev.coord.evidence.GitQuestions.PathQuestion;
import dev.coord.evidence.KnownResults;
import dev.coord.evidence.MergeForecast;
import dev.coord.evidence.MergeState;
import dev.coord.evidence.MergedAs;
import dev.coord.evidence.Observation;
import dev.coord.evidence.PlanHistory;
import dev.coord.evidence.Progress;
import dev.coord.evidence.RecordedRun;
import dev.coord.evidence.RecordedRuns;
import dev.coord.evidence.RecordedTests;
import dev.coord.evidence.ReportFile;
import dev.coord.evidence.RepositoryAnswers;
import dev.coord.evidence.SourceFiles;
import dev.coord.evidence.TestCase;
import dev.coord.evidence.TestCase.Outcome;
import dev.coord.evidence.ToolFinding;
import dev.coord.evidence.UnmeasuredFile;
import dev.coord.evidence.Worktree;
import dev.coord.evidence.WorktreeEvidence;
import dev.coord.path.PathPatterns;
import dev.coord.plan.Baseline;
import dev.coord.plan.Command;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** Puts evidence together; what is not said was not observed. */
public final class Evidences {

  private static final Instant REPORTED = Instant.parse("2026-11-20T14:02:00Z");

  private Observation<KnownResults> known =
      Observation.unknown("the baseline tells nothing", "Write it.");
  private Observation<FindingResults> found =
      Observation.unknown("no SARIF report was found", "Run the analysis first.");
  private Observation<ChangedLines> changed =
      Observation.unknown("nobody asked for changed lines", "Run the build again.");
  private Observation<PlanHistory> past =
      Observation.unknown("nobody asked for the plan's past", "Run coord:site.");
  private CommandResults commands = CommandResults.NONE;
  private RecordedRuns recorded = RecordedRuns.NONE;
  private final Map<String, BranchEvidence> branches = new LinkedHashMap<>();
  private final Map<MergeQuestion, Observation<MergeState>> merges = new LinkedHashMap<>();
  private final Map<PathQuestion, Observation<PathAnswer>> paths = new LinkedHashMap<>();
  private final Map<FilesQuestion, Observation<FilesAnswer>> files = new LinkedHashMap<>();
  private final List<Worktree> worktrees = new ArrayList<>();
  private final Map<String, Observation<Progress>> progress = new LinkedHashMap<>();
  private final TreeSet<String> tracked = new TreeSet<>();
  private final List<TestCase> cases = new ArrayList<>();
  private final List<FileCoverage> covered = new ArrayList<>();
  private Observation<List<UnmeasuredFile>> unmeasured =
      Observation.unknown("nobody looked for sources that no report mentions", "Run it again.");
  private Observation<RecordedTests> former =
      Observation.unknown("nobody looked for the tests of former runs", "Run the build again.");
  private Observation<GitEvidence> noGit;
  private Observation<GitHistory> history =
      Observation.known(new GitHistory("main", Optional.empty(), List.of(), false, List.of(), 0));

  private final Map<String, Observation<BranchLine>> lines = new LinkedHashMap<>();

  private MergeForecast forecast = MergeForecast.NONE;

  private Evidences() {}

  /** A repository in which nothing is tracked, without reports. */
  public static Evidences evidence() {
    return new Evidences();
  }

  /** Git cannot tell anything. */
  public Evidences withoutGit(String reason) {
    noGit = Observation.unknown(reason, "Fetch all of it: fetch-depth: 0.");
    return this;
  }

  /** A branch with commits that are not merged. */
  public Evidences active(String branch, BranchDelta delta) {
    return branch(branch, SeenBranches.state(MergeState.Kind.UNMERGED), Observation.known(delta));
  }

  /** A branch that was merged. */
  public Evidences merged(String branch, BranchDelta delta) {
    return branch(branch, SeenBranches.state(MergeState.Kind.MERGED), Observation.known(delta));
  }

  /**
   * A branch that was merged.
   *
   * @param newer how many commits of the first-parent line are newer
   * @param first the same for its first merge
   */
  public Evidences landed(String branch, int newer, int first) {
    return landed(branch, newer, first, Deltas.merged().build());
  }

  /** The same of a branch whose merges brought something. */
  public Evidences landed(String branch, int newer, int first, BranchDelta brought) {
    return branch(branch, SeenBranches.landed(newer, first), Observation.known(brought));
  }

  /** A branch that was merged and reverted, and that is another one at its remote. */
  public Evidences reverted(String branch) {
    branches.put(branch, SeenBranches.reverted(branch));
    return this;
  }

  /** A branch whose last commit was made at a time. */
  public Evidences activeSince(String branch, Commit tip, BranchDelta delta) {
    branches.put(branch, SeenBranches.active(branch, tip, delta));
    return this;
  }

  /** What came of the commit that the plan says a branch was merged as. */
  public Evidences mergedAs(String branch, MergedAs told) {
    branches.put(branch, SeenBranches.mergedAs(branches.get(branch), told));
    return this;
  }

  /** A branch without a commit of its own. */
  public Evidences notStarted(String branch) {
    return branch(
        branch,
        SeenBranches.state(MergeState.Kind.NOT_STARTED),
        Observation.known(Deltas.live().build()));
  }

  /** A branch that has no ref, and that no merge names. */
  public Evidences gone(String branch) {
    branches.put(branch, SeenBranches.gone(branch));
    return this;
  }

  /** History is cut off. */
  public Evidences shallow() {
    history = Observation.unknown("the clone is shallow", "Fetch all of it: fetch-depth: 0.");
    return this;
  }

  /** What a branch was, commit after commit, newest first. */
  public Evidences line(String branch, BranchLine.Place... places) {
    return line(
        new BranchLine(
            branch, Optional.of("refs/heads/" + branch), Optional.empty(), List.of(places), false));
  }

  /** What a branch was. */
  public Evidences line(BranchLine line) {
    lines.put(line.branch(), Observation.known(line));
    return this;
  }

  /** What would conflict. */
  public Evidences forecast(MergeForecast merged) {
    forecast = merged;
    return this;
  }

  /** What arrived on the integration branch. */
  public Evidences history(GitHistory arrived) {
    history = Observation.known(arrived);
    return this;
  }

  /** A branch that is there and cannot be compared. */
  public Evidences incomparable(String branch, String reason) {
    return branch(
        branch,
        Observation.unknown(reason, "Fetch the base."),
        Observation.unknown(reason, "Fetch the base."));
  }

  /** A worktree with a file that only a filter could compare. */
  public Evidences uncompared(String directory, String branch) {
    worktrees.add(SeenWorktrees.uncompared(directory, branch));
    return this;
  }

  public Evidences branch(
      String branch, Observation<MergeState> merge, Observation<BranchDelta> delta) {
    branches.put(branch, SeenBranches.seen(branch, Optional.empty(), merge, delta));
    return this;
  }

  /** An active branch that is checked out somewhere. */
  public Evidences worktree(String branch, String directory) {
    branches.put(
        branch,
        SeenBranches.seen(
            branch,
            Optional.of(directory),
            SeenBranches.state(MergeState.Kind.UNMERGED),
            Observation.known(Deltas.live().build())));
    return this;
  }

  /** What tools found, each of which ran at least once. */
  public Evidences found(Map<String, FindingResults.Tool> tools, ToolFinding... findings) {
    found =
        Observation.known(
            new FindingResults(
                List.of(new ReportFile("out/tool.sarif", "SARIF 2.1.0", REPORTED)),
                new TreeMap<>(tools),
                List.of(findings)));
    return this;
  }

  /** The results of tools that a baseline holds. */
  public Evidences known(Baseline baseline) {
    known = Observation.known(KnownResults.in(baseline).orElseThrow());
    return this;
  }

  /** Lines that were added or changed. */
  public Evidences changed(ChangedLines lines) {
    changed = Observation.known(lines);
    return this;
  }

  /** A linked worktree with so many changed and untracked files. */
  public Evidences tree(String directory, String branch, int changed, int untracked) {
    return tree(directory, branch, false, changed, untracked);
  }

  /** A worktree, the one that the build runs in or another. */
  public Evidences tree(
      String directory, String branch, boolean current, int changed, int untracked) {
    worktrees.add(SeenWorktrees.tree(directory, branch, current, changed, untracked));
    return this;
  }

  /** A linked worktree with a detached HEAD in which something is under way. */
  public Evidences working(String directory, Worktree.Operation... operations) {
    worktrees.add(SeenWorktrees.detached(directory, Optional.empty(), List.of(operations)));
    return this;
  }

  /** A linked worktree with a detached HEAD that is beside a branch. */
  public Evidences detached(String directory, Worktree.Position position) {
    worktrees.add(SeenWorktrees.detached(directory, Optional.of(position), List.of()));
    return this;
  }

  /** A check list of a workstream, in {@code notes/progress.md} of a worktree. */
  public Evidences progress(String workstream, String directory, Progress.Item... items) {
    progress.put(
        workstream,
        Observation.known(
            new Progress(
                "notes/progress.md",
                Optional.of(directory),
                Optional.empty(),
                Optional.empty(),
                List.of(items))));
    return this;
  }

  /** The answer to whether a branch is in another. */
  public Evidences merge(String branch, String into, MergeState.Kind kind) {
    merges.put(new MergeQuestion(branch, into), SeenBranches.state(kind));
    return this;
  }

  /** The answer to whether a branch is in another. */
  public Evidences merge(String branch, String into, Observation<MergeState> state) {
    merges.put(new MergeQuestion(branch, into), state);
    return this;
  }

  /** Files that a path rule finds. */
  public Evidences found(PathQuestion question, String... files) {
    return found(question, List.of(files), List.of(files));
  }

  /** Files that a path rule finds, and those that contain its text. */
  public Evidences found(PathQuestion question, List<String> files, List<String> containing) {
    paths.put(
        question,
        Observation.known(
            new PathAnswer(new TreeSet<>(files), new TreeSet<>(containing), Deltas.id("4ead"))));
    return this;
  }

  /** A file with so many lines, and as many bytes and characters; empty branch for HEAD. */
  public Evidences measured(String pattern, Optional<String> branch, long lines) {
    Observation<Long> length = Observation.known(lines);
    List<String> first = List.of(pattern.substring(1));
    return measured(
        pattern,
        branch,
        Observation.known(new FilesAnswer(1, first, length, length, length, Deltas.id("4ead"))));
  }

  /** What was found of files. */
  public Evidences measured(
      String pattern, Optional<String> branch, Observation<FilesAnswer> answer) {
    files.put(new FilesQuestion(Optional.of(PathPatterns.of(pattern)), branch, true), answer);
    return this;
  }

  public Evidences tracked(String... files) {
    tracked.addAll(Arrays.asList(files));
    return this;
  }

  /** A test of class Name whose source is the file, where one is given. */
  public Evidences test(String name, Outcome outcome, String... file) {
    cases.add(
        SeenReports.test(name, outcome, Duration.ofMillis(100), Arrays.stream(file).findFirst()));
    return this;
  }

  /** A test whose report tells in which line of its source it failed. */
  public Evidences failed(String name, String file, int line) {
    cases.add(
        SeenReports.test(name, Outcome.FAILED, Duration.ofMillis(100), Optional.of(file)).at(line));
    return this;
  }

  /** A test that passed, of which no report tells how long it took. */
  public Evidences untimed(String name) {
    return untimed(name, Outcome.PASSED);
  }

  /** A test of which no report tells how long it took. */
  public Evidences untimed(String name, Outcome outcome) {
    cases.add(SeenReports.untimed(name, outcome));
    return this;
  }

  /** Coverage of a tracked file: so many of all lines, and so many of all branches. */
  public Evidences covered(String path, int lines, int all) {
    covered.add(SeenReports.file(path, Optional.of(path), lines, all));
    return this;
  }

  /** Coverage of a file that the report names and that could not be placed. */
  public Evidences coveredSomewhere(String name, int lines, int all) {
    covered.add(SeenReports.file(name, Optional.empty(), lines, all));
    return this;
  }

  /** Runs that were recorded in notes, oldest first. */
  public Evidences recorded(RecordedRun... runs) {
    recorded = new RecordedRuns(RecordedRuns.Source.NOTES, List.of(runs), 0);
    return this;
  }

  /** Past versions of the plan, oldest first. */
  public Evidences past(PlanHistory.Version... versions) {
    return past(List.of(), versions);
  }

  /** The past of the plan, and its commits whose clocks contradict the history. */
  public Evidences past(List<PlanHistory.Mended> mended, PlanHistory.Version... versions) {
    past = Observation.known(new PlanHistory(List.of(versions), mended, 0, false));
    return this;
  }

  /** What became of commands; of each other one, that it was not run. */
  public Evidences commands(Map<Command, Observation<CommandRun>> runs) {
    commands =
        new CommandResults(
            runs, new Observation.Unknown<>("the command was not run: it was not", "Run it."));
    return this;
  }

  /** Sources that no coverage report mentions, each with ten lines. */
  public Evidences unmeasured(String... paths) {
    unmeasured =
        Observation.known(Arrays.stream(paths).map(path -> new UnmeasuredFile(path, 10)).toList());
    return this;
  }

  /** Tests of a former run: a class, its source, a name. */
  public Evidences formerly(String className, String file, String name) {
    List<RecordedTests.Suite> suites =
        new ArrayList<>(former.optional().map(RecordedTests::suites).orElse(List.of()));
    suites.add(new RecordedTests.Suite(className, Optional.of(file), List.of(name)));
    former =
        Observation.known(
            new RecordedTests("4f".repeat(20), LocalDate.parse("2026-11-01"), suites));
    return this;
  }

  public Evidence build() {
    GitEvidence git =
        new GitEvidence(
            Deltas.commit("4ead", "ana"),
            Optional.of("main"),
            false,
            tracked,
            SourceFiles.of(tracked),
            branches,
            merges,
            paths,
            history,
            Map.of(),
            new Counts(Map.of(), files),
            Observation.unknown("nobody asked git for the newest change", "Run the build again."),
            Observation.known(forecast),
            lines,
            Map.of(),
            new RepositoryAnswers(
                Map.of(),
                Observation.known(List.of()),
                Map.of(),
                RepositoryAnswers.NONE.outOfStep(),
                Observation.known(List.of())));
    return Evidence.builder()
        .git(noGit == null ? Observation.known(git) : noGit)
        .tests(SeenReports.tests(cases))
        .coverage(SeenReports.coverage(covered))
        .findings(found)
        .worktrees(new WorktreeEvidence(worktrees, 0, progress))
        .history(past)
        .recorded(Observation.known(recorded))
        .changed(changed)
        .unmeasured(unmeasured)
        .recordedTests(former)
        .commands(commands)
        .known(known)
        .build();
  }
}
