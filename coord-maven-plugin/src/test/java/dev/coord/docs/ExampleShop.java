package dev.coord.docs;

import dev.coord.assess.Assessment;
import dev.coord.assess.Assessor;
import dev.coord.assess.Case;
import dev.coord.assess.Judged;
import dev.coord.assess.Questions;
import dev.coord.assess.Questions.JudgedTip;
import dev.coord.diagnostic.Location;
import dev.coord.docs.Document.Code;
import dev.coord.engine.CoverageBaseline;
import dev.coord.engine.FormerTests;
import dev.coord.engine.ResultsBaseline;
import dev.coord.evidence.BranchDelta;
import dev.coord.evidence.BranchEvidence;
import dev.coord.evidence.ChangedLines;
import dev.coord.evidence.CommandResults;
import dev.coord.evidence.CommandRun;
import dev.coord.evidence.Commit;
import dev.coord.evidence.CommitSignature;
import dev.coord.evidence.CountQuestions;
import dev.coord.evidence.CountQuestions.BranchesAnswer;
import dev.coord.evidence.CountQuestions.BranchesQuestion;
import dev.coord.evidence.CountQuestions.FilesAnswer;
import dev.coord.evidence.CountQuestions.FilesQuestion;
import dev.coord.evidence.Counts;
import dev.coord.evidence.CoverageResults;
import dev.coord.evidence.Evidence;
import dev.coord.evidence.FileChange;
import dev.coord.evidence.FileCoverage;
import dev.coord.evidence.FindingResults;
import dev.coord.evidence.ForecastQuestion;
import dev.coord.evidence.GitEvidence;
import dev.coord.evidence.GitQuestions;
import dev.coord.evidence.GitQuestions.CommitsAnswer;
import dev.coord.evidence.GitQuestions.CommitsQuestion;
import dev.coord.evidence.GitQuestions.MergeQuestion;
import dev.coord.evidence.GitQuestions.PathAnswer;
import dev.coord.evidence.GitQuestions.PathQuestion;
import dev.coord.evidence.KnownResults;
import dev.coord.evidence.LineSpan;
import dev.coord.evidence.MergeForecast;
import dev.coord.evidence.MergeState;
import dev.coord.evidence.MetricResults;
import dev.coord.evidence.Observation;
import dev.coord.evidence.Observation.Unknown;
import dev.coord.evidence.Proof;
import dev.coord.evidence.PullRequestResults;
import dev.coord.evidence.RecordedTests;
import dev.coord.evidence.ReportFile;
import dev.coord.evidence.RepositoryAnswers;
import dev.coord.evidence.RepositoryQuestions;
import dev.coord.evidence.TestCase;
import dev.coord.evidence.TestResults;
import dev.coord.evidence.ToolFinding;
import dev.coord.evidence.ToolFinding.Level;
import dev.coord.evidence.UnmeasuredFile;
import dev.coord.evidence.Worktree;
import dev.coord.evidence.WorktreeEvidence;
import dev.coord.evidence.coverage.CoverageReports;
import dev.coord.evidence.findings.FindingReports;
import dev.coord.evidence.forge.PullRequestReports;
import dev.coord.evidence.metrics.MetricReports;
import dev.coord.evidence.reports.Freshness;
import dev.coord.evidence.reports.ReportFinder;
import dev.coord.evidence.reports.ReportKind;
import dev.coord.evidence.reports.ReportSet;
import dev.coord.evidence.tests.TestReports;
import dev.coord.path.PathPattern;
import dev.coord.plan.ApprovedRule;
import dev.coord.plan.Baseline;
import dev.coord.plan.Command;
import dev.coord.plan.CommandRule;
import dev.coord.plan.CoveredLines;
import dev.coord.plan.EvidenceSources;
import dev.coord.plan.EvidenceSources.Source;
import dev.coord.plan.MetricRule;
import dev.coord.plan.NamePattern;
import dev.coord.plan.Plan;
import dev.coord.testing.Places;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The project that the examples of the rules are judged on; {@code docs/rules.md} describes it. */
final class ExampleShop {

