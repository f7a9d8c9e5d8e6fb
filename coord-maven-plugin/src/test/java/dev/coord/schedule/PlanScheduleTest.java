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
import java.util.List;
import java.util.Optional;
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
  void what_was_given_up_delays_nobody() {
    PlanSchedule schedule =
        schedule(
            STARTED,
            "{id: a, duration: 4, status: dropped}, {id: b, duration: 2, depends_on: [a]},"
                + " {id: c, duration: 1, launch: {wait_for: [a]}}");

    assertThat(earliest(schedule, "b")).isEqualTo("2026-01-05 to 2026-01-06");
    assertThat(earliest(schedule, "c")).isEqualTo("2026-01-05 to 2026-01-05");
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

  @Test
  void a_wave_is_finished_with_the_last_of_its_workstreams() {
    Wave wave = PlanTexts.wave("wave-1", 9, new Stretch(Counting.DAYS, 2, 2), "a", "b");
    Wave open = PlanTexts.wave("wave-2", "b", "c");
    Plan plan =
        PlanTexts.with(
            plan(STARTED, "{id: a, duration: 3}, {id: b, duration: 5}, {id: c}"), wave, open);
    PlanSchedule schedule = PlanSchedule.of(plan);

    assertThat(schedule.finish(wave.workstreams())).hasValue(5);
    assertThat(schedule.isComplete(wave)).isTrue();
    assertThat(schedule.isComplete(open)).isFalse();
    assertThat(schedule.planned(wave).map(Object::toString)).contains("2026-01-06");
    assertThat(schedule.planned(open)).isEmpty();
    assertThat(schedule.finish(List.of("c"))).isEmpty();
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
