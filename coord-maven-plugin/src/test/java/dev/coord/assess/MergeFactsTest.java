package dev.coord.assess;

import static dev.coord.assess.FactsOfPlan.facts;
import static dev.coord.assess.FactsOfPlan.known;
import static dev.coord.assess.FactsOfPlan.reason;
import static dev.coord.assess.FactsOfPlan.remedy;
import static dev.coord.testing.Evidences.evidence;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.coord.evidence.MergeState;
import dev.coord.evidence.Observation;
import dev.coord.evidence.Proof;
import dev.coord.rule.Facts;
import dev.coord.testing.Deltas;
import dev.coord.testing.Rules;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MergeFactsTest {

  @Test
  void a_merged_branch_is_proved_by_its_merge() {
    Facts.Answer answer =
        known(
            facts(evidence().merge("feature/a", "main", MergeState.Kind.MERGED))
                .merged(Rules.merged("a")));

    assertThat(answer.holds()).isTrue();
    assertThat(answer.seen()).isEqualTo("feature/a is in main (by ancestry)");
    assertThat(answer.remedy()).isEmpty();
    assertThat(answer.proof())
        .extracting(Proof::commit)
        .containsExactly(Optional.of(Deltas.id("3e3e")));
  }

  @Test
  void a_branch_that_is_not_merged_is_to_be_merged() {
    Facts.Answer answer =
        known(
            facts(evidence().merge("x", "v1", MergeState.Kind.UNMERGED))
                .merged(Rules.mergedBranch("x", "v1")));

    assertThat(answer.holds()).isFalse();
    assertThat(answer.seen()).isEqualTo("x is not in v1 (by ancestry)");
    assertThat(answer.remedy()).isEqualTo("Merge x into v1 when nothing holds it up.");
    assertThat(answer.proof()).isEmpty();
  }

  @Test
  void a_branch_that_was_never_started_is_not_merged() {
    Facts.Answer answer =
        known(
            facts(evidence().merge("feature/a", "main", MergeState.Kind.NOT_STARTED))
                .merged(Rules.merged("a")));

    assertThat(answer.holds()).isFalse();
    assertThat(answer.seen()).isEqualTo("feature/a is not in main: by ancestry");
    assertThat(answer.remedy())
        .isEqualTo("Begin the work on feature/a, and merge it into main when it is done.");
  }

  @Test
  void what_only_a_subject_says_is_attested_even_without_a_commit() {
    MergeState state =
        new MergeState(
            MergeState.Kind.MERGED,
            Optional.empty(),
            "a subject names it",
            Proof.Strength.ATTESTED);
    Facts.Answer answer =
        known(
            facts(evidence().merge("feature/a", "main", Observation.known(state)))
                .merged(Rules.merged("a")));

    assertThat(answer.proof())
        .extracting(Proof::strength, Proof::text)
        .containsExactly(tuple(Proof.Strength.ATTESTED, "a subject names it"));
  }

  @Test
  void what_is_gone_again_without_a_revert_is_unknown() {
    MergeState state =
        new MergeState(
            MergeState.Kind.MERGED,
            Optional.empty(),
            "its last commit was merged; nothing of it is there any more",
            Proof.Strength.OBSERVED,
            Optional.empty(),
            Optional.empty(),
            true);
    Observation<Facts.Answer> observed =
        facts(evidence().merge("feature/a", "main", Observation.known(state)))
            .merged(Rules.merged("a"));

    assertThat(reason(observed))
        .isEqualTo(
            "whether feature/a is in main cannot be told (its last commit was merged; nothing of it"
                + " is there any more)");
    assertThat(remedy(observed))
        .isEqualTo(
            "Commit the work anew and merge that, or take the rule out where it is not needed any"
                + " more.");
  }

  @Test
  void a_workstream_without_a_branch_cannot_be_told() {
    Observation<Facts.Answer> observed = facts(evidence()).merged(Rules.merged("b"));

    assertThat(reason(observed)).isEqualTo("workstream b names no branch");
    assertThat(remedy(observed)).isEqualTo("Give it a branch: in the plan.");
  }

  @Test
  void what_git_was_not_asked_or_cannot_tell_is_unknown() {
    assertThat(reason(facts(evidence()).merged(Rules.merged("a"))))
        .isEqualTo("git was not asked for feature/a");
    assertThat(reason(facts(evidence().withoutGit("no repository")).merged(Rules.merged("a"))))
        .isEqualTo("no repository");
  }
}
