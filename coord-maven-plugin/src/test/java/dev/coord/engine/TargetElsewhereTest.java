package dev.coord.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.it.GitProject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is merged next goes into the commit that was judged, wherever that is. */
class TargetElsewhereTest {

  private static final String AHEAD = "git merge --ff-only origin/main";

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
        merges:
          waves: [{id: w, workstreams: [a]}]
        """);
    origin.commit("Open the shop");
    origin.branch("f/a").file("a", "1\n").commit("Write");
    origin.checkout("main");
    Path place = directory.resolve("clone");
    origin.git("clone", "-q", origin.directory().toString(), place.toString());
    clone = origin.at(place);
    origin.file("b", "1\n").commit("Go on");
    origin.file("c", "1\n").commit("Go on again");
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
  void a_local_target_that_is_older_is_brought_up_to_date_before_it_is_merged_into()
      throws IOException {
    clone.branch("elsewhere");

    assertThat(read("status.json"))
        .contains("git switch main\\n" + AHEAD + "\\ngit merge --no-ff origin/f/a")
        .doesNotContain("which things are merged into");
    // The queue, and the wave.
    assertThat(read("merges.html.md").split(AHEAD, -1)).hasSize(3);

    clone.git("switch", "-q", "main");
    clone.git("merge", "-q", "--ff-only", "origin/main");
    assertThat(id("main")).isEqualTo(id("origin/main"));
  }

  @Test
  void a_target_whose_name_at_the_remote_a_tag_bears_is_called_by_its_full_name()
      throws IOException {
    clone.branch("elsewhere").git("tag", "origin/main", "main");

    assertThat(read("status.json"))
        .contains("git switch main\\ngit merge --ff-only refs/remotes/origin/main\\n");
  }

  @Test
  void a_target_that_another_worktree_has_is_merged_into_there() throws IOException {
    clone.git("worktree", "add", "-q", "../it's work", "-b", "other");
    Path second = directory.resolve("it's work");
    new Coord().site(Settings.in(second).build());

    assertThat(Files.readString(second.resolve("target/coord/status.json")))
        .contains("cd '../clone'\\n" + AHEAD + "\\ngit merge --no-ff origin/f/a")
        .doesNotContain("git switch");

    clone.at(second).git("switch", "-q", "--detach");
    clone.git("switch", "-q", "other");
    clone.at(second).git("switch", "-q", "main");
    assertThat(read("status.json")).contains("cd '../it'\\\\''s work'\\n" + AHEAD);
  }

  @Test
  void an_older_target_that_is_checked_out_is_judged_as_it_is_and_told() throws IOException {
    assertThat(read("status.json"))
        .contains(
            "main, which things are merged into, is not the same everywhere: the local main ("
                + id("main")
                + ") counts, and origin/main ("
                + id("origin/main")
                + ") has 2 commits that it lacks",
            "Run git pull on main.",
            "git switch main\\ngit merge --no-ff origin/f/a");
  }

  @Test
  void targets_that_went_apart_are_told_with_both_numbers() throws IOException {
    clone.file("d", "1\n").commit("Not pushed");
    clone.branch("elsewhere");

    assertThat(read("status.json"))
        .contains(
            "has 2 commits that it lacks, and lacks 1 commit of it",
            "git pull --rebase on main",
            "git switch main\\ngit merge --no-ff origin/f/a");
  }

  @Test
  void commits_on_the_target_that_were_not_pushed_are_no_finding() throws IOException {
    clone.git("merge", "-q", "--ff-only", "origin/main");
    clone.file("d", "1\n").commit("Not pushed");

    assertThat(read("status.json"))
        .contains("git switch main\\ngit merge --no-ff origin/f/a")
        .doesNotContain("is not the same everywhere");
  }
}
