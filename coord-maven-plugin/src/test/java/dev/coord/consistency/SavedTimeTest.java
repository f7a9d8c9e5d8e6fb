package dev.coord.consistency;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SavedTimeTest {

  private static String scenario(String parallel, String sequential, String saved) {
    return "scenarios: [{id: two, savings: [{what: All, parallel: %s, sequential: %s%s}]}]\n"
        .formatted(parallel, sequential, saved.isEmpty() ? "" : ", saved: " + saved);
  }

  @ParameterizedTest
  @CsvSource({
    "8 weeks, 18 weeks, 55%",
    "8 weeks, 18 weeks, 56%",
    "10 weeks, 20 weeks, 49%",
    "10 weeks, 20 weeks, 51%",
    "12-16 weeks, 24-32 weeks, 50%",
    "4-6 weeks, 6-8 weeks, 25-33%",
    "4-6 weeks, 6-8 weeks, 30%",
    "1 hour, 1 hour, 0%"
  })
  void what_the_lengths_come_to_within_one_point_is_fine(
      String parallel, String sequential, String saved) {
    assertThat(Contradictions.of(scenario(parallel, sequential, saved))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "8 weeks, 18 weeks, 57%, 55.6%",
    "8 weeks, 18 weeks, 54%, 55.6%",
    "10 weeks, 20 weeks, 48%, 50%",
    "10 weeks, 20 weeks, 52%, 50%",
    "12-16 weeks, 24-32 weeks, 40-50%, 50%",
    "4-6 weeks, 6-8 weeks, 25-36%, 25-33.3%",
    "4-6 weeks, 6-8 weeks, 40%, 25-33.3%",
    "3 days, 2 days, 10%, -50%"
  })
  void what_is_more_than_one_point_off_is_told(
      String parallel, String sequential, String saved, String computed) {
    assertThat(Contradictions.of(scenario(parallel, sequential, saved)))
        .singleElement()
        .satisfies(
            c -> {
              assertThat(c.subject()).isEqualTo("scenario two");
              assertThat(c.claim()).isEqualTo("All saves " + saved);
              assertThat(c.found())
                  .isEqualTo(
                      parallel
                          + " instead of "
                          + sequential
                          + " is "
                          + (computed.startsWith("-")
                              ? computed.substring(1) + " more"
                              : computed + " less"));
              assertThat(c.against()).hasSize(2);
            });
  }

  @Test
  void lengths_without_a_claim_say_nothing() {
    assertThat(Contradictions.of(scenario("8 weeks", "18 weeks", ""))).isEmpty();
  }
}
