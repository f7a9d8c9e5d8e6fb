package dev.coord.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coord.AssessmentDraft;
import dev.coord.Golden;
import dev.coord.HostileAssessment;
import dev.coord.SampleAssessments;
import dev.coord.SampleEvidence;
import dev.coord.SamplePlan;
import dev.coord.SampleRows;
import dev.coord.SampleRules;
import dev.coord.assess.Assessment;
import dev.coord.assess.Finding;
import dev.coord.assess.GateResult;
import dev.coord.evidence.CoverageResults;
import dev.coord.evidence.Evidence;
import dev.coord.evidence.MergeForecast;
import dev.coord.evidence.Proof;
import dev.coord.evidence.TestResults;
import dev.coord.plan.Gate;
import dev.coord.plan.Severity;
import dev.coord.publish.ConsoleLine.Level;
import dev.coord.rule.Outcome;
import dev.coord.rule.Verdict;
import dev.coord.testing.Cases;
import dev.coord.testing.Deltas;
import dev.coord.testing.Evidences;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConsoleReportTest {

  private static final ConsoleFrame FRAME = SampleAssessments.consoleFrame();
  private static final ConsoleFrame VERBOSE =
      new ConsoleFrame(
          FRAME.generator(), FRAME.planVersion(), FRAME.index(), FRAME.command(), true);
  private static final ConsoleFrame WITHOUT_SITE =
      new ConsoleFrame(
          FRAME.generator(), FRAME.planVersion(), Optional.empty(), "mvn coord:check", false);

  private static String text(List<ConsoleLine> lines) {
    return lines.stream()
        .map(line -> "[" + line.level() + "] " + line.text() + "\n")
        .collect(Collectors.joining());
  }

  private static Assessment failingGates(int number) {
    return failingGates(number, "no file");
  }

  private static Assessment failingGates(int number, String measured) {
    GateResult[] rows =
        IntStream.range(0, number)
            .mapToObj(i -> SampleRules.gate("g" + i, SampleRules.pathRule(i + 1), Severity.FAIL))
            .map(gate -> failed(gate, measured))
            .toArray(GateResult[]::new);
    return new AssessmentDraft(SampleAssessments.empty()).gates(rows).build();
  }

  private static GateResult failed(Gate gate, String measured) {
    return SampleRows.row(gate, SampleRows.failed("", "no", "yes", measured, "Write it."), true);
  }

  @Test
  void a_failing_build_is_told_as_expected() {
    Golden.assertGolden(
        "console-failing.txt", text(ConsoleReport.lines(SampleAssessments.failing(), FRAME)));
  }

  @Test
  void a_failing_build_is_told_in_full_when_asked_for() {
    Golden.assertGolden(
        "console-failing-verbose.txt",
        text(ConsoleReport.lines(SampleAssessments.failing(), VERBOSE)));
  }

  @Test
  void a_build_without_evidence_is_told_as_expected() {
    Golden.assertGolden(
        "console-unknown.txt", text(ConsoleReport.lines(SampleAssessments.unknown(), FRAME)));
  }

  @Test
  void a_passing_build_with_warnings_names_the_page_last() {
    Assessment assessment =
        new AssessmentDraft(SampleAssessments.passing())
            .findings(SampleAssessments.finding())
            .build();

    Golden.assertGolden("console-warning.txt", text(ConsoleReport.lines(assessment, FRAME)));
  }

  @Test
  void a_passing_build_is_one_line() {
    assertThat(text(ConsoleReport.lines(SampleAssessments.passing(), FRAME)))
        .isEqualTo(
            "[INFO] coord 1.0 · plan coord@0be90e2 · 1 workstream · reports of 14:02"
                + " · PASS 4 gates · Site: target/coord/index.html\n");
  }

  @Test
  void a_passing_build_lists_what_passed_when_asked_for() {
    Golden.assertGolden(
        "console-passing-verbose.txt",
        text(ConsoleReport.lines(SampleAssessments.passing(), VERBOSE)));
  }

  @Test
  void what_merges_next_or_what_holds_it_up_is_told_when_asked_for() {
    String plan =
        """
        workstreams: [{id: a, branch: feature/a}]
        merges: {queue: [{workstream: a}]}
        gates: [{id: go, declared: {by: ana, says: Go}, severity: warn}]
        """;
    MergeForecast clean =
        new MergeForecast(List.of("feature/a"), List.of(), 0, List.of(), List.of());
    Evidences seen = Evidences.evidence().active("feature/a", Deltas.live().build());

    assertThat(text(ConsoleReport.lines(Cases.written(plan).evidence(seen).assess(), VERBOSE)))
        .contains("next merge: unknown, of a: whether it conflicts with main was not tried\n");
    assertThat(
            text(
                ConsoleReport.lines(
                    Cases.written(plan).evidence(seen.forecast(clean)).assess(), VERBOSE)))
        .contains("next merge: a into main (git switch main && git merge --no-ff feature/a)\n");
  }

  @Test
  void a_plan_without_gates_does_not_say_that_anything_passed() {
    assertThat(text(ConsoleReport.lines(SampleAssessments.empty(), FRAME)))
        .isEqualTo(
            "[INFO] coord 1.0 · plan coord@0be90e2 · 0 workstreams · no usable reports · no gates"
                + " · Site: target/coord/index.html\n");
  }

  @Test
  void a_goal_without_a_site_names_none() {
    assertThat(text(ConsoleReport.lines(SampleAssessments.failing(), WITHOUT_SITE)))
        .doesNotContain("Site:")
        .endsWith(
            "[INFO] PASS 1 of 7 gates, 2 are not met, 1 is unknown, 2 warn, 1 is waived"
                + " (-Dcoord.verbose lists them)\n");
  }

  @Test
  void the_first_failing_tests_are_named() {
    List<Proof> proofs =
        IntStream.rangeClosed(1, 5)
            .mapToObj(i -> Proof.report("MoneyTest#t" + i, SamplePlan.line("TEST-Money.xml", i)))
            .toList();
    Verdict verdict =
        new Verdict(
            "failed",
            Outcome.FAILED,
            "4",
            "= 0",
            "4 != 0 (+4, of 65 tests)",
            proofs,
            "Make the failing tests pass.",
            Optional.empty());
    Gate tests = SampleRules.gate("tests", SampleRules.testsRule(), Severity.FAIL);
    Assessment assessment =
        new AssessmentDraft(SampleAssessments.empty())
            .gates(SampleRows.row(tests, verdict, true))
            .build();

    assertThat(text(ConsoleReport.lines(assessment, WITHOUT_SITE)))
        .isEqualTo(
            """
            [INFO] coord 1.0 · plan coord@0be90e2 · 0 workstreams · no usable reports
            [ERROR] FAIL    tests.failed  4 != 0 (+4, of 65 tests)  coord/gates.yml:9
            [ERROR]           MoneyTest#t1  TEST-Money.xml:1
            [ERROR]           MoneyTest#t2  TEST-Money.xml:2
            [ERROR]           MoneyTest#t3  TEST-Money.xml:3
            [INFO] PASS 0 of 1 gate, 1 is not met
            """);
  }

  @Test
  void whole_sentences_of_a_remedy_are_told_as_far_as_they_fit() {
    assertThat(RowText.sentences("a: do it. b: do that.", 21)).isEqualTo("a: do it. b: do that.");
    assertThat(RowText.sentences("a: do it. b: do that.", 20)).isEqualTo("a: do it.");
    assertThat(RowText.sentences("a: do it. b: do that.", 9)).isEqualTo("a: do it.");
    assertThat(RowText.sentences("a: do it. b: do that.", 8)).isEqualTo("a: do it.");
    assertThat(RowText.sentences("a: do it", 4)).isEqualTo("a: do it");
  }

  @Test
  void a_waived_path_is_not_listed_among_those_that_fail() {
    assertThat(text(ConsoleReport.lines(failing("pom.xml"), FRAME)))
        .contains("changed by checkout; 1 violation waived  coord/catalog.yml:12")
        .contains("catalog/Money.java")
        .doesNotContain("pom.xml");
  }

  private static Assessment failing(String waivedPath) {
    Gate ownership = SampleRules.gate("ownership", SampleRules.ownershipRule(), Severity.FAIL);
    return new AssessmentDraft(SampleAssessments.failing())
        .gates(SampleRows.waiving(SampleRows.ownershipFailed(ownership), waivedPath))
        .build();
  }

  @Test
  void reports_of_another_day_or_of_several_times_say_so() {
    assertThat(header("2026-11-20T14:02:00Z", "2026-11-20T14:02:59Z"))
        .endsWith(" · reports of 2026-11-20 14:02");
    assertThat(header("2026-11-20T23:59:00Z", "2026-11-21T13:00:00Z"))
        .endsWith(" · reports of 2026-11-20 23:59 to 13:00");
  }

  private static String header(String tests, String coverage) {
    Evidence sample = SampleEvidence.evidence();
    Evidence evidence =
        Evidence.builder()
            .git(sample.git())
            .tests(
                sample
                    .tests()
                    .map(
                        t ->
                            new TestResults(
                                List.of(SampleEvidence.report("a.xml", "JUnit XML", tests)),
                                t.cases())))
            .coverage(
                sample
                    .coverage()
                    .map(
                        c ->
                            new CoverageResults(
                                List.of(SampleEvidence.report("b.xml", "JaCoCo XML", coverage)),
                                c.files())))
            .build();
    Assessment assessment =
        new AssessmentDraft(SampleAssessments.failing()).evidence(evidence).build();
    return ConsoleReport.lines(assessment, FRAME).get(0).text();
  }

  @Test
  void twenty_lines_are_never_exceeded() {
    List<ConsoleLine> lines = ConsoleReport.lines(failingGates(40), FRAME);

    assertThat(lines).hasSize(ConsoleReport.MOST_LINES);
    assertThat(lines.get(17)).isEqualTo(new ConsoleLine(Level.ERROR, "24 more on the gates page"));
    assertThat(lines.get(19))
        .isEqualTo(new ConsoleLine(Level.INFO, "Site: target/coord/index.html"));
  }

  private static String more(Finding.Kind... kinds) {
    List<Finding> findings = new ArrayList<>();
    for (Finding.Kind kind : kinds) {
      for (int i = 0; i < 20; i++) {
        findings.add(
            new Finding(kind, Severity.WARN, "", kind + " " + i, "", Optional.empty(), List.of()));
      }
    }
    Assessment assessment =
        new AssessmentDraft(SampleAssessments.empty())
            .findings(findings.toArray(Finding[]::new))
            .build();
    return ConsoleReport.lines(assessment, FRAME).get(17).text();
  }

  @Test
  void the_pages_are_named_that_tell_of_the_rows_left_out() {
    assertThat(more(Finding.Kind.CONTRADICTION)).isEqualTo("4 more on the claims page");
    assertThat(more(Finding.Kind.OVERDUE)).isEqualTo("4 more on the dashboard page");
    assertThat(more(Finding.Kind.CONTRADICTION, Finding.Kind.OVERDUE))
        .isEqualTo("24 more on the claims page and the dashboard page");
  }

  @Test
  void of_a_long_remedy_the_first_step_is_told_and_all_of_it_when_asked_for() {
    String first =
        "Fetch it (git fetch origin feature/checkout), or correct the branch in the plan.";
    String rest = " Where nothing of it has been begun, say status: todo (coord.yml:7).";
    Gate gate = SampleRules.gate("g", SampleRules.pathRule(1), Severity.FAIL);
    Verdict unknown =
        new Verdict(
            "",
            Outcome.UNKNOWN,
            "no branch",
            "",
            "no branch",
            List.of(),
            first + rest,
            Optional.empty());
    Finding finding =
        new Finding(
            Finding.Kind.SOURCE,
            Severity.WARN,
            "a",
            "no source",
            first + rest,
            Optional.empty(),
            List.of());
    GateResult failed =
        SampleRows.row(gate, SampleRows.failed("", "no", "yes", "no file", first + rest), true);
    Assessment assessment =
        new AssessmentDraft(SampleAssessments.empty())
            .gates(SampleRows.row(gate, unknown, true), failed)
            .findings(finding)
            .build();

    assertThat(text(ConsoleReport.lines(assessment, FRAME)))
        .contains("no branch. " + first, "          " + first + "\n", "no source. " + first)
        .doesNotContain("nothing of it");
    assertThat(text(ConsoleReport.lines(assessment, VERBOSE)))
        .contains("no branch. " + first + rest, "          " + first + rest + "\n")
        .contains("no source. " + first + rest);
  }

  @Test
  void seventeen_rows_still_fit_without_their_remedies() {
    List<ConsoleLine> lines = ConsoleReport.lines(failingGates(17), FRAME);

    assertThat(lines).hasSize(ConsoleReport.MOST_LINES);
    assertThat(text(lines)).doesNotContain("more on the gates page", "Write it.");
  }

  @Test
  void remedies_take_the_room_that_rows_leave() {
    List<ConsoleLine> lines = ConsoleReport.lines(failingGates(16), FRAME);

    assertThat(lines).hasSize(ConsoleReport.MOST_LINES);
    assertThat(lines).filteredOn(line -> line.text().contains("Write it.")).hasSize(1);
  }

  @Test
  void everything_is_told_when_asked_for() {
    assertThat(ConsoleReport.lines(failingGates(40), VERBOSE)).hasSize(1 + 80 + 2);
  }

  @Test
  void hostile_texts_neither_forge_lines_nor_commands() {
    Assessment assessment = HostileAssessment.assessment();

    assertThat(ConsoleReport.lines(assessment, FRAME))
        .hasSizeLessThanOrEqualTo(ConsoleReport.MOST_LINES)
        .allSatisfy(line -> assertSafe(line.text()));
    assertSafe(ConsoleReport.failureMessage(assessment, FRAME));
  }

  private static void assertSafe(String line) {
    assertThat(line)
        .doesNotContain("::", "##[")
        .doesNotContainPattern("[\\p{Cntrl}\\p{Cf}\\p{Cs}]");
    assertThat(line.length()).isLessThanOrEqualTo(SafeText.MAX_LENGTH);
  }

  @Test
  void the_exception_says_what_where_and_what_to_do() {
    assertThat(ConsoleReport.failureMessage(SampleAssessments.failing(), FRAME))
        .isEqualTo(
            "2 of 7 gates not met, 1 could not be judged: coverage.lines 54.8% < 80% (coord/gates.yml:6),"
                + " ownership 1 file of catalog, 1 file shared but not coordinated changed by checkout"
                + " (coord/catalog.yml:12), tests.failed unknown: no JUnit XML report was found"
                + " (coord/gates.yml:9). Test more of the code: 1204/2197 lines are covered."
                + " Then run mvn verify coord:site, see target/coord/gates.html.");
  }

  @Test
  void the_exception_tells_what_could_not_be_judged_from_what_does_not_hold() {
    assertThat(ConsoleReport.failureMessage(SampleAssessments.unknown(), FRAME))
        .isEqualTo(
            "1 of 1 gate could not be judged: tests.failed unknown: no JUnit XML report was found"
                + " (coord/gates.yml:9). Run mvn verify. Then run mvn verify coord:site,"
                + " see target/coord/gates.html.");
  }

  @Test
  void the_exception_names_three_gates_and_counts_the_rest() {
    assertThat(ConsoleReport.failureMessage(failingGates(9), WITHOUT_SITE))
        .isEqualTo(
            "9 of 9 gates not met: g0 no file (coord/gates.yml:1), g1 no file (coord/gates.yml:2),"
                + " g2 no file (coord/gates.yml:3) and 6 more. Write it. Then run mvn coord:check.");
  }

  @Test
  void the_exception_keeps_its_end_however_long_the_rest_is() {
    assertThat(ConsoleReport.failureMessage(HostileAssessment.assessment(), FRAME))
        .hasSizeLessThanOrEqualTo(SafeText.MAX_LENGTH)
        .endsWith(" Then run mvn verify coord:site, see target/coord/gates.html.");
  }

  @Test
  void the_exception_names_a_gate_whole_or_counts_it() {
    String measured = "no file ".repeat(20) + "at all";

    assertThat(ConsoleReport.failureMessage(failingGates(5, measured), WITHOUT_SITE))
        .startsWith("5 of 5 gates not met: g0 no file")
        .contains("at all (coord/gates.yml:1), g1")
        .contains("at all (coord/gates.yml:2) and 3 more. Write it. Then run mvn coord:check.");
  }

  @Test
  void a_build_that_passed_has_no_exception() {
    assertThatThrownBy(() -> ConsoleReport.failureMessage(SampleAssessments.passing(), FRAME))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a build that passed has no failure");
  }
}
