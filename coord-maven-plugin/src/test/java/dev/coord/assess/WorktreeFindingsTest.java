package dev.coord.assess;

import static dev.coord.testing.Evidences.evidence;
import static dev.coord.testing.Workstreams.workstream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.coord.testing.Cases;
import dev.coord.testing.Deltas;
import dev.coord.testing.Evidences;
import dev.coord.testing.Places;
import dev.coord.testing.Plans;
import dev.coord.testing.Workstreams;
import java.util.List;
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
