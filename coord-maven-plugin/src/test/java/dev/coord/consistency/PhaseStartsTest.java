package dev.coord.consistency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.testing.Written;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Weeks of phases of which the plan does not say when they begin. */
class PhaseStartsTest {

  private static List<String> told(String project, String... blocks) {
    return Told.of(
        PhaseStarts.of(
            Written.file(
                "coord: 1\nproject: {name: Shop"
                    + project
                    + "}\nepics: [{id: p}]\nsprints:\n  - id: s\n    blocks:\n      - "
                    + String.join("\n      - ", blocks)
                    + "\n")));
  }

  private static final String STARTED = ", started: 2026-01-05";

  @Test
  void weeks_that_are_more_or_fewer_than_what_stands_beside_them_are_found() {
    assertThat(told(STARTED, "{weeks: 1-2, phase_weeks: {p: 12}}"))
        .containsExactly(
            "s at 7: week 12 of p is 1 week, but weeks 1-2 have 10 working days (7): Mend one of the"
                + " two.");
    assertThat(told(STARTED, "{day: 1, phase_weeks: {p: 3-4}}"))
        .containsExactly(
            "s at 7: weeks 3-4 of p are 2 weeks, but day 1 has 1 working day (7): Mend one of the"
                + " two.");
  }

  @Test
  void the_same_weeks_are_not_told_in_two_ways_that_no_first_day_suits() {
    assertThat(
            told(
                STARTED,
                "{weeks: 1-2, phase_weeks: {p: 9-10}}",
                "{weeks: 3-4, phase_weeks: {p: 9-10}}"))
        .containsExactly(
            "s at 8: weeks 9-10 of p are told as weeks 3-4, but weeks 9-10 of p are told as weeks"
                + " 1-2 of s, and p cannot begin on one day for both (7): Mend one of the two.");
  }

  @Test
  void weeks_that_one_first_day_suits_agree() {
    assertThat(
            told(
                STARTED,
                "{weeks: 1-2, phase_weeks: {p: 9-10}}",
                "{weeks: 3-4, phase_weeks: {p: 11-12}}",
                "{days: 21-25, phase_weeks: {p: 13}}",
                "{dates: 2026-02-09 to 2026-02-15, phase_weeks: {p: 14}}",
                "{date: 2026-02-16, weekday: Monday, phase_weeks: {p: 15}}",
                "{phase_weeks: {p: 1-40}}"))
        .isEmpty();
  }

  @Test
  void a_project_without_a_first_day_has_weeks_to_compare() {
    String first = "{weeks: 1-2, phase_weeks: {p: 9-10}}";

    assertThat(told("", first, "{weeks: 3-4, phase_weeks: {p: 11-12}}")).isEmpty();
    assertThat(told("", first, "{weeks: 3-4, phase_weeks: {p: 12-13}}")).hasSize(1);
  }

  @Test
  void a_phase_that_says_when_it_begins_is_held_against_that_alone() {
    String plan =
        """
        coord: 1
        project: {name: Shop, started: 2026-01-05}
        epics: [{id: p, START}]
        sprints: [{id: s, blocks: [{weeks: 1-2, phase_weeks: {p: 3}}]}]
        """;

    assertThat(PhaseStarts.of(Written.file(plan.replace("START", "weeks: 3")))).hasSize(1);
    assertThat(PhaseStarts.of(Written.file(plan.replace("START", "start: 2026-01-05")))).isEmpty();
  }
}
