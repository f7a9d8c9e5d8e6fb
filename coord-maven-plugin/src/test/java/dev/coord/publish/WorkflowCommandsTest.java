package dev.coord.publish;

import static dev.coord.testing.Evidences.evidence;
import static dev.coord.testing.Gates.gate;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.AssessmentDraft;
import dev.coord.HostileAssessment;
import dev.coord.SampleAssessments;
import dev.coord.SampleEvidence;
import dev.coord.SampleRows;
import dev.coord.SampleRules;
import dev.coord.assess.Assessment;
import dev.coord.assess.Finding;
import dev.coord.assess.GateResult;
import dev.coord.diagnostic.Diagnostic;
import dev.coord.diagnostic.Location;
import dev.coord.evidence.FindingResults;
import dev.coord.evidence.ToolFinding;
import dev.coord.evidence.ToolFinding.Level;
import dev.coord.plan.Severity;
import dev.coord.site.PlanLines;
import dev.coord.testing.Cases;
import dev.coord.testing.Evidences;
import dev.coord.testing.Found;
import dev.coord.testing.Plans;
import dev.coord.testing.Rules;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WorkflowCommandsTest {

  private static Assessment gates(Severity severity, int number) {
    GateResult[] rows =
        IntStream.range(0, number)
            .mapToObj(i -> SampleRules.gate("g" + i, SampleRules.pathRule(i + 1), severity))
            .map(
                gate ->
                    SampleRows.row(
                        gate, SampleRows.failed("", "no", "yes", "100% gone", "Write it."), true))
            .toArray(GateResult[]::new);
    return new AssessmentDraft(SampleAssessments.empty()).gates(rows).build();
  }

  @Test
  void what_fails_is_an_error_at_its_plan_line_and_ownership_at_the_files() {
    assertThat(WorkflowCommands.annotations(SampleAssessments.failing()))
        .containsExactly(
            "::error file=coord/gates.yml,line=6,col=3,title=coverage.lines::54.8%25 < 80%25 (-25.2"
                + " points, 1204/2197 lines). Test more of the code: 1204/2197 lines are covered.",
            "::error file=catalog/Money.java,title=ownership::catalog/Money.java: owned by catalog."
                + " Undo the change, or let catalog make it (coord/catalog.yml:12).",
            "::error file=pom.xml,title=ownership::pom.xml: shared, and changed without a word. Undo the"
                + " change, or let catalog make it (coord/catalog.yml:12).",
            "::error file=coord/gates.yml,line=12,col=3,title=ownership::1 file of catalog, 1 file"
                + " shared but not coordinated changed by checkout. Undo the change, or let catalog make"
                + " it (coord/catalog.yml:12).",
            "::error file=coord/gates.yml,line=9,col=3,title=tests.failed::no JUnit XML report was"
                + " found. Run mvn verify.",
            "::warning file=coord/gates.yml,line=14,col=3,title=changelog::CHANGELOG.md does not exist."
                + " Write CHANGELOG.md.",
            "::warning file=coord/gates.yml,line=16,col=3,title=terms (payments)::it is gone. Bring it"
                + " back.",
            "::warning file=coord/gates.yml,line=6,col=3,title=plan changed::this branch lowers"
                + " coverage.lines from 85%25 to 80%25. Raise it again, or waive it on main.");
  }

  private static Assessment found(int number) {
    ToolFinding[] findings =
        IntStream.range(0, number)
            .mapToObj(
                i ->
                    Found.at(
                        i == number - 1 ? Level.ERROR : Level.WARNING,
                        "lint L" + i,
                        "a/one.py",
                        i + 1))
            .toArray(ToolFinding[]::new);
    return Cases.written("gates: [{findings: {total: '= 0'}}, {id: b, findings: {errors: '= 0'}}]")
        .judged(Cases.onMain())
        .evidence(
            Evidences.evidence()
                .tracked("a/one.py")
                .found(Map.of("lint", new FindingResults.Tool(1, 0)), findings))
        .assess();
  }

  @Test
  void what_a_tool_found_is_an_error_at_its_line_once_behind_the_gates() {
    assertThat(WorkflowCommands.annotations(found(2)))
        .hasSize(4)
        .endsWith(
            "::error file=a/one.py,line=2,col=1,title=findings.total::lint L1: what L1 says",
            "::error file=a/one.py,line=1,col=1,title=findings.total::lint L0: what L0 says")
        .first()
        .asString()
        .contains("title=findings.total::2 != 0 (+2, 2 findings by lint).");
  }

  @Test
  void of_many_findings_the_worst_are_shown_and_the_rest_counted() {
    List<String> lines = WorkflowCommands.annotations(found(30));

    assertThat(lines).hasSize(10);
    assertThat(lines.get(2)).contains("a/one.py,line=30,");
    assertThat(lines.get(9))
        .isEqualTo("::error title=coord::13 more errors, see coord's gates page");
  }

  @Test
  void a_line_of_another_commit_is_not_annotated() {
    Finding finding = SampleAssessments.finding();
    Finding past =
        new Finding(
            finding.kind(),
            finding.severity(),
            finding.subject(),
            finding.text(),
            "",
            finding.location().map(place -> place.in(SampleEvidence.HEAD)),
            List.of());

    assertThat(
            WorkflowCommands.annotations(
                new AssessmentDraft(SampleAssessments.empty()).findings(past).build()))
        .containsExactly(
            "::warning title=plan changed::this branch lowers coverage.lines from 85%25 to 80%25.");
  }

  @Test
  void new_lines_without_a_test_are_errors_where_they_are_three_files_of_a_gate() {
    assertThat(WorkflowCommands.annotations(NewLines.uncovered(4)))
        .containsExactly(
            "::error file=src/F1.java,line=11,col=1,title=g.lines::new and not covered: 11-12.",
            "::error file=src/F2.java,line=12,col=1,title=g.lines::new and not covered: 12-13.",
            "::error file=src/F3.java,line=13,col=1,title=g.lines::new and not covered: 13-14.",
            "::error file=coord/gates.yml,line=6,col=3,title=g.lines::50%25 < 80%25. Test it.");
  }

  @Test
  void tests_that_fail_are_errors_at_their_sources_three_of_a_gate() {
    String plan = PlanLines.of(BrokenTests.failed(1).gates().get(0)).file();
    assertThat(WorkflowCommands.annotations(BrokenTests.failed(5)))
        .hasSize(4)
        .satisfiesExactly(
            homeless ->
                assertThat(homeless)
                    .startsWith("::error file=" + plan + ",")
                    .endsWith("title=green.failed::shop.ATest#homeless: expected 1."),
            second ->
                assertThat(second)
                    .isEqualTo(
                        "::error file=src/test/java/shop/BTest.java,title=green.failed::shop.BTest#t2:"
                            + " expected 1."),
            third -> assertThat(third).contains("shop.BTest#t3"),
            gate -> assertThat(gate).contains("5 != 0"));
  }

  @Test
  void a_test_that_was_skipped_is_an_error_at_its_source_and_not_one_that_failed_beside_it() {
    assertThat(WorkflowCommands.annotations(BrokenTests.skipped()))
        .hasSize(2)
        .first()
        .isEqualTo(
            "::error file=src/test/java/shop/CTest.java,title=green.skipped::shop.CTest#rests.");
  }

  @Test
  void a_test_that_fails_is_an_error_at_the_line_that_its_report_names() {
    Assessment assessment =
        Cases.of(Plans.plan().gates(gate("green", Rules.tests("failed", "= 0"))))
            .evidence(evidence().failed("shop.ATest#t", "src/test/java/shop/ATest.java", 42))
            .assess();
    assertThat(WorkflowCommands.annotations(assessment))
        .first()
        .asString()
        .startsWith(
            "::error file=src/test/java/shop/ATest.java,line=42,title=green.failed::shop.ATest#t:");
  }

  @Test
  void a_passing_build_has_no_annotations() {
    assertThat(WorkflowCommands.annotations(SampleAssessments.passing())).isEmpty();
  }

  @Test
  void ten_are_shown() {
    assertThat(WorkflowCommands.annotations(gates(Severity.FAIL, 10))).hasSize(10);
  }

  @Test
  void of_more_the_nine_worst_are_shown_and_the_rest_counted() {
    assertThat(WorkflowCommands.annotations(gates(Severity.FAIL, 30)))
        .hasSize(10)
        .last()
        .isEqualTo("::error title=coord::21 more errors, see coord's gates page");
    assertThat(WorkflowCommands.annotations(gates(Severity.WARN, 30)))
        .hasSize(10)
        .last()
        .isEqualTo("::warning title=coord::21 more warnings, see coord's gates page");
  }

  @Test
  void mistakes_of_the_plan_stand_at_their_places() {
    assertThat(
            WorkflowCommands.annotations(
                List.of(
                    Diagnostic.error(Location.of("a,b:c%.yml", 4, 7), "50% wrong", "Mend it."),
                    Diagnostic.warning(Location.ofFile("coord.yml"), "old", "Rename it."))))
        .containsExactly(
            "::error file=a%2Cb%3Ac%25.yml,line=4,col=7,title=coord plan::50%25 wrong. Mend it.",
            "::warning file=coord.yml,title=coord plan::old. Rename it.");
  }

  @Test
  void hostile_texts_give_one_command_a_line() {
    assertThat(WorkflowCommands.annotations(HostileAssessment.assessment()))
        .isNotEmpty()
        .allSatisfy(
            line -> {
              assertThat(line).matches("::(error|warning) [^\\p{Cntrl}\\p{Cf}\\p{Cs}]*");
              assertThat(line.split("::", -1)).as("one command, one message").hasSize(3);
              assertThat(line).doesNotContain("##[");
            });
  }

  @Test
  void a_mistake_in_a_parameter_stands_at_no_file() {
    assertThat(
            WorkflowCommands.annotations(
                List.of(
                    Diagnostic.error(
                        Location.ofParameter("coord.now"), "\"x\" is no time", "Write one."))))
        .containsExactly("::error title=coord plan::\"x\" is no time. Write one.");
  }

  @Test
  void a_file_whose_name_cannot_be_shown_is_named_in_the_message_alone() {
    assertThat(
            WorkflowCommands.annotations(
                List.of(Diagnostic.error(Location.ofFile("a\n::b"), "wrong", "Mend it."))))
        .containsExactly("::error title=coord plan::wrong. Mend it.");
  }
}
