package dev.coord.consistency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.testing.Written;
import java.util.List;
import org.junit.jupiter.api.Test;

class DroppedWorkTest {

  private static List<String> told(String workstream, String block) {
    return Told.of(
        DroppedWork.of(
            Written.plan(
                "workstreams: [{id: b}, {id: a, " + workstream + "}]",
                "sprints: [{id: week, blocks: [{day: 1, " + block + "}]}]")));
  }

  @Test
  void what_was_dropped_is_not_launched() {
    assertThat(told("status: dropped, launch: {day: 2}", "launches: [a]"))
        .containsExactly(
            "a at 3: status: dropped, but it is launched on day 2 (3): Correct the status, or drop"
                + " what belongs to it, too.",
            "a at 3: status: dropped, but a block of week launches it (4): Correct the status, or"
                + " drop what belongs to it, too.");
  }

  @Test
  void nobody_works_on_what_was_dropped() {
    assertThat(told("status: cancelled, tasks: [\"[~] T1: Write\"]", "launches: [b]"))
        .singleElement()
        .asString()
        .startsWith("a at 3: status: cancelled, but its task T1 is being done (3)");
  }

  @Test
  void what_was_dropped_may_have_open_and_done_tasks_and_a_recipe() {
    assertThat(
            told(
                "status: dropped, launch: {order: 1}, tasks: [\"[x] T1: Write\", \"[ ] T2: Try\"]",
                "launches: [b]"))
        .isEmpty();
    assertThat(told("status: active, launch: {day: 2}", "launches: [a]")).isEmpty();
  }
}