  private static final Instant JUDGED_AT = Instant.parse("2026-01-20T12:00:00Z");
  private static final Instant COMMITTED = Instant.parse("2026-01-20T09:00:00Z");
  private static final Instant REPORTED = Instant.parse("2026-01-20T11:00:00Z");
  private static final String SEARCH = "catalog/src/main/java/shop/Search.java";
  private static final String REFUNDS = "checkout/src/main/java/shop/Refunds.java";

  /** The tracked files that path rules look at, with their content. */
  private static final Map<String, String> FILES =
      Map.of(
          SEARCH,
          "",
          REFUNDS,
          "",
          "docs/terms.md",
          "Return it within 30 days.\n",
          "pom.xml",
          "<artifactId>joda-money</artifactId><version>1.0.2</version>\n");

  /** The day of each branch's last commit. */
  private static final Map<String, String> BRANCHES =
      Map.of(
          "main", "2026-01-19", "feature/catalog", "2026-01-12", "feature/checkout", "2026-01-20");

  /** What the checked-out commit has behind it. */
  static final List<Logged> LOG =
      List.of(
          new Logged(
              "2026-01-12",
              "ben",
              "Add the search",
              List.of("catalog/Search.java", "coord/project.yml"),
              120,
              4),
          new Logged(
              "2026-01-19",
              "cleo",
              "Add refunds",
              List.of("checkout/Refunds.java", "docs/terms.md"),
              80,
              10),
          new Logged(
              "2026-01-20",
              "cleo",
              "Fix refunds of vouchers",
              List.of("checkout/Refunds.java"),
              12,
              3));

  /** Several tests look at each. */
  private static final Map<Code, Assessment> JUDGED = new ConcurrentHashMap<>();

  private final Code example;
  private final Plan plan;

  private ExampleShop(Code example) {
    this.example = example;
    String shop =
        Document.of("docs/rules.md").code().stream()
            .filter(code -> code.comments().contains("the shop"))
            .findFirst()
            .orElseThrow()
            .text();
    this.plan =
        ExamplePlan.read(
                List.of(
                    ExamplePlan.part("coord/gates.yml", example.text()),
                    ExamplePlan.file("coord/project.yml", shop)))
            .plan()
            .orElseThrow();
  }

  /** The shop with the rules of an example, as the comments above it say. */
  static Assessment judge(Code example) {
    return JUDGED.computeIfAbsent(example, one -> new ExampleShop(one).assess());
  }

  private Assessment assess() {
    Judged judged = judged();
    GitQuestions questions =
        Questions.of(plan, plan, judged, new JudgedTip(Optional.empty(), Optional.empty(), true));
    return new Assessor()
        .assess(
            new Case(
                plan,
                plan,
                plan,
                judged,
                evidence(questions),
                JUDGED_AT,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                lineAuthors(),
                signatures(),
                false,
                Map.of()));
  }

  /** The last commit that changed the plan wrote all of its lines. */
  private Map<Location, Observation<Commit>> lineAuthors() {
    return plan.rules()
        .filter(ApprovedRule.class::isInstance)
        .collect(
            Collectors.toMap(
                rule -> rule.origin().of("says"), rule -> Observation.known(LOG.get(0).commit())));
  }

  /** Ben signs his commits, cleo does not. */
  private Map<String, Observation<CommitSignature>> signatures() {
    return LOG.stream()
        .map(Logged::commit)
        .collect(
            Collectors.toMap(
                Commit::id,
                commit ->
                    Observation.known(
                        commit.email().startsWith("ben@") && said("signature").isEmpty()
                            ? new CommitSignature(
                                new TreeSet<>(Set.of(commit.email())),
                                "is signed with the key SHA256:2Wq5 of .github/allowed_signers:2")
                            : CommitSignature.none("is not signed"))));
  }

  private Optional<String> said(String key) {
    return example.comments(key).stream().findFirst();
  }

