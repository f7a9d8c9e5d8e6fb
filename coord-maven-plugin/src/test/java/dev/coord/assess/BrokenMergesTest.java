package dev.coord.assess;

import static dev.coord.testing.Evidences.evidence;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.coord.assess.ClaimCheck.Agreement;
import dev.coord.evidence.BranchLine;
import dev.coord.evidence.BranchLine.Kind;
import dev.coord.evidence.BranchLine.Place;
import dev.coord.evidence.Commit;
import dev.coord.evidence.GitQuestions.MergeQuestion;
import dev.coord.evidence.MergeState;
import dev.coord.evidence.Observation;
import dev.coord.evidence.Proof;
import dev.coord.testing.Cases;
import dev.coord.testing.Deltas;
import dev.coord.testing.Evidences;
import dev.coord.testing.Written;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Merges and commits that broke a rule of branches. */
class BrokenMergesTest {

  private static final String STREAMS =
      """
      people: [{id: dep, kind: bot, emails: [dep@example.org]}]
      workstreams: [{id: a, branch: feature/a}, {id: b, branch: feature/b}]
      """;

  private static final String PROTECTED =
      STREAMS + "boundaries: {branches: {protected: [main], except: [/coord/]}}\n";

  private static Place commit(Commit commit) {
    return new Place(commit, Kind.COMMIT, List.of(), List.of(), Optional.empty(), false);
  }

  private static Place merge(String id, String tip, String... names) {
    return new Place(
        Deltas.commit(id, "ana"),
        Kind.MERGE,
        List.of(Deltas.id(tip)),
        List.of(names),
        Optional.empty(),
        false);
  }

  private static List<ClaimCheck> claims(String plan, Evidences seen) {
    return Cases.written(plan).evidence(seen).assess().claims();
  }

  @Test
  void commits_that_no_merge_brought_contradict_the_protection_of_a_branch() {
    List<ClaimCheck> claims =
        claims(
            PROTECTED,
            evidence()
                .line(
                    "main",
                    commit(Deltas.commit("d1", "cleo", "x")),
                    merge("3e", "71", "feature/a"),
                    commit(Deltas.commit("d2", "ana", "coord/a.yml", "y"))));

    assertThat(claims)
        .extracting(ClaimCheck::subject, ClaimCheck::claim, ClaimCheck::observed)
        .containsExactly(
            tuple(
                "branch main",
                "nobody commits directly to main",
                "2 commits came with no merge: d100000 of 2026-11-20 by cleo;"
                    + " d200000 of 2026-11-20 by ana"));
    assertThat(claims.get(0).agreement()).isEqualTo(Agreement.CONTRADICTS);
  }

