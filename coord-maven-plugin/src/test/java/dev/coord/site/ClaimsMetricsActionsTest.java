package dev.coord.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.AssessmentDraft;
import dev.coord.SampleAssessments;
import dev.coord.SamplePlan;
import dev.coord.SampleRows;
import dev.coord.SampleRules;
import dev.coord.assess.ClaimCheck;
import dev.coord.assess.MetricResult;
import dev.coord.evidence.Proof;
import dev.coord.rule.Outcome;
import dev.coord.rule.Verdict;
import dev.coord.site.draft.Line;
import dev.coord.site.model.Inline;
import dev.coord.site.model.Page;
import dev.coord.testing.Cases;
import dev.coord.testing.Evidences;
import dev.coord.testing.Rules;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ClaimsMetricsActionsTest {

  private static AssessmentDraft passing() {
    return new AssessmentDraft(SampleAssessments.passing());
  }

  private static String claims(ClaimCheck... claims) {
    return Pages.verdict(Pages.of(passing().claims(claims), "claims"));
  }

  @Test
  void contradictions_are_counted_and_come_first() {
    Page page = Pages.of(SampleAssessments.failing(), "claims");

    assertThat(Pages.verdict(page))
        .isEqualTo("[warning] 1 of 3 claims is contradicted; 1 cannot be told.");
    assertThat(Pages.lines(page))
        .filteredOn(line -> line.startsWith("  #claim-"))
        .extracting(line -> line.substring(2, line.indexOf(' ', 3)))
        .containsExactly("#claim-payments", "#claim-checkout-chk-2", "#claim-catalog");
  }

  @Test
  void claims_that_cannot_be_told_are_not_green() {
    assertThat(claims(SampleAssessments.agreement(), SampleAssessments.unknownClaim()))
        .isEqualTo("[unknown] Nothing is contradicted, but 1 of 2 claims cannot be told.");
  }

  @Test
  void claims_that_agree_are_green() {
    assertThat(claims(SampleAssessments.agreement()))
        .isEqualTo("[good] The one claim agrees with the evidence.");
    assertThat(claims(SampleAssessments.agreement(), SampleAssessments.agreement()))
        .isEqualTo("[good] Nowhere: all 2 claims agree with the evidence.");
  }

  @Test
  void what_stands_between_backticks_is_to_be_read_letter_by_letter() {
    assertThat(new Line().ticked("The `pom.xml` and `b`").list())
        .containsExactly(
            Inline.text("The "), Inline.code("pom.xml"), Inline.text(" and "), Inline.code("b"));
    assertThat(new Line().ticked("a `` b ` c").list())
        .containsExactly(
            Inline.text("a "), Inline.text("``"), Inline.text(" b "), Inline.text("` c"));
    assertThat(new Line().ticked("").list()).isEmpty();
  }

  @Test
  void claims_show_paths_as_such() {
    ClaimCheck sample = SampleAssessments.contradiction();
    ClaimCheck claim =
        new ClaimCheck(
            sample.subject(),
            "it made `a.txt`",
            sample.place(),
            "there is no `a.txt`",
            sample.agreement(),
            List.of());

    assertThat(Pages.of(passing().claims(claim), "claims").blocks().toString())
        .contains("Code[text=a.txt]")
        .doesNotContain("`");
  }

  @Test
  void a_metric_that_misses_its_target_warns() {
    MetricResult missed =
        new MetricResult(
            SampleRules.measured("m", SampleRules.coverageRule()),
            List.of(
                SampleRows.linesPassed(),
                SampleRows.failed("branches", "1%", ">= 2%", "1% < 2%", "Test more.")));
    Page page = Pages.of(passing().metrics(missed), "metrics");

    assertThat(Pages.verdict(page)).isEqualTo("[warning] 1 of 2 targets is met.");
    assertThat(Pages.text(page)).contains("#metric-m.branches [warning]", "[warning: missed]");
  }

  @Test
  void a_measured_number_is_called_by_its_title_alone() {
    Verdict slow = SampleRows.failed("value", "2 s", "< 1 s", "2 s >= 1 s", "Make it faster.");
    MetricResult latency =
        new MetricResult(
            SampleRules.measured("m", Rules.metric("latency", Optional.empty(), "< 1 s")),
            List.of(slow));
    MetricResult tests =
        new MetricResult(
            SampleRules.measured("n", Rules.tests("slowest", "< 1 s")),
            List.of(SampleRows.failed("slowest", "2 s", "< 1 s", "2 s >= 1 s", "Make it faster.")));

    assertThat(Pages.text(Pages.of(passing().metrics(latency, tests), "metrics")))
        .contains("Lines covered (slowest)")
        .doesNotContain("(value)");
  }

  @Test
  void a_metric_that_cannot_be_told_is_unknown() {
    MetricResult unknown =
        new MetricResult(
            SampleRules.measured("m", SampleRules.coverageRule()),
            List.of(SampleRows.unjudged("lines", ">= 80%")));

    assertThat(Pages.verdict(Pages.of(passing().metrics(unknown), "metrics")))
        .isEqualTo("[unknown] 0 of 1 target is met; 1 cannot be told.");
  }

  @Test
  void a_missed_target_is_told_before_one_that_cannot_be_told() {
    MetricResult metric =
        new MetricResult(
            SampleRules.measured("m", SampleRules.coverageRule()),
            List.of(
                SampleRows.failed("branches", "1%", ">= 2%", "1% < 2%", "Test more."),
                SampleRows.unjudged("lines", ">= 80%")));

    assertThat(Pages.verdict(Pages.of(passing().metrics(metric), "metrics")))
        .isEqualTo("[warning] 0 of 2 targets are met; 1 is missed; 1 cannot be told.");
  }

  @Test
  void a_metric_of_many_parts_is_told_in_a_sentence_and_part_by_part() {
    Page page =
        Pages.of(
            Cases.written(
                    """
                    workstreams:
                      - {id: a, tasks: ["[x] One"]}
                      - {id: b, tasks: ["[x] One", "[ ] Two"]}
                      - {id: c, branch: f/c}
                    metrics:
                      - id: m
                        category: outcome
                        all:
                          - tasks: {workstream: a, done: "= 100%"}
                          - tasks: {workstream: b, done: "= 100%"}
                          - merged: {workstream: c}
                    """)
                .evidence(Evidences.evidence())
                .assess(),
            "metrics");

    assertThat(Pages.lines(page))
        .anyMatch(
            line ->
                line.startsWith("  #metric-m [warning] m | ")
                    && line.contains(
                        "Of 3 parts, 1 holds, 1 does not hold and 1 cannot be told:"
                            + " part by part(metrics#parts-m)"))
        .anyMatch(
            line ->
                line.startsWith(
                    "  #parts-m-1 [good] `tasks: {workstream: a, done: \"= 100%\"}` | "))
        .anyMatch(line -> line.contains("git was not asked") && line.contains("#parts-m-3"));
    assertThat(Pages.text(page)).containsOnlyOnce("git was not asked");
  }

  @Test
  void a_target_that_is_met_by_somebodys_word_alone_says_so() {
    Verdict lines = SampleRows.linesPassed();
    Proof word = Proof.plan("ana says so", SamplePlan.line("coord.yml", 9)).attested();
    Verdict said =
        new Verdict(
            "branches", Outcome.PASSED, "", "", "ana says so", List.of(word), "", Optional.empty());
    MetricResult metric =
        new MetricResult(
            SampleRules.measured("m", SampleRules.coverageRule()), List.of(lines, said));

    assertThat(Pages.verdict(Pages.of(passing().metrics(metric), "metrics")))
        .isEqualTo("[info] 2 of 2 targets are met, 1 by somebody's word alone.");
    assertThat(Pages.text(Pages.of(passing().metrics(metric), "metrics")))
        .contains("[good: met]")
        .contains("[info: met by word]");
  }

  @Test
  void a_target_that_cannot_be_judged_is_not_met_by_its_rule_and_counted() {
    MetricResult speed =
        Cases.written(
                "metrics: [{id: m, category: quality, value: '450', unit: ms, target: '< 0.5 s'}]")
            .assess()
            .metrics()
            .get(0);
    MetricResult aside =
        new MetricResult(
            Cases.written(
                    "metrics: [{id: n, category: quality, coverage: {lines: '>= 80%'},"
                        + " target: '< 400'}]")
                .assess()
                .metrics()
                .get(0)
                .metric(),
            List.of(SampleRows.linesPassed()),
            true);
    Page page = Pages.of(passing().metrics(speed, aside), "metrics");

    assertThat(Pages.verdict(page))
        .isEqualTo(
            "[neutral] No target is judged; 1 metric is declared by hand; 1 cannot be held against"
                + " its target.");
    assertThat(Pages.text(page))
        .contains("| >= 80%; target < 400 | – | [neutral: not judged] |")
        .contains("; 88.5% >= 80% (1944/2197 lines), and the target < 400 is not judged")
        .contains("| < 0.5 s | ")
        .doesNotContain("0.5 s ms");
  }

  @Test
  void what_is_only_declared_is_not_judged() {
    Page page =
        Pages.of(passing().metrics(new MetricResult(SampleRules.declared(), List.of())), "metrics");

    assertThat(Pages.verdict(page))
        .isEqualTo(
            "[neutral] Nothing is measured: 1 metric is declared by hand; 1 cannot be held against"
                + " its target.");
    assertThat(Pages.text(page))
        .contains(
            "| 9 days | 4 days | – | <= 3 days | – | [neutral: not judged] | declared: somebody"
                + " wrote the value down; a target is judged where both are numbers in one unit");
  }

  @Test
  void open_actions_come_first_by_their_day() {
    Page page = Pages.of(SampleAssessments.passing(), "actions");

    assertThat(Pages.verdict(page))
        .isEqualTo(
            "[warning] 2 of 3 actions are open, 1 overdue; payments waits; by the plan tests"
                + " waits, and holds already.");
    assertThat(Pages.verdict(Pages.of(SampleAssessments.failing(), "actions")))
        .endsWith("; tests and payments wait.");
    assertThat(Pages.lines(page))
        .filteredOn(line -> line.startsWith("  #action-"))
        .extracting(line -> line.substring(2, line.indexOf(' ', 3)))
        .containsExactly("#action-card-contract", "#action-price-list", "#action-domain");
  }

  @Test
  void an_action_before_a_gate_that_holds_blocks_the_merge_that_the_gate_stands_before() {
    Page page =
        Pages.of(
            Cases.written(
                    """
                    workstreams: [{id: w, branch: feature/w, tasks: ["[x] T-1: Do"]}]
                    gates: [{id: go, applies_to: {workstreams: [w]}, tasks: {workstream: w, done: "= 100%"}}]
                    actions: [{id: sign, title: Sign, blocks: [go]}]
                    """)
                .assess(),
            "actions");

    assertThat(Pages.verdict(page)).isEqualTo("[warning] 1 of 1 action is open; w waits.");
    assertThat(Pages.text(page))
        .contains("the merge of w(workstreams/w) (gate go(gates#gate-go.done) holds)");
  }

  @Test
  void a_metric_says_by_when_it_is_wanted_and_that_it_is_overdue() {
    String metrics =
        """
        metrics:
          - {id: late, category: process, value: 7, target: "<= 5", by: 2026-11-19}
          - {id: met, category: process, value: 5, target: "<= 5", by: 2026-11-19}
          - {id: open, category: process, value: 7, target: "<= 5", by: 2026-11-20}
        """;

    assertThat(
            Pages.lines(Pages.of(Cases.written(metrics).assess(), "metrics")).stream()
                .filter(line -> line.startsWith("  #metric-"))
                .map(line -> line.split(" \\| ")[5]))
        .containsExactly("2026-11-19 [warning: overdue]", "2026-11-19", "2026-11-20");
  }

  @Test
  void a_unit_stands_behind_numbers_only() {
    String metric =
        "metrics: [{id: m, category: process, value: open, target: <= 24, unit: hours}]";

    assertThat(Pages.text(Pages.of(Cases.written(metric).assess(), "metrics")))
        .contains("| open | – | <= 24 hours | ");
  }
}
