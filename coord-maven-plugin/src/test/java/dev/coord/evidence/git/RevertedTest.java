package dev.coord.evidence.git;

import static dev.coord.evidence.MergeState.Kind.MERGED;
import static dev.coord.evidence.MergeState.Kind.REVERTED;
import static dev.coord.evidence.MergeState.Kind.UNMERGED;
import static dev.coord.evidence.git.TestRepository.branch;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.evidence.Commit;
import dev.coord.evidence.GitQuestions.BranchQuestion;
import dev.coord.evidence.GitQuestions.Merging;
import dev.coord.evidence.MergeState;
import dev.coord.evidence.Proof.Strength;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was merged and then taken back is told, whatever the way it came in. */
class RevertedTest {

  @TempDir Path directory;

  private TestRepository repository;

  @BeforeEach
  void make() {
    repository = TestRepository.init(directory);
    repository.commit("readme", "1\n");
    repository.startBranch("work").commit("a", "1\n");
    repository.commit("b", "1\n");
    repository.checkout("main").commit("readme", "2\n");
  }

  private MergeState state(MergeState.Kind kind) {
    MergeState state = repository.evidence(branch("work")).merge().optional().orElseThrow();
    assertThat(state.kind()).as(state.how()).isEqualTo(kind);
    return state;
  }

  private String id(String committish) {
    return repository.git("rev-parse", committish);
  }

  private String revert(String commit) {
    boolean merge = repository.git("rev-list", "--parents", "-1", commit).split(" ").length > 2;
    if (merge) {
      repository.git("revert", "--no-edit", "-m", "1", commit);
    } else {
      repository.git("revert", "--no-edit", commit);
    }
    return id("HEAD");
  }

