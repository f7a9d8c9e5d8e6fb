package dev.coord.assess;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.rule.Outcome;
import dev.coord.rule.Verdict;
import dev.coord.testing.Cases;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Targets that plans write as comparisons. */
class MetricTargetsTest {

  private static MetricResult metric(String rest) {
    return Cases.written("metrics:\n  - {id: m, category: quality, " + rest + "}\n")
        .assess()
        .metrics()
        .get(0);
  }

  private static MetricResult measured(
      String rule, String target, String measured, Outcome outcome) {
    String remedy = outcome == Outcome.PASSED ? "" : "Do more.";
    Verdict verdict =
        new Verdict("k", outcome, measured, rule, measured, List.of(), remedy, Optional.empty());
    return MetricTargets.of(
        metric("tests: {passed: \">= 1\"}, unit: tests, target: \"" + target + "\"").metric(),
        List.of(verdict));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        ">= 1   ; >= 260 ; 2     ; PASSED ; FAILED",
        ">= 1   ; >= 260 ; 260   ; PASSED ; PASSED",
        ">= 300 ; >= 260 ; 280   ; FAILED ; FAILED",
        ">= 60% ; >= 80% ; 79.9% ; PASSED ; FAILED",
        ">= 60% ; >= 80% ; 80.0% ; PASSED ; PASSED",
        "< 2 s  ; < 500 ms ; 1.5 s ; PASSED ; FAILED",
        "= 0    ; '= 0'  ; 0     ; PASSED ; PASSED"
      })
  void a_value_meets_rule_and_target_or_is_missed(
      String rule, String target, String measured, Outcome outcome, Outcome wanted) {
    MetricResult result = measured(rule, target, measured, outcome);

    assertThat(result.aside()).isFalse();
    assertThat(result.verdicts()).extracting(Verdict::outcome).containsExactly(wanted);
    assertThat(result.verdicts().get(0).required()).contains(target);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        ">= 60% ; > 80%   ; 80.0%",
        ">= 1   ; >= 80%  ; 2",
        ">= 1   ; < 500 ms; 2",
      })
  void what_does_not_tell_is_left_aside(String rule, String target, String measured) {
    MetricResult result = measured(rule, target, measured, Outcome.PASSED);

    assertThat(result.aside()).isTrue();
    assertThat(result.verdicts().get(0).required()).isEqualTo(rule);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "260     ; >= 300 ; FAILED",
        "260     ; ≥ 200  ; PASSED",
        "4 days  ; <= 3   ; FAILED",
        "2       ; <= 3 days ; PASSED"
      })
  void a_number_set_by_hand_is_held_against_its_target(
      String value, String target, Outcome outcome) {
    MetricResult result = metric("value: " + value + ", target: \"" + target + "\", unit: days");

    assertThat(result.declared()).isTrue();
    assertThat(result.verdicts()).extracting(Verdict::outcome).containsExactly(outcome);
    assertThat(result.verdicts().get(0).attested()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {"open ; >= 3", "260 ; 300", "4 h; <= 3 %", "4 weeks; <= 3", "3 ; 0 over 1 hour"})
  void words_are_not_judged(String value, String target) {
    assertThat(metric("value: " + value + ", target: \"" + target + "\", unit: days").verdicts())
        .isEmpty();
  }

  @Test
  void a_rule_with_several_comparisons_leaves_the_target_aside() {
    assertThat(metric("tests: {passed: \">= 1\", failed: \"= 0\"}, target: \">= 260\"").aside())
        .isTrue();
  }

  @Test
  void a_value_in_thousands_does_not_meet_a_target_in_ones() {
    assertThat(metric("value: 5k, target: \"<= 4000\"").verdicts()).isEmpty();
    assertThat(metric("value: 5k, target: \"<= 4k\"").verdicts())
        .extracting(Verdict::outcome)
        .containsExactly(Outcome.FAILED);
  }
}
