package dev.coord.assess;

import static dev.coord.testing.Bounds.bounds;
import static dev.coord.testing.Cases.onMain;
import static dev.coord.testing.Cases.onNothing;
import static dev.coord.testing.Cases.onUnnamed;
import static dev.coord.testing.Cases.onWorkstream;
import static dev.coord.testing.Deltas.changing;
import static dev.coord.testing.Evidences.evidence;
import static dev.coord.testing.Gates.gate;
import static dev.coord.testing.Workstreams.workstream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.coord.evidence.BranchDelta;
import dev.coord.evidence.Observation;
import dev.coord.plan.Boundaries.Unowned;
import dev.coord.plan.Severity;
import dev.coord.rule.Outcome;
import dev.coord.rule.Trespass;
import dev.coord.testing.Cases;
import dev.coord.testing.Deltas;
import dev.coord.testing.Evidences;
import dev.coord.testing.Gates;
import dev.coord.testing.Plans;
import dev.coord.testing.Rules;
import dev.coord.testing.Tasks;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Gates on ownership: one row for each branch, of which the judged one can fail the build. */
class OwnershipGateTest {

  private static final Gates OWNERSHIP = gate(Rules.ownership());
  private static final Gates INSISTING = gate(Rules.ownershipOfMerged());

  private static Plans.Builder plan(Gates... gates) {
    return Plans.plan()
        .files("coord.yml", "coord/a.yml", "coord/b.yml")
        .workstreams(
            workstream("a").at("coord/a.yml", 1).owns("src/a/**"),
            workstream("b").at("coord/b.yml", 1).owns("src/b/**"),
            workstream("c").owns("src/c/**"))
        .bounds(bounds().unowned(Unowned.FAIL))
        .gates(gates);
  }

  private static BranchDelta merging(String... paths) {
    return Deltas.merged().commit(Deltas.commit("c1", "cleo", paths)).modified(paths).build();
  }

  /** Each of a and b changed the other's files; a is active, b is merged, c has not begun. */
  private static Evidences crossed() {
    return evidence()
        .active("feature/a", changing("src/b/B.java"))
        .merged("feature/b", merging("src/a/A.java"))
        .notStarted("feature/c");
  }

