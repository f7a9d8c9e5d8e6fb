package dev.coord.assess;

import static dev.coord.testing.Evidences.evidence;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.coord.assess.ClaimCheck.Agreement;
import dev.coord.evidence.MergeState;
import dev.coord.testing.Cases;
import dev.coord.testing.Deltas;
import dev.coord.testing.Evidences;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The plan's orders beside git. */
class OrderClaimsTest {

  private static final String STREAMS =
      """
      workstreams:
        - {id: c, branch: feature/c}
        - {id: m, branch: feature/m}
        - {id: n, branch: feature/n}
        - {id: x}
      """;

  private static final String WAVES =
      STREAMS + "merges: {waves: [{id: w1, workstreams: [c]}, {id: w2, workstreams: [m]}]}\n";

  private static final String DEPENDS =
      """
      workstreams:
        - {id: c, branch: feature/c}
        - {id: m, branch: feature/m, depends_on: [c]}
      """;

  private static final String WAITS =
      """
      workstreams:
        - {id: c, branch: feature/c}
        - {id: m, branch: feature/m, launch: {wait_for: [c]}}
      """;

  /** The second is merged, the first has commits that are not. */
  private static Evidences wrong() {
    return evidence()
        .active("feature/c", Deltas.live().build())
        .merged("feature/m", Deltas.merged().build());
  }

  private static List<ClaimCheck> claims(String plan, Evidences seen) {
    return Cases.written(plan).evidence(seen).assess().claims();
  }

  private static ClaimCheck claim(String plan, Evidences seen) {
    List<ClaimCheck> claims = claims(plan, seen);
    assertThat(claims).hasSize(1);
    return claims.get(0);
  }

  @Test
  void a_wave_that_is_merged_before_an_earlier_one_contradicts_with_branches_and_merge() {
    ClaimCheck check = claim(WAVES, wrong());

    assertThat(check.subject()).isEqualTo("wave w2");
    assertThat(check.claim()).isEqualTo("wave w2 comes after wave w1");
    assertThat(check.agreement()).isEqualTo(Agreement.CONTRADICTS);
    assertThat(check.observed())
        .matches(
            "m \\(feature/m\\) is merged by 3e3e[0-9a-f]{3} of 2026-11-20 by ana,"
                + " c \\(feature/c\\) of wave w1 is not merged");
    assertThat(check.proof()).extracting(p -> p.commit().orElseThrow()).hasSize(2);
  }

  @Test
  void one_more_that_is_not_merged_is_one() {
    String plan =
        STREAMS.replace("workstreams:\n", "workstreams:\n  - {id: b, branch: feature/b}\n")
            + "merges: {waves: [{id: w1, workstreams: [b, c]}, {id: w2, workstreams: [m]}]}\n";

    assertThat(claim(plan, wrong().active("feature/b", Deltas.live().build())).observed())
        .endsWith(" of wave w1 is not merged, nor is 1 more");
  }

  @Test
  void what_is_merged_inside_a_wave_before_what_it_lists_first_contradicts() {
    assertThat(claim(STREAMS + "merges: {waves: [{id: w, workstreams: [c, m]}]}\n", wrong()))
        .extracting(ClaimCheck::claim, ClaimCheck::agreement)
        .containsExactly("wave w merges c before m", Agreement.CONTRADICTS);
  }

  @Test
  void a_wave_into_another_branch_is_held_against_that_branch() {
    String plan = WAVES.replace("[c]", "[c], into: next").replace("[m]", "[m], into: next");
    Evidences seen =
        evidence()
            .active("feature/c", Deltas.live().build())
            .active("feature/m", Deltas.live().build())
            .merge("feature/c", "next", MergeState.Kind.UNMERGED)
            .merge("feature/m", "next", MergeState.Kind.MERGED)
            .line("main")
            .line("next");

    assertThat(claim(plan, seen).agreement()).isEqualTo(Agreement.CONTRADICTS);
  }

  @Test
  void waves_into_different_branches_are_in_no_order() {
    String plan = WAVES.replace("[c]", "[c], into: next");
    Evidences seen =
        wrong().merge("feature/c", "next", MergeState.Kind.UNMERGED).line("main").line("next");
    Assessment assessment = Cases.written(plan).evidence(seen).assess();

    assertThat(assessment.claims()).isEmpty();
    assertThat(assessment.workstreams().get(1).observed()).isEqualTo(WorkstreamState.Status.MERGED);
    assertThat(claim(WAVES, wrong()).agreement()).isEqualTo(Agreement.CONTRADICTS);
  }

