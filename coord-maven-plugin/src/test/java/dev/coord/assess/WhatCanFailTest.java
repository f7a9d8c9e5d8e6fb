package dev.coord.assess;

import static dev.coord.testing.Cases.onMain;
import static dev.coord.testing.Cases.onNothing;
import static dev.coord.testing.Cases.onUnnamed;
import static dev.coord.testing.Cases.onWorkstream;
import static dev.coord.testing.Evidences.evidence;
import static dev.coord.testing.Gates.gate;
import static dev.coord.testing.Workstreams.workstream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.coord.plan.Severity;
import dev.coord.rule.Outcome;
import dev.coord.testing.Cases;
import dev.coord.testing.Deltas;
import dev.coord.testing.Evidences;
import dev.coord.testing.Gates;
import dev.coord.testing.Plans;
import dev.coord.testing.Rules;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What can fail this build: by what is judged, by severity, and by whose gate it is. */
class WhatCanFailTest {

  private static final Gates PROJECT = gate("project", Rules.lines(">= 80%"));
  private static final Gates OF_A = gate("of-a", Rules.lines(">= 80%")).of("a");
  private static final Gates OF_B = gate("of-b", Rules.lines(">= 80%")).of("b");
  private static final Gates OF_BOTH = gate("of-both", Rules.lines(">= 80%")).of("a", "b");
  private static final Gates OF_WAVE = gate("of-wave", Rules.lines(">= 80%")).waves("w1");

  private static Plans.Builder plan(Gates... gates) {
    return Plans.plan().workstreams(workstream("a"), workstream("b"), workstream("c")).gates(gates);
  }

  /** Coverage is too low; a is active, b is merged, c has not begun. */
  private static Evidences low() {
    return evidence()
        .covered("src/A.java", 1, 10)
        .active("feature/a", Deltas.live().build())
        .merged("feature/b", Deltas.merged().build())
        .notStarted("feature/c");
  }

  private static List<String> breaking(Cases question) {
    return question.assess().gates().stream()
        .filter(GateResult::breaks)
        .map(GateResult::label)
        .toList();
  }

  @Test
  void on_a_workstreams_branch_the_projects_gates_and_its_own_can() {
    Cases question =
        Cases.of(plan(PROJECT, OF_A, OF_B, OF_BOTH, OF_WAVE))
            .judged(onWorkstream("a"))
            .evidence(low());

    assertThat(breaking(question)).containsExactly("project.lines", "of-a.lines", "of-both.lines");
  }

  @Test
  void on_the_integration_branch_the_projects_gates_and_those_of_what_is_merged_can() {
    Cases question =
        Cases.of(plan(PROJECT, OF_A, OF_B, OF_BOTH, OF_WAVE)).judged(onMain()).evidence(low());

    assertThat(breaking(question)).containsExactly("project.lines", "of-b.lines", "of-both.lines");
  }

  @Test
  void on_a_branch_that_the_plan_does_not_name_the_projects_gates_can() {
    Cases question = Cases.of(plan(PROJECT, OF_A, OF_B)).judged(onUnnamed("x")).evidence(low());

    assertThat(breaking(question)).containsExactly("project.lines");
  }

  @Test
  void on_no_branch_the_projects_gates_can() {
    Cases question = Cases.of(plan(PROJECT, OF_A, OF_B)).judged(onNothing()).evidence(low());

    assertThat(breaking(question)).containsExactly("project.lines");
  }

