package dev.coord.plan;

import static dev.coord.plan.PlanDiffs.between;
import static dev.coord.plan.PlanDiffs.gate;
import static dev.coord.plan.PlanDiffs.told;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.diagnostic.Location;
import dev.coord.plan.PlanDiff.Change;
import dev.coord.testing.Many;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Which gates a branch removes or weakens. */
class GateDiffTest {

  @Test
  void a_gate_that_only_has_another_id_is_not_told() {
    String base = "gates: [{id: g, tests: {failed: = 0}, severity: warn}, {ownership: {}}]\n";

    assertThat(told(base, base.replace("id: g", "id: tests-pass"))).isEmpty();
    assertThat(told(base, base.replace("id: g", "id: h").replace("= 0", "<= 9")))
        .containsExactly("GATE_REMOVED base.yml:3:9 - The gate \"g\" is removed.");
    assertThat(
            told(base, base.replace("id: g", "id: h").replace("severity: warn", "severity: info")))
        .hasSize(1);
    assertThat(
            told(
                base,
                "gates: [{id: g, merged: {branch: b}}, {id: h, tests: {failed: = 0}, severity:"
                    + " warn}, {ownership: {}}]\n"))
        .as("its id is given to another gate")
        .isEmpty();
  }

  @Test
  void a_gate_for_which_a_stricter_one_of_another_id_stands_in_is_not_told() {
    String base =
        "gates: [{id: g, coverage: {lines: '>= 70%'}, severity: warn}, {ownership: {}}]\n";
    String strict =
        base.replace("id: g", "id: lines")
            .replace("70%", "80%")
            .replace("severity: warn", "why: W");

    assertThat(told(base, strict)).isEmpty();
    assertThat(
            told(
                base,
                base.replace("id: g", "id: lines")
                    .replace("'>= 70%'", "'> 70%', branches: '> 1%'")))
        .isEmpty();
    assertThat(told(strict, base)).as("laxer").hasSize(1);
    assertThat(told(base, strict.replace("gates: [", "gates: [{id: g, tests: {failed: = 0}}, ")))
        .as("its id is given to another gate")
        .isEmpty();
    assertThat(
            told(
                base,
                "workstreams: [{id: w}]\n"
                    + strict.replace("why: W", "applies_to: {workstreams: [w]}")))
        .as("about less")
        .extracting(text -> text.substring(0, text.indexOf(' ')))
        .containsExactly("GATE_REMOVED");
  }

  @Test
  void one_gate_may_stand_in_for_several_and_each_for_itself() {
    String base =
        "gates: [{id: a, coverage: {lines: '>= 70%'}}, {id: b, coverage: {lines: '>= 90%'}}]\n";

    assertThat(told(base, "gates: [{id: c, coverage: {lines: '>= 95%'}}]\n")).isEmpty();
    assertThat(between(base, "gates: [{id: c, coverage: {lines: '>= 80%'}}]\n"))
        .extracting(Change::sentence)
        .containsExactly("The gate \"b\" is removed.");
  }

  @Test
  void what_waits_for_a_gate_may_wait_for_the_one_that_stands_in_for_it() {
    String base =
        "workstreams: [{id: w}]\n"
            + "gates: [{id: g, coverage: {lines: '>= 70%'}}]\n"
            + "merges: {waves: [{id: one, workstreams: [w], gates: [g]}]}\n"
            + "actions: [{id: sign, title: Sign, who: ana, blocks: [g]}]\n";
    String renamed = base.replace("[g]", "[h]").replace("id: g", "id: h");

    assertThat(told(base, renamed.replace("70%", "75%"))).isEmpty();
    assertThat(between(base, renamed.replace("70%", "65%")))
        .extracting(Change::kind)
        .containsExactly(
            PlanDiff.Kind.GATE_REMOVED, PlanDiff.Kind.ACTION_RELAXED, PlanDiff.Kind.WAVE_RELAXED);
  }

