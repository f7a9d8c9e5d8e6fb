package dev.coord.assess;

import static dev.coord.testing.Baselines.known;
import static dev.coord.testing.Baselines.trespassing;
import static dev.coord.testing.Evidences.evidence;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.coord.assess.BaselineState.Fate;
import dev.coord.plan.Baseline.Key;
import dev.coord.plan.Baseline.Kind;
import dev.coord.plan.Severity;
import dev.coord.rule.Outcome;
import dev.coord.testing.Cases;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows held against what is known. */
class KnownFindingsTest {

  private static final String LATE =
      """
      actions:
        - {id: pay, title: Pay, who: ana, when: 2026-11-02}
        - {id: ship, title: Ship, who: ana, when: 2026-11-03}
      workstreams: [{id: a, branch: feature/a, due: 2026-11-04}]
      gates: [{plan: {overdue: "= 0"}}]
      """;

  private static GateResult row(Assessment assessment) {
    return assessment.gates().get(0);
  }

  @Test
  void without_a_baseline_all_is_new() {
    Assessment assessment = trespassing().assess();

    assertThat(row(assessment).outcome()).isEqualTo(Outcome.FAILED);
    assertThat(row(assessment).known()).isEmpty();
    assertThat(assessment.baseline().fresh())
        .isEqualTo(
            Map.of(
                new Key(Kind.OWNERSHIP, "a", "owned by another: src/b/B.java"), 1,
                new Key(Kind.OWNERSHIP, "a", "owned by another: src/b/C.java"), 1,
                new Key(Kind.OWNERSHIP, "a", "unowned: x"), 1));
  }

  @Test
  void a_row_fails_by_what_is_new_alone() {
    Assessment assessment =
        trespassing(
                known(Kind.OWNERSHIP, "a", "owned by another: src/b/C.java", 1, "2026-10-02"),
                known(Kind.OWNERSHIP, "a", "unowned: x"))
            .assess();
    GateResult row = row(assessment);

    assertThat(row.breaks()).isTrue();
    assertThat(row.verdict().measured()).isEqualTo("1 violation");
    assertThat(row.verdict().summary()).isEqualTo("1 file of b changed by a");
    assertThat(row.note()).isEqualTo("2 known since 2026-10-02, 1 new");
    assertThat(assessment.baseline().added()).isEqualTo(1);
    assertThat(assessment.baseline().still()).isEqualTo(2);
  }

  @Test
  void a_row_of_which_all_is_known_is_neither_failed_nor_passed() {
    Assessment assessment =
        trespassing(
                known(Kind.OWNERSHIP, "a", "owned by another: src/b/B.java"),
                known(Kind.OWNERSHIP, "a", "owned by another: src/b/C.java"),
                known(Kind.OWNERSHIP, "a", "unowned: x"))
            .assess();

    assertThat(row(assessment).outcome()).isEqualTo(Outcome.BASELINED);
    assertThat(row(assessment).verdict().outcome()).isEqualTo(Outcome.FAILED);
    assertThat(row(assessment).breaks()).isFalse();
    assertThat(assessment.overall()).isEqualTo(Overall.PASSED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"keeps off: x", "unowned: y", "unowned: X"})
  void what_is_known_of_another_path_or_boundary_is_something_else(String finding) {
    assertThat(row(trespassing(known(Kind.OWNERSHIP, "a", finding)).assess()).known()).isEmpty();
  }

  @Test
  void what_is_known_of_somebody_else_is_something_else() {
    assertThat(row(trespassing(known(Kind.OWNERSHIP, "b", "unowned: x")).assess()).known())
        .isEmpty();
  }

