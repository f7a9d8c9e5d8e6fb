package dev.coord.assess;

import dev.coord.evidence.GitEvidence;
import dev.coord.evidence.GitQuestions.CommitsAnswer;
import dev.coord.evidence.Observation;
import dev.coord.evidence.Proof;
import dev.coord.plan.CommitsRule;
import dev.coord.plan.Plan;
import dev.coord.rule.Facts.CommitCount;
import java.util.Optional;

/** Answers what rules ask of commits. */
final class CommitFacts {

  private final Plan plan;
  private final Plan rulebook;
  private final Observation<GitEvidence> git;

  CommitFacts(Plan plan, Plan rulebook, Observation<GitEvidence> git) {
    this.plan = plan;
    this.rulebook = rulebook;
    this.git = git;
  }

  /**
   * The commits that a rule asks for.
   *
   * @param authored whether their times are those at which they were written
   */
  Observation<CommitCount> of(CommitsRule rule, boolean authored) {
    for (String person : rule.authors()) {
      if (Authors.emails(plan, rulebook, person).isEmpty()) {
        return Observation.unknown(
            "the plan knows no e-mail address of " + person, "Add one under people.");
      }
    }
    return git.then(
            known ->
                known
                    .commits()
                    .getOrDefault(
                        RuleQuestions.question(plan, rulebook, rule).byAuthors(authored),
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
