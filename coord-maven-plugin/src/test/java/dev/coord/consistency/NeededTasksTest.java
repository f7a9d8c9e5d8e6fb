package dev.coord.consistency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.testing.PlanTexts;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tasks that depend on tasks of workstreams that begin later. */
class NeededTasksTest {

  private static List<String> told(String of, String task, String needed) {
    return Told.of(
        Looked.at(
            NeededTasks::of,
            PlanTexts.shop(
                """
                project: {name: Shop, started: 2026-01-05}
                workstreams:
                  - id: a
                    start: 2026-01-12
                    tasks: [{id: p, text: Provide, %s}]
                  - id: b
                    %s
                    tasks: [{id: t, text: Use, depends_on: [a/p], %s}]
                """
                    .formatted(needed, of, task))));
  }

  @Test
  void a_task_is_not_due_before_the_workstream_begins_whose_task_it_needs() {
    assertThat(told("level: low", "due: 2026-01-09", "state: todo"))
        .containsExactly(
            "b/t at 9: task t is due on 2026-01-09, but task t depends on a/p, and a can begin on"
                + " 2026-01-12 at the earliest (9, 4): Move the day, let the other begin earlier,"
                + " or correct depends_on.");
    assertThat(told("due: 2026-01-09", "state: todo", "state: todo"))
        .containsExactly(
            "b/t at 8: b is due on 2026-01-09, but task t depends on a/p, and a can begin on"
                + " 2026-01-12 at the earliest (9, 4): Move the day, let the other begin earlier,"
                + " or correct depends_on.");
  }

  @Test
  void the_day_on_which_the_other_begins_can_be_met() {
    assertThat(told("level: low", "due: 2026-01-12", "state: todo")).isEmpty();
    assertThat(told("level: low", "due: 2026-01-11", "state: todo")).hasSize(1);
  }

  @Test
  void what_is_through_or_has_a_day_of_its_own_is_not_held_against_the_begin() {
    assertThat(told("level: low", "due: 2026-01-09", "state: done")).isEmpty();
    assertThat(told("level: low", "due: 2026-01-09, state: done", "state: todo")).isEmpty();
    assertThat(told("level: low", "due: 2026-01-09", "due: 2026-01-14")).isEmpty();
    assertThat(told("level: low", "due: 2026-01-09", "state: doing")).hasSize(1);
  }

  @Test
  void it_is_told_among_what_contradicts_the_plan() {
    assertThat(
            Contradictions.lines(
                """
                workstreams:
                  - {id: a, start: 2026-01-12, tasks: [{id: p, text: P}]}
                  - {id: b, due: 2026-01-09, tasks: [{id: t, text: T, depends_on: [a/p]}]}
                  - {id: c, start: 2026-01-05}
                """))
        .containsExactly(
            "b/t: b is due on 2026-01-09 (coord.yml:5:18), but task t depends on a/p, and a can"
                + " begin on 2026-01-12 at the earliest");
  }
}
