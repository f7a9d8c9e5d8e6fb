package dev.coord.evidence.git;

import static dev.coord.evidence.MergeState.Kind.MERGED;
import static dev.coord.evidence.MergeState.Kind.UNMERGED;
import static dev.coord.evidence.Proof.Strength.ATTESTED;
import static dev.coord.evidence.Proof.Strength.OBSERVED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.evidence.BranchLine;
import dev.coord.evidence.Commit;
import dev.coord.evidence.GitQuestions.Merging;
import dev.coord.evidence.MergeState;
import dev.coord.evidence.Observation;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The pull request of a fork, from a branch that is called like one of ours, merged none of ours.
 */
class ForkMergesTest extends MergedBranches {

  private static final String FORK = "Merge pull request #5 from mallory/feature/x";
  private static final String OURS = "Merge pull request #5 from acme/feature/x";

  private void cloned(String address) {
    repository.git("remote", "add", "origin", address);
  }

  private void mergedAndGone(String subject) {
    work("feature/x", "a");
    merge("feature/x", subject);
    delete("feature/x");
  }

  @Test
  void a_branch_that_is_gone_was_not_merged_by_that_of_another_owner() {
    cloned("https://github.com/acme/shop.git");
    mergedAndGone(FORK);

    assertThat(evidence("feature/x", Merging.NONE).merge().isKnown()).isFalse();
  }

  @Test
  void it_was_by_that_of_our_own_repository_whatever_the_case_of_its_owner() {
    cloned("git@github.com:Acme/shop.git");
    mergedAndGone(OURS);

    assertThat(state(evidence("feature/x", Merging.NONE), MERGED, ATTESTED).how())
        .isEqualTo("a merge commit names it");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/srv/git/shop.git", "https://gitlab.com/acme/shop.git"})
  void where_nobody_knows_whose_the_repository_is_any_owner_may_be_ours(String address) {
    cloned(address);
    mergedAndGone(FORK);

    state(evidence("feature/x", Merging.NONE), MERGED, ATTESTED);
  }

  @Test
  void a_branch_that_goes_on_is_not_merged_by_a_forks_of_its_name() {
    cloned("https://github.com/acme/shop.git");
    repository.startBranch("stranger").commit("b", "1\n");
    repository.checkout("main");
    merge("stranger", FORK);
    delete("stranger");
    work("feature/x", "a");

    state(evidence("feature/x", Merging.NONE), UNMERGED, OBSERVED);
  }

  @Test
  void what_the_commits_show_counts_whoever_the_subject_names() {
    cloned("https://github.com/acme/shop.git");
    work("feature/x", "a");
    String merge = merge("feature/x", FORK);

    MergeState state = state(evidence("feature/x", Merging.NONE), MERGED, OBSERVED);

    assertThat(state.merge().map(Commit::id)).contains(merge);
  }

  @Test
  void what_a_forks_branch_of_our_branchs_name_brought_is_no_commit_made_on_ours() {
    cloned("https://github.com/acme/shop.git");
    String own = id("HEAD");
    String theirs = repository.startBranch("stranger").commit("b", "1\n");
    repository.checkout("main");
    String merge = merge("stranger", "Merge pull request #5 from mallory/main");

    BranchLine line = line("main").optional().orElseThrow();

    assertThat(line.places())
        .extracting(place -> place.commit().id())
        .contains(own, merge)
        .doesNotContain(theirs);
  }

  private Observation<BranchLine> line(String branch) {
    return repository.line(branch, Optional.empty());
  }
}
