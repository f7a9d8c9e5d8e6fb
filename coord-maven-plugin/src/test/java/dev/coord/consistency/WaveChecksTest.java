package dev.coord.consistency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.diagnostic.Location;
import dev.coord.testing.Written;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a plan says in two ways of its waves. */
class WaveChecksTest {

  private static final String PLAN =
      """
      workstreams:
        - {id: a}
        - {id: b, depends_on: [a]}
        - {id: c, tasks: ["[ ] C.1: Open", "[x] C.2: Through", "[-] C.3: Given up"]}
      boundaries: {branches: {never: [main]}}
      handoffs: [{id: h, kind: KIND, STATUS provider: c, consumers: [a]}]
      merges:
        waves:
      """;

  private static List<Contradiction> in(String plan, String... waves) {
    return WaveChecks.of(Written.plan(plan + "    - {" + String.join("}\n    - {", waves) + "}\n"))
        .toList();
  }

  private static String plan(String kind, String status) {
    return PLAN.replace("KIND", kind).replace("STATUS", status);
  }

  private static List<Contradiction> found(String... waves) {
    return in(plan("artifact", ""), waves);
  }

  private static Location at(int line, int column) {
    return Location.of("coord.yml", line, column);
  }

  @Test
  void waves_in_the_order_of_what_depends_on_what_agree() {
    assertThat(found("id: w1, workstreams: [c, a]", "id: w2, into: next, workstreams: [b]"))
        .isEmpty();
    assertThat(found("id: w1, workstreams: [b]")).isEmpty();
  }

  @Test
  void a_task_that_is_needed_is_merged_first() {
    String plan =
        """
        workstreams:
          - {id: a, tasks: ["[ ] t1: One", "[x] t2: Two"]}
          - {id: b, tasks: [{id: u1, text: x, depends_on: [a/t1]}, {id: u2, text: y, depends_on: [a/t2]}]}
        merges:
          waves:
        """;

    assertThat(in(plan, "id: w1, workstreams: [a, b]")).isEmpty();
    assertThat(Told.of(in(plan, "id: w1, workstreams: [b]", "id: w2, workstreams: [a]").stream()))
        .containsExactly(
            "wave w1 at 8: wave w1 merges b, but b needs task a/t1 for u1, which wave w2 merges later (5,"
                + " 9): Merge a first, or correct the task.");
  }

  @Test
  void what_was_given_up_need_not_be_merged_first() {
    String waves = "id: w1, workstreams: [b]}\n    - {id: w2, workstreams: [c, a]";

    assertThat(in(plan("artifact", ""), waves)).hasSize(1);
    assertThat(in(plan("artifact", "").replace("{id: a}", "{id: a, status: dropped}"), waves))
        .isEmpty();
  }

  @Test
  void a_wave_that_merges_something_before_what_it_depends_on_is_found() {
    assertThat(found("id: w1, workstreams: [b]", "id: w2, workstreams: [c, a]"))
        .containsExactly(
            new Contradiction(
                "wave w1",
                "wave w1 merges b",
                at(11, 30),
                "b depends on a, which wave w2 merges later",
                List.of(at(5, 26), at(12, 33)),
                "Merge a first, or correct depends_on."));
  }

  private static List<Contradiction> chain(String b, String waves) {
    return WaveChecks.of(
            Written.plan(
                "workstreams:",
                "  - {id: a}",
                "  - {id: b, depends_on: [a]" + b + "}",
                "  - {id: c, depends_on: [b]}",
                "merges: {waves: [" + waves + "]}"))
        .toList();
  }

  @Test
  void a_wave_that_merges_something_before_what_it_waits_for_by_way_of_others_is_found() {
    String waves = "{id: w1, workstreams: [c]}, {id: w2, workstreams: [a]}";

    assertThat(chain("", waves))
        .containsExactly(
            new Contradiction(
                "wave w1",
                "wave w1 merges c",
                at(7, 41),
                "c waits for a by way of b, which wave w2 merges later",
                List.of(at(6, 26), at(7, 69)),
                "Merge a first, or correct what it waits for."));
    assertThat(chain(", status: dropped", waves)).isEmpty();
  }

  @Test
  void what_is_merged_in_between_is_told_itself_and_no_more() {
    assertThat(chain("", "{id: w1, workstreams: [b, c]}, {id: w2, workstreams: [a]}"))
        .extracting(Contradiction::found)
        .containsExactly("b depends on a, which wave w2 merges later");
  }

  @Test
  void what_a_launch_waits_for_is_merged_before() {
    assertThat(
            WaveChecks.of(
                Written.plan(
                    "workstreams: [{id: x}, {id: y, launch: {wait_for: [x]}}]",
                    "merges: {waves: [{id: w1, workstreams: [y, x]}]}")))
        .extracting(Contradiction::found, Contradiction::remedy)
        .containsExactly(
            org.assertj.core.api.Assertions.tuple(
                "y is launched after x, which this wave merges after it",
                "Merge x first, or correct wait_for."));
  }

  @Test
  void the_order_inside_of_a_wave_counts() {
    assertThat(found("id: w1, workstreams: [c, b, a]"))
        .extracting(Contradiction::found)
        .containsExactly("b depends on a, which this wave merges after it");
  }

