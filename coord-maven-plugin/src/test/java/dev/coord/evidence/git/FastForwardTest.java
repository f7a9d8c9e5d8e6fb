package dev.coord.evidence.git;

import static dev.coord.evidence.MergeState.Kind.MERGED;
import static dev.coord.evidence.MergeState.Kind.NOT_STARTED;
import static dev.coord.evidence.MergeState.Kind.ON_LINE;
import static dev.coord.evidence.MergeState.Kind.ON_LINE_BY_PEOPLE;
import static dev.coord.evidence.git.TestRepository.branch;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.evidence.BranchDelta;
import dev.coord.evidence.BranchDelta.Basis;
import dev.coord.evidence.BranchEvidence;
import dev.coord.evidence.Commit;
import dev.coord.evidence.FileChange;
import dev.coord.evidence.MergeState;
import dev.coord.evidence.Observation;
import dev.coord.evidence.Observation.Unknown;
import dev.coord.evidence.Proof.Strength;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A fast-forwarded branch is told from one that was never begun, or it is said that nothing tells.
 */
class FastForwardTest {

  private static final String ANA = "ana@example.org";

  @TempDir Path directory;

  private TestRepository repository;

  @BeforeEach
  void make() {
    repository = TestRepository.init(directory).as("Bo <bo@example.org>");
    repository.commit("readme", "1\n");
    repository.as("Ana <" + ANA + ">").commit("before", "1\n");
  }

  private BranchEvidence evidence() {
    return repository.evidence(branch("work", ANA));
  }

  private MergeState state(MergeState.Kind kind, Strength strength) {
    MergeState state = evidence().merge().optional().orElseThrow();
    assertThat(state.kind()).as(state.how()).isEqualTo(kind);
    assertThat(state.strength()).isEqualTo(strength);
    return state;
  }

  private BranchDelta delta() {
    return evidence().delta().optional().orElseThrow();
  }

  private void forward() {
    repository.checkout("main").git("merge", "-q", "--ff-only", "work");
  }

  @Test
  void a_forward_that_was_just_made_is_merged_with_the_commits_made_on_the_branch() {
    repository.startBranch("work").commit("a", "1\n");
    repository.commit("b", "1\n");
    forward();

    MergeState state = state(MERGED, Strength.ATTESTED);

    assertThat(state.how()).isEqualTo("fast-forward: this clone's reflog has it");
    assertThat(state.merge()).isEmpty();
    assertThat(state.landing().orElseThrow().commit())
        .isEqualTo(repository.git("rev-parse", "work"));
    assertThat(delta().basis()).isEqualTo(Basis.MERGE);
    assertThat(delta().changes()).extracting(FileChange::path).containsExactly("a", "b");
  }

  @Test
  void a_forward_to_a_branch_that_is_gone_was_noted_of_its_target() {
    repository.startBranch("work").commit("a", "1\n");
    String last = repository.git("rev-parse", "work");
    forward();
    repository.git("branch", "-q", "-D", "work");
    repository.commit("readme", "2\n");

    MergeState state = state(MERGED, Strength.ATTESTED);

    assertThat(state.how()).isEqualTo("fast-forward: this clone's reflog has it");
    assertThat(state.landing().orElseThrow().commit()).isEqualTo(last);
    assertThat(((Unknown<BranchDelta>) evidence().delta()).reason())
        .isEqualTo("where the fast-forwarded branch 'work' began cannot be told");
    repository.git("reset", "-q", "--hard", "HEAD~2");
    assertThat(evidence().merge().isKnown()).as("where it is no longer there").isFalse();
  }

  @Test
  void a_branch_made_at_a_commit_of_its_people_brought_nothing_of_theirs() {
    repository.git("branch", "work");

    state(NOT_STARTED, Strength.ATTESTED);

    assertThat(delta().changes()).isEmpty();
    assertThat(delta().basis()).isEqualTo(Basis.LIVE);
  }

  @Test
  void without_a_reflog_nothing_tells_and_that_is_said() {
    repository.startBranch("work").commit("a", "1\n");
    forward();
    repository.forgetReflogs();

    MergeState state = state(ON_LINE_BY_PEOPLE, Strength.OBSERVED);

    assertThat(state.how()).isEqualTo("its last commit is there, by one of its people");
    assertThat(state.landing()).isEmpty();
  }

