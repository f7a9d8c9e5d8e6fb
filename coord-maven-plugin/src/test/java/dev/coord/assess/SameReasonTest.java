package dev.coord.assess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coord.SampleRows;
import dev.coord.SampleRules;
import dev.coord.plan.Gate;
import dev.coord.plan.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;

class SameReasonTest {

  private static final Gate TESTS =
      SampleRules.gate("tests", SampleRules.testsRule(), Severity.FAIL);
  private static final Gate OTHERS =
      SampleRules.gate("others", SampleRules.testsRule(), Severity.FAIL);

  private static GateResult unknown(Gate gate, String key) {
    return SampleRows.row(gate, SampleRows.unjudged(key, "= 0"), true);
  }

  private static GateResult failed(String key) {
    return SampleRows.row(TESTS, SampleRows.failed(key, "1", "= 0", "1 != 0", "Mend them."), true);
  }

  private static List<String> labels(GateResult... rows) {
    return SameReason.of(List.of(rows)).stream().map(SameReason::label).toList();
  }

  @Test
  void what_cannot_be_told_of_several_keys_for_one_reason_is_one() {
    assertThat(labels(unknown(TESTS, "failed"), unknown(TESTS, "skipped")))
        .containsExactly("tests.failed, skipped");
    assertThat(
            labels(
                SampleRows.forSubject(unknown(TESTS, "failed"), "a"),
                SampleRows.forSubject(unknown(TESTS, "skipped"), "a"),
                SampleRows.forSubject(unknown(TESTS, "failed"), "b")))
        .containsExactly("tests.failed, skipped (a)", "tests.failed (b)");
  }

  @Test
  void what_is_known_and_what_another_gate_asks_stands_alone() {
    assertThat(labels(failed("failed"), failed("skipped"), failed("failed")))
        .containsExactly("tests.failed", "tests.skipped", "tests.failed");
    assertThat(labels(unknown(TESTS, "failed"), unknown(OTHERS, "failed")))
        .containsExactly("tests.failed", "others.failed");
    assertThat(labels(unknown(TESTS, "failed"), SampleRows.waived(unknown(TESTS, "skipped"))))
        .containsExactly("tests.failed", "tests.skipped");
  }

  @Test
  void no_row_is_no_reason() {
    assertThat(SameReason.of(List.of())).isEmpty();
    assertThatThrownBy(() -> new SameReason(List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
