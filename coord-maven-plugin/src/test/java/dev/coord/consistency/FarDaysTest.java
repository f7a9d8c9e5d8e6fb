package dev.coord.consistency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.testing.PlanTexts;
import java.util.List;
import org.junit.jupiter.api.Test;

class FarDaysTest {

  private static List<String> told(String plan) {
    return Told.of(Looked.at(FarDays::of, PlanTexts.shop(plan)));
  }

  @Test
  void days_and_weeks_more_than_ten_years_ahead_are_told_with_their_place() {
    assertThat(
            told(
                """
                project: {name: Shop, started: 2026-01-05}
                epics: [{id: p, start: 2026-01-05}]
                events:
                  - {id: a, day: 9999}
                  - {id: b, weeks: 522-523}
                  - {id: c, phase_weeks: {p: 600}}
                  - {id: d, day: 2600}
                  - {id: e, date: 2126-01-05}
                """))
        .containsExactly(
            "event a at 5: the event is on day 9999, but that is more than ten years ahead, so it"
                + " has no dates (): Correct the number, or the calendar's working days and"
                + " holidays.",
            "event b at 6: the event is in weeks 522-523, but that is more than ten years ahead, so"
                + " it has no dates (): Correct the number, or the calendar's working days and"
                + " holidays.",
            "event c at 7: the event is in week 600 of p, but that is more than ten years ahead, so"
                + " it has no dates (): Correct the number, or the calendar's working days and"
                + " holidays.");
  }

  @Test
  void without_a_first_day_nothing_is_ahead_of_anything() {
    assertThat(
            told(
                """
                workstreams: [{id: a, duration: 9999}]
                events: [{id: a, day: 9999}]
                """))
        .isEmpty();
  }

  @Test
  void a_workstream_that_ends_so_far_ahead_is_told() {
    assertThat(
            told(
                """
                project: {name: Shop, started: 2026-01-05}
                workstreams:
                  - {id: a, duration: 2000}
                  - {id: b, duration: 2000, depends_on: [a]}
                  - {id: c, duration: 10, depends_on: [b]}
                """))
        .containsExactly(
            "b at 5: it takes 2000 working days, but it cannot be finished within ten years of the"
                + " first day, so it has no dates (5): Correct the length, or what comes before.");
  }
}