  @Test
  void what_cannot_fail_this_build_is_judged_and_warns_all_the_same() {
    Assessment assessment = Cases.of(plan(OF_B)).judged(onWorkstream("a")).evidence(low()).assess();

    GateResult row = assessment.gates().get(0);
    assertThat(row.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(row.blocking()).isFalse();
    assertThat(row.breaks()).isFalse();
    assertThat(row.warns()).isTrue();
    assertThat(assessment.overall()).isEqualTo(Overall.PASSED);
  }

  @Test
  void where_git_cannot_tell_what_is_merged_the_gates_of_workstreams_can() {
    Cases question =
        Cases.of(plan(OF_A))
            .judged(onMain())
            .evidence(evidence().withoutGit("the clone is shallow").covered("src/A.java", 1, 10));

    assertThat(breaking(question)).containsExactly("of-a.lines");
  }

  @Test
  void where_a_branch_is_there_and_cannot_be_compared_its_gates_can() {
    Cases question =
        Cases.of(plan(OF_A))
            .judged(onMain())
            .evidence(
                evidence().covered("src/A.java", 1, 10).incomparable("feature/a", "no merge base"));

    assertThat(breaking(question)).containsExactly("of-a.lines");
  }

  @Test
  void a_branch_that_is_nowhere_and_claims_nothing_has_not_begun_and_its_gates_cannot() {
    Plans.Builder plan =
        Plans.plan().workstreams(workstream("a").status("todo"), workstream("b")).gates(OF_A, OF_B);
    Evidences seen =
        evidence()
            .covered("src/A.java", 1, 10)
            .gone("feature/a")
            .merged("feature/b", Deltas.merged().build());

    assertThat(breaking(Cases.of(plan).judged(onMain()).evidence(seen)))
        .containsExactly("of-b.lines");
  }

  @Test
  void a_branch_that_is_nowhere_may_be_merged_without_a_trace_and_its_gates_can() {
    Cases question =
        Cases.of(plan(OF_A, OF_B))
            .judged(onMain())
            .evidence(
                evidence()
                    .covered("src/A.java", 1, 10)
                    .gone("feature/a")
                    .active("feature/b", Deltas.live().build()));

    assertThat(breaking(question)).containsExactly("of-a.lines");
    assertThat(question.assess().gates())
        .extracting(GateResult::note)
        .containsExactly(
            "it counts, as nobody can tell that a is not merged (status: todo, where nothing of it"
                + " was begun)",
            "");
  }

  @Test
  void in_a_shallow_clone_a_branch_that_is_nowhere_may_be_merged_and_its_gates_can() {
    Cases question =
        Cases.of(plan(OF_A))
            .judged(onMain())
            .evidence(evidence().shallow().covered("src/A.java", 1, 10).gone("feature/a"));

    assertThat(breaking(question)).containsExactly("of-a.lines");
  }

  @Test
  void a_workstream_without_a_branch_is_never_merged() {
    Cases question =
        Cases.of(Plans.plan().workstreams(workstream("a").withoutBranch()).gates(OF_A))
            .judged(onMain())
            .evidence(evidence().withoutGit("no repository").covered("src/A.java", 1, 10));

    assertThat(breaking(question)).isEmpty();
  }

  @Test
  void the_severity_of_a_gate_decides() {
    Cases question =
        Cases.of(
                plan(
                    gate("fails", Rules.lines(">= 80%")),
                    gate("warns", Rules.lines(">= 80%")).severity(Severity.WARN),
                    gate("tells", Rules.lines(">= 80%")).severity(Severity.INFO)))
            .evidence(low());

    List<GateResult> rows = question.assess().gates();

    assertThat(rows).extracting(GateResult::breaks).containsExactly(true, false, false);
    assertThat(rows).extracting(GateResult::warns).containsExactly(false, true, false);
    assertThat(rows).extracting(GateResult::wanting).containsExactly(true, true, true);
  }

  @Test
  void a_failure_is_worse_than_an_unknown_and_that_is_worse_than_a_pass() {
    Evidences seen = evidence().covered("src/A.java", 1, 10);
    Gates holds = gate("holds", Rules.lines(">= 1%"));
    Gates unknown = gate("unknown", Rules.tests("failed", "= 0"));

    assertThat(Cases.of(plan(holds)).evidence(seen).assess().overall()).isEqualTo(Overall.PASSED);
    assertThat(Cases.of(plan(holds, unknown)).evidence(seen).assess().overall())
        .isEqualTo(Overall.UNKNOWN);
    assertThat(Cases.of(plan(holds, unknown, PROJECT)).evidence(seen).assess().overall())
        .isEqualTo(Overall.FAILED);
    assertThat(Cases.of(plan(PROJECT, unknown)).evidence(seen).assess().overall())
        .isEqualTo(Overall.FAILED);
  }

  @Test
  void a_plan_without_gates_judges_nothing_and_that_is_no_pass() {
    Assessment strict = Cases.of(plan()).assess();

    assertThat(strict.overall()).isEqualTo(Overall.UNKNOWN);
    assertThat(strict.gates())
        .extracting(GateResult::label, row -> row.verdict().summary(), GateResult::breaks)
        .containsExactly(tuple("judged-nothing", "judged nothing: the plan has no gates", true));
    assertThat(Cases.of(plan()).lenient().assess().overall()).isEqualTo(Overall.PASSED);
  }

  @Test
  void a_branch_that_takes_all_gates_away_is_judged_by_those_of_its_base() {
    Evidences seen = evidence().covered("src/A.java", 1, 10);

    assertThat(Cases.of(plan()).rulebook(plan(PROJECT)).evidence(seen).assess().gates())
        .extracting(GateResult::label, GateResult::outcome)
        .containsExactly(tuple("project.lines", Outcome.FAILED));
  }

  @Test
  void what_cannot_be_told_fails_unless_the_developer_is_lenient() {
    Cases strict = Cases.of(plan(PROJECT));
    Cases lenient = Cases.of(plan(PROJECT)).lenient();

    assertThat(strict.assess().overall()).isEqualTo(Overall.UNKNOWN);
    assertThat(lenient.assess().overall()).isEqualTo(Overall.PASSED);
    assertThat(lenient.assess().gates().get(0).outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(lenient.assess().gates().get(0).warns()).isTrue();
  }

  @Test
  void leniency_forgives_no_failure_and_raises_no_severity() {
    Gates tells = gate("tells", Rules.tests("failed", "= 0")).severity(Severity.INFO);
    Assessment assessment = Cases.of(plan(PROJECT, tells)).evidence(low()).lenient().assess();

    assertThat(assessment.overall()).isEqualTo(Overall.FAILED);
    assertThat(assessment.gates().get(1).severity()).isEqualTo(Severity.INFO);
  }

  @Test
  void each_comparison_has_a_row_of_its_own() {
    Assessment assessment =
        Cases.of(plan(gate(Rules.coverage(">= 80%", ">= 70%")), gate(Rules.exists("a"))))
            .evidence(low())
            .assess();

    assertThat(assessment.gates())
        .extracting(GateResult::row)
        .containsExactly("coverage.lines", "coverage.branches", "path");
    assertThat(assessment.gates()).extracting(GateResult::note).containsOnly("");
    assertThat(assessment.gates()).allMatch(row -> row.subject().isEmpty());
  }

  @Test
  void the_words_of_status_json() {
    assertThat(List.of(Overall.values()).stream().map(Overall::word))
        .containsExactly("pass", "unknown", "fail", "error");
  }
}
