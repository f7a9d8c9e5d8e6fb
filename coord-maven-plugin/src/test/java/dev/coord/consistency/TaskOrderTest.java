package dev.coord.consistency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.testing.PlanTexts;
import java.util.List;
import org.junit.jupiter.api.Test;

class TaskOrderTest {

  private static List<String> told(String first, String second) {
    return Told.of(
        TaskOrder.of(
            PlanTexts.shop(
                """
                workstreams:
                  - id: a
                    tasks:
                      - {id: one, text: One, %s}
                  - id: b
                    tasks:
                      - {id: two, text: Two, depends_on: [a/one], %s}
                """
                    .formatted(first, second))));
  }

  @Test
  void a_done_task_that_depends_on_an_open_one_is_found() {
    assertThat(told("state: doing", "state: done"))
        .containsExactly(
            "b/two at 8: task two is done, but it depends on a/one, which is doing (8, 5): Correct"
                + " the state of one of the two, or depends_on.");
  }

  @Test
  void what_is_done_or_dropped_holds_nothing_up() {
    assertThat(told("state: done", "state: done")).isEmpty();
    assertThat(told("state: dropped", "state: done")).isEmpty();
    assertThat(told("state: todo", "state: doing")).isEmpty();
  }

  @Test
  void a_task_is_not_due_before_one_that_it_depends_on() {
    assertThat(told("due: 2026-01-09", "due: 2026-01-08"))
        .containsExactly(
            "b/two at 8: task two is due on 2026-01-08, but it depends on a/one, which is due on"
                + " 2026-01-09 (8, 5): Mend one of the two days, or depends_on.");
    assertThat(told("due: 2026-01-09", "due: 2026-01-09")).isEmpty();
    assertThat(told("due: 2026-01-09, state: done", "due: 2026-01-08")).isEmpty();
  }

  @Test
  void tasks_of_a_block_are_found_by_their_own_ids() {
    assertThat(
            Told.of(
                TaskOrder.of(
                    PlanTexts.shop(
                        """
                        sprints:
                          - id: week
                            blocks:
                              - day: 1
                                tasks:
                                  - {id: one, text: One}
                                  - {id: two, text: Two, state: done, depends_on: [one]}
                        """))))
        .singleElement()
        .asString()
        .startsWith("week/two at 8: task two is done, but it depends on one, which is todo");
  }
}
