package dev.coord.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.it.GitProject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A workstream that was merged and reverted is shown as that, and passes no rule. */
class RevertedMergeTest {

  @TempDir Path directory;
  private GitProject project;
  private String revert;

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
          - {id: a, branch: f/a, owner: ana, owns: [/a/**], status: merged}
          - {id: b, branch: f/b, depends_on: [a], status: todo}
        merges: {waves: [{id: w, workstreams: [a, b]}]}
        boundaries: {unowned: fail}
        gates: [{merged: {workstream: a}}, {ownership: {merged: fail}}]
        """);
    project.file("readme", "0\n").commit("Open the shop");
    project.branch("f/a").as("ana", "ana@example.org").file("elsewhere", "1\n").commit("Write");
    project.checkout("main").as("cleo", "cleo@example.org").file("coord.md", "1\n").commit("Plan");
    String merge = project.merge("f/a");
    project.git("revert", "--no-edit", "-m", "1", merge);
    revert = project.git("rev-parse", "HEAD");
  }

  private String read(String file) throws IOException {
    return Files.readString(project.path("target/coord/" + file));
  }

  @Test
  void the_revert_is_shown_with_its_day_and_author_beside_the_claim() throws IOException {
    new Coord().site(Settings.in(directory).build());

    assertThat(read("status.json"))
        .containsPattern("\"status\": \"reverted\"")
        .containsPattern("\"revert\": \\{\\s*\"commit\": \"" + revert)
        .contains("its last commit was merged, and reverted by " + revert.substring(0, 7))
        .contains("\"author\": \"cleo\"");
    assertThat(read("workstreams/a.html.md"))
        .contains("Reverted by", revert.substring(0, 7), "cleo: Revert", "contradicts");
    assertThat(read("workstreams.html.md")).contains("1 reverted");
  }

  @Test
  void no_rule_takes_it_for_merged() {
    Result result = new Coord().site(Settings.in(directory).build());

    assertThat(result.console().toString())
        .contains("f/a is not in main any more (its last commit was merged, and reverted by ")
        .contains("Revert " + revert.substring(0, 7) + " in main");
  }

  @Test
  void what_is_not_there_any_more_is_no_violation_that_fails_the_build() {
    Result result = new Coord().site(Settings.in(directory).build());

    assertThat(result.failure()).contains("merged").doesNotContain("ownership");
  }
}
