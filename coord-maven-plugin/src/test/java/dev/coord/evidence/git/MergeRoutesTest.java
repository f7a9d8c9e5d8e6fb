package dev.coord.evidence.git;

import static dev.coord.evidence.MergeState.Kind.MERGED;
import static dev.coord.evidence.MergeState.Kind.NOT_STARTED;
import static dev.coord.evidence.MergeState.Kind.ON_LINE;
import static dev.coord.evidence.MergeState.Kind.UNMERGED;
import static dev.coord.evidence.Proof.Strength.ATTESTED;
import static dev.coord.evidence.Proof.Strength.OBSERVED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.evidence.BranchDelta.Basis;
import dev.coord.evidence.BranchEvidence;
import dev.coord.evidence.Commit;
import dev.coord.evidence.FileChange;
import dev.coord.evidence.GitQuestions.BranchQuestion;
import dev.coord.evidence.GitQuestions.Merging;
import dev.coord.evidence.MergeState;
import dev.coord.evidence.MergeState.Landing;
import dev.coord.evidence.MergedAs;
import dev.coord.evidence.Observation;
import dev.coord.evidence.Observation.Unknown;
import dev.coord.evidence.Proof.Strength;
import dev.coord.path.PathPatterns;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The routes that people take beside git's own subjects: their words, declarations, picks. */
class MergeRoutesTest {

  private static final String LINES = "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n13\n14\n15\n16\n";

  @TempDir Path directory;

  private TestRepository repository;

