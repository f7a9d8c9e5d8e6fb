package dev.coord.consistency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.testing.Written;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Waves on days on which nothing is merged. */
class FrozenWavesTest {

  private static List<String> told(String day, String into, String branches) {
    String plan =
        """
        workstreams: [{id: a}]
        merges: {waves: [{id: w, date: %s, workstreams: [a]%s}]}
        events: [{id: f, kind: freeze, dates: 2026-01-05 to 2026-01-07%s}]
        """
            .formatted(day, into, branches);
    return Told.of(Looked.at(FrozenWaves::of, Written.plan(plan)));
  }

  @Test
  void a_wave_on_a_frozen_day_is_found() {
    assertThat(told("2026-01-06", "", ""))
        .containsExactly(
            "wave w at 4: the wave is merged on 2026-01-06, but event f freezes its"
                + " branch 2026-01-05 to 2026-01-07 (5): Merge it on another day, or move the"
                + " freeze.");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-01-05, '',             '',                      1",
    "2026-01-08, '',             '',                      0",
    "2026-01-05, ', into: next', '',                      0",
    "2026-01-05, ', into: next', ', branches: [next]',    1",
    "2026-01-05, '',             ', branches: [release]', 0"
  })
  void what_counts_is_the_day_and_the_branch(String day, String into, String branches, int found) {
    assertThat(told(day, into, branches)).hasSize(found);
  }

  private static List<String> told(String time, String freezes) {
    return Told.of(
        Looked.at(
            FrozenWaves::of,
            Written.plan(
                """
                workstreams: [{id: a}]
                merges: {waves: [{id: w, %s, workstreams: [a]}]}
                events: [%s]
                """
                    .formatted(time, freezes))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "dates: 2026-01-02 to 2026-01-05  | 0",
        "dates: 2026-01-07 to 2026-01-08  | 0",
        "dates: 2026-01-07 to 2026-01-11  | 0",
        "dates: 2026-01-03 to 2026-01-07  | 1",
        "dates: 2026-01-04 to 2026-01-05  | 1",
        "dates: 2026-01-10 to 2026-01-11  | 0"
      })
  void one_worked_day_that_is_not_frozen_is_enough(String time, int found) {
    String freeze = "{id: f, kind: freeze, dates: 2026-01-05 to 2026-01-07}";

    assertThat(told(time, freeze)).hasSize(found);
  }

  @Test
  void freezes_that_leave_no_day_together_are_all_told() {
    assertThat(
            told(
                "dates: 2026-01-05 to 2026-01-12",
                "{id: f, kind: freeze, dates: 2026-01-05 to 2026-01-09},"
                    + " {id: g, kind: freeze, date: 2026-01-12}"))
        .containsExactly(
            "wave w at 4: the wave is merged on 2026-01-05 to 2026-01-12, but event f freezes its"
                + " branch 2026-01-05 to 2026-01-09; event g freezes its branch 2026-01-12 (5, 5):"
                + " Merge it on another day, or move the freeze.");
  }
}
