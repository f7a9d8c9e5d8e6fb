package dev.coord.assess;

import static dev.coord.testing.Sprints.sprint;
import static dev.coord.testing.Workstreams.workstream;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.assess.SprintState.BlockState;
import dev.coord.assess.SprintState.Phase;
import dev.coord.schedule.WorkDays.Span;
import dev.coord.testing.Plans;
import dev.coord.testing.RecordChecks;
import dev.coord.testing.Sprints;
import dev.coord.testing.Tasks;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SprintStatesTest {

  private static SprintState state(Plans.Builder plan, String today) {
    return new SprintStates(plan.build(), LocalDate.parse(today)).states().get(0);
  }

  private static SprintState state(Sprints sprint, String today) {
    return state(Plans.plan().sprints(sprint), today);
  }

  private static Sprints fortnight() {
    return sprint("s").start("2026-12-17").end("2026-12-30");
  }

  @TestFactory
  Stream<DynamicTest> states_are_whole() {
    SprintState state = state(fortnight().priority("a").days(1, 2, Tasks.todo("t")), "2026-12-17");
    return RecordChecks.of(
        new SprintState(
            state.sprint(), state.dates(), Phase.RUNNING, state.blocks(), 0, 1, List.of("a")),
        state.blocks().get(0));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-12-16, PLANNED",
    "2026-12-17, RUNNING",
    "2026-12-30, RUNNING",
    "2026-12-31, OVER"
  })
  void a_sprint_runs_from_its_first_to_its_last_day(String today, Phase phase) {
    assertThat(state(fortnight(), today).phase()).isEqualTo(phase);
  }

  @Test
  void a_sprint_without_dates_has_no_phase() {
    assertThat(state(sprint("s"), "2026-12-17").phase()).isEqualTo(Phase.UNDATED);
    assertThat(state(sprint("s").start("2026-12-17"), "2026-12-17").phase())
        .isEqualTo(Phase.UNDATED);
    assertThat(state(sprint("s").end("2026-12-17"), "2026-12-17").phase()).isEqualTo(Phase.UNDATED);
  }

  @Test
  void a_sprint_without_an_end_is_as_long_as_the_calendar_says() {
    Plans.Builder plan =
        Plans.plan().sprintLength(5).holiday("2026-12-25").sprints(sprint("s").start("2026-12-22"));

    assertThat(state(plan, "2026-12-29").phase()).isEqualTo(Phase.RUNNING);
    assertThat(state(plan, "2026-12-30").phase()).isEqualTo(Phase.OVER);
  }

  @Test
  void a_sprint_without_a_start_is_as_long_as_its_blocks_where_they_have_dates() {
    Plans.Builder plan =
        Plans.plan()
            .calendarStart("2026-12-17")
            .sprints(sprint("s").days(0, 0).days(2, 3).days(1, 2));

    SprintState state = state(plan, "2026-12-21");

    assertThat(state.dates()).contains(span("2026-12-17", "2026-12-21"));
    assertThat(state.phase()).isEqualTo(Phase.RUNNING);
    assertThat(state.start()).contains(LocalDate.parse("2026-12-17"));
    assertThat(state.end()).contains(LocalDate.parse("2026-12-21"));
  }

  @Test
  void what_the_plan_says_of_a_sprint_stands_where_the_rest_cannot_be_told() {
    SprintState state = state(sprint("s").start("2026-12-17"), "2026-12-17");

    assertThat(state.dates()).isEmpty();
    assertThat(state.start()).contains(LocalDate.parse("2026-12-17"));
    assertThat(state.end()).isEmpty();
  }

  @Test
  void blocks_in_days_are_working_days_of_the_sprint() {
    Plans.Builder plan = Plans.plan().holiday("2026-12-18").sprints(fortnight().days(2, 3));

    assertThat(state(plan, "2026-12-20").blocks().get(0).dates())
        .contains(span("2026-12-21", "2026-12-22"));
  }

  @Test
  void blocks_in_weeks_are_weeks_from_the_first_day_of_the_sprint() {
    assertThat(state(fortnight().weeks(2, 2), "2026-12-20").blocks().get(0).dates())
        .contains(span("2026-12-24", "2026-12-30"));
  }

  @Test
  void blocks_in_dates_need_no_sprint_dates() {
    assertThat(state(sprint("s").dates("2026-12-19", "2026-12-20"), "2026-12-20").blocks().get(0))
        .extracting(BlockState::dates, BlockState::phase)
        .containsExactly(Optional.of(span("2026-12-19", "2026-12-20")), Phase.RUNNING);
  }

  @Test
  void a_sprint_without_a_start_counts_from_the_calendars() {
    Plans.Builder plan = Plans.plan().calendarStart("2026-12-17").sprints(sprint("s").days(1, 1));

    assertThat(state(plan, "2026-12-17").blocks().get(0).dates())
        .contains(span("2026-12-17", "2026-12-17"));
  }

  @Test
  void a_block_that_cannot_be_dated_has_no_phase_and_is_never_overdue() {
    SprintState state =
        state(
            sprint("s").days(1, 1, Tasks.todo("t")).block(List.of("a"), List.of(), Map.of()),
            "2026-12-17");

    assertThat(state.blocks()).extracting(BlockState::phase).containsOnly(Phase.UNDATED);
    assertThat(state.blocks()).extracting(BlockState::overdue).containsOnly(false);
  }

  @Test
  void a_block_is_overdue_when_it_is_over_with_open_tasks() {
    Sprints sprint =
        fortnight()
            .days(1, 1, Tasks.todo("t"))
            .days(1, 1, Tasks.done("u"), Tasks.dropped("v"))
            .days(1, 1)
            .days(2, 2, Tasks.todo("w"));

    assertThat(state(sprint, "2026-12-18").blocks())
        .extracting(BlockState::overdue)
        .containsExactly(true, false, false, false);
    assertThat(state(sprint, "2026-12-17").blocks())
        .extracting(BlockState::overdue)
        .containsOnly(false);
  }

  @Test
  void tasks_of_the_blocks_and_of_the_active_workstreams_are_counted() {
    Plans.Builder plan =
        Plans.plan()
            .workstreams(
                workstream("d"),
                workstream("c").tasks(Tasks.done("x"), Tasks.todo("y")),
                workstream("b"),
                workstream("a"),
                workstream("idle").tasks(Tasks.todo("z")))
            .sprints(
                fortnight()
                    .priority("a")
                    .days(1, 1, Tasks.done("t"))
                    .block(List.of("b"), List.of("c"), Map.of("d", 50)));

    SprintState state = state(plan, "2026-12-17");

    assertThat(state.workstreams()).containsExactly("d", "c", "b", "a");
    assertThat(state.done()).isEqualTo(2);
    assertThat(state.tasks()).isEqualTo(3);
  }

  @Test
  void phases_are_words() {
    assertThat(Stream.of(Phase.values()).map(Phase::word))
        .containsExactly("planned", "running", "over", "undated");
  }

  private static Span span(String first, String last) {
    return new Span(LocalDate.parse(first), LocalDate.parse(last));
  }
}
