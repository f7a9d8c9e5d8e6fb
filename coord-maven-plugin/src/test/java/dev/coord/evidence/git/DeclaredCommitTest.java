package dev.coord.evidence.git;

import static dev.coord.evidence.MergeState.Kind.MERGED;
import static dev.coord.evidence.MergeState.Kind.ON_LINE;
import static dev.coord.evidence.MergeState.Kind.UNMERGED;
import static dev.coord.evidence.Proof.Strength.ATTESTED;
import static dev.coord.evidence.Proof.Strength.OBSERVED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.evidence.BranchDelta.Basis;
import dev.coord.evidence.BranchEvidence;
import dev.coord.evidence.Commit;
import dev.coord.evidence.FileChange;
import dev.coord.evidence.GitQuestions.Merging;
import dev.coord.evidence.MergeState;
import dev.coord.evidence.MergedAs;
import dev.coord.evidence.Observation.Unknown;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a plan says that a branch was merged as is held against that commit. */
class DeclaredCommitTest extends MergedBranches {

  @Test
  void a_declared_commit_of_a_deleted_branch_is_verified_and_brings_what_it_changed() {
    work("feature/x", "a");
    String merge = merge("feature/x", "All of wave 1");
    repository.commit("readme", "2\n");
    delete("feature/x");

    BranchEvidence seen = evidence("feature/x", as(merge.substring(0, 7)));

    MergeState state = state(seen, MERGED, ATTESTED);
    assertThat(state.how())
        .isEqualTo(
            "the plan says that it was merged as " + merge.substring(0, 7) + ", which is there");
    assertThat(state.merge().map(Commit::id)).contains(merge);
    assertThat(seen.delta().optional().orElseThrow().basis()).isEqualTo(Basis.MERGE);
    assertThat(seen.delta().optional().orElseThrow().changes())
        .extracting(FileChange::path)
        .containsExactly("a");
    assertThat(seen.mergedAs())
        .contains(new MergedAs(merge.substring(0, 7), true, "that commit is in main"));
  }

  @Test
  void a_declared_squash_brings_its_own_change() {
    String squash = repository.commit("a", "1\n");
    repository.commit("readme", "2\n");

    BranchEvidence seen = evidence("feature/x", as(squash));

    state(seen, MERGED, ATTESTED);
    assertThat(seen.delta().optional().orElseThrow().changes())
        .extracting(FileChange::path)
        .containsExactly("a");
  }

  @Test
  void a_declared_commit_counts_for_a_branch_that_was_squashed_with_changes() {
    work("feature/x", "a");
    String squash = repository.commit("a", "1\nand more\n");

    MergeState state = state(evidence("feature/x", as(squash)), MERGED, ATTESTED);

    assertThat(state.how()).endsWith("; 1 commit of the branch is not there itself");
    assertThat(state.merge().map(Commit::id)).contains(squash);
  }

  @Test
  void a_declared_commit_tells_a_fast_forward_of_one_that_never_began() {
    repository.startBranch("work");
    String tip = repository.commit("a", "1\n");
    repository.checkout("main").git("merge", "-q", "--ff-only", "work");
    repository.commit("readme", "2\n");
    repository.forgetReflogs();
    state(evidence("work", Merging.NONE), ON_LINE, OBSERVED);

    state(evidence("work", as(tip)), MERGED, ATTESTED);
  }

  @Test
  void a_declared_commit_that_is_not_in_the_target_is_told_and_not_believed() {
    String tip = work("feature/x", "a");

    BranchEvidence seen = evidence("feature/x", as(tip));

    state(seen, UNMERGED, OBSERVED);
    assertThat(seen.mergedAs()).contains(new MergedAs(tip, false, "that commit is not in main"));
  }

  @Test
  void a_declared_commit_of_a_deleted_branch_that_is_not_in_the_target_is_told() {
    String tip = work("feature/y", "a");

    BranchEvidence seen = evidence("feature/x", as(tip));

    assertThat(seen.merge()).isInstanceOf(Unknown.class);
    assertThat(seen.mergedAs().map(MergedAs::words)).contains("that commit is not in main");
  }