  private static GateResult row(Cases question, String label) {
    return question.assess().gates().stream()
        .filter(r -> r.label().equals(label))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void the_judged_workstream_fails_the_build_and_the_others_warn() {
    Assessment assessment =
        Cases.of(plan(OWNERSHIP)).judged(onWorkstream("a")).evidence(crossed()).assess();

    assertThat(assessment.gates())
        .extracting(
            GateResult::label, GateResult::outcome, GateResult::breaks, GateResult::severity)
        .containsExactly(
            tuple("ownership (a)", Outcome.FAILED, true, Severity.FAIL),
            tuple("ownership (b)", Outcome.FAILED, false, Severity.WARN));
    assertThat(assessment.gates().get(0).verdict().summary()).isEqualTo("1 file of b changed by a");
    assertThat(assessment.overall()).isEqualTo(Overall.FAILED);
  }

  @Test
  void on_the_integration_branch_all_are_shown_and_warn() {
    Assessment assessment = Cases.of(plan(OWNERSHIP)).judged(onMain()).evidence(crossed()).assess();

    assertThat(assessment.gates())
        .extracting(GateResult::label, GateResult::warns, GateResult::breaks)
        .containsExactly(tuple("ownership (a)", true, false), tuple("ownership (b)", true, false));
    assertThat(assessment.overall()).isEqualTo(Overall.PASSED);
  }

  @Test
  void what_was_merged_fails_the_integration_branch_where_the_gate_insists() {
    Assessment assessment = Cases.of(plan(INSISTING)).judged(onMain()).evidence(crossed()).assess();

    assertThat(assessment.gates())
        .extracting(GateResult::label, GateResult::breaks)
        .containsExactly(tuple("ownership (a)", false), tuple("ownership (b)", true));
    assertThat(assessment.gates().get(1).verdict().summary())
        .isEqualTo("1 file of a changed by b when it was merged");
  }

  @Test
  void a_gate_that_insists_does_not_pass_where_git_cannot_tell_what_was_merged() {
    Assessment shallow =
        Cases.of(plan(INSISTING))
            .judged(onMain())
            .evidence(evidence().withoutGit("the clone is shallow"))
            .assess();

    assertThat(shallow.overall()).isEqualTo(Overall.UNKNOWN);
  }

  @Test
  void a_gate_that_insists_does_not_mind_a_branch_that_has_not_begun() {
    Assessment assessment =
        Cases.of(claiming("todo", INSISTING)).evidence(evidence().gone("feature/a")).assess();

    assertThat(assessment.overall()).isEqualTo(Overall.PASSED);
    assertThat(assessment.gates())
        .extracting(GateResult::outcome, row -> row.verdict().summary())
        .containsExactly(tuple(Outcome.PASSED, "no workstream has changes to be judged"));
  }

  @Test
  void a_branch_that_is_gone_without_a_trace_is_unknown_to_a_gate_that_insists() {
    for (String claim : List.of("", "doing", "done")) {
      Assessment assessment =
          Cases.of(claiming(claim, INSISTING)).evidence(evidence().gone("feature/a")).assess();

      assertThat(assessment.overall()).as(claim).isEqualTo(Overall.UNKNOWN);
      assertThat(assessment.gates())
          .extracting(GateResult::label, GateResult::outcome, GateResult::severity)
          .containsExactly(tuple("ownership (a)", Outcome.UNKNOWN, Severity.FAIL));
      assertThat(assessment.gates().get(0).verdict().summary())
          .isEqualTo(
              "the branch 'feature/a' was found nowhere, so whether it was merged cannot be told");
      assertThat(assessment.gates().get(0).verdict().remedy())
          .isEqualTo(
              "Fetch it. Where nothing of it has been begun, say status: todo (coord/a.yml:1).");
    }
  }

  @Test
  void a_workstream_that_claims_a_task_done_has_begun() {
    Plans.Builder plan =
        Plans.plan()
            .workstreams(workstream("a").status("todo").tasks(Tasks.done("t")))
            .gates(INSISTING);

    assertThat(Cases.of(plan).evidence(evidence().gone("feature/a")).assess().overall())
        .isEqualTo(Overall.UNKNOWN);
  }

  @Test
  void in_a_shallow_clone_an_absent_branch_is_unknown_whatever_is_claimed() {
    for (String claim : List.of("", "todo", "done")) {
      Evidences shallow = evidence().shallow().gone("feature/a");

      assertThat(Cases.of(claiming(claim, INSISTING)).evidence(shallow).assess().overall())
          .as(claim)
          .isEqualTo(Overall.UNKNOWN);
      Assessment lax = Cases.of(claiming(claim, OWNERSHIP)).evidence(shallow).assess();
      assertThat(lax.overall()).as(claim).isEqualTo(Overall.PASSED);
      assertThat(lax.gates())
          .extracting(GateResult::label, GateResult::outcome, GateResult::severity)
          .containsExactly(tuple("ownership (a)", Outcome.UNKNOWN, Severity.WARN));
    }
  }

  @Test
  void a_gate_that_does_not_insist_warns_of_a_branch_that_is_gone_without_a_trace() {
    Assessment assessment =
        Cases.of(claiming("", OWNERSHIP)).evidence(evidence().gone("feature/a")).assess();

    assertThat(assessment.overall()).isEqualTo(Overall.PASSED);
    assertThat(assessment.gates())
        .extracting(GateResult::label, GateResult::outcome, GateResult::severity)
        .containsExactly(tuple("ownership (a)", Outcome.UNKNOWN, Severity.WARN));
  }

  @Test
  void a_gate_of_a_workstream_whose_branch_is_gone_says_nothing_of_no_changes() {
    Assessment assessment =
        Cases.of(plan(gate(Rules.ownership()).of("b")))
            .judged(onWorkstream("a"))
            .evidence(crossed().gone("feature/b"))
            .assess();

    assertThat(assessment.gates())
        .extracting(GateResult::label, GateResult::outcome, GateResult::severity)
        .containsExactly(tuple("ownership (b)", Outcome.UNKNOWN, Severity.WARN));
    assertThat(assessment.overall()).isEqualTo(Overall.PASSED);
  }

  @Test
  void a_rule_inside_another_is_unknown_where_a_branch_is_gone_without_a_trace() {
    Gates nested = gate("nested", Rules.all(Rules.ownershipOfMerged()));

    assertThat(
            Cases.of(claiming("done", nested))
                .evidence(evidence().gone("feature/a"))
                .assess()
                .overall())
        .isEqualTo(Overall.UNKNOWN);
  }

  private static Plans.Builder claiming(String status, Gates gate) {
    return Plans.plan()
        .workstreams(workstream("a").at("coord/a.yml", 1).status(status))
        .gates(gate);
  }

  @Test
  void a_judged_workstream_that_is_merged_warns_unless_the_gate_insists() {
    Cases lax = Cases.of(plan(OWNERSHIP)).judged(onWorkstream("b")).evidence(crossed());
    Cases strict = Cases.of(plan(INSISTING)).judged(onWorkstream("b")).evidence(crossed());

    assertThat(row(lax, "ownership (b)").warns()).isTrue();
    assertThat(lax.assess().overall()).isEqualTo(Overall.PASSED);
    assertThat(strict.assess().overall()).isEqualTo(Overall.FAILED);
  }

  @Test
  void uncommitted_changes_on_a_merged_branch_are_judged_as_they_would_be_merged() {
    BranchDelta delta =
        Deltas.merged().modified("src/a/A.java").uncommitted("src/a/A.java").build();
    Cases question =
        Cases.of(plan(OWNERSHIP))
            .judged(onWorkstream("b"))
            .evidence(evidence().merged("feature/b", delta));

    assertThat(question.assess().overall()).isEqualTo(Overall.FAILED);
  }

  @Test
  void a_judged_workstream_without_a_commit_has_a_row() {
    Cases question = Cases.of(plan(OWNERSHIP)).judged(onWorkstream("c")).evidence(crossed());

    assertThat(row(question, "ownership (c)").outcome()).isEqualTo(Outcome.PASSED);
    assertThat(row(question, "ownership (c)").blocking()).isTrue();
  }

  @Test
  void a_branch_that_the_plan_does_not_name_owns_nothing_and_fails() {
    Cases question =
        Cases.of(plan(OWNERSHIP))
            .judged(onUnnamed("hotfix"))
            .evidence(crossed().active("hotfix", changing("src/a/A.java", "x")));

    GateResult row = row(question, "ownership (hotfix)");
    assertThat(row.breaks()).isTrue();
    assertThat(row.verdict().summary())
        .isEqualTo("1 file of a, 1 file owned by nobody changed by hotfix");
    assertThat(row(question, "ownership (a)").breaks()).isFalse();
  }

  @Test
  void an_unnamed_branch_that_bears_a_workstreams_id_is_kept_apart() {
    Assessment assessment =
        Cases.of(plan(OWNERSHIP))
            .judged(onUnnamed("a"))
            .evidence(crossed().active("a", changing("x")))
            .assess();

    assertThat(assessment.gates())
        .extracting(r -> r.verdict().summary())
        .containsExactly(
            "1 file owned by nobody changed by a",
            "1 file of b changed by a",
            "1 file of a changed by b when it was merged");
    assertThat(assessment.workstream("a").orElseThrow().gates())
        .extracting(r -> r.verdict().summary())
        .containsExactly("1 file of b changed by a");
    assertThat(assessment.branch().optional().orElseThrow().violations())
        .extracting(Trespass::path)
        .containsExactly("x");
  }

  @Test
  void on_no_branch_nobody_can_tell_whose_changes_these_are() {
    Cases question = Cases.of(plan(OWNERSHIP)).judged(Cases.onNothing()).evidence(evidence());

    GateResult row = row(question, "ownership");

    assertThat(row.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(row.verdict().measured())
        .isEqualTo("HEAD is on no branch, so nobody can tell whose changes these are");
    assertThat(row.verdict().remedy()).isEqualTo("Say which with -Dcoord.workstream=ID.");
  }

  @Test
  void without_git_the_reason_is_gits_own() {
    Cases question =
        Cases.of(plan(OWNERSHIP))
            .judged(Cases.onNothing())
            .evidence(evidence().withoutGit("no git repository was found"));

    GateResult row = row(question, "ownership");

    assertThat(row.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(row.verdict().measured()).isEqualTo("no git repository was found");
    assertThat(row.verdict().remedy()).isEqualTo("Fetch all of it: fetch-depth: 0.");
  }

  @Test
  void a_branch_that_git_was_not_asked_for_is_unknown() {
    Cases question = Cases.of(plan(OWNERSHIP)).judged(onWorkstream("a"));

    assertThat(row(question, "ownership (a)").verdict().summary())
        .isEqualTo("git was not asked for feature/a");
  }

  @Test
  void a_gate_of_some_workstreams_judges_those_alone() {
    Cases question =
        Cases.of(plan(gate(Rules.ownership()).of("b")))
            .judged(onWorkstream("a"))
            .evidence(crossed());

    assertThat(question.assess().gates())
        .extracting(GateResult::label)
        .containsExactly("ownership (b)");
    assertThat(
            Cases.of(plan(gate(Rules.ownership()).of("a")))
                .judged(onUnnamed("x"))
                .evidence(crossed().active("x", changing("src/a/A.java")))
                .assess()
                .overall())
        .isEqualTo(Overall.PASSED);
  }

  @Test
  void a_workstream_without_a_branch_has_a_row_only_when_it_is_judged() {
    Plans.Builder plan =
        Plans.plan().workstreams(workstream("a").withoutBranch()).gates(gate(Rules.ownership()));
    Judged nowhere =
        new Judged(
            Judged.Kind.WORKSTREAM, Optional.empty(), Optional.of("a"), "-Dcoord.workstream");

    assertThat(Cases.of(plan).assess().gates())
        .extracting(GateResult::label, row -> row.verdict().summary(), GateResult::breaks)
        .containsExactly(tuple("ownership", "judged nothing: no workstream names a branch", true));
    GateResult judged = Cases.of(plan).judged(nowhere).assess().gates().get(0);
    assertThat(judged.verdict().summary()).isEqualTo("workstream a names no branch");
    assertThat(judged.breaks()).isTrue();
  }

  @Test
  void no_change_at_all_passes() {
    Assessment assessment =
        Cases.of(plan(OWNERSHIP))
            .evidence(
                evidence().notStarted("feature/a").notStarted("feature/b").notStarted("feature/c"))
            .assess();

    assertThat(assessment.gates())
        .extracting(GateResult::label, GateResult::outcome)
        .containsExactly(tuple("ownership", Outcome.PASSED));
  }

  @Test
  void what_the_judged_branch_changes_is_part_of_the_assessment() {
    assertThat(
            Cases.of(plan())
                .judged(onWorkstream("a"))
                .evidence(crossed())
                .assess()
                .branch()
                .optional()
                .orElseThrow()
                .subject())
        .isEqualTo("a");
    assertThat(reason(Cases.of(plan()).judged(onMain())))
        .isEqualTo("main is what branches are merged into");
    assertThat(reason(Cases.of(plan()).judged(onNothing())))
        .isEqualTo("HEAD is on no branch, so nobody can tell whose changes these are");
  }

  private static String reason(Cases question) {
    return ((Observation.Unknown<?>) question.assess().branch()).reason();
  }

  @Test
  void rows_of_a_workstream_are_those_about_it() {
    Assessment assessment =
        Cases.of(
                plan(
                    OWNERSHIP,
                    gate("of-b", Rules.exists("x")).of("b"),
                    gate("p", Rules.exists("y"))))
            .judged(onWorkstream("a"))
            .evidence(crossed())
            .assess();

    assertThat(assessment.workstream("b").orElseThrow().gates())
        .extracting(GateResult::label)
        .containsExactly("ownership (b)", "of-b");
    assertThat(List.of(assessment.workstream("c").orElseThrow().gates()))
        .containsExactly(List.of());
  }
}
