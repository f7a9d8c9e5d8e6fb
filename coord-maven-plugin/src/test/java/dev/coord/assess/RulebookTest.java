package dev.coord.assess;

import static dev.coord.testing.Bounds.bounds;
import static dev.coord.testing.Cases.onWorkstream;
import static dev.coord.testing.Deltas.changing;
import static dev.coord.testing.Deltas.commit;
import static dev.coord.testing.Deltas.coordinated;
import static dev.coord.testing.Evidences.evidence;
import static dev.coord.testing.Gates.gate;
import static dev.coord.testing.Gates.waiver;
import static dev.coord.testing.Workstreams.workstream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.coord.evidence.MergeState;
import dev.coord.plan.Boundaries.Mode;
import dev.coord.plan.Boundaries.Unowned;
import dev.coord.plan.Severity;
import dev.coord.rule.Outcome;
import dev.coord.testing.Cases;
import dev.coord.testing.Deltas;
import dev.coord.testing.Evidences;
import dev.coord.testing.Gates;
import dev.coord.testing.Plans;
import dev.coord.testing.Rules;
import org.junit.jupiter.api.Test;

/**
 * A branch is judged by the plan of its base: what it makes stricter counts, nothing laxer does.
 */
class RulebookTest {

  private static final Gates STRICT = gate(Rules.lines(">= 80%"));
  private static final Gates LAX = gate(Rules.lines(">= 10%"));

  private static Plans.Builder plan(Gates... gates) {
    return Plans.plan().workstreams(workstream("a").owns("src/a/**")).gates(gates);
  }

  private static Cases judging(Plans.Builder own, Plans.Builder rulebook) {
    return Cases.of(own)
        .rulebook(rulebook)
        .judged(onWorkstream("a"))
        .evidence(half().active("feature/a", changing("src/a/A.java")));
  }

  private static Evidences half() {
    return evidence().tracked("src/a/A.java").covered("src/a/A.java", 5, 10);
  }

  @Test
  void a_gate_that_is_the_same_has_one_row() {
    assertThat(judging(plan(STRICT), plan(STRICT)).assess().gates()).hasSize(1);
  }

  @Test
  void a_gate_that_only_moved_is_the_same() {
    assertThat(judging(plan(gate(Rules.lines(">= 80%")).line(99)), plan(STRICT)).assess().gates())
        .hasSize(1);
  }

  @Test
  void a_lowered_gate_is_judged_as_the_base_has_it() {
    Assessment assessment = judging(plan(LAX), plan(STRICT)).assess();

    assertThat(assessment.gates())
        .extracting(GateResult::row, GateResult::breaks, GateResult::note)
        .containsExactly(
            tuple("coverage.lines", true, ""),
            tuple("coverage.lines", false, "as this branch changes it"));
    assertThat(assessment.overall()).isEqualTo(Overall.FAILED);
  }

  @Test
  void a_raised_gate_must_hold_as_well() {
    Assessment assessment = judging(plan(STRICT), plan(LAX)).assess();

    assertThat(assessment.gates())
        .extracting(GateResult::outcome, GateResult::breaks)
        .containsExactly(tuple(Outcome.PASSED, false), tuple(Outcome.FAILED, true));
  }

  @Test
  void a_removed_gate_is_judged_all_the_same() {
    assertThat(judging(plan(), plan(STRICT)).assess().overall()).isEqualTo(Overall.FAILED);
  }

  @Test
  void an_added_gate_must_hold() {
    Assessment assessment = judging(plan(STRICT), plan()).assess();

    assertThat(assessment.gates())
        .extracting(GateResult::note, GateResult::breaks)
        .containsExactly(tuple("added by this branch", true));
  }

  @Test
  void a_gate_that_was_made_a_warning_still_fails() {
    assertThat(
            judging(plan(gate(Rules.lines(">= 80%")).severity(Severity.WARN)), plan(STRICT))
                .assess()
                .overall())
        .isEqualTo(Overall.FAILED);
  }

