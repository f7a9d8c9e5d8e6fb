package dev.coord.assess;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.evidence.ChangedLines;
import dev.coord.evidence.ChangedLines.Doubt;
import dev.coord.evidence.FindingResults;
import dev.coord.evidence.LineSpan;
import dev.coord.evidence.Proof;
import dev.coord.evidence.ToolFinding;
import dev.coord.evidence.ToolFinding.Level;
import dev.coord.plan.Baseline;
import dev.coord.plan.Baseline.Kind;
import dev.coord.rule.Outcome;
import dev.coord.rule.Verdict;
import dev.coord.testing.Baselines;
import dev.coord.testing.Cases;
import dev.coord.testing.Evidences;
import dev.coord.testing.Found;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What a rule on findings counts, and when it cannot tell. */
class FindingCountsTest {

  private static final Map<String, FindingResults.Tool> TOOLS =
      Map.of("lint", new FindingResults.Tool(1, 2), "scan", new FindingResults.Tool(1, 0));

  private static final ToolFinding ERROR = Found.at(Level.ERROR, "scan S1", "a/one.py", 7);
  private static final ToolFinding WARNING = Found.at(Level.WARNING, "lint L1", "a/one.py", 20);
  private static final ToolFinding NOTE = Found.at(Level.NOTE, "lint L2", "b/two.py", 3);
  private static final ToolFinding WHOLE = Found.at(Level.WARNING, "lint L9", "b/two.py", 0);

  private static Evidences evidence(ToolFinding... findings) {
    return Evidences.evidence().tracked("a/one.py", "b/two.py").found(TOOLS, findings);
  }

  private static Evidences changed(ToolFinding... findings) {
    TreeMap<String, List<LineSpan>> lines = new TreeMap<>();
    lines.put("a/one.py", List.of(new LineSpan(7, 8)));
    lines.put("b/two.py", List.of(new LineSpan(1, 1)));
    TreeMap<String, Doubt> untold = new TreeMap<>(Map.of("c/three.py", Doubt.UNCOMPARED));
    return evidence(findings).changed(new ChangedLines("0".repeat(40), false, lines, untold));
  }

  @Test
  void findings_of_a_file_that_was_edited_since_are_of_another_version_of_it() {
    TreeMap<String, List<LineSpan>> lines = new TreeMap<>();
    lines.put("a/one.py", List.of(new LineSpan(7, 8)));
    TreeMap<String, Instant> edited =
        new TreeMap<>(Map.of("a/one.py", Instant.MAX.minusSeconds(9)));
    ChangedLines now = new ChangedLines("0".repeat(40), true, lines, new TreeMap<>(), edited);
    String rule = "errors: '= 0', changed: true";

    assertThat(judged(rule, evidence(ERROR).changed(now)).summary())
        .isEqualTo("a/one.py was edited or checked out after the reports of findings were written");
    assertThat(judged(rule, evidence(NOTE).changed(now)).outcome()).isEqualTo(Outcome.PASSED);
  }

  private static Verdict judged(String rule, Evidences evidence) {
    return Cases.written(
            "workstreams: [{id: a, branch: feature/a, owns: [/a/]},"
                + " {id: e, branch: feature/e, owns: [/e/]}]\ngates: [{findings: {"
                + rule
                + "}}]")
        .judged(Cases.onMain())
        .evidence(evidence)
        .assess()
        .gates()
        .get(0)
        .verdict();
  }

  private static String summary(String rule, Evidences evidence) {
    Verdict verdict = judged(rule, evidence);
    return verdict.outcome() + " " + verdict.summary();
  }

  @Test
  void levels_tools_and_rules_are_counted_apart() {
    Evidences all = evidence(ERROR, WARNING, NOTE, WHOLE);

    assertThat(summary("errors: '= 1'", all))
        .isEqualTo("PASSED 1 = 1 (errors of 4 findings by lint and scan, 2 left out)");
    assertThat(summary("warnings: '= 0'", all))
        .isEqualTo("FAILED 2 != 0 (+2, warnings of 4 findings by lint and scan, 2 left out)");
    assertThat(summary("notes: '= 1', tool: l*t", all))
        .isEqualTo("PASSED 1 = 1 (notes of 3 findings by lint, 2 left out)");
    assertThat(summary("total: '= 1', rule: '*1', tool: scan", all))
        .isEqualTo("PASSED 1 = 1 (1 finding by scan)");
  }

