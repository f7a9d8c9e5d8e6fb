package dev.coord.assess;

import dev.coord.assess.WorkstreamState.Status;
import dev.coord.evidence.CommandRun;
import dev.coord.evidence.Commit;
import dev.coord.evidence.CountQuestions.FilesAnswer;
import dev.coord.evidence.Evidence;
import dev.coord.evidence.GitEvidence;
import dev.coord.evidence.GitQuestions.CommitsAnswer;
import dev.coord.evidence.GitQuestions.MergeQuestion;
import dev.coord.evidence.GitQuestions.PathAnswer;
import dev.coord.evidence.Measured;
import dev.coord.evidence.MergeState;
import dev.coord.evidence.Observation;
import dev.coord.evidence.Proof;
import dev.coord.plan.ApprovedRule;
import dev.coord.plan.Assertion;
import dev.coord.plan.BranchRule;
import dev.coord.plan.BranchesRule;
import dev.coord.plan.ChangedScope;
import dev.coord.plan.CommandRule;
import dev.coord.plan.CommitsRule;
import dev.coord.plan.ConflictsRule;
import dev.coord.plan.Epic;
import dev.coord.plan.FilesRule;
import dev.coord.plan.FindingsRule;
import dev.coord.plan.MetricRule;
import dev.coord.plan.Origin;
import dev.coord.plan.Person;
import dev.coord.plan.Plan;
import dev.coord.plan.PlanRule;
import dev.coord.plan.PullRequestsRule;
import dev.coord.plan.ReadyToMergeRule;
import dev.coord.plan.Rule;
import dev.coord.plan.Scope;
import dev.coord.plan.Sprint;
import dev.coord.plan.TagRule;
import dev.coord.plan.Workstream;
import dev.coord.rule.Facts;
import dev.coord.rule.OwnershipReport;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

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
  private final BranchFacts branches;
  private final Approvals approvals;
  private final Optional<String> place;
  private final Optional<FormerDay> said;
  private final boolean authored;
  private final Function<String, Observation<Answer>> readiness;

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
        Optional.empty(),
        Optional.empty(),
        false,
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
      Optional<String> place,
      Optional<FormerDay> said,
      boolean authored,
      Function<String, Observation<Answer>> readiness) {
    this.place = place;
    this.said = said;
    this.authored = authored;
    this.readiness = readiness;
    this.plan = plan;
    this.rulebook = rulebook;
    this.scopes = scopes;
    this.evidence = evidence;
    this.ownership = ownership;
    this.tally = tally;
    this.judged = judged;
    this.judgedAt = judgedAt;
    this.approvals = approvals;
    this.branches = new BranchFacts(plan, rulebook, evidence.git(), judgedAt);
  }

  /** The names of the findings that a rule may count under a key, and that can be waived alone. */
  Set<String> singleFindings(Rule rule, String key) {
    return SingleFindings.names(rule, key, evidence, tally);
  }

  /** The same as if some findings were not there. */
  PlanFacts without(Set<String> findings) {
    return new PlanFacts(
        plan,
        rulebook,
        scopes,
        evidence.toBuilder()
            .tests(evidence.tests().map(tests -> SingleFindings.without(tests, findings)))
            .recordedTests(evidence.recordedTests().map(tests -> tests.without(findings)))
            .build(),
        ownership,
        judgedAt,
        SingleFindings.without(tally, findings),
        approvals,
        judged,
        place,
        said,
        authored,
        readiness);
  }

  private PlanFacts same(
      PlanTally found,
      Optional<String> where,
      Optional<FormerDay> day,
      Function<String, Observation<Answer>> ready) {
    return new PlanFacts(
        plan, rulebook, scopes, evidence, ownership, judgedAt, found, approvals, judged, where, day,
        authored, ready);
  }

  /**
   * The same, with commits of the times at which they were written: a rebase does not move these.
   */
  PlanFacts byAuthors() {
    return new PlanFacts(
        plan, rulebook, scopes, evidence, ownership, judgedAt, tally, approvals, judged, place,
        said, true, readiness);
  }

  /** The same with what was found of the plan by now. */
  PlanFacts with(PlanTally found) {
    return same(found, place, said, readiness);
  }

  /** The same, with the files of a branch where a rule names none. */
  PlanFacts on(String branch) {
    return same(tally, Optional.of(branch), said, readiness);
  }

  /** The same for what was said on a day: one that is over is not known by what is seen today. */
  PlanFacts saidOn(Optional<LocalDate> day) {
    return same(
        tally,
        place,
        day.filter(today()::isAfter)
            .map(former -> new FormerDay(former, rulebook.project().calendar().zone())),
        readiness);
  }

  /**
   * A claim about something that was done, or handed over, held against what became of its file.
   */
  ClaimCheck once(Assertion assertion, ClaimCheck check) {
    ClaimCheck known =
        FormerFiles.held(check, assertion, evidence.git(), rulebook.project().calendar().zone());
    return known.agreement() == ClaimCheck.Agreement.CONTRADICTS
        ? plan.handoffs().stream()
            .filter(handoff -> assertion.subject().equals("handoff " + handoff.id()))
            .findFirst()
            .map(handoff -> new MovedHandoffs(plan, evidence.git()).held(known, handoff, this))
            .orElse(known)
        : known;
  }

  /** Whether nobody will ever know if a rule held on the day it was said to. */
  boolean isHidden(Rule rule) {
    return said.filter(day -> day.hides(rule, evidence.git())).isPresent();
  }

  /** The same, with who tells by its id whether a workstream is ready to be merged. */
  PlanFacts asking(Function<String, Observation<Answer>> ready) {
    return same(tally, place, said, ready);
  }

  @Override
  public Observation<Answer> readyToMerge(ReadyToMergeRule rule) {
    return readiness.apply(rule.workstream());
  }

  @Override
  public Observation<Coverage> coverage(Rule.Coverage rule) {
    return ofReports(covered(rule));
  }

  private Observation<Coverage> covered(Rule.Coverage rule) {
    Predicate<String> inScope = scopes.paths(rule.of());
    if (rule.changed().isPresent()) {
      ChangedScope how = rule.changed().get();
      return evidence
          .coverage()
          .then(
              results ->
                  evidence
                      .changed()
                      .then(
                          lines ->
                              evidence
                                  .git()
                                  .then(
                                      git ->
                                          CoverageCounts.changed(
                                              results, lines, how, inScope, git))));
    }
    if (rule.of() instanceof Scope.Everything && rule.unmeasured().isEmpty()) {
      return evidence.coverage().map(CoverageCounts::all);
    }
    Observation<Coverage> measured =
        evidence
            .coverage()
            .then(
                results ->
                    evidence
                        .git()
                        .then(
                            git ->
                                rule.of() instanceof Scope.Everything
                                    ? CoverageCounts.whole(results, git)
                                    : CoverageCounts.of(results, inScope, git)));
    return rule.unmeasured()
        .map(
            how ->
                measured.then(
                    counts ->
                        evidence
                            .unmeasured()
                            .then(files -> UnmeasuredCoverage.of(counts, files, how, inScope))))
        .orElse(measured);
  }

  @Override
  public Observation<BaselineLines> baseline() {
    return evidence
        .baseline()
        .map(
            lines ->
                new BaselineLines(
                    lines.covered(),
                    lines.all(),
                    lines.when(),
                    List.of(
                        Proof.plan("baseline: " + lines.lines(), lines.place()).attested(),
                        Proof.commit("baseline: " + lines.lines(), lines.commit()).attested())));
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

  /** What ran is what is checked out. */
  private <T> Observation<T> ofReports(Observation<T> found) {
    return said.map(day -> day.checkedOut(evidence.git(), found)).orElse(found);
  }

  @Override
  public Observation<OwnershipReport> ownership() {
    return ownership;
  }

  @Override
  public Observation<Answer> merged(Rule.Merged rule) {
    Optional<MergeQuestion> question = Questions.question(plan, rulebook, rule);
    if (question.isEmpty()) {
      return Observation.unknown(
          rule.workstream().map(w -> "workstream " + w + " names no branch").orElse("no branch"),
          "Give it a branch: in the plan.");
    }
    String branch = question.get().branch();
    String into = question.get().into();
    return evidence
        .git()
        .then(
            git ->
                git.merges()
                    .getOrDefault(
                        question.get(),
                        Observation.unknown(
                            "git was not asked for " + branch, "Run the build again.")))
        .then(state -> answer(state, branch, into));
  }

  private Observation<Answer> answer(MergeState state, String branch, String into) {
    Status status = Standing.status(state, plan.workstreamOfBranch(branch), plan);
    String how = Standing.how(state, status);
    String is = branch + " is in " + into + " (" + how + ")";
    String isNot = branch + " is not in " + into;
    return switch (status) {
      case MERGED -> Observation.known(new Answer(true, is, "", proof(state)));
      case NOT_STARTED ->
          Observation.known(
              new Answer(
                  false,
                  isNot + ": " + how,
                  "Begin the work on "
                      + branch
                      + ", and merge it into "
                      + into
                      + " when it is done.",
                  proof(state)));
      case UNKNOWN ->
          Observation.unknown(
              "whether " + branch + " is in " + into + " cannot be told (" + how + ")",
              Standing.remedy(branch));
      case REVERTED ->
          Observation.known(
              new Answer(
                  false,
                  isNot + " any more (" + how + ")",
                  "Revert "
                      + state.revert().orElseThrow().abbreviated()
                      + " in "
                      + into
                      + ", or commit the work anew and merge that.",
                  proof(state)));
      default ->
          Observation.known(
              new Answer(
                  false,
                  isNot + " (" + how + ")",
                  "Merge " + branch + " into " + into + ".",
                  proof(state)));
    };
  }

  /** How far a state can be trusted is told even where no commit shows it. */
  private static List<Proof> proof(MergeState state) {
    if (state.merge().isEmpty() && state.strength() == Proof.Strength.OBSERVED) {
      return List.of();
    }
    List<Proof> proof = new ArrayList<>();
    proof.add(
        new Proof(
            Proof.Kind.COMMIT,
            state.strength(),
            state.merge().map(Commit::subject).orElse(state.how()),
            Optional.empty(),
            state.merge().map(Commit::id)));
    state
        .revert()
        .ifPresent(
            commit ->
                proof.add(
                    new Proof(
                        Proof.Kind.COMMIT,
                        state.strength(),
                        commit.subject(),
                        Optional.empty(),
                        Optional.of(commit.id()))));
    return proof;
  }

  @Override
  public Observation<Answer> path(Rule.Path rule) {
    return ofCommit(rule.branch().or(() -> place), files(rule))
        .then(found -> PathAnswers.of(rule, found));
  }

  /** What a commit holds; empty for the one that is checked out. */
  private <T> Observation<T> ofCommit(Optional<String> branch, Observation<T> found) {
    return said.map(day -> day.on(branch, evidence.git(), found)).orElse(found);
  }

  private <T> Observation<T> ofToday(String what, Observation<T> found) {
    return said.map(day -> day.<T>untraced(what)).orElse(found);
  }

  /** What git found of the files of a rule. */
  Observation<PathAnswer> files(Rule.Path rule) {
    return evidence
        .git()
        .then(
            git ->
                git.paths()
                    .getOrDefault(
                        Questions.question(rule, place),
                        Observation.unknown(
                            "git was not asked for " + rule.file(), "Run the build again.")));
  }

  @Override
  public Observation<TaskCount> tasks(Rule.Tasks rule) {
    return TaskCounts.of(plan, rule);
  }

  @Override
  public Observation<Count> plan(PlanRule rule, String key) {
    return switch (key) {
      case "contradictions" -> tally.contradictions(rule.contradictions().orElseThrow());
      case "overdue" -> Observation.known(tally.lateness());
      case "workstreams" -> listed(plan.workstreams().stream().map(Workstream::origin), key);
      case "people" -> listed(plan.people().stream().map(Person::origin), key);
      case "epics" -> listed(plan.epics().stream().map(Epic::origin), key);
      default -> listed(plan.sprints().stream().map(Sprint::origin), key);
    };
  }

  private static Observation<Count> listed(Stream<Origin> things, String nouns) {
    List<Origin> all = things.toList();
    return Observation.known(
        new Count(
            all.size(),
            nouns + " in the plan",
            "Correct the number, or the plan.",
            all.stream().limit(1).map(o -> Proof.plan("the first of them", o.self())).toList()));
  }

  @Override
  public Observation<Answer> updated(PlanRule rule) {
    LocalDate wanted = rule.updated().orElseThrow();
    Optional<LocalDate> said = plan.project().updated();
    if (said.isPresent()) {
      return Observation.known(
          new Answer(
              said.get().equals(wanted),
              "the plan says that it was updated on " + said.get(),
              "Correct project.updated, or the rule.",
              List.of(Proof.plan("the plan", plan.project().origin().of("updated")))));
    }
    return newestChange()
        .map(
            commit -> {
              LocalDate day = day(commit);
              return new Answer(
                  day.equals(wanted),
                  "the last commit that changed the plan is of " + day,
                  "Say under project.updated when it was, or correct the rule.",
                  List.of(Proof.commit(commit.subject(), commit.id())));
            });
  }

  @Override
  public Observation<Age> planAge() {
    return newestChange()
        .map(
            commit ->
                BranchFacts.age(
                    commit,
                    judgedAt,
                    rulebook.project().calendar().zone(),
                    "since the commit of %s changed the plan"));
  }

  /** The newest commit that changed the plan. */
  Observation<Commit> newestChange() {
    return evidence.git().then(GitEvidence::newestChange);
  }

  /** The day of the judging time in the zone of the project. */
  LocalDate today() {
    return judgedAt.atZone(rulebook.project().calendar().zone()).toLocalDate();
  }

  /** The day of a commit in the zone of the project. */
  LocalDate day(Commit commit) {
    return commit.time().atZone(rulebook.project().calendar().zone()).toLocalDate();
  }

  @Override
  public Observation<Answer> branch(BranchRule rule, String key) {
    Observation<Answer> found = branches.answer(rule, key);
    return key.equals("at")
        ? ofCommit(Questions.branch(plan, rulebook, rule), found)
        : key.equals("exists") && found.optional().filter(Answer::holds).isEmpty()
            ? ofToday("the list of branches", found)
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
  public Observation<Count> findings(FindingsRule rule, String key) {
    return ofReports(FindingCounts.of(rule, key, evidence, scopes));
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
    return ofToday(
        "the list of pull requests",
        PullRequestCounts.of(
            rule, evidence.pullRequests(), judgedAt, rulebook.project().calendar().zone()));
  }

  @Override
  public Observation<Measured> metric(MetricRule rule) {
    return ofReports(evidence.metrics().of(rule.source()));
  }

  @Override
  public Observation<Answer> tag(TagRule rule, String key) {
    return new RepositoryFacts(evidence).tag(rule, key);
  }

  @Override
  public Observation<Answer> clean() {
    return ofToday("the working tree", new RepositoryFacts(evidence).clean());
  }

  @Override
  public Observation<Answer> synced() {
    return ofToday("the remote", new RepositoryFacts(evidence).synced());
  }

  @Override
  public Observation<Count> branches(BranchesRule rule) {
    return ofToday(
        "the list of branches",
        evidence
            .git()
            .then(git -> git.counts().of(Questions.question(rulebook, rule)))
            .map(found -> FileCounts.branches(rule, found)));
  }

  @Override
  public Observation<Count> files(FilesRule rule, String key) {
    return counted(rule).then(found -> FileCounts.files(rule, key, found));
  }

  private Observation<FilesAnswer> counted(FilesRule rule) {
    return ofCommit(
        rule.branch(),
        evidence.git().then(git -> git.counts().of(Questions.question(plan, rulebook, rule))));
  }

  @Override
  public Observation<Age> filesAge(FilesRule rule) {
    return ofToday("how old files are", counted(rule))
        .then(found -> FileCounts.changed(rule, found))
        .map(
            commit ->
                BranchFacts.age(
                    commit,
                    judgedAt,
                    rulebook.project().calendar().zone(),
                    "since the commit of %s changed one of the files"));
  }

  @Override
  public Observation<CommandRun> command(CommandRule rule) {
    return ofReports(evidence.commands().of(rule.command()));
  }

  @Override
  public Observation<Answer> approved(ApprovedRule rule) {
    return approvals.answer(rule);
  }

  @Override
  public Observation<Count> conflicts(ConflictsRule rule, String key) {
    boolean law = rule.wave().filter(id -> rulebook.merges().wave(id).isPresent()).isPresent();
    return ofToday(
        "all branches",
        ConflictCounts.of(
            new ConflictForecast(plan, rulebook, evidence, judged),
            law ? rulebook : plan,
            rule,
            key,
            evidence.git()));
  }

  @Override
  public Observation<CommitCount> commits(CommitsRule rule) {
    for (String person : rule.authors()) {
      if (Questions.emails(plan, rulebook, person).isEmpty()) {
        return Observation.unknown(
            "the plan knows no e-mail address of " + person, "Add one under people.");
      }
    }
    return evidence
        .git()
        .then(
            git ->
                git.commits()
                    .getOrDefault(
                        Questions.question(plan, rulebook, rule).byAuthors(authored),
                        Observation.unknown(
                            "git was not asked for the commits", "Run the build again.")))
        .map(answer -> counted(rule, answer));
  }

  /** Who wrote a commit, and why, can be said by anybody; how many there are cannot. */
  private static CommitCount counted(CommitsRule rule, CommitsAnswer answer) {
    boolean attested = !rule.authors().isEmpty() || rule.message().isPresent();
    Proof.Strength strength = attested ? Proof.Strength.ATTESTED : Proof.Strength.OBSERVED;
    return new CommitCount(
        answer.count(),
        answer.files(),
        answer.added(),
        answer.deleted(),
        answer.newest().stream()
            .map(
                c ->
                    new Proof(
                        Proof.Kind.COMMIT,
                        strength,
                        c.subject(),
                        Optional.empty(),
                        Optional.of(c.id())))
            .toList());
  }
}
