package dev.coord.assess;

import static dev.coord.testing.Cases.onMain;
import static dev.coord.testing.Cases.onNothing;
import static dev.coord.testing.Cases.onUnnamed;
import static dev.coord.testing.Cases.onWorkstream;
import static dev.coord.testing.Deltas.changing;
import static dev.coord.testing.Evidences.evidence;
import static dev.coord.testing.Gates.gate;
import static dev.coord.testing.Gates.waiver;
import static dev.coord.testing.Workstreams.workstream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import dev.coord.assess.WorkstreamState.Status;
import dev.coord.evidence.MergeState;
import dev.coord.plan.Plan;
import dev.coord.rule.Outcome;
import dev.coord.testing.Cases;
import dev.coord.testing.Deltas;
import dev.coord.testing.Evidences;
import dev.coord.testing.Plans;
import dev.coord.testing.RecordChecks;
import dev.coord.testing.Rules;
import dev.coord.testing.Sprints;
import dev.coord.testing.Tasks;
import dev.coord.testing.Workstreams;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class AssessmentTest {

  private static final Cases FULL =
      Cases.of(
              Plans.plan()
                  .people("ana")
                  .workstreams(
                      workstream("a").status("done").dependsOn("b").tasks(Tasks.todo("t")),
                      workstream("b").dependsOn("a"))
                  .sprints(Sprints.sprint("s"))
                  .gates(gate(Rules.ownership()))
                  .metrics(Plans.metric("m", Optional.of(Rules.lines(">= 80%"))))
                  .waivers(waiver("ownership", "2026-01-01")))
          .judged(onWorkstream("a"))
          .evidence(evidence().active("feature/a", changing("x")));

  private static WorkstreamState state(Workstreams workstream, Judged judged, Evidences seen) {
    return Cases.of(Plans.plan().workstreams(workstream))
        .judged(judged)
        .evidence(seen)
        .assess()
        .workstream("a")
        .orElseThrow();
  }

  private static WorkstreamState state(Workstreams workstream, Evidences seen) {
    return state(workstream, onMain(), seen);
  }

  @TestFactory
  Stream<DynamicTest> an_assessment_is_whole() {
    Assessment assessment = FULL.assess();
    Case problem =
        Cases.of(Plans.plan()).findings(assessment.findings().get(0)).baseProblem("gone").build();
    return RecordChecks.of(
        assessment,
        problem,
        problem.baseProblem().orElseThrow(),
        assessment.workstreams().get(0),
        assessment.gates().get(0),
        assessment.claims().get(0),
        assessment.metrics().get(0),
        onUnnamed("x"));
  }

  @Test
  void what_is_judged_and_by_what_is_part_of_it() {
    Case question = FULL.build();
    Assessment assessment = FULL.assess();

    assertThat(assessment.plan()).isEqualTo(question.plan());
    assertThat(assessment.rulebook()).isEqualTo(question.rulebook());
    assertThat(assessment.evidence()).isEqualTo(question.evidence());
    assertThat(assessment.judged()).isEqualTo(question.judged());
    assertThat(assessment.judgedAt()).isEqualTo(question.judgedAt());
    assertThat(assessment.workstream("c")).isEmpty();
  }

  @Test
  void a_judged_workstream_has_an_id_and_an_unnamed_branch_a_name() {
    assertThat(onWorkstream("a").subject()).isEqualTo("a");
    assertThat(onUnnamed("x").subject()).isEqualTo("x");
    assertThat(onNothing().subject()).isEmpty();
    assertThat(
            Stream.of(onMain(), onWorkstream("a"), onUnnamed("x"), onNothing())
                .map(Judged::isBranch))
        .containsExactly(false, true, true, false);
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new Judged(Judged.Kind.WORKSTREAM, Optional.of("x"), Optional.empty(), "x"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Judged(Judged.Kind.NONE, Optional.empty(), Optional.of("a"), "x"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Judged(Judged.Kind.UNNAMED, Optional.empty(), Optional.empty(), "x"));
  }

  @Test
  void a_branch_does_not_choose_whose_it_is() {
    Plan rulebook = Plans.plan().workstreams(workstream("a"), workstream("b")).build();
    Judged claimed =
        new Judged(Judged.Kind.WORKSTREAM, Optional.of("mine"), Optional.of("a"), "checked out");
    Judged swapped =
        new Judged(
            Judged.Kind.WORKSTREAM, Optional.of("feature/b"), Optional.of("a"), "checked out");

    assertThat(claimed.accordingTo(rulebook))
        .isEqualTo(
            new Judged(Judged.Kind.UNNAMED, Optional.of("mine"), Optional.empty(), "checked out"));
    assertThat(swapped.accordingTo(rulebook).workstream()).contains("b");
    assertThat(onUnnamed("feature/a").accordingTo(rulebook)).isEqualTo(onWorkstream("a"));
  }

  @Test
  void what_the_rulebook_says_too_stays_as_it_is() {
    Plan rulebook = Plans.plan().workstreams(workstream("a")).build();
    Judged nowhere =
        new Judged(Judged.Kind.WORKSTREAM, Optional.empty(), Optional.of("a"), "named");

    assertThat(
            Stream.of(
                onWorkstream("a"),
                onWorkstream("new"),
                onUnnamed("x"),
                onMain(),
                onNothing(),
                nowhere))
        .allSatisfy(judged -> assertThat(judged.accordingTo(rulebook)).isEqualTo(judged));
  }

  @Test
  void a_workstream_stands_where_git_says() {
    assertThat(state(workstream("a"), evidence().notStarted("feature/a")).observed())
        .isEqualTo(Status.NOT_STARTED);
    assertThat(state(workstream("a"), evidence().active("feature/a", changing("x"))).observed())
        .isEqualTo(Status.ACTIVE);
    assertThat(
            state(workstream("a"), evidence().merged("feature/a", Deltas.merged().build()))
                .observed())
        .isEqualTo(Status.MERGED);
  }

  @Test
  void how_that_is_known_is_said() {
    WorkstreamState state = state(workstream("a"), evidence().active("feature/a", changing("x")));

    assertThat(state.how()).isEqualTo("by ancestry");
    assertThat(state.branch().orElseThrow().name()).isEqualTo("feature/a");
    assertThat(state.ownership().optional().orElseThrow().changed()).isEqualTo(1);
  }

  @Test
  void what_cannot_be_told_says_why() {
    assertThat(state(workstream("a").withoutBranch(), evidence()))
        .extracting(WorkstreamState::observed, WorkstreamState::how)
        .containsExactly(Status.UNKNOWN, "the plan names no branch");
    assertThat(state(workstream("a"), evidence().withoutGit("the clone is shallow")))
        .extracting(WorkstreamState::observed, WorkstreamState::how)
        .containsExactly(Status.UNKNOWN, "the clone is shallow");
    assertThat(state(workstream("a"), evidence().gone("feature/a")))
        .extracting(WorkstreamState::observed, WorkstreamState::how)
        .containsExactly(Status.UNKNOWN, "the branch 'feature/a' was found nowhere");
    assertThat(state(workstream("a"), evidence()))
        .extracting(WorkstreamState::observed, WorkstreamState::how)
        .containsExactly(Status.UNKNOWN, "git was not asked for feature/a");
  }

  @Test
  void a_workstream_with_a_base_of_its_own_is_merged_when_the_integration_branch_has_it() {
    Evidences inItsBase = evidence().merged("feature/a", Deltas.merged().build());

    assertThat(
            state(
                    workstream("a").base("v1"),
                    inItsBase.merge("feature/a", "main", MergeState.Kind.UNMERGED))
                .observed())
        .isEqualTo(Status.ACTIVE);
    assertThat(
            state(workstream("a").base("v1"), evidence().active("feature/a", changing("x"))).how())
        .isEqualTo("git was not asked for feature/a");
  }

  @Test
  void a_judged_workstream_stands_where_the_judged_branch_is() {
    Judged elsewhere =
        new Judged(
            Judged.Kind.WORKSTREAM, Optional.of("x"), Optional.of("a"), "-Dcoord.workstream");

    assertThat(state(workstream("a"), elsewhere, evidence().active("x", changing("y"))))
        .extracting(WorkstreamState::observed, WorkstreamState::judged)
        .containsExactly(Status.ACTIVE, true);
  }

  @Test
  void what_waits_for_what_is_worked_out() {
    Assessment assessment =
        Cases.of(
                Plans.plan()
                    .workstreams(
                        workstream("a"),
                        workstream("b").dependsOn("a"),
                        workstream("c").dependsOn("a", "b")))
            .evidence(
                evidence()
                    .merged("feature/a", Deltas.merged().build())
                    .active("feature/b", changing("x")))
            .assess();

    assertThat(assessment.workstreams())
        .extracting(WorkstreamState::id, WorkstreamState::waitsFor, WorkstreamState::unblocks)
        .containsExactly(
            tuple("a", List.of(), List.of("b", "c")),
            tuple("b", List.of(), List.of("c")),
            tuple("c", List.of("b"), List.of()));
  }

  @Test
  void tasks_of_a_workstream_are_counted() {
    assertThat(state(workstream("a").tasks(Tasks.done("t"), Tasks.todo("u")), evidence()))
        .extracting(WorkstreamState::done, WorkstreamState::tasks, WorkstreamState::judged)
        .containsExactly(1, 2, false);
  }

  @Test
  void a_metric_is_measured_or_declared() {
    Assessment assessment =
        Cases.of(
                Plans.plan()
                    .metrics(
                        Plans.metric("m", Optional.of(Rules.coverage(">= 80%", ">= 80%"))),
                        Plans.metric("n", Optional.empty())))
            .evidence(evidence().covered("A.java", 9, 10))
            .assess();

    assertThat(assessment.metrics().get(0).declared()).isFalse();
    assertThat(assessment.metrics().get(0).verdicts())
        .extracting(v -> v.outcome())
        .containsExactly(Outcome.PASSED, Outcome.UNKNOWN);
    assertThat(assessment.metrics().get(1).declared()).isTrue();
  }

  @Test
  void the_map_needs_git() {
    assertThat(
            Cases.of(Plans.plan()).evidence(evidence().tracked("x")).assess().ownership().isKnown())
        .isTrue();
    assertThat(
            Cases.of(Plans.plan())
                .evidence(evidence().withoutGit("none"))
                .assess()
                .ownership()
                .isKnown())
        .isFalse();
  }

  @Test
  void pages_that_need_no_git_have_their_data_without_it() {
    Assessment assessment =
        Cases.of(
                Plans.plan()
                    .workstreams(workstream("a").tasks(Tasks.done("t")))
                    .sprints(Sprints.sprint("s").days(1, 1))
                    .gates(gate(Rules.lines(">= 80%"))))
            .evidence(evidence().withoutGit("there is no repository").covered("A.java", 9, 10))
            .judged(onNothing())
            .assess();

    assertThat(assessment.gates()).extracting(GateResult::outcome).containsExactly(Outcome.PASSED);
    assertThat(assessment.sprints()).hasSize(1);
    assertThat(assessment.workstreams()).hasSize(1);
  }

  @Test
  void statuses_are_words() {
    assertThat(Stream.of(Status.values()).map(Status::words))
        .containsExactly(
            "not started",
            "active",
            "stale",
            "ready",
            "merged",
            "merged out of order",
            "reverted",
            "abandoned",
            "unknown");
  }
}
