package dev.coord.assess;

import static dev.coord.testing.Evidences.evidence;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.assess.HandoffState.Observed;
import dev.coord.evidence.GitQuestions.PathQuestion;
import dev.coord.testing.Cases;
import dev.coord.testing.Deltas;
import dev.coord.testing.Evidences;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was seen of handoffs, and who waits for them. */
class HandoffStateTest {

  private static final String STREAMS =
      """
      workstreams:
        - {id: a, branch: feature/a}
        - {id: b, branch: feature/b}
        - {id: c, branch: feature/c, depends_on: [b]}
        - {id: d, branch: feature/d}
      handoffs:
        - {id: x, provider: a, paths: [/model/], kind: artifact, REST}
      """;

  private static Evidences seen() {
    return evidence()
        .active("feature/a", Deltas.live().build())
        .active("feature/b", Deltas.live().build())
        .active("feature/c", Deltas.live().build())
        .merged("feature/d", Deltas.merged().build());
  }

  private static Evidences files(String here, String there) {
    return seen()
        .found(question(Optional.empty()), here.isEmpty() ? List.of() : List.of(here), List.of())
        .found(
            question(Optional.of("feature/a")),
            there.isEmpty() ? List.of() : List.of(there),
            List.of());
  }

  private static PathQuestion question(Optional<String> branch) {
    return new PathQuestion("/model/", "", branch);
  }

  private static HandoffState state(String rest, Evidences seen) {
    Assessment assessment = Cases.written(STREAMS.replace("REST", rest)).evidence(seen).assess();
    return HandoffState.of(assessment).get(0);
  }

  @ParameterizedTest
  @CsvSource({
    "ready,   model/a, '',      READY,   AGREES",
    "ready,   '',      model/a, READY,   AGREES",
    "ready,   '',      '',      MISSING, CONTRADICTS",
    "planned, '',      '',      MISSING, AGREES",
    "planned, '',      model/a, READY,   CONTRADICTS"
  })
  void files_show_whether_it_is_there(
      String status, String here, String there, Observed observed, ClaimCheck.Agreement agreement) {
    HandoffState state = state("status: " + status, files(here, there));

    assertThat(state.observed()).isEqualTo(observed);
    assertThat(state.claim().orElseThrow().agreement()).isEqualTo(agreement);
    assertThat(state.open()).isEqualTo(observed != Observed.READY);
  }

  @Test
  void without_git_it_cannot_be_told_and_blocks() {
    HandoffState state = state("status: ready", evidence().withoutGit("there is no repository"));

    assertThat(state.observed()).isEqualTo(Observed.UNKNOWN);
    assertThat(state.blocked()).containsExactly("b", "c", "d");
  }

  @Test
  void what_nothing_shows_is_believed_and_called_declared() {
    Assessment assessment =
        Cases.written(
                """
                workstreams: [{id: a}, {id: b}]
                handoffs:
                  - {id: x, kind: secret, provider: a, status: ready}
                  - {id: y, kind: secret, provider: a}
                """)
            .assess();

    assertThat(HandoffState.of(assessment))
        .extracting(HandoffState::observed, HandoffState::open, HandoffState::blocked)
        .containsExactly(
            org.assertj.core.api.Assertions.tuple(Observed.DECLARED, false, List.of()),
            org.assertj.core.api.Assertions.tuple(Observed.DECLARED, true, List.of("b")));
  }

  @Test
  void it_blocks_its_consumers_and_whoever_depends_on_them_unless_they_are_merged() {
    assertThat(state("consumers: [b, d]", files("", "")).blocked()).containsExactly("b", "c");
    assertThat(state("consumers: [d]", files("", "")).blocked()).isEmpty();
  }

  @Test
  void without_consumers_all_but_the_provider_wait() {
    assertThat(state("status: ready", files("", "")).blocked()).containsExactly("b", "c");
  }

  @Test
  void those_wait_that_it_is_for_and_those_behind_them_are_blocked_only() {
    HandoffState state = state("consumers: [b, d]", files("", ""));

    assertThat(state.waiting()).containsExactly("b");
    assertThat(state.blocked()).containsExactly("b", "c");
  }

  @Test
  void nobody_waits_for_what_he_provides_himself_or_after_he_was_given_up() {
    Assessment assessment =
        Cases.written(
                """
                workstreams:
                  - {id: a, branch: feature/a}
                  - {id: b, branch: feature/b, status: dropped}
                  - {id: c, branch: feature/c}
                handoffs:
                  - {id: x, kind: library, name: tea, provider: a, consumers: [a, b, c]}
                """)
            .evidence(
                evidence()
                    .active("feature/a", Deltas.live().build())
                    .gone("feature/b")
                    .active("feature/c", Deltas.live().build()))
            .assess();

    assertThat(assessment.workstream("b").orElseThrow().observed())
        .isEqualTo(WorkstreamState.Status.ABANDONED);
    assertThat(HandoffState.of(assessment).get(0).waiting()).containsExactly("c");
  }

  @Test
  void what_is_there_or_not_needed_blocks_nobody() {
    assertThat(state("status: ready", files("model/a", "")).blocked()).isEmpty();
    assertThat(state("status: not_needed", files("", "")).blocked()).isEmpty();
  }

  @Test
  void a_contradiction_in_the_plan_does_not_hide_what_was_seen() {
    Assessment assessment =
        Cases.written(
                """
                workstreams: [{id: a, branch: feature/a, tasks: ["[ ] A.1: One"]}]
                handoffs:
                  - {id: x, kind: artifact, provider: a, paths: [/model/], status: ready, task: a/A.1}
                """)
            .evidence(files("model/a", ""))
            .assess();

    assertThat(HandoffState.of(assessment).get(0).observed()).isEqualTo(Observed.READY);
    assertThat(assessment.contradictions())
        .extracting(ClaimCheck::subject, ClaimCheck::observed)
        .containsExactly(
            org.assertj.core.api.Assertions.tuple("handoff x", "its task a/A.1 is todo"));
  }
}
