package dev.coord.consistency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.testing.PlanTexts;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Events beside the days of the project, which is from a Monday to a Friday. */
class EventDaysTest {

  private static List<String> told(String event) {
    return Told.of(
        EventDays.of(
            PlanTexts.shop(
                """
                project: {name: Shop, started: 2026-01-05, expected_end: 2026-01-30}
                events: [{id: e, %s}]
                """
                    .formatted(event))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "kind: kickoff, date: 2026-01-01              | 1",
        "kind: kickoff, date: 2026-01-02              | 1",
        "kind: kickoff, date: 2026-01-03              | 0",
        "kind: kickoff, date: 2026-01-05              | 0",
        "kind: kickoff, dates: 2026-01-01 to 2026-01-05 | 0",
        "kind: kickoff, day: 0                        | 0",
        "kind: ceremony, date: 2026-01-02             | 0",
        "kind: testing, date: 2026-01-30              | 0",
        "kind: testing, date: 2026-01-31              | 0",
        "kind: testing, date: 2026-02-02              | 1",
        "kind: testing, dates: 2026-01-29 to 2026-02-02 | 0",
        "kind: freeze, day: 30                        | 1",
        "kind: review, date: 2026-02-02               | 0",
        "kind: sharing, date: 2026-02-02              | 0",
        "kind: ceremony, cadence: daily               | 0",
      })
  void a_kickoff_before_the_project_and_an_event_after_it_are_found(String event, int found) {
    assertThat(told(event)).hasSize(found);
  }

  @Test
  void both_days_are_told_with_their_places() {
    assertThat(told("kind: kickoff, date: 2026-01-02"))
        .containsExactly(
            "event e at 3: the kickoff is 2026-01-02, but the project started on 2026-01-05 (2):"
                + " Mend one of the two days.");
    assertThat(told("kind: testing, dates: 2026-02-02 to 2026-02-03"))
        .containsExactly(
            "event e at 3: the testing is 2026-02-02 to 2026-02-03, but the project is expected to"
                + " end on 2026-01-30 (2): Mend one of the two days.");
  }
}
