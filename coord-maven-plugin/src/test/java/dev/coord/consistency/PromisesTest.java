package dev.coord.consistency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.plan.Plan;
import dev.coord.plan.Stretch;
import dev.coord.plan.Stretch.Counting;
import dev.coord.testing.PlanTexts;
import java.util.List;
import org.junit.jupiter.api.Test;

class PromisesTest {

  private static Plan plan(String project, String... workstreams) {
    return PlanTexts.shop(
        "project: {name: Shop"
            + project
            + "}\nworkstreams:\n  - {id: a, duration: 3}\n  - "
            + String.join("\n  - ", workstreams)
            + "\n");
  }

  private static List<String> told(String... workstreams) {
    return Told.of(Promises.of(plan(", started: 2026-01-05", workstreams)));
  }

  @Test
  void a_day_that_can_be_met_is_no_contradiction() {
    assertThat(told("{id: b, start: 2026-01-08, due: 2026-01-09, depends_on: [a]}")).isEmpty();
    assertThat(told("{id: b, due: 2026-01-08, depends_on: [a]}")).isEmpty();
  }

  @Test
  void a_workstream_that_begins_later_is_finished_later() {
    assertThat(told("{id: b, start: 2026-01-06, due: 2026-01-08, depends_on: [a]}"))
        .containsExactly(
            "b at 5: it starts on 2026-01-06, but a, which it waits for, can be finished on"
                + " 2026-01-07 at the earliest (4): Begin later, or shorten what comes before.",
            "b at 5: it is due on 2026-01-08, but it can be finished on 2026-01-12 at the earliest"
                + " (5): Move the day, or shorten what comes before.");
  }

  @Test
  void a_workstream_without_a_length_must_begin_before_it_is_due_all_the_same() {
    assertThat(told("{id: b, due: 2026-01-07, depends_on: [a]}"))
        .containsExactly(
            "b at 5: it is due on 2026-01-07, but it can begin on 2026-01-08 at the earliest (5):"
                + " Move the day, or shorten what comes before.");
  }

  @Test
  void a_launch_comes_after_what_it_waits_for_is_finished() {
    assertThat(told("{id: b, launch: {day: 3, wait_for: [a]}}")).isEmpty();
    assertThat(told("{id: b, launch: {day: 2, wait_for: [a]}}"))
        .containsExactly(
            "b at 5: it is launched on day 2, but a, which it waits for, can be finished on"
                + " 2026-01-07 at the earliest (4): Begin later, or shorten what comes before.");
  }

  private static List<String> wave(String project, int day) {
    return Told.of(
        Promises.of(
            PlanTexts.with(
                plan(project, "{id: b, duration: 2, depends_on: [a]}"),
                PlanTexts.wave("wave-1", 20, new Stretch(Counting.DAYS, day, day), "a", "b"))));
  }

  @Test
  void a_wave_is_merged_when_its_workstreams_can_be_finished() {
    assertThat(wave(", started: 2026-01-05", 5)).isEmpty();
    assertThat(wave(", started: 2026-01-05", 4))
        .containsExactly(
            "wave wave-1 at 20: it is merged on day 4, but b can be finished on 2026-01-09 at the"
                + " earliest (5): Move the day, or shorten what comes before.");
  }

  @Test
  void without_dates_the_days_of_the_project_tell() {
    assertThat(wave("", 5)).isEmpty();
    assertThat(wave("", 4))
        .containsExactly(
            "wave wave-1 at 20: it is merged on day 4, but b can be finished on day 5 at the"
                + " earliest (5): Move the day, or shorten what comes before.");
  }

  @Test
  void the_project_does_not_end_before_its_last_workstream() {
    String end = ", started: 2026-01-05, expected_end: ";

    assertThat(Told.of(Promises.of(plan(end + "2026-01-07", "{id: b, duration: 2}")))).isEmpty();
    assertThat(Told.of(Promises.of(plan(end + "2026-01-06", "{id: b, duration: 2}"))))
        .containsExactly(
            "project at 2: it is expected to end on 2026-01-06, but a can be finished on"
                + " 2026-01-07 at the earliest (4): Move the day, or shorten what comes before.");
  }

  @Test
  void what_cannot_be_reckoned_says_nothing() {
    assertThat(
            Told.of(
                Promises.of(
                    PlanTexts.shop(
                        """
                        workstreams:
                          - {id: a}
                          - {id: b, duration: 2, depends_on: [a], launch: {day: 1}}
                        """))))
        .isEmpty();
  }
}
