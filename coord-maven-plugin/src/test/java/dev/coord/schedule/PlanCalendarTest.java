package dev.coord.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.plan.Merges.Wave;
import dev.coord.plan.Plan;
import dev.coord.plan.Sprint;
import dev.coord.plan.Stretch;
import dev.coord.plan.Stretch.Counting;
import dev.coord.plan.Timing;
import dev.coord.testing.PlanTexts;
import dev.coord.testing.RecordChecks;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class PlanCalendarTest {

  private static String block(String project, String sprint, String when) {
    Plan plan =
        PlanTexts.shop(
            "project: {name: Shop"
                + project
                + "}\nsprints: [{id: s"
                + sprint
                + ", blocks: [{"
                + when
                + "}]}]\n");
    Sprint first = plan.sprints().get(0);
    return times(PlanCalendar.of(plan).block(first, first.blocks().get(0)));
  }

  private static String times(Dated dated) {
    return dated.times().toString();
  }

  @TestFactory
  Stream<DynamicTest> a_time_and_each_of_its_ways_are_whole() {
    Stretch day = new Stretch(Counting.DAYS, 1, 1);
    Timing timing = PlanTexts.timing(1, day);
    Dated.Way way = new Dated.Way(day, Optional.empty(), List.of());
    return Stream.concat(RecordChecks.of(way), RecordChecks.of(new Dated(timing, List.of(way))));
  }

  @Test
  void blocks_are_counted_from_the_first_day_of_their_sprint() {
    assertThat(block(", started: 2026-03-02", ", start: 2026-01-05", "days: 2-6"))
        .isEqualTo("[2026-01-06 to 2026-01-12]");
  }

  @Test
  void without_one_they_are_counted_from_the_begin_of_the_calendar_else_of_the_project() {
    assertThat(block(", calendar: {start: 2026-01-12}, started: 2026-03-02", "", "day: 2"))
        .isEqualTo("[2026-01-13]");
    assertThat(block(", started: 2026-03-02", "", "week: 2"))
        .isEqualTo("[2026-03-09 to 2026-03-15]");
    assertThat(block("", "", "day: 2")).isEqualTo("[]");
  }

  @Test
  void dates_need_no_first_day_and_come_first() {
    assertThat(block("", "", "date: 2026-01-05")).isEqualTo("[2026-01-05]");
    assertThat(block("", ", start: 2026-01-05", "days: 1-2, date: 2026-01-09"))
        .isEqualTo("[2026-01-09]");
  }

  @Test
  void days_of_the_week_lie_in_what_stands_beside_them() {
    assertThat(block("", ", start: 2026-01-07", "week: 2, weekday: Monday"))
        .isEqualTo("[2026-01-19]");
    assertThat(block("", ", start: 2026-01-05", "weeks: 1-2, weekdays: Monday-Tuesday"))
        .isEqualTo("[2026-01-05 to 2026-01-06, 2026-01-12 to 2026-01-13]");
    assertThat(
            block(
                "",
                ", start: 2026-01-05",
                "dates: 2026-01-06 to 2026-01-08, weekdays: Monday-Friday"))
        .isEqualTo("[2026-01-06 to 2026-01-08]");
    assertThat(block("", ", start: 2026-01-05", "date: 2026-01-06, weekday: Monday"))
        .isEqualTo("[]");
  }

  @Test
  void a_day_of_the_week_alone_is_in_the_first_week() {
    assertThat(block("", ", start: 2026-01-07", "weekday: Monday")).isEqualTo("[2026-01-12]");
  }

  @Test
  void days_of_the_week_are_not_picked_out_of_ages() {
    assertThat(block("", "", "dates: 0001-01-01 to 9999-12-31, weekday: Monday"))
        .isEqualTo("[0001-01-01 to 9999-12-31]");
  }

  @Test
  void a_sprint_without_an_end_is_as_long_as_the_calendar_says() {
    String days = "project: {name: Shop, calendar: {sprint_length: 10}}\n";
    Plan plan =
        PlanTexts.shop(
            days
                + "sprints: [{id: a, start: 2026-01-05}, {id: b}, {id: c, start: 2026-01-05, end:"
                + " 2026-01-06}]\n");
    PlanCalendar calendar = PlanCalendar.of(plan);

    assertThat(plan.sprints().stream().map(calendar::sprint).map(s -> s.map(Object::toString)))
        .containsExactly(
            Optional.of("2026-01-05 to 2026-01-16"),
            Optional.empty(),
            Optional.of("2026-01-05 to 2026-01-06"));
  }

  private static List<String> sprints(String project, String... sprints) {
    Plan plan =
        PlanTexts.shop(
            "project: {name: Shop"
                + project
                + "}\nsprints: ["
                + String.join(", ", sprints)
                + "]\n");
    PlanCalendar calendar = PlanCalendar.of(plan);
    return plan.sprints().stream()
        .map(calendar::sprint)
        .map(span -> span.map(Object::toString).orElse("-"))
        .toList();
  }

  @Test
  void a_sprint_without_a_start_is_counted_back_from_its_end_as_are_its_blocks() {
    String project = ", started: 2026-03-02, calendar: {sprint_length: 10}";
    String sprint = "{id: a, end: 2026-01-16, blocks: [{day: 1}]}";

    assertThat(sprints(project, sprint)).containsExactly("2026-01-05 to 2026-01-16");
    assertThat(
            block(
                ", started: 2026-03-02, calendar: {sprint_length: 10}",
                ", end: 2026-01-16",
                "day: 1"))
        .isEqualTo("[2026-01-05]");
  }

  @Test
  void else_a_sprint_is_from_the_first_to_the_last_of_its_blocks() {
    assertThat(
            sprints(
                ", started: 2026-01-05, calendar: {sprint_length: 10}",
                "{id: a, blocks: [{days: 11-13}, {}, {days: 14-20}]}",
                "{id: b, blocks: [{day: 0}, {week: 0}, {days: 1-3}]}",
                "{id: c, blocks: [{date: 2026-02-02}], end: 2026-02-01}",
                "{id: d, blocks: [{}]}",
                "{id: e}"))
        .containsExactly(
            "2026-01-19 to 2026-01-30",
            "2026-01-05 to 2026-01-07",
            "2026-01-19 to 2026-02-01",
            "-",
            "-");
    assertThat(sprints("", "{id: a, start: 2026-01-05, blocks: [{days: 1-3}]}"))
        .containsExactly("2026-01-05 to 2026-01-07");
    assertThat(sprints("", "{id: a, end: 2026-01-05, blocks: [{date: 2026-01-06}]}"))
        .containsExactly("-");
  }

  @Test
  void waves_and_launches_are_counted_in_the_project() {
    Wave wave = PlanTexts.wave("wave-1", 5, new Stretch(Counting.DAYS, 0, 0));
    Plan plan =
        PlanTexts.shop(
            """
            project: {name: Shop, started: 2026-01-05}
            workstreams: [{id: a, launch: {day: 3}}, {id: b, launch: {week: 2}}]
            """);
    PlanCalendar calendar = PlanCalendar.of(plan);

    assertThat(times(calendar.wave(wave))).isEqualTo("[2026-01-02]");
    assertThat(plan.workstreams())
        .map(w -> times(calendar.launch(w.launch().orElseThrow())))
        .containsExactly("[2026-01-07]", "[2026-01-12 to 2026-01-18]");
  }

  @Test
  void a_project_without_a_first_day_has_an_order_all_the_same() {
    Plan plan =
        PlanTexts.shop(
            """
            sprints:
              - {id: a, blocks: [{day: 1}, {day: 0}, {date: 2026-01-05}]}
              - {id: b, start: 2026-01-05, blocks: [{day: 1}]}
            """);
    PlanCalendar order = PlanCalendar.undated(plan).orElseThrow();
    Sprint a = plan.sprints().get(0);
    Sprint b = plan.sprints().get(1);

    assertThat(order.block(a, a.blocks().get(0)).span().orElseThrow().first())
        .isAfter(order.block(a, a.blocks().get(1)).span().orElseThrow().first());
    assertThat(order.block(a, a.blocks().get(2)).span()).isEmpty();
    assertThat(order.block(b, b.blocks().get(0)).span()).isEmpty();
    assertThat(PlanCalendar.undated(PlanTexts.shop("project: {name: a, started: 2026-01-05}\n")))
        .isEmpty();
  }
}
