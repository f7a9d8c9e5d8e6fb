package dev.coord.assess;

import dev.coord.evidence.CommandRun;
import dev.coord.evidence.Commit;
import dev.coord.evidence.CountQuestions.FilesAnswer;
import dev.coord.evidence.Evidence;
import dev.coord.evidence.GitEvidence;
import dev.coord.evidence.GitQuestions.PathAnswer;
import dev.coord.evidence.GitQuestions.PathQuestion;
import dev.coord.evidence.Measured;
import dev.coord.evidence.Observation;
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
import dev.coord.plan.Plan;
import dev.coord.plan.PlanRule;
import dev.coord.plan.PullRequestsRule;
import dev.coord.plan.ReadyToMergeRule;
import dev.coord.plan.Rule;
import dev.coord.plan.Scope;
import dev.coord.plan.TagRule;
import dev.coord.plan.TasksRule;
import dev.coord.plan.Waiver;
import dev.coord.rule.Facts;
import dev.coord.rule.OwnershipReport;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;

/** Answers the rules' questions from plan and evidence, for one subject. */
final class PlanFacts implements Facts {

  private static final Observation<Answer> NOBODY_LOOKED =
      Observation.unknown("nobody looked whether it is ready", "Run the build again.");

  private final Plan plan;
  private final Plan rulebook;
  private final ScopeFilter scopes;
  private final Evidence evidence;
  private final Observation<OwnershipReport> ownership;
  private final Instant judgedAt;
  private final PlanTally tally;
  private final Judged judged;
  private final Approvals approvals;
  private final Viewpoint viewpoint;
  private final Function<String, Observation<Answer>> readiness;
  private final CoverageFacts coverage;
  private final MergeFacts merges;
  private final PlanRuleFacts ofPlan;
  private final BranchFacts branches;
  private final CommitFacts commits;
  private final RepositoryFacts repository;

  /**
   * Facts for a subject.
   *
   * @param plan the checked-out plan: its tasks are counted
   * @param rulebook the plan whose branches are meant
   * @param scopes whose files are whose
   * @param ownership the subject's report
   * @param judgedAt judging time
   * @param tally what was found of the plan so far
   * @param approvals who approved of what
   * @param judged what this build judges
   */
  PlanFacts(
      Plan plan,
      Plan rulebook,
      ScopeFilter scopes,
      Evidence evidence,
      Observation<OwnershipReport> ownership,
      Instant judgedAt,
      PlanTally tally,
      Approvals approvals,
      Judged judged) {
    this(
        plan,
        rulebook,
        scopes,
        evidence,
        ownership,
        judgedAt,
        tally,
        approvals,
        judged,
        Viewpoint.HERE_AND_NOW,
        id -> NOBODY_LOOKED);
  }

  private PlanFacts(
      Plan plan,
      Plan rulebook,
      ScopeFilter scopes,
      Evidence evidence,
      Observation<OwnershipReport> ownership,
      Instant judgedAt,
      PlanTally tally,
      Approvals approvals,
      Judged judged,
      Viewpoint viewpoint,
      Function<String, Observation<Answer>> readiness) {
    this.plan = plan;
    this.rulebook = rulebook;
    this.scopes = scopes;
    this.evidence = evidence;
    this.ownership = ownership;
    this.judgedAt = judgedAt;
    this.tally = tally;
    this.approvals = approvals;
    this.judged = judged;
    this.viewpoint = viewpoint;
    this.readiness = readiness;
    this.coverage = new CoverageFacts(evidence, scopes);
    this.merges = new MergeFacts(plan, rulebook, git());
    this.ofPlan = new PlanRuleFacts(plan, git(), judgedAt, zone(), tally);
    this.branches = new BranchFacts(plan, rulebook, git(), judgedAt);
    this.commits = new CommitFacts(plan, rulebook, git());
    this.repository = new RepositoryFacts(evidence);
  }

  private PlanFacts same(
      Evidence known,
      PlanTally found,
      Viewpoint meant,
      Function<String, Observation<Answer>> ready) {
    return new PlanFacts(
        plan, rulebook, scopes, known, ownership, judgedAt, found, approvals, judged, meant, ready);
  }

  private PlanFacts seenFrom(Viewpoint other) {
    return same(evidence, tally, other, readiness);
  }

