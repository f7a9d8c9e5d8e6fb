package dev.coord.plan;

import static dev.coord.plan.PlanDiffs.between;
import static dev.coord.plan.PlanDiffs.told;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.coord.plan.PlanDiff.Change;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a branch lets go of what holds up merges: freezes, actions and gates of waves. */
class HoldUpDiffTest {

  private static final String FREEZE =
      """
      epics: [{id: p, kind: phase, start: 2026-01-05}]
      sprints: [{id: s, start: 2026-01-05}]
      events:
        - {id: code, kind: freeze, dates: 2026-01-05 to 2026-01-09, branches: [main, r]}
        - {id: docs, kind: freeze, days: 1-2, sprint: s}
        - {id: last, kind: freeze, phase_weeks: {p: 2}}
        - {id: talk, kind: review, dates: 2026-01-05}
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "to 2026-01-09 | to 2026-01-08 | code |"
            + " was 2026-01-05 to 2026-01-09 and is 2026-01-05 to 2026-01-08.",
        "2026-01-05 to | 2026-01-06 to | code |"
            + " was 2026-01-05 to 2026-01-09 and is 2026-01-06 to 2026-01-09.",
        "'dates: 2026-01-05 to 2026-01-09, b' | b | code |"
            + " was 2026-01-05 to 2026-01-09 and is at no time.",
        "[main, r] | [main] | code | is no longer about r.",
        "', branches: [main, r]' | '' | code | is no longer about r.",
        "'code, kind: freeze' | 'code, kind: review' | code |"
            + " (2026-01-05 to 2026-01-09) is removed.",
        "id: docs | id: other | docs | (days 1-2) is removed.",
        "1-2 | 1 | docs | was days 1-2 and is day 1.",
        "'id: s, start: 2026-01-05' | 'id: s, start: 2026-02-05' | docs |"
            + " is days 1-2 as before, but these are counted from another day.",
        "'phase, start: 2026-01-05' | 'phase, start: 2026-02-05' | last |"
            + " is week 2 of p as before, but these are counted from another day.",
      })
  void a_freeze_that_is_removed_or_for_less_is_told(
      String from, String to, String id, String clause) {
    assertThat(between(FREEZE, FREEZE.replace(from, to)))
        .extracting(Change::kind, Change::subject, Change::sentence)
        .containsExactly(
            tuple(PlanDiff.Kind.FREEZE_RELAXED, id, "The freeze \"" + id + "\" " + clause));
  }

  @Test
  void a_freeze_that_is_for_more_and_an_event_that_is_none_are_not_told() {
    String more =
        FREEZE
            .replace("2026-01-05 to 2026-01-09", "2026-01-04 to 2026-01-10")
            .replace("[main, r]", "[r, main, q]")
            .replace("  - {id: talk, kind: review, dates: 2026-01-05}\n", "");

    assertThat(told(FREEZE, more)).isEmpty();
    assertThat(told(more, FREEZE)).hasSize(2);
  }

  private static final String ACTION =
      """
      people: [{id: ana}, {id: ben}]
      workstreams: [{id: a}, {id: b}]
      actions:
        - {id: sign, title: Sign, who: ana, status: doing, blocks: [a, b]}
        - {id: tidy, title: Tidy, who: ana}
        - {id: past, title: Past, who: ana, status: done, blocks: [a]}
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "status: doing | status: done | , which blocks a, b, was doing and is done.",
        "status: doing | status: dropped | , which blocks a, b, was doing and is dropped.",
        "'[a, b]' | '[b]' | ' no longer blocks a.'",
        "', blocks: [a, b]' | '' | ' no longer blocks a, b.'",
        "who: ana, status: doing | who: ben, status: doing |"
            + " ' was for ana to do and is for ben.'",
        "'  - {id: sign, title: Sign, who: ana, status: doing, blocks: [a, b]}' | '' |"
            + " ', which blocks a, b, is removed.'",
      })
  void an_open_action_that_lets_go_what_it_holds_up_is_told(String from, String to, String clause) {
    assertThat(between(ACTION, ACTION.replace(from, to)))
        .extracting(Change::kind, Change::subject, Change::sentence)
        .containsExactly(
            tuple(PlanDiff.Kind.ACTION_RELAXED, "sign", "The action \"sign\"" + clause));
  }

  @Test
  void an_action_that_holds_up_nothing_or_more_is_not_told() {
    assertThat(
            told(
                ACTION,
                ACTION
                    .replace("status: doing, blocks: [a, b]", "status: blocked, blocks: [b, a]")
                    .replaceAll("(?m)^.*id: (tidy|past).*\n", "")))
        .isEmpty();
    assertThat(told(ACTION.replace("[a, b]", "[a]"), ACTION)).isEmpty();
    assertThat(told(ACTION, ACTION.replace("id: tidy", "id: tidy, status: done"))).isEmpty();
  }

  @Test
  void a_workstream_taken_out_of_a_wave_that_an_action_holds_up_is_told() {
    String waves =
        "workstreams: [{id: u}, {id: v}, {id: w}]\n"
            + "gates: [{id: g, tests: {failed: = 0}}]\n"
            + "actions: [{id: sign, title: Sign, who: ana, blocks: [one]}]\n"
            + "merges: {waves: [{id: one, workstreams: [v, w], gates: [g]},"
            + " {id: two, workstreams: [u], gates: []}]}\n";
    String moved = waves.replace("[v, w]", "[v]").replace("workstreams: [u],", "workstreams: [w],");

    assertThat(told(waves, moved))
        .containsExactly(
            "WAVE_RELAXED base.yml:6:41 branch.yml:6:41 The wave \"one\", which waits for sign,"
                + " no longer merges w.");
    assertThat(told(waves, moved.replace("blocks: [one]", "blocks: [one, two]")))
        .as("two waits for the same")
        .isEmpty();
    assertThat(told(waves.replace("{id: w}", "{id: w, status: dropped}"), moved))
        .as("given up")
        .isEmpty();
    assertThat(told(moved, waves)).as("into it").isEmpty();
    assertThat(
            told(
                waves.replace("blocks: [one]", "blocks: [v]"),
                moved.replace("blocks: [one]", "blocks: [v]")))
        .as("a gate of the project follows it")
        .isEmpty();
  }

  @Test
  void the_order_of_waves_and_of_the_queue_may_change() {
    String merges =
        "workstreams: [{id: u}, {id: v}, {id: w}]\n"
            + "gates: [{id: g, tests: {failed: = 0}}]\n"
            + "merges:\n"
            + "  queue: [{workstream: v}, {workstream: w}]\n"
            + "  waves: [{id: one, workstreams: [v, w], gates: [g]}, {id: two, workstreams: [u]}]\n";
    String turned =
        "workstreams: [{id: u}, {id: v}, {id: w}]\n"
            + "gates: [{id: g, tests: {failed: = 0}}]\n"
            + "merges:\n"
            + "  queue: [{workstream: w}, {workstream: v}]\n"
            + "  waves: [{id: two, workstreams: [u]}, {id: one, workstreams: [w, v], gates: [g]}]\n";

    assertThat(told(merges, turned)).isEmpty();
    assertThat(told(merges, turned.replace(", gates: [g]", ""))).as("but not its gates").hasSize(1);
  }

  @Test
  void a_gate_taken_off_a_wave_is_told_and_one_put_on_is_not() {
    String waves =
        "workstreams: [{id: w}]\n"
            + "gates: [{id: g, tests: {failed: = 0}}, {ownership: {}}]\n"
            + "merges: {waves: [{id: one, workstreams: [w], gates: [g, ownership]}]}\n";

    assertThat(told(waves, waves.replace("[g, ownership]", "[ownership]")))
        .containsExactly(
            "WAVE_RELAXED base.yml:5:53 branch.yml:5:53 The wave \"one\" no longer waits for g.");
    assertThat(told(waves.replace("[g, ownership]", "[g]"), waves)).isEmpty();
    assertThat(told(waves, waves.replaceAll("merges.*", "")))
        .singleElement()
        .asString()
        .endsWith("The wave \"one\", which waits for g, ownership, is removed.");
  }
}