  @Test
  void a_declared_commit_that_does_not_exist_is_told() {
    work("feature/x", "a");

    BranchEvidence seen = evidence("feature/x", as("0123456789abcdef"));

    state(seen, UNMERGED, OBSERVED);
    assertThat(seen.mergedAs().map(MergedAs::words))
        .contains("there is no such commit in the repository");
  }

  @Test
  void a_declared_id_that_a_branch_is_called_by_is_no_id() {
    repository.startBranch("abcdef0").commit("a", "1\n");
    repository.checkout("main").merge("abcdef0");

    assertThat(evidence("feature/x", as("abcdef0")).mergedAs().map(MergedAs::holds))
        .contains(false);
  }

  @Test
  void a_declared_commit_that_was_there_before_the_branch_began_is_contradicted() {
    String before = id("main");
    work("feature/x", "a");

    BranchEvidence seen = evidence("feature/x", as(before));

    state(seen, UNMERGED, OBSERVED);
    assertThat(seen.mergedAs().map(MergedAs::words))
        .contains("that commit was there before the branch began");
  }

  @Test
  void a_declared_commit_of_something_else_is_contradicted() {
    work("feature/x", "a");
    String other = repository.commit("b", "1\n");

    BranchEvidence seen = evidence("feature/x", as(other));

    state(seen, UNMERGED, OBSERVED);
    assertThat(seen.mergedAs().map(MergedAs::words))
        .contains("that commit changes no path that the branch changes");
  }

  @Test
  void a_declared_merge_does_not_hide_what_came_after_it() {
    work("feature/x", "a");
    String merge = merge("feature/x", "Merge feature/x");
    repository.checkout("feature/x").commit("a", "2\n");

    BranchEvidence seen = evidence("feature/x", as(merge));

    state(seen, UNMERGED, OBSERVED);
    assertThat(seen.mergedAs().map(MergedAs::words))
        .contains("that commit merged an earlier state of the branch, and 1 commit is not merged");
  }

  @Test
  void a_declared_commit_that_changes_nothing_of_what_the_workstream_owns_is_contradicted() {
    String typo = repository.commit("readme", "typo\n");
    String own = repository.write("readme", "2\n").commit("x/a", "1\n");

    BranchEvidence seen = evidence("feature/x", owning("/x/**", typo, Map.of()));

    assertThat(seen.merge()).isInstanceOf(Unknown.class);
    assertThat(seen.mergedAs())
        .contains(
            new MergedAs(typo, false, "that commit changes no path that the workstream owns"));
    state(evidence("feature/x", owning("/x/**", own, Map.of())), MERGED, ATTESTED);
  }

  @Test
  void a_declared_merge_that_names_the_gone_branch_holds_whatever_it_changes() {
    work("feature/x", "elsewhere");
    repository.commit("readme", "2\n");
    String merge = merge("feature/x", "Merge branch 'feature/x'");
    delete("feature/x");

    assertThat(holds("feature/x", owning("/x/**", merge, Map.of("y", merge)))).contains(true);
  }

  @Test
  void a_declared_commit_from_before_the_project_started_is_contradicted() {
    String before = repository.commit("a", "1\n");
    String after = repository.commit("a", "2\n");
    long started = Long.parseLong(repository.git("show", "-s", "--format=%ct", after));

    BranchEvidence seen = evidence("feature/x", as(before, started));

    assertThat(seen.merge()).isInstanceOf(Unknown.class);
    assertThat(seen.mergedAs())
        .contains(new MergedAs(before, false, "that commit was there before the project started"));
    assertThat(evidence("feature/x", as(after, started)).mergedAs().map(MergedAs::holds))
        .contains(true);
  }

  private static Merging as(String commit, long started) {
    return new Merging(
        Optional.of(commit),
        Set.of(),
        false,
        Set.of(),
        Optional.of(Instant.ofEpochSecond(started)));
  }
}
