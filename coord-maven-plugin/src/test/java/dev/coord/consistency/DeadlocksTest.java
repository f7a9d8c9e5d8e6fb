package dev.coord.consistency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.plan.Plan;
import dev.coord.schedule.Completed;
import dev.coord.schedule.PlanSchedule;
import dev.coord.testing.PlanTexts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Handoffs and tasks that wait for themselves. */
class DeadlocksTest {

  private static final String DIRECT =
      "handoff h at 8: consumers: b, but a, which provides it, waits for b (3): Let another one"
          + " provide it, or correct what a waits for.";

  private static Plan plan(String handoff) {
    return PlanTexts.shop(
        """
        workstreams:
          - {id: a, depends_on: [x, b]}
          - {id: x, launch: {wait_for: [c]}}
          - {id: b, tasks: ["[ ] b1: One"]}
          - {id: c, tasks: ["[x] c1: Two"]}
        handoffs:
          - {id: h, kind: artifact, paths: [/h], %s}
        """
            .formatted(handoff));
  }

  private static List<String> told(String handoff) {
    return Told.of(Looked.at(Deadlocks::of, plan(handoff)));
  }

  @Test
  void who_needs_what_comes_only_after_him_waits_for_ever() {
    assertThat(told("provider: a, consumers: [b]")).containsExactly(DIRECT);
    assertThat(told("provider: a, consumers: [c, b]"))
        .containsExactly(
            "handoff h at 8: consumers: c, but a, which provides it, waits for c by way of x (3):"
                + " Let another one provide it, or correct what a waits for.",
            DIRECT);
  }

  @Test
  void what_is_there_comes_first_or_is_needed_later_makes_nobody_wait() {
    assertThat(told("provider: a, consumers: [b], status: ready")).isEmpty();
    assertThat(told("provider: c, consumers: [b, x], task: c/c1")).isEmpty();
    assertThat(told("provider: a, consumers: [b], before: The release")).isEmpty();
    assertThat(told("provider: b, consumers: [a]")).isEmpty();
    assertThat(told("provider: a, consumers: [b]")).hasSize(1);
  }

  @Test
  void what_is_merged_is_waited_for_by_nobody() {
    Plan plan = plan("provider: a, consumers: [b, c]");
    Completed merged = new Completed(Map.of("x", Optional.empty()), Set.of());

    assertThat(Told.of(Deadlocks.of(plan, PlanSchedule.of(plan, merged)))).containsExactly(DIRECT);
  }

  @Test
  void a_task_cannot_need_one_of_who_comes_only_after_it() {
    Plan plan =
        PlanTexts.shop(
            """
            workstreams:
              - {id: a, depends_on: [b], tasks: ["[ ] t1: One", "[x] t2: Two"]}
              - id: b
                tasks:
                  - {id: u1, text: One, depends_on: [a/t1]}
                  - {id: u2, text: Two, depends_on: [a/t2, u1]}
                  - {id: u3, text: Three, state: done, depends_on: [a/t1]}
            sprints: [{id: b, blocks: [{day: 1, tasks: [{id: u4, text: x, depends_on: [a/t1]}]}]}]
            """);

    assertThat(Told.of(Looked.at(Deadlocks::of, plan)))
        .containsExactly(
            "b/u1 at 6: depends_on: a/t1, but a waits for b (3): Correct what the task depends on,"
                + " or what a waits for.");
  }

  @Test
  void two_that_hand_something_to_each_other_work_side_by_side() {
    Plan plan =
        PlanTexts.shop(
            """
            workstreams: [{id: a}, {id: b}, {id: c, depends_on: [b]}]
            handoffs:
              - {id: h1, kind: artifact, paths: [/h1], provider: a, consumers: [b]}
              - {id: h2, kind: artifact, paths: [/h2], provider: b, consumers: [a]}
              - {id: h3, kind: library, name: x, file: pom.xml, provider: c, consumers: [b]}
            """);

    assertThat(Told.of(Looked.at(Deadlocks::of, plan)))
        .containsExactly(
            "handoff h3 at 6: consumers: b, but c, which provides it, waits for b (2): Let another"
                + " one provide it, or correct what c waits for.");
  }
}
