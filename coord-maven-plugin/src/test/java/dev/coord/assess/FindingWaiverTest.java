package dev.coord.assess;

import static dev.coord.testing.Evidences.evidence;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.coord.evidence.FindingResults;
import dev.coord.evidence.Proof;
import dev.coord.evidence.TestCase;
import dev.coord.evidence.ToolFinding;
import dev.coord.plan.Severity;
import dev.coord.rule.Outcome;
import dev.coord.testing.Cases;
import dev.coord.testing.Evidences;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Waivers of single findings. */
class FindingWaiverTest {

  private static final String LATE =
      """
      people: [{id: ana}]
      actions:
        - {id: pay, title: Pay, who: ana, when: 2026-11-02}
        - {id: ship, title: Ship, who: ana, when: 2026-11-03}
      gates: [{plan: {overdue: "= 0"}}]
      """;

  private static Evidences tests() {
    return evidence()
        .test("shop.A#adds", TestCase.Outcome.PASSED)
        .test("shop.A#pays", TestCase.Outcome.FAILED)
        .test("shop.B#ships", TestCase.Outcome.ERROR);
  }

  private static String waiver(String gate, String finding, String until) {
    return "  - {gate: "
        + gate
        + ", finding: \""
        + finding
        + "\", owner: ana, reason: Known., until: "
        + until
        + "}\n";
  }

  private static Assessment failing(String gates, String... waivers) {
    String plan = "people: [{id: ana}]\ngates: [{tests: " + gates + "}]\nwaivers:\n";
    return Cases.written(plan + String.join("", waivers)).evidence(tests()).assess();
  }

  private static GateResult row(Assessment assessment) {
    return assessment.gates().get(0);
  }

  @Test
  void a_failing_test_is_waived_by_its_name_and_the_others_still_fail() {
    Assessment assessment =
        failing("{failed: \"= 0\"}", waiver("tests", "shop.A#pays", "2026-12-31"));

    assertThat(row(assessment).breaks()).isTrue();
    assertThat(row(assessment).verdict().summary()).startsWith("1 != 0 (+1, of 3 tests");
    assertThat(row(assessment).verdict().proof())
        .extracting(proof -> proof.text())
        .containsExactly("shop.B#ships: expected 1");
    assertThat(row(assessment).note()).isEqualTo("1 finding waived");
    assertThat(row(assessment).waivedFindings()).containsOnlyKeys("shop.A#pays");
  }

  @Test
  void a_row_of_which_every_finding_is_waived_is_waived() {
    Assessment assessment =
        failing(
            "{failed: \"= 0\"}",
            waiver("tests", "shop.A#pays", "2026-12-31"),
            waiver("tests.failed", "shop.B#ships", "2026-12-31"));

    assertThat(row(assessment).outcome()).isEqualTo(Outcome.WAIVED);
    assertThat(row(assessment).verdict().measured()).isEqualTo("2");
    assertThat(assessment.overall()).isEqualTo(Overall.PASSED);
    assertThat(assessment.findings()).isEmpty();
  }

  private static Assessment twice(String count) {
    return Cases.written(
            """
            people: [{id: ana}]
            gates: [{tests: {failed: "= 0"}}]
            waivers:
              - {gate: tests, finding: "x#y", %sowner: ana, reason: Known., until: 2026-12-31}
            """
                .formatted(count))
        .evidence(
            evidence()
                .test("x#y", TestCase.Outcome.FAILED)
                .test("x#y", TestCase.Outcome.FAILED)
                .test("x#z", TestCase.Outcome.PASSED))
        .assess();
  }

  @Test
  void of_two_tests_of_a_name_one_is_waived_where_nothing_is_said() {
    assertThat(row(twice("")).breaks()).isTrue();
    assertThat(row(twice("")).verdict().summary()).startsWith("1 != 0 (+1, of 3 tests");
    assertThat(row(twice("")).note())
        .isEqualTo("1 finding waived; the waiver for \"x#y\" is for 1 of 2 (coord.yml:6)");
  }

  @Test
  void as_many_tests_of_a_name_are_waived_as_the_waiver_counts() {
    assertThat(row(twice("count: 2, ")).outcome()).isEqualTo(Outcome.WAIVED);
    assertThat(row(twice("count: 3, ")).outcome()).isEqualTo(Outcome.WAIVED);
    assertThat(twice("count: 3, ").overall()).isEqualTo(Overall.PASSED);
  }

