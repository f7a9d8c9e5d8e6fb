package dev.coord.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.plan.Merges.Wave;
import dev.coord.plan.Plan;
import dev.coord.plan.Stretch;
import dev.coord.plan.Stretch.Counting;
import dev.coord.schedule.PlanSchedule.Row;
import dev.coord.testing.PlanTexts;
import dev.coord.testing.RecordChecks;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class PlanScheduleTest {

  private static PlanSchedule schedule(String project, String workstreams) {
    return PlanSchedule.of(plan(project, workstreams));
  }

  private static Plan plan(String project, String workstreams) {
    return PlanTexts.shop(
        "project: {name: Shop" + project + "}\nworkstreams: [" + workstreams + "]\n");
  }

  private static final String STARTED = ", started: 2026-01-05, calendar: {holidays: [2026-01-07]}";

  private static String earliest(PlanSchedule schedule, String id) {
    CriticalPath.Times times =
        schedule.rows().stream()
            .filter(row -> row.workstream().id().equals(id))
            .findFirst()
            .flatMap(Row::times)
            .orElseThrow();
    return schedule.words(times.earlyStart()) + " to " + schedule.words(times.earlyFinish() - 1);
  }

  @TestFactory
  Stream<DynamicTest> a_row_is_whole() {
    return RecordChecks.of(schedule("", "{id: a, duration: 1}").rows().get(0));
  }

  @Test
  void workstreams_follow_each_other_over_weekends_and_holidays() {
    PlanSchedule schedule =
        schedule(STARTED, "{id: b, duration: 2, depends_on: [a]}, {id: a, duration: 4}");

    assertThat(earliest(schedule, "a")).isEqualTo("2026-01-05 to 2026-01-09");
    assertThat(earliest(schedule, "b")).isEqualTo("2026-01-12 to 2026-01-13");
    assertThat(schedule.finish()).hasValue(6);
    assertThat(schedule.date(5)).contains(LocalDate.parse("2026-01-13"));
    assertThat(schedule.rows()).allMatch(Row::isCritical);
  }

  @Test
  void who_waits_for_a_wave_that_a_day_off_before_it_holds_up_begins_behind_that() {
    Plan plan =
        PlanTexts.shop(
            """
            project: {name: Shop, started: 2026-04-27}
            workstreams:
              - {id: a, duration: 1}
              - {id: b, duration: 1}
              - {id: c, duration: 2, depends_on: [b]}
            merges:
              waves:
                - {id: v1, workstreams: [a], date: 2026-05-03}
                - {id: v2, workstreams: [b]}
            """);
    PlanSchedule schedule = PlanSchedule.of(plan);

    assertThat(plan.merges().waves()).extracting(schedule::words).containsOnly("2026-05-03");
    assertThat(earliest(schedule, "c")).isEqualTo("2026-05-04 to 2026-05-05");
  }

  @Test
  void what_was_merged_is_no_planned_day_that_could_be_left_out() {
    Plan plan =
        plan(
            ", started: 2026-01-05",
            "{id: a, duration: 2}, {id: b, duration: 2, depends_on: [a]},"
                + " {id: c, start: 2026-01-05, due: 2026-01-14}");
    Completed merged =
        new Completed(Map.of("a", Optional.of(LocalDate.parse("2026-01-14"))), Set.of());
    PlanSchedule schedule = PlanSchedule.of(plan, merged);

    assertThat(earliest(schedule, "b")).isEqualTo("2026-01-14 to 2026-01-15");
    assertThat(schedule.floatAlone("b")).hasValue(0);
    assertThat(schedule.floatAlone("c")).hasValue(1);
    assertThat(schedule.criticalAlone()).containsExactly("b");
  }

  @Test
  void what_was_given_up_delays_nobody() {
    PlanSchedule schedule =
        schedule(
            STARTED,
            "{id: a, duration: 4, status: dropped}, {id: b, duration: 2, depends_on: [a]},"
                + " {id: c, duration: 1, launch: {wait_for: [a]}}");

    assertThat(earliest(schedule, "b")).isEqualTo("2026-01-05 to 2026-01-06");
    assertThat(earliest(schedule, "c")).isEqualTo("2026-01-05 to 2026-01-05");
    assertThat(schedule.rows().get(0).problem()).isEqualTo("it was given up");
    assertThat(schedule.finish()).hasValue(2);
    assertThat(schedule.isComplete()).isTrue();
  }

  private static String needing(String providing, String needed, String state) {
    return "{id: b, duration: 2, tasks: [{id: t, text: Use, depends_on: [c/u], state: STATE}]},"
            .replace("STATE", state)
        + " {id: d, duration: 1, depends_on: [b]},"
        + " {id: c, duration: 1, tasks: [{id: u, text: Pass on, depends_on: [a/p]}]},"
        + " {id: a, duration: 9, "
        + providing
        + "tasks: [{id: p, text: Provide, "
        + needed
        + "}]}";
  }

  @Test
  void a_workstream_is_not_finished_before_a_task_is_due_that_one_of_its_own_needs() {
    PlanSchedule schedule = schedule(STARTED, needing("", "due: 2026-01-13", "todo"));

    assertThat(earliest(schedule, "b")).isEqualTo("2026-01-05 to 2026-01-13");
    assertThat(earliest(schedule, "c")).isEqualTo("2026-01-05 to 2026-01-13");
    assertThat(earliest(schedule, "d")).isEqualTo("2026-01-14 to 2026-01-14");
    assertThat(schedule.date(schedule.notFinishedBefore("b")))
        .contains(LocalDate.parse("2026-01-13"));
    assertThat(schedule.taskWait("b").orElseThrow().until().id()).isEqualTo("p");
    assertThat(schedule.heldBy("b")).isEqualTo(schedule.taskWait("b")).isPresent();
    assertThat(schedule.heldBy("d")).isEmpty();
  }

  @Test
  void a_task_without_a_day_or_that_is_through_moves_nothing() {
    String[] nothing = {
      needing("", "state: todo", "todo"),
      needing("", "due: 2026-01-13, state: done", "todo"),
      needing("", "due: 2026-01-13", "done"),
      needing("status: dropped, ", "due: 2026-01-13", "todo")
    };

    PlanSchedule early = schedule(STARTED, needing("", "due: 2026-01-06", "todo"));
    assertThat(earliest(early, "b")).isEqualTo("2026-01-05 to 2026-01-06");
    assertThat(early.taskWait("b")).isPresent();
    assertThat(early.heldBy("b")).isEmpty();
    for (String plan : nothing) {
      assertThat(earliest(schedule(STARTED, plan), "b")).isEqualTo("2026-01-05 to 2026-01-06");
    }
  }

  @Test
  void tasks_that_wait_for_each_other_in_two_workstreams_move_what_has_a_day() {
    PlanSchedule schedule =
        schedule(
            STARTED,
            "{id: a, duration: 1, tasks: [{id: x, text: X, due: 2026-01-12},"
                + " {id: y, text: Y, depends_on: [b/x]}]},"
                + " {id: b, duration: 1, tasks: [{id: x, text: X, due: 2026-01-14},"
                + " {id: y, text: Y, depends_on: [a/x]}]}");

    assertThat(earliest(schedule, "a")).isEqualTo("2026-01-05 to 2026-01-14");
    assertThat(earliest(schedule, "b")).isEqualTo("2026-01-05 to 2026-01-12");
  }

  @Test
  void a_chain_of_ten_thousand_tasks_is_followed_to_its_day() {
    StringBuilder tasks = new StringBuilder("{id: t0, text: T, depends_on: [a/p]}");
    for (int i = 1; i < 10_000; i++) {
      tasks.append(", {id: t%d, text: T, depends_on: [t%d]}".formatted(i, i - 1));
    }
    PlanSchedule schedule =
        schedule(
            STARTED,
            "{id: a, duration: 1, tasks: [{id: p, text: P, due: 2026-01-13}]},"
                + " {id: b, duration: 1, tasks: ["
                + tasks
                + "]}");

    assertThat(earliest(schedule, "b")).isEqualTo("2026-01-05 to 2026-01-13");
  }

  @Test
  void a_length_may_be_said_by_two_days() {
    PlanSchedule schedule = schedule(STARTED, "{id: a, start: 2026-01-06, due: 2026-01-09}");

    assertThat(earliest(schedule, "a")).isEqualTo("2026-01-06 to 2026-01-09");
  }

  @Test
  void a_weekend_is_no_length() {
    assertThat(schedule(STARTED, "{id: a, start: 2026-01-10, due: 2026-01-11}").rows())
        .extracting(Row::problem)
        .containsExactly("it has no length");
  }

  @Test
  void nothing_begins_before_its_start_its_launch_and_what_it_is_launched_after() {
    PlanSchedule schedule =
        schedule(
            STARTED,
            "{id: a, duration: 1, start: 2026-01-08}, {id: b, duration: 1, launch: {day: 3}},"
                + " {id: c, duration: 1, launch: {wait_for: [a]}}");

    assertThat(earliest(schedule, "a")).isEqualTo("2026-01-08 to 2026-01-08");
    assertThat(earliest(schedule, "b")).isEqualTo("2026-01-08 to 2026-01-08");
    assertThat(earliest(schedule, "c")).isEqualTo("2026-01-09 to 2026-01-09");
  }

  @Test
  void nothing_begins_before_a_block_launches_it() {
    String plan =
        """
        project: {name: Shop, started: 2026-01-05}
        workstreams: [{id: a, duration: 1OWN}, {id: b, duration: 1, depends_on: [a]}]
        sprints:
          - {id: s, blocks: [{day: 5, launches: [a]}]}
          - {id: t, blocks: [{day: 9, launches: [b]}]}
        """;
    PlanSchedule schedule = PlanSchedule.of(PlanTexts.shop(plan.replace("OWN", "")));
    String own = plan.replace("OWN", ", launch: {day: 2}");

    assertThat(earliest(schedule, "a")).isEqualTo("2026-01-09 to 2026-01-09");
    // What the days of a later sprint without dates are counted from is not certain.
    assertThat(earliest(schedule, "b")).isEqualTo("2026-01-12 to 2026-01-12");
    assertThat(earliest(PlanSchedule.of(PlanTexts.shop(own)), "a")).startsWith("2026-01-06");
  }

  @Test
  void the_first_start_of_a_workstream_stands_in_for_that_of_the_project() {
    PlanSchedule schedule =
        schedule("", "{id: a, duration: 1, start: 2026-01-08}, {id: b, duration: 1}");

    assertThat(schedule.isDated()).isTrue();
    assertThat(earliest(schedule, "b")).isEqualTo("2026-01-08 to 2026-01-08");
  }

  @Test
  void without_any_first_day_days_are_told_by_number() {
    PlanSchedule schedule =
        schedule(
            "",
            "{id: a, duration: 2, launch: {day: 1}}, {id: b, duration: 1, launch: {day: 4}},"
                + " {id: c, duration: 1, depends_on: [a]}");

    assertThat(schedule.isDated()).isFalse();
    assertThat(earliest(schedule, "a")).isEqualTo("day 1 to day 2");
    assertThat(earliest(schedule, "b")).isEqualTo("day 4 to day 4");
    assertThat(earliest(schedule, "c")).isEqualTo("day 3 to day 3");
    assertThat(schedule.date(0)).isEmpty();
  }

  @Test
  void what_has_no_length_is_told_and_not_guessed() {
    PlanSchedule schedule =
        schedule(
            STARTED,
            "{id: a}, {id: b, duration: 1, depends_on: [a]}, {id: c, duration: 1,"
                + " depends_on: [b]}, {id: d, due: 2026-01-09}");

    assertThat(schedule.isComplete()).isFalse();
    assertThat(schedule.rows())
        .extracting(Row::problem)
        .containsExactly(
            "it has no length",
            "it waits for a, of which no end can be told",
            "it waits for b, of which no end can be told",
            "it has no length");
    assertThat(schedule.earlyStart("a")).hasValue(0);
    assertThat(schedule.finish()).isEmpty();
  }

  private static final String THREE = "{id: a, duration: 3}, {id: b, duration: 5}, {id: c}";

  private static String days(PlanSchedule schedule, Optional<CriticalPath.Times> times) {
    return times
        .map(t -> schedule.words(t.earlyStart()) + " to " + schedule.words(t.earlyFinish() - 1))
        .orElse("unknown");
  }

  private static Wave on(String id, int day, String... workstreams) {
    return PlanTexts.wave(id, 9, new Stretch(Counting.DAYS, day, day), workstreams);
  }

  @TestFactory
  Stream<DynamicTest> a_row_of_a_wave_is_whole() {
    PlanSchedule schedule =
        PlanSchedule.of(PlanTexts.with(plan(STARTED, THREE), on("wave-1", 2, "a")));

    return RecordChecks.of(schedule.waves().get(0));
  }

  @Test
  void a_wave_is_merged_on_the_last_day_of_its_workstreams_or_as_planned() {
    PlanSchedule schedule =
        PlanSchedule.of(
            PlanTexts.with(plan(STARTED, THREE), on("wave-1", 2, "a", "b"), on("wave-2", 9, "a")));

    assertThat(schedule.waves())
        .extracting(row -> days(schedule, row.work()))
        .containsExactly("2026-01-05 to 2026-01-12", "2026-01-05 to 2026-01-16");
    assertThat(schedule.waves()).extracting(WaveRow::isCritical).containsExactly(false, true);
    assertThat(schedule.planned(schedule.waves().get(0).wave()).map(Object::toString))
        .contains("2026-01-06");
  }

  @Test
  void a_wave_with_a_workstream_without_an_end_is_bounded_and_not_guessed() {
    Wave open = PlanTexts.wave("wave-2", "b", "c");
    PlanSchedule schedule =
        PlanSchedule.of(PlanTexts.with(plan(STARTED, THREE), open, PlanTexts.wave("wave-3", "a")));

    assertThat(schedule.isComplete(open)).isFalse();
    assertThat(schedule.planned(open)).isEmpty();
    assertThat(schedule.waves()).allMatch(row -> row.merge().isEmpty());
    assertThat(schedule.waves())
        .extracting(row -> schedule.words(row.notBefore()))
        .containsExactly("2026-01-12", "2026-01-12");
    assertThat(schedule.waves())
        .extracting(WaveRow::problem)
        .containsExactly(
            "it merges c, of which no end can be told",
            "it comes after wave-2, of which no day can be told");
    assertThat(schedule.finish("c")).isEmpty();
  }

  @Test
  void what_depends_on_a_workstream_begins_not_before_the_wave_that_merges_it() {
    String two = "{id: a, duration: 3}, {id: b, duration: 3, depends_on: [a]}";
    PlanSchedule late = PlanSchedule.of(PlanTexts.with(plan(STARTED, two), on("wave-1", 9, "a")));
    PlanSchedule early = PlanSchedule.of(PlanTexts.with(plan(STARTED, two), on("wave-1", 2, "a")));

    assertThat(earliest(late, "b")).isEqualTo("2026-01-16 to 2026-01-20");
    assertThat(earliest(early, "b")).isEqualTo("2026-01-09 to 2026-01-13");
  }

  @Test
  void waves_in_an_impossible_order_leave_all_others_their_times() {
    PlanSchedule schedule =
        PlanSchedule.of(
            PlanTexts.with(
                plan(
                    STARTED,
                    "{id: a, duration: 3}, {id: b, duration: 1, depends_on: [a]},"
                        + " {id: c, duration: 1, depends_on: [b]}"),
                on("wave-1", 1, "c"),
                on("wave-2", 2, "a")));

    assertThat(schedule.isComplete()).isTrue();
    assertThat(earliest(schedule, "c")).isEqualTo("2026-01-12 to 2026-01-12");
  }

  @Test
  void waves_follow_each_other_and_one_of_which_all_was_given_up_holds_none_up() {
    PlanSchedule schedule =
        PlanSchedule.of(
            PlanTexts.with(
                plan(STARTED, "{id: a, duration: 8, status: dropped}, {id: b, duration: 1}"),
                on("wave-1", 9, "a"),
                on("wave-2", 3, "b", "a"),
                PlanTexts.wave("wave-3", "b")));

    assertThat(schedule.waves())
        .extracting(row -> days(schedule, row.merge()))
        .containsExactly("unknown", "2026-01-08 to 2026-01-08", "2026-01-08 to 2026-01-08");
    assertThat(schedule.waves().get(0).problem())
        .isEqualTo("it merges nothing that was not given up");
    assertThat(schedule.finish()).hasValue(3);
    assertThat(schedule.isComplete()).isTrue();
  }

  @Test
  void waves_into_different_branches_are_in_no_order_and_all_that_merge_it_are_waited_for() {
    Plan plan =
        PlanTexts.shop(
            """
            project: {name: Shop, started: 2026-01-05, integration_branch: main}
            workstreams:
              - {id: a, duration: 1}
              - {id: b, duration: 1}
              - {id: c, duration: 1, depends_on: [a, b]}
            merges:
              waves:
                - {id: w1, day: 9, into: release, workstreams: [a]}
                - {id: w2, day: 3, workstreams: [b]}
                - {id: w3, workstreams: [c]}
            """);
    PlanSchedule schedule = PlanSchedule.of(plan);

    assertThat(schedule.before(plan.merges().waves().get(1))).isEmpty();
    assertThat(schedule.before(plan.merges().waves().get(2))).map(Wave::id).contains("w2");
    assertThat(schedule.wavesBefore(plan.workstreams().get(2)))
        .extracting(Wave::id)
        .containsExactly("w1", "w2");
    assertThat(earliest(schedule, "c")).isEqualTo("2026-01-15 to 2026-01-15");
  }

  @Test
  void what_is_merged_into_two_branches_is_waited_for_in_that_of_what_waits() {
    String plan =
        """
            project: {name: Shop, started: 2026-01-05, integration_branch: main}
            workstreams: [{id: a, duration: 1}, {id: b, duration: 1, depends_on: [a]}]
            merges:
              waves:
                - {id: w1, day: 2, into: next, workstreams: [a]}
                - {id: w2, day: 4, workstreams: [a]}
                - {id: w3, into: INTO, workstreams: [b]}
            """;

    assertThat(earliest(into(plan, "main"), "b")).startsWith("2026-01-08");
    assertThat(earliest(into(plan, "next"), "b")).startsWith("2026-01-06");
  }

  private static PlanSchedule into(String plan, String branch) {
    return PlanSchedule.of(PlanTexts.shop(plan.replace("INTO", branch)));
  }

  private static String begin(String handoff) {
    Plan plan =
        PlanTexts.shop(
            "project: {name: Shop"
                + STARTED
                + "}\nworkstreams: [{id: a, duration: 4, tasks: ['[x] A.1: Done', '[ ] A.2: Open']}, {id:"
                + " b, duration: 1}]\nhandoffs: [{id: h, kind: "
                + handoff
                + "}]\n");
    return earliest(PlanSchedule.of(plan), "b").substring(0, 10);
  }

  @Test
  void a_consumer_begins_when_the_provider_of_what_it_needs_is_finished() {
    String needed = "artifact, paths: [/x], provider: a, consumers: [b]";

    assertThat(begin(needed)).isEqualTo("2026-01-12");
    assertThat(begin(needed + ", task: a/A.2")).isEqualTo("2026-01-12");
  }

  @Test
  void a_consumer_begins_after_the_day_of_the_task_that_brings_what_it_needs() {
    Plan plan =
        PlanTexts.shop(
            """
            project: {name: Shop, started: 2026-01-05}
            workstreams:
              - {id: a, duration: 9, tasks: [{id: t, text: Model, due: 2026-01-07}]}
              - {id: b, duration: 1}
            handoffs:
              - {id: h, kind: artifact, paths: [/x], provider: a, consumers: [b], task: a/t}
            merges: {waves: [{id: w1, day: 9, workstreams: [a]}]}
            """);

    PlanSchedule schedule = PlanSchedule.of(plan);

    assertThat(earliest(schedule, "b")).isEqualTo("2026-01-08 to 2026-01-08");
    // The day of the wave is the ninth: b may be five days late, and a no later than b.
    assertThat(schedule.slack("b")).map(Slack::planned).contains(5L);
    assertThat(schedule.slack("a")).map(Slack::planned).contains(0L);
  }

  @Test
  void a_handoff_that_is_agreed_ready_not_needed_secret_or_for_later_delays_nobody() {
    assertThat(
            Stream.of(
                "contract, paths: [/x], provider: a, consumers: [b]",
                "stub, paths: [/x], provider: a, consumers: [b]",
                "artifact, paths: [/x], provider: a, consumers: [b], status: ready",
                "library, name: x, provider: a, consumers: [b], status: not_needed",
                "secret, name: X, provider: a, consumers: [b]",
                "artifact, paths: [/x], provider: a, consumers: [b], before: the release",
                "artifact, paths: [/x], provider: a, consumers: [b], task: a/A.1",
                "artifact, paths: [/x], provider: a"))
        .allSatisfy(handoff -> assertThat(begin(handoff)).isEqualTo("2026-01-05"));
  }

  @Test
  void two_that_hand_over_to_each_other_work_side_by_side() {
    Plan plan =
        PlanTexts.shop(
            """
            project: {name: Shop, started: 2026-01-05}
            workstreams: [{id: a, duration: 4}, {id: b, duration: 1}, {id: c, duration: 1}]
            handoffs:
              - {id: x, kind: artifact, paths: [/x], provider: a, consumers: [b]}
              - {id: y, kind: artifact, paths: [/y], provider: b, consumers: [a, c]}
            """);
    PlanSchedule schedule = PlanSchedule.of(plan);

    assertThat(earliest(schedule, "a")).isEqualTo("2026-01-05 to 2026-01-08");
    assertThat(earliest(schedule, "b")).isEqualTo("2026-01-05 to 2026-01-05");
    assertThat(earliest(schedule, "c")).isEqualTo("2026-01-06 to 2026-01-06");
  }

  @Test
  void a_day_comes_before_the_working_days_that_follow_it() {
    PlanSchedule schedule = schedule(STARTED, "{id: a, duration: 1}");

    assertThat(schedule.isBefore(LocalDate.parse("2026-01-05"), 0)).isFalse();
    assertThat(schedule.isBefore(LocalDate.parse("2026-01-04"), 0)).isTrue();
    assertThat(schedule.isBefore(LocalDate.parse("2026-01-07"), 2)).isTrue();
    assertThat(schedule.isBefore(LocalDate.parse("2026-01-08"), 2)).isFalse();
  }

  @Test
  void what_lies_ages_ahead_is_said_so() {
    PlanSchedule schedule = schedule(STARTED, "{id: a, duration: 366}");

    assertThat(schedule.date(9999)).isEqualTo(Optional.empty());
    assertThat(schedule.words(9999)).isEqualTo("a day more than ten years ahead");
  }
}
