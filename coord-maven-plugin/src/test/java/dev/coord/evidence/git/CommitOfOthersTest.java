package dev.coord.evidence.git;

import static dev.coord.evidence.MergeState.Kind.MERGED;
import static dev.coord.evidence.MergeState.Kind.NOT_STARTED;
import static dev.coord.evidence.MergeState.Kind.UNMERGED;
import static dev.coord.evidence.Proof.Strength.ATTESTED;
import static dev.coord.evidence.Proof.Strength.OBSERVED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.evidence.BranchEvidence;
import dev.coord.evidence.GitQuestions.BranchQuestion;
import dev.coord.evidence.GitQuestions.Merging;
import dev.coord.evidence.MergeState;
import dev.coord.evidence.MergedAs;
import dev.coord.evidence.Observation;
import dev.coord.evidence.Observation.Unknown;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a plan says that a branch was merged as is not what brought another workstream. */
class CommitOfOthersTest extends MergedBranches {

  @ParameterizedTest
  @CsvSource({"Merge branch 'feature/y', true", "Merge feature/y: all, true", "Wave 2, false"})
  void a_declared_commit_that_merged_another_workstream_is_contradicted(
      String subject, boolean deleted) {
    work("feature/y", "a");
    String merge = merge("feature/y", subject);
    if (deleted) {
      delete("feature/y");
    }
    Merging declared =
        new Merging(Optional.of(merge), Set.of(), false, Set.of("feature/y"), Optional.empty());

    BranchEvidence seen = evidence("feature/x", declared);

    assertThat(seen.merge()).isInstanceOf(Unknown.class);
    assertThat(seen.mergedAs())
        .contains(
            new MergedAs(
                merge, false, "that commit merged 'feature/y', another workstream's branch"));
    work("feature/x", "a2");
    state(evidence("feature/x", declared), UNMERGED, OBSERVED);
  }

  @Test
  void a_declared_commit_that_brought_the_branch_by_way_of_another_holds() {
    work("feature/x", "a");
    repository.startBranch("feature/y").commit("b", "1\n");
    repository.merge("feature/x");
    repository.checkout("main").commit("readme", "2\n");
    String merge = repository.merge("feature/y");
    Merging declared =
        new Merging(Optional.of(merge), Set.of(), false, Set.of("feature/y"), Optional.empty());

    assertThat(evidence("feature/x", declared).mergedAs().map(MergedAs::holds)).contains(true);
  }

  @Test
  void a_branch_that_begins_at_the_merge_of_another_was_not_merged_by_it() {
    work("feature/y", "a");
    String merge = repository.merge("feature/y");
    repository.git("branch", "feature/x");
    repository.commit("readme", "2\n");
    Merging declared =
        new Merging(Optional.of(merge), Set.of(), false, Set.of("feature/y"), Optional.empty());

    BranchEvidence seen = evidence("feature/x", declared);

    state(seen, NOT_STARTED, ATTESTED);
    assertThat(seen.mergedAs().map(MergedAs::holds)).contains(false);
  }