  @Test
  void a_waiver_of_more_findings_than_there_are_warns_that_it_would_waive_others() {
    assertThat(twice("count: 2, ").findings()).isEmpty();
    assertThat(twice("count: 3, ").findings())
        .extracting(Finding::text, Finding::remedy)
        .containsExactly(
            tuple(
                "the waiver of tests for \"x#y\" is for 3, and 2 of that name are found",
                "Lower its count, so that no more than these are waived."));
  }

  @Test
  void a_waiver_beside_another_of_the_same_finding_says_so() {
    Assessment assessment =
        failing(
            "{failed: \"= 0\"}",
            waiver("tests", "shop.A#pays", "2026-12-31"),
            waiver("tests.failed", "shop.A#pays", "2026-12-31"));

    assertThat(assessment.findings())
        .extracting(Finding::text)
        .containsExactly(
            "the waiver of tests.failed for \"shop.A#pays\" matches nothing: another waiver holds"
                + " for it");
  }

  @Test
  void of_a_gate_that_holds_nobody_says_that_a_finding_is_not_there() {
    assertThat(
            failing("{failed: \"!= 0\"}", waiver("tests", "shop.A#pays", "2026-12-31")).findings())
        .extracting(Finding::text)
        .containsExactly("the waiver of tests for \"shop.A#pays\" matches nothing: the gate holds");
  }

  @Test
  void another_comparison_of_the_gate_is_not_waived() {
    Assessment assessment =
        failing(
            "{failed: \"<= 1\", passed: \">= 2\"}", waiver("tests", "shop.A#pays", "2026-12-31"));

    assertThat(assessment.gates())
        .extracting(GateResult::row, GateResult::outcome)
        .containsExactly(
            tuple("tests.passed", Outcome.FAILED), tuple("tests.failed", Outcome.WAIVED));
  }

