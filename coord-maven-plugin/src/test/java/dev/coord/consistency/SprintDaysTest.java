package dev.coord.consistency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.testing.PlanTexts;
import dev.coord.testing.Written;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When sprints are, beside one another and the project's end. */
class SprintDaysTest {

  private static List<String> told(String yaml) {
    return Told.of(SprintDays.of(Written.plan(yaml)));
  }

  @Test
  void a_sprint_that_begins_before_another_one_has_ended_is_found() {
    assertThat(
            told(
                """
                sprints:
                  - {id: two, start: 2026-01-12, end: 2026-01-23}
                  - {id: one, start: 2026-01-05, end: 2026-01-16}
                """))
        .containsExactly(
            "two at 4: the sprint is 2026-01-12 to 2026-01-23, but one is 2026-01-05 to 2026-01-16,"
                + " and ends within it (5): Let one begin when the other has ended.");
  }

  @Test
  void a_sprint_within_another_one_or_after_it_is_none() {
    String plan =
        """
        sprints:
          - {id: cycle, start: 2026-01-05, end: 2026-01-30}
          - {id: one, start: 2026-01-05, end: 2026-01-16}
          - {id: two, start: 2026-01-DAY, end: 2026-01-30}
        """;

    assertThat(told(plan.replace("DAY", "19"))).isEmpty();
    assertThat(
            told(plan.replace("DAY", "19").replace("19, end: 2026-01-30", "19, end: 2026-02-13")))
        .hasSize(1);
  }

  @Test
  void two_that_overlap_within_a_third_are_found() {
    String plan =
        """
        sprints:
          - {id: cycle, start: 2026-01-05, end: 2026-02-27}
          - {id: one, start: 2026-01-05, end: 2026-01-16}
          - {id: two, start: 2026-01-DAY, end: 2026-01-30}
        """;

    assertThat(told(plan.replace("DAY", "19"))).isEmpty();
    assertThat(told(plan.replace("DAY", "14")))
        .containsExactly(
            "two at 6: the sprint is 2026-01-14 to 2026-01-30, but one is 2026-01-05 to 2026-01-16,"
                + " and ends within it (5): Let one begin when the other has ended.");
  }

  @Test
  void one_working_day_that_two_share_hands_over() {
    String plan =
        """
        sprints:
          - {id: one, start: 2026-01-05, end: 2026-01-16}
          - {id: two, start: 2026-01-DAY, end: 2026-01-30}
        """;

    assertThat(told(plan.replace("DAY", "16"))).isEmpty();
    assertThat(told(plan.replace("01-16}", "01-18}").replace("DAY", "16"))).isEmpty();
    assertThat(told(plan.replace("DAY", "15"))).hasSize(1);
  }

  @Test
  void a_sprint_that_begins_after_the_project_is_to_end_is_found() {
    assertThat(
            Told.of(
                SprintDays.of(
                    Written.file(
                        """
                        coord: 1
                        project: {name: Shop, expected_end: 2026-01-30}
                        sprints: [{id: s, start: 2026-02-02, end: 2026-02-06}]
                        """))))
        .containsExactly(
            "s at 3: the sprint is 2026-02-02 to 2026-02-06, but the project is expected to end on"
                + " 2026-01-30 (2): Mend one of the two days.");
  }

  @ParameterizedTest
  @CsvSource({"2026-01-01, 1", "2026-01-02, 1", "2026-01-03, 0", "2026-01-05, 0", "2026-01-12, 0"})
  void a_sprint_that_begins_on_a_day_worked_before_the_project_started_is_found(
      String start, int found) {
    List<String> told =
        Told.of(
            SprintDays.of(
                PlanTexts.shop(
                    """
                    project: {name: Shop, started: 2026-01-05}
                    sprints: [{id: one, start: %s, end: 2026-01-16}]
                    """
                        .formatted(start))));

    assertThat(told)
        .hasSize(found)
        .allSatisfy(
            line ->
                assertThat(line)
                    .isEqualTo(
                        "one at 3: the sprint is "
                            + start
                            + " to 2026-01-16, but the project started on 2026-01-05 (2): Mend one of"
                            + " the two days."));
  }
}
