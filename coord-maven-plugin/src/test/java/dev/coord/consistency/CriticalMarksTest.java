package dev.coord.consistency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.testing.PlanTexts;
import java.util.List;
import org.junit.jupiter.api.Test;

class CriticalMarksTest {

  private static List<String> told(String a, String b, String c) {
    return Told.of(
        CriticalMarks.of(
            PlanTexts.shop(
                """
                workstreams:
                  - {id: a%s}
                  - {id: b, depends_on: [a]%s}
                  - {id: c%s}
                """
                    .formatted(a, b, c))));
  }

  @Test
  void the_marked_path_is_the_reckoned_one() {
    assertThat(
            told(", duration: 2, critical: true", ", duration: 2, critical: true", ", duration: 3"))
        .isEmpty();
  }

  @Test
  void a_mark_too_many_and_a_mark_too_few_are_told() {
    assertThat(
            told(", duration: 2, critical: true", ", duration: 2", ", duration: 3, critical: true"))
        .containsExactly(
            "b at 4: it is not marked critical, and others are, but it cannot be late without"
                + " delaying the end; critical by durations and dependencies: a, b (): Mark it with"
                + " 'critical: true', or mend durations and dependencies.",
            "c at 5: it is marked critical, but it can be 1 working day late without delaying the"
                + " end; critical by durations and dependencies: a, b (): Remove the mark, or mend"
                + " durations and dependencies.");
  }

  @Test
  void without_a_mark_or_with_a_length_missing_there_is_nothing_to_hold_against() {
    assertThat(told(", duration: 2", ", duration: 2", ", duration: 3")).isEmpty();
    assertThat(told(", duration: 2", ", duration: 2", ", critical: true")).isEmpty();
  }

  @Test
  void a_mark_that_is_wrong_whatever_is_missing_is_told() {
    String lengths = ", duration: 3, critical: true";

    assertThat(told(lengths, "", ", duration: 10")).isEmpty();
    assertThat(told("", lengths, ", duration: 10")).isEmpty();
    assertThat(
            Told.of(
                CriticalMarks.of(
                    PlanTexts.shop(
                        """
                        workstreams:
                          - {id: a, duration: 3, critical: true}
                          - {id: b, duration: 10}
                          - {id: c}
                        """))))
        .containsExactly(
            "a at 3: it is marked critical, but it can be at least 7 working days late without"
                + " delaying the end, which is not before day 10 (): Remove the mark, or mend"
                + " durations and dependencies.");
  }

  private static List<String> in(String plan) {
    return Told.of(CriticalMarks.of(PlanTexts.shop(plan)));
  }

  @Test
  void a_wave_that_waits_for_its_day_makes_no_mark_wrong() {
    assertThat(
            in(
                """
                workstreams: [{id: a, duration: 2, critical: true}, {id: b, duration: 1}]
                merges: {waves: [{id: w1, day: 9, workstreams: [a, b]}]}
                """))
        .isEmpty();
  }

  @Test
  void a_launch_that_waits_for_its_day_makes_no_mark_wrong() {
    assertThat(
            in(
                """
                workstreams:
                  - {id: a, duration: 2, critical: true}
                  - {id: b, duration: 3, depends_on: [a], launch: {day: 9}, critical: true}
                """))
        .isEmpty();
  }

  @Test
  void a_mark_that_is_wrong_with_the_planned_days_and_without_is_told_with_both() {
    assertThat(
            in(
                """
                workstreams: [{id: a, duration: 2, critical: true}, {id: b, duration: 3}]
                merges: {waves: [{id: w1, day: 9, workstreams: [a, b]}]}
                """))
        .containsExactly(
            "a at 2: it is marked critical, but it can be 1 working day late by durations and"
                + " dependencies alone, and 7 with the planned days, without delaying the end;"
                + " critical by durations and dependencies: b, wave w1; with the planned days: wave"
                + " w1 (): Remove the mark, or mend durations and dependencies.");
  }

  @Test
  void what_is_critical_only_with_the_planned_days_or_only_without_need_not_be_marked() {
    String plan =
        """
        workstreams:
          - {id: a, duration: 3, critical: true}
          - {id: b, duration: 3}
          - {id: c, duration: 1, launch: {day: 9}}
        """;

    assertThat(in(plan)).isEmpty();
    assertThat(in(plan.replace("day: 9", "day: 1"))).hasSize(1);
  }

  @Test
  void a_mark_that_a_promised_day_leaves_no_room_is_right() {
    String plan =
        """
        project: {name: Shop, started: 2026-01-05END}
        workstreams: [{id: a, duration: 3DUE, critical: true}, {id: b, duration: 9, critical: true}]
        merges: {waves: [{id: w1, WHEN workstreams: [a]}]}
        """;

    assertThat(in(filled(plan, "", "", "")))
        .singleElement()
        .asString()
        .contains("it can be 6 working days late without delaying the end; critical");
    assertThat(in(filled(plan, "", "", "day: 3,"))).isEmpty();
    assertThat(in(filled(plan, "", ", due: 2026-01-07", ""))).isEmpty();
    assertThat(in(filled(plan, ", expected_end: 2026-01-07", "", ""))).isEmpty();
    assertThat(in(filled(plan, "", "", "day: 5,")))
        .singleElement()
        .asString()
        .contains(
            "it can be 6 working days late without delaying the end, and 2 before a promised day"
                + " is missed; critical");
  }

  private static String filled(String plan, String end, String due, String when) {
    return plan.replace("END", end).replace("DUE", due).replace("WHEN", when);
  }
}
