package dev.coord.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.SampleAssessments;
import dev.coord.assess.Assessment;
import dev.coord.testing.Cases;
import dev.coord.testing.Evidences;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One broken report under a gate of many keys: its reason is said once, and each key counts. */
class SameReasonToldTest {

  private static final String REASON = "no SARIF report was found";

  private static final Assessment BROKEN =
      Cases.written(
              "gates: [{findings: {errors: '= 0', warnings: '= 0', total: '= 0'}},"
                  + " {id: b, findings: {errors: '= 0', notes: '= 0'}, severity: warn}]")
          .judged(Cases.onMain())
          .evidence(Evidences.evidence())
          .assess();

  private static List<String> with(List<String> lines) {
    return lines.stream().filter(line -> line.contains(REASON)).toList();
  }

  @Test
  void the_console_says_it_once_for_each_gate_and_counts_results() {
    List<String> lines =
        ConsoleReport.lines(BROKEN, SampleAssessments.consoleFrame()).stream()
            .map(ConsoleLine::text)
            .toList();

    assertThat(with(lines)).hasSize(2);
    assertThat(with(lines).get(0)).startsWith("UNKNOWN findings.errors, warnings, total ");
    assertThat(with(lines).get(1)).startsWith("WARN    b.errors, notes ");
    assertThat(lines).anyMatch(line -> line.startsWith("PASS 0 of 5 gates, 3 are unknown, 2 warn"));
    assertThat(ConsoleReport.failureMessage(BROKEN, SampleAssessments.consoleFrame()))
        .startsWith("3 of 5 gates could not be judged: findings.errors, warnings, total unknown: ")
        .doesNotContain(" more");
  }

  @Test
  void forges_are_told_once_for_each_gate() {
    assertThat(with(WorkflowCommands.annotations(BROKEN))).hasSize(2);
    assertThat(WorkflowCommands.annotations(BROKEN).get(0))
        .contains("title=findings.errors%2C warnings%2C total::");
    assertThat(
            StepSummary.of(BROKEN, SampleAssessments.consoleFrame(), StepSummary.MAX_BYTES)
                .split(REASON))
        .as("in the sentence, and in a row for each gate")
        .hasSize(4);
    assertThat(VerdictNotes.of(BROKEN))
        .extracting(VerdictNote::message)
        .filteredOn(message -> message.contains(REASON))
        .satisfiesExactly(
            first -> assertThat(first).startsWith("findings.errors, warnings, total is unknown: "),
            second -> assertThat(second).startsWith("b.errors, notes is unknown: "));
  }

  @Test
  void each_result_is_a_test_of_its_own() {
    assertThat(new String(GateTests.of(BROKEN), StandardCharsets.UTF_8))
        .contains("tests=\"5\"")
        .contains("errors=\"3\"");
  }
}