  /** The same as if some findings that a rule counts under a key were not there. */
  PlanFacts without(Rule rule, String key, Map<String, Waiver> findings) {
    return same(
        SingleFindings.without(rule, key, evidence, scopes, findings),
        SingleFindings.without(tally, findings),
        viewpoint,
        readiness);
  }

  /**
   * The same, with commits of the times at which they were written: a rebase does not move these.
   */
  PlanFacts byAuthors() {
    return seenFrom(viewpoint.byAuthors());
  }

  /** The same with what was found of the plan by now. */
  PlanFacts with(PlanTally found) {
    return same(evidence, found, viewpoint, readiness);
  }

  /** The same, with the files of a branch where a rule names none. */
  PlanFacts on(String branch) {
    return seenFrom(viewpoint.on(branch));
  }

  /** The same for what was said on a day: one that is over is not known by what is seen today. */
  PlanFacts saidOn(Optional<LocalDate> day) {
    return seenFrom(
        viewpoint.of(day.filter(today()::isAfter).map(former -> new FormerDay(former, zone()))));
  }

  /** The same, with who tells by its id whether a workstream is ready to be merged. */
  PlanFacts asking(Function<String, Observation<Answer>> ready) {
    return same(evidence, tally, viewpoint, ready);
  }

  /**
   * The names of the findings that a rule may count under a key, and that can be waived alone, each
   * with how many bear it.
   */
  SortedMap<String, Long> singleFindings(Rule rule, String key) {
    return SingleFindings.names(rule, key, evidence, scopes, tally);
  }

  /** Whether nobody will ever know if a rule held on the day it was said to. */
  boolean isHidden(Rule rule) {
    return viewpoint.said().filter(day -> day.hides(rule, git())).isPresent();
  }

  /** What git says of the repository. */
  Observation<GitEvidence> git() {
    return evidence.git();
  }

  /** The zone of the project. */
  ZoneId zone() {
    return rulebook.project().calendar().zone();
  }

  /** The day of the judging time in the zone of the project. */
  LocalDate today() {
    return judgedAt.atZone(zone()).toLocalDate();
  }

  /** The day of a commit in the zone of the project. */
  LocalDate day(Commit commit) {
    return ofPlan.day(commit);
  }

  /** The newest commit that changed the plan. */
  Observation<Commit> newestChange() {
    return ofPlan.newestChange();
  }

  /** What git found of the files of a rule. */
  Observation<PathAnswer> files(PathRule rule) {
    return files(RuleQuestions.question(rule, viewpoint.place()));
  }

  /** What git found of files. */
  Observation<PathAnswer> files(PathQuestion question) {
    return git()
        .then(
            git ->
                git.paths()
                    .getOrDefault(
                        question,
                        Observation.unknown(
                            "git was not asked for " + question.file(), "Run the build again.")));
  }

  private <T> Observation<T> ofReports(Observation<T> found) {
    return viewpoint.ofReports(git(), found);
  }

  private <T> Observation<T> ofCommit(Optional<String> branch, Observation<T> found) {
    return viewpoint.ofCommit(branch, git(), found);
  }

  @Override
  public Observation<Coverage> coverage(CoverageRule rule) {
    return ofReports(coverage.of(rule));
  }

  @Override
  public Observation<BaselineLines> baseline() {
    return coverage.baseline();
  }

  @Override
  public Observation<Tests> tests(Scope of) {
    return ofReports(evidence.tests().then(results -> TestCounts.of(results, of, scopes)));
  }

  @Override
  public Observation<TestChange> testChange(Scope of) {
    return ofReports(
        evidence
            .tests()
            .then(
                now ->
                    evidence
                        .recordedTests()
                        .map(before -> TestChanges.of(now, before))
                        .then(changes -> changes.in(of, scopes))
                        .map(changes -> TestCounts.change(now, changes))));
  }

  @Override
  public Observation<Count> findings(FindingsRule rule, String key) {
    return ofReports(FindingCounts.of(rule, key, evidence, scopes));
  }

  @Override
  public Observation<Measured> metric(MetricRule rule) {
    return ofReports(evidence.metrics().of(rule.source()));
  }

  @Override
  public Observation<CommandRun> command(CommandRule rule) {
    return ofReports(evidence.commands().of(rule.command()));
  }

  @Override
  public Observation<OwnershipReport> ownership() {
    return ownership;
  }

