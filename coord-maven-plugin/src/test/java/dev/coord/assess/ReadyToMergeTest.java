package dev.coord.assess;

import static dev.coord.testing.Evidences.evidence;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.assess.WorkstreamState.Status;
import dev.coord.evidence.GitQuestions.PathQuestion;
import dev.coord.evidence.MergeForecast;
import dev.coord.evidence.MergeForecast.Clash;
import dev.coord.evidence.MergeState;
import dev.coord.evidence.Observation;
import dev.coord.rule.Outcome;
import dev.coord.testing.Cases;
import dev.coord.testing.Deltas;
import dev.coord.testing.Evidences;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds up a merge, and gates that ask for it. */
class ReadyToMergeTest {

  private static final String TWO =
      """
      workstreams:
        - {id: a, branch: feature/a, owns: [/a/], tasks: ["[x] One"]}
        - {id: b, branch: feature/b, owns: [/b/], tasks: ["[x] One"]}
      """;

  private static final String ASKS =
      TWO + "gates:\n  - {id: g, ready_to_merge: {workstream: a}, APPLIES}\n";

  private static Evidences seen() {
    return evidence()
        .active("feature/a", Deltas.changing("a/x"))
        .active("feature/b", Deltas.changing("b/x"));
  }

  private static Assessment assess(String plan, Evidences seen) {
    return Cases.written(plan.replace("APPLIES", "severity: fail")).evidence(seen).assess();
  }

