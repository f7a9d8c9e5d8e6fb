package dev.coord.assess;

import dev.coord.evidence.Commit;
import dev.coord.evidence.Evidence;
import dev.coord.evidence.GitQuestions.MergeQuestion;
import dev.coord.evidence.MergeState;
import dev.coord.evidence.Observation;
import dev.coord.evidence.Proof;
import dev.coord.plan.Plan;
import dev.coord.plan.Rule;
import dev.coord.plan.Scope;
import dev.coord.rule.Facts;
import dev.coord.rule.OwnershipReport;
import java.util.List;
import java.util.Optional;

/** Answers the rules' questions from plan and evidence, for one subject. */
final class PlanFacts implements Facts {

  private final Plan plan;
  private final Plan rulebook;
  private final ScopeFilter scopes;
  private final Evidence evidence;
  private final Observation<OwnershipReport> ownership;

  /**
   * Facts for a subject.
   *
   * @param plan the checked-out plan: its tasks are counted
   * @param rulebook the plan whose branches are meant
   * @param scopes whose files are whose
   * @param ownership the subject's report
   */
  PlanFacts(
      Plan plan,
      Plan rulebook,
      ScopeFilter scopes,
      Evidence evidence,
      Observation<OwnershipReport> ownership) {
    this.plan = plan;
    this.rulebook = rulebook;
    this.scopes = scopes;
    this.evidence = evidence;
    this.ownership = ownership;
  }

  @Override
  public Observation<Coverage> coverage(Scope of) {
    return of instanceof Scope.Everything
        ? evidence.coverage().map(CoverageCounts::all)
        : evidence
            .coverage()
            .then(
                results -> evidence.git().then(git -> CoverageCounts.of(results, of, scopes, git)));
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
        .map(state -> answer(state, branch, into));
  }

  private static Answer answer(MergeState state, String branch, String into) {
    boolean merged = state.kind() == MergeState.Kind.MERGED;
    String seen =
        switch (state.kind()) {
          case MERGED -> branch + " is in " + into + " (" + state.how() + ")";
          case UNMERGED -> branch + " is not in " + into + " (" + state.how() + ")";
          case NOT_STARTED -> branch + " is not in " + into + ": " + state.how();
        };
    String remedy =
        switch (state.kind()) {
          case MERGED -> "";
          case UNMERGED -> "Merge " + branch + " into " + into + ".";
          case NOT_STARTED ->
              "Begin the work on " + branch + ", and merge it into " + into + " when it is done.";
        };
    return new Answer(merged, seen, remedy, proof(state));
  }

  /** How far a state can be trusted is told even where no commit shows it. */
  private static List<Proof> proof(MergeState state) {
    if (state.merge().isEmpty() && state.strength() == Proof.Strength.OBSERVED) {
      return List.of();
    }
    return List.of(
        new Proof(
            Proof.Kind.COMMIT,
            state.strength(),
            state.merge().map(Commit::subject).orElse(state.how()),
            Optional.empty(),
            state.merge().map(Commit::id)));
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
