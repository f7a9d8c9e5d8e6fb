package dev.coord.assess;

import static dev.coord.testing.Evidences.evidence;
import static dev.coord.testing.Workstreams.workstream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.coord.assess.ClaimCheck.Agreement;
import dev.coord.evidence.MergeState;
import dev.coord.evidence.Observation;
import dev.coord.evidence.Proof;
import dev.coord.plan.Severity;
import dev.coord.plan.Task;
import dev.coord.testing.Cases;
import dev.coord.testing.Deltas;
import dev.coord.testing.Evidences;
import dev.coord.testing.Places;
import dev.coord.testing.Plans;
import dev.coord.testing.Rules;
import dev.coord.testing.Sprints;
import dev.coord.testing.Tasks;
import dev.coord.testing.Workstreams;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the plan claims, beside what was observed. */
class ClaimCheckerTest {

  private static final Evidences ACTIVE = evidence().active("feature/a", Deltas.live().build());
  private static final Evidences MERGED = evidence().merged("feature/a", Deltas.merged().build());

  private static List<ClaimCheck> claims(Workstreams workstream, Evidences seen) {
    return Cases.of(Plans.plan().workstreams(workstream)).evidence(seen).assess().claims();
  }

  private static ClaimCheck claim(Workstreams workstream, Evidences seen) {
    List<ClaimCheck> claims = claims(workstream, seen);
    assertThat(claims).hasSize(1);
    return claims.get(0);
  }

  private static Evidences seen(String state) {
    return switch (state) {
      case "not started" -> evidence().notStarted("feature/a");
      case "active" -> ACTIVE;
      case "merged" -> MERGED;
      default -> evidence().gone("feature/a");
    };
  }

  @ParameterizedTest
  @CsvSource({
    "Merged into develop,        active, UNKNOWN",
    "merged to feature/b (#12),  active, UNKNOWN",
    "merged into the release-1,  active, CONTRADICTS",
    "merged into main,           active, CONTRADICTS",
    "merged to origin/main,      active, CONTRADICTS",
    "merged to trunk,            active, CONTRADICTS",
    "Merged into develop,        merged, AGREES",
  })
  void a_merge_into_another_branch_says_nothing_of_the_integration_branch(
      String status, String observed, Agreement agreement) {
    ClaimCheck check = claim(workstream("a").status(status), seen(observed));

    assertThat(check.agreement()).isEqualTo(agreement);
    if (agreement == Agreement.UNKNOWN) {
      assertThat(check.observed()).endsWith(" says nothing of main");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "todo,           not started, AGREES",
    "todo,           active,      CONTRADICTS",
    "todo,           merged,      CONTRADICTS",
    "doing,          not started, CONTRADICTS",
    "doing,          active,      AGREES",
    "doing,          merged,      CONTRADICTS",
    "'Done, PR ready', not started, CONTRADICTS",
    "'Done, PR ready', active,    AGREES",
    "'Done, PR ready', merged,    CONTRADICTS",
    "Done — PR ready, active,     AGREES",
    "done,           active,      CONTRADICTS",
    "done,           merged,      AGREES",
    "done,           not started, CONTRADICTS",
    "not done,       not started, AGREES",
    "not done,       active,      AGREES",
    "not done,       merged,      CONTRADICTS",
    "blocked,        not started, AGREES",
    "blocked,        merged,      CONTRADICTS",
    "dropped,        active,      AGREES",
    "dropped,        merged,      CONTRADICTS",
    "done,           unknown,     UNKNOWN",
    "strange,        merged,      UNKNOWN"
  })
  void a_status_agrees_or_contradicts_or_cannot_be_told(
      String claim, String state, Agreement agreement) {
    assertThat(claim(workstream("a").status(claim), seen(state)).agreement()).isEqualTo(agreement);
  }

