package dev.coord.engine;

import dev.coord.assess.Assessment;
import dev.coord.assess.Assessor;
import dev.coord.assess.Case;
import dev.coord.assess.Finding;
import dev.coord.assess.Judged;
import dev.coord.assess.ProgressQuestions;
import dev.coord.assess.Questions;
import dev.coord.concurrent.Meanwhile;
import dev.coord.consistency.Consistency;
import dev.coord.diagnostic.Diagnostic;
import dev.coord.diagnostic.Location;
import dev.coord.evidence.BranchDelta;
import dev.coord.evidence.Commit;
import dev.coord.evidence.CoverageResults;
import dev.coord.evidence.Evidence;
import dev.coord.evidence.FileChange;
import dev.coord.evidence.GitEvidence;
import dev.coord.evidence.GitQuestions;
import dev.coord.evidence.Observation;
import dev.coord.evidence.Progress;
import dev.coord.evidence.RecordedRuns;
import dev.coord.evidence.SourceFiles;
import dev.coord.evidence.UnmeasuredFile;
import dev.coord.evidence.coverage.UnmeasuredFiles;
import dev.coord.evidence.git.GitRepository;
import dev.coord.path.KnownPaths;
import dev.coord.plan.Baseline;
import dev.coord.plan.CoverageRule;
import dev.coord.plan.Plan;
import dev.coord.plan.Rule;
import dev.coord.plan.Severity;
import dev.coord.plan.SiteLook;
import dev.coord.plan.Takings;
import dev.coord.publish.ConsoleLine;
import dev.coord.site.render.Look.Logo;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/** The line from plan and evidence to an assessment. */
final class Pipeline {

  /**
   * What the line came to.
   *
   * @param assessment empty when there are problems
   * @param problems why nothing could be judged
   * @param workstreams ids of the workstreams that are known all the same, where it could not
   */
  record Outcome(
      Optional<Assessment> assessment,
      List<Diagnostic> problems,
      Times times,
      List<String> workstreams) {
    Outcome {
      problems = List.copyOf(problems);
      workstreams = List.copyOf(workstreams);
    }

    /** A run in which nothing counts, for what its user gave it cannot be used. */
    static Outcome broken(
        Settings settings, Opened opened, List<Diagnostic> problems, List<String> workstreams) {
      return new Outcome(
          Optional.empty(),
          problems,
          Times.of(settings, opened.headTime(), opened.newestTime(settings.clock())),
          workstreams);
    }
  }

  private final Settings settings;
  private final CiEnvironment ci;
  private final Opened opened;
  private final Path site;
  private final boolean past;
  private final Consumer<ConsoleLine> meanwhile;

  /** A line that tells everything in the end. */
  Pipeline(Settings settings, Opened opened, Path site, boolean past) {
    this(settings, opened, site, past, line -> {});
  }

  /**
   * A line.
   *
   * @param site where the site is written: nothing there is a report
   * @param past whether past versions of the plan and former runs are shown
   * @param meanwhile who hears what takes long, before it begins
   */
  Pipeline(
      Settings settings, Opened opened, Path site, boolean past, Consumer<ConsoleLine> meanwhile) {
    this.settings = Objects.requireNonNull(settings, "settings");
    this.ci = new CiEnvironment(settings.environment());
    this.opened = Objects.requireNonNull(opened, "opened");
    this.site = Objects.requireNonNull(site, "site");
    this.past = past;
    this.meanwhile = Objects.requireNonNull(meanwhile, "meanwhile");
  }

  Outcome run() {
    return run(false, plans -> settings);
  }

  /**
   * The same with somebody else judged than the user names.
   *
   * @param judging the settings that say who, by the checked-out plan
   */
  Outcome run(Function<Plans, Settings> judging) {
    return run(false, judging);
  }

  /** The same held against the checked-out baseline, whoever's judges: what it would come to. */
  Outcome runUnderOwnBaseline() {
    return run(true, plans -> settings);
  }

