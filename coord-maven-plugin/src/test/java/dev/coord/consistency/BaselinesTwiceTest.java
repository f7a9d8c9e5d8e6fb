package dev.coord.consistency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.testing.Written;
import org.junit.jupiter.api.Test;

/** Two places that tell where one number started. */
class BaselinesTwiceTest {

  private static final String PLAN =
      """
      metrics:
        - {id: m, category: quality, coverage: {lines: ">= 60%"}, baseline: 42%}
      gates:
        - {id: g, coverage: {lines: ">= 70%"}, baseline: 45%}
      """;

  @Test
  void a_gate_and_a_metric_of_one_number_that_started_from_two_values_are_found() {
    assertThat(Told.of(BaselinesTwice.of(Written.plan(PLAN))))
        .containsExactly(
            "metric m at 4: baseline: 42%, but gate g measures the same and started from 45%"
                + " (coord.yml:6:52) (6): Find out where it started, and say so in both places.");
  }

  @Test
  void the_same_value_and_another_number_are_none() {
    assertThat(Contradictions.lines(PLAN)).hasSize(1);
    assertThat(Contradictions.lines(PLAN.replace("45%", "\"42\""))).isEmpty();
    assertThat(Contradictions.lines(PLAN.replace("45%", "42.0%"))).isEmpty();
    assertThat(Contradictions.lines(PLAN.replace("45%", "\"45\""))).hasSize(1);
    assertThat(Contradictions.lines(PLAN.replace(", baseline: 45%", ""))).isEmpty();
    assertThat(Contradictions.lines(PLAN.replace("lines: \">= 70", "branches: \">= 70"))).isEmpty();
  }
}