  @BeforeEach
  void make() {
    repository = TestRepository.init(directory);
    repository.commit("readme", LINES);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Merge feature/x",
        "Merge feature/x: Complete it",
        "Merge feature/x into main",
        "Merge feature/x into main: Complete it",
        "Merge feature/x and go home"
      })
  void a_deleted_branch_is_found_by_the_word_after_merge(String subject) {
    String tip = work("feature/x", "a");
    String merge = merge("feature/x", subject);
    delete("feature/x");

    BranchEvidence seen = evidence("feature/x", Merging.NONE);

    MergeState state = state(seen, MERGED, ATTESTED);
    assertThat(state.merge().map(Commit::id)).contains(merge);
    assertThat(state.how()).isEqualTo("a merge commit names it");
    assertThat(seen.tip().map(Commit::id)).contains(tip);
    assertThat(seen.delta().optional().orElseThrow().changes())
        .extracting(FileChange::path)
        .containsExactly("a");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "feature/x | Merge feature/xy: Complete it",
        "feature/x | Merge my feature/x",
        "feature/x | Merge origin/feature/x",
        "feature/x | Merge 'feature/x'",
        "feature/x | merge feature/x",
        "feature/x | Merged feature/x",
        "feature/x | Merge feature/x into feature/x",
        "branch    | Merge branch that was there",
        "branches  | Merge branches of some kind",
        "docs      | Merge docs of the API into the handbook",
        "docs      | Merge docs into the handbook",
        "release   | Merge release notes",
        "x         | Merge x and y",
        "x         | Merge x into main for good",
        "tag       | Merge tag v1",
        "pull      | Merge pull request #1",
        "commit    | Merge commit 1234567",
      })
  void a_word_elsewhere_or_of_gits_own_is_no_branch(String branch, String subject) {
    work("other", "a");
    merge("other", subject);

    assertThat(evidence(branch, Merging.NONE).merge()).isInstanceOf(Unknown.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Merge docs",
        "Merge docs: The API",
        "Merge docs into main",
        "Merge docs into 'main'",
        "Merge docs into main: The API",
        "Merge docs (#12)",
        "Merge docs into main (#12)"
      })
  void a_name_without_a_slash_counts_where_nothing_else_is_said(String subject) {
    work("docs", "a");
    String merge = merge("docs", subject);
    delete("docs");

    assertThat(state(evidence("docs", Merging.NONE), MERGED, ATTESTED).merge().map(Commit::id))
        .contains(merge);
  }

  @Test
  void a_word_in_a_subject_that_is_no_merge_is_no_branch() {
    repository.commit("Merge feature/x: Complete it");

    assertThat(evidence("feature/x", Merging.NONE).merge()).isInstanceOf(Unknown.class);
  }

  @Test
  void a_word_says_nothing_of_a_merge_of_several() {
    work("x", "a");
    work("y", "b");
    repository.commit("readme", "2\n");
    repository.git("merge", "-q", "-m", "Merge x", "x", "y");
    delete("x");

    assertThat(evidence("x", Merging.NONE).merge()).isInstanceOf(Unknown.class);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void an_octopus_on_a_target_with_nothing_new_has_the_branches_alone_as_parents(boolean deleted) {
    String one = work("feature/octo1", "a");
    String two = work("feature/octo2", "b");
    String subject = "Merge branches 'feature/octo1' and 'feature/octo2'";
    repository.git("merge", "-q", "-m", subject, "feature/octo1", "feature/octo2");
    String merge = id("HEAD");
    assertThat(repository.git("show", "-s", "--format=%P")).isEqualTo(one + " " + two);
    if (deleted) {
      delete("feature/octo1");
      delete("feature/octo2");
    }

    BranchEvidence first = evidence("feature/octo1", Merging.NONE);
    BranchEvidence second = evidence("feature/octo2", Merging.NONE);

    state(first, MERGED, ATTESTED);
    state(second, MERGED, deleted ? ATTESTED : OBSERVED);
    for (BranchEvidence seen : List.of(first, second)) {
      assertThat(seen.merge().optional().flatMap(MergeState::merge).map(Commit::id))
          .contains(merge);
    }
    assertThat(first.tip().map(Commit::id)).contains(one);
    assertThat(second.tip().map(Commit::id)).contains(two);
    assertThat(first.delta().optional().orElseThrow().changes())
        .extracting(FileChange::path)
        .containsExactly("a");
    assertThat(second.delta().optional().orElseThrow().changes())
        .extracting(FileChange::path)
        .containsExactly("b");
  }

  @Test
  void a_branch_whose_tip_a_named_merge_brought_is_merged_and_its_later_commits_are_not() {
    work("feature/x", "a");
    merge("feature/x", "Merge feature/x: Complete it");
    state(evidence("feature/x", Merging.NONE), MERGED, OBSERVED);

    repository.checkout("feature/x").commit("b", "1\n");

    state(evidence("feature/x", Merging.NONE), UNMERGED, OBSERVED);
  }

  @Test
  void a_merge_is_found_by_the_message_that_was_declared_for_it() {
    work("feature/x", "a");
    String merge = merge("feature/x", "Wave 1: the catalogue\n\nAll of it.");
    delete("feature/x");
    Merging declared = new Merging(Optional.empty(), Set.of("Wave 1: the catalogue"), false);

    MergeState state = state(evidence("feature/x", declared), MERGED, ATTESTED);

    assertThat(state.merge().map(Commit::id)).contains(merge);
    assertThat(state.how()).isEqualTo("a merge commit has the message that the plan declares");
    assertThat(evidence("feature/x", Merging.NONE).merge()).isInstanceOf(Unknown.class);
  }

  @Test
  void a_declared_message_on_a_commit_that_is_no_merge_shows_nothing() {
    repository.commit("Wave 1: the catalogue");
    Merging declared = new Merging(Optional.empty(), Set.of("Wave 1: the catalogue"), false);

    assertThat(evidence("feature/x", declared).merge()).isInstanceOf(Unknown.class);
  }

  @Test
  void a_deleted_branch_is_found_in_the_merge_of_another_branch() {
    repository.startBranch("integration");
    String tip = work("feature/x", "a", "integration");
    merge("feature/x", "Merge branch 'feature/x' into integration");
    repository.checkout("main");
    String merge = merge("integration", "Everything of the first wave");
    repository.commit("readme", "2\n");
    delete("feature/x");
    delete("integration");

    BranchEvidence seen = evidence("feature/x", Merging.NONE);

    MergeState state = state(seen, MERGED, ATTESTED);
    assertThat(state.how()).isEqualTo("a merge commit names it, which came with another merge");
    assertThat(seen.tip().map(Commit::id)).contains(tip);
    assertThat(seen.delta().optional().orElseThrow().changes())
        .extracting(FileChange::path)
        .containsExactly("a");
    assertThat(state.landing().map(Landing::commit)).contains(merge);
    assertThat(state.landing().map(Landing::newer)).contains(1);
  }

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

  private static Merging owning(String owns, String commit, Map<String, String> otherClaims) {
    return new Merging(
        Optional.of(commit),
        Set.of(),
        false,
        Set.of("feature/search"),
        Optional.empty(),
        PathPatterns.of(owns),
        new TreeMap<>(otherClaims));
  }

  private Optional<Boolean> holds(String branch, Merging merging) {
    return evidence(branch, merging).mergedAs().map(MergedAs::holds);
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

  @Test
  void the_order_of_merges_is_that_of_the_line_whatever_the_clocks_say() {
    work("x", "a");
    work("y", "b");
    merge("x", "Merge x");
    repository.git("-c", "user.name=Late", "merge", "-q", "--no-ff", "-m", "Merge y", "y");
    repository.git("commit", "-q", "--amend", "--no-edit", "--date=2001-01-01T00:00:00Z");

    Landing x = landing("x", Merging.NONE);
    Landing y = landing("y", Merging.NONE);

    assertThat(x.newer()).isEqualTo(1);
    assertThat(y.newer()).isZero();
    assertThat(x.isBefore(y)).isTrue();
    assertThat(y.isBefore(x)).isFalse();
  }

  @Test
  void what_was_merged_again_is_known_by_its_first_merge_where_order_matters() {
    Merging ordered = new Merging(Optional.empty(), Set.of(), true);
    work("x", "a");
    merge("x", "Merge x: first");
    work("y", "b");
    merge("y", "Merge y");
    repository.checkout("x").commit("a2", "1\n");
    repository.checkout("main");
    merge("x", "Merge x: again");

    Landing x = landing("x", ordered);

    assertThat(x.newer()).isZero();
    assertThat(x.first()).isEqualTo(2);
    assertThat(landing("y", ordered).isBefore(x)).isFalse();
    assertThat(landing("y", ordered).isBefore(landing("x", Merging.NONE))).isTrue();
  }

  @Test
  void a_first_merge_that_names_nothing_is_known_by_what_it_merged() {
    Merging ordered = new Merging(Optional.empty(), Set.of(), true);
    work("x", "a");
    String first = merge("x", "Integrate the store");
    work("y", "b");
    merge("y", "Merge y");
    repository.checkout("x").commit("a2", "1\n");
    repository.checkout("main");
    merge("x", "Merge x: again");
    String newer = repository.git("rev-list", "--count", "--first-parent", first + "..main");

    assertThat(landing("x", ordered).first()).isEqualTo(Integer.parseInt(newer));
    assertThat(landing("y", ordered).isBefore(landing("x", ordered))).isFalse();
    repository.git("branch", "-q", "-D", "x");
    assertThat(landing("x", ordered).first()).isEqualTo(Integer.parseInt(newer));
  }

  @Test
  void a_squash_has_its_place_on_the_line() {
    work("x", "a");
    repository.git("merge", "-q", "--squash", "x");
    String squash = repository.commit("All of x");
    repository.commit("readme", "2\n");

    assertThat(landing("x", Merging.NONE).commit()).isEqualTo(squash);
    assertThat(landing("x", Merging.NONE).newer()).isEqualTo(1);
  }

  private String work(String branch, String path) {
    return work(branch, path, "main");
  }

  /** A branch with one commit; back on the other branch afterwards. */
  private String work(String branch, String path, String back) {
    String tip = repository.startBranch(branch).commit(path, "1\n");
    repository.checkout(back);
    return tip;
  }

  private String merge(String branch, String message) {
    repository.git("merge", "-q", "--no-ff", "-m", message, branch);
    return id("HEAD");
  }

  private void delete(String branch) {
    repository.git("branch", "-D", branch);
  }

  private static Merging as(String commit) {
    return new Merging(Optional.of(commit), Set.of(), false);
  }

  private BranchEvidence evidence(String branch, Merging merging) {
    return repository.evidence(
        new BranchQuestion(branch, Optional.empty(), "main", Set.of(), false, merging));
  }

  private Landing landing(String branch, Merging merging) {
    return evidence(branch, merging).merge().optional().flatMap(MergeState::landing).orElseThrow();
  }

  private static MergeState state(BranchEvidence seen, MergeState.Kind kind, Strength strength) {
    MergeState state = seen.merge().optional().orElseThrow();
    assertThat(state.kind()).as(state.how()).isEqualTo(kind);
    assertThat(state.strength()).isEqualTo(strength);
    return state;
  }

  private String id(String committish) {
    return repository.git("rev-parse", committish);
  }
}