  @Test
  void what_has_no_level_counts_in_the_total_alone() {
    Evidences none = evidence(Found.at(Level.NONE, "lint L1", "a/one.py", 1));

    assertThat(judged("total: '= 0'", none).outcome()).hasToString("FAILED");
    assertThat(judged("notes: '= 0'", none).outcome()).hasToString("PASSED");
  }

  @Test
  void a_scope_holds_the_findings_in_its_committed_files() {
    Evidences all = evidence(ERROR, WARNING, NOTE, Found.named("lint L3", "/x/gen.py", true));

    assertThat(summary("total: '= 2', of: {workstream: a}", all)).startsWith("PASSED 2 = 2");
    assertThat(summary("total: '= 1', of: {paths: ['*.py', '!x']}".replace(", '!x'", ""), all))
        .startsWith("FAILED 3 != 1");
    assertThat(summary("total: '= 4'", all)).startsWith("PASSED 4 = 4");
  }

  @Test
  void only_what_touches_changed_lines_counts_where_those_are_asked_for() {
    assertThat(summary("total: '= 2', changed: true", changed(ERROR, WARNING, NOTE, WHOLE)))
        .startsWith("PASSED 2 = 2 (2 findings");
  }

  private static Baseline.Entry known(String tool, String finding, int count) {
    return Baselines.known(Kind.RESULT, tool, finding, count, "2026-11-02");
  }

  @Test
  void only_what_the_baseline_does_not_have_counts_where_that_is_asked_for() {
    Evidences all =
        evidence(ERROR, WARNING, NOTE)
            .known(Baselines.results(known("lint", "L1 in a/one.py: what L1 says", 1)));

    assertThat(summary("total: '= 0', new: true", all))
        .isEqualTo(
            "FAILED 2 != 0 (+2, 2 new findings by lint and scan, 1 known since 2026-11-02, 2 left"
                + " out)");
    assertThat(summary("warnings: '= 0', new: true", all)).startsWith("PASSED 0 = 0");
    assertThat(summary("total: '= 0', rule: L1, new: true", all))
        .isEqualTo(
            "PASSED 0 = 0 (0 new findings by lint and scan, 1 known since 2026-11-02, 2 left out)");
    assertThat(judged("errors: '= 0', new: true", all).proof())
        .anyMatch(p -> p.text().startsWith("scan S1"))
        .noneMatch(p -> p.text().startsWith("lint L1"));
    assertThat(judged("errors: '= 0', new: true", all).attested()).isTrue();
  }

  @Test
  void a_known_finding_whose_line_moved_is_known_and_one_more_of_it_is_new() {
    Baseline twice = Baselines.results(known("lint", "L1 in a/one.py: what L1 says", 2));
    ToolFinding moved = Found.at(Level.WARNING, "lint L1", "a/one.py", 300);
    ToolFinding third = Found.at(Level.WARNING, "lint L1", "a/one.py", 400);
    ToolFinding elsewhere = Found.at(Level.WARNING, "lint L1", "b/two.py", 20);

    assertThat(summary("total: '= 0', new: true", evidence(WARNING, moved).known(twice)))
        .startsWith("PASSED 0 = 0");
    assertThat(summary("total: '= 0', new: true", evidence(WARNING, moved, third).known(twice)))
        .startsWith("FAILED 1 != 0 (+1, 1 new finding by lint and scan, 2 known");
    assertThat(summary("total: '= 0', new: true", evidence(WARNING, elsewhere).known(twice)))
        .startsWith("FAILED 1 != 0");
  }

  @Test
  void the_one_that_is_new_of_those_alike_is_the_one_on_a_changed_line() {
    Baseline once = Baselines.results(known("lint", "L1 in a/one.py: what L1 says", 1));
    ToolFinding onChanged = Found.at(Level.WARNING, "lint L1", "a/one.py", 7);

    assertThat(
            summary(
                "total: '= 0', changed: true, new: true", changed(onChanged, WARNING).known(once)))
        .startsWith("FAILED 1 != 0 (+1, 1 new finding on changed lines by");
    assertThat(summary("total: '= 0', changed: true, new: true", changed(onChanged).known(once)))
        .startsWith("PASSED 0 = 0");
  }