  private Outcome run(boolean ownBaseline, Function<Plans, Settings> whom) {
    Times times = Times.of(settings, opened.headTime(), opened.newestTime(settings.clock()));
    Plans plans = Plans.read(opened, settings);
    if (plans.plan().isEmpty()) {
      return new Outcome(Optional.empty(), plans.problems(), times, plans.workstreams());
    }
    Meanwhile<Surroundings> surroundings =
        Meanwhile.begin(
            "surroundings",
            () -> Surroundings.read(settings, opened, site, past, times.judging(), plans));
    Court court = Court.of(plans, opened, whom.apply(plans));
    if (!court.rulebook().problems().isEmpty()) {
      surroundings.get();
      return new Outcome(Optional.empty(), court.rulebook().problems(), times, plans.workstreams());
    }
    Baselines baselines = Baselines.of(plans, court);
    if (!baselines.problems().isEmpty() && !ownBaseline) {
      surroundings.get();
      return new Outcome(Optional.empty(), baselines.problems(), times, plans.workstreams());
    }
    Baselines judging =
        ownBaseline ? new Baselines(baselines.own(), baselines.own(), List.of()) : baselines;
    return new Outcome(
        Optional.of(assess(plans, court, judging, times, surroundings)),
        List.of(),
        times,
        List.of());
  }

  private Assessment assess(
      Plans plans,
      Court court,
      Baselines baselines,
      Times times,
      Meanwhile<Surroundings> surroundings) {
    Plan plan = plans.plan().orElseThrow();
    JudgedBranch judged = court.judged();
    Rulebook rulebook = court.rulebook();
    Meanwhile<ReportEvidence> reports = reports(plan, rulebook.plan());
    ClaimsAtTips claims =
        plans.inRepository()
            ? ClaimsAtTips.read(plan, judged.judged(), opened.repository().orElseThrow())
            : new ClaimsAtTips(Map.of());
    GitQuestions questions =
        Questions.of(claims.all(plan), rulebook.plan(), judged.judged(), judged.tip());
    Observation<GitEvidence> git = opened.git().then(g -> g.observe(questions));
    Plan claimed = git.optional().map(g -> claims.unmerged(plan, g)).orElse(plan);
    Meanwhile<Consistency> consistency =
        Meanwhile.begin("contradictions", () -> Consistency.begin(claimed));
    Optional<BranchDelta> delta = delta(judged, git);
    Optional<String> fork = mergeBase(court, delta);
    Optional<Plan> forked = court.rulebooks().forked(rulebook, fork);
    Optional<Baseline> before =
        baselines.own().or(baselines::law).flatMap(any -> Baselines.forked(court, fork));
    PlanGuard guard =
        new PlanGuard(
            rulebook.plan(),
            plan,
            judged.judged(),
            delta,
            new Takings(rulebook.plan(), KnownPaths.none()));
    PlanChanges changes = changes(plans, forked, court, delta);
    if (judged.judged().kind() != Judged.Kind.INTEGRATION) {
      for (BaselineGuard.Growth growth : new BaselineGuard(baselines, before).growths()) {
        changes = changes.with(growth, delta, rulebook, guard, forked.isPresent());
      }
    }
    List<Finding> findings = new ArrayList<>(rulebook.findings());
    findings.addAll(changes.findings());
    findings.addAll(
        PullRequests.findings(
            settings,
            delta.map(d -> d.changes().stream().map(FileChange::path).toList()),
            MavenOptions.of(opened.root(), opened.directory())));
    plans.warnings().forEach(d -> findings.add(finding(d)));
    logo(claimed).ifPresent(findings::add);
    git.optional().ifPresent(g -> findings.addAll(claims.findings(g, plan)));
    Map<String, Observation<Progress>> progress =
        git.optional()
            .map(g -> ProgressQuestions.of(claimed, judged.judged(), g))
            .map(q -> opened.repository().orElseThrow().progress(q))
            .orElse(Map.of());
    Evidence evidence =
        Evidence.builder()
            .git(git)
            .tests(reports.get().tests())
            .coverage(reports.get().coverage())
            .findings(reports.get().findings())
            .metrics(reports.get().metrics())
            .worktrees(surroundings.get().worktrees().with(progress))
            .history(surroundings.get().history())
            .recorded(past ? Records.read(opened, site) : Observation.known(RecordedRuns.NONE))
            .baseline(CoverageBaseline.of(baselines, rulebook))
            .changed(ChangedSince.read(settings, opened, court, plan, git, fork))
            .pullRequests(reports.get().pullRequests())
            .unmeasured(unmeasured(plan, rulebook.plan(), reports.get().coverage(), git))
            .recordedTests(FormerTests.read(opened, court, plan))
            .known(ResultsBaseline.of(baselines, rulebook))
            .build();
    Map<Location, Observation<Commit>> lineAuthors =
        LineAuthors.of(opened, claims.all(plan), rulebook.plan());
    // Last of all: what they leave behind is no evidence of this run.
    Evidence complete =
        evidence.toBuilder()
            .commands(new GateCommands(settings, ci, plans, rulebook).run(opened, meanwhile))
            .build();
    evidence.coverage().optional().ifPresent(c -> c.warnings().forEach(d -> findings.add(said(d))));
    return new Assessor()
        .assess(
            new Case(
                claimed,
                rulebook.plan(),
                forked.orElse(rulebook.plan()),
                judged.judged(),
                complete,
                times.judging(),
                findings,
                rulebook.baseProblem(),
                settings.buildProblem(),
                changes.weakenings(),
                lineAuthors,
                Signatures.of(opened, court, claims.all(plan), git, lineAuthors),
                settings.lenient() && !ci.recognised(),
                new PublishedFiles(new WorkTreeSource(opened.root())).of(claimed)),
            baselines.law(),
            consistency);
  }

