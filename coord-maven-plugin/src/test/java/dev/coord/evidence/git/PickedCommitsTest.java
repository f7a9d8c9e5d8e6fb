package dev.coord.evidence.git;

import static dev.coord.evidence.MergeState.Kind.MERGED;
import static dev.coord.evidence.MergeState.Kind.UNMERGED;
import static dev.coord.evidence.Proof.Strength.OBSERVED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.evidence.Commit;
import dev.coord.evidence.GitQuestions.Merging;
import dev.coord.evidence.MergeState;
import dev.coord.evidence.MergeState.Landing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A branch of which each commit came by a rebase or a cherry-pick is merged. */
class PickedCommitsTest extends MergedBranches {

  @Test
  void a_rebased_branch_is_merged_where_the_target_changed_other_lines_of_its_files() {
    repository.startBranch("work").commit("readme", LINES.replace("1\n2\n", "one\n2\n"));
    repository.commit("readme", LINES.replace("1\n2\n", "one\n2\n").replace("16\n", "last\n"));
    repository.checkout("main").commit("readme", LINES.replace("8\n", "eight\n"));
    repository.git("cherry-pick", "work~1");
    repository.commit("other", "1\n");
    repository.git("cherry-pick", "work");
    String last = id("main");
    repository.commit("readme", "all new\n");

    MergeState state = state(evidence("work", Merging.NONE), MERGED, OBSERVED);

    assertThat(state.how()).isEqualTo("all its 2 commits are there by rebase or cherry-pick");
    assertThat(state.merge().map(Commit::id)).contains(last);
    assertThat(state.landing().map(Landing::newer)).contains(1);
    assertThat(repository.git("cherry", "main", "work")).doesNotContain("+");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void a_branch_that_was_rebased_commit_by_commit_says_so(boolean sameFile) {
    repository.startBranch("work").commit("a", "1\n");
    repository.commit(sameFile ? "a" : "b", "1\n2\n");
    repository.checkout("main").commit("readme", "2\n");
    repository.git("cherry-pick", "work~1", "work");
    String last = id("main");
    repository.commit("readme", "3\n");

    MergeState state = state(evidence("work", Merging.NONE), MERGED, OBSERVED);

    assertThat(state.how()).isEqualTo("all its 2 commits are there by rebase or cherry-pick");
    assertThat(state.merge().map(Commit::id)).contains(last);
    assertThat(repository.delta("work").changes()).hasSize(sameFile ? 1 : 2);
  }

  @Test
  void picks_in_any_order_are_the_whole_branch() {
    String[] commits = new String[3];
    repository.startBranch("work");
    for (int i = 0; i < 3; i++) {
      commits[i] = repository.commit("f" + i, "1\n");
    }
    repository.checkout("main");
    repository.commit("readme", "2\n");
    repository.git("cherry-pick", commits[2]);
    repository.commit("f2", "2\n");
    repository.git("cherry-pick", commits[0], commits[1]);

    MergeState state = state(evidence("work", Merging.NONE), MERGED, OBSERVED);

    assertThat(state.how()).isEqualTo("all its 3 commits are there by rebase or cherry-pick");
    assertThat(state.merge().map(Commit::id)).contains(id("main"));
  }

  @Test
  void what_was_picked_in_part_is_unmerged_and_says_how_much() {
    repository.startBranch("work");
    for (int i = 1; i <= 5; i++) {
      repository.commit("f" + i, "1\n");
    }
    repository.checkout("main").git("cherry-pick", "work~4", "work~3", "work~1");

    assertThat(state(evidence("work", Merging.NONE), UNMERGED, OBSERVED).how())
        .isEqualTo("3 of 5 commits are there by cherry-pick");
  }

  @Test
  void one_commit_of_the_target_is_one_pick_only() {
    repository.startBranch("work").commit("f", "1\n");
    repository.git("revert", "--no-edit", "HEAD");
    repository.commit("f", "1\n");
    repository.commit("g", "1\n");
    repository.checkout("main").git("cherry-pick", "work~3");
    repository.commit("f", "2\n");
    repository.git("cherry-pick", "work");

    assertThat(state(evidence("work", Merging.NONE), UNMERGED, OBSERVED).how())
        .isEqualTo("2 of 4 commits are there by cherry-pick");
  }

  @Test
  void merges_and_empty_commits_of_a_branch_are_no_picks() {
    repository.startBranch("work").commit("f", "1\n");
    repository.commit("nothing");
    repository.checkout("main").commit("readme", "2\n");
    repository.checkout("work").merge("main");
    repository.commit("g", "1\n");
    repository.checkout("main").git("cherry-pick", "work~3");
    repository.commit("f", "2\n");
    repository.git("cherry-pick", "work");

    assertThat(state(evidence("work", Merging.NONE), MERGED, OBSERVED).how())
        .isEqualTo("all its 2 commits are there by rebase or cherry-pick");
  }

  @Test
  void a_commit_before_the_branch_began_is_no_pick() {
    repository.commit("f", "1\n");
    repository.commit("f", "2\n");
    repository.git("rm", "-q", "f");
    repository.commit("Take f out");
    repository.startBranch("work").commit("f", "1\n");
    repository.checkout("main").commit("readme", "2\n");

    state(evidence("work", Merging.NONE), UNMERGED, OBSERVED);
  }
}
