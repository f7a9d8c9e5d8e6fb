package dev.coord.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.AssessmentDraft;
import dev.coord.SampleAssessments;
import dev.coord.SampleEvidence;
import dev.coord.SampleRows;
import dev.coord.SampleRules;
import dev.coord.assess.Assessment;
import dev.coord.assess.Finding;
import dev.coord.assess.GateResult;
import dev.coord.assess.Judged;
import dev.coord.assess.WorkstreamState;
import dev.coord.evidence.Evidence;
import dev.coord.plan.Gate;
import dev.coord.plan.Severity;
import dev.coord.site.model.Page;
import dev.coord.site.model.Tone;
import dev.coord.testing.Cases;
import dev.coord.testing.Deltas;
import dev.coord.testing.Evidences;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DashboardPageTest {

  private static final Gate GATE =
      SampleRules.gate("changelog", SampleRules.pathRule(14), Severity.FAIL);
  private static final GateResult PASSED =
      SampleRows.row(GATE, SampleRows.passed("", "there", "exists", "it is there"), true);
  private static final GateResult FAILED =
      SampleRows.row(
          GATE, SampleRows.failed("", "gone", "exists", "it is gone", "Write it."), true);

  private static AssessmentDraft empty() {
    return new AssessmentDraft(SampleAssessments.empty());
  }

  private static String verdict(AssessmentDraft draft) {
    return Pages.verdict(Pages.of(draft, "index"));
  }

  @Test
  void a_workstream_whose_gates_hold_can_be_merged() {
    assertThat(
            verdict(
                empty()
                    .gates(PASSED)
                    .judged(SampleAssessments.judgedCheckout())
                    .workstreams(state(List.of()))))
        .isEqualTo("[good] [good: Yes] checkout can be merged: the one gate passes.");
  }

  @Test
  void a_workstream_that_waits_for_another_is_not_ready_though_its_gates_hold() {
    assertThat(
            verdict(
                empty()
                    .gates(PASSED)
                    .judged(SampleAssessments.judgedCheckout())
                    .workstreams(state(List.of("catalog")))))
        .isEqualTo(
            "[warning] [warning: Not yet]: the one gate passes, but checkout waits for catalog.");
  }

  @Test
  void a_branch_that_the_plan_does_not_name_is_judged_too() {
    Judged topic =
        new Judged(Judged.Kind.UNNAMED, Optional.of("topic"), Optional.empty(), "-Dcoord.branch");

    assertThat(verdict(empty().gates(FAILED).judged(topic)))
        .isEqualTo(
            "[bad] [bad: No] topic cannot be merged: 1 of 1 gate is not met: "
                + "changelog(gates#gate-changelog).");
    assertThat(Pages.text(Pages.of(empty().judged(topic), "index")))
        .contains(
            "Judged: branch topic, which the plan does not name, so it owns nothing (-Dcoord.branch)");
  }

  @Test
  void the_integration_branch_is_sound_or_not() {
    AssessmentDraft main = empty().judged(SampleAssessments.integration());

    assertThat(verdict(main.gates(PASSED)))
        .isEqualTo("[good] [good: Yes] main is sound: the one gate passes.");
    assertThat(verdict(main.gates(FAILED))).startsWith("[bad] [bad: No] main is not sound: ");
  }

  @Test
  void what_warns_or_is_waived_is_said_after_a_yes() {
    assertThat(
            verdict(
                new AssessmentDraft(SampleAssessments.failing())
                    .judged(SampleAssessments.integration())
                    .gates(
                        PASSED,
                        SampleRows.waived(FAILED),
                        SampleRows.row(
                            SampleRules.gate("goal", SampleRules.pathRule(1), Severity.WARN),
                            FAILED.verdict(),
                            true))))
        .isEqualTo(
            "[warning] [warning: Yes] main is sound: 1 of 3 gates passes, 1 warns and 1 is waived;"
                + " 1 claim is contradicted.");
  }

  @Test
  void an_unknown_gate_makes_the_answer_unknown() {
    GateResult unknown = SampleRows.row(GATE, SampleRows.unjudged("", "exists"), true);

    assertThat(verdict(empty().gates(unknown, PASSED)))
        .isEqualTo(
            "[unknown] [unknown: Unknown] whether this checkout is sound: 1 of 2 gates cannot be told: "
                + "changelog(gates#gate-changelog).");
  }

  @Test
  void without_git_the_answer_is_that_of_the_gates_and_not_green() {
    Evidence noGit =
        Evidence.builder()
            .git(SampleEvidence.noEvidence().git())
            .tests(SampleEvidence.tests())
            .coverage(SampleEvidence.coverage())
            .build();
    Page page = Pages.of(new AssessmentDraft(SampleAssessments.passing()).evidence(noGit), "index");

    assertThat(Pages.verdict(page))
        .startsWith(
            "[warning] [warning: Yes] main is sound: all 4 gates pass. Not all can be told: git: no git"
                + " repository was found.");
    assertThat(Pages.text(page))
        .contains(
            "<bad> Missing source: git; what rests on it is unknown\n",
            "*What to do:* Run git init.");
  }

  @Test
  void a_source_that_no_gate_rests_on_does_not_matter() {
    Page page = Pages.of(empty().gates(PASSED), "index");

    assertThat(page.tone()).isEqualTo(Tone.GOOD);
    assertThat(Pages.text(page)).doesNotContain("Missing source");
  }

  @Test
  void gates_of_others_cannot_fail_the_build_and_are_counted_together() {
    GateResult others =
        SampleRows.forSubject(SampleRows.row(GATE, FAILED.verdict(), false), "payments");
    Page page = Pages.of(empty().gates(others), "index");

    assertThat(Pages.verdict(page))
        .isEqualTo(
            "[neutral] Nothing can fail this build: no gate of the plan applies to this checkout.");
    assertThat(Pages.text(page))
        .contains("tile [warning: warns] cannot fail this build = 1 gate (1 not met)(gates)");
  }

  @Test
  void a_plan_without_gates_is_not_said_to_have_one() {
    Assessment assessment =
        Cases.written("workstreams: [{id: a}]\n").evidence(Evidences.evidence()).assess();

    assertThat(Pages.verdict(Pages.of(assessment, "index")))
        .startsWith("[unknown] [unknown: Unknown] whether ")
        .endsWith(": the plan has no gates: judged-nothing(gates#gate-judged-nothing).");
    assertThat(Pages.verdict(Pages.of(assessment, "gates")))
        .isEqualTo("[unknown] The plan has no gates: judged-nothing(gates#gate-judged-nothing).");
    assertThat(Pages.verdict(Pages.of(assessment, "contents"))).doesNotContain("gate");
  }

  @Test
  void more_than_ten_things_to_do_are_folded() {
    GateResult[] rows = new GateResult[14];
    for (int i = 0; i < rows.length; i++) {
      rows[i] =
          SampleRows.row(
              SampleRules.gate("g" + i, SampleRules.pathRule(i + 1), Severity.FAIL),
              SampleRows.failed("", "gone", "exists", "it is gone", "Write file " + i + "."),
              true);
    }

    assertThat(Pages.lines(Pages.of(empty().gates(rows), "index")))
        .filteredOn(
            line -> line.matches("1\\. g\\d+\\(gates#gate-g\\d+\\): it is gone\\. Write file .*"))
        .hasSize(10);
    assertThat(Pages.text(Pages.of(empty().gates(rows), "index")))
        .contains("fold: 4 more\n- g10(gates#gate-g10): it is gone. Write file 10.");
  }

  @Test
  void gates_that_share_a_remedy_but_not_what_is_wrong_are_things_to_do_each() {
    GateResult[] rows = new GateResult[2];
    for (int i = 0; i < rows.length; i++) {
      rows[i] =
          SampleRows.row(
              SampleRules.gate("g" + i, SampleRules.pathRule(i + 1), Severity.FAIL),
              SampleRows.failed("", "gone", "exists", "f" + i + " does not exist", "Add it."),
              true);
    }

    assertThat(Pages.lines(Pages.of(empty().gates(rows), "index")))
        .filteredOn(line -> line.matches("1\\. g\\d\\(.*\\): f\\d does not exist\\. Add it\\. .*"))
        .hasSize(2);
  }

  @Test
  void a_remedy_that_gates_share_is_named_once() {
    GateResult again =
        SampleRows.row(
            SampleRules.gate("again", SampleRules.pathRule(15), Severity.FAIL),
            FAILED.verdict(),
            true);

    assertThat(Pages.lines(Pages.of(empty().gates(FAILED, again), "index")))
        .filteredOn(
            line ->
                line.matches(
                    "1\\. changelog\\(.*\\) and again\\(.*\\): it is gone\\. Write it\\. .*"))
        .hasSize(1);
  }

  @Test
  void what_cannot_be_told_is_not_counted_as_not_met() {
    GateResult untold =
        SampleRows.row(
            SampleRules.gate("told", SampleRules.pathRule(15), Severity.WARN),
            SampleRows.unjudged("", "exists"),
            true);

    String text = Pages.text(Pages.of(empty().gates(PASSED, untold), "index"));

    assertThat(text).contains("1 unknown").contains("## What is unknown #failing");
    assertThat(Pages.text(Pages.of(empty().gates(FAILED, untold), "index")))
        .contains("## What is not met or unknown #failing");
  }

  @Test
  void a_contradiction_is_shown_once() {
    Finding contradiction =
        new Finding(
            Finding.Kind.CONTRADICTION,
            Severity.WARN,
            "payments",
            "payments is not merged",
            "",
            Optional.empty(),
            List.of());
    AssessmentDraft failing =
        new AssessmentDraft(SampleAssessments.failing())
            .findings(SampleAssessments.finding(), contradiction);

    assertThat(Pages.text(Pages.of(failing, "index")))
        .contains("## Findings (1 warning) #findings", "#claim-payments [warning]")
        .doesNotContain("payments is not merged");
    assertThat(Pages.text(Pages.of(failing.claims(), "index"))).contains("payments is not merged");
  }

  @Test
  void what_the_plan_says_is_quoted_and_a_claim_is_not_named_twice() {
    String plan =
        """
        workstreams: [{id: a, status: merged, branch: feature/a, tasks: ["[ ] T-1: Sell"]}]
        claims: [{id: c, says: All is done., holds_when: {tasks: {workstream: a, done: "= 100%"}}}]
        """;
    Assessment assessment =
        Cases.written(plan)
            .evidence(Evidences.evidence().active("feature/a", Deltas.live().build()))
            .assess();

    assertThat(Pages.text(Pages.of(assessment, "index")))
        .contains(
            "Correct what is said of a(workstreams/a), or make it true: the plan says"
                + " \"status: merged\", observed: active")
        .contains(
            "Correct claim c(claims#statement-c), or make it true: the plan says \"All is done.\","
                + " observed: ")
        .contains("| Finish the open tasks, or correct their state in the plan. |");
  }

  private static WorkstreamState state(List<String> waitsFor) {
    WorkstreamState sample =
        SampleAssessments.checkout(SampleEvidence.lawful("checkout"), List.of());
    return new WorkstreamState(
        sample.workstream(),
        sample.observed(),
        sample.how(),
        sample.branch(),
        sample.ownership(),
        sample.done(),
        sample.tasks(),
        waitsFor,
        sample.unblocks(),
        sample.gates(),
        true);
  }

  @Test
  void what_is_next_stands_below_the_verdict() {
    assertThat(
            Pages.text(
                Pages.of(
                    empty()
                        .gates(PASSED)
                        .judged(SampleAssessments.judgedCheckout())
                        .workstreams(state(List.of())),
                    "index")))
        .contains(
            "Next: checkout/CHK-2(workstreams/checkout#task-chk-2): {Refund single lines}, due"
                + " 2026-11-18\nStuck: checkout(workstreams/checkout) has 1 blocked task\n");
  }

  @Test
  void who_is_stuck_is_told_with_what_holds_it_up() {
    assertThat(
            Pages.text(
                Pages.of(empty().gates(PASSED).workstreams(state(List.of("catalog"))), "index")))
        .contains(
            "\nStuck: checkout(workstreams/checkout) has 1 blocked task and waits for catalog\n");
  }

  @Test
  void what_fails_is_named_before_what_is_unknown() {
    GateResult[] rows = new GateResult[5];
    for (int i = 0; i < rows.length; i++) {
      rows[i] =
          SampleRows.row(
              SampleRules.gate("u" + i, SampleRules.pathRule(i + 1), Severity.FAIL),
              SampleRows.unjudged("", "exists"),
              true);
    }
    rows[4] = FAILED;

    assertThat(verdict(empty().gates(rows)))
        .endsWith(
            ": changelog(gates#gate-changelog), u0(gates#gate-u0), u1(gates#gate-u1) and 2 more.");
    assertThat(Pages.lines(Pages.of(empty().gates(rows), "index")))
        .filteredOn(line -> line.startsWith("tile "))
        .first()
        .asString()
        .startsWith("tile [bad: failed] changelog");
  }

  @Test
  void more_than_twelve_gates_are_folded_those_that_hold_last() {
    GateResult[] rows = new GateResult[15];
    for (int i = 0; i < rows.length; i++) {
      rows[i] =
          SampleRows.row(
              SampleRules.gate("g" + i, SampleRules.pathRule(i + 1), Severity.FAIL),
              PASSED.verdict(),
              true);
    }
    rows[14] = FAILED;

    assertThat(Pages.text(Pages.of(empty().gates(rows), "index")))
        .contains("fold: 3 more gates\ntile [good: passed] g11 =")
        .containsSubsequence("tile [bad: failed] changelog", "tile [good: passed] g0 =");
  }
}
