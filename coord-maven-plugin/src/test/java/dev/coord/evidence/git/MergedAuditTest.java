package dev.coord.evidence.git;

import static dev.coord.evidence.git.TestRepository.branch;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.evidence.BranchDelta;
import dev.coord.evidence.BranchDelta.Basis;
import dev.coord.evidence.BranchEvidence;
import dev.coord.evidence.Commit;
import dev.coord.evidence.FileChange;
import dev.coord.evidence.FileChange.Kind;
import dev.coord.evidence.GitQuestions.BranchQuestion;
import dev.coord.evidence.GitQuestions.Merging;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the merges of a branch brought, which is what it is audited by. */
class MergedAuditTest {

  @TempDir Path directory;

  private TestRepository repository;

  @BeforeEach
  void make() {
    repository = TestRepository.init(directory);
    repository.commit("readme", "1\n");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void all_merges_of_a_branch_count(boolean deleted) {
    TreeSet<String> byGit = new TreeSet<>();
    String first = repository.git("rev-parse", "main");
    for (int i = 1; i <= 3; i++) {
      work("feature/x", "f" + i);
      repository.commit("readme", i + " more\n");
      byGit.addAll(broughtBy(repository.merge("feature/x")));
    }
    if (deleted) {
      repository.git("branch", "-D", "feature/x");
    }

    BranchDelta delta = repository.delta("feature/x");

    assertThat(delta.basis()).isEqualTo(Basis.MERGE);
    assertThat(paths(delta)).containsExactly("f1", "f2", "f3").containsExactlyElementsOf(byGit);
    assertThat(delta.commits())
        .extracting(Commit::subject)
        .containsExactly("Change f3", "Change f2", "Change f1");
    assertThat(delta.mergeBase()).isEqualTo(first);
  }

  @Test
  void what_a_squash_of_two_branches_brought_is_told_apart() {
    work("feature/x", "x");
    work("feature/y", "y");
    repository.git("merge", "-q", "--squash", "feature/x");
    repository.git("merge", "-q", "--squash", "feature/y");
    String squash = repository.commit("besides", "1\n");

    Map<String, BranchEvidence> both =
        repository
            .observe(TestRepository.branches(branch("feature/x"), branch("feature/y")))
            .branches();

    BranchDelta one = both.get("feature/x").delta().optional().orElseThrow();
    assertThat(paths(one)).containsExactly("besides", "x");
    assertThat(one.commits())
        .filteredOn(commit -> commit.id().equals(squash))
        .flatExtracting(Commit::paths)
        .containsExactly("besides");
    assertThat(paths(both.get("feature/y").delta().optional().orElseThrow()))
        .containsExactly("besides", "y");
    assertThat(paths(repository.delta("feature/x")))
        .as("alone")
        .containsExactly("besides", "x", "y");
  }

  @Test
  void merges_without_a_name_are_known_by_what_they_merged() {
    for (int i = 1; i <= 3; i++) {
      work("feature/x", "f" + i);
      repository.commit("readme", i + " more\n");
      repository.git("merge", "-q", "--no-ff", "-m", "Wave " + i, "feature/x");
    }

    assertThat(paths(repository.delta("feature/x"))).containsExactly("f1", "f2", "f3");
  }

  @Test
  void the_merge_of_a_branch_that_it_began_on_is_not_its_own() {
    work("inner", "inner");
    repository.git("merge", "-q", "--no-ff", "-m", "The inner one", "inner");
    repository.checkout("inner").startBranch("outer").commit("outer", "1\n");
    repository.checkout("main").merge("outer");

    assertThat(paths(repository.delta("outer"))).containsExactly("outer");
  }

  @Test
  void a_path_of_several_merges_is_what_all_of_them_made_of_it() {
    work("x", "a");
    repository.merge("x");
    repository.checkout("x").commit("a", "1\n2\n");
    repository.checkout("main").merge("x");
    work("x", "b");
    repository.merge("x");
    repository.checkout("x").git("rm", "-q", "b");
    repository.commit("Take b out");
    repository.checkout("main").merge("x");

    assertThat(repository.delta("x").changes())
        .containsExactly(
            new FileChange("a", Kind.ADDED, 2, 0, false),
            new FileChange("b", Kind.DELETED, 1, 1, false));
  }

  @Test
  void merges_before_the_project_started_do_not_count() {
    work("dev", "old");
    repository.merge("dev");
    String after = repository.commit("readme", "2\n");
    Instant started =
        Instant.ofEpochSecond(Long.parseLong(repository.git("show", "-s", "--format=%ct", after)));
    work("dev", "new");
    repository.merge("dev");
    work("dev", "newer");
    repository.merge("dev");
    Merging since = new Merging(Optional.empty(), Set.of(), false, Set.of(), Optional.of(started));

    assertThat(
            paths(
                repository.delta(
                    new BranchQuestion("dev", Optional.empty(), "main", Set.of(), false, since))))
        .containsExactly("new", "newer");
    assertThat(paths(repository.delta("dev"))).containsExactly("new", "newer", "old");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void what_a_merge_commit_itself_adds_was_brought(boolean deleted) {
    work("x", "a");
    repository.commit("readme", "2\n");
    repository.git("merge", "-q", "--no-ff", "--no-commit", "x");
    String merge = repository.write("smuggled", "1\n").commit("Merge branch 'x'");
    if (deleted) {
      repository.git("branch", "-D", "x");
    }

    BranchDelta delta = repository.delta("x");

    assertThat(paths(delta))
        .containsExactly("a", "smuggled")
        .containsExactlyElementsOf(broughtBy(merge));
    assertThat(delta.commits().get(0).id()).isEqualTo(merge);
    assertThat(delta.commits().get(0).paths()).containsExactly("smuggled");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void what_an_octopus_itself_adds_was_brought_by_each_of_its_branches(boolean deleted) {
    work("x", "a");
    work("y", "b");
    repository.commit("readme", "2\n");
    repository.git("merge", "-q", "--no-ff", "x", "y");
    repository.write("smuggled", "1\n").git("add", "smuggled");
    repository.git("commit", "-q", "--amend", "--no-edit");
    String merge = repository.git("rev-parse", "HEAD");
    if (deleted) {
      repository.git("branch", "-D", "x", "y");
    }
    String byGit = repository.git("diff-tree", "--cc", "--name-only", "--no-commit-id", merge);

    assertThat(byGit.lines()).containsExactly("smuggled");
    assertThat(paths(repository.delta("x"))).containsExactly("a", "smuggled");
    assertThat(paths(repository.delta("y"))).containsExactly("b", "smuggled");
    assertThat(repository.delta("x").commits().get(0))
        .extracting(Commit::id, Commit::paths)
        .containsExactly(merge, new TreeSet<>(List.of("smuggled")));
  }

  @Test
  void what_earlier_merges_brought_of_a_branch_that_went_on_is_told_beside_what_it_would_merge() {
    TreeSet<String> byGit = new TreeSet<>();
    for (int i = 1; i <= 2; i++) {
      work("x", "f" + i);
      repository.commit("readme", i + " more\n");
      byGit.addAll(broughtBy(repository.merge("x")));
    }
    work("x", "f3");
    BranchEvidence evidence = repository.evidence(branch("x"));
    BranchDelta earlier = evidence.earlier().orElseThrow().optional().orElseThrow();

    assertThat(paths(evidence.delta().optional().orElseThrow())).containsExactly("f3");
    assertThat(earlier.basis()).isEqualTo(Basis.MERGE);
    assertThat(paths(earlier)).containsExactly("f1", "f2").containsExactlyElementsOf(byGit);
    assertThat(earlier.commits())
        .extracting(Commit::subject)
        .containsExactly("Change f2", "Change f1");
  }

  @Test
  void a_branch_that_was_never_merged_or_is_merged_as_a_whole_has_no_earlier_merges() {
    work("x", "f1");
    assertThat(repository.evidence(branch("x")).delta().isKnown()).isTrue();
    assertThat(repository.evidence(branch("x")).earlier()).isEmpty();

    repository.commit("readme", "more\n");
    repository.merge("x");
    assertThat(paths(repository.delta("x"))).containsExactly("f1");
    assertThat(repository.evidence(branch("x")).earlier()).isEmpty();
  }

  @Test
  void what_an_octopus_merged_of_several_branches_is_not_its_own() {
    repository.commit("f", "1\n2\n3\n4\n5\n6\n7\n8\n9\n");
    repository.startBranch("x").commit("f", "x\n2\n3\n4\n5\n6\n7\n8\n9\n");
    repository.checkout("main").startBranch("y").commit("f", "1\n2\n3\n4\n5\n6\n7\n8\ny\n");
    repository.checkout("main").startBranch("z").commit("c", "1\n");
    repository.checkout("main").commit("readme", "2\n");
    repository.git("merge", "-q", "x", "y", "z");

    assertThat(paths(repository.delta("x"))).containsExactly("f");
    assertThat(paths(repository.delta("z"))).containsExactly("c");
    assertThat(repository.delta("z").commits()).hasSize(1);
  }

  @Test
  void what_a_merge_commit_dropped_was_not_brought() {
    repository.startBranch("x").write("b", "1\n").commit("a", "1\n");
    repository.checkout("main").commit("readme", "2\n");
    repository.git("merge", "-q", "--no-ff", "--no-commit", "x");
    repository.git("rm", "-q", "-f", "b");
    String merge = repository.commit("Merge branch 'x'");

    assertThat(paths(repository.delta("x")))
        .containsExactly("a")
        .containsExactlyElementsOf(broughtBy(merge));
  }

  @Test
  void a_clean_merge_of_a_file_that_both_changed_has_no_commit_of_its_own() {
    String lines = "1\n2\n3\n4\n5\n6\n7\n8\n9\n";
    repository.commit("both", lines);
    repository.startBranch("x").commit("both", lines.replace("9\n", "nine\n"));
    repository.checkout("main").commit("both", lines.replace("1\n", "one\n"));
    repository.merge("x");

    assertThat(repository.delta("x").changes())
        .containsExactly(new FileChange("both", Kind.MODIFIED, 1, 1, false));
    assertThat(repository.delta("x").commits()).hasSize(1);
  }

  @Test
  void what_a_squash_itself_adds_was_brought() {
    work("x", "a");
    repository.commit("readme", "2\n");
    repository.git("merge", "-q", "--squash", "x");
    String squash = repository.write("smuggled", "1\n").commit("All of x (#7)");

    BranchDelta delta = repository.delta("x");

    assertThat(paths(delta))
        .containsExactly("a", "smuggled")
        .containsExactlyElementsOf(broughtBy(squash));
    assertThat(delta.commits())
        .extracting(Commit::subject)
        .containsExactly("All of x (#7)", "Change a");
    assertThat(delta.commits().get(0).paths()).containsExactly("smuggled");
  }

  @Test
  void what_came_with_the_last_of_several_commits_of_others_was_not_brought() {
    repository.startBranch("x").commit("a", "1\n");
    repository.commit("b", "1\n");
    repository.checkout("main").write("more", "1\n").commit("a", "1\n");
    repository.write("other", "1\n").commit("b", "1\n");

    assertThat(paths(repository.delta("x"))).containsExactly("a", "b");
    assertThat(repository.evidence(branch("x")).merge().optional().orElseThrow().how())
        .isEqualTo("since one commit all that it changes is there");
  }

  /** A branch begun or gone on with, and one commit on it; back on main afterwards. */
  private void work(String branch, String path) {
    boolean there = !repository.git("branch", "--list", branch).isEmpty();
    if (there) {
      repository.checkout(branch);
    } else {
      repository.startBranch(branch);
    }
    repository.commit(path, "1\n");
    repository.checkout("main");
  }

  private TreeSet<String> broughtBy(String commit) {
    return new TreeSet<>(
        Arrays.asList(
            repository
                .git("diff", "--name-only", "--no-renames", commit + "^1", commit)
                .split("\n")));
  }

  private static List<String> paths(BranchDelta delta) {
    return delta.changes().stream().map(FileChange::path).toList();
  }
}