  @Test
  void a_merged_workstream_that_claims_to_be_active_is_a_finding_that_says_everything() {
    Assessment assessment =
        Cases.of(Plans.plan().workstreams(workstream("a").line("status", 7).status("doing")))
            .evidence(MERGED)
            .assess();

    ClaimCheck claim = assessment.claims().get(0);
    assertThat(claim.subject()).isEqualTo("a");
    assertThat(claim.claim()).isEqualTo("status: doing");
    assertThat(claim.place()).isEqualTo(Places.line(7));
    assertThat(claim.observed()).isEqualTo("merged, by ancestry");
    assertThat(claim.proof())
        .containsExactly(
            new Proof(
                Proof.Kind.COMMIT,
                Proof.Strength.OBSERVED,
                "Change ",
                Optional.empty(),
                Optional.of(Deltas.id("3e3e"))));
    assertThat(assessment.contradictions()).containsExactly(claim);
    assertThat(assessment.findings())
        .extracting(
            Finding::kind, Finding::severity, Finding::subject, Finding::text, Finding::remedy)
        .containsExactly(
            tuple(
                Finding.Kind.CONTRADICTION,
                Severity.WARN,
                "a",
                "the plan says \"status: doing\" of a, observed: merged, by ancestry",
                "Correct the plan, or make it true."));
  }

  @Test
  void a_claim_that_agrees_or_cannot_be_told_is_no_finding() {
    Assessment assessment =
        Cases.of(
                Plans.plan()
                    .workstreams(workstream("a").status("doing"), workstream("b").status("doing")))
            .evidence(evidence().active("feature/a", Deltas.live().build()).gone("feature/b"))
            .assess();

    assertThat(assessment.claims())
        .extracting(ClaimCheck::agreement)
        .containsExactly(Agreement.AGREES, Agreement.UNKNOWN);
    assertThat(assessment.contradictions()).isEmpty();
    assertThat(assessment.findings()).isEmpty();
  }

  @Test
  void an_active_workstream_is_proved_by_its_tip() {
    assertThat(claim(workstream("a").status("done"), ACTIVE).proof())
        .extracting(Proof::commit)
        .containsExactly(Optional.of(Deltas.id("71b")));
  }

  @Test
  void what_a_merge_subject_alone_says_is_attested() {
    MergeState state =
        new MergeState(
            MergeState.Kind.MERGED,
            Optional.of(Deltas.commit("3e3e", "ana")),
            "a subject names it",
            Proof.Strength.ATTESTED);
    Evidences seen =
        evidence()
            .branch(
                "feature/a", Observation.known(state), Observation.known(Deltas.merged().build()));

    assertThat(claim(workstream("a").status("done"), seen).proof())
        .extracting(Proof::strength)
        .containsExactly(Proof.Strength.ATTESTED);
  }

  @Test
  void a_status_that_coord_does_not_know_asks_for_the_vocabulary() {
    assertThat(claim(workstream("a").status("green"), MERGED).observed())
        .isEqualTo("merged; coord does not know the word: explain it under project.vocabulary");
  }

  @Test
  void a_status_that_claims_no_one_state_asks_for_one() {
    assertThat(claim(workstream("a").status("done, docs pending"), MERGED).observed())
        .isEqualTo(
            "merged; coord cannot tell which state is claimed: begin with its word, as in done or"
                + " in progress, or explain it under project.vocabulary");
  }

  @Test
  void the_vocabulary_explains_a_status() {
    Assessment assessment =
        Cases.of(Plans.plan().word("green", "merged").workstreams(workstream("a").status("green")))
            .evidence(ACTIVE)
            .assess();

    assertThat(assessment.claims().get(0).agreement()).isEqualTo(Agreement.CONTRADICTS);
  }

  @Test
  void no_status_claims_nothing() {
    assertThat(claims(workstream("a"), MERGED)).isEmpty();
  }

  @Test
  void a_workstream_without_a_branch_cannot_be_held_against_anything() {
    assertThat(claim(workstream("a").withoutBranch().status("done"), evidence()).observed())
        .isEqualTo("unknown, the plan names no branch");
  }

  @Test
  void a_workstream_that_is_through_has_no_open_tasks() {
    Workstreams through =
        workstream("a").line("tasks", 9).status("done").tasks(Tasks.done("t"), Tasks.todo("u"));
    List<ClaimCheck> claims = claims(through, MERGED);

    assertThat(claims)
        .extracting(ClaimCheck::agreement, ClaimCheck::observed)
        .containsExactly(
            tuple(Agreement.AGREES, "merged, by ancestry"),
            tuple(Agreement.CONTRADICTS, "its own plan says 1 of 2 tasks are done"));
    assertThat(claims.get(1).proof()).containsExactly(Proof.plan("its tasks", Places.line(9)));
  }

