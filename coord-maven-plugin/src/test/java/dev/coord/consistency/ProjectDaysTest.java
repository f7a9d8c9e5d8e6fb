package dev.coord.consistency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.testing.PlanTexts;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProjectDaysTest {

  private static List<String> told(String start, String rest) {
    return Told.of(
        ProjectDays.of(
            PlanTexts.shop(
                """
                project:
                  name: Shop
                  calendar: {start: %s, holidays: [2026-01-01]}
                  %s
                """
                    .formatted(start, rest))));
  }

  @Test
  void day_1_does_not_come_before_the_project() {
    assertThat(told("2026-01-05", "started: 2026-01-07"))
        .containsExactly(
            "project at 4: its calendar starts on 2026-01-05, but the project started on 2026-01-07"
                + " (5): Mend one of the two days.");
  }

  @Test
  void days_off_between_the_two_are_no_difference() {
    assertThat(told("2026-01-03", "started: 2026-01-05")).isEmpty();
    assertThat(told("2026-01-01", "started: 2026-01-02")).isEmpty();
    assertThat(told("2026-01-05", "started: 2026-01-05")).isEmpty();
  }

  @Test
  void work_may_be_prepared_before_day_1() {
    assertThat(told("2026-02-02", "started: 2026-01-05")).isEmpty();
  }

  @Test
  void day_1_does_not_come_after_the_end() {
    assertThat(told("2026-02-02", "expected_end: 2026-01-30"))
        .containsExactly(
            "project at 4: its calendar starts on 2026-02-02, but the project is expected to end on"
                + " 2026-01-30 (5): Mend one of the two days.");
    assertThat(told("2026-01-30", "expected_end: 2026-01-30")).isEmpty();
  }

  @Test
  void the_next_review_comes_after_what_was_done() {
    assertThat(told("2026-01-05", "updated: 2026-02-02\n  next_review: 2026-02-01"))
        .containsExactly(
            "project at 6: its next review is on 2026-02-01, but the plan was updated on 2026-02-02"
                + " (5): Write the day of the review to come.");
    assertThat(told("2026-01-05", "next_review: 2026-01-01\n  started: 2026-01-02")).hasSize(1);
    assertThat(told("2026-01-05", "updated: 2026-02-02\n  next_review: 2026-02-02")).isEmpty();
  }
}
