package dev.coord.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.AssessmentDraft;
import dev.coord.SampleAssessments;
import dev.coord.SampleEvidence;
import dev.coord.SampleRows;
import dev.coord.SampleRules;
import dev.coord.assess.GateResult;
import dev.coord.diagnostic.Location;
import dev.coord.evidence.Proof;
import dev.coord.plan.Comparison.Operator;
import dev.coord.plan.Gate;
import dev.coord.plan.Rule;
import dev.coord.plan.Severity;
import dev.coord.rule.Outcome;
import dev.coord.rule.Verdict;
import dev.coord.site.draft.Words;
import dev.coord.site.model.Block;
import dev.coord.site.model.Bullets;
import dev.coord.site.model.Mark;
import dev.coord.site.model.Page;
import dev.coord.site.model.Strip;
import dev.coord.site.model.Target;
import dev.coord.site.model.Tone;
import dev.coord.testing.Cases;
import dev.coord.testing.Evidences;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GatesPageTest {

  private static final Gate GATE =
      SampleRules.gate("terms", SampleRules.pathRule(14), Severity.FAIL);
  private static final GateResult PASSED =
      SampleRows.row(GATE, SampleRows.passed("", "there", "exists", "it is there"), true);
  private static final GateResult FAILED =
      SampleRows.row(
          GATE, SampleRows.failed("", "gone", "exists", "it is gone", "Write it."), true);

  private static final Target HERE = Target.page("gates");

  private static Page page(GateResult... gates) {
    return Pages.of(new AssessmentDraft(SampleAssessments.empty()).gates(gates), "gates");
  }

  private static String verdict(GateResult... gates) {
    return Pages.verdict(page(gates));
  }

  @Test
  void what_cannot_be_told_of_several_keys_for_one_reason_is_told_once() {
    Gate tests = SampleRules.gate("tests", SampleRules.testsRule(), Severity.FAIL);
    String text =
        page(
                SampleRows.row(tests, SampleRows.unjudged("failed", "= 0"), true),
                SampleRows.row(tests, SampleRows.unjudged("skipped", "= 0"), true))
            .blocks()
            .toString();

    assertThat(text).contains("tests.failed, skipped: unknown").doesNotContain("tests.skipped: u");
    assertThat(text.split("no JUnit XML report was found", -1))
        .as("on top, where it is not met, and in the first row of the table")
        .hasSize(4);
  }

  @Test
  void of_300_gates_what_failed_is_drawn_first_and_what_passes_is_folded() {
    List<GateResult> gates = new ArrayList<>(Collections.nCopies(300, PASSED));
    gates.add(FAILED);
    Block.Figure figure = Figures.of(page(gates.toArray(new GateResult[0]))).get(0);
    List<Mark> marks = ((Strip) figure.picture()).marks();

    assertThat(marks).hasSize(84);
    assertThat(marks.get(0).note()).isEqualTo("failed");
    assertThat(marks.get(1).note()).isEqualTo("passed");
    assertThat(figure.more()).isEqualTo(217);
    assertThat(figure.description()).isEqualTo("1 failed and 300 passed, the worst first.");
  }

  @Test
  void of_136_numbers_the_worst_are_drawn_against_their_thresholds_and_the_table_has_all() {
    List<GateResult> gates = new ArrayList<>(Collections.nCopies(135, PASSED));
    gates.add(FAILED);
    Block.Figure figure = Figures.of(page(gates.toArray(new GateResult[0]))).get(1);
    List<Bullets.Bullet> bullets = ((Bullets) figure.picture()).bullets();

    assertThat(figure.title()).isEqualTo("Actual against threshold");
    assertThat(figure.description())
        .isEqualTo(
            "1 failed and 135 passed, the worst first. Each bar has a scale of its own, from 0.");
    assertThat(bullets).hasSize(24).first().extracting(b -> b.mark().note()).isEqualTo("failed");
    assertThat(figure.more()).isEqualTo(112);
    assertThat(figure.table()).isEqualTo(Target.page("gates", "gates-table"));
  }

  @Test
  void a_gate_without_a_number_is_in_the_table_alone_and_the_picture_says_of_how_many_it_is() {
    GateResult unknown = SampleRows.row(GATE, SampleRows.unjudged("", "exists"), true);
    Block.Figure figure = Figures.of(page(PASSED, unknown)).get(1);

    assertThat(figure.description()).isEqualTo("Of 2 gates, 1 has a number to compare: 1 passed.");
    assertThat(((Bullets) figure.picture()).bullets())
        .extracting(bullet -> bullet.measured() + " of " + bullet.required())
        .containsExactly("there of exists");
  }

  @ParameterizedTest
  @CsvSource({
    "AT_LEAST, 600, 1000",
    "GREATER, 600, 1000",
    "AT_MOST, 0, 600",
    "LESS, 0, 600",
    "EQUAL, 600, 600",
    "NOT_EQUAL, 0, 1000"
  })
  void a_number_is_wanted_on_the_side_that_the_plan_says(Operator operator, int from, int to) {
    Mark mark = new Mark("a", Tone.GOOD, "passed", Optional.empty());
    Verdict verdict =
        new Verdict(
            "",
            Outcome.PASSED,
            "5",
            "6",
            "5",
            List.of(),
            "",
            Optional.of(new Verdict.Gauge(500, 600, operator)));
    Block block =
        new ThresholdPicture().add(mark, verdict).figure("A", "b", Words::counted, HERE).get();

    assertThat(((Bullets) ((Block.Figure) block).picture()).bullets().get(0).wanted())
        .isEqualTo(new Bullets.Range(from, to));
  }

  @Test
  void one_gate_that_holds() {
    assertThat(verdict(PASSED)).isEqualTo("[good] The one gate passes.");
  }

  @Test
  void a_waived_gate_is_counted_apart() {
    assertThat(verdict(PASSED, SampleRows.waived(FAILED)))
        .isEqualTo("[warning] 1 of 2 gates passes and 1 is waived.");
  }

  @Test
  void a_waiver_says_until_when_who_and_why() {
    assertThat(Pages.text(page(SampleRows.waived(FAILED))))
        .contains(
            "; waived until 2026-12-09 by ana: {The second sprint rewrites it.} `coord/gates.yml:40`");
  }

  @Test
  void a_gate_that_warns_is_counted_after_the_others() {
    Gate goal = SampleRules.gate("goal", SampleRules.pathRule(15), Severity.WARN);

    assertThat(verdict(PASSED, SampleRows.row(goal, FAILED.verdict(), true)))
        .isEqualTo("[warning] 1 of 2 gates passes and 1 warns.");
  }

  @Test
  void a_gate_that_is_only_shown_changes_nothing() {
    Gate info = SampleRules.gate("info", SampleRules.pathRule(15), Severity.INFO);
    Page page = page(PASSED, SampleRows.row(info, FAILED.verdict(), true));

    assertThat(page.tone()).isEqualTo(Tone.GOOD);
    assertThat(Pages.text(page)).contains("#gate-info [info] ", "| no: severity info | ");
  }

  @Test
  void a_gate_of_others_says_why_it_cannot_fail_this_build() {
    GateResult others =
        SampleRows.forSubject(SampleRows.row(GATE, FAILED.verdict(), false), "payments");

    assertThat(verdict(others))
        .isEqualTo("[warning] The one gate cannot fail this build: 0 of 1 gate pass and 1 warns.");
    assertThat(Pages.text(page(others))).contains("| no: not judged by this build | ");
  }

  @Test
  void what_fails_comes_before_what_is_unknown_and_what_warns() {
    Gate unknown = SampleRules.gate("unknown", SampleRules.pathRule(15), Severity.FAIL);
    Gate goal = SampleRules.gate("goal", SampleRules.pathRule(16), Severity.WARN);
    Page page =
        page(
            SampleRows.row(goal, FAILED.verdict(), true),
            SampleRows.row(unknown, SampleRows.unjudged("", "exists"), true),
            FAILED);

    assertThat(Pages.lines(page))
        .filteredOn(line -> line.startsWith("<"))
        .filteredOn(line -> !line.equals("</>"))
        .containsExactly(
            "<bad> terms: failed", "<unknown> unknown: unknown", "<warning> goal: failed (warns)");
  }

  @Test
  void a_note_is_told_with_what_was_seen() {
    GateResult noted =
        new GateResult(
            GATE,
            "terms",
            Optional.empty(),
            FAILED.verdict(),
            Outcome.FAILED,
            Severity.FAIL,
            true,
            Optional.empty(),
            "its waiver ran out on 2026-11-01");

    assertThat(Pages.text(page(noted))).contains("it is gone; its waiver ran out on 2026-11-01");
  }

  @Test
  void many_proofs_are_counted() {
    Verdict many =
        new Verdict(
            "",
            Outcome.FAILED,
            "gone",
            "exists",
            "it is gone",
            Collections.nCopies(25, SampleEvidence.COVERAGE_REPORT),
            "Write it.",
            Optional.empty());
    Gate ownership = SampleRules.gate("ownership", SampleRules.ownershipRule(), Severity.FAIL);

    assertThat(Pages.text(page(SampleRows.row(GATE, many, true))))
        .contains("\n- 5 more\n", " and 23 more | ");
    assertThat(Pages.text(page(SampleRows.row(ownership, many, true))))
        .contains("\n- 5 more on the page Ownership(ownership)\n");
  }

  @Test
  void a_proof_that_is_a_file_names_it_once() {
    Verdict verdict =
        new Verdict(
            "",
            Outcome.FAILED,
            "there",
            "gone",
            "it is there",
            List.of(
                Proof.file("docs/terms.md", Location.ofFile("docs/terms.md")),
                Proof.file("the terms", Location.of("docs/terms.md", 3, 1))),
            "Delete it.",
            Optional.empty());

    assertThat(Pages.text(page(SampleRows.row(GATE, verdict, true))))
        .containsPattern("proof: `docs/terms.md`\\([^)]*\\); the terms `docs/terms.md:3`")
        .doesNotContain("docs/terms.md `docs/terms.md`");
  }

  @Test
  void what_is_attested_or_declared_says_so() {
    Proof declared =
        new Proof(
            Proof.Kind.PLAN,
            Proof.Strength.DECLARED,
            "ana says so",
            Optional.empty(),
            Optional.empty());
    Verdict verdict =
        new Verdict(
            "",
            Outcome.PASSED,
            "said",
            "said",
            "said",
            List.of(SampleEvidence.COVERAGE_REPORT.attested(), declared),
            "",
            Optional.empty());

    assertThat(Pages.text(page(SampleRows.row(GATE, verdict, true))))
        .contains("jacoco.xml:1` (attested); ana says so (declared)");
  }

  @Test
  void a_gate_that_passes_without_a_source_it_could_use_is_not_green() {
    Rule either =
        new Rule.Any(
            SampleRules.ownershipRule().origin(),
            List.of(SampleRules.testsRule(), SampleRules.pathRule(3)));
    Gate gate = SampleRules.gate("either", either, Severity.FAIL);
    Page page = page(SampleRows.row(gate, PASSED.verdict(), true));

    assertThat(Pages.verdict(page))
        .isEqualTo(
            "[warning] The one gate passes. Not all can be told: test results: no JUnit XML report was"
                + " found.");
    assertThat(Pages.text(page)).contains("<bad> Missing source: test results");
  }

  @Test
  void scope_and_reason_of_a_gate_are_told() {
    Gate scoped =
        new Gate(
            GATE.origin(),
            "terms",
            "Terms of sale",
            GATE.rule(),
            List.of("payments"),
            List.of("w1"),
            Severity.FAIL,
            "",
            "Because.");

    assertThat(Pages.text(page(SampleRows.row(scoped, PASSED.verdict(), true))))
        .contains(
            "#rule-terms [neutral] terms: Terms of sale | `path: {",
            " | {Because.} | payments; waves w1 | fail | – | ")
        .contains("*terms*: Terms of sale | [good: passed]");
  }

  @Test
  void a_gate_of_many_parts_tells_those_that_do_not_hold_one_by_one() {
    Page page =
        Pages.of(
            Cases.written(
                    """
                    workstreams:
                      - {id: a, tasks: ["[x] One"]}
                      - {id: b, tasks: ["[x] One", "[ ] Two"]}
                      - {id: c, branch: f/c}
                    gates:
                      - id: g
                        all:
                          - tasks: {workstream: a, done: "= 100%"}
                          - tasks: {workstream: b, done: "= 100%"}
                          - merged: {workstream: c}
                    """)
                .evidence(Evidences.evidence())
                .assess(),
            "gates");

    assertThat(Pages.text(page))
        .contains("Of 3 parts, 1 holds, 1 does not hold and 1 cannot be told")
        .containsOnlyOnce("git was not asked");
    assertThat(Pages.lines(page))
        .filteredOn(line -> line.startsWith("- ["))
        .hasSize(2)
        .anyMatch(line -> line.startsWith("- [unknown: unknown] `merged: {workstream: c}`: "));
  }

  @Test
  void of_many_gates_ten_are_told_at_length_and_all_come_before_those_that_pass() {
    GateResult[] rows = new GateResult[14];
    for (int i = 0; i < rows.length; i++) {
      rows[i] =
          SampleRows.row(
              SampleRules.gate("g" + i, SampleRules.pathRule(i + 1), Severity.FAIL),
              i == 0 ? PASSED.verdict() : FAILED.verdict(),
              true);
    }
    Page page = page(rows);

    assertThat(Pages.lines(page)).filteredOn(line -> line.startsWith("<bad> g")).hasSize(10);
    assertThat(Pages.text(page))
        .contains("fold: 3 more\n- [bad: failed] g11(gates#gate-g11): it is gone")
        .containsSubsequence("#gate-g13 [bad]", "#gate-g0 [good]");
    assertThat(Pages.verdict(page))
        .contains("g1(gates#gate-g1), g2(gates#gate-g2), g3(gates#gate-g3) and 10 more. ");
  }
}