  @Test
  void a_wave_that_merges_something_before_what_it_needs_is_found() {
    assertThat(found("id: w1, workstreams: [a]", "id: w2, workstreams: [c]"))
        .containsExactly(
            new Contradiction(
                "wave w1",
                "wave w1 merges a",
                at(11, 30),
                "a needs handoff h of c, which wave w2 merges later",
                List.of(at(8, 62), at(12, 30)),
                "Merge c first, or correct the handoff."));
  }

  @ParameterizedTest
  @CsvSource({
    "secret, ''",
    "stub, ''",
    "contract, ''",
    "artifact, 'status: not_needed,'",
    "artifact, 'status: ready,'",
    "artifact, 'task: c/C.2,'",
    "artifact, 'task: c/C.3,'",
    "artifact, 'before: the release,'"
  })
  void what_no_merge_has_still_to_bring_has_no_order(String kind, String status) {
    assertThat(in(plan(kind, status), "id: w1, workstreams: [a]", "id: w2, workstreams: [c]"))
        .isEmpty();
  }

  @Test
  void what_an_open_task_has_still_to_bring_has_an_order() {
    assertThat(
            in(
                plan("artifact", "task: c/C.1,"),
                "id: w1, workstreams: [a]",
                "id: w2, workstreams: [c]"))
        .extracting(Contradiction::found)
        .containsExactly("a needs handoff h of c, which wave w2 merges later");
  }

  @Test
  void a_workstream_is_merged_once() {
    assertThat(found("id: w1, workstreams: [a, a]", "id: w2, workstreams: [a]"))
        .filteredOn(one -> one.remedy().equals("Merge it once."))
        .extracting(Contradiction::subject, Contradiction::found, Contradiction::place)
        .containsExactly(
            org.assertj.core.api.Assertions.tuple("wave w1", "the wave lists it twice", at(11, 33)),
            org.assertj.core.api.Assertions.tuple("wave w2", "wave w1 merges it, too", at(12, 30)));
  }

  @Test
  void a_workstream_may_be_merged_into_each_branch_once() {
    assertThat(
            in(
                plan("secret", ""),
                "id: w1, into: next, workstreams: [a]",
                "id: w2, workstreams: [c, a]"))
        .isEmpty();
    assertThat(
            in(
                plan("secret", ""),
                "id: w1, into: next, workstreams: [b]",
                "id: w2, into: next, workstreams: [b]"))
        .extracting(Contradiction::found)
        .containsExactly("wave w1 merges it, too");
  }

  @Test
  void what_is_merged_into_several_branches_comes_first_in_each_of_them() {
    assertThat(
            in(
                plan("secret", ""),
                "id: w1, into: next, workstreams: [a, b]",
                "id: w2, workstreams: [b]",
                "id: w3, workstreams: [c, a]"))
        .extracting(Contradiction::claim, Contradiction::found)
        .containsExactly(
            org.assertj.core.api.Assertions.tuple(
                "wave w2 merges b", "b depends on a, which wave w3 merges later"));
  }

  @Test
  void waves_into_two_branches_are_in_order_where_one_needs_the_other_but_for_their_days() {
    String dated = "project: {name: Shop, started: 2026-01-05}\n" + plan("artifact", "");
    String waves =
        "coord: 1\n"
            + dated
            + "    - {id: w1, day: 5, workstreams: [b]}\n"
            + "    - {id: w2, day: DAY, into: next, workstreams: [a]}\n";

    assertThat(found("id: w1, workstreams: [b]", "id: w2, into: next, workstreams: [a]"))
        .hasSize(1);
    assertThat(WaveChecks.of(Written.file(waves.replace("DAY", "6")))).hasSize(1);
    assertThat(WaveChecks.of(Written.file(waves.replace("DAY", "4")))).isEmpty();
  }

  @Test
  void a_wave_into_a_branch_that_nothing_is_merged_into_is_found() {
    assertThat(found("id: w1, into: main, workstreams: [b]"))
        .extracting(Contradiction::claim, Contradiction::found)
        .containsExactly(
            org.assertj.core.api.Assertions.tuple(
                "into: main", "boundaries.branches.never forbids it"));
  }

  @Test
  void a_message_for_what_the_wave_does_not_merge_is_found() {
    assertThat(found("id: w1, workstreams: [b], messages: {b: B, c: C}"))
        .containsExactly(
            new Contradiction(
                "wave w1",
                "messages: c",
                at(11, 54),
                "the wave does not merge c",
                List.of(at(11, 29)),
                "Merge it in this wave, or remove the message."));
  }

  @Test
  void a_wave_that_is_dated_before_that_of_what_it_depends_on_is_found_in_any_order() {
    String dated = "project: {name: Shop, started: 2026-01-05}\n" + plan("artifact", "");
    assertThat(
            WaveChecks.of(
                Written.file(
                    "coord: 1\n"
                        + dated
                        + "    - {id: w1, day: 5, workstreams: [a]}\n"
                        + "    - {id: w2, day: 3, workstreams: [b]}\n")))
        .extracting(Contradiction::claim)
        .containsExactly("wave w2 merges b");
    assertThat(
            WaveChecks.of(
                Written.file(
                    "coord: 1\n"
                        + dated
                        + "    - {id: w1, day: 5, workstreams: [a]}\n"
                        + "    - {id: w2, day: 5, workstreams: [b]}\n")))
        .isEmpty();
  }
}
