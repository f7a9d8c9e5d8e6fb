package dev.coord.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.it.GitProject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is merged elsewhere than where it goes is told by git, whatever the route. */
class MergedElsewhereTest {

  @TempDir Path directory;
  private GitProject project;

  @BeforeEach
  void make() {
    project = GitProject.in(directory);
    project.file(
        "coord.yml",
        """
        coord: 1
        project: {name: Shop, integration_branch: main}
        people: [{id: ana, email: ana@example.org}]
        workstreams:
          - {id: a, branch: f/a, owner: ana}
          - {id: b, branch: f/b}
        merges:
          queue: [{workstream: b, target: next}]
          waves: [{id: w, workstreams: [b], into: release}]
        boundaries: {unowned: allow, branches: {never: [production]}}
        """);
    project.file("readme", "0\n").commit("Open the shop");
    project.git("branch", "production");
    project.git("branch", "next");
    project.git("branch", "release");
    work("f/a", "a");
    work("f/b", "b");
  }

  private void work(String branch, String path) {
    project.branch(branch).as("ana", "ana@example.org");
    project.file(path, "1\n2\n3\n").commit("Write " + path);
    project.file(path + "-more", "4\n5\n").commit("Go on with " + path);
    project.checkout("main").as("cleo", "cleo@example.org");
  }

  private String status() throws IOException {
    new Coord().site(Settings.in(directory).build());
    return Files.readString(project.path("target/coord/status.json"));
  }

  private void violates(String how) throws IOException {
    project.checkout("main");

    assertThat(status()).contains("f/a was merged into production by ", how);
  }

  @Test
  void a_squash_into_a_branch_that_nothing_is_merged_into_is_a_violation() throws IOException {
    project.checkout("production").git("merge", "-q", "--squash", "f/a");
    project.commit("Ship it");

    violates("one commit has the whole change");
  }

  @Test
  void so_are_its_commits_picked_one_by_one() throws IOException {
    project.checkout("production").file("other", "0\n").commit("Prepare");
    project.git("cherry-pick", "main..f/a");

    violates(project.git("rev-parse", "--short=7", "HEAD"));
  }

  @Test
  void so_is_a_fast_forward_that_the_clone_noted() throws IOException {
    project.checkout("production").git("merge", "-q", "--ff-only", "f/a");
    project.file("other", "0\n").commit("Go on");

    violates("fast-forward: this clone's reflog has it");
  }

  @Test
  void what_came_with_the_integration_branch_is_in_order() throws IOException {
    project.git("merge", "-q", "--squash", "f/a");
    project.commit("Add a");
    project.checkout("production").git("merge", "-q", "--no-ff", "-m", "Merge main", "main");
    project.checkout("main");

    assertThat(status())
        .containsPattern("\"status\"\\s*:\\s*\"merged\"")
        .doesNotContain("was merged into production");
    project.checkout("production").git("reset", "-q", "--hard", "main");
    project.checkout("main");
    assertThat(status()).doesNotContain("was merged into production");
  }

  @Test
  void a_target_that_does_not_have_the_branch_is_not_said_to_have_it() throws IOException {
    project.merge("f/b");
    String status = status();

    for (String target : List.of("next", "release")) {
      assertThat(project.git("rev-list", "--count", target + "..f/b")).isEqualTo("2");
    }
    assertThat(status)
        .containsPattern("\"queue\"\\s*:\\s*\\[[^\\]]*?\"observed\"\\s*:\\s*\"active\"")
        .containsPattern("\"waves\"\\s*:\\s*\\[[^\\]]*?\"observed\"\\s*:\\s*\"open\"");
  }

  @Test
  void a_branch_whose_name_a_tag_bears_is_merged_and_not_the_tag() throws IOException {
    project.git("tag", "f/b", "main");

    assertThat(status()).contains("git merge --no-ff refs/heads/f/b -m 'Merge branch '");
  }
}
