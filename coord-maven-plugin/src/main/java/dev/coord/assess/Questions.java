package dev.coord.assess;

import dev.coord.evidence.CountQuestions;
import dev.coord.evidence.CountQuestions.BranchesQuestion;
import dev.coord.evidence.CountQuestions.FilesQuestion;
import dev.coord.evidence.GitQuestions;
import dev.coord.evidence.GitQuestions.CommitsQuestion;
import dev.coord.evidence.GitQuestions.HistoryQuestion;
import dev.coord.evidence.GitQuestions.MergeQuestion;
import dev.coord.evidence.GitQuestions.PathQuestion;
import dev.coord.evidence.RepositoryQuestions;
import dev.coord.plan.ApprovedRule;
import dev.coord.plan.Assertion;
import dev.coord.plan.BranchesRule;
import dev.coord.plan.CommandRule;
import dev.coord.plan.CommitsRule;
import dev.coord.plan.FilesRule;
import dev.coord.plan.MergedRule;
import dev.coord.plan.MetricRule;
import dev.coord.plan.PathRule;
import dev.coord.plan.Plan;
import dev.coord.plan.PlanRule;
import dev.coord.plan.RepositoryRule;
import dev.coord.plan.Rule;
import dev.coord.plan.TagRule;
import dev.coord.plan.Workstream;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts together what the plan wants to know of git. */
public final class Questions {

  /**
   * How the judged branch is to be looked at.
   *
   * @param tip committish to take instead of the branch's ref
   * @param base committish given by the user, before what the plan says
   * @param uncommitted whether the working tree belongs to it
   */
  public record JudgedTip(Optional<String> tip, Optional<String> base, boolean uncommitted) {
    /** Checks that all parts are there. */
    public JudgedTip {
      Objects.requireNonNull(tip, "tip");
      Objects.requireNonNull(base, "base");
    }
  }

  private Questions() {}

  /**
   * The questions of a plan and of the plan that judges it.
   *
   * @param plan the checked-out plan
   * @param rulebook the version whose gates count; its rules are asked too
   */
  public static GitQuestions of(Plan plan, Plan rulebook, Judged judged, JudgedTip tip) {
    return GitQuestions.builder()
        .branches(BranchQuestions.of(plan, rulebook, judged, tip))
        .merges(merges(plan, rulebook, judged))
        .paths(paths(plan, rulebook))
        .history(history(plan, rulebook))
        .commits(commits(plan, rulebook))
        .counts(new CountQuestions(branchCounts(plan, rulebook), fileCounts(plan, rulebook)))
        .files(planFiles(plan, rulebook))
        .forecast(ForecastQuestions.of(plan, rulebook, judged))
        .lines(BranchLines.questions(plan, rulebook))
        .repository(repository(plan, rulebook))
        .build();
  }

  private static RepositoryQuestions repository(Plan plan, Plan rulebook) {
    return new RepositoryQuestions(
        ReportFileClaims.questions(plan, rulebook).distinct().toList(),
        FormerFiles.questions(plan),
        Stream.concat(
                RuleQuestions.rules(plan, rulebook, TagRule.class).map(TagRule::tag),
                TagClaims.questions(plan))
            .collect(Collectors.toCollection(TreeSet::new)),
        RuleQuestions.rules(plan, rulebook, RepositoryRule.class).anyMatch(RepositoryRule::synced),
        MovedHandoffs.moved(plan),
        rulebook.project().repositoryUrl().map(Set::of).orElse(Set.of()));
  }

  /**
   * What arrived since the project's start, and which branches neither version of the plan names.
   */
  private static HistoryQuestion history(Plan plan, Plan rulebook) {
    Set<String> named = new LinkedHashSet<>();
    Stream.of(rulebook, plan)
        .forEach(
            one -> {
              named.add(one.project().integrationBranch());
              one.project().releaseBranch().ifPresent(named::add);
              one.workstreams().forEach(w -> w.branch().ifPresent(named::add));
            });
    return new HistoryQuestion(
        rulebook.project().integrationBranch(),
        rulebook
            .project()
            .started()
            .map(day -> day.atStartOfDay(rulebook.project().calendar().zone()).toInstant()),
        named,
        FreezeClaims.periods(rulebook));
  }

  /** Whether a rule of either plan asks who signed a commit. */
  public static boolean asksForSignatures(Plan plan, Plan rulebook) {
    return RuleQuestions.rules(plan, rulebook, ApprovedRule.class)
        .anyMatch(ApprovedRule::signature);
  }