  @Test
  void such_a_commit_is_a_finding_and_can_fail_a_build() {
    Assessment assessment =
        Cases.written(PROTECTED + "gates: [{plan: {contradictions: \"= 0\"}}]\n")
            .evidence(evidence().line("main", commit(Deltas.commit("d1", "cleo", "x"))))
            .assess();

    assertThat(assessment.overall()).isEqualTo(Overall.FAILED);
    assertThat(assessment.findings())
        .filteredOn(finding -> finding.subject().equals("branch main"))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.text()).contains("d100000 of 2026-11-20 by cleo");
              assertThat(finding.remedy()).contains("pull request");
            });
  }

  @Test
  void what_bots_commit_and_what_is_excepted_is_no_direct_commit() {
    assertThat(
            claims(
                PROTECTED,
                evidence()
                    .line(
                        "main",
                        commit(Deltas.commit("d1", "dep", "pom.xml")),
                        commit(Deltas.commit("d2", "ana", "coord/a.yml")))))
        .extracting(ClaimCheck::agreement)
        .containsExactly(Agreement.AGREES);
  }

  @Test
  void a_commit_of_nothing_but_the_baseline_is_no_direct_commit() {
    String plan = STREAMS + "boundaries: {branches: {protected: [main]}}\n";
    Place alone = commit(Deltas.commit("d1", "ana", ".coord/baseline.yml"));
    Place more = commit(Deltas.commit("d2", "ana", ".coord/baseline.yml", "x"));
    Place other = commit(Deltas.commit("d3", "ana", "web/.coord/baseline.yml"));

    assertThat(claims(plan, evidence().line("main", alone)))
        .extracting(ClaimCheck::agreement)
        .containsExactly(Agreement.AGREES);
    assertThat(claims(plan, evidence().line("main", other, more, alone)))
        .extracting(ClaimCheck::observed)
        .singleElement()
        .asString()
        .startsWith("2 commits came with no merge: ");
  }

  @Test
  void an_empty_commit_is_not_excepted() {
    assertThat(claims(PROTECTED, evidence().line("main", commit(Deltas.commit("d1", "ana")))))
        .extracting(ClaimCheck::agreement)
        .containsExactly(Agreement.CONTRADICTS);
  }

  /** A commit on the line that only its subject calls a pull request. */
  private static Place request() {
    return new Place(
        Deltas.commit("d2", "zoe", "z"), Kind.COMMIT, List.of(), List.of(), Optional.empty(), true);
  }

  @Test
  void what_is_a_request_by_its_subject_alone_is_attested_and_named() {
    Place request = request();

    ClaimCheck claim = claims(PROTECTED, evidence().line("main", request)).get(0);

    assertThat(claim.agreement()).isEqualTo(Agreement.AGREES);
    assertThat(claim.observed())
        .isEqualTo(
            "every commit came with a merge, 1 of them by the subject alone (attested), the newest"
                + " d200000");
    assertThat(claim.proof()).extracting(Proof::strength).containsExactly(Proof.Strength.ATTESTED);
  }

  @Test
  void what_a_branch_left_there_squashed_rebased_or_by_a_request_is_no_direct_commit() {
    Commit squash = Deltas.commit("3e3e", "ana", "x");
    Commit picked = Deltas.commit("c1", "cleo", "y");
    Commit again = Deltas.commit("d1", "cleo", "y");
    Place request = request();

    assertThat(
            claims(
                PROTECTED,
                evidence()
                    .merged("feature/a", Deltas.live().commit(picked).build())
                    .line("main", commit(squash), commit(again), request)))
        .extracting(ClaimCheck::agreement)
        .containsExactly(Agreement.AGREES);
  }

  @Test
  void a_branch_that_is_not_there_or_not_read_as_a_whole_cannot_be_told() {
    BranchLine gone = new BranchLine("main", Optional.empty(), Optional.empty(), List.of(), false);
    BranchLine cut =
        new BranchLine("main", Optional.of("refs/heads/main"), Optional.empty(), List.of(), true);

    assertThat(claims(PROTECTED, evidence().line(gone)))
        .extracting(ClaimCheck::agreement, ClaimCheck::observed)
        .containsExactly(tuple(Agreement.UNKNOWN, "the branch 'main' was found nowhere"));
    assertThat(claims(PROTECTED, evidence().line(cut)))
        .extracting(ClaimCheck::agreement)
        .containsExactly(Agreement.UNKNOWN);
    assertThat(claims(PROTECTED, evidence().withoutGit("there is no repository")))
        .extracting(ClaimCheck::observed)
        .containsExactly("there is no repository");
  }

  @Test
  void a_merge_into_a_branch_that_nothing_is_merged_into_is_named() {
    String plan = STREAMS + "boundaries: {branches: {never: [main], target: next}}\n";

    assertThat(claims(plan, evidence().line("main", merge("3e", "71", "feature/a")).line("next")))
        .extracting(ClaimCheck::subject, ClaimCheck::claim, ClaimCheck::observed)
        .containsExactly(
            tuple(
                "a",
                "nothing is merged directly into main",
                "feature/a was merged into main by 3e00000 of 2026-11-20 by ana"));
  }

  @Test
  void what_came_with_the_right_target_is_in_order() {
    String plan = STREAMS + "boundaries: {branches: {never: [main], target: next}}\n";
    Place own = merge("3e", "71", "feature/a");

    assertThat(claims(plan, evidence().line("main", merge("4e", "72", "next")).line("next", own)))
        .isEmpty();
    assertThat(claims(plan, evidence().line("main", own).line("next", own))).isEmpty();
  }

  @Test
  void a_merge_elsewhere_than_the_plan_says_contradicts_it() {
    String plan = STREAMS + "merges: {waves: [{id: w, workstreams: [a], into: integration/w}]}\n";
    List<ClaimCheck> claims =
        claims(plan, evidence().line("main", merge("3e", "71", "feature/a")).line("integration/w"));

    assertThat(claims)
        .extracting(ClaimCheck::claim, ClaimCheck::agreement)
        .containsExactly(tuple("a is merged into integration/w", Agreement.CONTRADICTS));
  }

  @Test
  void where_the_right_target_is_gone_it_cannot_be_told() {
    String plan = STREAMS + "merges: {waves: [{id: w, workstreams: [a], into: integration/w}]}\n";
    BranchLine gone =
        new BranchLine("integration/w", Optional.empty(), Optional.empty(), List.of(), false);

    assertThat(claims(plan, evidence().line("main", merge("3e", "71", "feature/a")).line(gone)))
        .singleElement()
        .satisfies(
            claim -> {
              assertThat(claim.agreement()).isEqualTo(Agreement.UNKNOWN);
              assertThat(claim.observed())
                  .endsWith("whether it came there with integration/w cannot be told");
            });
  }

  @Test
  void an_unnamed_merge_is_told_by_the_tip_of_the_branch() {
    String plan = STREAMS + "boundaries: {branches: {never: [main], target: next}}\n";

    assertThat(
            claims(
                plan,
                evidence()
                    .active("feature/a", Deltas.live().build())
                    .line("main", merge("3e", "71b"))
                    .line("next")))
        .extracting(ClaimCheck::subject)
        .containsExactly("a");
  }

  private static final String NEVER =
      STREAMS + "boundaries: {branches: {never: [production], target: main}}\n";

  private static Observation<MergeState> arrived(Commit commit, String how) {
    return Observation.known(
        new MergeState(
            MergeState.Kind.MERGED,
            Optional.of(commit),
            how,
            Proof.Strength.OBSERVED,
            Optional.of(
                new MergeState.Landing(
                    "main", Deltas.id("4e"), commit.id(), commit.time(), 0, 0))));
  }

  @Test
  void what_was_squashed_or_picked_into_a_branch_that_nothing_is_merged_into_is_named() {
    Commit squash = Deltas.commit("5e", "cleo", "x");
    Evidences seen =
        evidence()
            .active("feature/a", Deltas.live().build())
            .merge("feature/a", "production", arrived(squash, "one commit has the whole change"))
            .line("production", commit(squash))
            .line("main");

    assertThat(claims(NEVER, seen))
        .extracting(ClaimCheck::subject, ClaimCheck::claim, ClaimCheck::observed)
        .containsExactly(
            tuple(
                "a",
                "nothing is merged directly into production",
                "feature/a was merged into production by 5e00000 of 2026-11-20 by cleo"
                    + " (one commit has the whole change)"));
    assertThat(claims(NEVER, seen))
        .extracting(ClaimCheck::agreement)
        .containsExactly(Agreement.CONTRADICTS);
  }

  @Test
  void of_what_was_squashed_there_after_it_was_merged_nobody_can_tell_where_it_came_from() {
    Commit squash = Deltas.commit("5e", "cleo", "x");
    Evidences seen =
        evidence()
            .merged("feature/a", Deltas.merged().build())
            .merge("feature/a", "production", arrived(squash, "one commit has the whole change"))
            .line("production", commit(squash))
            .line("main");

    assertThat(claims(NEVER, seen))
        .singleElement()
        .satisfies(
            claim -> {
              assertThat(claim.agreement()).isEqualTo(Agreement.UNKNOWN);
              assertThat(claim.observed())
                  .endsWith("and whether it came there with main cannot be told");
            });
  }

  @Test
  void what_another_merge_brought_is_not_held_against_the_branch() {
    Place release = merge("4e", "72", "main");

    assertThat(
            claims(
                NEVER,
                evidence()
                    .merged("feature/a", Deltas.merged().build())
                    .merge(
                        "feature/a",
                        "production",
                        arrived(release.commit(), "its last commit was merged"))
                    .line("production", release)
                    .line("main")))
        .isEmpty();
  }

  @Test
  void git_is_asked_whether_branches_are_where_they_must_not_be() {
    assertThat(WrongTargets.questions(Written.plan(STREAMS), Written.plan(STREAMS))).isEmpty();
    assertThat(WrongTargets.questions(Written.plan(NEVER), Written.plan(NEVER)))
        .containsExactly(
            new MergeQuestion("feature/a", "production"),
            new MergeQuestion("feature/b", "production"));
  }

  @Test
  void git_is_asked_only_where_a_policy_says_something() {
    assertThat(BranchLines.questions(Written.plan(STREAMS), Written.plan(STREAMS))).isEmpty();
    String plan = STREAMS + "boundaries: {branches: {never: [release], target: next}}\n";
    assertThat(BranchLines.questions(Written.plan(plan), Written.plan(plan)))
        .extracting(BranchLine.Question::branch)
        .containsExactly("release", "main", "next");
  }

  @Test
  void a_freeze_of_another_branch_is_held_against_its_line() {
    String plan = "events: [{id: f, kind: freeze, date: 2026-11-20, branches: [release, gone]}]\n";
    BranchLine gone = new BranchLine("gone", Optional.empty(), Optional.empty(), List.of(), false);

    assertThat(claims(plan, evidence().line("release", merge("3e", "71", "feature/a")).line(gone)))
        .extracting(ClaimCheck::claim, ClaimCheck::observed, ClaimCheck::agreement)
        .containsExactly(
            tuple(
                "release is frozen 2026-11-20",
                "1 commit arrived on it by their times: 3e00000 of 2026-11-20 by ana",
                Agreement.CONTRADICTS));
  }

  @Test
  void a_queue_that_was_not_kept_marks_what_came_early() {
    String plan = STREAMS + "merges: {queue: [{workstream: a}, {workstream: b}]}\n";
    Assessment assessment =
        Cases.written(plan)
            .evidence(evidence().landed("feature/a", 1, 1).landed("feature/b", 5, 5))
            .assess();

    assertThat(assessment.workstream("b").orElseThrow().observed())
        .isEqualTo(WorkstreamState.Status.MERGED_OUT_OF_ORDER);
    assertThat(assessment.claims())
        .filteredOn(claim -> claim.agreement() == Agreement.CONTRADICTS)
        .extracting(ClaimCheck::observed)
        .containsExactly(
            "b (feature/b) is merged by 3e35000 of 2026-11-20 by ana, a (feature/a) is merged by"
                + " 3e31000 of 2026-11-20 by ana, later");
  }

  @Test
  void a_consumer_that_was_merged_before_its_provider_contradicts_the_handoff() {
    String plan =
        STREAMS
            + "handoffs: [{id: h, kind: artifact, provider: a, consumers: [b], status: ready}]\n";
    Evidences seen = evidence().landed("feature/a", 1, 1).landed("feature/b", 5, 5);

    assertThat(claims(plan, seen))
        .filteredOn(claim -> claim.claim().equals("b needs it"))
        .singleElement()
        .satisfies(
            claim -> {
              assertThat(claim.agreement()).isEqualTo(Agreement.CONTRADICTS);
              assertThat(claim.observed()).endsWith(", later");
            });
    assertThat(claims(plan, evidence().landed("feature/a", 5, 5).landed("feature/b", 1, 1)))
        .filteredOn(claim -> claim.claim().equals("b needs it"))
        .isEmpty();
  }

  private static Observation<MergeState> released(String day) {
    Commit merge = Deltas.commit("3e", "ana");
    MergeState.Landing landing =
        new MergeState.Landing(
            "production", Deltas.id("4e"), merge.id(), Instant.parse(day + "T10:00:00Z"), 0, 0);
    return Observation.known(
        new MergeState(
            MergeState.Kind.MERGED,
            Optional.of(merge),
            "by ancestry",
            Proof.Strength.OBSERVED,
            Optional.of(landing)));
  }

  /** A fix for production that was merged into main, too, on 2026-11-20. */
  private static List<ClaimCheck> fixed(String policy, String released) {
    String plan =
        """
        project: {name: Shop, integration_branch: main, release_branch: production}
        workstreams: [{id: a, branch: fix/a}]
        merges: {queue: [{workstream: a, target: production}]}
        """;
    return Cases.shop(plan + policy)
        .evidence(
            evidence()
                .line("main", merge("4e", "71", "fix/a"))
                .line("production", merge("3e", "71", "fix/a"))
                .merge("fix/a", "production", released(released)))
        .assess()
        .claims();
  }

  @Test
  void a_fix_that_was_released_comes_back_into_the_integration_branch() {
    assertThat(fixed("", "2026-11-20")).isEmpty();
    assertThat(fixed("", "2026-11-21"))
        .extracting(ClaimCheck::claim, ClaimCheck::agreement)
        .containsExactly(tuple("a is merged into production", Agreement.CONTRADICTS));
    assertThat(fixed("boundaries: {branches: {never: [main]}}\n", "2026-11-20"))
        .extracting(ClaimCheck::claim, ClaimCheck::agreement)
        .containsExactly(tuple("nothing is merged directly into main", Agreement.CONTRADICTS));
  }
}