  @Test
  void a_wave_of_which_all_was_given_up_keeps_no_order() {
    String plan = WAVES.replace("feature/m}", "feature/m, status: dropped}");

    assertThat(claims(plan, wrong())).extracting(ClaimCheck::subject).containsExactly("m");
  }

  @Test
  void what_came_out_of_order_into_another_branch_is_marked_for_that_branch_alone() {
    String plan =
        STREAMS
            + """
              merges:
                waves:
                  - {id: w1, workstreams: [c], into: next}
                  - {id: w2, workstreams: [m], into: next}
              """;
    Assessment assessment =
        Cases.written(plan)
            .evidence(
                wrong()
                    .merge("feature/c", "next", MergeState.Kind.UNMERGED)
                    .merge("feature/m", "next", MergeState.Kind.MERGED)
                    .line("next"))
            .assess();

    WaveState wave = MergeStates.of(assessment).waves().get(1);
    assertThat(wave.observed()).isEqualTo(WaveState.Progress.MERGED);
    assertThat(wave.members())
        .extracting(WaveState.Member::observed)
        .containsExactly(WorkstreamState.Status.MERGED_OUT_OF_ORDER);
    assertThat(assessment.workstreams())
        .filteredOn(state -> state.id().equals("m"))
        .extracting(WorkstreamState::observed)
        .containsExactly(WorkstreamState.Status.MERGED);
  }

