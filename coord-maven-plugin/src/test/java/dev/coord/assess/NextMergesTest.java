package dev.coord.assess;

import static dev.coord.testing.Evidences.evidence;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.coord.assess.Readiness.Condition;
import dev.coord.assess.Readiness.Holds;
import dev.coord.assess.Readiness.Kind;
import dev.coord.evidence.GitQuestions.PathQuestion;
import dev.coord.evidence.MergeForecast;
import dev.coord.evidence.MergeForecast.Clash;
import dev.coord.evidence.MergeForecast.Step;
import dev.coord.evidence.MergeState;
import dev.coord.evidence.Observation;
import dev.coord.testing.Cases;
import dev.coord.testing.Deltas;
import dev.coord.testing.Evidences;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What merges next, and what holds up the rest. */
class NextMergesTest {

  private static final String STREAMS =
      """
      people: [{id: ana, emails: [ana@example.org]}]
      workstreams:
        - {id: a, branch: feature/a}
        - {id: b, branch: feature/b}
        - {id: c, branch: feature/c}
      """;

  private static final String QUEUE = STREAMS + "merges: {queue: [{workstream: a}]}\n";

  /** Branches a and b that merge without a conflict, and c that is merged. */
  private static Evidences seen() {
    return evidence()
        .active("feature/a", Deltas.live().build())
        .active("feature/b", Deltas.live().build())
        .merged("feature/c", Deltas.merged().build())
        .forecast(forecast(List.of(), List.of()));
  }

  private static MergeForecast forecast(List<Step> now, List<MergeForecast.Wave> waves) {
    return new MergeForecast(List.of("feature/a", "feature/b"), List.of(), 0, now, waves);
  }

  private static Step clash(String... files) {
    return clashWith(List.of(), List.of("feature/c"), files);
  }

  private static Step clashWith(List<String> before, List<String> landed, String... files) {
    return new Step(
        "feature/a",
        "main",
        Observation.known(
            List.of(files).stream()
                .map(
                    file ->
                        new Clash(
                            file, MergeForecast.Kind.CONTENT, before, landed, false, List.of()))
                .toList()));
  }

  private static NextMerges merges(String plan, Evidences seen) {
    return NextMerges.of(Cases.written(plan).evidence(seen).assess());
  }

  private static Readiness first(String plan, Evidences seen) {
    return merges(plan, seen).all().get(0);
  }

  private static Condition only(Kind kind, Readiness one) {
    return one.conditions().stream()
        .filter(condition -> condition.kind() == kind)
        .reduce(
            (left, right) -> {
              throw new AssertionError(left + " and " + right);
            })
        .orElseThrow(() -> new AssertionError(kind + " is not among " + one.conditions()));
  }

  @Test
  void the_first_that_nothing_holds_up_merges_next() {
    NextMerges merges =
        merges(STREAMS + "merges: {queue: [{workstream: c}, {workstream: a}]}\n", seen());

    assertThat(merges.all()).extracting(Readiness::key).containsExactly("a");
    assertThat(merges.next()).contains(merges.all().get(0));
    assertThat(merges.all().get(0).ready()).isEqualTo(Holds.YES);
    assertThat(merges.all().get(0).conditions())
        .extracting(Condition::kind, Condition::holds, Condition::text)
        .containsExactly(
            tuple(Kind.BRANCH, Holds.YES, "feature/a: by ancestry"),
            tuple(Kind.BEHIND, Holds.YES, "0 commits behind main"),
            tuple(Kind.CONFLICT, Holds.YES, "no conflict with main"));
  }

  @Test
  void what_comes_later_waits_for_its_turn() {
    NextMerges merges =
        merges(STREAMS + "merges: {queue: [{workstream: a}, {workstream: b}]}\n", seen());

    assertThat(merges.all().get(1).waitsForItsTurn()).isTrue();
    assertThat(only(Kind.ORDER, merges.all().get(1)))
        .isEqualTo(
            new Condition(
                Kind.ORDER, Holds.NO, "a", "a, before it in the merge queue, is not merged"));
  }

