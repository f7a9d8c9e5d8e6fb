package dev.coord.consistency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.testing.Written;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueueTwiceTest {

  private static List<String> told(String status, String... entries) {
    return Told.of(
        QueueTwice.of(
            Written.plan(
                "people: [{id: ana, name: Ana}, {id: ben, name: Ben}]",
                "workstreams: [{id: a" + status + "}, {id: b}]",
                "merges:",
                "  queue:",
                "    - {" + String.join("}\n    - {", entries) + "}")));
  }

  @Test
  void one_pull_request_of_two_workstreams_is_found() {
    assertThat(told("", "pull_request: 5, workstream: a", "pull_request: 5, workstream: b"))
        .containsExactly(
            "queue 5 at 7: workstream: a, but the queue lists pull request 5 again, with"
                + " workstream: b (coord.yml:8:37) (8): List it once.");
  }

  @Test
  void one_pull_request_in_two_states_or_with_two_reviewers_is_found() {
    assertThat(
            told(
                "",
                "pull_request: 5, status: ready, reviewer: ana",
                "pull_request: 5, status: draft, reviewer: ben"))
        .extracting(line -> line.substring(0, line.indexOf(", but")))
        .containsExactly("queue 5 at 7: status: ready", "queue 5 at 7: reviewer: ana");
  }

  @Test
  void what_is_said_once_or_alike_agrees() {
    assertThat(told("", "pull_request: 5, status: Ready ", "pull_request: 5, status: ready"))
        .isEmpty();
    assertThat(told("", "pull_request: 5, workstream: a", "pull_request: 6, workstream: b"))
        .isEmpty();
    assertThat(told("", "workstream: a, status: ready", "workstream: b, status: draft")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"merged, in review", "in progress, merged"})
  void work_that_is_merged_on_one_side_alone_is_found(String work, String queued) {
    assertThat(told(", status: " + work, "workstream: a, status: " + queued))
        .singleElement()
        .asString()
        .startsWith(
            "a at 4: status: " + work + ", but its entry in the merge queue says " + queued);
  }

  @ParameterizedTest
  @CsvSource({"merged, merged", "done, merged", "in progress, ready", "merged, cancelled"})
  void states_that_can_both_be_so_agree(String work, String queued) {
    assertThat(told(", status: " + work, "workstream: a, status: " + queued)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "blocked,     ready,   1",
    "todo,        ready,   1",
    "ready,       blocked, 1",
    "in progress, ready,   0",
    "ready,       ready,   0"
  })
  void work_that_is_ready_on_one_side_alone_is_found(String work, String queued, int found) {
    assertThat(told(", status: " + work, "pull_request: 5, workstream: a, status: " + queued))
        .hasSize(found);
  }
}