  @Test
  void a_clone_knows_as_little_as_that() {
    repository.startBranch("work").commit("a", "1\n");
    forward();
    Path clone = directory.resolve("clone");
    repository.git("clone", "-q", directory.toString(), clone.toString());
    TestRepository there = TestRepository.at(clone);
    there.git("branch", "work", "origin/work");

    assertThat(there.evidence(branch("work", ANA)).merge().optional().orElseThrow().kind())
        .isEqualTo(ON_LINE_BY_PEOPLE);
    assertThat(there.evidence(branch("work", "cy@example.org")).merge().optional().orElseThrow())
        .extracting(MergeState::kind)
        .isEqualTo(ON_LINE);
  }

  @Test
  void where_it_began_is_unknown_when_the_branch_itself_has_no_reflog() throws IOException {
    repository.startBranch("work").commit("a", "1\n");
    forward();
    Files.delete(directory.resolve(".git/logs/refs/heads/work"));

    state(MERGED, Strength.ATTESTED);

    Observation<BranchDelta> delta = evidence().delta();
    assertThat(((Unknown<BranchDelta>) delta).reason())
        .isEqualTo("where the fast-forwarded branch 'work' began cannot be told");
    assertThat(((Unknown<BranchDelta>) delta).remedy()).contains("--no-ff");
  }

  @Test
  void commits_of_others_between_two_forwards_are_not_the_branchs() {
    repository.startBranch("work").commit("a", "1\n");
    forward();
    repository.commit("other", "1\n");
    repository.checkout("work").git("merge", "-q", "--ff-only", "main");
    repository.commit("b", "1\n");
    forward();

    state(MERGED, Strength.ATTESTED);

    assertThat(delta().changes()).extracting(FileChange::path).containsExactly("a", "b");
    assertThat(delta().commits())
        .extracting(Commit::subject)
        .containsExactly("Change b", "Change a");
  }

  @Test
  void what_a_merge_on_the_branch_brought_is_not_the_branchs() {
    repository.startBranch("work").commit("a", "1\n");
    repository.checkout("main").commit("other", "1\n");
    repository.checkout("work").git("merge", "-q", "--no-edit", "-m", "Catch up", "main");
    repository.commit("b", "1\n");
    forward();

    state(MERGED, Strength.ATTESTED);

    assertThat(delta().changes()).extracting(FileChange::path).containsExactly("a", "b");
  }

  @ParameterizedTest
  @ValueSource(strings = {"commit --amend", "rebase", "cherry-pick", "worktree"})
  void commits_that_were_made_in_another_way_count(String way) {
    repository.startBranch("work").commit("a", "1\n");
    switch (way) {
      case "rebase" -> {
        repository.checkout("main").commit("other", "1\n");
        repository.checkout("work").git("rebase", "-q", "main");
      }
      case "cherry-pick" -> {
        String commit = repository.git("rev-parse", "HEAD");
        repository.git("reset", "-q", "--hard", "main");
        repository.checkout("main").commit("other", "1\n");
        repository.checkout("work").git("merge", "-q", "--ff-only", "main");
        repository.git("cherry-pick", commit);
      }
      case "worktree" -> {
        Path other = directory.resolve("wt");
        repository.checkout("main").git("worktree", "add", "-q", other.toString(), "work");
        TestRepository.at(other).as("Ana <" + ANA + ">").commit("a", "2\n");
      }
      default -> repository.git("commit", "-q", "--amend", "-m", "Better");
    }
    forward();

    state(MERGED, Strength.ATTESTED);

    assertThat(delta().changes()).extracting(FileChange::path).containsExactly("a");
  }

  @Test
  void a_reflog_that_is_damaged_says_nothing() throws IOException {
    repository.startBranch("work").commit("a", "1\n");
    forward();
    Path logs = directory.resolve(".git/logs/refs/heads");
    byte[] nonsense = "\u0000 not a log \n\n0123 4567\t\n".getBytes(StandardCharsets.UTF_8);
    Files.write(logs.resolve("work"), nonsense);
    Files.write(logs.resolve("main"), nonsense);

    state(ON_LINE_BY_PEOPLE, Strength.OBSERVED);
  }

  @Test
  void a_reflog_cannot_call_a_branch_merged_whose_commits_are_elsewhere() throws IOException {
    repository.startBranch("work").commit("a", "1\n");
    String elsewhere = repository.git("rev-parse", "HEAD");
    repository.git("reset", "-q", "--hard", "main");
    Path log = directory.resolve(".git/logs/refs/heads/main");
    Files.writeString(
        log,
        Files.readString(log)
            + repository.git("rev-parse", "main~1")
            + " "
            + elsewhere
            + " Ana <ana@example.org> 1 +0000\tmerge work: Fast-forward\n");

    state(ON_LINE_BY_PEOPLE, Strength.OBSERVED);
  }
}
