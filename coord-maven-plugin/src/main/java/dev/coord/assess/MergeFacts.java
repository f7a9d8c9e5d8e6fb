package dev.coord.assess;

import dev.coord.assess.WorkstreamState.Status;
import dev.coord.evidence.Commit;
import dev.coord.evidence.GitEvidence;
import dev.coord.evidence.GitQuestions.MergeQuestion;
import dev.coord.evidence.MergeState;
import dev.coord.evidence.Observation;
import dev.coord.evidence.Proof;
import dev.coord.plan.MergedRule;
import dev.coord.plan.Plan;
import dev.coord.rule.Facts.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Answers whether a branch is in another, from what git says of the merge. */
final class MergeFacts {

  private final Plan plan;
  private final Plan rulebook;
  private final Observation<GitEvidence> git;

  MergeFacts(Plan plan, Plan rulebook, Observation<GitEvidence> git) {
    this.plan = plan;
    this.rulebook = rulebook;
    this.git = git;
  }

  Observation<Answer> merged(MergedRule rule) {
    Optional<MergeQuestion> question = RuleQuestions.question(plan, rulebook, rule);
    if (question.isEmpty()) {
      return Observation.unknown(
          rule.workstream().map(w -> "workstream " + w + " names no branch").orElse("no branch"),
          "Give it a branch: in the plan.");
    }
    String branch = question.get().branch();
    String into = question.get().into();
    return git.then(
            known ->
                known
                    .merges()
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
      case MERGED ->
          state.gone()
              ? Observation.unknown(
                  "whether " + branch + " is in " + into + " cannot be told (" + how + ")",
                  "Commit the work anew and merge that, or take the rule out where it is not"
                      + " needed any more.")
              : Observation.known(new Answer(true, is, "", proof(state)));
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
                  "Merge " + branch + " into " + into + " when nothing holds it up.",
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
}