  /** The branches whose approval is to be signed, by the names that git is asked for. */
  public static SortedSet<String> signedBranches(Plan plan, Plan rulebook) {
    SortedSet<String> names = new TreeSet<>();
    RuleQuestions.rules(plan, rulebook, ApprovedRule.class)
        .filter(ApprovedRule::signature)
        .forEach(rule -> RuleQuestions.branch(plan, rulebook, rule).ifPresent(names::add));
    return names;
  }

  private static List<CommitsQuestion> commits(Plan plan, Plan rulebook) {
    Stream<CommitsQuestion> claimed =
        plan.assertions()
            .map(Assertion::rule)
            .filter(AssertionJudge::isTimed)
            .flatMap(Rule::flat)
            .filter(CommitsRule.class::isInstance)
            .map(
                rule -> RuleQuestions.question(plan, rulebook, (CommitsRule) rule).byAuthors(true));
    return Stream.concat(
            RuleQuestions.rules(plan, rulebook, CommitsRule.class)
                .map(rule -> RuleQuestions.question(plan, rulebook, rule)),
            claimed)
        .distinct()
        .toList();
  }

  private static List<BranchesQuestion> branchCounts(Plan plan, Plan rulebook) {
    return RuleQuestions.rules(plan, rulebook, BranchesRule.class)
        .map(rule -> RuleQuestions.question(rulebook, rule))
        .distinct()
        .toList();
  }

  private static List<FilesQuestion> fileCounts(Plan plan, Plan rulebook) {
    return Stream.of(
            RuleQuestions.rules(plan, rulebook, FilesRule.class)
                .map(rule -> RuleQuestions.question(plan, rulebook, rule)),
            FileLengthClaims.questions(plan),
            DeletedFiles.questions(plan),
            MovedHandoffs.merged(plan))
        .flatMap(questions -> questions)
        .distinct()
        .toList();
  }

  /** The files of the plan, where a rule asks how old it is, or the plan says so. */
  private static Set<String> planFiles(Plan plan, Plan rulebook) {
    boolean asked =
        plan.project().updated().isPresent()
            || RuleQuestions.rules(plan, rulebook, PlanRule.class)
                .anyMatch(rule -> rule.age().isPresent() || rule.updated().isPresent());
    return asked ? new TreeSet<>(plan.files()) : Set.of();
  }

  private static List<MergeQuestion> merges(Plan plan, Plan rulebook, Judged judged) {
    Set<MergeQuestion> questions = new LinkedHashSet<>();
    for (Workstream workstream : judged.workstreams(plan, rulebook)) {
      if (BranchQuestions.base(rulebook, workstream).isPresent()) {
        judged
            .branch(workstream)
            .ifPresent(b -> questions.add(RuleQuestions.intoIntegration(rulebook, b)));
      }
    }
    MergeStates.questions(plan).forEach(questions::add);
    WrongTargets.questions(plan, rulebook).forEach(questions::add);
    RuleQuestions.rules(plan, rulebook, MergedRule.class)
        .forEach(rule -> RuleQuestions.question(plan, rulebook, rule).ifPresent(questions::add));
    return List.copyOf(questions);
  }

  /** The rules that ask for measured numbers. */
  public static List<MetricRule> metrics(Plan plan, Plan rulebook) {
    return Stream.concat(plan.rules(), rulebook.rules())
        .flatMap(Rule::flat)
        .filter(MetricRule.class::isInstance)
        .map(MetricRule.class::cast)
        .toList();
  }

  /** Whether a rule of either plan is about a command. */
  public static boolean asksForCommands(Plan plan, Plan rulebook) {
    return RuleQuestions.rules(plan, rulebook, CommandRule.class).findAny().isPresent();
  }

  private static List<PathQuestion> paths(Plan plan, Plan rulebook) {
    return Stream.concat(
            RuleQuestions.rules(plan, rulebook, PathRule.class)
                .map(rule -> RuleQuestions.question(rule, Optional.empty())),
            Stream.concat(
                plan.assertions().flatMap(Questions::elsewhere),
                Stream.concat(SignatureClaims.questions(plan), PipelineClaims.questions(plan))))
        .distinct()
        .toList();
  }

  private static Stream<PathQuestion> elsewhere(Assertion assertion) {
    return assertion
        .movable()
        .flatMap(
            path ->
                assertion.branches().stream()
                    .map(on -> RuleQuestions.question(path, Optional.of(on))));
  }
}
