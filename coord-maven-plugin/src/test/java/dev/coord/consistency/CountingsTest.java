package dev.coord.consistency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.plan.Stretch;
import dev.coord.plan.Stretch.Counting;
import dev.coord.testing.PlanTexts;
import dev.coord.testing.Plans;
import dev.coord.testing.Sprints;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CountingsTest {

  private static List<String> told(String block) {
    return Told.of(
        Countings.of(
            PlanTexts.shop(
                "project: {name: Shop, calendar: {holidays: [2025-12-01]}}\n"
                    + "sprints:\n"
                    + "  - id: sprint-1\n"
                    + "    start: 2025-11-24\n"
                    + "    blocks:\n"
                    + "      - {"
                    + block
                    + "}\n")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "weeks: 1-2",
        "weeks: 1-2, days: 1-9",
        "weeks: 1-2, dates: 2025-11-24 to 2025-12-05",
        "weeks: 1-2, dates: 2025-11-22 to 2025-12-07",
        "day: 1, date: 2025-11-24, weekday: Monday",
        "week: 1, weekdays: Monday-Tuesday, days: 1-2",
        "day: 0, date: 2025-11-21",
        "week: 0, dates: 2025-11-17 to 2025-11-21",
        "weekday: Monday",
        "days: 2-4, weekdays: Tue-Thu",
        "weeks: 1-2, weekdays: Mon-Fri",
        "dates: 2025-11-27 to 2025-12-02, weekdays: Mon-Fri",
        "dates: 2025-11-29 to 2025-12-02, weekdays: Mon-Fri"
      })
  void ways_that_mean_the_same_working_days_agree(String block) {
    assertThat(told(block)).isEmpty();
  }

  @Test
  void one_day_off_is_told_with_the_dates_of_both() {
    assertThat(told("weeks: 1-2, days: 1-10"))
        .containsExactly(
            "sprint-1 at 7: days 1-10 are 2025-11-24 to 2025-12-08, but weeks 1-2 are 2025-11-24 to"
                + " 2025-12-07 (7): Mend one of the two, or the first day that they are counted"
                + " from.");
    assertThat(told("day: 2, date: 2025-11-26"))
        .containsExactly(
            "sprint-1 at 7: it is on 2025-11-26, but day 2 is 2025-11-25 (7): Mend one of the two,"
                + " or the first day that they are counted from.");
  }

  @Test
  void a_day_of_the_week_that_is_not_there_is_told() {
    assertThat(told("date: 2025-11-25, weekday: Monday"))
        .containsExactly(
            "sprint-1 at 7: the block is on Monday, but 2025-11-25 is a Tuesday (7): Mend one of"
                + " the two.");
    assertThat(told("days: 2-4, weekdays: Monday"))
        .containsExactly(
            "sprint-1 at 7: the block is on Monday, but there is no such day in 2025-11-25 to"
                + " 2025-11-27 (7): Mend one of the two.");
  }

  @Test
  void a_day_of_a_run_of_days_of_the_week_that_is_not_there_is_told_too() {
    assertThat(told("days: 2-4, weekdays: Mon-Thu"))
        .containsExactly(
            "sprint-1 at 7: the block is on Monday-Thursday, but there is no Monday in 2025-11-25 to"
                + " 2025-11-27 (7): Mend one of the two.");
    assertThat(told("days: 2-4, weekdays: Thu-Fri"))
        .containsExactly(
            "sprint-1 at 7: the block is on Thursday-Friday, but there is no Friday in 2025-11-25"
                + " to 2025-11-27 (7): Mend one of the two.");
  }

  @Test
  void a_day_off_of_a_run_of_days_of_the_week_is_no_difference() {
    assertThat(told("dates: 2025-12-02 to 2025-12-05, weekdays: Mon-Fri")).isEmpty();
    assertThat(told("dates: 2025-12-03 to 2025-12-05, weekdays: Mon-Fri")).hasSize(1);
  }

  @Test
  void a_day_of_the_week_that_is_in_neither_of_two_times_is_told_once() {
    assertThat(told("days: 2-4, dates: 2025-11-25 to 2025-11-27, weekday: Monday")).hasSize(1);
  }

  @Test
  void sync_points_of_a_scenario_are_counted_in_the_project() {
    String point =
        "project: {name: Shop, started: 2026-01-05}\n"
            + "scenarios: [{id: two, sync_points: [{text: API, week: 2, date: DATE}]}]\n";

    assertThat(Told.of(Countings.of(PlanTexts.shop(point.replace("DATE", "2026-01-20")))))
        .containsExactly(
            "scenario two at 3: it is on 2026-01-20, but week 2 is 2026-01-12 to 2026-01-18 (3):"
                + " Mend one of the two, or the first day that they are counted from.");
    assertThat(
            Told.of(
                Countings.of(
                    PlanTexts.shop(
                        point.replace("date: DATE", "dates: 2026-01-12 to 2026-01-16")))))
        .isEmpty();
  }

  private static List<String> phase(String start) {
    Stretch weeks = new Stretch(Counting.WEEKS, 1, 2);
    Stretch ofPhase = new Stretch(Counting.PHASE_WEEKS, Optional.of("phase-3"), 9, 10);
    return Told.of(
        Countings.of(
            PlanTexts.with(
                Plans.plan()
                    .sprints(
                        Sprints.sprint("sprint-1").start("2025-11-24").timed(7, weeks, ofPhase))
                    .build(),
                PlanTexts.phase("phase-3", start, 12))));
  }

  @Test
  void weeks_of_a_sprint_and_of_a_phase_are_compared_by_their_dates() {
    assertThat(phase("2025-09-29")).isEmpty();
    assertThat(phase("2025-10-06"))
        .containsExactly(
            "sprint-1 at 7: weeks 1-2 are 2025-11-24 to 2025-12-07, but weeks 9-10 of phase-3 are"
                + " 2025-12-01 to 2025-12-14 (8): Mend one of the two, or the first day that they"
                + " are counted from.");
  }

  @Test
  void a_phase_without_a_first_day_says_nothing() {
    assertThat(phase("")).isEmpty();
  }

  @Test
  void without_a_first_day_nothing_can_be_told() {
    assertThat(
            Told.of(
                Countings.of(
                    PlanTexts.shop(
                        "sprints: [{id: a, blocks: [{weeks: 1-2, days: 1-3, date: 2026-01-05}]}]\n"))))
        .isEmpty();
  }

  @Test
  void one_day_beside_weeks_says_which_of_their_days_is_meant() {
    assertThat(told("week: 1, day: 3")).isEmpty();
    assertThat(told("weeks: 1-2, days: 7-7")).isEmpty();
    assertThat(told("week: 1, day: 7")).hasSize(1);
    assertThat(told("week: 1, days: 1-3")).hasSize(1);
  }
}