  @ParameterizedTest
  @CsvSource({
    "100%,      0, UNKNOWN",
    "100%,      1, CONTRADICTS",
    "100% done, 1, CONTRADICTS",
    "50%,       0, CONTRADICTS",
    "50%,       1, UNKNOWN",
    "done,      0, UNKNOWN",
    "done,      1, CONTRADICTS"
  })
  void where_nothing_is_seen_of_a_branch_a_status_is_told_once(
      String status, int open, Agreement agreement) {
    Workstreams work = workstream("a").withoutBranch().status(status);
    Workstreams with =
        open == 0 ? work.tasks(Tasks.done("t")) : work.tasks(Tasks.done("t"), Tasks.todo("u"));

    assertThat(claim(with, evidence()).agreement()).isEqualTo(agreement);
  }

  @Test
  void what_the_tasks_tell_stands_beside_why_nothing_is_seen_of_a_branch() {
    Workstreams all = workstream("a").withoutBranch().status("100%").tasks(Tasks.done("t"));

    assertThat(claim(all, evidence()).observed())
        .isEqualTo("unknown, the plan names no branch; its own plan says 1 of 1 tasks are done");
  }

  @Test
  void a_percentage_of_all_is_told_once_of_tasks_that_are_open() {
    Workstreams all = workstream("a").status("100%").tasks(Tasks.done("t"), Tasks.todo("u"));

    assertThat(claims(all, MERGED))
        .extracting(ClaimCheck::agreement)
        .containsExactly(Agreement.AGREES, Agreement.CONTRADICTS);
  }

  @ParameterizedTest
  @CsvSource({
    "not started,         DONE,    true",
    "todo,                DONE,    true",
    "backlog,             DOING,   true",
    "not started,         TODO,    false",
    "not started,         BLOCKED, false",
    "not started,         DROPPED, false",
    "in progress,         DONE,    false",
    "Part 2 not started,  DONE,    false"
  })
  void one_that_has_not_started_has_no_task_that_has(
      String status, Task.State state, boolean contradicts) {
    Workstreams work =
        workstream("a").withoutBranch().status(status).tasks(Tasks.todo("t"), Tasks.of("u", state));
    ClaimCheck claim = claim(work, evidence());

    assertThat(claim.agreement())
        .isEqualTo(contradicts ? Agreement.CONTRADICTS : Agreement.UNKNOWN);
    assertThat(claim.observed().equals("its own plan says that task u is " + state.word()))
        .isEqualTo(contradicts);
  }

  @Test
  void one_that_is_ready_has_none_either_and_one_that_is_active_may() {
    assertThat(claims(workstream("a").status("PR ready").tasks(Tasks.todo("u")), ACTIVE))
        .hasSize(2);
    assertThat(claims(workstream("a").status("doing").tasks(Tasks.todo("u")), ACTIVE)).hasSize(1);
    assertThat(claims(workstream("a").status("done").tasks(Tasks.done("u")), MERGED)).hasSize(1);
    assertThat(claims(workstream("a").tasks(Tasks.todo("u")), MERGED)).isEmpty();
  }

  @Test
  void a_worktree_is_where_the_plan_says_or_not() {
    Evidences seen = evidence().worktree("feature/a", "../shop-a");

    ClaimCheck right = claim(workstream("a").worktree("../shop-a/"), seen);
    ClaimCheck wrong = claim(workstream("a").line("worktree", 8).worktree("../shop-b"), seen);

    assertThat(right.agreement()).isEqualTo(Agreement.AGREES);
    assertThat(wrong.agreement()).isEqualTo(Agreement.CONTRADICTS);
    assertThat(wrong.claim()).isEqualTo("worktree: ../shop-b");
    assertThat(wrong.observed()).isEqualTo("checked out in ../shop-a");
    assertThat(wrong.place()).isEqualTo(Places.line(8));
  }

  @Test
  void a_branch_in_the_main_worktree_does_not_contradict_the_plan() {
    Evidences seen = evidence().worktree("feature/a", ".");

    ClaimCheck claim = claim(workstream("a").worktree("../shop-a"), seen);

    assertThat(claim.agreement()).isEqualTo(Agreement.UNKNOWN);
    assertThat(claim.observed()).isEqualTo("checked out in the main worktree, as CI does");
    assertThat(claim(workstream("a").worktree("."), seen).agreement()).isEqualTo(Agreement.AGREES);
  }