  /** The sources that no coverage report mentions, where a rule asks for them. */
  private Observation<List<UnmeasuredFile>> unmeasured(
      Plan plan,
      Plan rulebook,
      Observation<CoverageResults> coverage,
      Observation<GitEvidence> git) {
    boolean asked =
        Stream.concat(plan.rules(), rulebook.rules())
            .flatMap(Rule::flat)
            .anyMatch(rule -> rule instanceof CoverageRule r && r.unmeasured().isPresent());
    return asked
        ? coverage.then(
            results ->
                git.then(g -> UnmeasuredFiles.of(opened.root(), results, g.sources().paths())))
        : Observation.unknown(
            "no rule asks for sources that no report mentions", "Add unmeasured: fail.");
  }

  /** Begins to read the reports. */
  private Meanwhile<ReportEvidence> reports(Plan plan, Plan rulebook) {
    Observation<SortedSet<String>> tracked = opened.git().then(GitRepository::trackedFiles);
    Observation<Instant> newest =
        tracked.map(files -> opened.newestTime(settings.clock()).orElseThrow());
    Observation<SourceFiles> working = opened.git().then(GitRepository::sourceFiles);
    return Meanwhile.begin(
        "reports",
        () ->
            ReportEvidence.read(
                settings,
                opened,
                site,
                rulebook.evidence(),
                Questions.metrics(plan, rulebook),
                newest,
                tracked,
                working));
  }

  /** The integration branch has no base, so that what came to it is held against what was there. */
  private PlanChanges changes(
      Plans plans, Optional<Plan> forked, Court court, Optional<BranchDelta> delta) {
    Plan plan = plans.plan().orElseThrow();
    Judged judged = court.judged().judged();
    if (judged.kind() != Judged.Kind.INTEGRATION) {
      return PlanChanges.of(forked, court.rulebook(), plan, judged, delta, court.rulebooks());
    }
    if (opened.repository().isEmpty() || !plans.inRepository()) {
      return new PlanChanges(List.of(), Optional.empty());
    }
    PushStart start =
        PushStart.of(settings, opened.repository().get(), judged.branch().orElse("HEAD"));
    return new PushGuard(court.rulebooks(), plan, judged, start).changes(ci.recognised());
  }

  private Optional<String> mergeBase(Court court, Optional<BranchDelta> delta) {
    return court.judged().judged().branch().isEmpty()
        ? opened.repository().flatMap(court::forkOf)
        : delta.map(BranchDelta::mergeBase);
  }

  private static Optional<BranchDelta> delta(JudgedBranch judged, Observation<GitEvidence> git) {
    return judged
        .judged()
        .branch()
        .flatMap(branch -> git.optional().map(g -> g.branches().get(branch)))
        .flatMap(branch -> branch.delta().optional());
  }

  /** A logo that cannot be shown is left out, and that is told. */
  private Optional<Finding> logo(Plan plan) {
    SiteLook look = plan.project().site();
    return SiteLogo.of(look, new WorkTreeSource(opened.root()))
        .filter(logo -> logo instanceof Observation.Unknown<Logo>)
        .map(logo -> (Observation.Unknown<Logo>) logo)
        .map(
            logo ->
                finding(
                    Diagnostic.warning(look.origin().of("logo"), logo.reason(), logo.remedy())));
  }

  /** What is wrong in a plan file. */
  private static Finding finding(Diagnostic diagnostic) {
    return finding(diagnostic, Optional.of(diagnostic.location()));
  }

  /** What is wrong in a report, which is no page of the site. */
  private static Finding said(Diagnostic diagnostic) {
    return finding(diagnostic, Optional.empty());
  }

  private static Finding finding(Diagnostic diagnostic, Optional<Location> plan) {
    return new Finding(
        Finding.Kind.SOURCE,
        Severity.WARN,
        "",
        diagnostic.problem(),
        diagnostic.remedy(),
        plan,
        List.of());
  }
}
