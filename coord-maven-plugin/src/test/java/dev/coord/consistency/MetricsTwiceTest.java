package dev.coord.consistency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.testing.Written;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two metrics of one title. */
class MetricsTwiceTest {

  private static List<String> told(String first, String again) {
    return Contradictions.lines(
        """
        metrics:
          - {id: m, title: Test coverage, category: quality, %s}
          - {id: n, title: "test  COVERAGE", category: velocity, %s}
        """
            .formatted(first, again));
  }

  @Test
  void metrics_of_one_title_that_say_two_things_are_found() {
    assertThat(
            Told.of(
                MetricsTwice.of(
                    Written.plan(
                        """
                        metrics:
                          - id: m
                            title: Coverage
                            category: quality
                            value: 60
                            target: ">= 80"
                            baseline: 42
                            unit: "%"
                          - id: n
                            title: Coverage
                            category: velocity
                            value: 61%
                            target: ">= 90%"
                            baseline: 45%
                        """))))
        .containsExactly(
            "metric m at 9: baseline: 42, but metric n, called the same, started from 45%"
                + " (coord.yml:16:15) (16): Find out where it started, and say so in both places.",
            "metric m at 7: value: 60, but metric n, called the same, is at 61%"
                + " (coord.yml:14:12) (14): Find out how it is, and say so in one place.",
            "metric m at 8: target: >= 80, but metric n, called the same, is to be >= 90%"
                + " (coord.yml:15:13) (15): Agree on one of them, or name the days by which they"
                + " are to be met.");
  }

  @Test
  void a_value_set_by_hand_is_held_against_what_a_gate_of_the_title_says() {
    assertThat(
            Contradictions.lines(
                """
                metrics:
                  - {id: m, title: Coverage, category: quality, value: 60%, baseline: 42%}
                gates:
                  - {id: g, title: Coverage, coverage: {lines: ">= 70%"}, baseline: 45%}
                """))
        .containsExactly(
            "metric m: baseline: 42% (coord.yml:4:71), but gate g, called the same, started from"
                + " 45% (coord.yml:6:69)");
  }

  @ParameterizedTest
  @CsvSource({
    "value: 4, 'value: 5', 1",
    "value: 4, 'value: 4.0', 0",
    "'value: 4, unit: s', 'value: 4000 ms', 0",
    "'value: 4, unit: s', 'value: 400 ms', 1",
    "'value: 4 weeks', 'value: 28 days', 0",
    "'value: 4 weeks', 'value: 5 weeks', 1",
    "value: met, value: open, 1",
    "value: met, value: Met, 0",
    "value: met, value: 100%, 0",
    "'value: 4, target: \"> 5\"', 'value: 4, target: \">= 5\"', 1",
    "'value: 4, target: \">= 5\"', 'value: 4, target: 5', 0",
    "'value: 4, target: \">= 5\"', 'value: 4, target: ≥ 5', 0",
    "'value: 4, target: \">= 5\", by: 2026-03-01', 'value: 4, target: \">= 9\", by: 2026-06-01', 0",
    "'value: 4, target: \">= 5\", by: 2026-03-01', 'value: 4, target: \">= 9\", by: 2026-03-01', 1",
    "'coverage: {lines: \">= 60%\"}', 'value: 4, target: \">= 70%\"', 1",
    "'coverage: {lines: \">= 60%\"}', 'coverage: {lines: \">= 70%\"}', 1",
    "'coverage: {lines: \">= 60%\"}', 'coverage: {branches: \">= 70%\"}', 0",
    "'coverage: {lines: \">= 60%\"}, baseline: 4%', 'value: 4, baseline: 5%', 1",
    "'coverage: {lines: \">= 60%\"}, baseline: 4%', 'coverage: {lines: \">= 60%\"}, baseline: 5%', 1",
    "value: 42%, value: '0.42', 0",
    "value: 42%, value: '0.43', 1",
    "'value: 1, target: \">= 80%\"', 'value: 1, target: \">= 0.8\"', 0",
    "value: 5k, value: '5000', 0",
    "value: 4-6 weeks, value: 4 to 6 weeks, 0",
    "value: 4-6 weeks, value: 4 to 7 weeks, 1"
  })
  void what_is_written_otherwise_and_means_the_same_is_none(
      String first, String again, int contradictions) {
    assertThat(told(first, again)).hasSize(contradictions);
  }

  @Test
  void other_titles_are_other_things() {
    String plan =
        """
        metrics:
          - {id: m, title: Coverage, category: quality, value: 4}
          - {id: n, title: Coverage, category: quality, value: 5}
        """;

    assertThat(Contradictions.lines(plan)).hasSize(1);
    assertThat(Contradictions.lines(plan.replaceFirst("Coverage", "Tests"))).isEmpty();
  }
}
