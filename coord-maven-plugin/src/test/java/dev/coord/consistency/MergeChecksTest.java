package dev.coord.consistency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.diagnostic.Location;
import dev.coord.testing.Written;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a plan says in two ways of its merge queue. */
class MergeChecksTest {

  private static final String PLAN =
      """
      workstreams:
        - {id: a, branch: feature/a}
        - {id: b, branch: feature/b, depends_on: [a, c]}
        - {id: c}
      boundaries: {branches: {target: v1, never: [main, old]}}
      merges:
        queue:
      """;

  private static List<Contradiction> found(String... entries) {
    return MergeChecks.of(
            Written.plan(PLAN + "    - {" + String.join("}\n    - {", entries) + "}\n"))
        .toList();
  }

  private static Location at(int line, int column) {
    return Location.of("coord.yml", line, column);
  }

  @Test
  void a_queue_that_agrees_with_the_rest_of_the_plan_has_none() {
    assertThat(
            found(
                "workstream: a, source: feature/a, target: v1",
                "workstream: c, source: anything",
                "workstream: b",
                "pull_request: 5"))
        .isEmpty();
  }

  @Test
  void a_policy_that_forbids_its_own_target_is_found() {
    String plan = "boundaries: {branches: {target: main, never: [old, main]}}\n";

    assertThat(Told.of(MergeChecks.of(Written.plan(plan))))
        .containsExactly(
            "boundaries at 3: target: main, but boundaries.branches.never forbids it (3): Merge"
                + " into another branch, or correct the branch policy.");
  }

  @Test
  void a_task_that_is_needed_comes_first_in_the_queue() {
    String plan =
        """
        workstreams:
          - {id: a, tasks: ["[ ] t1: One"]}
          - {id: b, tasks: [{id: u1, text: x, depends_on: [a/t1]}]}
        merges: {queue: [{workstream: b}, {workstream: a}]}
        """;

    assertThat(Told.of(MergeChecks.of(Written.plan(plan))))
        .containsExactly(
            "b at 6: b comes before a in the merge queue, but b needs task a/t1 for u1 (5, 6): Change the"
                + " order of the queue, or correct the task.");
    assertThat(MergeChecks.of(Written.plan(plan.replace("[ ] t1", "[x] t1")))).isEmpty();
  }

  @Test
  void another_target_than_the_policys_is_found() {
    assertThat(found("workstream: a, target: v2"))
        .containsExactly(
            new Contradiction(
                "a",
                "target: v2",
                at(10, 31),
                "boundaries.branches.target is v1",
                List.of(at(7, 33)),
                "Correct the target, or the branch policy."));
  }

  @Test
  void a_target_that_nothing_is_merged_into_is_found() {
    assertThat(found("pull_request: 7, target: old"))
        .extracting(Contradiction::subject, Contradiction::found, Contradiction::against)
        .containsExactly(
            org.assertj.core.api.Assertions.tuple(
                "queue 7", "boundaries.branches.target is v1", List.of(at(7, 33))),
            org.assertj.core.api.Assertions.tuple(
                "queue 7", "boundaries.branches.never forbids it", List.of(at(7, 51))));
  }

  @Test
  void a_target_that_is_not_written_says_nothing() {
    assertThat(found("workstream: a", "source: other")).isEmpty();
  }

  @Test
  void a_source_that_is_not_the_branch_of_the_workstream_is_found() {
    assertThat(found("workstream: a, source: feature/b"))
        .containsExactly(
            new Contradiction(
                "a",
                "source: feature/b",
                at(10, 31),
                "the branch of a is feature/a",
                List.of(at(4, 21)),
                "Correct the source, or the branch of the workstream."));
  }

  @Test
  void what_was_given_up_need_not_come_first() {
    String plan = PLAN.replace("{id: c}", "{id: c, status: dropped}");

    assertThat(
            MergeChecks.of(
                Written.plan(
                    plan
                        + "    - {workstream: b}\n    - {workstream: c}\n"
                        + "    - {workstream: a}\n")))
        .extracting(Contradiction::found)
        .containsExactly("b depends on a");
  }

  @Test
  void what_depends_on_another_comes_behind_it() {
    assertThat(found("source: feature/b", "workstream: c", "workstream: a", "workstream: b"))
        .containsExactly(
            new Contradiction(
                "b",
                "b comes before a in the merge queue",
                at(10, 7),
                "b depends on a",
                List.of(at(5, 45), at(12, 7)),
                "Change the order of the queue, or correct depends_on."),
            new Contradiction(
                "b",
                "b comes before c in the merge queue",
                at(10, 7),
                "b depends on c",
                List.of(at(5, 48), at(11, 7)),
                "Change the order of the queue, or correct depends_on."));
  }

  @Test
  void all_that_is_waited_for_comes_before_in_the_queue() {
    assertThat(
            MergeChecks.of(
                Written.plan(
                    """
                    workstreams:
                      - {id: a}
                      - {id: b, depends_on: [a]}
                      - {id: c, depends_on: [b]}
                      - {id: d, launch: {wait_for: [a]}}
                      - {id: e}
                    handoffs: [{id: h, kind: artifact, paths: [/x], provider: a, consumers: [e]}]
                    merges:
                      queue: [{workstream: c}, {workstream: d}, {workstream: e}, {workstream: a}]
                    """)))
        .extracting(Contradiction::found, Contradiction::remedy)
        .containsExactly(
            org.assertj.core.api.Assertions.tuple(
                "c waits for a by way of b",
                "Change the order of the queue, or correct what it waits for."),
            org.assertj.core.api.Assertions.tuple(
                "d is launched after a", "Change the order of the queue, or correct wait_for."),
            org.assertj.core.api.Assertions.tuple(
                "e needs what a hands over",
                "Change the order of the queue, or correct the handoff."));
  }

  @ParameterizedTest
  @ValueSource(strings = {"workstream: b", "workstream: a"})
  void what_is_not_in_the_queue_says_nothing(String entry) {
    assertThat(found(entry)).isEmpty();
  }

  @Test
  void work_that_goes_by_default_where_nothing_may_go_contradicts_the_policy() {
    assertThat(
            Told.of(
                MergeChecks.of(
                    Written.plan(
                        """
                        workstreams: [{id: a, branch: f/a}, {id: b, branch: f/b}]
                        boundaries: {branches: {never: [main]}}
                        merges: {queue: [{workstream: a, target: develop}]}
                        """))))
        .containsExactly(
            "b at 3: b is merged into main, the integration branch, but"
                + " boundaries.branches.never forbids it (4): Merge into another branch, or correct"
                + " the branch policy.");
    assertThat(
            MergeChecks.of(
                Written.plan(
                    """
                    workstreams: [{id: a, branch: f/a}, {id: b, branch: f/b, status: dropped}]
                    boundaries: {branches: {never: [main]}}
                    merges: {waves: [{id: v, workstreams: [a], into: develop}]}
                    """)))
        .isEmpty();
  }
}