  @Test
  void a_worktree_that_this_machine_does_not_have_is_no_contradiction() {
    assertThat(claims(workstream("a").worktree("../shop-a"), ACTIVE)).isEmpty();
    assertThat(claims(workstream("a"), evidence().worktree("feature/a", "../shop-a"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "done,  true,  AGREES",
    "done,  false, CONTRADICTS",
    "todo,  true,  CONTRADICTS",
    "todo,  false, AGREES",
    "doing, false, AGREES"
  })
  void a_task_is_held_against_its_rule(String state, boolean holds, Agreement agreement) {
    Tasks task =
        state.equals("done")
            ? Tasks.done("t")
            : state.equals("todo") ? Tasks.todo("t") : Tasks.doing("t");
    Evidences seen =
        evidence()
            .found(
                RuleQuestions.question(Rules.exists("x"), Optional.empty()),
                holds ? new String[] {"x"} : new String[0]);

    ClaimCheck claim = claim(workstream("a").tasks(task.line(7).doneWhen(Rules.exists("x"))), seen);

    assertThat(claim.agreement()).isEqualTo(agreement);
    assertThat(claim.subject()).isEqualTo("a/t");
    assertThat(claim.claim()).isEqualTo("task t is " + state);
    assertThat(claim.place()).isEqualTo(Places.line(7));
    assertThat(claim.observed()).isEqualTo(holds ? "its rule holds: x exists" : "x does not exist");
    assertThat(claim.proof()).contains(Proof.plan("done_when", Places.line(20)));
    assertThat(claim.proof()).extracting(Proof::location).doesNotHaveDuplicates();
  }

  @Test
  void a_task_whose_rule_cannot_be_told_is_unknown() {
    ClaimCheck claim =
        claim(
            workstream("a").tasks(Tasks.done("t").doneWhen(Rules.tests("failed", "= 0"))),
            evidence());

    assertThat(claim.agreement()).isEqualTo(Agreement.UNKNOWN);
    assertThat(claim.observed()).isEqualTo("no JUnit XML report was found");
  }

  @Test
  void the_worst_of_several_comparisons_counts() {
    ClaimCheck claim =
        claim(
            workstream("a").tasks(Tasks.done("t").doneWhen(Rules.coverage(">= 10%", ">= 80%"))),
            evidence().covered("A.java", 5, 10));

    assertThat(claim.agreement()).isEqualTo(Agreement.UNKNOWN);
  }

  @Test
  void nested_tasks_and_those_of_sprints_are_held_against_their_rules_too() {
    Tasks nested = Tasks.todo("u").doneWhen(Rules.exists("x"));
    Plans.Builder plan =
        Plans.plan()
            .workstreams(workstream("a").tasks(Tasks.todo("t").nested(nested)))
            .sprints(Sprints.sprint("s1").days(1, 1, Tasks.todo("v").doneWhen(Rules.exists("x"))));

    assertThat(Cases.of(plan).assess().claims())
        .extracting(ClaimCheck::subject)
        .containsExactly("a/u", "s1/v");
  }

  @Test
  void a_task_without_a_rule_or_that_was_given_up_claims_nothing_that_can_be_seen() {
    assertThat(
            claims(
                workstream("a")
                    .tasks(Tasks.done("t"), Tasks.dropped("u").doneWhen(Rules.exists("x"))),
                evidence()))
        .isEmpty();
  }

  @Test
  void agreements_are_words() {
    assertThat(List.of(Agreement.values()).stream().map(Agreement::word))
        .containsExactly("contradicts", "unknown", "agrees");
  }

  @ParameterizedTest
  @CsvSource({
    "50% complete, AGREES, '1 of 2 outer tasks are done, 1 of 3 with those in them'",
    "33% complete, AGREES, 1 of 3 tasks are done",
    "80% complete, CONTRADICTS, 1 of 3 tasks are done",
    "95.5% complete, CONTRADICTS, 1 of 3 tasks are done",
    "33.3% complete, AGREES, 1 of 3 tasks are done",
    "40% complete, CONTRADICTS, 1 of 3 tasks are done"
  })
  void a_percentage_stands_beside_the_share_of_tasks_counted_in_either_way(
      String status, Agreement agreement, String counted) {
    Assessment assessment =
        Cases.written(
                """
                workstreams:
                  - id: a
                    branch: feature/a
                    status: STATUS
                    tasks: ["[x] One", {text: Two, tasks: ["[ ] Three", "[ ] Four"]}]
                """
                    .replace("STATUS", status))
            .evidence(ACTIVE)
            .assess();

    assertThat(assessment.claims())
        .filteredOn(claim -> claim.observed().equals("its own plan says " + counted))
        .extracting(ClaimCheck::agreement)
        .containsExactly(agreement);
  }
}
