package dev.coord.consistency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.plan.Plan;
import dev.coord.schedule.Completed;
import dev.coord.testing.Written;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Times of what is through, and of what waits for it. */
class CompletedWorkTest {

  private static final String EARLY =
      """
      coord: 1
      project: {name: Shop, started: 2026-11-02, expected_end: 2026-11-27}
      workstreams:
        - {id: a, duration: 10, due: 2026-11-12, tasks: [{id: t, text: x, due: 2026-10-30}]}
        - {id: b, start: START, duration: DURATION, due: 2026-11-20, depends_on: [a]}
      merges:
        waves:
          - {id: w1, date: 2026-11-13, workstreams: [a]}
          - {id: w2, date: 2026-11-20, workstreams: [b]}
      events: [{id: f, kind: freeze, date: 2026-11-13}]
      actions: [{title: Buy, who: ana, when: 2026-11-30, blocks: [a]}]
      """;

  private static final Completed MERGED =
      new Completed(Map.of("a", Optional.of(LocalDate.of(2026, 11, 6))), Set.of("w1"));

  private static List<String> told(String start, int duration, Completed completed) {
    Plan plan =
        Written.file(EARLY.replace("START", start).replace("DURATION", Integer.toString(duration)));
    return Consistency.begin(plan).given(completed).stream()
        .map(found -> found.subject() + ": " + found.claim() + ", but " + found.found())
        .filter(line -> !line.startsWith("action buy: no"))
        .toList();
  }

  @Test
  void what_is_not_merged_binds_by_its_length_and_its_wave() {
    assertThat(told("2026-11-09", 10, Completed.NOTHING))
        .contains(
            "b: it starts on 2026-11-09, but a, which it waits for, is merged by w1 on 2026-11-13",
            "a: it is due on 2026-11-12, but it can be finished on 2026-11-13 at the earliest",
            "wave w1: the wave is merged on 2026-11-13, but event f freezes its branch 2026-11-13")
        .anyMatch(line -> line.startsWith("action "));
  }

  @Test
  void what_is_merged_early_binds_nobody_longer_than_to_its_merge() {
    assertThat(told("2026-11-09", 10, MERGED)).isEmpty();
    assertThat(told("2026-11-06", 10, MERGED)).isEmpty();
  }

  @Test
  void what_is_still_to_come_is_held_to_its_own_length() {
    assertThat(told("2026-11-09", 11, MERGED))
        .containsExactly(
            "b: it is due on 2026-11-20, but it can be finished on 2026-11-23 at the earliest",
            "wave w2: it is merged on 2026-11-20, but b can be finished on 2026-11-23 at the"
                + " earliest");
  }

  @Test
  void a_start_before_the_merge_that_it_waits_for_is_found() {
    assertThat(told("2026-11-05", 5, MERGED))
        .containsExactly(
            "b: it starts on 2026-11-05, but a, which it waits for, was merged on 2026-11-06");
  }

  @Test
  void a_merge_on_an_unknown_day_binds_nobody() {
    assertThat(told("2026-11-05", 5, new Completed(Map.of("a", Optional.empty()), Set.of("w1"))))
        .isEmpty();
  }

  @Test
  void a_wave_is_held_to_a_freeze_until_it_is_through_whatever_of_it_is_merged() {
    assertThat(told("2026-11-09", 10, new Completed(MERGED.workstreams(), Set.of())))
        .containsExactly(
            "wave w1: the wave is merged on 2026-11-13, but event f freezes its branch 2026-11-13");
  }

  @Test
  void without_evidence_the_word_of_the_plan_tells_what_is_through() {
    assertThat(
            Completed.claimed(
                Written.file(
                    EARLY
                        .replace("START", "2026-11-09")
                        .replace("DURATION", "1")
                        .replace("id: a,", "id: a, status: merged,"))))
        .isEqualTo(new Completed(Map.of("a", Optional.empty()), Set.of("w1")));
  }

  @Test
  void what_was_given_up_is_held_to_no_day() {
    String plan =
        """
        workstreams:
          - {id: a, duration: 10}
          - {id: b, STATUS start: 2026-11-16, due: 2026-11-04, depends_on: [a], tasks: [{id: x, text: x, due: 2026-12-09}]}
        merges: {waves: [{id: w, date: 2026-12-04, workstreams: [a]}]}
        """;

    assertThat(Contradictions.lines(plan.replace("STATUS start: 2026-11-16,", "")))
        .anyMatch(line -> line.startsWith("b/x: "))
        .anyMatch(line -> line.startsWith("b: it is due on 2026-11-04"));
    assertThat(Contradictions.lines(plan.replace("STATUS start: 2026-11-16,", "status: dropped,")))
        .isEmpty();
  }
}
