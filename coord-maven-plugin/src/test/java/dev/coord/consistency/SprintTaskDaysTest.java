package dev.coord.consistency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.testing.PlanTexts;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tasks that are due outside their sprint, which is from Monday to the Friday after next. */
class SprintTaskDaysTest {

  private static List<String> told(String sprint, String tasks, String blocks) {
    return Told.of(
        Looked.at(
            SprintTaskDays::of,
            PlanTexts.shop(
                """
                project: {name: Shop}
                workstreams:
                  - {id: a, tasks: [%s]}
                sprints:
                  - {id: one, %s, blocks: [{days: 1-2, tasks: [%s]}]}
                """
                    .formatted(tasks, sprint, blocks))));
  }

  private static final String DATES = "start: 2026-01-05, end: 2026-01-16";

  @ParameterizedTest
  @CsvSource({
    "2026-01-01, 1",
    "2026-01-02, 1",
    "2026-01-03, 0",
    "2026-01-05, 0",
    "2026-01-16, 0",
    "2026-01-18, 0",
    "2026-01-19, 1",
    "2026-02-19, 1"
  })
  void a_task_that_is_due_on_a_day_worked_outside_its_sprint_is_found(String due, int found) {
    String task = "{id: t, text: Write, due: " + due + "}";

    assertThat(told(DATES, task.replace("due", "sprint: one, due"), "")).hasSize(found);
    assertThat(told(DATES, "", task)).hasSize(found);
    assertThat(told(DATES, "{id: s, text: All, sprint: one, tasks: [" + task + "]}", ""))
        .hasSize(found);
  }

  @Test
  void task_and_sprint_are_told_with_their_days_and_places() {
    assertThat(told(DATES, "{id: t, text: Write, sprint: one, due: 2026-01-20}", ""))
        .containsExactly(
            "a/t at 4: task t is due on 2026-01-20, but one, to which it belongs, is 2026-01-05 to"
                + " 2026-01-16 (6): Move the day, or the task to another sprint.");
    assertThat(told(DATES, "", "{id: t, text: Write, due: 2026-01-20}"))
        .singleElement()
        .asString()
        .startsWith("one/t at 6: task t is due on 2026-01-20");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "start: 2026-01-05, end: 2026-01-16 | sprint: one, state: done",
        "start: 2026-01-05, end: 2026-01-16 | sprint: one, state: dropped",
        "start: 2026-01-05, end: 2026-01-16 | state: todo",
        "goals: [Nothing]                   | sprint: one",
      })
  void what_is_through_or_of_no_dated_sprint_is_not(String sprint, String task) {
    assertThat(told(sprint, "{id: t, text: Write, due: 2026-02-20, " + task + "}", "")).isEmpty();
    assertThat(told(DATES, "{id: t, text: Write, due: 2026-02-20, sprint: one}", "")).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"in progress, 1", "merged, 0", "dropped, 0"})
  void of_work_that_is_through_no_day_is_held_against_its_sprint(String status, int found) {
    assertThat(
            Contradictions.lines(
                """
                workstreams:
                  - id: a
                    status: %s
                    tasks: [{id: t, text: Write, sprint: one, due: 2026-02-20}]
                sprints: [{id: one, start: 2026-01-05, end: 2026-01-16}]
                """
                    .formatted(status)))
        .filteredOn(line -> line.contains("due on"))
        .hasSize(found);
  }
}
