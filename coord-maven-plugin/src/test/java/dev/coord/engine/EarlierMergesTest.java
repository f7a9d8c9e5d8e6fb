package dev.coord.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.it.GitProject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A branch that was merged and went on is audited for what its earlier merges brought. */
class EarlierMergesTest {

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
          - {id: a, branch: f/a, owns: [/a/]}
          - {id: b, branch: f/b, owns: [/b/]}
        boundaries: {unowned: allow}
        """);
    project.commit("Open the shop");
    project.branch("f/a");
  }

  private void work(String path) {
    project.checkout("f/a").file(path, "1\n").commit("Write " + path);
    project.checkout("main");
  }

  private String page(String page) throws IOException {
    new Coord().site(Settings.in(directory).build());
    return Files.readString(project.path("target/coord/" + page + ".html.md"));
  }

  @Test
  void what_it_brought_of_others_is_a_finding_while_it_goes_on() throws IOException {
    work("b/x");
    String commit = project.git("rev-parse", "--short=7", "f/a");
    project.merge("f/a");
    work("a/x");

    assertThat(page("index"))
        .contains("an earlier merge of a, which went on, brought b/x in " + commit)
        .contains("owned by b");
  }

  @Test
  void what_it_brought_of_its_own_is_none() throws IOException {
    work("a/x");
    project.merge("f/a");
    work("a/y");

    assertThat(page("index")).contains("# ").doesNotContain("earlier merge");
  }

  @Test
  void its_commits_that_arrived_before_are_its_own() throws IOException {
    work("other");
    project.merge("f/a");
    work("a/y");

    assertThat(page("git"))
        .containsPattern("\\| Write other \\| `other` \\| \\[a\\]\\(workstreams/a");
  }
}
