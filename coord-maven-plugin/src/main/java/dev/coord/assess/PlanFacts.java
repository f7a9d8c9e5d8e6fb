package dev.coord.assess;

import dev.coord.diagnostic.Location;
import dev.coord.evidence.CoverageCount;
import dev.coord.evidence.CoverageResults;
import dev.coord.evidence.Evidence;
import dev.coord.evidence.FileCoverage;
import dev.coord.evidence.GitQuestions.MergeQuestion;
import dev.coord.evidence.MergeState;
import dev.coord.evidence.Observation;
import dev.coord.evidence.Proof;
import dev.coord.evidence.ReportFile;
import dev.coord.plan.Plan;
import dev.coord.plan.Rule;
import dev.coord.plan.Scope;
import dev.coord.rule.Facts;
import dev.coord.rule.OwnershipReport;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Answers the rules' questions from plan and evidence, for one subject. */
final class PlanFacts implements Facts {

  private final Plan plan;
  private final ScopeFilter scopes;
  private final Evidence evidence;
  private final Observation<OwnershipReport> ownership;

  /**
   * Facts for a subject.
   *
   * @param plan the checked-out plan: its tasks are counted
   * @param scopes whose files are whose
   * @param ownership the subject's report
   */
  PlanFacts(
      Plan plan, ScopeFilter scopes, Evidence evidence, Observation<OwnershipReport> ownership) {
    this.plan = plan;
    this.scopes = scopes;
    this.evidence = evidence;
    this.ownership = ownership;
  }

  @Override
  public Observation<Coverage> coverage(Scope of) {
    return evidence
        .coverage()
        .map(
            results -> {
              CoverageCount count =
                  of instanceof Scope.Everything
                      ? results.count()
                      : count(results, scopes.paths(of));
              return new Coverage(count, reports(results.reports()));
            });
  }

  private static CoverageCount count(CoverageResults results, Predicate<String> inScope) {
    return results.files().stream()
        .filter(file -> file.path().filter(inScope).isPresent())
        .map(FileCoverage::count)
        .reduce(CoverageCount.NONE, CoverageCount::plus);
  }

  private static List<Proof> reports(List<ReportFile> reports) {
    return reports.stream()
        .map(report -> Proof.report(report.format(), Location.ofFile(report.path())))
        .toList();
  }

  @Override
  public Observation<Tests> tests(Scope of) {
    return evidence.tests().then(results -> TestCounts.of(results, of, scopes));
  }

  @Override
  public Observation<OwnershipReport> ownership() {
    return ownership;
  }

  @Override
  public Observation<Answer> merged(Rule.Merged rule) {
    Optional<MergeQuestion> question = Questions.question(plan, rule);
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
        .map(state -> answer(state, branch, into));
  }

  private static Answer answer(MergeState state, String branch, String into) {
    boolean merged = state.kind() == MergeState.Kind.MERGED;
    List<Proof> proof =
        state.merge().stream()
            .map(
                commit ->
                    new Proof(
                        Proof.Kind.COMMIT,
                        state.strength(),
                        commit.subject(),
                        Optional.empty(),
                        Optional.of(commit.id())))
            .toList();
    String seen =
        branch
            + switch (state.kind()) {
              case MERGED -> " is in " + into;
              case UNMERGED -> " is not in " + into;
              case NOT_STARTED -> " has no commit of its own";
            }
            + " ("
            + state.how()
            + ")";
    return new Answer(merged, seen, "Merge " + branch + " into " + into + ".", proof);
  }

  @Override
  public Observation<Answer> path(Rule.Path rule) {
    return evidence
        .git()
        .then(
            git ->
                git.paths()
                    .getOrDefault(
                        Questions.question(rule),
                        Observation.unknown(
                            "git was not asked for " + rule.file(), "Run the build again.")))
        .then(found -> PathAnswers.of(rule, found));
  }

  @Override
  public Observation<TaskCount> tasks(Rule.Tasks rule) {
    return TaskCounts.of(plan, rule);
  }
}