  @Test
  void a_declared_commit_that_merged_both_holds() {
    work("feature/x", "a");
    work("feature/y", "b");
    repository.commit("readme", "2\n");
    repository.git(
        "merge",
        "-q",
        "-m",
        "Merge branches 'feature/x' and 'feature/y'",
        "feature/x",
        "feature/y");
    String merge = id("HEAD");
    delete("feature/x");
    Merging declared =
        new Merging(Optional.of(merge), Set.of(), false, Set.of("feature/y"), Optional.empty());

    assertThat(evidence("feature/x", declared).mergedAs().map(MergedAs::holds)).contains(true);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/stock/**", "/search/**"})
  void a_declared_squash_of_another_workstream_is_contradicted(String owns) {
    String squash = squashed("search/s");

    BranchEvidence seen = beside("feature/search", "feature/x", owning(owns, squash, Map.of()));

    assertThat(seen.merge()).isInstanceOf(Unknown.class);
    assertThat(seen.mergedAs())
        .contains(
            new MergedAs(
                squash,
                false,
                "that commit has the change of 'feature/search', another workstream's branch"));
  }

  @Test
  void a_declared_cherry_pick_of_another_workstream_is_contradicted() {
    repository.startBranch("feature/search").commit("search/s", "1\n");
    repository.commit("search/t", "1\n");
    repository.checkout("main").commit("readme", "2\n");
    repository.git("cherry-pick", "main..feature/search");

    String picked = id("main~1");
    BranchEvidence seen =
        beside("feature/search", "feature/x", owning("/search/**", picked, Map.of()));

    assertThat(seen.mergedAs().map(MergedAs::words))
        .contains("that commit has the change of 'feature/search', another workstream's branch");
  }

  @Test
  void a_declared_squash_that_brought_another_workstream_and_more_holds() {
    repository.startBranch("feature/search").commit("search/s", "1\n");
    repository.checkout("main").write("search/s", "1\n");
    String both = repository.commit("x/a", "1\n");

    BranchEvidence seen = beside("feature/search", "feature/x", owning("/x/**", both, Map.of()));

    state(seen, MERGED, ATTESTED);
    assertThat(seen.mergedAs().map(MergedAs::holds)).contains(true);
  }

  @Test
  void a_declared_commit_that_two_gone_workstreams_name_is_verified_for_neither() {
    String squash = repository.write("y/b", "1\n").commit("x/a", "1\n");
    Map<String, String> others = Map.of("y", squash.substring(0, 7), "z", "0123456");

    BranchEvidence seen = evidence("feature/x", owning("/x/**", squash, others));

    assertThat(seen.merge()).isInstanceOf(Unknown.class);
    assertThat(seen.mergedAs())
        .contains(
            new MergedAs(
                squash,
                false,
                "workstream 'y' is said to have been merged as that commit, too, and nothing"
                    + " tells which was"));
  }

  @Test
  void a_squash_whose_subject_names_two_gone_branches_is_verified_for_both() {
    repository.write("x/a", "1\n").write("y/b", "1\n");
    String squash = repository.commit("Merge branches 'feature/x' and 'feature/y'");

    for (String name : List.of("x", "y")) {
      Map<String, String> others = Map.of(name.equals("x") ? "y" : "x", squash);
      BranchEvidence seen = evidence("feature/" + name, owning("/" + name + "/**", squash, others));

      state(seen, MERGED, ATTESTED);
      assertThat(seen.mergedAs()).contains(new MergedAs(squash, true, "that commit is in main"));
      assertThat(seen.merge().optional().orElseThrow().how())
          .isEqualTo(
              "the plan says that it was merged as "
                  + squash
                  + ", which is there and brought others, too");
      assertThat(seen.delta())
          .as("what of it is whose, nothing tells")
          .isEqualTo(
              Observation.unknown(
                  "what of commit "
                      + squash.substring(0, 7)
                      + ", which brought others, too, 'feature/"
                      + name
                      + "' brought cannot be told",
                  "Merge each branch by itself."));
    }
  }

  @Test
  void a_squash_that_names_two_is_verified_for_none_of_whose_paths_it_changes_nothing() {
    repository.write("x/a", "1\n");
    String squash = repository.commit("Merge branches 'feature/x' and 'feature/y'");

    assertThat(holds("feature/x", owning("/x/**", squash, Map.of("y", squash)))).contains(true);
    assertThat(holds("feature/y", owning("/y/**", squash, Map.of("x", squash)))).contains(false);
    assertThat(holds("feature/z", owning("/x/**", squash, Map.of("x", squash)))).contains(false);
  }

  @Test
  void a_reverted_squash_of_two_is_reverted_for_both() {
    repository.write("x/a", "1\n").write("y/b", "1\n");
    String squash = repository.commit("Merge branches 'feature/x' and 'feature/y'");
    repository.git("revert", "--no-edit", squash);

    BranchEvidence seen = evidence("feature/x", owning("/x/**", squash, Map.of("y", squash)));

    assertThat(seen.merge().optional().orElseThrow().kind()).isEqualTo(MergeState.Kind.REVERTED);
  }

  @Test
  void a_squash_of_its_own_holds_whoever_else_names_it() {
    String squash = squashed("search/s");

    assertThat(holds("feature/search", owning("/x/**", squash, Map.of("y", squash))))
        .contains(true);
  }

  /** The squash of the branch {@code feature/search}, which is there. */
  private String squashed(String path) {
    repository.startBranch("feature/search").commit(path, "1\n");
    repository.checkout("main").git("merge", "-q", "--squash", "feature/search");
    return repository.commit("Search (#4)");
  }

  /** What is seen of a branch where another one is asked about, too, after it. */
  private BranchEvidence beside(String other, String branch, Merging merging) {
    BranchQuestion question =
        new BranchQuestion(branch, Optional.empty(), "main", Set.of(), false, merging);
    return repository
        .observe(TestRepository.branches(question, TestRepository.branch(other)))
        .branches()
        .get(branch);
  }
}
