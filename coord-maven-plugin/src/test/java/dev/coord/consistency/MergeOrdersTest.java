package dev.coord.consistency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.testing.Written;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The queue and the waves, and the tags of waves. */
class MergeOrdersTest {

  private static List<String> told(String yaml) {
    return Told.of(MergeOrders.of(Written.plan(yaml)));
  }

  private static final String WORK =
      "workstreams: [{id: a, branch: f/a}, {id: b, branch: f/b}, {id: c, branch: f/c}]\n";

  @Test
  void the_queue_and_the_waves_merge_in_one_order() {
    assertThat(
            told(
                WORK
                    + """
                    merges:
                      queue: [{workstream: a}, {source: f/b}, {workstream: c}]
                      waves:
                        - {id: v1, workstreams: [c, b]}
                        - {id: v2, workstreams: [a]}
                    """))
        .containsExactly(
            "a at 5: a comes before b in the merge queue, but wave v1 merges b, and only wave v2"
                + " merges a (7, 8): Give both one order.",
            "b at 5: b comes before c in the merge queue, but wave v1 merges c before it (7, 7):"
                + " Give both one order.");
  }

  @Test
  void what_goes_into_two_branches_or_was_given_up_has_no_order() {
    assertThat(
            told(
                """
                workstreams: [{id: a, branch: f/a}, {id: b, branch: f/b}, {id: c, status: dropped}]
                merges:
                  queue: [{workstream: c}, {workstream: a, target: develop}, {workstream: b}]
                  waves:
                    - {id: v1, workstreams: [b]}
                    - {id: v2, workstreams: [a, c]}
                """))
        .isEmpty();
  }

  @Test
  void a_tag_ends_one_wave() {
    assertThat(
            told(
                WORK
                    + """
                    merges:
                      waves:
                        - {id: v1, workstreams: [a], tag: v1.0}
                        - {id: v2, workstreams: [b], tag: v1.0}
                        - {id: v3, workstreams: [c], tag: v1.1}
                    """))
        .containsExactly(
            "wave v1 at 6: tag: v1.0, but wave v2 ends with it, too (coord.yml:7:39) (7): A tag is"
                + " set once: give one of the waves another one.");
  }
}
