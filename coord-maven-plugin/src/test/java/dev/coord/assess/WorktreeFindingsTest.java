package dev.coord.assess;

import static dev.coord.testing.Evidences.evidence;
import static dev.coord.testing.Workstreams.workstream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.coord.evidence.Observation;
import dev.coord.evidence.Worktree.Distance;
import dev.coord.evidence.Worktree.Operation;
import dev.coord.evidence.Worktree.Operation.Kind;
import dev.coord.evidence.Worktree.Position;
import dev.coord.testing.Cases;
import dev.coord.testing.Deltas;
import dev.coord.testing.Evidences;
import dev.coord.testing.Places;
import dev.coord.testing.Plans;
import dev.coord.testing.Workstreams;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorktreeFindingsTest {

  private static List<Finding> of(Evidences seen, Workstreams... workstreams) {
    return Cases.of(Plans.plan().workstreams(workstreams))
        .evidence(seen)
        .assess()
        .findings()
        .stream()
        .filter(finding -> finding.kind() == Finding.Kind.WORKTREE)
        .toList();
  }

  @Test
  void the_branch_of_one_workstream_in_the_worktree_of_another_names_both() {
    List<Finding> findings =
        of(
            evidence().tree("../shop-a", "feature/b", 0, 0).tree("../shop-b", "feature/a", 0, 0),
            workstream("a").line("worktree", 8).worktree("../shop-a"),
            workstream("b"));

    assertThat(findings).hasSize(1);
    assertThat(findings.get(0).text())
        .isEqualTo(
            "branch mismatch: the worktree of a (../shop-a) is on feature/b, the branch of b, and"
                + " not on feature/a");
    assertThat(findings.get(0).remedy())
        .isEqualTo(
            "Commit what was done there, run git switch feature/a in it and go on with b in its own,"
                + " or correct worktree: in the plan.");
    assertThat(findings.get(0).subject()).isEqualTo("a");
    assertThat(findings.get(0).location()).contains(Places.line(8));
  }

  @Test
  void a_branch_of_nobody_in_the_worktree_of_a_workstream_is_a_mismatch_too() {
    assertThat(
            of(evidence().tree("../shop-a", "spike", 0, 0), workstream("a").worktree("../shop-a")))
        .extracting(Finding::text)
        .containsExactly(
            "branch mismatch: the worktree of a (../shop-a) is on spike, and not on feature/a");
  }

  @Test
  void its_own_branch_no_branch_and_any_branch_in_the_main_worktree_are_none() {
    assertThat(of(evidence().tree("../x", "feature/a", 0, 0), workstream("a").worktree("../x")))
        .isEmpty();
    assertThat(of(evidence().tree("../x", "", 0, 0), workstream("a").worktree("../x"))).isEmpty();
    assertThat(of(evidence().tree(".", "main", 0, 0), workstream("a").worktree("."))).isEmpty();
    assertThat(of(evidence().tree("../y", "spike", 0, 0), workstream("a").worktree("../x")))
        .isEmpty();
  }

  @Test
  void a_rebase_of_the_own_branch_is_none_and_one_of_anothers_names_both() {
    Operation own = new Operation(Kind.REBASE, Optional.of("feature/a"), List.of());
    Operation other = new Operation(Kind.REBASE, Optional.of("feature/b"), List.of());

    assertThat(of(evidence().working("../x", own), workstream("a").worktree("../x"))).isEmpty();
    assertThat(
            of(
                evidence().working("../x", other),
                workstream("a").worktree("../x"),
                workstream("b")))
        .extracting(Finding::text, Finding::remedy)
        .containsExactly(
            tuple(
                "branch mismatch: the worktree of a (../x) is at a rebase of feature/b, the branch"
                    + " of b, and not on feature/a",
                "Finish it, or end it with git rebase --abort, run git switch feature/a in it and go"
                    + " on with b in its own, or correct worktree: in the plan."));
  }

  @Test
  void a_bisect_that_began_on_a_branch_of_nobody_is_ended_by_a_reset() {
    Operation bisect = new Operation(Kind.BISECT, Optional.of("spike"), List.of());

    assertThat(of(evidence().working("../x", bisect), workstream("a").worktree("../x")))
        .extracting(Finding::text, Finding::remedy)
        .containsExactly(
            tuple(
                "branch mismatch: the worktree of a (../x) is at a bisect of spike, and not on"
                    + " feature/a",
                "Finish it, or end it with git bisect reset, run git switch feature/a in it, or"
                    + " correct worktree: in the plan."));
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "0, 5"})
  void a_detached_head_at_a_commit_of_the_branch_is_none(int ahead, int behind) {
    assertThat(of(evidence().detached("../x", at(ahead, behind)), workstream("a").worktree("../x")))
        .isEmpty();
    assertThat(of(evidence().detached("../x", at(1, behind)), workstream("a").worktree("../x")))
        .hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 0, 1 commit, git merge --ff-only 4ead000",
    "2, 0, 2 commits, git merge --ff-only 4ead000",
    "3, 4, 3 commits, git merge 4ead000"
  })
  void a_detached_head_with_commits_that_the_branch_does_not_have_is_a_mismatch(
      int ahead, int behind, String commits, String merge) {
    assertThat(of(evidence().detached("../x", at(ahead, behind)), workstream("a").worktree("../x")))
        .extracting(Finding::text, Finding::remedy)
        .containsExactly(
            tuple(
                "branch mismatch: the worktree of a (../x) is on no branch, at 4ead000, with "
                    + commits
                    + " that feature/a does not have",
                "Run git switch feature/a in it, and "
                    + merge
                    + " if that belongs to it; or correct worktree: in the plan."));
  }

  @Test
  void a_detached_head_whose_branch_is_not_there_is_told_until_the_workstream_is_merged() {
    Position nowhere = new Position("feature/a", Observation.known(Optional.empty()));

    assertThat(of(evidence().detached("../x", nowhere), workstream("a").worktree("../x")))
        .extracting(Finding::text, Finding::remedy)
        .containsExactly(
            tuple(
                "branch mismatch: the worktree of a (../x) is on no branch, at 4ead000, and there is"
                    + " no feature/a",
                "Run git switch -c feature/a in it, or correct branch: or worktree: in the plan."));
    assertThat(
            of(
                evidence().merged("feature/a", Deltas.live().build()).detached("../x", nowhere),
                workstream("a").worktree("../x")))
        .isEmpty();
  }

  @Test
  void a_distance_that_cannot_be_told_and_the_main_worktree_are_no_mismatch() {
    Position unknown = new Position("feature/a", Observation.unknown("shallow", "Fetch."));

    assertThat(of(evidence().detached("../x", unknown), workstream("a").worktree("../x")))
        .isEmpty();
    assertThat(of(evidence().detached(".", at(3, 3)), workstream("a").worktree("."))).isEmpty();
    assertThat(of(evidence().detached("../x", at(3, 3)), workstream("a").worktree("../x")))
        .hasSize(1);
  }

  private static Position at(int ahead, int behind) {
    return new Position("feature/a", Observation.known(Optional.of(new Distance(ahead, behind))));
  }

  @Test
  void a_worktree_far_away_is_named_without_its_path() {
    assertThat(
            of(evidence().tree("/home/ana/x", "spike", 0, 0), workstream("a").worktree("../../x")))
        .extracting(Finding::text)
        .containsExactly(
            "branch mismatch: the worktree of a (…/x) is on spike, and not on feature/a");
  }

  @ParameterizedTest
  @CsvSource({
    "1, 0, 1 changed file",
    "3, 0, 3 changed files",
    "0, 1, 1 untracked file",
    "2, 4, 2 changed and 4 untracked files"
  })
  void uncommitted_work_of_a_merged_workstream_is_told(int changed, int untracked, String files) {
    Evidences seen =
        evidence()
            .merged("feature/a", Deltas.live().build())
            .tree("../shop-a", "feature/a", changed, untracked);

    assertThat(of(seen, workstream("a").line("status", 4).status("doing")))
        .extracting(Finding::text, f -> f.location().orElseThrow())
        .containsExactly(
            tuple(
                "a is merged, and its worktree (../shop-a) has " + files + " that no commit has",
                Places.line(4)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"done", "PR ready"})
  void uncommitted_work_of_a_workstream_that_says_it_is_through_is_told(String status) {
    Evidences seen =
        evidence().active("feature/a", Deltas.live().build()).tree("../shop-a", "feature/a", 1, 0);

    assertThat(of(seen, workstream("a").status(status)))
        .extracting(Finding::text)
        .containsExactly(
            "a is said to be "
                + status
                + ", and its worktree (../shop-a) has 1 changed file that no commit has");
  }

  @Test
  void uncommitted_work_of_one_that_is_at_work_is_as_it_should_be() {
    Evidences seen =
        evidence().active("feature/a", Deltas.live().build()).tree("../shop-a", "feature/a", 9, 9);

    assertThat(of(seen, workstream("a").status("doing"))).isEmpty();
  }

  @Test
  void untracked_files_where_the_build_runs_may_be_its_own() {
    Evidences merged = evidence().merged("feature/a", Deltas.live().build());

    assertThat(of(merged.tree(".", "feature/a", true, 0, 7), workstream("a"))).isEmpty();
    assertThat(of(merged.tree("../x", "feature/a", true, 1, 7), workstream("a")))
        .extracting(Finding::text)
        .containsExactly(
            "a is merged, and its worktree (../x) has 1 changed file that no commit has");
  }
}