  @Test
  void what_comes_before_is_named_once_and_the_rest_counted() {
    String plan =
        STREAMS.replace("feature/c", "feature/d")
            + "merges: {queue: [{workstream: a}, {workstream: b}, {workstream: c}]}\n";
    NextMerges merges = merges(plan, seen().active("feature/d", Deltas.live().build()));

    assertThat(only(Kind.ORDER, merges.all().get(2)).text())
        .isEqualTo("a, before it in the merge queue, is not merged, nor is 1 more");
  }

  @Test
  void waves_are_merged_in_their_order_after_the_queue_and_each_member_once() {
    NextMerges merges =
        merges(
            STREAMS
                + """
                merges:
                  queue: [{workstream: b}]
                  waves:
                    - {id: w1, workstreams: [c, a], messages: {a: Merge a}}
                    - {id: w2, workstreams: [b]}
                """,
            seen());

    assertThat(merges.all())
        .extracting(Readiness::key, Readiness::queued, Readiness::waves)
        .containsExactly(tuple("b", true, List.of("w2")), tuple("a", false, List.of("w1")));
    assertThat(only(Kind.ORDER, merges.all().get(0)).text())
        .isEqualTo("a, before it in wave w1, is not merged");
    assertThat(merges.all().get(1).message()).contains("Merge a");
  }

  @Test
  void waves_into_different_branches_do_not_wait_for_each_other() {
    String plan =
        STREAMS
            + "merges: {waves: [{id: w1, workstreams: [a], into: INTO}, {id: w2, workstreams: [b]}]}\n";

    assertThat(only(Kind.ORDER, merges(plan.replace("INTO", "main"), seen()).all().get(1)).text())
        .isEqualTo("a, before it in wave w1, is not merged");
    assertThat(merges(plan.replace("INTO", "next"), seen()).all().get(1).conditions())
        .extracting(Condition::kind)
        .contains(Kind.BRANCH)
        .doesNotContain(Kind.ORDER);
  }

  @Test
  void what_was_given_up_is_left_out_and_holds_nobody_up() {
    NextMerges merges =
        merges(
            STREAMS + "merges: {queue: [{workstream: a, status: dropped}, {workstream: b}]}\n",
            seen());

    assertThat(merges.next()).map(Readiness::key).contains("b");
    assertThat(merges.all()).hasSize(1);
  }

  @Test
  void what_cannot_be_told_holds_up_a_merge_and_says_why() {
    Readiness one = first(QUEUE, evidence().withoutGit("there is no repository"));

    assertThat(one.ready()).isEqualTo(Holds.UNKNOWN);
    assertThat(only(Kind.BRANCH, one).text()).contains("there is no repository");
  }

  @Test
  void branches_that_are_not_in_the_clone_are_one_reason_for_all_of_them() {
    String plan =
        STREAMS + "merges: {queue: [{workstream: a}, {workstream: b}, {workstream: c}]}\n";
    Evidences seen = seen().gone("feature/a").incomparable("feature/b", "its base is lost");
    NextMerges merges = merges(plan, seen.gone("feature/c"));

    assertThat(merges.doubts())
        .extracting(
            doubt -> doubt.about().stream().map(Readiness::key).toList(),
            MergeDoubts.Doubt::reason,
            MergeDoubts.Doubt::remedy)
        .containsExactly(
            tuple(
                List.of("a", "c"),
                "the branches are not in this clone, nor was a merge found that names them",
                LostBranches.REMEDY),
            tuple(List.of("b"), "its base is lost", "Fetch the base."));
    assertThat(only(Kind.BRANCH, merges.all().get(0)).text())
        .isEqualTo("feature/a: not in this clone, nor was a merge found that names it");
  }

  @Test
  void where_history_is_cut_off_that_is_the_reason_and_not_the_branches() {
    String plan = STREAMS + "merges: {queue: [{workstream: a}, {workstream: b}]}\n";
    NextMerges merges = merges(plan, seen().gone("feature/a").gone("feature/b").shallow());

    assertThat(merges.doubts())
        .singleElement()
        .extracting(MergeDoubts.Doubt::reason, doubt -> doubt.about().size())
        .containsExactly("the clone is shallow", 2);
  }

