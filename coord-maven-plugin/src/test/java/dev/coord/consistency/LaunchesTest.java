package dev.coord.consistency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.plan.Plan;
import dev.coord.plan.Stretch;
import dev.coord.plan.Stretch.Counting;
import dev.coord.testing.PlanTexts;
import java.util.List;
import org.junit.jupiter.api.Test;

class LaunchesTest {

  private static Plan plan(String project, String workstream, String blocks) {
    return PlanTexts.shop(
        """
        project: {name: Shop%s}
        workstreams:
          - {id: td2}
          - {id: ws3, %s}
        sprints:
          - id: week
            blocks:
        """
                .formatted(project, workstream)
            + blocks.lines().map(line -> "      - " + line + "\n").reduce("", String::concat));
  }

  private static List<String> told(String workstream, String blocks) {
    return Told.of(Looked.at(Launches::of, plan("", workstream, blocks)));
  }

  @Test
  void a_launch_on_two_days_is_told_with_both_places() {
    assertThat(told("level: low", "{day: 1, launches: [td2, ws3]}\n{day: 3, launches: [ws3]}"))
        .containsExactly(
            "ws3 at 9: ws3 is launched on day 1 and again on day 3, but a workstream is launched"
                + " once (10): Keep one of the two.");
    assertThat(told("launch: {day: 3}", "{day: 1, launches: [ws3]}\n{day: 2}"))
        .containsExactly(
            "ws3 at 9: ws3 is launched on day 1 and again on day 3, but a workstream is launched"
                + " once (5): Keep one of the two.");
  }

  @Test
  void dates_are_told_where_they_are_known() {
    assertThat(
            Told.of(
                Looked.at(
                    Launches::of,
                    plan(
                        ", started: 2026-01-05", "launch: {day: 3}", "{day: 1, launches: [ws3]}"))))
        .containsExactly(
            "ws3 at 9: ws3 is launched on day 1 (2026-01-05) and again on day 3 (2026-01-07), but a"
                + " workstream is launched once (5): Keep one of the two.");
  }

  @Test
  void a_launch_within_the_days_of_its_block_is_one() {
    assertThat(told("launch: {day: 2}", "{days: 1-3, launches: [ws3]}")).isEmpty();
    assertThat(told("launch: {day: 2}", "{title: a, launches: [ws3]}")).isEmpty();
    assertThat(told("launch: {date: 2026-01-05}", "{day: 1, launches: [ws3]}")).isEmpty();
  }

  @Test
  void a_workstream_is_active_from_its_launch_on() {
    assertThat(told("launch: {day: 2}", "{day: 2, workstreams: [ws3]}")).isEmpty();
    assertThat(told("launch: {day: 2}", "{days: 0-1, workstreams: [td2, ws3]}"))
        .containsExactly(
            "ws3 at 9: ws3 is active on days 0-1, but it is launched on day 2 (5): Launch it"
                + " earlier, or let it be active later.");
    assertThat(told("level: low", "{day: 1, workstreams: [ws3]}")).isEmpty();
  }

  private static List<String> after(String launch, int day) {
    return Told.of(
        Looked.at(
            Launches::of,
            PlanTexts.with(
                plan("", "depends_on: [td2], launch: {" + launch + "}", "{day: 9}"),
                PlanTexts.wave("wave-1", 20, new Stretch(Counting.DAYS, day, day), "td2"))));
  }

  @Test
  void a_launch_on_the_day_of_the_merge_is_in_time_and_one_before_is_not() {
    assertThat(after("day: 2", 2)).isEmpty();
    assertThat(after("day: 2", 3))
        .containsExactly(
            "ws3 at 5: ws3 is launched on day 2, but td2, which it waits for, is merged by wave-1"
                + " on day 3 (20): Launch it later, or let td2 come earlier.");
  }

  @Test
  void a_day_that_something_is_due_is_still_worked() {
    assertThat(
            Told.of(
                Looked.at(
                    Launches::of,
                    PlanTexts.shop(
                        """
                        workstreams:
                          - {id: a, due: 2026-01-09}
                          - {id: b, launch: {date: 2026-01-08, wait_for: [a]}}
                          - {id: c, launch: {date: 2026-01-09, wait_for: [a]}}
                          - {id: d, launch: {date: 2026-01-12, wait_for: [a]}}
                        """))))
        .containsExactly(
            "b at 4: b is launched on 2026-01-08, but a, which it waits for, is due on 2026-01-09"
                + " (3): Launch it on a later working day, or let a come earlier.",
            "c at 5: c is launched on 2026-01-09, but a, which it waits for, is due on 2026-01-09"
                + " (3): Launch it on a later working day, or let a come earlier.");
  }

  @Test
  void a_launch_waits_for_what_is_to_be_handed_over() {
    assertThat(
            Told.of(
                Looked.at(
                    Launches::of,
                    PlanTexts.shop(
                        """
                        workstreams:
                          - {id: a, due: 2026-01-09}
                          - {id: b, launch: {date: 2026-01-08}}
                        handoffs:
                          - {id: h, kind: artifact, provider: a, consumers: [b], paths: [/x]}
                        """))))
        .containsExactly(
            "b at 4: b is launched on 2026-01-08, but a, which it waits for, is due on 2026-01-09"
                + " (3): Launch it on a later working day, or let a come earlier.");
  }

  @Test
  void what_has_no_time_says_nothing() {
    assertThat(told("depends_on: [td2]", "{launches: [ws3, td2]}\n{day: 1}")).isEmpty();
  }

  @Test
  void without_a_planned_end_a_launch_comes_after_that_of_what_it_waits_for() {
    assertThat(told("depends_on: [td2], launch: {day: 1}", "{day: 4, launches: [td2]}"))
        .singleElement()
        .asString()
        .startsWith("ws3 at 5: ws3 is launched on day 1, but td2, which it waits for, is launched");
    assertThat(told("depends_on: [td2], launch: {day: 5}", "{day: 4, launches: [td2]}")).isEmpty();
    assertThat(told("depends_on: [td2], launch: {day: 4}", "{day: 4, launches: [td2]}"))
        .containsExactly(
            "ws3 at 5: ws3 is launched on day 4, but td2, which it waits for, is launched on day 4"
                + " (9): Launch it on a later working day, or let td2 come earlier.");
  }

  @Test
  void without_a_first_day_a_dated_launch_and_its_length_tell_the_end() {
    String plan =
        """
        workstreams:
          - {id: a, duration: 3, launch: {date: 2026-01-09}}
          - {id: b, depends_on: [a], launch: {date: 2026-01-DAY}}
        """;

    assertThat(Told.of(Looked.at(Launches::of, PlanTexts.shop(plan.replace("DAY", "13")))))
        .containsExactly(
            "b at 4: b is launched on 2026-01-13, but a, which it waits for, is launched on"
                + " 2026-01-09, and takes 3 working days (3): Launch it on a later working day, or"
                + " let a come earlier.");
    assertThat(Looked.at(Launches::of, PlanTexts.shop(plan.replace("DAY", "14")))).isEmpty();
  }
}