  @Test
  void a_gate_that_was_given_to_others_still_fails() {
    assertThat(judging(plan(gate(Rules.lines(">= 80%")).of("b")), plan(STRICT)).assess().overall())
        .isEqualTo(Overall.FAILED);
    assertThat(judging(plan(gate(Rules.lines(">= 80%")).waves("w")), plan(STRICT)).assess().gates())
        .hasSize(2);
  }

  @Test
  void a_gate_that_the_base_alone_changed_since_is_not_the_branchs() {
    Assessment assessment = judging(plan(LAX), plan(STRICT)).forked(plan(LAX)).assess();

    assertThat(assessment.gates())
        .extracting(GateResult::note, GateResult::breaks)
        .containsExactly(tuple("", true));
  }

  @Test
  void a_gate_that_the_base_alone_removed_since_is_not_the_branchs() {
    assertThat(judging(plan(STRICT), plan()).forked(plan(STRICT)).assess().gates()).isEmpty();
  }

  @Test
  void a_gate_that_both_changed_since_is_judged_as_each_has_it() {
    Assessment assessment =
        judging(plan(gate(Rules.lines(">= 90%"))), plan(LAX)).forked(plan(STRICT)).assess();

    assertThat(assessment.gates())
        .extracting(GateResult::note, GateResult::breaks)
        .containsExactly(tuple("", false), tuple("as this branch changes it", true));
  }

  @Test
  void a_gate_that_both_changed_alike_has_one_row() {
    assertThat(judging(plan(STRICT), plan(STRICT)).forked(plan(LAX)).assess().gates()).hasSize(1);
  }

  @Test
  void an_expired_waiver_is_noted_beside_what_the_branch_did() {
    Assessment assessment =
        judging(plan(STRICT), plan().waivers(waiver("coverage", "2026-11-01"))).assess();

    assertThat(assessment.gates().get(0).note())
        .isEqualTo("added by this branch; the waiver of ana ended on 2026-11-01 (coord.yml:70)");
  }

  @Test
  void a_branch_cannot_waive_what_it_breaks() {
    assertThat(
            judging(plan(STRICT).waivers(waiver("coverage", "2026-12-31")), plan(STRICT))
                .assess()
                .overall())
        .isEqualTo(Overall.FAILED);
  }

  @Test
  void a_branch_cannot_open_a_boundary() {
    Cases question =
        Cases.of(plan(gate(Rules.ownership())).bounds(bounds().unowned(Unowned.ALLOW)))
            .rulebook(plan(gate(Rules.ownership())).bounds(bounds().unowned(Unowned.FAIL)))
            .judged(onWorkstream("a"))
            .evidence(evidence().active("feature/a", changing("x")));

    assertThat(question.assess().overall()).isEqualTo(Overall.FAILED);
  }

  @Test
  void a_branch_cannot_introduce_whom_it_asked() {
    Plans.Builder base =
        plan(gate(Rules.ownership()))
            .bounds(bounds().shared(Mode.COORDINATE, "pom.xml"))
            .people("ana");
    Plans.Builder own = plan(gate(Rules.ownership())).people("ana", "zoe");
    Cases question =
        Cases.of(own)
            .rulebook(base)
            .judged(onWorkstream("a"))
            .evidence(
                evidence()
                    .active(
                        "feature/a",
                        Deltas.live()
                            .commit(coordinated(commit("c1", "cleo", "pom.xml"), "zoe"))
                            .modified("pom.xml")
                            .build()));

    assertThat(question.assess().overall()).isEqualTo(Overall.FAILED);
  }

