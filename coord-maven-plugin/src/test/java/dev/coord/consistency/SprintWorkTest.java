package dev.coord.consistency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.testing.PlanTexts;
import java.util.List;
import org.junit.jupiter.api.Test;

class SprintWorkTest {

  private static List<String> told(String workstream) {
    return told(workstream, "");
  }

  private static List<String> told(String workstream, String sprint) {
    return Told.of(
        Looked.at(
            SprintWork::of,
            PlanTexts.shop(
                """
                project: {name: Shop}
                workstreams: [{id: a, %s}]
                sprints: [{id: s, start: 2027-01-11, end: 2027-01-15%s}]
                """
                    .formatted(workstream, sprint))));
  }

  @Test
  void a_sprint_after_the_workstream_is_due_has_no_open_task_of_it() {
    assertThat(
            told(
                "due: 2027-01-08, tasks: [{id: t, text: T, sprint: s}, {id: u, text: U, sprint:"
                    + " s}]"))
        .containsExactly(
            "a at 3: task t belongs to s, but it is due on 2027-01-08, and s is 2027-01-11 to"
                + " 2027-01-15 (3): Move the day, or the work to another sprint.");
  }

  @Test
  void a_sprint_before_the_workstream_starts_has_it_as_no_priority() {
    assertThat(told("start: 2027-01-18", ", priorities: [{workstream: a}]"))
        .containsExactly(
            "a at 4: it is a priority of s, but it starts on 2027-01-18, and s is 2027-01-11 to"
                + " 2027-01-15 (3): Move the day, or the work to another sprint.");
  }

  @Test
  void work_on_a_day_of_the_sprint_agrees() {
    assertThat(told("start: 2027-01-15, due: 2027-02-01, tasks: [{text: T, sprint: s}]")).isEmpty();
    assertThat(told("due: 2027-01-11, tasks: [{text: T, sprint: s}]")).isEmpty();
  }

  @Test
  void what_is_done_or_has_a_day_of_its_own_is_not_looked_at() {
    assertThat(told("due: 2027-01-08, tasks: [{text: T, state: done, sprint: s}]")).isEmpty();
    assertThat(told("due: 2027-01-08, tasks: [{text: T, due: 2027-01-12, sprint: s}]")).isEmpty();
  }
}
