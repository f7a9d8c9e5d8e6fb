package dev.coord.consistency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.testing.Written;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Claims that want one number to be two things. */
class ClaimsTwiceTest {

  private static final String CLAIMS =
      """
      claims:
        - {id: one, says: One., FIRST holds_when: {tests: {total: "A", of: {paths: [/x/]}}}}
        - {id: other, says: Other., AGAIN holds_when: {tests: {total: "B", of: {paths: [/PATH/]}}}}
      """;

  private static String claims(String a, String b, String path, String first, String again) {
    return CLAIMS
        .replace("\"A\"", "\"" + a + "\"")
        .replace("\"B\"", "\"" + b + "\"")
        .replace("PATH", path)
        .replace("FIRST ", first)
        .replace("AGAIN ", again);
  }

  @Test
  void two_claims_of_one_number_that_cannot_both_hold_are_found() {
    assertThat(Told.of(ClaimsTwice.of(Written.plan(claims(">= 99", "= 47", "x", "", "")))))
        .containsExactly(
            "claim one at 4: One., but claim other holds when the same number is = 47, and this one"
                + " when it is >= 99 (coord.yml:5:43) (5): Find out which of them is so, or say on"
                + " which days they were.");
  }

  @ParameterizedTest
  @CsvSource({
    ">= 99, = 47,  1", "= 47,  >= 99, 1", "> 5,   <= 5,  1", ">= 5,  <= 5,  0", "= 5,   != 5,  1",
    "= 5,   = 6,   1", ">= 99, >= 5,  0", "< 9,   > 9,   1", "< 9,   > 8,   0", "!= 5,  != 6,  0"
  })
  void comparisons_exclude_each_other_when_no_number_meets_both(String a, String b, int found) {
    assertThat(Contradictions.lines(claims(a, b, "x", "", ""))).hasSize(found);
  }

  @Test
  void other_paths_and_other_days_are_other_numbers() {
    assertThat(Contradictions.lines(claims("= 1", "= 2", "x", "", ""))).hasSize(1);
    assertThat(Contradictions.lines(claims("= 1", "= 2", "y", "", ""))).isEmpty();
    assertThat(
            Contradictions.lines(claims("= 1", "= 2", "x", "on: 2026-01-01, ", "on: 2026-01-02, ")))
        .isEmpty();
  }

  @Test
  void what_is_said_of_today_and_of_a_day_is_not_said_of_one_time() {
    assertThat(Contradictions.lines(claims("= 1", "= 2", "x", "", "on: 2026-01-02, "))).isEmpty();
    assertThat(Contradictions.lines(claims("= 1", "= 2", "x", "on: 2026-01-02, ", ""))).isEmpty();
  }

  @Test
  void two_claims_of_one_day_are_compared_whatever_was_said_before_of_another() {
    String third =
        "  - {id: third, says: Third., on: 2026-01-02,"
            + " holds_when: {tests: {total: \"= 3\", of: {paths: [/x/]}}}}\n";

    assertThat(Contradictions.lines(claims("= 1", "= 2", "x", "", "on: 2026-01-02, ") + third))
        .singleElement()
        .asString()
        .contains("claim other", "claim third holds when the same number is = 3");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{commits: {branch: main, count: '= N'}}",
        "{metric: {file: m.json, read: /a, value: '= N'}}",
        "{files: {of: {paths: [/x/]}, count: '= N'}}",
        "{branches: {count: '= N'}}",
        "{findings: {total: '= N'}}",
        "{coverage: {lines: '= N%'}}"
      })
  void whatever_is_measured_is_one_number_in_both(String rule) {
    String claims =
        "claims: [{id: a, says: A, holds_when: %s}, {id: b, says: B, holds_when: %s}]\n";

    assertThat(
            Contradictions.lines(claims.formatted(rule.replace("N", "1"), rule.replace("N", "2"))))
        .hasSize(1);
    assertThat(
            Contradictions.lines(claims.formatted(rule.replace("N", "1"), rule.replace("N", "1"))))
        .isEmpty();
  }
}