  @Test
  void tests_of_which_none_is_left_that_ran_are_no_pass() {
    Assessment assessment =
        Cases.written(
                "people: [{id: ana}]\ngates: [{tests: {failed: \"= 0\"}}]\nwaivers:\n"
                    + waiver("tests", "x#y", "2026-12-31"))
            .evidence(evidence().test("x#y", TestCase.Outcome.FAILED))
            .assess();

    assertThat(row(assessment).outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(row(assessment).verdict().summary()).isEqualTo("no test was run, 1 skipped");
    assertThat(row(assessment).note()).isEqualTo("1 finding waived");
  }

  @Test
  void a_finding_that_is_not_there_is_a_warning_and_one_that_ended_waives_nothing() {
    Assessment assessment =
        failing(
            "{failed: \"= 0\"}",
            waiver("tests", "shop.A#gone", "2026-12-31"),
            waiver("tests", "shop.A#pays", "2026-11-19"));

    assertThat(row(assessment).verdict().measured()).isEqualTo("2");
    assertThat(row(assessment).breaks()).isTrue();
    assertThat(assessment.findings())
        .extracting(Finding::severity, Finding::text)
        .containsExactly(
            tuple(
                Severity.WARN,
                "the waiver of tests for \"shop.A#gone\" matches nothing: nothing of that name is"
                    + " found"),
            tuple(Severity.WARN, "the waiver of tests for \"shop.A#pays\" ended on 2026-11-19"));
  }

  @Test
  void a_waiver_of_a_finding_waives_no_unknown() {
    Assessment assessment =
        Cases.written(
                "people: [{id: ana}]\ngates: [{tests: {failed: \"= 0\"}}]\nwaivers:\n"
                    + waiver("tests", "x#y", "2026-12-31"))
            .assess();

    assertThat(row(assessment).outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(assessment.overall()).isEqualTo(Overall.UNKNOWN);
  }

  @Test
  void what_is_overdue_is_waived_by_its_text() {
    Assessment assessment =
        Cases.written(
                LATE
                    + "waivers:\n"
                    + waiver("plan", "action pay was due on 2026-11-02", "2026-12-31"))
            .assess();

    assertThat(row(assessment).verdict().summary())
        .isEqualTo("1 != 0 (+1, past their day, the first of ship)");
    assertThat(row(assessment).waivedFindings())
        .containsOnlyKeys("action pay was due on 2026-11-02");
  }

  @Test
  void a_contradicted_claim_is_waived_by_its_subject_and_words() {
    String plan =
        """
        people: [{id: ana}]
        workstreams: [{id: a, branch: feature/a, status: merged}]
        gates: [{plan: {contradictions: "= 0"}}]
        """;
    Evidences seen = evidence().notStarted("feature/a");
    Assessment all = Cases.written(plan).evidence(seen).assess();
    assertThat(row(all).outcome()).isEqualTo(Outcome.FAILED);
    String name = SingleFindings.name(all.contradictions().get(0));

    Assessment waived =
        Cases.written(plan + "waivers:\n" + waiver("plan", name, "2026-12-31"))
            .evidence(seen)
            .assess();

    assertThat(name).isEqualTo("a: status: merged");
    assertThat(row(waived).outcome()).isEqualTo(Outcome.WAIVED);
    assertThat(row(waived).waivedFindings()).containsOnlyKeys(name);
  }

  @Test
  void a_skipped_and_a_flaky_test_are_waived_by_their_names_and_the_others_count() {
    Evidences seen =
        tests()
            .test("shop.A#rests", TestCase.Outcome.SKIPPED)
            .test("shop.B#rests", TestCase.Outcome.SKIPPED)
            .test("shop.B#flakes", TestCase.Outcome.FLAKY);
    Assessment assessment =
        Cases.written(
                "people: [{id: ana}]\ngates: [{tests: {skipped: \"= 0\", flaky: \"= 0\"}}]\nwaivers:\n"
                    + waiver("tests.skipped", "shop.A#rests", "2026-12-31")
                    + waiver("tests.flaky", "shop.B#flakes", "2026-12-31"))
            .evidence(seen)
            .assess();

    assertThat(assessment.gates())
        .extracting(GateResult::row, GateResult::outcome, GateResult::note)
        .containsExactlyInAnyOrder(
            tuple("tests.skipped", Outcome.FAILED, "1 finding waived"),
            tuple("tests.flaky", Outcome.WAIVED, ""));
    assertThat(assessment.gates())
        .filteredOn(gate -> gate.row().equals("tests.skipped"))
        .flatExtracting(gate -> gate.verdict().proof())
        .extracting(Proof::text)
        .containsExactly("shop.B#rests");
  }

  private static Assessment found(String rule, String... waivers) {
    return Cases.written(
            "people: [{id: ana}]\ngates: [{findings: "
                + rule
                + "}]\nwaivers:\n"
                + String.join("", waivers))
        .evidence(
            evidence()
                .found(
                    Map.of("lint", new FindingResults.Tool(1, 0)),
                    found(ToolFinding.Level.ERROR, "no Javadoc", 3),
                    found(ToolFinding.Level.ERROR, "no Javadoc", 9),
                    found(ToolFinding.Level.WARNING, "too long", 4)))
        .assess();
  }

  private static ToolFinding found(ToolFinding.Level level, String says, int line) {
    return new ToolFinding(
        level,
        -1,
        "lint",
        "L1",
        says,
        Optional.of(new ToolFinding.NamedFile("src/A.java", Optional.empty(), true)),
        line,
        line,
        "out/tool.sarif");
  }

  @Test
  void one_finding_of_a_tool_is_waived_by_what_it_is_and_says_and_others_of_its_name_are_not() {
    String name = "lint L1 in src/A.java: no Javadoc";
    Assessment assessment =
        found("{errors: \"= 0\", warnings: \"= 0\"}", waiver("findings", name, "2026-12-31"));

    assertThat(assessment.gates())
        .extracting(
            GateResult::row,
            GateResult::outcome,
            gate -> gate.verdict().measured(),
            GateResult::note)
        .containsExactlyInAnyOrder(
            tuple(
                "findings.errors",
                Outcome.FAILED,
                "1",
                "1 finding waived; the waiver for \"" + name + "\" is for 1 of 2 (coord.yml:6)"),
            tuple("findings.warnings", Outcome.FAILED, "1", ""));
    assertThat(
            row(found(
                    "{warnings: \"= 0\"}",
                    waiver("findings", "lint L1 in src/A.java: too long", "2026-12-31")))
                .outcome())
        .isEqualTo(Outcome.WAIVED);
  }

  @Test
  void what_the_gate_does_not_count_is_not_waived_and_the_waiver_matches_nothing() {
    Assessment assessment =
        failing(
            "{failed: \"= 0\", of: {names: [\"shop.B\"]}}",
            waiver("tests", "shop.A#pays", "2026-12-31"));

    assertThat(row(assessment).note()).isEmpty();
    assertThat(assessment.findings())
        .extracting(Finding::text)
        .anyMatch(text -> text.contains("matches nothing: nothing of that name is found"));
  }
}
