package dev.coord.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.AssessmentDraft;
import dev.coord.SampleAssessments;
import dev.coord.SampleEvidence;
import dev.coord.SampleRows;
import dev.coord.SampleRules;
import dev.coord.assess.Finding;
import dev.coord.assess.GateResult;
import dev.coord.assess.Judged;
import dev.coord.assess.WorkstreamState;
import dev.coord.evidence.Evidence;
import dev.coord.plan.Gate;
import dev.coord.plan.Severity;
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
        .isEqualTo(
            "[good] *Yes*, checkout can be merged: the one gate passes. Next:"
                + " checkout/CHK-2(workstreams/checkout#task-chk-2): {Refund single lines}, due"
                + " 2026-11-18");
  }

  @Test
  void a_workstream_that_waits_for_another_is_not_ready_though_its_gates_hold() {
    assertThat(
            verdict(
                empty()
                    .gates(PASSED)
                    .judged(SampleAssessments.judgedCheckout())
                    .workstreams(state(List.of("catalog")))))
        .startsWith(
            "[warning] *Not yet*: the one gate passes, but checkout waits for"
                + " catalog. Next: ");
  }

  @Test
  void a_branch_that_the_plan_does_not_name_is_judged_too() {
    Judged topic =
        new Judged(Judged.Kind.UNNAMED, Optional.of("topic"), Optional.empty(), "-Dcoord.branch");

    assertThat(verdict(empty().gates(FAILED).judged(topic)))
        .isEqualTo(
            "[bad] *No*, topic cannot be merged: 1 of 1 gate is not met: "
                + "changelog(gates#gate-changelog). Next: Write it. (changelog(gates#gate-changelog),"
                + " `coord/gates.yml:14`(https://github.com/shop/shop/blob/"
                + SampleEvidence.HEAD
                + "/coord/gates.yml#L14))");
    assertThat(Pages.text(Pages.of(empty().judged(topic), "index")))
        .contains(
            "Judged: branch topic, which the plan does not name, so it owns nothing (-Dcoord.branch)");
  }

  @Test
  void the_integration_branch_is_sound_or_not() {
    AssessmentDraft main = empty().judged(SampleAssessments.integration());

    assertThat(verdict(main.gates(PASSED)))
        .isEqualTo("[good] *Yes*, main is sound: the one gate passes.");
    assertThat(verdict(main.gates(FAILED))).startsWith("[bad] *No*, main is not sound: ");
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
        .startsWith(
            "[warning] *Yes*, main is sound: 1 of 3 gates passes, 1 warns and 1 is waived;"
                + " 1 claim is contradicted. Next: ");
  }

  @Test
  void an_unknown_gate_makes_the_answer_unknown() {
    GateResult unknown = SampleRows.row(GATE, SampleRows.unjudged("", "exists"), true);

    assertThat(verdict(empty().gates(unknown, PASSED)))
        .startsWith(
            "[unknown] *Unknown* whether this checkout is sound: 1 of 2 gates cannot be told: "
                + "changelog(gates#gate-changelog). Next: Run mvn verify.");
  }

  @Test
  void without_git_the_answer_is_that_of_the_gates_and_not_green() {
    Evidence noGit =
        new Evidence(
            SampleEvidence.noEvidence().git(), SampleEvidence.tests(), SampleEvidence.coverage());
    Page page = Pages.of(new AssessmentDraft(SampleAssessments.passing()).evidence(noGit), "index");

    assertThat(Pages.verdict(page))
        .startsWith(
            "[warning] *Yes*, main is sound: all 4 gates pass. Not all can be told: git: no git"
                + " repository was found. Next: ");
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
        .contains("tile [warning] cannot fail this build = 1 gate (1 not met)(gates)");
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
        .filteredOn(line -> line.startsWith("1. Write file "))
        .hasSize(10);
    assertThat(Pages.text(Pages.of(empty().gates(rows), "index")))
        .contains("fold: 4 more\n- Write");
  }

  @Test
  void a_remedy_that_gates_share_is_named_once() {
    GateResult again =
        SampleRows.row(
            SampleRules.gate("again", SampleRules.pathRule(15), Severity.FAIL),
            FAILED.verdict(),
            true);

    assertThat(Pages.lines(Pages.of(empty().gates(FAILED, again), "index")))
        .filteredOn(line -> line.startsWith("1. Write it."))
        .hasSize(1);
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
}
