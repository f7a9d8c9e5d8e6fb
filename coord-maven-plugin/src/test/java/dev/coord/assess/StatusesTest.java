package dev.coord.assess;

import static dev.coord.testing.Evidences.evidence;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.coord.assess.ClaimCheck.Agreement;
import dev.coord.assess.WorkstreamState.Status;
import dev.coord.evidence.Commit;
import dev.coord.evidence.MergedAs;
import dev.coord.testing.Cases;
import dev.coord.testing.Deltas;
import dev.coord.testing.Evidences;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is observed beside whether something is merged. */
class StatusesTest {

  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
  private static final String DONE = "tasks: ['[x] a: All of it'], owns: [x/**]";

  private static Commit tip(Duration age) {
    Commit commit = Deltas.commit("71b", "cleo");
    return new Commit(
        commit.id(),
        commit.author(),
        commit.email(),
        NOW.minus(age),
        commit.subject(),
        commit.trailers(),
        commit.paths());
  }

  private static Evidences rested(Duration age) {
    return evidence().activeSince("feature/w", tip(age), Deltas.changing("x/y"));
  }

  private static WorkstreamState state(String keys, Evidences seen) {
    return assess(keys, "", seen).workstreams().get(0);
  }

  private static Assessment assess(String keys, String rest, Evidences seen) {
    return Cases.written("workstreams: [{id: w, branch: feature/w, " + keys + "}]\n" + rest)
        .evidence(seen)
        .assess();
  }