  @Test
  void a_branch_cannot_change_what_a_gate_means_by_a_workstream() {
    Gates merged = gate(Rules.merged("b"));
    Plans.Builder base = Plans.plan().workstreams(workstream("a"), workstream("b")).gates(merged);
    Plans.Builder own =
        Plans.plan()
            .integration("feature/a")
            .workstreams(workstream("a"), workstream("b").branch("main"))
            .gates(merged);
    Cases question =
        Cases.of(own)
            .rulebook(base)
            .judged(onWorkstream("a"))
            .evidence(
                evidence()
                    .merge("main", "feature/a", MergeState.Kind.MERGED)
                    .merge("feature/b", "main", MergeState.Kind.UNMERGED));

    assertThat(question.assess().gates().get(0).verdict().summary())
        .isEqualTo("feature/b is not in main (by ancestry)");
  }

  @Test
  void a_branch_cannot_move_coverage_into_its_own_scope() {
    Gates scoped = gate(Rules.lines(">= 80%", Rules.workstream("a")));
    Plans.Builder own = Plans.plan().workstreams(workstream("a").owns("lib/**")).gates(scoped);
    Cases question =
        Cases.of(own)
            .rulebook(plan(scoped))
            .judged(onWorkstream("a"))
            .evidence(half().tracked("lib/L.java").covered("lib/L.java", 10, 10));

    assertThat(question.assess().gates().get(0).verdict().measured()).isEqualTo("50.0%");
  }

  @Test
  void a_workstream_may_bring_a_gate_of_its_own_along() {
    Plans.Builder own =
        Plans.plan()
            .workstreams(workstream("a").at("coord/a.yml", 1).owns("src/a/**"))
            .gates(gate(Rules.lines(">= 50%", Rules.workstream("a"))));

    assertThat(judging(own, Plans.plan()).assess().gates())
        .extracting(GateResult::outcome)
        .containsExactly(Outcome.PASSED);
  }

  @Test
  void days_are_counted_in_the_zone_of_the_rulebook() {
    Plans.Builder base =
        plan(STRICT).waivers(waiver("coverage", "2026-11-20")).zone("Pacific/Auckland");

    assertThat(
            judging(plan(STRICT).zone("America/Los_Angeles"), base)
                .at("2026-11-20T12:00:00Z")
                .assess()
                .overall())
        .isEqualTo(Overall.FAILED);
  }

  @Test
  void a_base_that_cannot_be_read_proves_nothing() {
    Cases question =
        Cases.of(plan(LAX))
            .judged(onWorkstream("a"))
            .evidence(half().active("feature/a", changing("src/a/A.java")))
            .baseProblem("the base main was not found");
    Assessment assessment = question.assess();

    GateResult row = assessment.gates().get(1);
    assertThat(row.row()).isEqualTo("base-plan");
    assertThat(row.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(row.breaks()).isTrue();
    assertThat(row.verdict().summary()).isEqualTo("the base main was not found");
    assertThat(row.verdict().required()).isEqualTo("the plan on main");
    assertThat(row.verdict().remedy()).isEqualTo("Fetch it.");
    assertThat(assessment.overall()).isEqualTo(Overall.UNKNOWN);
    assertThat(question.lenient().assess().overall()).isEqualTo(Overall.PASSED);
  }

  @Test
  void a_branch_cannot_waive_that_its_base_cannot_be_read() {
    Cases question =
        Cases.of(
                plan(gate("base-plan", Rules.lines(">= 1%")))
                    .waivers(waiver("base-plan", "2099-01-01")))
            .judged(onWorkstream("a"))
            .evidence(half())
            .baseProblem("the base main was not found");

    assertThat(question.assess().overall()).isEqualTo(Overall.UNKNOWN);
  }

  @Test
  void a_build_that_broke_proves_nothing_and_nobody_may_be_content_with_that() {
    Cases question =
        Cases.of(plan(STRICT)).evidence(half()).buildProblem("the build failed in a").lenient();

    GateResult row = question.assess().gates().get(1);

    assertThat(row.row()).isEqualTo("maven-build");
    assertThat(row.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(row.breaks()).isTrue();
    assertThat(row.verdict().summary()).isEqualTo("the build failed in a");
    assertThat(row.verdict().required()).isEqualTo("every module built");
  }
}