  @Test
  void what_is_known_to_be_held_up_is_not_among_what_cannot_be_told() {
    String plan = STREAMS + "merges: {queue: [{workstream: a}, {workstream: b}]}\n";
    NextMerges merges = merges(plan, seen().notStarted("feature/a"));

    assertThat(merges.heldUp()).extracting(Readiness::key).containsExactly("a", "b");
    assertThat(merges.ready()).isEmpty();
    assertThat(merges.doubts()).isEmpty();
  }

  @Test
  void a_pull_request_before_it_is_told_as_one_and_not_as_a_count() {
    String plan = STREAMS + "merges: {queue: [{pull_request: 29}, {workstream: a}]}\n";

    assertThat(only(Kind.ORDER, merges(plan, seen()).all().get(1)).text())
        .isEqualTo("whether #29, before it in the merge queue, is merged cannot be told");
  }

  @Test
  void a_branch_without_commits_has_nothing_to_merge() {
    Readiness one = first(QUEUE, seen().notStarted("feature/a"));

    assertThat(only(Kind.BRANCH, one).holds()).isEqualTo(Holds.NO);
  }

  @ParameterizedTest
  @CsvSource({
    "b, NO, b is not merged",
    "c, YES, c is merged",
    "d, UNKNOWN, whether d is merged cannot be told: its branch is not in this clone"
  })
  void what_it_depends_on_is_merged_first(String on, Holds holds, String text) {
    String plan =
        QUEUE
            .replace("{id: a,", "{id: a, depends_on: [" + on + "],")
            .replace("merges:", "  - {id: d, branch: feature/d}\nmerges:");

    assertThat(only(Kind.DEPENDENCY, first(plan, seen().gone("feature/d"))))
        .isEqualTo(new Condition(Kind.DEPENDENCY, holds, on, text));
  }

  @Test
  void a_dependency_that_was_given_up_holds_nobody_up_and_is_told() {
    String plan =
        QUEUE
            .replace("{id: a,", "{id: a, depends_on: [b],")
            .replace("feature/b}", "feature/b, status: dropped}");
    Assessment assessment = Cases.written(plan).evidence(seen()).assess();
    NextMerges merges = NextMerges.of(assessment);

    assertThat(only(Kind.DEPENDENCY, merges.all().get(0)))
        .isEqualTo(new Condition(Kind.DEPENDENCY, Holds.YES, "b", "b was given up"));
    assertThat(merges.next()).map(Readiness::key).contains("a");
    assertThat(assessment.findings())
        .extracting(Finding::text)
        .contains("a depends on b, which was given up");
  }

  @Test
  void a_dependency_that_a_wave_merged_into_the_same_branch_is_merged() {
    String plan =
        STREAMS.replace("{id: a,", "{id: a, depends_on: [b],")
            + "merges: {waves: [{id: w, workstreams: [b, a], into: next}]}\n";
    Evidences seen =
        seen()
            .merge("feature/b", "next", MergeState.Kind.MERGED)
            .merge("feature/a", "next", MergeState.Kind.UNMERGED);

    assertThat(only(Kind.DEPENDENCY, first(plan, seen)).holds()).isEqualTo(Holds.YES);
  }

  @ParameterizedTest
  @CsvSource({"planned, NO", "ready, YES"})
  void what_it_needs_is_handed_over_first(String status, Holds holds) {
    String plan =
        QUEUE
            + "handoffs: [{id: h, kind: contract, provider: b, consumers: [a], status: "
            + status
            + "}]\n";

    assertThat(only(Kind.HANDOFF, first(plan, seen())))
        .isEqualTo(
            new Condition(
                Kind.HANDOFF, holds, "h", "handoff h is " + status + " by the plan's word"));
  }

  @ParameterizedTest
  @CsvSource({"/pom.xml, YES, passed", "/nothing, NO, failed"})
  void the_gates_of_its_wave_hold(String file, Holds holds, String word) {
    String plan =
        STREAMS
            + "merges: {waves: [{id: w, workstreams: [a], gates: [there]}]}\n"
            + "gates: [{id: there, path: {file: "
            + file.substring(1)
            + ", exists: true}, severity: warn}]\n";
    Evidences seen =
        seen()
            .found(new PathQuestion("pom.xml", "", Optional.empty()), "pom.xml")
            .found(new PathQuestion("nothing", "", Optional.empty()));

    assertThat(only(Kind.GATE, first(plan, seen)))
        .extracting(Condition::holds, Condition::text)
        .containsExactly(holds, "gate there: " + word);
  }

