package dev.coord.consistency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.plan.Plan;
import dev.coord.plan.Stretch;
import dev.coord.plan.Stretch.Counting;
import dev.coord.testing.PlanTexts;
import dev.coord.testing.Plans;
import dev.coord.testing.Sprints;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WindowsTest {

  private static List<String> told(String plan) {
    return Told.of(Windows.of(PlanTexts.shop(plan)));
  }

  @Test
  void a_block_ends_within_its_sprint() {
    assertThat(
            told(
                """
                project:
                  name: Shop
                  calendar: {holidays: [2026-01-06, 2026-01-10], sprint_length: 8}
                sprints:
                  - id: dated
                    start: 2026-01-05
                    end: 2026-01-16
                    blocks:
                      - days: 1-9
                      - days: 9-10
                      - weeks: 1-3
                      - dates: 2026-01-05 to 2026-01-16
                      - date: 2026-01-17
                      - dates: 2026-01-04 to 2026-01-05
                  - id: undated
                    blocks:
                      - day: 8
                      - day: 9
                      - week: 3
                """))
        .containsExactly(
            "dated at 11: the block ends on working day 10, but the sprint has 9 working days from"
                + " 2026-01-05 to 2026-01-16 (8): End the block within the sprint.",
            "dated at 12: the block ends on week 3, but the sprint has 2 weeks from 2026-01-05 to"
                + " 2026-01-16 (8): End the block within the sprint.",
            "dated at 14: the block is dated 2026-01-17, but the sprint ends on 2026-01-16 (8):"
                + " Keep the block within the sprint.",
            "dated at 15: the block is dated 2026-01-04 to 2026-01-05, but the sprint begins on"
                + " 2026-01-05 (7): Keep the block within the sprint.",
            "undated at 19: the block ends on working day 9, but the sprint has 8 working days by"
                + " the \"sprint_length\" of the calendar (4): End the block within the sprint.",
            "undated at 20: the block ends on week 3, but the sprint has 2 weeks by the"
                + " \"sprint_length\" of the calendar (4): End the block within the sprint.");
  }

  @Test
  void a_sprint_of_which_no_length_is_known_holds_any_day() {
    assertThat(
            told(
                """
                sprints:
                  - {id: a, blocks: [{days: 1-90}, {weeks: 1-90}, {date: 2026-01-05}]}
                  - {id: b, start: 2026-01-05, blocks: [{days: 1-90}, {weeks: 1-90}]}
                """))
        .isEmpty();
  }

  @Test
  void day_0_and_week_0_come_before_a_sprint_on_purpose() {
    assertThat(
            told(
                """
                sprints:
                  - id: a
                    start: 2026-01-05
                    end: 2026-01-16
                    blocks:
                      - day: 0
                      - {day: 0, date: 2026-01-02}
                      - {weeks: 0-1, dates: 2025-12-29 to 2026-01-11}
                      - {day: 1, date: 2026-01-02}
                """))
        .containsExactly(
            "a at 10: the block is dated 2026-01-02, but the sprint begins on 2026-01-05 (4): Keep"
                + " the block within the sprint.");
  }

  @Test
  void a_sprint_of_which_one_end_is_counted_holds_no_other_dates() {
    assertThat(
            told(
                """
                project: {name: Shop, calendar: {sprint_length: 10}}
                sprints:
                  - id: a
                    start: 2026-01-05
                    blocks:
                      - date: 2026-03-02
                      - {dates: 2026-01-12 to 2026-01-18}
                  - {id: b, end: 2026-01-16}
                events:
                  - {id: w1, kind: testing, sprint: a, dates: 2026-01-16 to 2026-01-19}
                  - {id: w2, kind: testing, sprint: b, date: 2026-01-02}
                  - {id: w3, kind: testing, sprint: b, date: 2026-01-04}
                """))
        .containsExactly(
            "a at 7: the block is dated 2026-03-02, but the sprint ends on 2026-01-16 by the"
                + " \"sprint_length\" of the calendar (5): Keep the block within the sprint.",
            "event w1 at 11: the event is dated 2026-01-16 to 2026-01-19, but the sprint ends on"
                + " 2026-01-16 by the \"sprint_length\" of the calendar (5): Keep the event within"
                + " the sprint.",
            "event w2 at 12: the event is dated 2026-01-02, but the sprint begins on 2026-01-05 by"
                + " the \"sprint_length\" of the calendar (9): Keep the event within the sprint.");
  }

  @Test
  void weeks_of_a_phase_are_held_against_a_day_that_is_counted() {
    assertThat(
            told(
                """
                project: {name: Shop, calendar: {sprint_length: 10}}
                sprints:
                  - id: a
                    start: 2026-01-05
                    blocks: [{phase_weeks: {p: 1-2}}, {phase_weeks: {p: 2-3}}]
                epics: [{id: p, start: 2026-01-05}]
                """))
        .containsExactly(
            "a at 6: the block is in weeks 2-3 of p, 2026-01-12 to 2026-01-23, but the sprint ends"
                + " on 2026-01-16 by the \"sprint_length\" of the calendar (5): Keep the block"
                + " within the sprint.");
  }

  @Test
  void a_day_of_the_week_tells_which_dates_are_held_against_the_sprint() {
    assertThat(
            told(
                """
                sprints:
                  - id: a
                    start: 2026-01-07
                    end: 2026-01-20
                    blocks:
                      - {weekday: Wednesday, phase_weeks: {p: 1}}
                      - {weekday: Tuesday, phase_weeks: {p: 1}}
                      - {weekday: Wednesday, dates: 2026-01-05 to 2026-01-09}
                      - {weekday: Monday, dates: 2026-01-05 to 2026-01-09}
                epics: [{id: p, start: 2026-01-05}]
                """))
        .containsExactly(
            "a at 8: the block is in week 1 of p, 2026-01-06, but the sprint begins on 2026-01-07"
                + " (4): Keep the block within the sprint.",
            "a at 10: the block is dated 2026-01-05, but the sprint begins on 2026-01-07 (4): Keep"
                + " the block within the sprint.");
  }

  private static Plan counted(Stretch when) {
    return PlanTexts.with(
        Plans.plan()
            .sprints(
                Sprints.sprint("sprint-1").start("2026-01-05").end("2026-01-16").timed(20, when))
            .build(),
        PlanTexts.phase("phase-3", "2025-11-10", 10));
  }

  private static Stretch weeks(int first, int last) {
    return new Stretch(Counting.PHASE_WEEKS, Optional.of("phase-3"), first, last);
  }

  @Test
  void weeks_of_a_phase_are_held_against_sprint_and_phase() {
    assertThat(Told.of(Windows.of(counted(weeks(9, 10))))).isEmpty();
    assertThat(Told.of(Windows.of(counted(weeks(8, 9)))))
        .containsExactly(
            "sprint-1 at 20: the block is in weeks 8-9 of phase-3, 2025-12-29 to 2026-01-09, but"
                + " the sprint begins on 2026-01-05 (1): Keep the block within the sprint.");
    assertThat(Told.of(Windows.of(counted(weeks(10, 11)))))
        .containsExactly(
            "sprint-1 at 20: the block ends in week 11 of phase-3, but phase-3 has 10 weeks (90):"
                + " Mend one of the two.",
            "sprint-1 at 20: the block is in weeks 10-11 of phase-3, 2026-01-12 to 2026-01-23, but"
                + " the sprint ends on 2026-01-16 (1): Keep the block within the sprint.");
  }
}
