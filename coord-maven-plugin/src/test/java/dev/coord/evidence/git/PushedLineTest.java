package dev.coord.evidence.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.evidence.Commit;
import dev.coord.evidence.Observation;
import dev.coord.it.GitProject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What came to a branch since a commit. */
class PushedLineTest {

  private static final int COMMITS = 60;

  @TempDir Path directory;

  @Test
  void what_came_is_what_git_lists_whatever_was_merged() {
    GitProject project = GitProject.in(directory.resolve("shop"));
    List<String> ids = history(project, new Random(7));
    int followed = 0;
    for (String before : ids) {
      Optional<List<String>> expected =
          isAncestor(project, before) ? Optional.of(listed(project, before)) : Optional.empty();
      followed += expected.isPresent() ? 1 : 0;

      assertThat(since(project, before, COMMITS).optional()).as(before).contains(expected);
    }
    assertThat(followed).isBetween(COMMITS / 4, COMMITS - COMMITS / 8);
  }

  @Test
  void a_clone_that_is_cut_off_behind_the_commit_will_do_and_one_before_it_will_not() {
    GitProject project = GitProject.in(directory.resolve("shop"));
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      ids.add(project.file("a", i + "\n").commit("Change " + i));
    }
    Path place = directory.resolve("clone");
    project.git("clone", "-q", "--depth=3", "file://" + project.directory(), place.toString());
    GitProject clone = project.at(place);

    assertThat(since(clone, ids.get(3), 9).optional())
        .contains(Optional.of(List.of(ids.get(5), ids.get(4))));
    assertThat(since(clone, ids.get(2), 9)).isEqualTo(Unknowns.shallow());
    assertThat(since(clone, ids.get(1), 9)).isEqualTo(Unknowns.shallow());
  }

  @Test
  void more_commits_than_are_read_are_unknown() {
    GitProject project = GitProject.in(directory.resolve("shop"));
    String first = project.file("a", "1\n").commit("One");
    project.file("a", "2\n").commit("Two");
    project.file("a", "3\n").commit("Three");

    assertThat(since(project, first, 2).isKnown()).isTrue();
    assertThat(since(project, first, 1))
        .isEqualTo(
            Observation.unknown(
                "more than 1 commits came at once",
                "Push fewer at once, or see what they change: git diff "
                    + first.substring(0, 7)
                    + " HEAD."));
  }

  @Test
  void who_pushed_is_told_by_the_mailmap_of_before() {
    GitProject project = GitProject.in(directory.resolve("shop"));
    String first = project.file("a", "1\n").commit("One");
    project
        .file(".mailmap", "Boss <boss@team.example> <ana@team.example>\n")
        .commit("Claim to be the boss");

    try (GitRepository git = GitRepository.open(project.directory()).optional().orElseThrow()) {
      Commit last = git.since(first, 9).optional().orElseThrow().orElseThrow().get(0);
      assertThat(last.email()).isEqualTo("ana@team.example");
      assertThat(last.paths()).containsExactly(".mailmap");
      assertThat(git.parents(last.id()).optional()).contains(List.of(first));
      assertThat(git.parents(first).optional()).contains(List.of());
    }
  }

  /** Commits with an empty tree, each on one or two of the ten before it; HEAD is on the last. */
  private static List<String> history(GitProject project, Random random) {
    String tree = project.git("write-tree");
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < COMMITS; i++) {
      List<String> command = new ArrayList<>(List.of("commit-tree", tree, "-m", "Commit " + i));
      int first = i - 1 - random.nextInt(4);
      int second = i - 1 - random.nextInt(10);
      for (int parent : first == second ? List.of(first) : List.of(first, second)) {
        if (parent >= 0 && (parent == first || random.nextInt(3) > 0)) {
          command.add("-p");
          command.add(ids.get(parent));
        }
      }
      ids.add(project.git(command.toArray(String[]::new)));
    }
    project.git("checkout", "-q", "--detach", ids.get(COMMITS - 1));
    return ids;
  }

  private static boolean isAncestor(GitProject project, String commit) {
    return project.git("rev-list", "HEAD").lines().anyMatch(commit::equals);
  }

  private static List<String> listed(GitProject project, String before) {
    return project.git("rev-list", "--first-parent", before + "..HEAD").lines().toList();
  }

  private static Observation<Optional<List<String>>> since(
      GitProject project, String before, int most) {
    try (GitRepository git = GitRepository.open(project.directory()).optional().orElseThrow()) {
      return git.since(before, most)
          .map(line -> line.map(commits -> commits.stream().map(Commit::id).toList()));
    }
  }
}
