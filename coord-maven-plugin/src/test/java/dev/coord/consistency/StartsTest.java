package dev.coord.consistency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.testing.PlanTexts;
import java.util.List;
import org.junit.jupiter.api.Test;

class StartsTest {

  private static List<String> told(String... workstreams) {
    return Told.of(
        Looked.at(
            Starts::of,
            PlanTexts.shop(
                "project: {name: Shop, started: 2027-01-04}\nworkstreams:\n  - {id: z}\n  - "
                    + String.join("\n  - ", workstreams)
                    + "\n")));
  }

  @Test
  void a_launch_after_the_start_contradicts_it() {
    assertThat(told("{id: a, start: 2027-01-04, duration: 3, launch: {day: 8}}"))
        .containsExactly(
            "a at 5: it starts on 2027-01-04, but it is launched on day 8 (2027-01-13) (5): A"
                + " workstream starts when it is launched: mend one of the two days.");
  }

  @Test
  void a_launch_before_the_start_contradicts_it() {
    assertThat(told("{id: a, start: 2027-01-13, launch: {day: 1}}"))
        .singleElement()
        .asString()
        .contains("it starts on 2027-01-13, but it is launched on day 1 (2027-01-04)");
  }

  @Test
  void a_launch_on_the_same_working_day_or_in_the_same_week_agrees() {
    assertThat(told("{id: a, start: 2027-01-13, launch: {day: 8}}")).isEmpty();
    assertThat(told("{id: a, start: 2027-01-09, launch: {date: 2027-01-11}}")).isEmpty();
    assertThat(told("{id: a, start: 2027-01-13, launch: {week: 2}}")).isEmpty();
    assertThat(told("{id: a, start: 2027-01-13, launch: {order: 1}}")).isEmpty();
  }

  @Test
  void a_launch_by_a_block_on_another_day_contradicts_the_start() {
    String plan =
        """
        project: {name: Shop, started: 2027-01-04}
        workstreams: [{id: a, start: 2027-01-DAY}]
        sprints: [{id: s, blocks: [{day: 3, launches: [a]}]}]
        """;

    assertThat(Looked.at(Starts::of, PlanTexts.shop(plan.replace("DAY", "06")))).isEmpty();
    assertThat(Looked.at(Starts::of, PlanTexts.shop(plan.replace("DAY", "05"))))
        .extracting(Contradiction::found)
        .containsExactly("it is launched on day 3 (2027-01-06)");
  }

  @Test
  void what_one_wave_merges_together_may_start_before_its_day() {
    String plan =
        """
        project: {name: Shop, started: 2027-01-04}
        workstreams:
          - {id: a, duration: 3}
          - {id: b, start: 2027-01-07, duration: 2, KEY}
        merges: {waves: [{id: w, workstreams: [a, b], date: 2027-01-15}]}
        """;

    assertThat(Looked.at(Starts::of, PlanTexts.shop(plan.replace("KEY", "depends_on: [a]"))))
        .isEmpty();
    assertThat(
            Looked.at(
                Starts::of,
                PlanTexts.shop(plan.replace("KEY", "depends_on: [a], launch: {wait_for: [a]}"))))
        .extracting(Contradiction::found)
        .containsExactly("a, which it waits for, is merged by w on 2027-01-15");
  }

  @Test
  void a_start_before_what_it_waits_for_is_due_is_found() {
    assertThat(told("{id: a, due: 2027-01-15}", "{id: b, start: 2027-01-14, depends_on: [a]}"))
        .containsExactly(
            "b at 6: it starts on 2027-01-14, but a, which it waits for, is due on 2027-01-15 (5):"
                + " Start it on a later working day, or let a come earlier.");
  }

  @Test
  void work_begins_on_the_working_day_after_what_it_waits_for_is_due() {
    assertThat(told("{id: a, due: 2027-01-15}", "{id: b, start: 2027-01-15, depends_on: [a]}"))
        .containsExactly(
            "b at 6: it starts on 2027-01-15, but a, which it waits for, is due on 2027-01-15 (5):"
                + " Start it on a later working day, or let a come earlier.");
    assertThat(told("{id: a, due: 2027-01-15}", "{id: b, start: 2027-01-16, depends_on: [a]}"))
        .isEmpty();
    assertThat(told("{id: a, due: 2027-01-15}", "{id: b, start: 2027-01-14}")).isEmpty();
  }

  @Test
  void a_day_off_that_something_is_due_on_is_no_working_day() {
    assertThat(told("{id: a, due: 2027-01-17}", "{id: b, start: 2027-01-16, depends_on: [a]}"))
        .isEmpty();
  }
}
