package dev.coord.evidence.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.evidence.BranchEvidence;
import dev.coord.evidence.Commit;
import dev.coord.evidence.GitHistory;
import dev.coord.evidence.GitQuestions;
import dev.coord.evidence.GitQuestions.BranchQuestion;
import dev.coord.evidence.GitQuestions.HistoryQuestion;
import dev.coord.evidence.GitQuestions.MergeQuestion;
import dev.coord.evidence.GitQuestions.Merging;
import dev.coord.evidence.MergeState;
import dev.coord.evidence.MergeState.Kind;
import dev.coord.evidence.Observation;
import dev.coord.evidence.Proof.Strength;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A base that was merged into the default branch and deleted. */
class GoneBaseTest {

  private static final String BASE = "integration/one";

  @TempDir Path directory;

  private TestRepository repository;
  private String merged;

  @BeforeEach
  void make() {
    repository = TestRepository.init(directory);
    repository.commit("readme", "1\n");
    repository.startBranch(BASE);
    repository.commit("base", "1\n");
    repository.startBranch("feature/a");
    repository.commit("a", "1\n");
    repository.checkout(BASE);
    merged = repository.merge("feature/a");
    repository.git("branch", "-q", "-D", "feature/a");
    repository.checkout("main");
  }

  private void intoMain(String subject) {
    repository.git("merge", "-q", "--no-ff", "-m", subject, BASE);
    repository.git("branch", "-q", "-D", BASE);
  }

  private BranchEvidence seen(String branch) {
    return repository.evidence(
        new BranchQuestion(branch, Optional.empty(), BASE, Set.of(), false, Merging.NONE));
  }

  @Test
  void what_was_merged_through_it_is_merged_and_attested() {
    intoMain("Merge branch '" + BASE + "'");
    String last = repository.git("rev-parse", "main").strip();

    MergeState state = seen("feature/a").merge().optional().orElseThrow();

    assertThat(state.kind()).isEqualTo(Kind.MERGED);
    assertThat(state.strength()).isEqualTo(Strength.ATTESTED);
    assertThat(state.merge().map(Commit::id)).contains(merged);
    assertThat(state.how())
        .isEqualTo(
            "a merge commit names it, which came with another merge; seen in 'main', as '"
                + BASE
                + "' is gone ("
                + last.substring(0, 7)
                + " names it)");
    assertThat(state.landing().orElseThrow().commit()).isEqualTo(last);
  }

  @Test
  void what_is_there_and_not_in_the_default_branch_is_not_merged() {
    intoMain("Merge branch '" + BASE + "'");
    repository.startBranch("feature/b");
    repository.commit("b", "1\n");
    repository.checkout("main");

    BranchEvidence seen = seen("feature/b");

    assertThat(seen.merge().optional().orElseThrow().kind()).isEqualTo(Kind.UNMERGED);
    assertThat(seen.delta().optional().orElseThrow().baseName()).isEqualTo("main");
  }

  @Test
  void what_nothing_names_is_unknown_of_the_default_branch() {
    intoMain("Merge branch '" + BASE + "'");

    assertThat(seen("feature/c").merge())
        .isInstanceOfSatisfying(
            Observation.Unknown.class,
            unknown -> assertThat(unknown.reason()).endsWith("and no merge in 'main' names it"));
  }

  @Test
  void a_merge_of_the_base_into_another_branch_that_came_here_names_it_too() {
    repository.startBranch("feature/d");
    repository.commit("d", "1\n");
    repository.git(
        "merge", "-q", "--no-ff", "-m", "Merge branch '" + BASE + "' into feature/d", BASE);
    repository.checkout("main");
    repository.git("merge", "-q", "--no-ff", "-m", "All of it", "feature/d");
    repository.git("branch", "-q", "-D", BASE);

    assertThat(seen("feature/a").merge().optional().orElseThrow().kind()).isEqualTo(Kind.MERGED);
  }

  @Test
  void what_arrived_is_that_of_the_default_branch() {
    intoMain("Merge branch '" + BASE + "'");
    GitQuestions questions =
        GitQuestions.builder()
            .merges(List.of(new MergeQuestion("feature/a", BASE)))
            .history(new HistoryQuestion(BASE, Optional.empty(), Set.of()))
            .build();

    GitHistory history = repository.observe(questions).history().optional().orElseThrow();

    assertThat(history.branch()).isEqualTo("main");
  }

  @ParameterizedTest
  @ValueSource(strings = {"All of it", "Merge branch 'integration/other'", "Merge integration/on"})
  void without_a_merge_that_names_it_nothing_stands_in(String subject) {
    intoMain(subject);

    assertThat(seen("feature/a").merge())
        .isInstanceOfSatisfying(
            Observation.Unknown.class,
            unknown ->
                assertThat(unknown.reason()).startsWith("the base '" + BASE + "' was found"));
  }

  /** It may be there, and not be fetched. */
  @Test
  void nothing_stands_in_where_not_all_branches_are_fetched() {
    intoMain("Merge branch '" + BASE + "'");
    repository.git("remote", "add", "-t", "main", "origin", directory.toString());

    assertThat(seen("feature/a").merge()).isInstanceOf(Observation.Unknown.class);

    repository.git("remote", "set-branches", "origin", "*");

    assertThat(seen("feature/a").merge()).isInstanceOf(Observation.Known.class);
  }

  /** Who merges the base into a branch does not merge the branch into the base. */
  @Test
  void a_branch_that_took_in_the_base_does_not_stand_in_for_it() {
    intoMain("All of it");
    repository.startBranch("feature/e");
    repository.git("commit", "-q", "--allow-empty", "-m", "E");
    repository.git("branch", "-q", BASE, "main~0");
    repository.checkout(BASE);
    repository.commit("late", "1\n");
    repository.checkout("feature/e");
    repository.git(
        "merge", "-q", "--no-ff", "-m", "Merge branch '" + BASE + "' into feature/e", BASE);
    repository.git("branch", "-q", "-D", BASE);

    assertThat(seen("feature/e").merge()).isInstanceOf(Observation.Unknown.class);
  }
}
