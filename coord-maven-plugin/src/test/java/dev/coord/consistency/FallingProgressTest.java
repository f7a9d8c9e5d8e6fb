package dev.coord.consistency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.testing.PlanTexts;
import java.util.List;
import org.junit.jupiter.api.Test;

class FallingProgressTest {

  private static List<String> told(String... sprints) {
    return Told.of(
        FallingProgress.of(
            PlanTexts.shop(
                "workstreams: [{id: a}]\nsprints:\n  - {"
                    + String.join("}\n  - {", sprints)
                    + "}\n")));
  }

  @Test
  void progress_does_not_fall() {
    assertThat(
            told("id: one, blocks: [{day: 3, expected: {a: 40%}}, {day: 1, expected: {a: 60%}}]"))
        .containsExactly(
            "a at 4: 60% is expected at the end of the block on day 1, but less is expected at the"
                + " end of a later one: 40% of the block on day 3 (4): Expect as much or more of"
                + " the later block.");
  }

  @Test
  void progress_falls_from_a_sprint_to_the_next() {
    assertThat(
            told(
                "id: one, start: 2026-01-05, blocks: [{day: 1, expected: {a: 60%}}]",
                "id: two, start: 2026-01-12, blocks: [{day: 1, expected: {a: 40%}}]",
                "id: three, start: 2026-01-19, blocks: [{day: 1, expected: {a: 40%}}]"))
        .hasSize(1);
  }

  @Test
  void rising_and_equal_progress_agrees() {
    assertThat(
            told(
                "id: one, blocks: [{day: 1, expected: {a: 40%}}, {day: 2, expected: {a: 40%}},"
                    + " {day: 3, expected: {a: 60%}}]"))
        .isEmpty();
  }

  @Test
  void blocks_that_end_on_one_day_expect_one_share_then() {
    assertThat(
            told(
                "id: one, blocks: [{days: 1-2, expected: {a: 60%}}, {day: 2, expected: {a: 40%}},"
                    + " {days: 2-2, expected: {a: 40%}}]"))
        .containsExactly(
            "a at 4: 60% is expected at the end of the block on days 1-2, but 40% is expected at"
                + " the end of the block on day 2, which is on the same day (4): Expect one of the"
                + " two.");
    assertThat(
            told(
                "id: one, start: 2026-01-05, blocks: [{week: 1, expected: {a: 60%}},"
                    + " {day: 5, expected: {a: 40%}}]"))
        .hasSize(1);
  }

  @Test
  void blocks_of_two_sprints_without_days_or_without_any_are_not_in_order() {
    assertThat(
            told("id: one, blocks: [{day: 2, expected: {a: 60%}}, {title: x, expected: {a: 10%}}]"))
        .isEmpty();
    assertThat(
            told(
                "id: one, blocks: [{day: 1, expected: {a: 40%}}, {day: 5, expected: {a: 60%}}]",
                "id: two, blocks: [{day: 2, expected: {a: 70%}}]"))
        .isEmpty();
  }
}
