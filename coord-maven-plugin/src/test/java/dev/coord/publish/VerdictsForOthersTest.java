package dev.coord.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.coord.AssessmentDraft;
import dev.coord.Golden;
import dev.coord.HostileAssessment;
import dev.coord.SampleAssessments;
import dev.coord.SampleRows;
import dev.coord.SampleRules;
import dev.coord.assess.Assessment;
import dev.coord.assess.GateResult;
import dev.coord.diagnostic.Diagnostic;
import dev.coord.diagnostic.Location;
import dev.coord.evidence.FindingResults;
import dev.coord.evidence.ToolFinding;
import dev.coord.plan.Severity;
import dev.coord.publish.VerdictNote.Level;
import dev.coord.testing.Cases;
import dev.coord.testing.Evidences;
import dev.coord.testing.Found;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

class VerdictsForOthersTest {

  private static final List<Diagnostic> PROBLEMS =
      List.of(
          Diagnostic.error(Location.of("coord.yml", 9, 5), "unknown key \"gate\"", "Remove it."),
          Diagnostic.warning(Location.ofFile("a.yml"), "an old name", "Rename it."),
          Diagnostic.error(Location.ofParameter("coord.now"), "\"x\" is no date", "Write one."));

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static Assessment many(int number) {
    GateResult[] rows =
        IntStream.range(0, number)
            .mapToObj(i -> SampleRules.gate("g" + i, SampleRules.pathRule(i + 1), Severity.FAIL))
            .map(
                gate ->
                    SampleRows.row(
                        gate, SampleRows.failed("", "no", "yes", "it is gone", "Write it."), true))
            .toArray(GateResult[]::new);
    return new AssessmentDraft(SampleAssessments.empty()).gates(rows).build();
  }

  @Test
  void a_failing_build_is_written_as_expected() {
    Assessment failing = SampleAssessments.failing();

    Golden.assertGolden("verdicts-failing.sarif", text(Sarif.of(failing, "1.0")));
    Golden.assertGolden("verdicts-failing.xml", text(GateTests.of(failing)));
    Golden.assertGolden("verdicts-failing.json", text(CodeQuality.of(failing)));
  }

  @Test
  void what_a_tool_found_stands_at_its_line_beside_the_gate() {
    Assessment found =
        Cases.written("gates: [{findings: {errors: '= 0'}}]")
            .judged(Cases.onMain())
            .evidence(
                Evidences.evidence()
                    .tracked("a/one.py")
                    .found(
                        Map.of("lint", new FindingResults.Tool(1, 0)),
                        Found.at(ToolFinding.Level.ERROR, "lint L1", "a/one.py", 7),
                        Found.named("lint L2", "gen/two.py", true)))
            .assess();

    assertThat(VerdictNotes.of(found))
        .extracting(note -> note.place().orElseThrow().fileAndLine() + " " + note.message())
        .hasSize(2)
        .contains("a/one.py:7 findings.errors: lint L1: what L1 says")
        .anyMatch(text -> text.contains("findings.errors: 2 != 0"));
    assertThat(text(Sarif.of(found, "1.0"))).contains("\"uri\": \"a/one.py\"");
  }

  @Test
  void a_plan_that_cannot_be_used_is_written_as_expected() {
    assertThat(text(Sarif.of(PROBLEMS, "1.0")))
        .as("what GitHub requires of a rule")
        .contains("\"shortDescription\"", "\"fullDescription\"", "\"help\"");
    Golden.assertGolden("verdicts-error.sarif", text(Sarif.of(PROBLEMS, "1.0")));
    Golden.assertGolden("verdicts-error.xml", text(GateTests.of(PROBLEMS)));
    Golden.assertGolden("verdicts-error.json", text(CodeQuality.of(PROBLEMS)));
  }

  @Test
  void a_passing_build_has_no_result_and_no_failure() {
    Assessment passing = SampleAssessments.passing();

    assertThat(text(Sarif.of(passing, "1.0")))
        .contains("\"executionSuccessful\": true")
        .contains("\"results\": []");
    assertThat(text(GateTests.of(passing))).contains("failures=\"0\" errors=\"0\"");
    assertThat(text(CodeQuality.of(passing))).isEqualTo("[]\n");
  }

  @Test
  void code_scanning_is_sent_no_more_than_it_shows_and_is_told_of_the_rest() {
    String sarif = text(Sarif.of(many(5_002), "1.0"));

    assertThat(sarif.split("\"ruleId\"", -1)).hasSize(5_001);
    assertThat(sarif).contains("\"text\": \"3 more, see coord's gates page.\"");
    assertThat(text(Sarif.of(many(5_000), "1.0")).split("\"ruleId\"", -1)).hasSize(5_001);
  }