  @Test
  void lateness_is_known_by_what_was_promised_not_by_how_things_are() {
    Cases question =
        Cases.written(LATE)
            .at("2026-11-20T12:00:00Z")
            .known(
                known(Kind.OVERDUE, "a", "workstream a was due on 2026-11-04"),
                known(Kind.OVERDUE, "pay", "action pay was due on 2026-11-02"));
    Assessment assessment = question.assess();

    assertThat(row(assessment).verdict().summary())
        .isEqualTo("1 new: action ship was due on 2026-11-03");
    assertThat(row(assessment).note()).isEqualTo("2 known since 2026-11-01, 1 new");
    assertThat(assessment.findings())
        .filteredOn(finding -> finding.kind() == Finding.Kind.OVERDUE)
        .extracting(Finding::subject, Finding::severity)
        .containsExactlyInAnyOrder(
            tuple("pay", Severity.INFO), tuple("ship", Severity.WARN), tuple("a", Severity.INFO));
  }

  @ParameterizedTest
  @ValueSource(strings = {"> 4", ">= 4"})
  void a_rule_that_wants_many_fails_by_no_finding(String wanted) {
    Assessment assessment =
        Cases.written(LATE.replace("= 0", wanted)).at("2026-11-20T12:00:00Z").assess();

    assertThat(row(assessment).outcome()).isEqualTo(Outcome.FAILED);
    assertThat(assessment.baseline().fresh()).isEmpty();
    assertThat(KnownPart.possible(row(assessment))).isFalse();
  }

  @Test
  void a_limit_that_some_may_reach_is_not_moved_by_those_that_are_known() {
    Assessment assessment =
        Cases.written(LATE.replace("= 0", "<= 2"))
            .at("2026-11-20T12:00:00Z")
            .known(
                known(Kind.OVERDUE, "a", "workstream a was due on 2026-11-04"),
                known(Kind.OVERDUE, "pay", "action pay was due on 2026-11-02"))
            .assess();

    assertThat(row(assessment).breaks()).as("three are late, and one is new").isTrue();
  }

  @Test
  void as_many_as_are_known_are_known_and_one_more_is_new() {
    String twice =
        """
        epics: [{id: e, progress: 1/2, issues: ["[x] #1: A", "[x] #2: B"]}]
        claims:
          - {id: c, says: It is there., holds_when: {plan: {epics: "= 7"}}}
        gates: [{plan: {contradictions: "= 0"}}]
        """;
    Assessment less =
        Cases.written(twice)
            .evidence(evidence())
            .known(known(Kind.CONTRADICTION, "epic e", "progress: 1/2", 3, "2026-11-01"))
            .assess();

    assertThat(row(less).note()).isEqualTo("1 known since 2026-11-01, 1 new");
    assertThat(less.baseline().entries())
        .extracting(BaselineState.Known::found, BaselineState.Known::fate)
        .containsExactly(tuple(1, Fate.FIXED));
    assertThat(less.baseline().fixed()).isEqualTo(2);
    assertThat(less.baseline().words())
        .isEqualTo(
            "3 known findings since 2026-11-01, 2 of them are fixed: run mvn coord:baseline to drop"
                + " what is fixed");
  }

  @Test
  void without_git_what_is_not_found_cannot_be_told() {
    Assessment assessment =
        Cases.written("gates: [{plan: {overdue: \"= 0\"}}]")
            .evidence(evidence().withoutGit("no repository"))
            .known(
                known(Kind.OVERDUE, "a", "gone"),
                known(Kind.CONTRADICTION, "a", "gone"),
                known(Kind.OWNERSHIP, "a", "gone"))
            .assess();

    assertThat(assessment.baseline().entries())
        .extracting(BaselineState.Known::fate)
        .containsOnly(Fate.UNTOLD);
    assertThat(assessment.baseline().untold()).isEqualTo(3);
    assertThat(assessment.baseline().fixed()).isZero();
  }

  @Test
  void a_waived_path_is_not_new() {
    Cases question = trespassing(known(Kind.OWNERSHIP, "a", "unowned: x"));

    assertThat(question.assess().baseline().fresh()).hasSize(2);
    assertThat(question.baseProblem("main was not found").assess().gates())
        .filteredOn(row -> row.row().equals("base-plan"))
        .extracting(GateResult::breaks)
        .as("why rows prove less is never known")
        .containsExactly(true);
  }
}