  /** What is not found by the end of the search is told, as what cannot be told would be. */
  @Test
  @Timeout(20)
  void thousands_of_gates_are_compared_in_little_time() {
    String base =
        Many.lines(3_000, i -> "- {id: a%1$d, path: {file: f%1$d, exists: true}}".formatted(i));
    String branch =
        Many.lines(3_000, i -> "- {id: b%1$d, path: {file: g%1$d, exists: true}}".formatted(i));

    assertThat(told("gates:\n" + base, "gates:\n" + branch)).hasSize(3_000);
  }

  /** What is waived of the one would otherwise be waived of the other. */
  @Test
  void gates_that_change_their_ids_with_each_other_are_told() {
    String base = "gates: [{id: g, tests: {failed: = 0}}, {id: h, ownership: {}}]\n";
    String branch = "gates: [{id: h, tests: {failed: = 0}}, {id: g, ownership: {}}]\n";

    assertThat(between(base, branch)).extracting(Change::subject).containsExactly("g", "h");
  }

  @Test
  void a_gate_that_is_removed_is_told() {
    List<Change> changes = between("gates: [{ownership: {}}, {tests: {failed: = 0}}]", "gates: []");

    assertThat(changes)
        .extracting(Change::sentence)
        .containsExactly("The gate \"ownership\" is removed.", "The gate \"tests\" is removed.");
    assertThat(changes.get(0).kind()).isEqualTo(PlanDiff.Kind.GATE_REMOVED);
    assertThat(changes.get(0).kind().area()).isEqualTo(PlanDiff.Area.GATES);
    assertThat(changes.get(0).subject()).isEqualTo("ownership");
    assertThat(changes.get(0).base()).contains(Location.of("base.yml", 3, 9));
    assertThat(changes.get(0).branch()).isEmpty();
  }

  @Test
  void a_lowered_severity_is_told() {
    assertThat(told(gate("ownership: {}"), gate("ownership: {}, severity: warn")))
        .containsExactly(
            "SEVERITY_LOWERED base.yml:4:9 branch.yml:4:42 The severity of gate \"g\" is lowered"
                + " from fail to warn.");
    assertThat(told(gate("ownership: {merged: fail}"), gate("ownership: {}")))
        .containsExactly(
            "SEVERITY_LOWERED base.yml:4:37 branch.yml:4:28 The gate \"g\" judged what is merged"
                + " with fail and does so with warn.");
    assertThat(told(gate("ownership: {}"), gate("ownership: {merged: fail}"))).isEmpty();
  }

  @Test
  void a_changed_scope_is_told() {
    assertThat(
            told(
                gate("coverage: {lines: '> 1%'}"),
                gate("coverage: {lines: '> 1%', of: {paths: [a]}}")))
        .containsExactly(
            "SCOPE_CHANGED base.yml:4:27 branch.yml:4:47 The gate \"g\" judged everything and"
                + " judges paths [a].");
    assertThat(
            told(
                gate("tests: {failed: = 0, of: {names: [a]}}"),
                gate("tests: {failed: = 0, of: {workstream: w}}")))
        .containsExactly(
            "SCOPE_CHANGED base.yml:4:42 branch.yml:4:42 The gate \"g\" judged names [a] and judges"
                + " workstream w.");
    assertThat(told(gate("tasks: {done: '> 1%'}"), gate("tasks: {workstream: w, done: '> 1%'}")))
        .containsExactly(
            "SCOPE_CHANGED base.yml:4:24 branch.yml:4:24 The gate \"g\" judged all tasks and judges"
                + " the tasks of workstream w.");
    assertThat(told(gate("ownership: {}"), gate("ownership: {}, applies_to: {workstreams: [w]}")))
        .containsExactly(
            "SCOPE_CHANGED base.yml:4:9 branch.yml:4:44 The gate \"g\" applied to the project and"
                + " applies to w.");
  }
}
