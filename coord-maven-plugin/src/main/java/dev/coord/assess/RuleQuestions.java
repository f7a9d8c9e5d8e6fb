package dev.coord.assess;

import dev.coord.evidence.CountQuestions.BranchesQuestion;
import dev.coord.evidence.CountQuestions.FilesQuestion;
import dev.coord.evidence.GitQuestions.CommitsQuestion;
import dev.coord.evidence.GitQuestions.MergeQuestion;
import dev.coord.evidence.GitQuestions.PathQuestion;
import dev.coord.path.PathPatterns;
import dev.coord.plan.ApprovedRule;
import dev.coord.plan.BranchRule;
import dev.coord.plan.BranchesRule;
import dev.coord.plan.CommitsRule;
import dev.coord.plan.FilesRule;
import dev.coord.plan.MergedRule;
import dev.coord.plan.PathRule;
import dev.coord.plan.Plan;
import dev.coord.plan.Rule;
import dev.coord.plan.Scope;
import dev.coord.plan.Workstream;
import java.time.ZoneId;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What git is asked for single rules, so that whoever judges one finds the answer by the same
 * question.
 */
final class RuleQuestions {

  private RuleQuestions() {}

  /** The rules of one kind in both plans. */
  static <R extends Rule> Stream<R> rules(Plan plan, Plan rulebook, Class<R> kind) {
    return Stream.concat(plan.rules(), rulebook.rules()).filter(kind::isInstance).map(kind::cast);
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

  /** What git is asked for a rule about commits: whole days are those of the project's zone. */
  static CommitsQuestion question(Plan plan, Plan rulebook, CommitsRule rule) {
    ZoneId zone = rulebook.project().calendar().zone();
    SortedSet<String> authors = new TreeSet<>();
    rule.authors().forEach(person -> authors.addAll(Authors.emails(plan, rulebook, person)));
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

  /** What git is asked for a rule about branches: days are those of the project's zone. */
  static BranchesQuestion question(Plan rulebook, BranchesRule rule) {
    ZoneId zone = rulebook.project().calendar().zone();
    return new BranchesQuestion(
        rule.naming(),
        rule.since().map(day -> day.atStartOfDay(zone).toInstant()),
        rule.until().map(day -> day.plusDays(1).atStartOfDay(zone).toInstant()));
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

  static MergeQuestion intoIntegration(Plan rulebook, String branch) {
    return new MergeQuestion(branch, rulebook.project().integrationBranch());
  }

  /**
   * The question of a merged rule, in the rulebook's names where it has them; empty when its
   * workstream names no branch.
   */
  static Optional<MergeQuestion> question(Plan plan, Plan rulebook, MergedRule rule) {
    String into = rule.into().orElse(rulebook.project().integrationBranch());
    return rule.branch()
        .or(() -> rule.workstream().flatMap(id -> branchOf(plan, rulebook, id)))
        .map(branch -> new MergeQuestion(branch, into));
  }

  /**
   * What git is asked for a rule about files.
   *
   * @param place the branch that is meant where the rule names none; empty means the checked-out
   *     commit
   */
  static PathQuestion question(PathRule rule, Optional<String> place) {
    return new PathQuestion(
        rule.file(),
        rule.texts(),
        rule.expectation() == PathRule.Expectation.NAMES
            ? PathQuestion.Sought.LIBRARY
            : PathQuestion.Sought.TEXT,
        rule.branch().or(() -> place));
  }
}