  @Test
  void new_lines_without_a_test_are_told_at_their_files_and_the_gate_at_its_line() {
    assertThat(VerdictNotes.of(NewLines.uncovered(2)))
        .extracting(
            note -> note.place().orElseThrow().fileAndLine() + " " + note.message(),
            VerdictNote::level)
        .containsExactly(
            tuple("src/F1.java:11 g.lines: new and not covered: 11-12.", Level.BROKEN),
            tuple("src/F2.java:12 g.lines: new and not covered: 12-13.", Level.BROKEN),
            tuple("coord/gates.yml:6 g.lines: 50% < 80%. Test it.", Level.BROKEN));
    assertThat(VerdictNotes.of(NewLines.uncovered(2)))
        .extracting(VerdictNote::fingerprint)
        .doesNotHaveDuplicates();
    assertThat(text(CodeQuality.of(NewLines.uncovered(1))))
        .contains("\"path\": \"src/F1.java\"", "\"begin\": 11");
  }

  @Test
  void tests_that_fail_have_notes_of_their_own_at_their_sources() throws Exception {
    assertThat(VerdictNotes.of(BrokenTests.failed(2)))
        .hasSize(3)
        .anySatisfy(
            note -> {
              assertThat(note.message()).isEqualTo("green.failed: shop.BTest#t2: expected 1.");
              assertThat(note.place().orElseThrow().file())
                  .isEqualTo("src/test/java/shop/BTest.java");
              assertThat(note.identity()).isEqualTo("green.failed\nshop.BTest#t2");
            })
        .extracting(VerdictNote::fingerprint)
        .doesNotHaveDuplicates();
    assertThat(text(GateTests.of(BrokenTests.failed(2))))
        .contains("shop.ATest#homeless: expected 1. shop.BTest#t2: expected 1.");
  }

  @Test
  void a_verdict_is_the_same_one_when_its_line_moves() {
    VerdictNote here = VerdictNotes.of(many(1)).get(0);
    VerdictNote there =
        new VerdictNote(
            here.level(),
            here.check(),
            here.message(),
            Optional.of(Location.of("coord/gates.yml", 99, 1)),
            here.identity());

    assertThat(there.fingerprint()).isEqualTo(here.fingerprint()).hasSize(64);
    assertThat(VerdictNotes.of(many(2)))
        .extracting(VerdictNote::fingerprint)
        .doesNotHaveDuplicates();
  }

  @Test
  void what_is_found_twice_in_a_file_has_two_fingerprints_that_no_line_changes() {
    assertThat(fingerprints(1, 2)).hasSize(3).doesNotHaveDuplicates();
    assertThat(fingerprints(8, 9)).isEqualTo(fingerprints(1, 2));
  }

  private static List<String> fingerprints(int... lines) {
    Evidences evidence =
        Evidences.evidence()
            .tracked("a/one.py")
            .found(
                Map.of("lint", new FindingResults.Tool(1, 0)),
                Arrays.stream(lines)
                    .mapToObj(
                        line -> Found.at(ToolFinding.Level.ERROR, "lint L1", "a/one.py", line))
                    .toArray(ToolFinding[]::new));
    return VerdictNotes.of(
            Cases.written("gates: [{findings: {errors: '= 0'}}]")
                .judged(Cases.onMain())
                .evidence(evidence)
                .assess())
        .stream()
        .map(VerdictNote::fingerprint)
        .toList();
  }

  @Test
  void a_file_whose_name_no_forge_can_show_is_named_at_the_line_of_the_gate() {
    Assessment found =
        Cases.written("gates: [{findings: {errors: '= 0'}}]")
            .judged(Cases.onMain())
            .evidence(
                Evidences.evidence()
                    .tracked("a/\u202eone::.py")
                    .found(
                        Map.of("lint", new FindingResults.Tool(1, 0)),
                        Found.at(ToolFinding.Level.ERROR, "lint L1", "a/\u202eone::.py", 7)))
            .assess();

    assertThat(VerdictNotes.of(found))
        .extracting(note -> note.place().orElseThrow().fileAndLine() + " " + note.message())
        .contains("coord.yml:3 findings.errors: a/\\u202eone: :.py:7: lint L1: what L1 says");
    assertThat(text(Sarif.of(found, "1.0"))).doesNotContain("\"locations\": []").contains("L1");
    assertThat(WorkflowCommands.annotations(found))
        .contains(
            "::error file=coord.yml,line=3,col=29,title=findings.errors::a/\\u202eone: :.py:7: lint L1:"
                + " what L1 says");
  }

  @Test
  void hostile_text_is_escaped_for_each_sink() throws Exception {
    Assessment hostile = HostileAssessment.assessment();
    Document xml =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(GateTests.of(hostile)));

    assertThat(xml.getElementsByTagName("testcase").getLength())
        .isEqualTo(hostile.gates().size())
        .isPositive();
    for (String text :
        List.of(
            text(Sarif.of(hostile, "1.0")),
            text(GateTests.of(hostile)),
            text(CodeQuality.of(hostile)))) {
      assertThat(text)
          .endsWith("\n")
          .doesNotContain("mallory@evil.example", "\u202e", "\u001b", "\n::", "##vso[");
    }
  }

  @Test
  void a_path_is_written_as_a_relative_reference() {
    assertThat(Sarif.uri("src/a b/ü%#?.java")).isEqualTo("src/a%20b/%C3%BC%25%23%3F.java");
  }
}
