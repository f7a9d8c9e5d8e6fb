package dev.coord.consistency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.testing.Written;
import java.util.List;
import org.junit.jupiter.api.Test;

class ActionDaysTest {

  private static List<String> told(String action) {
    return Told.of(
        ActionDays.of(
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
}
