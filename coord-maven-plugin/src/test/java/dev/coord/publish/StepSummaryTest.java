package dev.coord.publish;

import static dev.coord.testing.Evidences.evidence;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.AssessmentDraft;
import dev.coord.Golden;
import dev.coord.HostileAssessment;
import dev.coord.SampleAssessments;
import dev.coord.SampleRows;
import dev.coord.SampleRules;
import dev.coord.assess.Assessment;
import dev.coord.assess.GateResult;
import dev.coord.diagnostic.Diagnostic;
import dev.coord.diagnostic.Location;
import dev.coord.evidence.TestCase.Outcome;
import dev.coord.plan.Severity;
import dev.coord.testing.Cases;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StepSummaryTest {

  private static final ConsoleFrame FRAME = SampleAssessments.consoleFrame();

  @Test
  void a_failing_build_is_summed_up_as_expected() {
    Golden.assertGolden(
        "summary-failing.md",
        StepSummary.of(SampleAssessments.failing(), FRAME, StepSummary.MAX_BYTES));
  }

  @Test
  void tests_that_fail_are_named_with_their_sources() {
    assertThat(StepSummary.of(BrokenTests.failed(2), FRAME, StepSummary.MAX_BYTES))
        .contains(
            "| Test | Gate | Source, or plan line |",
            "| shop.BTest\\#t2: expected 1 | green.failed | src/test/java/shop/BTest.java |");
  }

  @Test
  void of_a_gate_of_which_a_finding_is_waived_that_is_said() {
    Assessment assessment =
        Cases.written(
                """
                people: [{id: ana}]
                gates: [{tests: {failed: "= 0"}}]
                waivers:
                  - {gate: tests, finding: shop.A#pays, owner: ana, reason: Known., until: 2026-12-31}
                """)
            .evidence(
                evidence().test("shop.A#pays", Outcome.FAILED).test("shop.B#ships", Outcome.FAILED))
            .assess();
    assertThat(StepSummary.of(assessment, FRAME, StepSummary.MAX_BYTES))
        .contains("| failed | tests.failed | 1 \\!= 0 \\(\\+1, of 2 tests\\); 1 finding waived |");
  }

  @Test
  void a_passing_build_is_summed_up_as_expected() {
    assertThat(StepSummary.of(SampleAssessments.passing(), FRAME, StepSummary.MAX_BYTES))
        .isEqualTo(
            """
            ## coord: pass

            4 of 4 gates passed.

            | Workstream | Claimed | Observed | Tasks claimed done |
            |---|---|---|---|
            | catalog | merged | merged | 1 of 1 |
            """);
  }

  @Test
  void mistakes_of_the_plan_are_summed_up() {
    assertThat(
            StepSummary.of(
                List.of(Diagnostic.error(Location.of("coord.yml", 3, 1), "no id", "Add one.")),
                StepSummary.MAX_BYTES))
        .isEqualTo(
            """
            ## coord: error

            Nothing could be judged.

            | Place | What is wrong | What to do |
            |---|---|---|
            | coord.yml:3:1 | no id. | Add one. |
            """);
  }

  @Test
  void no_markup_of_others_gets_through() {
    String summary = StepSummary.of(HostileAssessment.assessment(), FRAME, StepSummary.MAX_BYTES);

    assertThat(summary)
        .doesNotContain("<", "](", "://", "@everyone", "\u001b", "\u202e")
        .contains("&lt;script&gt;alert\\(1\\)&lt;/script&gt;");
    assertThat(summary.lines().filter(line -> line.startsWith("| ")))
        .allSatisfy(row -> assertThat(row).endsWith(" |"));
  }

  @Test
  void it_ends_below_what_is_refused_and_says_so() {
    Assessment assessment = many(4000);

    String summary = StepSummary.of(assessment, FRAME, StepSummary.MAX_BYTES);

    assertThat(summary.getBytes(StandardCharsets.UTF_8).length)
        .isBetween(StepSummary.MAX_BYTES - 2000, StepSummary.MAX_BYTES);
    assertThat(summary).endsWith(" more lines: see the site.\n").doesNotContain("g3999");
  }

  private static Assessment many(int number) {
    String lengthy = "ü".repeat(200);
    GateResult[] rows =
        IntStream.range(0, number)
            .mapToObj(i -> SampleRules.gate("g" + i, SampleRules.pathRule(1), Severity.FAIL))
            .map(
                gate ->
                    SampleRows.row(
                        gate, SampleRows.failed("", "no", "yes", lengthy, "Write it."), true))
            .toArray(GateResult[]::new);
    return new AssessmentDraft(SampleAssessments.empty()).gates(rows).build();
  }
}
