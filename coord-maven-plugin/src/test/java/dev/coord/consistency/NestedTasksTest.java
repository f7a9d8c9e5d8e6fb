package dev.coord.consistency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.testing.Written;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tasks against what is nested in them. */
class NestedTasksTest {

  private static List<String> told(String yaml) {
    return Told.of(NestedTasks.of(Written.plan(yaml)));
  }

  @Test
  void a_task_is_not_done_before_what_is_nested_in_it() {
    assertThat(
            told(
                """
                workstreams:
                  - id: a
                    tasks:
                      - {id: t, text: T, state: done, tasks: ["[x] One", "[~] Two"]}
                      - {id: u, text: U, state: done, tasks: ["[ ] Three", "[!] Four"]}
                merges:
                  waves:
                    - id: v
                      workstreams: [a]
                      checklist: [{id: c, text: C, state: done, tasks: ["[ ] Five"]}]
                """))
        .containsExactly(
            "a/t at 6: task t is done, but of what is nested in it, two is doing (6): Correct its"
                + " state, or that of what is nested in it.",
            "a/u at 7: task u is done, but 2 of what is nested in it are open, the first is three"
                + " (7): Correct its state, or that of what is nested in it.",
            "wave v/c at 12: task c is done, but of what is nested in it, five is todo (12): Correct"
                + " its state, or that of what is nested in it.");
  }

  @Test
  void what_was_given_up_is_not_open_and_a_task_may_be_done_after_what_it_holds() {
    assertThat(
            told(
                """
                workstreams:
                  - id: a
                    tasks:
                      - id: t
                        text: T
                        state: done
                        tasks:
                          - "[x] One"
                          - {text: Two, state: dropped, tasks: ["[ ] Three"]}
                      - {id: u, text: U, tasks: ["[x] Four"]}
                """))
        .isEmpty();
  }

  @Test
  void a_task_is_not_due_before_what_is_nested_in_it() {
    assertThat(
            told(
                """
                workstreams:
                  - id: a
                    tasks:
                      - id: t
                        text: T
                        due: 2026-01-09
                        tasks:
                          - {text: One, due: 2026-01-09}
                          - {text: Two, due: 2026-01-12}
                          - {text: Three, due: 2026-01-12, state: done}
                """))
        .containsExactly(
            "a/t at 8: task t is due on 2026-01-09, but two, which is nested in it, is due on"
                + " 2026-01-12 (11): Mend one of the two days.");
  }
}
