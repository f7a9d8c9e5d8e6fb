package dev.coord.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.coord.plan.Comparison.Operator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class VerdictTest {

  @Test
  void what_did_not_pass_has_a_remedy() {
    for (Outcome outcome : List.of(Outcome.FAILED, Outcome.UNKNOWN, Outcome.WAIVED)) {
      assertThatIllegalArgumentException()
          .isThrownBy(
              () -> new Verdict("", outcome, "1", "0", "1 != 0", List.of(), "", Optional.empty()));
    }
  }

  private static Verdict.Gauge gauge(int value, int threshold) {
    return new Verdict.Gauge(value, threshold, Operator.AT_LEAST);
  }

  @Test
  void a_gauge_stays_on_its_scale() {
    assertThat(gauge(0, 1000).permille()).isZero();
    assertThatIllegalArgumentException().isThrownBy(() -> gauge(-1, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> gauge(1001, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> gauge(0, -1));
    assertThatIllegalArgumentException().isThrownBy(() -> gauge(0, 1001));
  }

  @Test
  void outcomes_are_words() {
    assertThat(Stream.of(Outcome.values()).map(Outcome::word))
        .containsExactly("passed", "waived", "baselined", "unknown", "failed");
  }
}