  @Override
  public Observation<Answer> approved(ApprovedRule rule) {
    return approvals.answer(rule);
  }

  @Override
  public Observation<Answer> readyToMerge(ReadyToMergeRule rule) {
    return readiness.apply(rule.workstream());
  }

  @Override
  public Observation<Answer> merged(MergedRule rule) {
    return merges.merged(rule);
  }

  @Override
  public Observation<Count> conflicts(ConflictsRule rule, String key) {
    boolean law = rule.wave().filter(id -> rulebook.merges().wave(id).isPresent()).isPresent();
    return viewpoint.ofToday(
        "all branches",
        ConflictCounts.of(
            new ConflictForecast(plan, rulebook, evidence, judged),
            law ? rulebook : plan,
            rule,
            key,
            git()));
  }

  @Override
  public Observation<TaskCount> tasks(TasksRule rule) {
    return TaskCounts.of(plan, rule);
  }

  @Override
  public Observation<Count> plan(PlanRule rule, String key) {
    return ofPlan.number(rule, key);
  }

  @Override
  public Observation<Answer> updated(PlanRule rule) {
    return ofPlan.updated(rule);
  }

  @Override
  public Observation<Age> planAge() {
    return ofPlan.age();
  }

  @Override
  public Observation<Answer> path(PathRule rule) {
    return ofCommit(rule.branch().or(viewpoint::place), files(rule))
        .then(found -> PathAnswers.of(rule, found));
  }

  @Override
  public Observation<Count> files(FilesRule rule, String key) {
    return counted(rule).then(found -> FileCounts.files(rule, key, found));
  }

  @Override
  public Observation<Age> filesAge(FilesRule rule) {
    return viewpoint
        .ofToday("how old files are", counted(rule))
        .then(found -> FileCounts.changed(rule, found))
        .map(
            commit ->
                BranchFacts.age(
                    commit, judgedAt, zone(), "since the commit of %s changed one of the files"));
  }

  private Observation<FilesAnswer> counted(FilesRule rule) {
    return ofCommit(
        rule.branch(),
        git().then(git -> git.counts().of(RuleQuestions.question(plan, rulebook, rule))));
  }

  @Override
  public Observation<Answer> branch(BranchRule rule, String key) {
    Observation<Answer> found = branches.answer(rule, key);
    return key.equals("at")
        ? ofCommit(RuleQuestions.branch(plan, rulebook, rule), found)
        : key.equals("exists") && found.optional().filter(Answer::holds).isEmpty()
            ? viewpoint.ofToday("the list of branches", found)
            : found;
  }

  @Override
  public Observation<Count> behind(BranchRule rule) {
    return branches.behind(rule);
  }

  @Override
  public Observation<Age> idle(BranchRule rule) {
    return branches.idle(rule);
  }

  @Override
  public Observation<CommitCount> commits(CommitsRule rule) {
    return commits.of(rule, viewpoint.authored());
  }

  @Override
  public Observation<Count> branches(BranchesRule rule) {
    return viewpoint.ofToday(
        "the list of branches",
        git()
            .then(git -> git.counts().of(RuleQuestions.question(rulebook, rule)))
            .map(found -> FileCounts.branches(rule, found)));
  }

  @Override
  public Observation<Answer> tag(TagRule rule, String key) {
    return repository.tag(rule, key);
  }

  @Override
  public Observation<Answer> clean() {
    return viewpoint.ofToday("the working tree", repository.clean());
  }

  @Override
  public Observation<Answer> synced() {
    return viewpoint.ofToday("the remote", repository.synced());
  }

  @Override
  public Observation<Count> openPullRequests(PullRequestsRule rule) {
    return pullRequests(rule).map(PullRequestCounts::open);
  }

  @Override
  public Observation<Age> pullRequests(PullRequestsRule rule, String key) {
    return pullRequests(rule).then(counts -> counts.longest(key));
  }

  @Override
  public Observation<Answer> pullRequestTargets(PullRequestsRule rule) {
    return pullRequests(rule).then(PullRequestCounts::targets);
  }

  private Observation<PullRequestCounts> pullRequests(PullRequestsRule rule) {
    return viewpoint.ofToday(
        "the list of pull requests",
        PullRequestCounts.of(rule, evidence.pullRequests(), judgedAt, zone()));
  }
}
