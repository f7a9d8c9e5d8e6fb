package dev.coord.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.it.GitProject;
import dev.coord.publish.ConsoleLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A branch that was squashed or picked and is still there is merged in every respect. */
class CopiedBranchTest {

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
        workstreams:
          - {id: g, branch: feature/g, owns: [/g/**]}
          - {id: h, branch: feature/h, owns: [/h/**], status: todo}
        gates:
          - ownership: {merged: fail}
        """);
    project.file("h/h", "1\n").commit("Open the shop");
    project.branch("feature/g");
    project.file("g/g", "1\n").file("h/h", "1\n2\n").file("loose", "1\n").commit("Write g");
    project.file("g/more", "3\n").commit("Go on with g");
    project.checkout("main").file("other", "1\n").commit("Meanwhile");
  }

  private void squash() {
    project.git("merge", "-q", "--squash", "feature/g");
    project.file("h/evil", "1\n").commit("All of g");
  }

  private String status() throws IOException {
    new Coord().site(Settings.in(directory).build());
    return Files.readString(project.path("target/coord/status.json"));
  }

  private void isMerged(String how) throws IOException {
    assertThat(status())
        .contains(how)
        .containsPattern("\"subject\"\\s*:\\s*\"g\"[^{]*\"merged\"\\s*:\\s*true")
        .doesNotContain("\"ahead\"")
        .doesNotContain("g changes loose");
  }

  @Test
  void a_squashed_branch_is_neither_ahead_nor_about_to_change_anything() throws IOException {
    assertThat(status()).contains("\"ahead\"").contains("g changes loose");
    squash();

    isMerged("one commit has the whole change");
  }

  @Test
  void neither_is_one_whose_commits_were_picked() throws IOException {
    project.git("cherry-pick", "main..feature/g");

    isMerged("all its 2 commits are there by rebase or cherry-pick");
  }

  @Test
  void what_the_squash_itself_did_is_told_with_the_branch_that_it_is_on() {
    squash();
    String own = project.git("rev-parse", "--short=7", "feature/g~1");
    String squash = project.git("rev-parse", "--short=7", "main");

    assertThat(console())
        .containsPattern("h/h +" + own + " +feature/g")
        .containsPattern("h/evil +" + squash + " +main");
  }

  @Test
  void its_own_build_is_judged_as_before_as_it_can_still_be_merged() {
    project.edit("coord.yml", "{merged: fail}", "{merged: warn}").commit("Let merged ones be");
    squash();
    project.checkout("feature/g");

    assertThat(console()).contains("FAIL").containsPattern("h/h +[0-9a-f]{7} +feature/g");
  }

  @Test
  void one_that_was_taken_out_again_is_what_it_would_merge() throws IOException {
    project.git("merge", "-q", "--squash", "feature/g");
    project.commit("All of g");
    project.git("revert", "--no-edit", "HEAD");

    assertThat(status()).contains("\"ahead\"").contains("g changes loose");
  }

  private String console() {
    return new Coord()
        .check(Settings.in(directory).build()).console().stream()
            .map(ConsoleLine::text)
            .collect(Collectors.joining("\n"));
  }
}
