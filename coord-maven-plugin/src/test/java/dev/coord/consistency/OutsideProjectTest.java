package dev.coord.consistency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.testing.PlanTexts;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutsideProjectTest {

  private static List<String> told(String plan) {
    return Told.of(
        Looked.at(
            OutsideProject::of,
            PlanTexts.shop(
                "project: {name: Shop, started: 2027-01-04, expected_end: 2027-01-29}\n"
                    + plan
                    + "\n")));
  }

  private static List<String> workstream(String keys) {
    return told("workstreams: [{id: a, " + keys + "}]");
  }

  @Test
  void work_that_starts_before_the_project_is_found() {
    assertThat(workstream("start: 2026-12-28"))
        .containsExactly(
            "a at 3: it starts on 2026-12-28, but the project started on 2027-01-04 (2): Mend one"
                + " of the two days.");
    assertThat(workstream("launch: {date: 2026-12-28}"))
        .singleElement()
        .asString()
        .contains("it is launched on 2026-12-28, but the project started on 2027-01-04");
  }

  @Test
  void work_that_is_due_after_the_expected_end_is_found() {
    assertThat(workstream("due: 2027-02-03, tasks: [{id: t, text: T, due: 2027-02-03}]"))
        .containsExactly(
            "a at 3: it is due on 2027-02-03, but the project is expected to end on 2027-01-29"
                + " (2): Mend one of the two days.");
    assertThat(workstream("tasks: [{id: t, text: T, due: 2027-02-03}]"))
        .singleElement()
        .asString()
        .startsWith("a/t at 3: task t is due on 2027-02-03, but the project is expected to end");
  }

  @Test
  void days_off_between_the_two_are_no_difference() {
    assertThat(workstream("start: 2027-01-02, due: 2027-01-31")).isEmpty();
  }

  @Test
  void what_is_through_or_given_up_is_held_to_no_day() {
    assertThat(workstream("status: dropped, start: 2026-12-28, due: 2027-02-03")).isEmpty();
    assertThat(workstream("tasks: [{id: t, text: T, state: done, due: 2027-02-03}]")).isEmpty();
  }

  @Test
  void a_phase_outside_the_project_is_found() {
    assertThat(told("epics: [{id: p, kind: phase, start: 2026-12-07, weeks: 6}]"))
        .containsExactly(
            "epic p at 3: it starts on 2026-12-07, but the project started on 2027-01-04 (2): Mend"
                + " one of the two days.");
    assertThat(told("epics: [{id: p, kind: phase, start: 2027-01-18, weeks: 3}]"))
        .containsExactly(
            "epic p at 3: it starts on 2027-01-18, and its week 3 on 2027-02-01, but the project is"
                + " expected to end on 2027-01-29 (2): Mend one of the two days.");
  }

  @Test
  void a_phase_whose_last_week_has_a_day_of_the_project_is_in_it() {
    assertThat(told("epics: [{id: p, kind: phase, start: 2027-01-06, weeks: 4}]")).isEmpty();
    assertThat(told("epics: [{id: e, start: 2026-12-07}]")).isEmpty();
  }
}
