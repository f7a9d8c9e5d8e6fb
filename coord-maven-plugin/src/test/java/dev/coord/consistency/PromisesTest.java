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
    return Told.of(Looked.at(Promises::of, plan(", started: 2026-01-05", workstreams)));
  }

  @Test
  void a_day_that_can_be_met_is_no_contradiction() {
    assertThat(told("{id: b, start: 2026-01-08, due: 2026-01-09, depends_on: [a]}")).isEmpty();
    assertThat(told("{id: b, due: 2026-01-08, depends_on: [a]}")).isEmpty();
  }

  @Test
  void what_is_prepared_before_the_first_day_is_finished_earlier() {
    String project = ", started: 2026-01-05, calendar: {start: 2026-01-12}";

    assertThat(
            Looked.at(Promises::of, plan(project, "{id: b, start: 2026-01-06, due: 2026-01-16}")))
        .isEmpty();
  }

  @Test
  void what_one_wave_merges_together_is_held_against_the_end_of_the_work() {
    Plan plan =
        PlanTexts.shop(
            """
            project: {name: Shop, started: 2026-01-05}
            workstreams:
              - {id: a, duration: 3}
              - {id: b, start: 2026-01-07, duration: 2, depends_on: [a]}
            merges: {waves: [{id: w, workstreams: [a, b], date: 2026-01-16}]}
            """);

    assertThat(Looked.at(Promises::of, plan))
        .extracting(Contradiction::found)
        .containsExactly("a, which it waits for, can be finished on 2026-01-07 at the earliest");
  }

  @Test
  void a_workstream_that_begins_later_is_finished_later() {
    assertThat(told("{id: b, start: 2026-01-06, due: 2026-01-08, depends_on: [a]}"))
        .containsExactly(
            "b at 5: it starts on 2026-01-06, but a, which it waits for, can be finished on"
                + " 2026-01-07 at the earliest (4): Begin on a later working day, or shorten what comes before.",
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
  void a_workstream_is_not_due_before_a_task_that_one_of_its_own_needs() {
    String provider = "{id: p, tasks: [{id: x, text: X, due: 2026-01-14}]}";
    String consumer = "{id: b, due: 2026-01-DAY, tasks: [{id: t, text: T, depends_on: [p/x]}]}";

    assertThat(told(provider, consumer.replace("DAY", "14"))).isEmpty();
    assertThat(told(provider, consumer.replace("DAY", "13")))
        .containsExactly(
            "b at 6: it is due on 2026-01-13, but its task t depends on p/x, which is due on"
                + " 2026-01-14 (6, 5): Mend one of the two days, or depends_on.");
    assertThat(Told.of(Looked.at(Promises::of, plan("", provider, consumer.replace("DAY", "13")))))
        .hasSize(1);
  }

  @Test
  void what_comes_after_a_task_that_another_needs_is_late_with_it() {
    assertThat(
            told(
                "{id: p, tasks: [{id: x, text: X, due: 2026-01-14}]}",
                "{id: b, duration: 1, tasks: [{id: s, text: S, depends_on: [c/t]}]}",
                "{id: c, tasks: [{id: t, text: T, depends_on: [p/x]}]}",
                "{id: d, start: 2026-01-14, depends_on: [b]}",
                "{id: e, due: 2026-01-13, tasks: [{id: s, text: S, depends_on: [c/t]}]}"))
        .containsExactly(
            "d at 8: it starts on 2026-01-14, but b, which it waits for, can be finished on"
                + " 2026-01-14 at the earliest (6): Begin on a later working day, or shorten what"
                + " comes before.",
            "e at 9: it is due on 2026-01-13, but its task s depends on c/t, which waits for x,"
                + " due on 2026-01-14 (9, 5): Mend one of the two days, or depends_on.");
  }

  @Test
  void a_launch_comes_after_what_it_waits_for_is_finished() {
    assertThat(told("{id: b, launch: {day: 4, wait_for: [a]}}")).isEmpty();
    assertThat(told("{id: b, launch: {day: 3, wait_for: [a]}}"))
        .containsExactly(
            "b at 5: it is launched on day 3, but a, which it waits for, can be finished on"
                + " 2026-01-07 at the earliest (4): Begin on a later working day, or shorten what comes before.");
  }

  @Test
  void a_start_on_the_last_day_of_what_it_waits_for_is_a_day_too_early() {
    assertThat(told("{id: b, start: 2026-01-07, depends_on: [a]}"))
        .containsExactly(
            "b at 5: it starts on 2026-01-07, but a, which it waits for, can be finished on"
                + " 2026-01-07 at the earliest (4): Begin on a later working day, or shorten what comes before.");
    assertThat(told("{id: b, start: 2026-01-08, depends_on: [a]}")).isEmpty();
  }

  @Test
  void days_off_between_an_end_and_a_start_are_no_difference() {
    String[] plan = {"{id: b, duration: 2, depends_on: [a]}", "{id: c, depends_on: [b], start: "};

    assertThat(told(plan[0], plan[1] + "2026-01-10}")).isEmpty();
    assertThat(told(plan[0], plan[1] + "2026-01-09}")).hasSize(1);
  }

  @Test
  void a_launch_waits_for_what_others_wait_for_that_have_no_day_of_their_own() {
    assertThat(
            told(
                "{id: o, launch: {day: 9}}",
                "{id: p, depends_on: [o]}",
                "{id: q, depends_on: [p], launch: {day: 2}}"))
        .containsExactly(
            "q at 7: it is launched on day 2, but p, which it waits for, cannot be finished before"
                + " 2026-01-16 (6): Begin on a later working day, or shorten what comes before.");
  }

  @Test
  void a_block_launches_nothing_before_what_it_waits_for_is_finished() {
    String blocks =
        """
        project: {name: Shop, started: 2026-01-05}
        workstreams: [{id: a, duration: 3}, {id: b, depends_on: [a]OWN}]
        sprints: [{id: s, blocks: [{day: 4}, {day: DAY, launches: [b]}]}]
        """;

    assertThat(promises(blocks.replace("OWN", "").replace("DAY", "4"))).isEmpty();
    assertThat(promises(blocks.replace("OWN", "").replace("DAY", "3")))
        .containsExactly(
            "b at 4: it is launched on day 3, but a, which it waits for, can be finished on"
                + " 2026-01-07 at the earliest (3): Begin on a later working day, or shorten what"
                + " comes before.");
    assertThat(promises(blocks.replace("OWN", ", launch: {day: 3}").replace("DAY", "3")))
        .hasSize(1);
  }

  private static List<String> promises(String plan) {
    return Told.of(Looked.at(Promises::of, PlanTexts.shop(plan)));
  }

  @Test
  void a_start_on_the_day_that_what_it_waits_for_begins_is_a_day_too_early() {
    assertThat(told("{id: o, launch: {day: 9}}", "{id: b, start: 2026-01-16, depends_on: [o]}"))
        .isEmpty();
    assertThat(told("{id: o, launch: {day: 9}}", "{id: b, start: 2026-01-15, depends_on: [o]}"))
        .containsExactly(
            "b at 6: it starts on 2026-01-15, but o, which it waits for, can begin on 2026-01-15 at"
                + " the earliest (5): Begin on a later working day, or shorten what comes before.");
    assertThat(told("{id: o}", "{id: b, start: 2026-01-05, depends_on: [o]}")).isEmpty();
  }

  @Test
  void what_waits_for_a_wave_is_not_due_before_its_day() {
    Plan plan =
        PlanTexts.with(
            plan(", started: 2026-01-05", "{id: b, due: 2026-01-15, depends_on: [a]}"),
            PlanTexts.wave("wave-1", 20, new Stretch(Counting.DAYS, 10, 10), "a"));

    assertThat(Told.of(Looked.at(Promises::of, plan)))
        .containsExactly(
            "b at 5: it is due on 2026-01-15, but it can begin on 2026-01-16 at the earliest (5,"
                + " 20): Move the day, or shorten what comes before.");
  }

  @Test
  void a_wave_whose_day_is_not_planned_is_waited_for_too() {
    Plan plan =
        PlanTexts.with(
            plan(
                ", started: 2026-01-05",
                "{id: slow, duration: 9}",
                "{id: b, start: 2026-01-12, depends_on: [a]}"),
            PlanTexts.wave("wave-1", "a", "slow"));

    assertThat(Told.of(Looked.at(Promises::of, plan)))
        .containsExactly(
            "b at 6: it starts on 2026-01-12, but wave-1, which it waits for, can be merged on"
                + " 2026-01-15 at the earliest (91): Begin on a later working day, or shorten what comes before.");
  }

  @Test
  void what_cannot_be_reckoned_says_nothing() {
    assertThat(
            Told.of(
                Looked.at(
                    Promises::of,
                    PlanTexts.shop(
                        """
                        workstreams:
                          - {id: a}
                          - {id: b, duration: 2, depends_on: [a], launch: {day: 1}}
                        """))))
        .isEmpty();
  }

  @Test
  void what_takes_longer_than_the_days_to_the_one_it_is_due_cannot_be_kept() {
    assertThat(told("{id: b, duration: 3, due: 2026-01-07}")).isEmpty();
    assertThat(told("{id: b, duration: 3, due: 2026-01-14}")).isEmpty();
    assertThat(told("{id: b, duration: 3, start: 2026-01-06, due: 2026-01-07}"))
        .containsExactly(
            "b at 5: it is due on 2026-01-07, but it can be finished on 2026-01-08 at the earliest"
                + " (5): Move the day, or shorten what comes before.");
  }

  private static List<String> undated(String a, String b) {
    return Told.of(
        Looked.at(
            Promises::of, PlanTexts.shop("workstreams: [{id: a" + a + "}, {id: b" + b + "}]\n")));
  }

  @Test
  void without_a_first_day_the_launch_and_what_it_waits_for_leave_the_days_it_takes() {
    String launch = ", duration: 3, launch: {date: 2026-01-09}, due: 2026-01-";
    String wait = ", duration: 3, depends_on: [a], due: 2026-01-";

    assertThat(undated("", launch + "13")).isEmpty();
    assertThat(undated("", launch + "12"))
        .containsExactly(
            "b at 2: it is due on 2026-01-12, but it is launched on 2026-01-09, and it takes 3"
                + " working days (2, 2): Move the day, launch it earlier, or shorten it.");
    assertThat(undated(", due: 2026-01-08", wait + "13")).isEmpty();
    assertThat(undated(", due: 2026-01-09", wait + "13"))
        .containsExactly(
            "b at 2: it is due on 2026-01-13, but a, which it waits for, is due on 2026-01-09, and it"
                + " takes 3 working days (2, 2): Move the day, or let a come earlier.");
  }

  private static List<String> due(String a, String b) {
    return Told.of(
        Looked.at(
            Promises::of,
            PlanTexts.shop(
                "workstreams: [{id: a, due: "
                    + a
                    + "}, {id: b, due: "
                    + b
                    + ", depends_on: [a]}]\n")));
  }

  @Test
  void without_lengths_it_is_due_on_a_later_working_day_than_what_it_waits_for() {
    assertThat(due("2026-01-09", "2026-01-12")).isEmpty();
    assertThat(due("2026-01-09", "2026-01-09"))
        .containsExactly(
            "b at 2: it is due on 2026-01-09, but a, which it waits for, is due on 2026-01-09 (2):"
                + " Move the day, or let a come earlier.");
    assertThat(due("2026-01-09", "2026-01-08")).hasSize(1);
  }
}