  @Test
  void what_it_changes_of_others_holds_it_up_though_it_only_warns_on_the_integration_branch() {
    String plan = QUEUE + "gates: [{ownership: {}}]\n";
    Evidences seen = seen().active("feature/a", Deltas.live().modified("pom.xml").build());

    assertThat(only(Kind.GATE, first(plan.replace("{id: b, ", "{id: b, owns: [/pom.xml], "), seen)))
        .extracting(Condition::holds, Condition::text)
        .containsExactly(Holds.NO, "gate ownership (a): failed");
  }

  @Test
  void a_gate_that_asks_for_this_very_merge_does_not_hold_it_up() {
    String plan =
        STREAMS
            + "merges: {waves: [{id: w, workstreams: [a], gates: [in]}]}\n"
            + "gates: [{id: in, merged: {workstream: a}}]\n";

    assertThat(first(plan, seen()).ready()).isEqualTo(Holds.YES);
  }

  @Test
  void an_approval_that_is_asked_for_is_shown_as_one() {
    String plan =
        QUEUE + "gates: [{id: ok, approved: {workstream: a, by: [ana]}, severity: info}]\n";

    assertThat(only(Kind.APPROVAL, first(plan, seen())))
        .extracting(Condition::holds, Condition::about)
        .containsExactly(Holds.NO, "ok");
  }

  @ParameterizedTest
  @CsvSource({"todo, a, NO", "done, a, YES", "todo, w, NO", "doing, g, NO"})
  void actions_that_block_it_its_wave_or_a_gate_of_the_wave_are_done(
      String status, String blocks, Holds holds) {
    String plan =
        STREAMS
            + "merges: {waves: [{id: w, workstreams: [a], gates: [g]}]}\n"
            + "gates: [{id: g, declared: {by: ana, says: It is so}}]\n"
            + "actions: [{title: Sign, status: "
            + status
            + ", blocks: ["
            + blocks
            + "]}]\n";

    assertThat(only(Kind.ACTION, first(plan, seen())))
        .isEqualTo(new Condition(Kind.ACTION, holds, "sign", "action sign is " + status));
  }

  @Test
  void an_action_that_blocks_a_gate_about_it_holds_it_up() {
    String plan =
        QUEUE
            + "gates: [{id: g, applies_to: {workstreams: [a]}, declared: {by: ana, says: So}}]\n"
            + "actions: [{id: sign, title: Sign, blocks: [g]}]\n";

    assertThat(only(Kind.ACTION, first(plan, seen())))
        .isEqualTo(new Condition(Kind.ACTION, Holds.NO, "sign", "action sign is todo"));
  }

  @Test
  void what_nobody_lists_has_conditions_all_the_same() {
    Assessment assessment =
        Cases.written(QUEUE + "actions: [{id: sign, title: Sign, blocks: [b]}]\n")
            .evidence(seen())
            .assess();
    NextMerges merges = NextMerges.of(assessment);

    assertThat(merges.of(assessment.workstream("b").orElseThrow()).orElseThrow().blockers())
        .containsExactly(new Condition(Kind.ACTION, Holds.NO, "sign", "action sign is todo"));
    assertThat(merges.of(assessment.workstream("a").orElseThrow())).contains(merges.all().get(0));
    assertThat(merges.of(assessment.workstream("c").orElseThrow())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-20 to 2026-11-21, [main], NO, main is frozen 2026-11-20 to 2026-11-21 (freeze f)",
    "2026-11-21 to 2026-11-22, [main], YES, freeze f will be 2026-11-21 to 2026-11-22",
    "2026-11-18 to 2026-11-19, [], YES, freeze f was 2026-11-18 to 2026-11-19"
  })
  void the_target_is_not_frozen_on_the_day_of_judging(
      String dates, String branches, Holds holds, String text) {
    String plan =
        QUEUE
            + "events: [{id: f, kind: freeze, dates: "
            + dates
            + (branches.equals("[]") ? "" : ", branches: " + branches)
            + "}]\n";

    assertThat(only(Kind.FREEZE, first(plan, seen())))
        .isEqualTo(new Condition(Kind.FREEZE, holds, "f", text));
  }

