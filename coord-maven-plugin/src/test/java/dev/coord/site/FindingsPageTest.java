package dev.coord.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.assess.Assessment;
import dev.coord.evidence.FindingResults;
import dev.coord.evidence.ToolFinding;
import dev.coord.evidence.ToolFinding.Level;
import dev.coord.plan.Baseline.Kind;
import dev.coord.site.model.Page;
import dev.coord.testing.Baselines;
import dev.coord.testing.Cases;
import dev.coord.testing.Evidences;
import dev.coord.testing.Found;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FindingsPageTest {

  private static final String GATE = "gates: [{findings: {errors: '= 0'}}]";

  private static Assessment judged(String plan, Evidences evidence) {
    return Cases.written("workstreams: [{id: a, branch: feature/a, owns: [/a/]}]\n" + plan)
        .judged(Cases.onMain())
        .evidence(evidence)
        .assess();
  }

  private static Evidences found(ToolFinding... findings) {
    return Evidences.evidence()
        .tracked("a/one.py", "b/two.py")
        .found(
            Map.of("lint", new FindingResults.Tool(2, 3), "scan", new FindingResults.Tool(1, 0)),
            findings);
  }

  @Test
  void each_finding_has_its_place_its_rule_and_its_owner_the_worst_first() {
    Page page =
        Pages.of(
            judged(
                GATE,
                found(
                    Found.at(Level.NOTE, "lint L1", "b/two.py", 3),
                    Found.at(Level.ERROR, "scan S1", "a/one.py", 7),
                    Found.named("lint L2", "gen/three.py", true))),
            "findings");

    assertThat(Pages.verdict(page))
        .isEqualTo("[bad] 3 findings by lint and scan: 2 errors and 1 note.");
    assertThat(Pages.text(page))
        .contains("#finding-1 [bad] [bad: error] | `a/one.py:7`")
        .contains("| what S1 says | `scan S1` | a(workstreams/a) | `out/tool.sarif`")
        .contains("#finding-2 [bad] [bad: error] | `gen/three.py:1` (not committed) |")
        .contains("#finding-3 [neutral] [neutral: note] | `b/two.py:3`")
        .contains("#tool-lint [bad] `lint` | 1 | 0 | 1 | 0 | 3 | 2")
        .contains("#rule-scan-s1 [neutral] `scan S1` | [bad: error] | 1");
  }

  @Test
  void what_the_baseline_does_not_have_is_marked_as_new() {
    Page page =
        Pages.of(
            judged(
                "gates: [{findings: {errors: '= 0', new: true}}]",
                found(
                        Found.at(Level.ERROR, "scan S1", "a/one.py", 7),
                        Found.at(Level.ERROR, "scan S1", "a/one.py", 9),
                        Found.at(Level.NOTE, "lint L1", "b/two.py", 3))
                    .known(
                        Baselines.results(
                            Baselines.known(Kind.RESULT, "scan", "S1 in a/one.py: what S1 says")))),
            "findings");

    assertThat(Pages.verdict(page))
        .isEqualTo("[bad] 3 findings by lint and scan: 2 errors and 1 note; 2 of them new.");
    assertThat(Pages.text(page))
        .contains("#finding-1 [bad] [bad: error] | `a/one.py:7`")
        .contains("#finding-2 [bad] [bad: error] [warning: new] | `a/one.py:9`")
        .contains("#finding-3 [neutral] [neutral: note] [warning: new] | `b/two.py:3`");
  }

  @Test
  void it_is_green_only_where_tools_ran_and_found_nothing() {
    assertThat(Pages.verdict(Pages.of(judged(GATE, found()), "findings")))
        .isEqualTo("[good] There are no findings of lint and scan.");
  }

  @Test
  void without_a_report_it_names_what_is_missing_and_is_not_green() {
    Page page = Pages.of(judged(GATE, Evidences.evidence()), "findings");

    assertThat(Pages.verdict(page))
        .isEqualTo(
            "[unknown] [unknown: Unknown] Findings are missing. What the plan says stands below.");
    assertThat(Pages.text(page))
        .contains("Missing source: findings", "no SARIF report was found", "Run the analysis");
  }

  @Test
  void findings_that_no_rule_asks_for_are_shown_with_the_yaml_to_add() {
    Page page =
        Pages.of(judged("", found(Found.at(Level.ERROR, "scan S1", "a/one.py", 7))), "findings");

    assertThat(Pages.verdict(page)).isEqualTo("[warning] 1 finding by lint and scan: 1 error.");
    assertThat(Pages.text(page)).contains("- findings: {errors: \"= 0\"}");
  }
}
