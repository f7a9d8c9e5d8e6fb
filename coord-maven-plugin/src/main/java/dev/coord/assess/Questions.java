package dev.coord.assess;

import dev.coord.evidence.CountQuestions;
import dev.coord.evidence.CountQuestions.BranchesQuestion;
import dev.coord.evidence.CountQuestions.FilesQuestion;
import dev.coord.evidence.ForecastQuestion;
import dev.coord.evidence.GitQuestions;
import dev.coord.evidence.GitQuestions.BranchQuestion;
import dev.coord.evidence.GitQuestions.CommitsQuestion;
import dev.coord.evidence.GitQuestions.HistoryQuestion;
import dev.coord.evidence.GitQuestions.MergeQuestion;
import dev.coord.evidence.GitQuestions.Merging;
import dev.coord.evidence.GitQuestions.PathQuestion;
import dev.coord.evidence.RepositoryQuestions;
import dev.coord.path.PathPatterns;
import dev.coord.plan.ApprovedRule;
import dev.coord.plan.Assertion;
import dev.coord.plan.BranchRule;
import dev.coord.plan.BranchesRule;
import dev.coord.plan.CommandRule;
import dev.coord.plan.CommitsRule;
import dev.coord.plan.FilesRule;
import dev.coord.plan.Merges.Entry;
import dev.coord.plan.Merges.Wave;
import dev.coord.plan.MetricRule;
import dev.coord.plan.Person;
import dev.coord.plan.Plan;
import dev.coord.plan.PlanRule;
import dev.coord.plan.RepositoryRule;
import dev.coord.plan.Rule;
import dev.coord.plan.Scope;
import dev.coord.plan.StatusWord;
import dev.coord.plan.TagRule;
import dev.coord.plan.Workstream;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
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
    return new GitQuestions(
        branches(plan, rulebook, judged, tip),
        merges(plan, rulebook, judged),
        paths(plan, rulebook),
        Optional.of(history(plan, rulebook)),
        commits(plan, rulebook),
        new CountQuestions(branchCounts(plan, rulebook), fileCounts(plan, rulebook)),
        planFiles(plan, rulebook),
        forecast(plan, rulebook, judged),
        BranchLines.questions(plan, rulebook),
        repository(plan, rulebook));
  }

  private static RepositoryQuestions repository(Plan plan, Plan rulebook) {
    return new RepositoryQuestions(
        ReportFileClaims.questions(plan, rulebook).distinct().toList(),
        FormerFiles.questions(plan),
        Stream.concat(
                rules(plan, rulebook)
                    .filter(TagRule.class::isInstance)
                    .map(rule -> ((TagRule) rule).tag()),
                TagClaims.questions(plan))
            .collect(Collectors.toCollection(TreeSet::new)),
        rules(plan, rulebook)
            .anyMatch(rule -> rule instanceof RepositoryRule whole && whole.synced()),
        MovedHandoffs.moved(plan));
  }

  /** Waves are those of the rulebook, and those that only the checked-out plan has. */
  private static ForecastQuestion forecast(Plan plan, Plan rulebook, Judged judged) {
    List<Workstream> workstreams = workstreams(plan, rulebook, judged);
    Map<String, Wave> waves = new LinkedHashMap<>();
    Stream.of(rulebook, plan)
        .flatMap(one -> one.merges().waves().stream())
        .forEach(wave -> waves.putIfAbsent(wave.id(), wave));
    return new ForecastQuestion(
        workstreams.stream().flatMap(w -> branch(w, judged).stream()).toList(),
        queue(plan, rulebook, workstreams, judged),
        waves.values().stream()
            .map(
                wave ->
                    new ForecastQuestion.Wave(
                        wave.id(),
                        wave.from(),
                        wave.into().orElse(rulebook.project().integrationBranch()),
                        wave.workstreams().stream()
                            .flatMap(id -> workstreams.stream().filter(w -> w.id().equals(id)))
                            .flatMap(w -> branch(w, judged).stream())
                            .toList()))
            .toList(),
        workstreams.stream()
            .filter(
                w ->
                    rulebook.boundaries().conflicts().stream()
                        .anyMatch(conflict -> conflict.between().contains(w.id())))
            .flatMap(w -> branch(w, judged).stream())
            .collect(Collectors.toSet()));
  }

  /** What the checked-out plan's merge queue has left, but for what its status says is dropped. */
  private static List<ForecastQuestion.Queued> queue(
      Plan plan, Plan rulebook, List<Workstream> workstreams, Judged judged) {
    List<ForecastQuestion.Queued> queue = new ArrayList<>();
    for (Entry entry : plan.merges().queue()) {
      Optional<String> branch =
          entry
              .source()
              .or(
                  () ->
                      workstreams.stream()
                          .filter(w -> entry.workstream().equals(Optional.of(w.id())))
                          .flatMap(w -> branch(w, judged).stream())
                          .findFirst());
      String into = entry.target().orElse(rulebook.project().integrationBranch());
      if (!isDropped(entry, plan)) {
        branch.ifPresent(name -> queue.add(new ForecastQuestion.Queued(name, into)));
      }
    }
    return queue;
  }

  private static boolean isDropped(Entry entry, Plan plan) {
    return StatusWord.of(entry.status(), plan.project().vocabulary())
        .equals(Optional.of(StatusWord.DROPPED));
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
        named);
  }

  /**
   * The workstreams to look at: the plan's, and the judged one where only the rulebook defines it.
   */
  static List<Workstream> workstreams(Plan plan, Plan rulebook, Judged judged) {
    List<Workstream> all = new ArrayList<>(plan.workstreams());
    judged
        .workstream()
        .filter(id -> plan.workstream(id).isEmpty())
        .flatMap(rulebook::workstream)
        .ifPresent(all::add);
    return all;
  }

  /** The branch of a workstream: for the judged one, the branch that is judged. */
  static Optional<String> branch(Workstream workstream, Judged judged) {
    boolean mine = judged.workstream().equals(Optional.of(workstream.id()));
    return mine ? judged.branch().or(workstream::branch) : workstream.branch();
  }

  /**
   * The base of a workstream where it is not the integration branch, by the rulebook alone: a
   * branch must not choose what it is compared with.
   */
  static Optional<String> base(Plan rulebook, Workstream workstream) {
    return rulebook.workstream(workstream.id()).flatMap(Workstream::base);
  }

  /** The answer's key is the branch, so the judged branch is asked for first and once. */
  private static List<BranchQuestion> branches(
      Plan plan, Plan rulebook, Judged judged, JudgedTip tip) {
    Map<String, BranchQuestion> questions = new LinkedHashMap<>();
    String integration = rulebook.project().integrationBranch();
    List<Workstream> workstreams = workstreams(plan, rulebook, judged);
    for (Workstream workstream : workstreams) {
      if (judged.workstream().equals(Optional.of(workstream.id()))) {
        String base = base(rulebook, workstream).orElse(integration);
        branch(workstream, judged)
            .map(
                b ->
                    mine(
                        b,
                        tip,
                        base,
                        emails(plan, rulebook, workstream),
                        Mergings.of(plan, rulebook, workstream.id())))
            .ifPresent(q -> questions.put(q.name(), q));
      }
    }
    if (judged.kind() == Judged.Kind.UNNAMED) {
      BranchQuestion question = mine(judged.subject(), tip, integration, Set.of(), Merging.NONE);
      questions.put(question.name(), question);
    }
    for (Workstream workstream : workstreams) {
      String base = base(rulebook, workstream).orElse(integration);
      branch(workstream, judged)
          .map(
              b ->
                  new BranchQuestion(
                      b,
                      Optional.empty(),
                      base,
                      emails(plan, rulebook, workstream),
                      false,
                      Mergings.of(plan, rulebook, workstream.id())))
          .ifPresent(q -> questions.putIfAbsent(q.name(), q));
    }
    rules(plan, rulebook)
        .filter(BranchRule.class::isInstance)
        .flatMap(rule -> branch(plan, rulebook, (BranchRule) rule).stream())
        .map(b -> new BranchQuestion(b, Optional.empty(), integration, Set.of(), false))
        .forEach(q -> questions.putIfAbsent(q.name(), q));
    rules(plan, rulebook)
        .filter(ApprovedRule.class::isInstance)
        .flatMap(rule -> branch(plan, rulebook, (ApprovedRule) rule).stream())
        .map(b -> new BranchQuestion(b, Optional.empty(), integration, Set.of(), false))
        .forEach(q -> questions.putIfAbsent(q.name(), q));
    FormerDay.branches(plan)
        .map(b -> new BranchQuestion(b, Optional.empty(), integration, Set.of(), false))
        .forEach(q -> questions.putIfAbsent(q.name(), q));
    return List.copyOf(questions.values());
  }

  /** Whether a rule of either plan asks who signed a commit. */
  public static boolean asksForSignatures(Plan plan, Plan rulebook) {
    return rules(plan, rulebook).anyMatch(Questions::asksForSignature);
  }

  /** The branches whose approval is to be signed, by the names that git is asked for. */
  public static SortedSet<String> signedBranches(Plan plan, Plan rulebook) {
    SortedSet<String> names = new TreeSet<>();
    rules(plan, rulebook)
        .filter(Questions::asksForSignature)
        .forEach(rule -> branch(plan, rulebook, (ApprovedRule) rule).ifPresent(names::add));
    return names;
  }

  private static boolean asksForSignature(Rule rule) {
    return rule instanceof ApprovedRule approved && approved.signature();
  }

  /** The branch that was to be approved, in the rulebook's names where it has them. */
  static Optional<String> branch(Plan plan, Plan rulebook, ApprovedRule rule) {
    return rule.branch().or(() -> rule.workstream().flatMap(id -> branchOf(plan, rulebook, id)));
  }

  /** The branch that a rule means, in the rulebook's names where it has them. */
  static Optional<String> branch(Plan plan, Plan rulebook, BranchRule rule) {
    return rule.branch().or(() -> branchOf(plan, rulebook, rule.workstream().orElseThrow()));
  }

  private static Optional<String> branchOf(Plan plan, Plan rulebook, String workstream) {
    return rulebook
        .workstream(workstream)
        .or(() -> plan.workstream(workstream))
        .flatMap(Workstream::branch);
  }

  private static List<CommitsQuestion> commits(Plan plan, Plan rulebook) {
    Stream<CommitsQuestion> claimed =
        plan.assertions()
            .map(Assertion::rule)
            .filter(AssertionJudge::isTimed)
            .flatMap(Rule::flat)
            .filter(CommitsRule.class::isInstance)
            .map(rule -> question(plan, rulebook, (CommitsRule) rule).byAuthors(true));
    return Stream.concat(
            rules(plan, rulebook)
                .filter(CommitsRule.class::isInstance)
                .map(rule -> question(plan, rulebook, (CommitsRule) rule)),
            claimed)
        .distinct()
        .toList();
  }

  /** What git is asked for a rule about commits: whole days are those of the project's zone. */
  static CommitsQuestion question(Plan plan, Plan rulebook, CommitsRule rule) {
    ZoneId zone = rulebook.project().calendar().zone();
    SortedSet<String> authors = new TreeSet<>();
    rule.authors().forEach(person -> authors.addAll(emails(plan, rulebook, person)));
    return new CommitsQuestion(
        rule.branch(),
        rule.since().map(point -> point.begin(zone)),
        rule.until().map(point -> point.end(zone)),
        rule.message(),
        authors,
        changes(rule));
  }

  private static CommitsQuestion.Changes changes(CommitsRule rule) {
    if (rule.added().isPresent() || rule.deleted().isPresent()) {
      return CommitsQuestion.Changes.LINES;
    }
    return rule.files().isPresent() ? CommitsQuestion.Changes.FILES : CommitsQuestion.Changes.NONE;
  }

  private static List<BranchesQuestion> branchCounts(Plan plan, Plan rulebook) {
    return rules(plan, rulebook)
        .filter(BranchesRule.class::isInstance)
        .map(rule -> question(rulebook, (BranchesRule) rule))
        .distinct()
        .toList();
  }

  /** What git is asked for a rule about branches: days are those of the project's zone. */
  static BranchesQuestion question(Plan rulebook, BranchesRule rule) {
    ZoneId zone = rulebook.project().calendar().zone();
    return new BranchesQuestion(
        rule.naming(),
        rule.since().map(day -> day.atStartOfDay(zone).toInstant()),
        rule.until().map(day -> day.plusDays(1).atStartOfDay(zone).toInstant()));
  }

  private static List<FilesQuestion> fileCounts(Plan plan, Plan rulebook) {
    return Stream.of(
            rules(plan, rulebook)
                .filter(FilesRule.class::isInstance)
                .map(rule -> question(plan, rulebook, (FilesRule) rule)),
            FileLengthClaims.questions(plan),
            DeletedFiles.questions(plan),
            MovedHandoffs.merged(plan))
        .flatMap(questions -> questions)
        .distinct()
        .toList();
  }

  /**
   * What git is asked for a rule about files: owners are those of the rulebook where it has them.
   */
  static FilesQuestion question(Plan plan, Plan rulebook, FilesRule rule) {
    Optional<PathPatterns> paths = Optional.empty();
    if (rule.of() instanceof Scope.OfPaths of) {
      paths = Optional.of(of.paths());
    } else if (rule.of() instanceof Scope.OfWorkstream of) {
      paths =
          rulebook
              .workstream(of.workstream())
              .or(() -> plan.workstream(of.workstream()))
              .map(Workstream::owns)
              .or(() -> Optional.of(PathPatterns.of()));
    }
    boolean lengths =
        rule.lines().isPresent() || rule.bytes().isPresent() || rule.characters().isPresent();
    return new FilesQuestion(paths, rule.branch(), lengths, rule.age().isPresent(), false);
  }

  /** The files of the plan, where a rule asks how old it is, or the plan says so. */
  private static Set<String> planFiles(Plan plan, Plan rulebook) {
    boolean asked =
        plan.project().updated().isPresent()
            || rules(plan, rulebook)
                .anyMatch(
                    r ->
                        r instanceof PlanRule whole
                            && (whole.age().isPresent() || whole.updated().isPresent()));
    return asked ? new TreeSet<>(plan.files()) : Set.of();
  }

  private static BranchQuestion mine(
      String branch, JudgedTip tip, String base, Set<String> authors, Merging merging) {
    return new BranchQuestion(
        branch, tip.tip(), tip.base().orElse(base), authors, tip.uncommitted(), merging);
  }

  /** Who works on a workstream, by the rulebook where it knows workstream and person. */
  static Set<String> emails(Plan plan, Plan rulebook, Workstream workstream) {
    return rulebook
        .workstream(workstream.id())
        .orElse(workstream)
        .owner()
        .map(owner -> emails(plan, rulebook, owner))
        .orElse(Set.of());
  }

  /** The addresses of a person, by the rulebook where it knows the person. */
  static Set<String> emails(Plan plan, Plan rulebook, String person) {
    return rulebook
        .person(person)
        .or(() -> plan.person(person))
        .map(Person::emails)
        .<Set<String>>map(LinkedHashSet::new)
        .orElse(Set.of());
  }

  private static List<MergeQuestion> merges(Plan plan, Plan rulebook, Judged judged) {
    Set<MergeQuestion> questions = new LinkedHashSet<>();
    for (Workstream workstream : workstreams(plan, rulebook, judged)) {
      if (base(rulebook, workstream).isPresent()) {
        branch(workstream, judged).ifPresent(b -> questions.add(intoIntegration(rulebook, b)));
      }
    }
    MergeStates.questions(plan).forEach(questions::add);
    WrongTargets.questions(plan, rulebook).forEach(questions::add);
    rules(plan, rulebook)
        .filter(Rule.Merged.class::isInstance)
        .map(Rule.Merged.class::cast)
        .forEach(rule -> question(plan, rulebook, rule).ifPresent(questions::add));
    return List.copyOf(questions);
  }

  /** The rules that ask for measured numbers. */
  public static List<MetricRule> metrics(Plan plan, Plan rulebook) {
    return rules(plan, rulebook)
        .flatMap(Rule::flat)
        .filter(MetricRule.class::isInstance)
        .map(MetricRule.class::cast)
        .toList();
  }

  /** Whether a rule of either plan is about a command. */
  public static boolean asksForCommands(Plan plan, Plan rulebook) {
    return rules(plan, rulebook).anyMatch(CommandRule.class::isInstance);
  }

  private static Stream<Rule> rules(Plan plan, Plan rulebook) {
    return Stream.concat(plan.rules(), rulebook.rules());
  }

  static MergeQuestion intoIntegration(Plan rulebook, String branch) {
    return new MergeQuestion(branch, rulebook.project().integrationBranch());
  }

  /**
   * The question of a merged rule, in the rulebook's names where it has them; empty when its
   * workstream names no branch.
   */
  static Optional<MergeQuestion> question(Plan plan, Plan rulebook, Rule.Merged rule) {
    String into = rule.into().orElse(rulebook.project().integrationBranch());
    return rule.branch()
        .or(() -> rule.workstream().flatMap(id -> branchOf(plan, rulebook, id)))
        .map(branch -> new MergeQuestion(branch, into));
  }

  private static List<PathQuestion> paths(Plan plan, Plan rulebook) {
    return Stream.concat(
            rules(plan, rulebook)
                .filter(Rule.Path.class::isInstance)
                .map(rule -> question((Rule.Path) rule, Optional.empty())),
            plan.assertions().flatMap(Questions::elsewhere))
        .distinct()
        .toList();
  }

  private static Stream<PathQuestion> elsewhere(Assertion assertion) {
    return assertion
        .movable()
        .flatMap(path -> assertion.branches().stream().map(on -> question(path, Optional.of(on))));
  }

  /**
   * What git is asked for a rule about files.
   *
   * @param place the branch that is meant where the rule names none; empty means the checked-out
   *     commit
   */
  static PathQuestion question(Rule.Path rule, Optional<String> place) {
    return new PathQuestion(
        rule.file(),
        rule.texts(),
        rule.expectation() == Rule.Path.Expectation.NAMES,
        rule.branch().or(() -> place));
  }
}
