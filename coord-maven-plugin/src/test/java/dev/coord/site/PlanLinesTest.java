package dev.coord.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.SamplePlan;
import dev.coord.SampleRows;
import dev.coord.SampleRules;
import dev.coord.assess.GateResult;
import dev.coord.plan.Gate;
import dev.coord.plan.Severity;
import org.junit.jupiter.api.Test;

class PlanLinesTest {

  private static final Gate OWNERSHIP =
      SampleRules.gate("ownership", SampleRules.ownershipRule(), Severity.FAIL);

  @Test
  void a_compared_row_rests_on_the_line_of_its_comparison() {
    GateResult row = SampleRows.row(SampleRules.coverageGate(), SampleRows.linesPassed(), true);

    assertThat(PlanLines.of(row)).isEqualTo(SamplePlan.line("coord/gates.yml", 6));
    assertThat(PlanLines.broken(row)).isEqualTo(SamplePlan.line("coord/gates.yml", 6));
  }

  @Test
  void a_comparison_without_a_place_rests_on_its_gate() {
    Gate gate = SampleRules.gate("tests", SampleRules.testsRule(), Severity.FAIL);
    GateResult row = SampleRows.row(gate, SampleRows.passed("total", "65", ">= 65", "65"), true);

    assertThat(PlanLines.of(row)).isEqualTo(SamplePlan.line("coord/gates.yml", 9));
  }

  @Test
  void ownership_is_broken_at_the_boundary_that_was_crossed() {
    GateResult row = SampleRows.ownershipFailed(OWNERSHIP);

    assertThat(PlanLines.of(row)).isEqualTo(SamplePlan.line("coord/gates.yml", 12));
    assertThat(PlanLines.broken(row)).isEqualTo(SamplePlan.line("coord/catalog.yml", 12));
  }

  @Test
  void ownership_that_is_kept_to_rests_on_its_gate() {
    GateResult row = SampleRows.row(OWNERSHIP, SampleRows.ownershipPassed("main"), true);

    assertThat(PlanLines.broken(row)).isEqualTo(SamplePlan.line("coord/gates.yml", 12));
  }
}