  @ParameterizedTest
  @CsvSource({"336, ACTIVE", "337, STALE"})
  void a_branch_rests_after_fourteen_days_where_the_plan_does_not_say(int hours, Status status) {
    assertThat(state("owns: [x/**]", rested(Duration.ofHours(hours))).observed()).isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource({"48, ACTIVE", "49, STALE"})
  void a_branch_rests_after_what_the_plan_says(int hours, Status status) {
    String policy = "boundaries: {branches: {stale_after: 2 d}}\n";

    assertThat(
            assess("owns: [x/**]", policy, rested(Duration.ofHours(hours)))
                .workstreams()
                .get(0)
                .observed())
        .isEqualTo(status);
  }

  @Test
  void a_branch_that_rests_says_since_when() {
    assertThat(state("owns: [x/**]", rested(Duration.ofDays(20))).how())
        .isEqualTo("by ancestry, none is younger than 2026-10-31");
  }

  @ParameterizedTest
  @CsvSource({
    "in progress, AGREES",
    "in review, AGREES",
    "blocked, AGREES",
    "todo, CONTRADICTS",
    "merged, CONTRADICTS"
  })
  void to_a_claim_what_rests_is_active(String claim, Agreement agreement) {
    Assessment assessment =
        assess("status: " + claim + ", tasks: ['[ ] a: It']", "", rested(Duration.ofDays(20)));

    assertThat(assessment.claims().get(0).agreement()).isEqualTo(agreement);
    assertThat(assessment.claims().get(0).observed()).startsWith("stale, ");
  }

  @Test
  void what_was_given_up_is_abandoned_after_four_times_as_long() {
    assertThat(state("status: dropped", rested(Duration.ofDays(55))).observed())
        .isEqualTo(Status.STALE);
    assertThat(state("status: dropped", rested(Duration.ofDays(57))).observed())
        .isEqualTo(Status.ABANDONED);
    assertThat(state("status: in progress", rested(Duration.ofDays(57))).observed())
        .isEqualTo(Status.STALE);
  }

  @Test
  void what_was_given_up_is_abandoned_when_its_branch_is_gone() {
    Assessment assessment = assess("status: cancelled", "", evidence().gone("feature/w"));

    assertThat(assessment.workstreams().get(0).observed()).isEqualTo(Status.ABANDONED);
    assertThat(assessment.claims().get(0).agreement()).isEqualTo(Agreement.AGREES);
  }

  @ParameterizedTest
  @ValueSource(strings = {"status: in progress", "critical: true", "status: todo, " + DONE})
  void a_branch_that_is_gone_stays_unknown_without_the_plans_word(String keys) {
    assertThat(state(keys, evidence().gone("feature/w")).observed()).isEqualTo(Status.UNKNOWN);
  }

  @Test
  void what_the_plan_says_is_to_do_and_git_shows_nothing_of_is_not_started() {
    Assessment assessment = assess("status: todo", "", evidence().gone("feature/w"));

    assertThat(assessment.workstreams().get(0).observed()).isEqualTo(Status.NOT_STARTED);
    assertThat(assessment.workstreams().get(0).how())
        .isEqualTo("the plan has it to do, and git shows neither its branch nor a merge of it");
  }

  @Test
  void a_word_of_the_plan_is_no_evidence_for_itself() {
    Assessment assessment = assess("status: todo", "", evidence().gone("feature/w"));

    assertThat(assessment.claims().get(0).agreement()).isEqualTo(Agreement.UNKNOWN);
  }

  @Test
  void in_a_clone_without_its_history_nothing_counts_as_not_started() {
    WorkstreamState state = state("status: todo", evidence().gone("feature/w").shallow());

    assertThat(state.observed()).isEqualTo(Status.UNKNOWN);
  }

  @Test
  void what_was_given_up_with_tasks_done_may_have_been_merged_without_a_trace() {
    assertThat(state("status: dropped, " + DONE, evidence().gone("feature/w")).observed())
        .isEqualTo(Status.UNKNOWN);
  }

  @Test
  void what_is_done_and_held_up_by_nothing_is_ready() {
    Assessment assessment = assess("status: in review, " + DONE, "", rested(Duration.ofHours(1)));

    WorkstreamState state = assessment.workstreams().get(0);
    assertThat(state.observed()).isEqualTo(Status.READY);
    assertThat(assessment.claims().get(0).agreement()).isEqualTo(Agreement.AGREES);
    assertThat(assessment.claims().get(0).observed())
        .isEqualTo("ready, by ancestry, and nothing is seen that holds it up");
  }

  @ParameterizedTest
  @CsvSource({
    "'merges: {queue: [{workstream: v}, {workstream: w}]}',"
        + " 'and only its merge waits: v, before it in the merge queue, is not merged'",
    "'merges: {waves: [{id: one, workstreams: [v, w]}]}',"
        + " 'and only its merge waits: v, before it in wave one, is not merged'",
    "'events: [{id: f, kind: freeze, date: 2026-11-20}]',"
        + " 'and only its merge waits: main is frozen 2026-11-20 (freeze f)'",
    "'events: [{id: f, kind: freeze, day: 3}]', 'and whether its merge has to wait cannot be told:"
        + " when freeze f is cannot be told: its days are counted from no date'",
    "'actions: [{id: sign, title: Sign, blocks: [w]}]',"
        + " 'and only its merge waits: action sign is todo'",
    "'actions: [{id: s, title: S, blocks: [w]}, {id: t, title: T, blocks: [w]}]',"
        + " 'and only its merge waits: action s is todo (and 1 more reason)'"
  })
  void what_is_ready_says_what_its_merge_waits_for(String rest, String words) {
    Assessment assessment =
        assess(
            "status: in review, " + DONE + "}\n  , {id: v, branch: feature/v",
            rest + "\n",
            rested(Duration.ofHours(1)).active("feature/v", Deltas.live().build()));

    WorkstreamState state = assessment.workstreams().get(0);
    assertThat(state.observed()).isEqualTo(Status.READY);
    assertThat(state.how()).isEqualTo("by ancestry, " + words);
    assertThat(assessment.claims().get(0).observed()).isEqualTo("ready, by ancestry, " + words);
  }

  @Test
  void what_is_ready_and_rests_is_ready() {
    assertThat(state(DONE, rested(Duration.ofDays(20))).observed()).isEqualTo(Status.READY);
  }

  @Test
  void without_tasks_the_plans_word_says_whether_it_is_through() {
    assertThat(state("owns: [x/**]", rested(Duration.ZERO)).observed()).isEqualTo(Status.ACTIVE);
    assertThat(state("owns: [x/**], status: in review", rested(Duration.ZERO)).observed())
        .isEqualTo(Status.READY);
  }

  @Test
  void an_open_task_is_not_ready() {
    assertThat(state(DONE.replace("[x]", "[ ]"), rested(Duration.ZERO)).observed())
        .isEqualTo(Status.ACTIVE);
  }

  @Test
  void a_change_against_the_boundaries_is_not_ready() {
    String keys = DONE + ", keeps_off: [x/y]";

    assertThat(state(keys, rested(Duration.ZERO)).observed()).isEqualTo(Status.ACTIVE);
  }

  @ParameterizedTest
  @CsvSource({"fail, ACTIVE", "warn, ACTIVE", "info, READY"})
  void a_gate_about_it_that_does_not_hold_is_not_ready(String severity, Status status) {
    String gate =
        "gates: [{tests: {failed: \"= 0\"}, severity: %s, applies_to: {workstreams: [w]}}]\n"
            .formatted(severity);

    assertThat(assess(DONE, gate, rested(Duration.ZERO)).workstreams().get(0).observed())
        .isEqualTo(status);
  }

  @Test
  void what_depends_on_something_unmerged_is_not_ready() {
    Assessment assessment =
        Cases.written(
                "workstreams: [{id: w, branch: feature/w, depends_on: [v], "
                    + DONE
                    + "}, {id: v, branch: feature/v}]\n")
            .evidence(rested(Duration.ZERO).notStarted("feature/v"))
            .assess();

    assertThat(assessment.workstreams().get(0).observed()).isEqualTo(Status.ACTIVE);
  }

  @Test
  void a_declared_merge_that_the_repository_does_not_bear_out_is_a_contradiction() {
    Evidences seen =
        rested(Duration.ZERO)
            .mergedAs("feature/w", new MergedAs("abcdef0", false, "that commit is not in main"));

    Assessment assessment = assess("owns: [x/**], merged_as: ABCDEF0", "", seen);

    assertThat(assessment.findings())
        .extracting(Finding::kind, Finding::text)
        .containsExactly(
            tuple(
                Finding.Kind.CONTRADICTION,
                "the plan says \"merged_as: abcdef0\" of w, observed: that commit is not in"
                    + " main"));
  }

  @Test
  void a_declared_merge_that_holds_agrees() {
    Evidences seen =
        evidence()
            .landed("feature/w", 0, 0)
            .mergedAs("feature/w", new MergedAs("abcdef0", true, "that commit is in main"));

    assertThat(assess("merged_as: abcdef0", "", seen).claims())
        .extracting(ClaimCheck::claim, ClaimCheck::agreement)
        .containsExactly(tuple("merged_as: abcdef0", Agreement.AGREES));
  }
}
