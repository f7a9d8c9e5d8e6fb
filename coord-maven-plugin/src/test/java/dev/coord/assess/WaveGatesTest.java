package dev.coord.assess;

import static dev.coord.testing.Cases.onMain;
import static dev.coord.testing.Cases.onUnnamed;
import static dev.coord.testing.Cases.onWorkstream;
import static dev.coord.testing.Evidences.evidence;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.path.KnownPaths;
import dev.coord.plan.Plan;
import dev.coord.plan.PlanDiff;
import dev.coord.testing.Cases;
import dev.coord.testing.Deltas;
import dev.coord.testing.Evidences;
import dev.coord.testing.Written;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the gates of waves can fail: they are gates of the waves' workstreams. */
class WaveGatesTest {

  private static final String PLAN =
      """
      workstreams:
        - {id: a, branch: feature/a}
        - {id: b, branch: feature/b}
        - {id: c, branch: feature/c}
      merges:
        waves:
          - {id: w1, workstreams: [a, b], gates: [named, project]}
          - {id: w2, workstreams: [c]}
      gates:
        - {id: project, coverage: {lines: ">= 80%"}}
        - {id: of-w1, coverage: {lines: ">= 80%"}, applies_to: {waves: [w1]}}
        - {id: of-w2, coverage: {lines: ">= 80%"}, applies_to: {waves: [w2]}}
        - {id: named, coverage: {lines: ">= 80%"}, applies_to: {workstreams: [c]}}
      """;

  /** Coverage is too low; a is active, b is merged, c has not begun. */
  private static Evidences low() {
    return evidence()
        .covered("src/A.java", 1, 10)
        .active("feature/a", Deltas.live().build())
        .merged("feature/b", Deltas.merged().build())
        .notStarted("feature/c");
  }

  private static List<String> breaking(Judged judged) {
    return breaking(Cases.written(PLAN).judged(judged));
  }

  private static List<String> breaking(Cases question) {
    return question.evidence(low()).assess().gates().stream()
        .filter(GateResult::breaks)
        .map(gate -> gate.gate().id())
        .toList();
  }

  @Test
  void on_the_branch_of_a_member_they_can_fail_the_build() {
    assertThat(breaking(onWorkstream("a"))).containsExactly("project", "of-w1", "named");
    assertThat(breaking(onWorkstream("c"))).containsExactly("project", "of-w2", "named");
  }

  @Test
  void on_the_integration_branch_those_of_what_is_merged_can() {
    assertThat(breaking(onMain())).containsExactly("project", "of-w1", "named");
  }

  @Test
  void elsewhere_they_are_judged_and_shown() {
    assertThat(breaking(onUnnamed("x"))).containsExactly("project");
    assertThat(Cases.written(PLAN).judged(onUnnamed("x")).evidence(low()).assess().gates())
        .hasSize(4)
        .allMatch(GateResult::wanting);
  }

  @Test
  void the_project_keeps_its_gate_whatever_wave_names_it() {
    Plan plan = Written.plan(PLAN);

    assertThat(plan.workstreamsOf(plan.gate("project").orElseThrow())).isEmpty();
    assertThat(plan.workstreamsOf(plan.gate("named").orElseThrow())).containsExactly("c", "a", "b");
  }

  @Test
  void they_are_shown_as_gates_of_the_members() {
    Assessment assessment = Cases.written(PLAN).evidence(low()).assess();

    assertThat(assessment.workstream("a").orElseThrow().gates())
        .extracting(gate -> gate.gate().id())
        .containsExactly("of-w1", "named");
  }

  @Test
  void a_branch_that_leaves_its_wave_is_judged_by_the_waves_gates_all_the_same() {
    String left = PLAN.replace("[a, b]", "[b]");
    Plan rulebook = Written.plan(PLAN);

    assertThat(breaking(Cases.written(left).rulebook(rulebook).judged(onWorkstream("a"))))
        .containsExactly("project", "of-w1", "named");
    assertThat(PlanDiff.between(rulebook, Written.plan(left), KnownPaths.none()))
        .extracting(PlanDiff.Change::sentence)
        .containsExactly(
            "The gate \"of-w1\" applied to a, b and applies to b.",
            "The gate \"named\" applied to c, a, b and applies to c, b.");
  }

  @Test
  void a_branch_that_joins_a_wave_is_judged_by_its_gates_at_once() {
    String joined = PLAN.replace("workstreams: [c]}\n", "workstreams: [c, a]}\n");

    assertThat(
            breaking(Cases.written(joined).rulebook(Written.plan(PLAN)).judged(onWorkstream("a"))))
        .contains("of-w2");
  }
}
