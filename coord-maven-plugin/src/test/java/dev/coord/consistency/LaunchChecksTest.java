package dev.coord.consistency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.testing.WrittenPlans;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Launches before what they wait for. */
class LaunchChecksTest {

  private static List<Contradiction> found(String first, String second) {
    return LaunchChecks.of(
            WrittenPlans.plan(
                """
                workstreams:
                  - {id: a, launch: {FIRST}}
                  - {id: b, launch: {SECOND wait_for: [a]}}
                merges: {waves: [{id: w, day: 3, workstreams: [a]}]}
                """
                    .replace("FIRST", first)
                    .replace("SECOND", second)))
        .toList();
  }

  @ParameterizedTest
  @CsvSource({"1, 2, 0", "2, 2, 1", "3, 2, 1"})
  void what_waits_for_another_is_launched_later(int first, int second, int contradictions) {
    assertThat(found("order: " + first, "order: " + second + ",")).hasSize(contradictions);
  }

  @Test
  void an_order_that_cannot_be_says_so() {
    assertThat(found("order: 3", "order: 2,"))
        .extracting(Contradiction::subject, Contradiction::claim, Contradiction::found)
        .containsExactly(
            org.assertj.core.api.Assertions.tuple(
                "b", "launch.order: 2", "it waits for a, launched as 3"));
  }

  @ParameterizedTest
  @CsvSource({"'day: 2,', 1", "'day: 3,', 0", "'days: 2-3,', 0", "'week: 1,', 0", "'', 0"})
  void a_day_before_the_wave_that_it_waits_for_is_found(String when, int contradictions) {
    assertThat(found("", when)).hasSize(contradictions);
  }

  @Test
  void the_day_and_the_wave_are_named() {
    assertThat(found("", "day: 2,"))
        .extracting(Contradiction::claim, Contradiction::found)
        .containsExactly(
            org.assertj.core.api.Assertions.tuple(
                "launch: day 2", "it waits for a, which wave w merges on day 3"));
  }
}