  private Judged judged() {
    String branch = said("judged").orElse("feature/checkout");
    if (branch.equals("nothing")) {
      return new Judged(Judged.Kind.NONE, Optional.empty(), Optional.empty(), "");
    }
    Optional<String> workstream = plan.workstreamOfBranch(branch).map(w -> w.id());
    Judged.Kind kind =
        branch.equals("main")
            ? Judged.Kind.INTEGRATION
            : workstream.isPresent() ? Judged.Kind.WORKSTREAM : Judged.Kind.UNNAMED;
    return new Judged(kind, Optional.of(branch), workstream, "the checked-out branch");
  }

  private Evidence evidence(GitQuestions questions) {
    boolean reports = said("evidence").filter("no reports"::equals).isEmpty();
    Freshness fresh = Freshness.ofCommit(Observation.known(Instant.EPOCH), new TreeSet<>());
    boolean baseline = said("evidence").filter("no baseline"::equals).isEmpty();
    boolean record = said("evidence").filter("no record"::equals).isEmpty();
    return Evidence.builder()
        .git(Observation.known(git(questions)))
        .tests(reports ? tests() : TestReports.read(nothing(ReportKind.TESTS), fresh))
        .coverage(reports ? coverage() : CoverageReports.read(nothing(ReportKind.COVERAGE), fresh))
        .findings(findings(reports))
        .metrics(metrics())
        .worktrees(new WorktreeEvidence(List.of(worktree()), 0, Map.of()))
        .baseline(baseline ? Observation.known(baseline()) : CoverageBaseline.NOTHING)
        .changed(Observation.known(changed()))
        .pullRequests(pullRequests())
        .unmeasured(
            Observation.known(
                said("new").map(path -> List.of(new UnmeasuredFile(path, 20))).orElse(List.of())))
        .recordedTests(record ? Observation.known(recordedTests()) : FormerTests.NOTHING)
        .commands(commands())
        .known(baseline ? Observation.known(results()) : ResultsBaseline.NOTHING)
        .build();
  }

  /** How the commands of the examples end, whatever time they are given. */
  static final Map<String, CommandRun> COMMANDS =
      new TreeMap<>(
          Map.of(
              "sh scripts/scan.sh",
              ended(
                  OptionalInt.of(0),
                  Duration.ofSeconds(10),
                  "214 packages, no known vulnerability"),
              "sh scripts/links.sh",
              ended(OptionalInt.of(1), Duration.ofSeconds(2), "1 dead link"),
              "sh scripts/load.sh",
              ended(OptionalInt.empty(), Duration.ofMinutes(2), "warming up")));

  private static CommandRun ended(OptionalInt exit, Duration within, String line) {
    return new CommandRun(exit, within, List.of(line), false);
  }

  private CommandResults commands() {
    Unknown<CommandRun> off =
        new Unknown<>(
            "the command was not run: commands are off", "Allow them with -Dcoord.allowCommands.");
    Map<Command, Observation<CommandRun>> runs = new LinkedHashMap<>();
    if (said("evidence").filter("commands off"::equals).isEmpty()) {
      plan.rules()
          .filter(CommandRule.class::isInstance)
          .map(rule -> ((CommandRule) rule).command())
          .forEach(c -> runs.put(c, Observation.known(COMMANDS.get(c.line()))));
    }
    return new CommandResults(runs, off);
  }

  /** The tests of the last run that main recorded. */
  private static RecordedTests recordedTests() {
    return new RecordedTests(
        "4f2a9c1".repeat(6).substring(0, 40),
        LocalDate.parse("2026-01-20"),
        List.of(
            new RecordedTests.Suite(
                "shop.SearchTest",
                Optional.empty(),
                List.of("byName", "byPrice", "empty", "slow", "fuzzy")),
            new RecordedTests.Suite(
                "shop.RefundsTest", Optional.empty(), List.of("orders", "lines", "vouchers"))));
  }