  private String squash() {
    repository.git("merge", "-q", "--squash", "work");
    return repository.commit("Add a and b (#7)");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void a_reverted_merge_is_told_with_its_revert(boolean deleted) {
    String merge = repository.merge("work");
    String revert = revert(merge);
    repository.commit("readme", "3\n");
    if (deleted) {
      repository.git("branch", "-D", "work");
    }

    MergeState state = state(REVERTED);

    assertThat(state.merge().map(Commit::id)).contains(merge);
    assertThat(state.revert().map(Commit::id)).contains(revert);
    assertThat(state.how()).endsWith(", and reverted by " + revert.substring(0, 7));
    assertThat(state.strength()).isEqualTo(Strength.ATTESTED);
    assertThat(state.landing()).isEmpty();
  }

  @Test
  void a_revert_that_was_reverted_takes_nothing_back_until_it_is_done_again() {
    String merge = repository.merge("work");
    String first = revert(merge);
    String again = revert(first);
    assertThat(state(MERGED).merge().map(Commit::id)).contains(merge);

    String last = revert(again);

    assertThat(state(REVERTED).revert().map(Commit::id)).contains(first);
    revert(last);
    state(MERGED);
  }

  @Test
  void so_is_a_squash() {
    String squash = squash();
    String revert = revert(squash);

    MergeState state = state(REVERTED);

    assertThat(state.merge().map(Commit::id)).contains(squash);
    assertThat(state.revert().map(Commit::id)).contains(revert);
    revert(revert);
    state(MERGED);
  }

  @Test
  void so_are_all_commits_one_by_one() {
    repository.merge("work");
    revert(id("work"));
    assertThat(state(MERGED).how())
        .isEqualTo("its last commit was merged; 1 of its 2 commits was reverted since");

    String last = revert(id("work~1"));

    assertThat(state(REVERTED).revert().map(Commit::id)).contains(last);
  }

  @Test
  void so_are_picked_commits() {
    repository.git("cherry-pick", "work~1", "work");
    revert(id("main"));
    assertThat(state(MERGED).how()).endsWith("; 1 of its 2 commits was reverted since");

    revert(id("main~2"));

    state(REVERTED);
  }

  @Test
  void so_is_a_fast_forward() {
    repository.checkout("work").git("rebase", "-q", "main");
    repository.checkout("main").git("merge", "-q", "--ff-only", "work");
    repository.git("revert", "--no-edit", "HEAD", "HEAD~1");

    state(REVERTED);
  }

  @Test
  void so_is_the_commit_that_the_plan_says_it_was_merged_as() {
    String squash = squash();
    repository.git("branch", "-D", "work");
    revert(squash);
    Merging merging = new Merging(Optional.of(squash), Set.of(), false);

    MergeState state =
        repository
            .evidence(
                new BranchQuestion("work", Optional.empty(), "main", Set.of(), false, merging))
            .merge()
            .optional()
            .orElseThrow();

    assertThat(state.kind()).isEqualTo(REVERTED);
  }

  @Test
  void a_revert_that_came_with_a_merge_counts() {
    String merge = repository.merge("work");
    repository.startBranch("revert-work");
    String revert = revert(merge);
    repository.checkout("main").commit("readme", "3\n");
    state(MERGED);

    repository.merge("revert-work");

    assertThat(state(REVERTED).revert().map(Commit::id)).contains(revert);
  }

  @Test
  void a_service_names_the_subject_alone() {
    String merge = repository.merge("work");
    String subject = repository.git("log", "-1", "--format=%s", merge);
    repository.git("revert", "--no-commit", "-m", "1", merge);
    String revert = repository.commit("Revert \"" + subject + "\" (#8)\n\nReverts example/shop#7");

    assertThat(state(REVERTED).revert().map(Commit::id)).contains(revert);
    repository.git("revert", "--no-commit", revert);
    repository.commit("Reapply \"" + subject + "\" (#9)");
    state(MERGED);
  }

  @Test
  void a_message_that_names_a_commit_whose_paths_it_leaves_alone_takes_nothing_back() {
    String merge = repository.merge("work");
    repository.write("readme", "3\n").commit("Go on\n\nThis reverts commit " + merge + ".");

    state(MERGED);
  }

  @Test
  void what_the_branch_itself_took_back_before_its_merge_is_no_revert_of_it() {
    repository.checkout("work");
    revert(id("work"));
    repository.checkout("main").merge("work");

    assertThat(state(MERGED).how()).isEqualTo("its last commit was merged");
  }

  @Test
  void a_branch_that_goes_on_after_the_revert_is_unmerged() {
    revert(repository.merge("work"));
    repository.checkout("work").commit("c", "1\n");

    state(UNMERGED);
  }

  @Test
  void what_was_taken_out_without_a_message_is_told_and_stays_merged() {
    String merge = repository.merge("work");
    repository.git("checkout", merge + "^1", "--", ".");
    repository.git("rm", "-q", "a");
    repository.commit("Take a out");
    assertThat(state(MERGED).how()).as("b is there").doesNotContain("any more");

    repository.git("rm", "-q", "b");
    repository.commit("Take b out, too");

    assertThat(state(MERGED).how())
        .isEqualTo("its last commit was merged; nothing of it is there any more");
  }

  @Test
  void so_is_a_squash_that_is_reverted_once_more_by_its_first_name() {
    String squash = squash();
    revert(revert(squash));
    revert(squash);

    assertThat(state(MERGED).how()).endsWith("; nothing of it is there any more");
  }

  @Test
  void so_are_commits_that_were_picked() {
    repository.git("cherry-pick", "work~1", "work");
    repository.git("rm", "-q", "a");
    repository.commit("Take a out");
    assertThat(state(MERGED).gone()).as("b is there").isFalse();

    repository.git("rm", "-q", "b");
    repository.commit("Take b out, too");

    assertThat(state(MERGED).gone()).isTrue();
    assertThat(state(MERGED).how())
        .isEqualTo(
            "all its 2 commits are there by rebase or cherry-pick; nothing of it is there any more");
  }

  @Test
  void so_is_what_was_fast_forwarded() {
    repository.git("rebase", "-q", "main", "work");
    repository.checkout("main").git("merge", "-q", "--ff-only", "work");
    assertThat(state(MERGED).gone()).isFalse();

    repository.git("rm", "-q", "a", "b");
    repository.commit("Take both out");

    assertThat(state(MERGED).gone()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void what_has_another_name_now_is_there(boolean changed) {
    repository.checkout("work").commit("long", "1\n2\n3\n4\n5\n6\n7\n8\n9\n");
    repository.checkout("main").merge("work");
    for (String file : new String[] {"a", "b"}) {
      repository.git("rm", "-q", file);
    }
    repository.git("mv", "long", "longer");
    if (changed) {
      repository.write("longer", "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n");
      repository.git("add", ".");
    }
    repository.commit("Rename what is left");

    assertThat(state(MERGED).gone()).isFalse();
    assertThat(state(MERGED).how()).doesNotContain("any more");
  }
}