  private static GateResult row(Assessment assessment, String id) {
    return assessment.gates().stream()
        .filter(row -> row.gate().id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static Status state(Assessment assessment) {
    return assessment.workstreams().get(0).observed();
  }

  @Test
  void a_workstream_that_nothing_holds_up_is_ready_and_passes() {
    Assessment assessment = assess(ASKS, seen());

    assertThat(row(assessment, "g").verdict().outcome()).isEqualTo(Outcome.PASSED);
    assertThat(row(assessment, "g").verdict().measured()).isEqualTo("a is ready to be merged");
    assertThat(state(assessment)).isEqualTo(Status.READY);
  }

  @Test
  void what_is_merged_passes() {
    Evidences merged = seen().merged("feature/a", Deltas.merged().build());

    assertThat(row(assess(ASKS, merged), "g").verdict().measured()).isEqualTo("a is merged");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "owns: [/a/], tasks: ['[ ] One']                     | 0 of 1 tasks are done",
        "owns: [/a/], status: active                         |"
            + " it has no tasks, and does not say that it is through",
        "keeps_off: [/a/], tasks: ['[x] One']                |"
            + " it changes 1 path against the boundaries",
        "owns: [/a/], tasks: ['[x] One'], depends_on: [b]    |"
            + " it depends on b, which is not merged",
      },
      quoteCharacter = '`')
  void what_holds_it_up_fails_and_is_named(String rest, String found) {
    String plan = ASKS.replaceFirst("owns: ./a/., tasks: [^}]*", rest);

    Assessment assessment = assess(plan, seen());

    assertThat(row(assessment, "g").verdict().outcome()).isEqualTo(Outcome.FAILED);
    assertThat(row(assessment, "g").verdict().measured()).isEqualTo("a is not ready: " + found);
    assertThat(row(assessment, "g").verdict().remedy()).isNotEmpty();
    assertThat(state(assessment)).isEqualTo(Status.ACTIVE);
  }

  @Test
  void a_branch_that_is_further_behind_than_it_may_be_is_not_ready() {
    String plan = ASKS + "boundaries: {branches: {behind_at_most: 2}}\n";
    Evidences behind = seen().active("feature/a", Deltas.live().modified("a/x").behind(3).build());

    Assessment assessment = assess(plan, behind);

    assertThat(row(assessment, "g").verdict().measured())
        .isEqualTo("a is not ready: its branch is 3 commits behind main, more than 2");
    assertThat(state(assessment)).isEqualTo(Status.ACTIVE);
  }

  private static Evidences conflicting() {
    Clash clash =
        new Clash("a/x", MergeForecast.Kind.CONTENT, List.of(), List.of(), true, List.of());
    return seen()
        .forecast(
            new MergeForecast(
                List.of("feature/a", "feature/b"),
                List.of(),
                0,
                List.of(
                    new MergeForecast.Step("feature/a", "main", Observation.known(List.of(clash)))),
                List.of()));
  }

  @Test
  void a_conflict_that_is_left_open_holds_it_up() {
    Assessment assessment = assess(ASKS, conflicting());

    assertThat(row(assessment, "g").verdict().measured())
        .isEqualTo("a is not ready: it conflicts with main in a/x");
    assertThat(state(assessment)).isEqualTo(Status.ACTIVE);
  }

  @Test
  void what_cannot_be_told_is_unknown_with_its_reason() {
    GateResult row = row(assess(ASKS, evidence().withoutGit("there is no repository")), "g");

    assertThat(row.verdict().outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(row.verdict().summary()).contains("there is no repository");
  }

  @Test
  void what_holds_it_up_for_sure_fails_whatever_cannot_be_told() {
    String plan = ASKS.replaceFirst("\\[x] One", "[ ] One");

    assertThat(
            row(assess(plan, evidence().withoutGit("there is no repository")), "g")
                .verdict()
                .outcome())
        .isEqualTo(Outcome.FAILED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"fail", "warn"})
  void a_failing_gate_about_it_holds_it_up(String severity) {
    String plan =
        ASKS
            + "  - {id: done, path: {file: gone, exists: true}, applies_to: {workstreams: [a]},"
            + " severity: "
            + severity
            + "}\n";
    Evidences without = seen().found(new PathQuestion("gone", "", Optional.empty()));

    Assessment assessment = assess(plan, without);

    assertThat(row(assessment, "g").verdict().measured())
        .isEqualTo("a is not ready: the gate done fails");
  }

  @Test
  void a_gate_about_a_workstream_that_asks_of_itself_does_not_wait_for_itself() {
    Assessment assessment =
        assess(ASKS.replace("APPLIES", "applies_to: {workstreams: [a]}"), seen());

    assertThat(row(assessment, "g").verdict().outcome()).isEqualTo(Outcome.PASSED);
    assertThat(state(assessment)).isEqualTo(Status.READY);
  }

  @Test
  void a_gate_about_a_workstream_that_asks_of_another_one_waits_for_that() {
    String plan =
        ASKS + "  - {id: h, ready_to_merge: {workstream: b}, applies_to: {workstreams: [a]}}\n";
    String open = plan.replaceFirst("(id: b,.*)\\[x] One", "$1[ ] One");

    assertThat(row(assess(plan, seen()), "g").verdict().outcome()).isEqualTo(Outcome.PASSED);
    assertThat(row(assess(open, seen()), "g").verdict().measured())
        .isEqualTo("a is not ready: the gate h fails");
    assertThat(state(assess(open, seen()))).isEqualTo(Status.ACTIVE);
  }

  @Test
  void gates_that_wait_for_each_other_are_unknown() {
    String plan =
        TWO
            + "gates:\n"
            + "  - {id: g, ready_to_merge: {workstream: a}, applies_to: {workstreams: [b]}}\n"
            + "  - {id: h, ready_to_merge: {workstream: b}, applies_to: {workstreams: [a]}}\n";

    Assessment assessment = assess(plan, seen());

    assertThat(row(assessment, "g").verdict().outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(row(assessment, "h").verdict().outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(state(assessment)).isEqualTo(Status.ACTIVE);
  }

  @Test
  void a_branch_does_not_free_itself_from_what_it_depends_on_by_its_base() {
    String waits = ASKS.replace("APPLIES", "severity: fail");
    String base = waits.replace("{id: a, ", "{id: a, depends_on: [b], ");
    Assessment assessment =
        Cases.written(waits).rulebook(Cases.written(base).build().plan()).evidence(seen()).assess();

    assertThat(row(assessment, "g").verdict().summary())
        .isEqualTo("a is not ready: it depends on b, which is not merged");
    assertThat(assessment.workstreams().get(0).waitsFor()).containsExactly("b");
  }

  @Test
  void nor_by_giving_up_what_it_depends_on_which_the_base_may() {
    String waits =
        ASKS.replace("APPLIES", "severity: fail").replace("{id: a, ", "{id: a, depends_on: [b], ");
    String dropped = waits.replace("{id: b, ", "{id: b, status: dropped, ");
    assertThat(dropped).isNotEqualTo(waits);

    assertThat(ready(dropped, waits).verdict().summary())
        .isEqualTo("a is not ready: it depends on b, which is not merged");
    assertThat(ready(dropped, dropped).verdict().measured()).isEqualTo("a is ready to be merged");
  }

  @Test
  void a_rule_that_asks_for_the_merge_of_what_was_given_up_does_not_pass() {
    String plan =
        TWO.replace("{id: b, ", "{id: b, status: dropped, ")
            + "gates:\n  - {id: g, merged: {workstream: b}}\n";

    Evidences seen = seen().merge("feature/b", "main", MergeState.Kind.UNMERGED);

    assertThat(row(assess(plan, seen), "g").verdict().outcome()).isEqualTo(Outcome.FAILED);
  }

  private static GateResult ready(String own, String base) {
    return row(
        Cases.written(own).rulebook(Cases.written(base).build().plan()).evidence(seen()).assess(),
        "g");
  }

  @Test
  void nor_by_removing_the_workstream_it_depends_on() {
    String base = ASKS.replace("APPLIES", "severity: fail");
    String alone = base.replaceAll("  - \\{id: b.*\n", "");
    Assessment assessment =
        Cases.written(alone)
            .rulebook(
                Cases.written(base.replace("{id: a, ", "{id: a, depends_on: [b], ")).build().plan())
            .evidence(seen())
            .assess();

    assertThat(row(assessment, "g").verdict().outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(row(assessment, "g").verdict().summary())
        .contains("whether b, which it depends on, is merged cannot be told");
  }

  @Test
  void a_claim_may_ask_but_not_of_what_counts_contradictions() {
    String claim =
        TWO
            + "claims: [{id: c, says: We are ready, holds_when: {ready_to_merge: {workstream: a}}}]\n";
    String counting =
        claim
            + "gates: [{id: g, plan: {contradictions: \"= 0\"}, applies_to: {workstreams: [a]}}]\n";

    assertThat(claim(assess(claim, seen()))).isEqualTo(ClaimCheck.Agreement.AGREES);
    assertThat(claim(assess(counting, seen()))).isEqualTo(ClaimCheck.Agreement.UNKNOWN);
  }

  private static ClaimCheck.Agreement claim(Assessment assessment) {
    return assessment.claims().stream()
        .filter(claim -> claim.subject().equals("claim c"))
        .findFirst()
        .orElseThrow()
        .agreement();
  }
}
