package dev.coord.consistency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.testing.PlanTexts;
import java.util.List;
import org.junit.jupiter.api.Test;

class BlockDaysTest {

  private static List<String> told(String project, String b, String block) {
    return Told.of(
        Looked.at(
            BlockDays::of,
            PlanTexts.shop(
                """
                project: {name: Shop%s}
                workstreams:
                  - {id: a, duration: 3}
                  - {id: b, duration: 2, depends_on: [a]%s}
                sprints:
                  - id: week
                    blocks:
                      - {%s}
                """
                    .formatted(project, b, block))));
  }

  private static List<String> told(String block) {
    return told(", started: 2026-01-05", "", block);
  }

  @Test
  void a_workstream_is_not_active_before_it_can_begin() {
    assertThat(told("days: 2-3, workstreams: [a, b]"))
        .containsExactly(
            "b at 9: b is active on days 2-3, but it can begin on 2026-01-08 at the earliest (5):"
                + " Let it be active later, or shorten what comes before.");
    assertThat(told("", "", "day: 3, workstreams: [b]"))
        .singleElement()
        .asString()
        .contains("it can begin on day 4 at the earliest");
  }

  @Test
  void a_block_in_which_it_can_begin_agrees() {
    assertThat(told("days: 2-4, workstreams: [a, b]")).isEmpty();
    assertThat(told("", "", "day: 4, workstreams: [b]")).isEmpty();
    assertThat(told("title: some day, workstreams: [b]")).isEmpty();
  }

  @Test
  void what_is_active_before_its_launch_is_told_by_the_launch() {
    assertThat(told(", started: 2026-01-05", ", launch: {day: 6}", "day: 3, workstreams: [b]"))
        .isEmpty();
  }

  @Test
  void all_of_a_workstream_is_not_expected_before_it_can_be_finished() {
    assertThat(told("day: 4, expected: {a: 100%, b: 100%}"))
        .containsExactly(
            "b at 9: 100% is expected at the end of the block on day 4, but it can be finished on"
                + " 2026-01-09 at the earliest (5): Expect less, or shorten it or what comes"
                + " before.");
    assertThat(told("day: 4, expected: {b: 90%}")).isEmpty();
    assertThat(told("day: 5, expected: {b: 100%}")).isEmpty();
  }

  @Test
  void what_waits_for_something_without_a_length_is_active_on_the_day_after_that_begins() {
    assertThat(
            Told.of(
                Looked.at(
                    BlockDays::of,
                    PlanTexts.shop(
                        """
                        project: {name: Shop, started: 2026-01-05}
                        workstreams:
                          - {id: a, start: 2026-01-08}
                          - {id: b, depends_on: [a]}
                        sprints: [{id: s, blocks: [{days: 1-4, workstreams: [b]}, {days: 1-5, workstreams: [b]}]}]
                        """))))
        .containsExactly(
            "b at 6: b is active on days 1-4, but it cannot begin before 2026-01-09 (5): Let it be"
                + " active later, or shorten what comes before.");
  }
}
