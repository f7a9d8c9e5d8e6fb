package dev.coord.assess;

import static dev.coord.testing.Bounds.bounds;
import static dev.coord.testing.Cases.onWorkstream;
import static dev.coord.testing.Deltas.changing;
import static dev.coord.testing.Evidences.evidence;
import static dev.coord.testing.Gates.gate;
import static dev.coord.testing.Gates.waiver;
import static dev.coord.testing.Workstreams.workstream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.coord.plan.Boundaries.Unowned;
import dev.coord.plan.Severity;
import dev.coord.plan.Waiver;
import dev.coord.rule.Outcome;
import dev.coord.testing.Cases;
import dev.coord.testing.Evidences;
import dev.coord.testing.Gates;
import dev.coord.testing.Plans;
import dev.coord.testing.Rules;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WaiverTest {

  private static final Gates COVERAGE = gate(Rules.coverage(">= 80%", ">= 70%"));

  private static Cases coverage(Waiver... waivers) {
    return Cases.of(Plans.plan().gates(COVERAGE).waivers(waivers))
        .evidence(evidence().covered("A.java", 5, 10));
  }

  /** A branch of workstream a that changes paths of b and of nobody. */
  private static Cases trespassing(Waiver... waivers) {
    Evidences seen = evidence().active("feature/a", changing("src/b/B.java", "src/b/C.java", "x"));
    return Cases.of(
            Plans.plan()
                .workstreams(workstream("a"), workstream("b").owns("src/b/**"))
                .bounds(bounds().unowned(Unowned.FAIL))
                .gates(gate(Rules.ownership()))
                .waivers(waivers))
        .judged(onWorkstream("a"))
        .evidence(seen);
  }

  private static List<Finding> findings(Cases question) {
    return question.assess().findings().stream()
        .filter(f -> f.kind() == Finding.Kind.WAIVER)
        .toList();
  }

  @Test
  void a_waiver_in_force_waives_all_comparisons_of_its_gate() {
    Waiver waiver = waiver("coverage", "2026-12-31");
    Assessment assessment = coverage(waiver).assess();

    assertThat(assessment.gates())
        .extracting(GateResult::outcome, r -> r.verdict().outcome())
        .containsExactly(
            tuple(Outcome.WAIVED, Outcome.FAILED), tuple(Outcome.WAIVED, Outcome.UNKNOWN));
    assertThat(assessment.gates().get(0).waiver()).contains(waiver);
    assertThat(assessment.gates().get(0).wanting()).isFalse();
    assertThat(assessment.overall()).isEqualTo(Overall.PASSED);
    assertThat(findings(coverage(waiver))).isEmpty();
  }

  @Test
  void a_waiver_of_one_comparison_leaves_the_others() {
    assertThat(coverage(waiver("coverage.lines", "2026-12-31")).assess().gates())
        .extracting(GateResult::outcome)
        .containsExactly(Outcome.WAIVED, Outcome.UNKNOWN);
  }

  @Test
  void a_waiver_of_another_gate_waives_nothing() {
    Assessment assessment = coverage(waiver("tests", "2026-12-31")).assess();

    assertThat(assessment.gates()).extracting(GateResult::waiver).allMatch(Optional::isEmpty);
    assertThat(findings(coverage(waiver("tests", "2026-12-31"))))
        .extracting(Finding::text)
        .containsExactly("the waiver of tests matches nothing: no gate was judged by that name");
  }

  @Test
  void a_waiver_holds_to_the_end_of_its_last_day_in_the_projects_zone() {
    // Midnight in New York is five o'clock in UTC.
    Plans.Builder plan =
        Plans.plan()
            .gates(gate(Rules.lines(">= 80%")))
            .waivers(waiver("coverage", "2026-11-20"))
            .zone("America/New_York");
    Evidences low = evidence().covered("A.java", 5, 10);

    assertThat(Cases.of(plan).evidence(low).at("2026-11-21T04:59:59Z").assess().overall())
        .isEqualTo(Overall.PASSED);
    assertThat(Cases.of(plan).evidence(low).at("2026-11-21T05:00:00Z").assess().overall())
        .isEqualTo(Overall.FAILED);
  }

  @Test
  void a_waiver_that_ran_out_fails_and_says_so() {
    Cases question = coverage(waiver("coverage", "2026-11-19"), waiver("coverage", "2026-10-01"));

    GateResult row = question.assess().gates().get(0);
    assertThat(row.breaks()).isTrue();
    assertThat(row.waiver()).isEmpty();
    assertThat(row.note()).isEqualTo("the waiver of ana ended on 2026-11-19 (coord.yml:70)");
    assertThat(findings(question))
        .extracting(Finding::text, Finding::remedy, Finding::severity)
        .containsExactly(
            tuple(
                "the waiver of coverage ended on 2026-10-01",
                "Remove it, or let ana extend it.",
                Severity.WARN),
            tuple(
                "the waiver of coverage ended on 2026-11-19",
                "Remove it, or let ana extend it.",
                Severity.WARN));
  }

  @Test
  void a_waiver_in_force_makes_one_that_ran_out_forgotten() {
    GateResult row =
        coverage(waiver("coverage", "2026-11-19"), waiver("coverage", "2026-12-31"))
            .assess()
            .gates()
            .get(0);

    assertThat(row.outcome()).isEqualTo(Outcome.WAIVED);
    assertThat(row.note()).isEmpty();
  }

  @Test
  void a_waiver_of_a_gate_that_holds_matches_nothing_and_warns() {
    Cases question =
        Cases.of(
                Plans.plan()
                    .gates(gate(Rules.lines(">= 10%")))
                    .waivers(waiver("coverage", "2026-12-31")))
            .evidence(evidence().covered("A.java", 5, 10));

    assertThat(question.assess().gates().get(0).outcome()).isEqualTo(Outcome.PASSED);
    assertThat(findings(question))
        .extracting(Finding::text, Finding::severity)
        .containsExactly(
            tuple("the waiver of coverage matches nothing: the gate holds", Severity.WARN));
  }

  @Test
  void a_waiver_of_paths_waives_their_violations_alone() {
    Cases question = trespassing(waiver("ownership", "2026-12-31", "src/b/**"));

    GateResult row = question.assess().gates().get(0);
    assertThat(row.breaks()).isTrue();
    assertThat(row.verdict().summary()).isEqualTo("1 file owned by nobody changed by a");
    assertThat(row.note()).isEqualTo("2 violations waived");
    assertThat(row.waivedFindings()).containsOnlyKeys("src/b/B.java", "src/b/C.java");
    assertThat(row.waiverOf("src/b/B.java")).isPresent();
    assertThat(row.waiverOf("x")).isEmpty();
    assertThat(findings(question)).isEmpty();
  }

  @Test
  void waivers_of_paths_waive_a_row_when_nothing_is_left() {
    Cases question =
        trespassing(
            waiver("ownership", "2026-12-31", "src/b/**"), waiver("ownership", "2026-12-31", "x"));

    GateResult row = question.assess().gates().get(0);
    assertThat(row.outcome()).isEqualTo(Outcome.WAIVED);
    assertThat(row.verdict().summary())
        .isEqualTo("2 files of b, 1 file owned by nobody changed by a");
    assertThat(row.waiver().orElseThrow().paths().matches("src/b/B.java")).isTrue();
    assertThat(question.assess().overall()).isEqualTo(Overall.PASSED);
    assertThat(findings(question)).isEmpty();
  }

  @Test
  void a_waiver_of_the_whole_gate_waives_what_one_of_paths_leaves() {
    Cases question =
        trespassing(waiver("ownership", "2026-12-31", "x"), waiver("ownership", "2026-12-31"));

    GateResult row = question.assess().gates().get(0);
    assertThat(row.outcome()).isEqualTo(Outcome.WAIVED);
    assertThat(row.note()).isEqualTo("1 violation waived");
    assertThat(row.waiverOf("src/b/B.java").orElseThrow().paths().isEmpty()).isTrue();
    assertThat(findings(question)).isEmpty();
  }

  @Test
  void a_waiver_of_paths_that_ran_out_waives_nothing() {
    GateResult row =
        trespassing(waiver("ownership", "2026-11-19", "src/b/**")).assess().gates().get(0);

    assertThat(row.verdict().measured()).isEqualTo("3 violations");
    assertThat(row.note()).isEqualTo("the waiver of ana ended on 2026-11-19 (coord.yml:70)");
  }

  @Test
  void a_waiver_of_paths_that_nobody_changed_matches_nothing() {
    Evidences seen = evidence().active("feature/a", changing("src/a/A.java"));
    Cases question =
        Cases.of(
                Plans.plan()
                    .workstreams(workstream("a").owns("src/a/**"))
                    .gates(gate(Rules.ownership()))
                    .waivers(waiver("ownership", "2026-12-31", "src/b/**")))
            .judged(onWorkstream("a"))
            .evidence(seen);

    assertThat(question.assess().gates().get(0).outcome()).isEqualTo(Outcome.PASSED);
    assertThat(findings(question))
        .extracting(Finding::text)
        .containsExactly(
            "the waiver of ownership matches nothing: none of its paths is a violation");
  }

  @Test
  void a_waiver_of_other_paths_than_those_violated_waives_nothing_and_warns() {
    Waiver waiver = waiver("ownership", "2026-12-31", "docs/**");
    assertThat(findings(trespassing(waiver))).as("what b does cannot be told").isEmpty();
    Evidences seen = evidence().active("feature/a", changing("src/b/B.java", "src/b/C.java", "x"));
    Cases question = trespassing(waiver).evidence(seen.notStarted("feature/b"));
    GateResult row = question.assess().gates().get(0);

    assertThat(row.verdict().measured()).isEqualTo("3 violations");
    assertThat(row.note()).isEmpty();
    assertThat(findings(question))
        .extracting(Finding::text, Finding::severity)
        .containsExactly(
            tuple(
                "the waiver of ownership matches nothing: none of its paths is a violation",
                Severity.WARN));
  }

  @Test
  void a_waiver_warns_from_the_fourteenth_day_before_its_end() {
    assertThat(findings(coverage(waiver("coverage", "2026-12-05")))).isEmpty();
    assertThat(findings(coverage(waiver("coverage", "2026-12-04"))))
        .extracting(Finding::text, Finding::remedy, Finding::severity)
        .containsExactly(
            tuple(
                "the waiver of coverage ends on 2026-12-04",
                "See to it that the gate holds by then, or let ana extend it.",
                Severity.WARN));
  }

  @Test
  void a_waiver_of_paths_waives_nothing_but_ownership() {
    GateResult row = coverage(waiver("coverage", "2026-12-31", "A.java")).assess().gates().get(0);

    assertThat(row.outcome()).isEqualTo(Outcome.FAILED);
  }
}