  @Test
  void a_finding_that_got_worse_is_not_known_twice() {
    Baseline once = Baselines.results(known("lint", "L1 in a/one.py: what L1 says", 1));
    ToolFinding worse = Found.at(Level.ERROR, "lint L1", "a/one.py", 20);

    assertThat(summary("errors: '= 0', new: true", evidence(WARNING, worse).known(once)))
        .startsWith("FAILED 1 != 0");
    assertThat(summary("errors: '= 0', new: true", evidence(worse).known(once)))
        .as("the level is not what it is known by")
        .startsWith("PASSED 0 = 0");
  }

  @Test
  void without_a_baseline_that_tells_or_without_a_report_it_is_unknown_what_is_new() {
    assertThat(summary("total: '= 0', new: true", evidence()))
        .isEqualTo("UNKNOWN the baseline tells nothing");
    assertThat(
            judged("total: '= 0', new: true", Evidences.evidence().known(Baselines.results()))
                .outcome())
        .hasToString("UNKNOWN");
    assertThat(
            judged("total: '= 0', tool: mypy, new: true", evidence().known(Baselines.results()))
                .summary())
        .isEqualTo("no report is of mypy, only of lint and scan");
  }

  @Test
  void a_finding_of_several_lines_is_on_each_of_them() {
    ToolFinding block =
        new ToolFinding(Level.ERROR, -1, "lint", "L1", "", WARNING.file(), 1, 7, WARNING.report());
    ToolFinding before =
        new ToolFinding(Level.ERROR, -1, "lint", "L1", "", WARNING.file(), 1, 6, WARNING.report());

    assertThat(summary("total: '= 1', changed: true", changed(block, before)))
        .startsWith("PASSED 1 = 1");
  }

  @Test
  void it_is_unknown_whether_an_unplaced_finding_is_in_a_scope() {
    assertThat(summary("total: '= 0', of: {workstream: a}", evidence(Found.nowhere("lint L1"))))
        .isEqualTo("UNKNOWN lint L1 names no file (out/tool.sarif), so it may be anywhere");
    assertThat(
            summary(
                "total: '= 0', of: {workstream: a}",
                evidence(Found.named("lint L1", "one.py", false))))
        .isEqualTo(
            "UNKNOWN which committed file one.py is, of which lint L1 tells, cannot be told"
                + " (out/tool.sarif)");
    assertThat(
            summary(
                "total: '= 0', of: {workstream: a}",
                evidence(Found.named("lint L1", "x/zero.py", false))))
        .startsWith("PASSED 0 = 0");
  }

  @Test
  void it_is_unknown_what_was_changed_in_a_file_that_cannot_be_compared() {
    Evidences evidence = changed(Found.at(Level.NOTE, "lint L1", "c/three.py", 1));

    assertThat(summary("total: '= 0', changed: true", evidence))
        .isEqualTo("UNKNOWN which lines of c/three.py were changed cannot be told");
  }

  @Test
  void a_tool_that_did_not_run_is_unknown() {
    assertThat(judged("total: '= 0', tool: mypy", evidence()).summary())
        .isEqualTo("no report is of mypy, only of lint and scan");
  }

  @Test
  void a_scope_without_a_file_proves_nothing() {
    assertThat(judged("total: '= 0', of: {paths: [/c/]}", evidence()).summary())
        .isEqualTo("no tracked file fits of:, so there is nothing to find anything in");
    Evidences planned = evidence().tracked("a/one.py", "b/two.py", "coord.yml");
    assertThat(judged("total: '= 0', of: {workstream: e}", planned).summary())
        .isEqualTo("no tracked file fits of:, so there is nothing to find anything in");
    assertThat(judged("total: '= 0', of: {workstream: a}", planned).outcome())
        .isEqualTo(Outcome.PASSED);
  }

  @Test
  void what_fails_is_proved_by_its_places_the_worst_first_and_by_twenty_at_most() {
    ToolFinding[] many = new ToolFinding[30];
    for (int i = 0; i < many.length; i++) {
      many[i] = Found.at(i == 29 ? Level.ERROR : Level.NOTE, "lint L" + i, "a/one.py", 1 + i);
    }

    List<Proof> proof = judged("total: '= 0'", evidence(many)).proof();

    assertThat(proof).hasSize(20);
    assertThat(proof.get(0).kind()).isEqualTo(Proof.Kind.FILE);
    assertThat(proof.get(0).text()).isEqualTo("lint L29: what L29 says");
    assertThat(proof.get(0).location().orElseThrow().fileAndLine()).isEqualTo("a/one.py:30");
  }
}
