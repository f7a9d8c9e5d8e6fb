package dev.coord.evidence.git;

import static dev.coord.evidence.MergeState.Kind.MERGED;
import static dev.coord.evidence.MergeState.Kind.UNMERGED;
import static dev.coord.evidence.Proof.Strength.ATTESTED;
import static dev.coord.evidence.Proof.Strength.OBSERVED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.evidence.BranchEvidence;
import dev.coord.evidence.Commit;
import dev.coord.evidence.FileChange;
import dev.coord.evidence.GitQuestions.Merging;
import dev.coord.evidence.MergeState;
import dev.coord.evidence.MergeState.Landing;
import dev.coord.evidence.Observation.Unknown;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people write for merges is understood, and other words are no branches. */
class MergeWordsTest extends MergedBranches {

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
  void a_merge_from_before_the_project_started_was_of_another_branch_of_that_name() {
    work("feature/x", "a", "main");
    String direct = merge("feature/x", "Merge branch 'feature/x'");
    repository.startBranch("integration");
    work("feature/y", "b", "integration");
    merge("feature/y", "Merge branch 'feature/y' into integration");
    repository.checkout("main");
    String inner = merge("integration", "Everything of the first wave");
    repository.commit("readme", "2\n");
    delete("feature/x");
    delete("feature/y");

    for (String branch : List.of("feature/x", "feature/y")) {
      String merge = branch.equals("feature/x") ? direct : inner;
      long time = Long.parseLong(repository.git("log", "-1", "--format=%ct", merge));
      assertThat(evidence(branch, started(time)).merge().optional().map(MergeState::kind))
          .as(branch)
          .contains(MERGED);
      assertThat(evidence(branch, started(time + 1)).merge().optional()).as(branch).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void for_others_a_branch_was_merged_when_its_first_commits_came_with_another(boolean deleted) {
    work("feature/a", "a1");
    repository.startBranch("integration");
    merge("feature/a", "Take over what there is");
    repository.checkout("main");
    String first = merge("integration", "Everything of the first wave");
    work("feature/b", "b");
    merge("feature/b", "Merge branch 'feature/b'");
    repository.checkout("feature/a").commit("a2", "1\n");
    repository.checkout("main");
    String last = merge("feature/a", "Merge branch 'feature/a'");
    delete("integration");
    if (deleted) {
      delete("feature/a");
    }

    Landing landing =
        evidence("feature/a", ordered()).merge().optional().orElseThrow().landing().orElseThrow();

    assertThat(landing.commit()).isEqualTo(last);
    assertThat(landing.newer()).isZero();
    assertThat(repository.git("rev-list", "--first-parent", "main").lines().toList().get(2))
        .isEqualTo(first);
    assertThat(landing.first()).isEqualTo(2);
  }

  private static Merging ordered() {
    return new Merging(Optional.empty(), Set.of(), true);
  }

  private static Merging started(long time) {
    return new Merging(
        Optional.empty(), Set.of(), false, Set.of(), Optional.of(Instant.ofEpochSecond(time)));
  }
}
