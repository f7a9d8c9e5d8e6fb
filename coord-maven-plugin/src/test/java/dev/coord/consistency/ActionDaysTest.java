package dev.coord.consistency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.testing.Written;
import java.util.List;
import org.junit.jupiter.api.Test;

class ActionDaysTest {

  private static List<String> told(String action) {
    return Told.of(
        Looked.at(
            ActionDays::of,
            Written.plan(
                "workstreams: [{id: a, due: 2026-01-09}, {id: b}]",
                "actions: [{id: key, title: Buy a key, " + action + "}]")));
  }

  @Test
  void an_action_that_is_due_after_what_waits_for_it_is_found() {
    assertThat(told("when: 2026-01-10, blocks: [b, a]"))
        .containsExactly(
            "action key at 4: it is due on 2026-01-10, but a, which waits for it, is due on"
                + " 2026-01-09 (4, 3): Mend one of the two days.");
  }

  @Test
  void an_action_in_time_or_done_agrees() {
    assertThat(told("when: 2026-01-09, blocks: [a]")).isEmpty();
    assertThat(told("when: 2026-01-10, blocks: [b]")).isEmpty();
    assertThat(told("when: 2026-01-10, blocks: [a], status: done")).isEmpty();
  }

  private static List<String> waves(String action) {
    return Told.of(
        Looked.at(
            ActionDays::of,
            Written.file(
                """
                coord: 1
                project: {name: Shop, started: 2026-01-05}
                workstreams: [{id: a}]
                merges: {waves: [{id: w1, day: 4, workstreams: [a]}]}
                gates: [{coverage: {lines: ">= 80%"}, applies_to: {waves: [w1]}}]
                actions: [{id: key, title: Buy a key, ACTION}]
                """
                    .replace("ACTION", action))));
  }

  @Test
  void an_action_that_is_due_after_the_wave_that_waits_for_it_is_found() {
    assertThat(waves("when: 2026-01-09, blocks: [w1]"))
        .containsExactly(
            "action key at 6: it is due on 2026-01-09, but w1, which waits for it, is merged on day"
                + " 4 (2026-01-08) (6, 4): Mend one of the two days.");
    assertThat(waves("when: 2026-01-08, blocks: [w1]")).isEmpty();
  }

  @Test
  void a_workstream_and_a_gate_are_wanted_when_their_wave_is_merged() {
    assertThat(waves("when: 2026-01-09, blocks: [a, coverage]"))
        .containsExactly(
            "action key at 6: it is due on 2026-01-09, but a, which waits for it, is merged by w1 on"
                + " day 4 (2026-01-08) (6, 4): Mend one of the two days.",
            "action key at 6: it is due on 2026-01-09, but coverage, which waits for it, must hold"
                + " for w1, merged on day 4 (2026-01-08) (6, 4): Mend one of the two days.");
  }
}
