package dev.coord.consistency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.testing.Written;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorkedTimeTest {

  private static List<String> told(String report) {
    return Told.of(
        WorkedTime.of(
            Written.plan(
                "people: [{id: ana, name: Ana}, {id: ben, name: Ben}]",
                "reports: [{id: one, " + report + "}]")));
  }

  @Test
  void more_minutes_than_the_days_have_are_found() {
    assertThat(told("from: 2026-01-05, to: 2026-01-06, minutes: 2881"))
        .containsExactly(
            "report one at 4: minutes: 2881, but from 2026-01-05 to 2026-01-06 there are 2880"
                + " minutes (4, 4): Mend the minutes, or the days.");
    assertThat(told("from: 2026-01-05, to: 2026-01-05, by: [ana, ben], minutes: 2881")).hasSize(1);
  }

  @Test
  void as_many_minutes_as_the_days_have_can_be_worked() {
    assertThat(told("from: 2026-01-05, to: 2026-01-06, minutes: 2880")).isEmpty();
    assertThat(told("from: 2026-01-05, to: 2026-01-05, by: [ana, ben], minutes: 2880")).isEmpty();
    assertThat(told("from: 2026-01-05, minutes: 9999")).isEmpty();
  }
}