  @Test
  void an_entry_of_no_workstream_that_came_out_of_order_is_marked_and_says_why() {
    Assessment assessment =
        Cases.written(
                STREAMS + "merges: {queue: [{workstream: c, target: next}, {source: fix/x}]}\n")
            .evidence(
                wrong()
                    .merge("feature/c", "next", MergeState.Kind.UNMERGED)
                    .merge("fix/x", "main", MergeState.Kind.MERGED))
            .assess();

    assertThat(MergeStates.of(assessment).queue().get(1))
        .satisfies(
            entry -> {
              assertThat(entry.observed()).isEqualTo(WorkstreamState.Status.MERGED_OUT_OF_ORDER);
              assertThat(entry.how()).endsWith(", and c (feature/c) is not merged");
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "queue: [{workstream: c}, {workstream: m}]",
        "queue: [{pull_request: 1, source: feature/c}, {pull_request: 2, workstream: m}]",
      })
  void an_entry_of_the_queue_that_is_merged_before_an_earlier_one_contradicts(String queue) {
    ClaimCheck check = claim(STREAMS + "merges: {" + queue + "}\n", wrong());

    assertThat(check.subject()).isEqualTo("m");
    assertThat(check.claim()).endsWith(" in the merge queue").contains(" comes after ");
    assertThat(check.agreement()).isEqualTo(Agreement.CONTRADICTS);
    assertThat(check.observed()).contains("feature/m", "feature/c", "3e3e");
  }

  @Test
  void what_was_given_up_holds_nobody_up() {
    assertThat(
            claims(
                STREAMS + "merges: {queue: [{workstream: c, status: dropped}, {workstream: m}]}\n",
                wrong()))
        .extracting(ClaimCheck::claim)
        .containsExactly("merge queue: dropped");
    assertThat(
            claims(WAVES.replace("feature/c}", "feature/c, status: dropped}"), wrong()).stream()
                .map(ClaimCheck::subject))
        .containsExactly("c");
  }

  @Test
  void what_is_merged_before_what_it_depends_on_contradicts_and_is_told_once() {
    Assessment assessment = Cases.written(DEPENDS).evidence(wrong()).assess();

    assertThat(assessment.claims())
        .extracting(ClaimCheck::subject, ClaimCheck::claim, ClaimCheck::agreement)
        .containsExactly(tuple("m", "depends_on: c", Agreement.CONTRADICTS));
    assertThat(assessment.findings())
        .extracting(Finding::kind)
        .containsExactly(Finding.Kind.CONTRADICTION);
  }

  @Test
  void a_branch_that_drops_its_dependency_is_held_to_that_of_its_base() {
    String own = DEPENDS.replace(", depends_on: [c]", "");
    Assessment assessment = judged(own, DEPENDS);

    assertThat(assessment.claims())
        .extracting(ClaimCheck::subject, ClaimCheck::claim, ClaimCheck::agreement)
        .containsExactly(tuple("m", "depends_on: c", Agreement.CONTRADICTS));
    assertThat(assessment.findings())
        .extracting(Finding::kind)
        .containsExactly(Finding.Kind.CONTRADICTION);
    assertThat(assessment.workstreams().get(1).observed())
        .isEqualTo(WorkstreamState.Status.MERGED_OUT_OF_ORDER);
  }

  private static Assessment judged(String own, String base) {
    return Cases.written(own)
        .rulebook(Cases.written(base).build().plan())
        .judged(Cases.onWorkstream("m"))
        .evidence(wrong())
        .assess();
  }

  @ParameterizedTest
  @ValueSource(strings = {DEPENDS, WAITS})
  void what_was_given_up_is_not_waited_for_and_a_finding_says_so(String plan) {
    String dropped = plan.replace("feature/c}", "feature/c, status: dropped}");
    Assessment assessment = Cases.written(dropped).evidence(wrong()).assess();
    boolean depends = plan.equals(DEPENDS);

    assertThat(assessment.claims())
        .extracting(ClaimCheck::claim)
        .containsExactly("status: dropped");
    assertThat(assessment.workstreams().get(1))
        .extracting(WorkstreamState::observed, WorkstreamState::waitsFor)
        .containsExactly(WorkstreamState.Status.MERGED, List.of());
    assertThat(assessment.findings())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.kind()).isEqualTo(Finding.Kind.ORDER);
              assertThat(finding.subject()).isEqualTo("m");
              assertThat(finding.text())
                  .isEqualTo(
                      (depends ? "m depends on c" : "m waits for c") + ", which was given up");
              assertThat(finding.remedy())
                  .isEqualTo(
                      "Remove it from "
                          + (depends ? "depends_on" : "launch.wait_for")
                          + ", or replace it.");
              assertThat(finding.location().orElseThrow().fileAndLine()).isEqualTo("coord.yml:5");
            });
  }

  @Test
  void a_branch_does_not_give_up_what_it_waits_for_but_its_base_does() {
    String dropped = DEPENDS.replace("feature/c}", "feature/c, status: dropped}");

    assertThat(judged(dropped, DEPENDS).claims())
        .filteredOn(check -> check.subject().equals("m"))
        .extracting(ClaimCheck::agreement)
        .containsExactly(Agreement.CONTRADICTS);
    assertThat(judged(DEPENDS, dropped).workstreams().get(1))
        .extracting(WorkstreamState::observed, WorkstreamState::waitsFor)
        .containsExactly(WorkstreamState.Status.MERGED, List.of());
  }

  @Test
  void what_was_given_up_itself_needs_no_word_of_what_it_depended_on() {
    String both =
        DEPENDS
            .replace("feature/c}", "feature/c, status: dropped}")
            .replace("feature/m,", "feature/m, status: dropped,");

    assertThat(Cases.written(both).evidence(wrong()).assess().findings())
        .extracting(Finding::kind)
        .containsExactly(Finding.Kind.CONTRADICTION);
  }

  @Test
  void a_rule_counts_what_came_in_the_wrong_order() {
    String gate = "gates: [{plan: {contradictions: \"= 0\"}}]\n";

    assertThat(Cases.written(DEPENDS + gate).evidence(wrong()).assess().gates())
        .extracting(row -> row.verdict().outcome())
        .containsExactly(dev.coord.rule.Outcome.FAILED);
  }

  @Test
  void what_has_commits_before_what_its_launch_waits_for_is_merged_contradicts() {
    Evidences seen =
        evidence()
            .active("feature/c", Deltas.live().build())
            .active("feature/m", Deltas.live().build());
    ClaimCheck check = claim(WAITS, seen);

    assertThat(check.claim()).isEqualTo("launch.wait_for: c");
    assertThat(check.agreement()).isEqualTo(Agreement.CONTRADICTS);
    assertThat(check.observed())
        .startsWith("m (feature/m) has ")
        .endsWith(", c (feature/c) is not merged");
    assertThat(claim(WAITS, wrong()).agreement()).isEqualTo(Agreement.CONTRADICTS);
  }

  @Test
  void a_launch_does_not_repeat_what_a_dependency_tells() {
    String plan = DEPENDS.replace("[c]}", "[c], launch: {wait_for: [c]}}");

    assertThat(claims(plan, wrong()))
        .extracting(ClaimCheck::claim)
        .containsExactly("depends_on: c");
  }

  @ParameterizedTest
  @ValueSource(strings = {WAVES, DEPENDS, WAITS})
  void what_has_not_come_yet_is_in_order(String plan) {
    assertThat(
            claims(
                plan,
                evidence().active("feature/c", Deltas.live().build()).notStarted("feature/m")))
        .isEmpty();
    assertThat(
            claims(plan, evidence().active("feature/c", Deltas.live().build()).gone("feature/m")))
        .isEmpty();
    assertThat(
            claims(
                plan,
                evidence()
                    .merged("feature/c", Deltas.merged().build())
                    .merged("feature/m", Deltas.merged().build())))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {WAVES, DEPENDS, WAITS})
  void what_cannot_be_seen_is_unknown(String plan) {
    assertThat(claim(plan, evidence().withoutGit("there is no repository")).agreement())
        .isEqualTo(Agreement.UNKNOWN);
    assertThat(
            claim(plan, evidence().gone("feature/c").merged("feature/m", Deltas.merged().build())))
        .extracting(ClaimCheck::agreement, ClaimCheck::observed)
        .containsExactly(
            Agreement.UNKNOWN,
            (plan.equals(WAVES)
                    ? "what became of c (feature/c) of wave w1 cannot be told: "
                    : "what became of c (feature/c) cannot be told: ")
                + "the branch 'feature/c' was found nowhere");
    assertThat(
            claim(
                    plan,
                    evidence()
                        .shallow()
                        .active("feature/c", Deltas.live().build())
                        .gone("feature/m"))
                .agreement())
        .isEqualTo(Agreement.UNKNOWN);
  }

  @Test
  void a_branch_that_is_nowhere_is_not_merged_where_the_plan_itself_says_that_it_is_to_do() {
    String plan = WAVES.replace("feature/c}", "feature/c, status: todo}");
    Evidences seen = evidence().gone("feature/c").merged("feature/m", Deltas.merged().build());

    assertThat(claims(plan, seen))
        .filteredOn(claim -> claim.subject().equals("wave w2"))
        .extracting(ClaimCheck::agreement)
        .containsExactly(Agreement.CONTRADICTS);
    assertThat(claims(plan, seen.shallow()))
        .filteredOn(claim -> claim.subject().equals("wave w2"))
        .extracting(ClaimCheck::agreement)
        .containsExactly(Agreement.UNKNOWN);
  }

  @Test
  void what_names_no_branch_is_not_looked_at() {
    assertThat(
            claims(
                STREAMS
                    + "merges: {waves: [{id: w1, workstreams: [x]}, {id: w2, workstreams: [m]}],"
                    + " queue: [{pull_request: 7}, {workstream: m}]}\n",
                wrong()))
        .isEmpty();
  }

  /** Both are merged, the second before the first. */
  private static Evidences swapped() {
    return evidence().landed("feature/c", 1, 1).landed("feature/m", 5, 5);
  }

  @Test
  void what_was_merged_before_what_it_depends_on_contradicts_with_both_merges() {
    Assessment assessment = Cases.written(DEPENDS).evidence(swapped()).assess();

    assertThat(assessment.claims()).hasSize(1);
    ClaimCheck check = assessment.claims().get(0);
    assertThat(check.agreement()).isEqualTo(Agreement.CONTRADICTS);
    assertThat(check.observed())
        .isEqualTo(
            "m (feature/m) is merged by 3e35000 of 2026-11-20 by ana, c (feature/c) is merged by"
                + " 3e31000 of 2026-11-20 by ana, later");
    assertThat(check.proof()).hasSize(2);
    assertThat(assessment.workstreams())
        .extracting(WorkstreamState::id, WorkstreamState::observed)
        .containsExactly(
            tuple("c", WorkstreamState.Status.MERGED),
            tuple("m", WorkstreamState.Status.MERGED_OUT_OF_ORDER));
    assertThat(assessment.workstreams().get(1).how())
        .isEqualTo(
            "by ancestry; it is merged by 3e35000 of 2026-11-20 by ana, and c (feature/c) is merged by"
                + " 3e31000 of 2026-11-20 by ana, later");
  }

  @Test
  void what_was_merged_in_order_or_together_is_in_order() {
    assertThat(claims(DEPENDS, evidence().landed("feature/c", 5, 5).landed("feature/m", 1, 1)))
        .isEmpty();
    assertThat(claims(DEPENDS, evidence().landed("feature/c", 1, 1).landed("feature/m", 1, 1)))
        .isEmpty();
  }

  @Test
  void what_was_merged_again_counts_from_its_first_merge_on() {
    assertThat(claims(DEPENDS, evidence().landed("feature/c", 1, 7).landed("feature/m", 5, 5)))
        .isEmpty();
  }

  @Test
  void a_wave_that_was_merged_before_an_earlier_one_contradicts_when_all_is_merged() {
    Assessment assessment = Cases.written(WAVES).evidence(swapped()).assess();

    assertThat(assessment.claims())
        .extracting(ClaimCheck::claim, ClaimCheck::agreement)
        .containsExactly(tuple("wave w2 comes after wave w1", Agreement.CONTRADICTS));
    assertThat(assessment.workstreams().get(1).observed())
        .isEqualTo(WorkstreamState.Status.MERGED_OUT_OF_ORDER);
    assertThat(MergeStates.of(assessment).waves())
        .extracting(WaveState::observed)
        .containsOnly(WaveState.Progress.MERGED);
  }

  @Test
  void what_was_merged_in_another_order_than_its_wave_or_the_queue_says_contradicts() {
    assertThat(claims(STREAMS + "merges: {waves: [{id: w, workstreams: [c, m]}]}\n", swapped()))
        .extracting(ClaimCheck::claim, ClaimCheck::agreement)
        .containsExactly(tuple("wave w merges c before m", Agreement.CONTRADICTS));
    assertThat(claims(STREAMS + "merges: {queue: [{workstream: c}, {workstream: m}]}\n", swapped()))
        .extracting(ClaimCheck::agreement)
        .containsExactly(Agreement.CONTRADICTS);
  }

  @Test
  void each_member_of_a_wave_that_came_before_one_it_comes_after_is_merged_out_of_order() {
    String plan = STREAMS + "merges: {waves: [{id: w, workstreams: [c, m, n]}]}\n";
    Assessment assessment =
        Cases.written(plan)
            .evidence(
                evidence()
                    .landed("feature/c", 1, 1)
                    .landed("feature/m", 5, 5)
                    .landed("feature/n", 3, 3))
            .assess();

    assertThat(assessment.workstreams().subList(0, 3))
        .extracting(WorkstreamState::observed)
        .containsExactly(
            WorkstreamState.Status.MERGED,
            WorkstreamState.Status.MERGED_OUT_OF_ORDER,
            WorkstreamState.Status.MERGED_OUT_OF_ORDER);
    assertThat(MergeStates.of(assessment).waves().get(0).members())
        .extracting(WaveState.Member::observed)
        .containsExactly(
            WorkstreamState.Status.MERGED,
            WorkstreamState.Status.MERGED_OUT_OF_ORDER,
            WorkstreamState.Status.MERGED_OUT_OF_ORDER);
  }

  @Test
  void a_member_that_is_merged_while_one_before_it_in_its_wave_is_not_is_merged_out_of_order() {
    Assessment assessment =
        Cases.written(STREAMS + "merges: {waves: [{id: w, workstreams: [c, m]}]}\n")
            .evidence(wrong())
            .assess();

    assertThat(assessment.workstreams().get(1))
        .satisfies(
            state -> {
              assertThat(state.observed()).isEqualTo(WorkstreamState.Status.MERGED_OUT_OF_ORDER);
              assertThat(state.how()).endsWith(", and c (feature/c) is not merged");
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"[c, m]", "[m, c]"})
  void in_a_wave_what_was_given_up_makes_nothing_early(String order) {
    String plan = STREAMS + "merges: {waves: [{id: w, workstreams: " + order + "}]}\n";
    String dropped = plan.replace("feature/c}", "feature/c, status: dropped}");

    assertThat(Cases.written(dropped).evidence(wrong()).assess().workstreams().get(1).observed())
        .isEqualTo(WorkstreamState.Status.MERGED);
  }

  @Test
  void what_was_merged_before_something_that_was_given_up_is_in_order() {
    String plan = WAVES.replace("feature/c}", "feature/c, status: dropped}");

    assertThat(Cases.written(plan).evidence(swapped()).assess().workstreams().get(1).observed())
        .isEqualTo(WorkstreamState.Status.MERGED);
  }
}
