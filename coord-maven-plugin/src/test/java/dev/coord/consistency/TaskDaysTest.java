package dev.coord.consistency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.testing.PlanTexts;
import java.util.List;
import org.junit.jupiter.api.Test;

class TaskDaysTest {

  private static List<String> told(String before, String of, String task) {
    return Told.of(
        Looked.at(
            TaskDays::of,
            PlanTexts.shop(
                """
                project: {name: Shop, started: 2026-01-05}
                workstreams:
                  - {id: a, %s}
                  - id: b
                    %s
                    tasks: [{id: t, text: Write, %s}]
                """
                    .formatted(before, of, task))));
  }

  @Test
  void a_task_is_not_due_before_its_workstream_can_begin() {
    assertThat(told("duration: 3", "depends_on: [a]", "due: 2026-01-07"))
        .containsExactly(
            "b/t at 7: task t is due on 2026-01-07, but b can begin on 2026-01-08 at the earliest"
                + " (5): Move the day, or let the workstream begin earlier.");
    assertThat(told("level: low", "start: 2026-01-08", "due: 2026-01-07")).hasSize(1);
  }

  @Test
  void a_task_that_is_due_on_the_first_day_can_be_met() {
    assertThat(told("duration: 3", "depends_on: [a]", "due: 2026-01-08")).isEmpty();
    assertThat(told("duration: 3", "level: low", "due: 2026-01-07")).isEmpty();
  }

  @Test
  void without_lengths_the_day_counts_that_the_other_is_due() {
    assertThat(told("due: 2026-01-09", "depends_on: [a]", "due: 2026-01-08"))
        .containsExactly(
            "b/t at 7: task t is due on 2026-01-08, but a, which b waits for, is due on 2026-01-09"
                + " (4): Move the day, or let a come earlier.");
    assertThat(told("due: 2026-01-09", "depends_on: [a]", "due: 2026-01-11")).hasSize(1);
    assertThat(told("due: 2026-01-09", "depends_on: [a]", "due: 2026-01-12")).isEmpty();
  }

  @Test
  void a_task_is_not_due_after_its_workstream() {
    assertThat(told("level: low", "due: 2026-01-09", "due: 2026-01-12"))
        .containsExactly(
            "b/t at 7: task t is due on 2026-01-12, but b is due on 2026-01-09 (6): Mend one of the"
                + " two days.");
    assertThat(told("level: low", "due: 2026-01-09", "due: 2026-01-09")).isEmpty();
  }

  @Test
  void what_is_done_or_dropped_is_not_looked_at() {
    assertThat(told("duration: 3", "depends_on: [a]", "due: 2026-01-07, state: done")).isEmpty();
    assertThat(told("duration: 3", "due: 2026-01-06", "due: 2026-01-07, state: dropped")).isEmpty();
  }

  @Test
  void a_task_is_due_after_the_day_on_which_what_its_workstream_waits_for_begins() {
    assertThat(told("start: 2026-01-08", "depends_on: [a]", "due: 2026-01-08"))
        .containsExactly(
            "b/t at 7: task t is due on 2026-01-08, but b cannot begin before 2026-01-09 (5): Move"
                + " the day, or let the workstream begin earlier.");
    assertThat(told("start: 2026-01-08", "depends_on: [a]", "due: 2026-01-09")).isEmpty();
  }
}