  /** What the forge exported: the files of the tests on pull requests. */
  private static Observation<PullRequestResults> pullRequests() {
    try {
      Path file =
          Path.of(ExampleShop.class.getResource("/pull-requests/pull-requests.json").toURI());
      Source list = new Source(Places.origin(), PathPattern.of("pull-requests.json"), "");
      EvidenceSources sources =
          new EvidenceSources(Places.origin(), List.of(), List.of(), List.of(), List.of(list));
      return PullRequestReports.read(
          new ReportFinder(file.getParent(), List.of(), new TreeSet<>())
              .find(sources, List.of())
              .pullRequests(),
          Freshness.ofCommit(Observation.known(Instant.EPOCH), new TreeSet<>()));
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What the checked-out branch added or changed since it left main. */
  private ChangedLines changed() {
    SortedMap<String, List<LineSpan>> files = new TreeMap<>();
    files.put(REFUNDS, List.of(new LineSpan(7, 12)));
    said("new").ifPresent(path -> files.put(path, List.of(new LineSpan(1, 20))));
    if (said("changed").isPresent()) {
      files.clear();
      files.put("docs/terms.md", List.of(new LineSpan(1, 1)));
    }
    return new ChangedLines(commit("0", "Ana", "", List.of()).id(), false, files, new TreeMap<>());
  }

  private Observation<FindingResults> findings(boolean reports) {
    if (!reports) {
      return FindingReports.read(
          nothing(ReportKind.FINDINGS),
          Freshness.ofCommit(Observation.known(Instant.EPOCH), new TreeSet<>()));
    }
    SortedMap<String, FindingResults.Tool> tools = new TreeMap<>();
    tools.put("lint", new FindingResults.Tool(1, 1));
    tools.put("scan", new FindingResults.Tool(1, 0));
    return Observation.known(
        new FindingResults(
            List.of(new ReportFile("target/lint.sarif", "SARIF 2.1.0", REPORTED)),
            tools,
            List.of(
                found(Level.WARNING, "lint", "L10", "Unused variable.", REFUNDS, 3),
                found(Level.WARNING, "lint", "L20", "Empty block.", REFUNDS, 9),
                found(Level.NOTE, "lint", "L30", "Line is too long.", SEARCH, 5),
                found(Level.ERROR, "scan", "S1", "Query is built from input.", REFUNDS, 12))));
  }

  private static ToolFinding found(
      Level level, String tool, String rule, String message, String path, int line) {
    return new ToolFinding(
        level,
        -1,
        tool,
        rule,
        message,
        Optional.of(new ToolFinding.NamedFile(path, Optional.of(path), false)),
        line,
        line,
        "target/" + tool + ".sarif");
  }

  /** What tools have measured: the files of the tests on metrics. */
  private MetricResults metrics() {
    List<MetricRule> rules = Questions.metrics(plan, plan);
    try {
      Path files = Path.of(ExampleShop.class.getResource("/metrics").toURI());
      return MetricReports.read(
          rules.stream().map(MetricRule::source).distinct().toList(),
          new ReportFinder(files, List.of(), new TreeSet<>())
              .find(
                  plan.evidence(),
                  rules.stream().map(r -> new Source(r.origin(), r.source().file(), "")).toList())
              .metrics(),
          Freshness.ofCommit(Observation.known(Instant.EPOCH), new TreeSet<>()));
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The results of tools that the baseline of main holds. */
  private static KnownResults results() {
    Map<Baseline.Key, Integer> counts =
        KnownResults.count(
            List.of(
                found(Level.WARNING, "lint", "L10", "Unused variable.", REFUNDS, 2),
                found(Level.WARNING, "lint", "L20", "Empty block.", REFUNDS, 8)));
    return new KnownResults(
        counts, LocalDate.parse("2026-01-20"), Location.ofFile(".coord/baseline.yml"));
  }

  /** What the baseline of main holds. */
  private static CoveredLines baseline() {
    return new CoveredLines(
        33,
        41,
        "4f2a9c1".repeat(6).substring(0, 40),
        LocalDate.parse("2026-01-20"),
        Location.of(".coord/baseline.yml", 4, 1));
  }

  /** The usual places of a kind, where nothing was found, in a Maven project: this one. */
  private static ReportSet nothing(ReportKind kind) {
    return new ReportSet(
        kind,
        Path.of("").toAbsolutePath(),
        kind.defaults().patterns().stream().map(PathPattern::text).toList(),
        Optional.empty(),
        List.of(),
        List.of(),
        true);
  }

  private GitEvidence git(GitQuestions questions) {
    Map<String, BranchEvidence> branches = new LinkedHashMap<>();
    for (GitQuestions.BranchQuestion question : questions.branches()) {
      branches.put(question.name(), branch(question.name()));
    }
    Map<MergeQuestion, Observation<MergeState>> merges = new LinkedHashMap<>();
    questions.merges().forEach(question -> merges.put(question, merge(question.branch())));
    Map<PathQuestion, Observation<PathAnswer>> paths = new LinkedHashMap<>();
    questions.paths().forEach(question -> paths.put(question, Observation.known(path(question))));
    return new GitEvidence(
        commit("0", "Ana", "", List.of()),
        Optional.of("feature/checkout"),
        false,
        new TreeSet<>(FILES.keySet()),
        branches,
        merges,
        paths,
        Observation.unknown("nobody asked git for the history", "Run the build again."),
        commits(questions),
        counts(questions.counts()),
        Observation.known(LOG.get(0).commit()),
        Observation.known(forecast(questions.forecast())),
        Map.of(),
        Map.of(),
        repository(questions.repository()));
  }

  /** One release was tagged; no remote is known but where the example is about one left alone. */
  private RepositoryAnswers repository(RepositoryQuestions questions) {
    Map<String, Observation<Optional<Commit>>> tags = new LinkedHashMap<>();
    Commit release =
        new Commit(
            "4f2a9c1".repeat(6).substring(0, 40),
            "ana",
            "ana@shop.example",
            Instant.parse("2026-01-20T09:00:00Z"),
            "Release",
            List.of(),
            new TreeSet<>());
    for (String tag : questions.tags()) {
      tags.put(
          tag,
          said("evidence").filter("shallow clone"::equals).isPresent()
              ? Observation.unknown(
                  "the clone is shallow, so its history is cut off",
                  "Fetch all of it (git fetch --unshallow).")
              : Observation.known(Optional.of(release).filter(any -> tag.equals("v1.0.0"))));
    }
    return new RepositoryAnswers(
        Map.of(),
        RepositoryAnswers.NONE.missing(),
        tags,
        isLeftAlone()
            ? Observation.known(Map.of("feature/checkout", "is another commit at origin"))
            : Observation.unknown(
                "this repository has no remote",
                "Add one (git remote add origin URL), and fetch it."),
        Observation.known(List.of()));
  }

  private boolean isLeftAlone() {
    return said("evidence").filter("left alone"::equals).isPresent();
  }

  private Worktree worktree() {
    return new Worktree(
        ".",
        true,
        true,
        Optional.of("feature/checkout"),
        Optional.of(id("2")),
        Optional.empty(),
        false,
        Observation.known(
            new Worktree.Changes(isLeftAlone() ? 2 : 0, isLeftAlone() ? 1 : 0, Optional.empty())));
  }

  /**
   * The branch for vouchers changes the terms that checkout changes, any other one pom.xml; what is
   * called legacy has no common commit with anything.
   */
  private static MergeForecast forecast(ForecastQuestion question) {
    List<String> live =
        question.branches().stream()
            .filter(
                name ->
                    merge(name)
                        .optional()
                        .filter(state -> state.kind() == MergeState.Kind.UNMERGED)
                        .isPresent())
            .toList();
    List<MergeForecast.Pair> pairs = new ArrayList<>();
    for (int i = 0; i < live.size(); i++) {
      for (int j = i + 1; j < live.size(); j++) {
        pairs.add(
            new MergeForecast.Pair(
                live.get(i), live.get(j), clashes(i == 0, live.get(j), List.of())));
      }
    }
    return new MergeForecast(
        live,
        pairs,
        0,
        live.stream()
            .filter("legacy"::equals)
            .map(name -> new MergeForecast.Step(name, "main", clashes(true, name, List.of())))
            .toList(),
        steps(live),
        question.waves().stream()
            .map(wave -> new MergeForecast.Wave(wave.id(), steps(wave.branches())))
            .toList());
  }

  private static List<MergeForecast.Step> steps(List<String> branches) {
    List<MergeForecast.Step> steps = new ArrayList<>();
    for (String name : branches) {
      List<String> before = branches.subList(0, steps.size());
      steps.add(new MergeForecast.Step(name, "main", clashes(!before.isEmpty(), name, before)));
    }
    return steps;
  }

  private static Observation<List<MergeForecast.Clash>> clashes(
      boolean some, String branch, List<String> with) {
    if (branch.equals("legacy")) {
      return Observation.unknown(
          "the two have no common commit", "Correct the branches or their base in the plan.");
    }
    boolean vouchers = branch.equals("feature/vouchers");
    String file = vouchers ? "docs/terms.md" : "pom.xml";
    List<String> otherNames = vouchers ? List.of("docs/conditions.md") : List.of();
    return Observation.known(
        some
            ? List.of(
                new MergeForecast.Clash(
                    file, MergeForecast.Kind.CONTENT, with, List.of(), false, otherNames))
            : List.of());
  }

  private Counts counts(CountQuestions questions) {
    Map<BranchesQuestion, Observation<BranchesAnswer>> branches = new LinkedHashMap<>();
    boolean one = said("evidence").filter("one branch"::equals).isPresent();
    for (BranchesQuestion question : questions.branches()) {
      branches.put(
          question,
          one
              ? Observation.unknown(
                  "only the branch 'main' of origin was fetched, and there may be others",
                  "Fetch all of them (git fetch origin).")
              : Observation.known(new BranchesAnswer(count(question), List.of())));
    }
    Map<FilesQuestion, Observation<FilesAnswer>> files = new LinkedHashMap<>();
    questions.files().forEach(question -> files.put(question, Observation.known(files(question))));
    return new Counts(branches, files);
  }

  private static long count(BranchesQuestion question) {
    return BRANCHES.entrySet().stream()
        .filter(
            branch ->
                question
                    .naming()
                    .filter(pattern -> !new NamePattern(pattern).matches(branch.getKey()))
                    .isEmpty())
        .map(branch -> Instant.parse(branch.getValue() + "T09:00:00Z"))
        .filter(time -> question.since().filter(time::isBefore).isEmpty())
        .count();
  }

  private static FilesAnswer files(FilesQuestion question) {
    Map<String, String> found = new TreeMap<>(FILES);
    found.keySet().removeIf(file -> !question.paths().orElseThrow().matches(file));
    String text = String.join("", found.values());
    return new FilesAnswer(
        found.size(),
        List.copyOf(found.keySet()),
        Observation.known(text.lines().count()),
        Observation.known((long) text.length()),
        Observation.known((long) text.length()),
        LOG.stream()
            .filter(commit -> commit.files().stream().anyMatch(found::containsKey))
            .reduce((before, after) -> after)
            .map(commit -> Observation.known(commit.commit()))
            .orElseGet(() -> Observation.unknown("no commit changed it", "Commit it.")),
        id("0"));
  }

  private static Map<CommitsQuestion, Observation<CommitsAnswer>> commits(GitQuestions questions) {
    Map<CommitsQuestion, Observation<CommitsAnswer>> commits = new LinkedHashMap<>();
    for (CommitsQuestion question : questions.commits()) {
      commits.put(
          question,
          question.branch().isPresent()
              ? Observation.unknown(
                  "the branch '" + question.branch().get() + "' was found nowhere",
                  "Fetch it, or correct the branch in the plan.")
              : Observation.known(answer(question)));
    }
    return commits;
  }

  private static CommitsAnswer answer(CommitsQuestion question) {
    List<Logged> found =
        LOG.stream()
            .filter(c -> question.since().filter(c.time()::isBefore).isEmpty())
            .filter(c -> question.until().filter(end -> !c.time().isBefore(end)).isEmpty())
            .filter(
                c ->
                    question
                        .message()
                        .filter(m -> !new NamePattern(m).matches(c.message()))
                        .isEmpty())
            .filter(
                c ->
                    question.authors().isEmpty()
                        || question.authors().contains(c.author() + "@shop.example"))
            .toList();
    return new CommitsAnswer(
        found.size(),
        found.stream().flatMap(c -> c.files().stream()).distinct().count(),
        found.stream().mapToLong(Logged::added).sum(),
        found.stream().mapToLong(Logged::deleted).sum(),
        found.stream().limit(1).map(Logged::commit).toList());
  }

  /** A commit behind the checked-out one. */
  record Logged(
      String day, String author, String message, List<String> files, long added, long deleted) {
    Instant time() {
      return Instant.parse(day + "T09:00:00Z");
    }

    private Commit commit() {
      return new Commit(
          id(day.substring(9)),
          author,
          author + "@shop.example",
          time(),
          message,
          List.of(),
          new TreeSet<>(files));
    }
  }

  private static PathAnswer path(PathQuestion question) {
    PathPattern pattern = PathPattern.of(question.file());
    Map<String, String> found = new TreeMap<>(FILES);
    found.keySet().removeIf(file -> !pattern.matches(file));
    TreeSet<String> containing = new TreeSet<>(found.keySet());
    Map<String, List<String>> lacking = new TreeMap<>();
    found.forEach(
        (file, content) ->
            lacking.put(
                file, question.texts().stream().filter(t -> !content.contains(t)).toList()));
    lacking.values().removeIf(List::isEmpty);
    containing.removeAll(lacking.keySet());
    Map<String, SortedSet<String>> versions =
        containing.contains("pom.xml")
            ? Map.of("pom.xml", new TreeSet<>(List.of("1.0.2")))
            : Map.of();
    return new PathAnswer(new TreeSet<>(found.keySet()), containing, lacking, versions, id("0"));
  }

  private BranchEvidence branch(String name) {
    boolean live = name.equals(said("judged").orElse("feature/checkout"));
    return new BranchEvidence(
        name,
        Optional.of("refs/heads/" + name).filter(ref -> merge(name).isKnown()),
        Optional.of(commit("1", "Cleo", "", List.of())).filter(tip -> merge(name).isKnown()),
        Optional.of("../" + name.replace('/', '-')),
        merge(name),
        merge(name).map(state -> delta(live ? said("changes").orElse("") : "")));
  }

  private static Observation<MergeState> merge(String branch) {
    return switch (branch) {
      case "feature/catalog" -> state(MergeState.Kind.MERGED, "its last commit was merged");
      case "feature/payments" ->
          Observation.unknown(
              "the branch 'feature/payments' was found nowhere (tried refs/heads,"
                  + " refs/remotes/origin) and no merge in 'main' names it",
              "Fetch it (git fetch origin feature/payments:feature/payments), or correct branch: in the plan.");
      default -> state(MergeState.Kind.UNMERGED, "2 commits are not merged");
    };
  }

  private static Observation<MergeState> state(MergeState.Kind kind, String how) {
    return Observation.known(new MergeState(kind, Optional.empty(), how, Proof.Strength.OBSERVED));
  }

  /** A commit by Cleo for each path: {@code pom.xml with ana; CHANGELOG.md +2 -0}. */
  private static BranchDelta delta(String changes) {
    List<Change> changed =
        changes.isEmpty() ? List.of() : Arrays.stream(changes.split("; ")).map(Change::of).toList();
    List<Commit> commits = new ArrayList<>();
    for (int i = 0; i < changed.size(); i++) {
      commits.add(changed.get(i).commit(String.valueOf((char) ('a' + i))));
    }
    return new BranchDelta(
        BranchDelta.Basis.LIVE,
        "main",
        id("0"),
        id("0"),
        id("1"),
        commits.size(),
        0,
        changed.stream().map(Change::file).toList(),
        commits,
        List.of(),
        Map.of());
  }

  /** A changed path, and with whom it was talked over. */
  private record Change(String path, int added, int removed, Optional<String> with) {

    static Change of(String text) {
      String[] words = text.split(" ");
      boolean counted = words.length == 3 && words[1].startsWith("+");
      boolean with = words.length == 3 && words[1].equals("with");
      return new Change(
          words[0],
          counted ? Integer.parseInt(words[1].substring(1)) : 1,
          counted ? Integer.parseInt(words[2].substring(1)) : 1,
          with ? Optional.of(words[2]) : Optional.empty());
    }

    FileChange file() {
      return new FileChange(path, FileChange.Kind.MODIFIED, added, removed, false);
    }

    Commit commit(String digit) {
      return ExampleShop.commit(
          digit,
          "Cleo",
          path,
          with.stream().map(person -> new Commit.Trailer("Coordinated-with", person)).toList());
    }
  }

  private static Commit commit(
      String digit, String author, String path, List<Commit.Trailer> trailers) {
    return new Commit(
        id(digit),
        author,
        author + "@shop.example",
        COMMITTED,
        "Change " + path,
        trailers,
        new TreeSet<>(List.of(path)));
  }

  private static String id(String digit) {
    return (digit + "1b2c3d").substring(0, 7) + "0".repeat(33);
  }

  static Observation<CoverageResults> coverage() {
    return Observation.known(
        new CoverageResults(
            List.of(report("target/site/jacoco/jacoco.xml", "JaCoCo XML")),
            List.of(covered(SEARCH, 23, 25, 0, 0), covered(REFUNDS, 9, 16, 3, 8))));
  }

  /** A file whose branches are all on its first line. */
  private static FileCoverage covered(String path, int run, int lines, int taken, int branches) {
    int[] numbers = new int[lines];
    boolean[] covered = new boolean[lines];
    for (int i = 0; i < lines; i++) {
      numbers[i] = i + 1;
      covered[i] = i < run;
    }
    int[] all = new int[lines];
    int[] some = new int[lines];
    all[0] = branches;
    some[0] = taken;
    return new FileCoverage(path, Optional.of(path), numbers, covered, all, some);
  }

  static Observation<TestResults> tests() {
    List<TestCase> cases =
        List.of(
            test("shop.SearchTest#byName", TestCase.Outcome.PASSED, 300),
            test("shop.SearchTest#byPrice", TestCase.Outcome.PASSED, 300),
            test("shop.SearchTest#empty", TestCase.Outcome.PASSED, 300),
            test("shop.SearchTest#slow", TestCase.Outcome.FLAKY, 300),
            test("shop.RefundsTest#orders", TestCase.Outcome.PASSED, 300),
            test("shop.RefundsTest#lines", TestCase.Outcome.FAILED, 400),
            test("shop.RefundsTest#vouchers", TestCase.Outcome.SKIPPED, 0),
            test("shop.RefundsTest#twice", TestCase.Outcome.PASSED, 100));
    return Observation.known(
        new TestResults(
            List.of(report("target/surefire-reports/TEST-shop.RefundsTest.xml", "JUnit XML")),
            cases));
  }

  private static TestCase test(String name, TestCase.Outcome outcome, int milliseconds) {
    String[] parts = name.split("#");
    return new TestCase(
        parts[0],
        parts[1],
        outcome,
        Duration.ofMillis(milliseconds),
        outcome.failed() ? "expected 4.20 but was 4.02" : "",
        Optional.empty(),
        "target/surefire-reports/TEST-" + parts[0] + ".xml");
  }

  private static ReportFile report(String path, String format) {
    return new ReportFile(path, format, REPORTED);
  }
}
