package dev.coord.consistency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.testing.Written;
import java.util.List;
import org.junit.jupiter.api.Test;

class SavingsTwiceTest {

  private static List<String> told(String first, String again) {
    return Told.of(
        SavingsTwice.of(
            Written.plan(
                "scenarios:",
                "  - id: two",
                "    savings:",
                "      - {" + first + "}",
                "      - {" + again + "}")));
  }

  @Test
  void one_thing_with_two_lengths_is_found() {
    assertThat(
            told(
                "what: all, parallel: 4 weeks, sequential: 8 weeks, saved: 50%",
                "what: All, parallel: 6 weeks, sequential: 8 weeks"))
        .containsExactly(
            "scenario two at 6: all takes 4 weeks instead of 8 weeks and saves 50%, but the same"
                + " scenario says that it takes 6 weeks instead of 8 weeks (coord.yml:7:16) (7):"
                + " Write it once.");
  }

  @Test
  void other_things_and_the_same_lengths_agree() {
    assertThat(
            told(
                "what: all, parallel: 4 weeks, sequential: 8 weeks, saved: 50%",
                "what: all, parallel: 4 weeks, sequential: 8 weeks"))
        .isEmpty();
    assertThat(
            told(
                "what: all, parallel: 4 weeks, sequential: 8 weeks",
                "what: tests, parallel: 1 week, sequential: 2 weeks"))
        .isEmpty();
  }

  @Test
  void one_length_in_two_units_agrees_and_months_have_no_number_of_weeks() {
    String weeks = "what: all, parallel: 2 weeks, sequential: 4-6 weeks";

    assertThat(told(weeks, "what: all, parallel: 10 days, sequential: 20-30 days")).isEmpty();
    assertThat(told(weeks, "what: all, parallel: 14 days, sequential: 28-42 days")).isEmpty();
    assertThat(told(weeks, "what: all, parallel: 1 month, sequential: 2 months")).isEmpty();
    assertThat(told(weeks, "what: all, parallel: 11 days, sequential: 20-30 days")).hasSize(1);
    assertThat(told(weeks, "what: all, parallel: 10 days, sequential: 20-31 days")).hasSize(1);
  }
}
