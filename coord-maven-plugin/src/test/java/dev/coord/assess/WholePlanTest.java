package dev.coord.assess;

import static dev.coord.testing.Evidences.evidence;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.assess.ClaimCheck.Agreement;
import dev.coord.evidence.Commit;
import dev.coord.evidence.Evidence;
import dev.coord.evidence.GitEvidence;
import dev.coord.evidence.GitQuestions.PathQuestion;
import dev.coord.evidence.Observation;
import dev.coord.testing.GitAnswers;
import dev.coord.testing.Written;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules about the plan as a whole, through an assessment. */
class WholePlanTest {

  private static final Evidence GIT = evidence().build();
  private static final String GATE = "gates: [{plan: {contradictions: \"= 0\"}}]";
  private static final String WRONG = "epics: [{id: a, progress: 1/2, issues: [\"[x] #1: A\"]}]";
  private static final PathQuestion FILE = new PathQuestion("a.md", "", Optional.empty());

  private static List<String> gates(Evidence evidence, String... lines) {
    return rows(Written.assessed(Written.plan(lines), evidence));
  }

  private static List<String> rows(Assessment assessment) {
    return assessment.gates().stream()
        .map(g -> g.row() + " " + g.outcome().word() + ": " + g.verdict().summary())
        .toList();
  }

  @Test
  void what_the_plan_says_in_two_ways_is_a_contradiction() {
    assertThat(gates(GIT, WRONG, GATE))
        .containsExactly(
            "plan.contradictions failed: 1 != 0 (+1, of 1 claim, the first of epic a)");
    assertThat(gates(GIT, GATE)).containsExactly("plan.contradictions passed: 0 = 0 (of 0 claims)");
  }

  @Test
  void what_the_evidence_contradicts_is_one_too() {
    String[] plan = {
      "workstreams:",
      "  - id: w",
      "    tasks: [{text: A, state: done, done_when: {path: {file: a.md, exists: true}}}]",
      GATE
    };
    assertThat(gates(evidence().found(FILE).build(), plan))
        .containsExactly("plan.contradictions failed: 1 != 0 (+1, of 1 claim, the first of w/a)");
    assertThat(gates(evidence().found(FILE, "a.md").build(), plan))
        .containsExactly("plan.contradictions passed: 0 = 0 (of 1 claim)");
  }

  @Test
  void a_claim_that_cannot_be_told_leaves_it_unknown_only_where_it_could_decide() {
    String[] plan = {
      "claims: [{id: c, says: It is in., holds_when: {merged: {branch: b}}}]", WRONG, GATE
    };
    assertThat(gates(GIT, plan))
        .as("one is contradicted for sure")
        .containsExactly(
            "plan.contradictions failed: 1 != 0 (+1, of 2 claims, the first of epic a)");
    plan[1] = "";
    assertThat(gates(GIT, plan))
        .containsExactly(
            "plan.contradictions unknown: 1 claim cannot be told, such as \"It is in.\" of claim c:"
                + " git was not asked for b");
    plan[2] = "gates: [{plan: {contradictions: \"<= 1\"}}]";
    assertThat(gates(GIT, plan)).containsExactly("plan.contradictions passed: 0 <= 1 (of 1 claim)");
    plan[2] = "gates: [{plan: {contradictions: \"> 0\"}}]";
    assertThat(gates(GIT, plan)).singleElement().asString().contains("unknown");
  }

  @Test
  void without_git_a_status_cannot_be_told() {
    assertThat(
            gates(
                evidence().withoutGit("no repository").build(),
                "workstreams: [{id: w, branch: b, status: merged}]",
                GATE))
        .singleElement()
        .asString()
        .contains("unknown: 1 claim cannot be told, such as \"status: merged\" of w");
  }

  @Test
  void a_sentence_without_a_rule_and_a_word_that_nobody_knows_decide_nothing() {
    assertThat(
            gates(
                evidence().notStarted("b").build(),
                "workstreams: [{id: w, branch: b, status: splendid}]",
                "claims: [All is well.]",
                GATE))
        .containsExactly("plan.contradictions passed: 0 = 0 (of 2 claims)");
  }

  @Test
  void a_claim_about_contradictions_counts_the_others_and_is_counted_by_gates() {
    String[] plan = {
      "claims:",
      "  - {id: none, says: No contradiction., holds_when: {plan: {contradictions: \"= 0\"}}}",
      "  - {id: same, says: None., holds_when: {all: [{plan: {contradictions: \"= 0\"}}]}}",
      WRONG,
      GATE
    };
    Assessment assessment = Written.assessed(Written.plan(plan), GIT);

    assertThat(assessment.claims())
        .extracting(c -> c.subject() + " " + c.agreement().word())
        .containsExactly("claim none contradicts", "claim same contradicts", "epic a contradicts");
    assertThat(assessment.claims().get(0).observed()).startsWith("1 != 0 (+1, of 1 claim");
    assertThat(rows(assessment))
        .singleElement()
        .asString()
        .startsWith("plan.contradictions failed: 3 != 0");
    plan[3] = "";
    assertThat(Written.assessed(Written.plan(plan), GIT).claims())
        .extracting(ClaimCheck::agreement)
        .containsOnly(Agreement.AGREES);
  }