  @Test
  void a_freeze_of_another_branch_holds_nobody_up() {
    String plan =
        QUEUE + "events: [{id: f, kind: freeze, date: 2026-11-20, branches: [release]}]\n";

    assertThat(first(plan, seen()).ready()).isEqualTo(Holds.YES);
  }

  @Test
  void a_freeze_whose_days_are_counted_from_no_date_holds_up_its_target() {
    Readiness one = first(QUEUE + "events: [{id: f, kind: freeze, day: 3}]\n", seen());

    assertThat(only(Kind.FREEZE, one).holds()).isEqualTo(Holds.UNKNOWN);
  }

  @Test
  void a_branch_too_far_behind_catches_up_first() {
    String plan = QUEUE + "boundaries: {branches: {behind_at_most: 2}}\n";
    Evidences seen = seen().active("feature/a", Deltas.live().behind(3).build());

    assertThat(only(Kind.BEHIND, first(plan, seen)))
        .isEqualTo(new Condition(Kind.BEHIND, Holds.NO, "", "3 commits behind main, more than 2"));
  }

  @Test
  void conflicts_hold_up_a_merge_and_are_named() {
    Readiness one =
        first(QUEUE, seen().forecast(forecast(List.of(clash("d", "e", "f", "g")), List.of())));

    assertThat(only(Kind.CONFLICT, one))
        .extracting(Condition::holds, Condition::text)
        .containsExactly(Holds.NO, "conflicts with main in d, e, f and 1 more");
  }

  @Test
  void a_conflict_with_what_is_merged_before_it_is_not_said_to_be_one_with_the_target() {
    String plan = STREAMS + "merges: {queue: [{workstream: b}, {workstream: a}]}\n";
    MergeForecast forecast =
        new MergeForecast(
            List.of("feature/a", "feature/b"),
            List.of(),
            0,
            List.of(),
            List.of(clashWith(List.of("feature/b"), List.of(), "d")),
            List.of());

    assertThat(only(Kind.CONFLICT, merges(plan, seen().forecast(forecast)).all().get(1)).text())
        .isEqualTo("conflicts with b, before it, in d");
  }

  @Test
  void conflicts_that_the_plan_resolves_do_not() {
    String plan =
        QUEUE
            + "boundaries: {conflicts: [{paths: [/d], between: [a, c], resolution: merge_both}]}\n";

    assertThat(
            only(
                Kind.CONFLICT,
                first(plan, seen().forecast(forecast(List.of(clash("d")), List.of())))))
        .extracting(Condition::holds, Condition::text)
        .containsExactly(
            Holds.YES, "conflicts with main in d, to be resolved by hand as the plan says");
  }

  @Test
  void a_target_that_nothing_goes_to_holds_up_a_merge() {
    assertThat(
            only(Kind.TARGET, first(QUEUE + "boundaries: {branches: {never: [main]}}\n", seen())))
        .extracting(Condition::holds, Condition::text)
        .containsExactly(Holds.NO, "nothing is merged into main directly");
    assertThat(only(Kind.TARGET, first(QUEUE + "boundaries: {branches: {target: next}}\n", seen())))
        .extracting(Condition::holds, Condition::text)
        .containsExactly(Holds.NO, "it goes to main, and not to next");
  }

  @Test
  void a_wave_that_makes_what_it_merges_into_can_begin() {
    String plan =
        STREAMS + "merges: {waves: [{id: w, workstreams: [a], from: main, into: next}]}\n";
    Step step = new Step("feature/a", "next", Observation.known(List.of()));
    Evidences seen =
        seen().forecast(forecast(List.of(), List.of(new MergeForecast.Wave("w", List.of(step)))));
    Readiness one = first(plan, seen);

    assertThat(one.ready()).isEqualTo(Holds.YES);
    assertThat(one.from()).contains("main");
  }
}
