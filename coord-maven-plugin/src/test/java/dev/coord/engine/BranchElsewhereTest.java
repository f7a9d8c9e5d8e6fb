package dev.coord.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.it.GitProject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That a branch is another one at its remote is told where its workstream is shown. */
class BranchElsewhereTest {

  @TempDir Path directory;
  private GitProject origin;
  private GitProject clone;

  @BeforeEach
  void make() throws IOException {
    origin = GitProject.in(Files.createDirectories(directory.resolve("origin")));
    origin.file(
        "coord.yml",
        """
        coord: 1
        project: {name: Shop, integration_branch: main}
        workstreams:
          - {id: a, branch: f/a}
        """);
    origin.commit("Open the shop");
    origin.branch("f/a").file("a", "1\n").commit("Write");
    origin.checkout("main");
    Path place = directory.resolve("clone");
    origin.git("clone", "-q", origin.directory().toString(), place.toString());
    clone = origin.at(place);
    clone.git("branch", "-q", "f/a", "origin/f/a");
    origin.checkout("f/a").file("b", "1\n").commit("Go on");
    clone.git("fetch", "-q");
  }

  private String read(String file) throws IOException {
    new Coord().site(Settings.in(clone.directory()).build());
    return Files.readString(clone.path("target/coord/" + file));
  }

  private String id(String ref) {
    return clone.git("rev-parse", "--short=7", ref);
  }

  @Test
  void an_older_local_branch_is_told_with_both_commits_and_the_remedy() throws IOException {
    String told =
        "the branch of a is not the same everywhere: origin/f/a ("
            + id("origin/f/a")
            + ") counts, and the local f/a ("
            + id("f/a")
            + ") lacks 1 commit of it";

    assertThat(read("status.json"))
        .contains(told, "Run git branch -f f/a origin/f/a.", "\"elsewhere\"")
        .contains("\"counts\": \"refs/remotes/origin/f/a\"", "\"ref\": \"refs/heads/f/a\"");
    assertThat(read("workstreams/a.html.md")).contains("Elsewhere", "refs/heads/f/a", id("f/a"));
  }

  @Test
  void two_that_went_apart_are_told() throws IOException {
    clone.checkout("f/a").file("c", "1\n").commit("Go elsewhere");
    clone.checkout("main");

    assertThat(read("status.json"))
        .contains(
            "the local f/a ("
                + id("f/a")
                + ") counts, and origin/f/a ("
                + id("origin/f/a")
                + ") has 1 commit that it lacks, and lacks 1 commit of it",
            "git pull --rebase on f/a");
  }

  @Test
  void one_that_is_checked_out_and_behind_is_told() throws IOException {
    clone.checkout("f/a");

    assertThat(read("status.json"))
        .contains(
            "origin/f/a (" + id("origin/f/a") + ") has 1 commit that it lacks",
            "Run git pull on f/a.");
  }

  @Test
  void commits_that_were_not_pushed_are_no_finding() throws IOException {
    clone.checkout("f/a").git("reset", "-q", "--hard", "origin/f/a");
    clone.file("c", "1\n").commit("Not pushed");

    assertThat(read("status.json"))
        .contains("\"elsewhere\"")
        .doesNotContain("is not the same everywhere");
  }
}