  @Test
  void it_works_in_combinations_and_metrics() {
    Assessment assessment =
        Written.assessed(
            Written.plan(
                WRONG,
                "gates:",
                "  - {id: any, any: [{plan: {contradictions: \"= 0\"}}, {plan: {epics: \"= 1\"}}]}",
                "  - {id: not, not: {plan: {contradictions: \"= 0\"}}}",
                "metrics: [{id: m, category: quality, plan: {contradictions: \"= 0\"}}]"),
            GIT);

    assertThat(assessment.gates())
        .extracting(g -> g.row() + " " + g.outcome().word())
        .containsExactly("any passed", "not passed");
    assertThat(assessment.metrics().get(0).verdicts().get(0).measured()).isEqualTo("1");
  }

  @Test
  void the_numbers_of_things_are_those_that_the_plan_lists() {
    assertThat(
            gates(
                GIT,
                "people: [{id: ana}, {id: ben}]",
                "workstreams: [{id: w}, {id: v}, {id: u}]",
                "epics: [{id: a}]",
                "gates:",
                "  - plan: {workstreams: \"= 4\", people: \"= 2\", epics: \"= 1\", sprints: \"= 0\"}"))
        .containsExactly(
            "plan.workstreams failed: 3 != 4 (-1, workstreams in the plan)",
            "plan.people passed: 2 = 2 (people in the plan)",
            "plan.epics passed: 1 = 1 (epics in the plan)",
            "plan.sprints passed: 0 = 0 (sprints in the plan)");
  }

  @Test
  void what_is_past_its_day_is_counted() {
    String[] plan = {
      "actions: [{id: sign, title: Sign, when: 2020-01-05}]", "gates: [{plan: {overdue: \"= 0\"}}]"
    };
    assertThat(gates(GIT, plan))
        .singleElement()
        .asString()
        .startsWith("plan.overdue failed: 1 != 0 (+1, past their day");
    plan[0] = "actions: [{id: sign, title: Sign, when: 2999-01-05}]";
    assertThat(gates(GIT, plan)).containsExactly("plan.overdue passed: 0 = 0 (past their day)");
  }

  @Test
  void the_day_of_the_last_update_is_what_the_plan_says_or_git() {
    String gate = "gates: [{plan: {updated: 2025-11-20}}]\n";
    assertThat(
            rows(
                Written.assessed(
                    Written.file("coord: 1\nproject: {name: Shop, updated: 2025-11-22}\n" + gate),
                    GIT)))
        .containsExactly("plan.updated failed: the plan says that it was updated on 2025-11-22");
    assertThat(gates(GIT, gate))
        .singleElement()
        .asString()
        .startsWith("plan.updated unknown: nobody asked git for the newest change");
  }

  @Test
  void issues_are_counted_once_and_tasks_of_epics_without_issues_too() {
    assertThat(
            gates(
                GIT,
                "workstreams: [{id: w, tasks: [\"[x] A\", \"[ ] B\"]}]",
                "epics:",
                "  - {id: a, issues: [\"[x] #1: A\", \"[-] #2: B\", \"[ ] C\"], workstreams: [w]}",
                "  - {id: b, issues: [\"[x] #1: A\"]}",
                "  - {id: c, workstreams: [w]}",
                "gates:",
                "  - {id: a, tasks: {epic: a, done: \"= 50%\"}}",
                "  - {id: c, tasks: {epic: c, total: \"= 2\"}}",
                "  - {id: all, tasks: {epics: all, count: \"= 2\", total: \"= 7\"}}"))
        .containsExactly(
            "a.done passed: 50.0% = 50% (1/2 issues of a)",
            "c.total passed: 2 = 2 (tasks of c)",
            "all.count passed: 2 = 2 (done of 4 issues and tasks)",
            "all.total failed: 4 != 7 (-3, 7 are the 4 issues and tasks and the 3 epics together)");
  }

  /** Git, where the plan was last changed by a commit of a day. */
  private static Evidence changed(String day) {
    GitEvidence git = GIT.git().optional().orElseThrow();
    Commit commit =
        new Commit(
            "4ead".repeat(10),
            "Ana",
            "ana@shop.example",
            Instant.parse(day + "T12:00:00Z"),
            "Plan",
            List.of(),
            new TreeSet<>());
    return GIT.toBuilder()
        .git(
            Observation.known(
                GitAnswers.at(git.head())
                    .on("main")
                    .tracked(git.trackedFiles())
                    .history(git.history())
                    .changed(commit)
                    .build()))
        .build();
  }

  @ParameterizedTest
  @CsvSource({"2025-11-21, AGREES", "2025-11-22, AGREES", "2025-11-23, CONTRADICTS"})
  void the_day_that_the_plan_says_it_was_updated_is_held_against_its_last_change(
      String day, Agreement agreement) {
    Assessment assessment =
        Written.assessed(
            Written.file("coord: 1\nproject: {name: Shop, updated: 2025-11-22}\n"), changed(day));

    assertThat(assessment.claims())
        .singleElement()
        .satisfies(
            claim -> {
              assertThat(claim.claim()).isEqualTo("updated: 2025-11-22");
              assertThat(claim.observed()).isEqualTo("the plan was last changed on " + day);
              assertThat(claim.agreement()).isEqualTo(agreement);
            });
  }

  @Test
  void a_day_on_which_the_plan_was_updated_has_come() {
    Assessment assessment =
        Written.assessed(
            Written.file("coord: 1\nproject: {name: Shop, updated: 2999-01-01}\n"),
            changed("2025-11-21"));

    assertThat(assessment.claims())
        .singleElement()
        .satisfies(
            claim -> {
              assertThat(claim.agreement()).isEqualTo(Agreement.CONTRADICTS);
              assertThat(claim.observed())
                  .isEqualTo("that day has not come yet; the plan was last changed on 2025-11-21");
            });
  }
}
