package dev.coord.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.it.GitProject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tags, last commits, the working tree and the remote are what plain git says of them. */
class TagsAndRemotesTest {

  private static final String HEAD =
      """
      coord: 1
      project: {name: Shop, integration_branch: main}
      """;

  @TempDir Path directory;
  private GitProject project;

  @BeforeEach
  void make() {
    project = GitProject.in(directory.resolve("shop"));
    project.file(".gitignore", "/target/\n").file("readme", "1\n").commit("Open the shop");
    project.git("tag", "-a", "-m", "First", "v1");
    project.branch("f/a").file("a.txt", "1\n").commit("Work");
    project.checkout("main");
  }

  private static String claims(GitProject where) throws IOException {
    new Coord().site(Settings.in(where.directory()).build());
    return Files.readString(where.path("target/coord/claims.html.md"));
  }

  private static String claim(String rule) {
    return HEAD + "claims: [{id: c, says: It is so., holds_when: {" + rule + "}}]\n";
  }

  private String claimed(String rule) throws IOException {
    project.file("coord.yml", claim(rule)).commit("Plan");
    return claims(project);
  }

  @Test
  void the_last_commit_of_a_branch_is_held_against_its_id() throws IOException {
    String id = project.git("rev-parse", "f/a");

    assertThat(claimed("branch: {branch: f/a, at: \"" + id.substring(0, 9) + "\"}"))
        .contains("**✔ agrees** its rule holds: the last commit of f/a is " + id.substring(0, 7));
    assertThat(claimed("branch: {branch: f/a, at: \"0123456789\"}"))
        .contains("**▲ contradicts**", "the last commit of f/a is " + id.substring(0, 7));
  }

  @Test
  void a_tag_is_there_and_at_the_commit_that_is_tagged() throws IOException {
    String tagged = project.git("rev-parse", "v1^{commit}");

    assertThat(claimed("tag: {tag: v1, exists: true, at: \"" + tagged + "\"}"))
        .contains("**✔ agrees**", "v1 is at " + tagged.substring(0, 7));
    assertThat(claimed("tag: {tag: v1, at: \"" + project.git("rev-parse", "f/a") + "\"}"))
        .contains("**▲ contradicts**", "v1 is at " + tagged.substring(0, 7));
    assertThat(claimed("tag: {tag: v2, exists: true}"))
        .contains("**▲ contradicts**", "there is no tag v2");
  }

  @Test
  void a_clone_without_tags_cannot_tell_of_one() throws IOException {
    claimed("tag: {tag: v1, exists: true}");
    Path place = directory.resolve("clone");
    project.git("clone", "-q", "--no-tags", "file://" + project.directory(), place.toString());

    assertThat(claims(project.at(place)))
        .contains("**? unknown**", "this clone was made without tags");
  }

  @Test
  void what_is_changed_or_untracked_is_not_clean() throws IOException {
    assertThat(claimed("repository: {clean: true}"))
        .contains("**✔ agrees**", "nothing in the working tree is uncommitted");
    assertThat(project.git("status", "--porcelain")).isEmpty();

    project.file("readme", "2\n").file("new.txt", "1\n");
    assertThat(claims(project))
        .contains("**▲ contradicts**", "1 changed and 1 untracked file in the working tree");
    assertThat(project.git("status", "--porcelain").lines()).hasSize(2);
  }

  @Test
  void branches_that_are_not_at_the_remote_as_they_are_here_are_named() throws IOException {
    assertThat(claimed("repository: {synced: true}"))
        .contains("**? unknown**", "this repository has no remote");
    Path place = directory.resolve("clone");
    project.git("clone", "-q", "file://" + project.directory(), place.toString());
    GitProject clone = project.at(place);

    assertThat(claims(clone)).contains("**✔ agrees**");

    clone.git("branch", "mine");
    clone.file("readme", "2\n").commit("Go on");
    assertThat(claims(clone))
        .contains("**▲ contradicts**", "main is another commit at origin, mine is not at origin");
    assertThat(clone.git("status", "--branch", "--porcelain")).contains("[ahead 1]");
  }

  @Test
  void the_tags_of_the_project_and_of_a_merged_wave_are_claims() throws IOException {
    String plan =
        """
        coord: 1
        project: {name: Shop, integration_branch: main, tag: PROJECT}
        workstreams: [{id: a, branch: f/a}]
        merges: {waves: [{id: w, workstreams: [a], tag: WAVE}]}
        """;
    project.file("coord.yml", plan.replace("PROJECT", "v9").replace("WAVE", "v1")).commit("Plan");
    assertThat(claims(project))
        .contains("| project | tag: v9 |", "there is no tag v9")
        .contains("tag: v1", ", and the wave is not merged");
    assertThat(Files.readString(project.path("target/coord/project.html.md")))
        .contains("`v9` **▲ contradicts** there is no tag v9");
    assertThat(Files.readString(project.path("target/coord/merges.html.md")))
        .containsPattern("`v1` .*contradicts.* v1 is at");

    project.merge("f/a");
    project.file("coord.yml", plan.replace("PROJECT", "v1").replace("WAVE", "v2")).commit("Plan");
    assertThat(claims(project))
        .contains("there is no tag v2, and the wave is merged")
        .containsPattern("tag: v1 .*✔ agrees");
  }

  @Test
  void the_tag_of_a_wave_that_was_given_up_is_not_there() throws IOException {
    project
        .file(
            "coord.yml",
            HEAD
                + """
                workstreams: [{id: d, branch: f/d, status: dropped}]
                merges: {waves: [{id: w, workstreams: [d], tag: v1}]}
                """)
        .commit("Plan");

    assertThat(claims(project)).contains("**▲ contradicts**", ", and the wave is given up");
  }

  @Test
  void a_tag_that_an_open_wave_ends_with_is_still_to_come() throws IOException {
    project
        .file(
            "coord.yml",
            """
            coord: 1
            project: {name: Shop, integration_branch: main, tag: v2}
            workstreams: [{id: a, branch: f/a}]
            merges: {waves: [{id: w, workstreams: [a], tag: v2}]}
            """)
        .commit("Plan");

    assertThat(claims(project)).doesNotContain("tag: v2").contains("# Claims");
  }

  @Test
  void commits_are_counted_from_a_time_to_a_time() throws IOException {
    long first = Long.parseLong(project.git("log", "-1", "--format=%ct", "main"));
    java.time.Instant time = java.time.Instant.ofEpochSecond(first);

    assertThat(
            claimed("commits: {since: \"" + time + "\", until: \"" + time + "\", count: \"= 1\"}"))
        .contains("**✔ agrees**");
    assertThat(claimed("commits: {until: \"" + time.minusSeconds(1) + "\", count: \"= 0\"}"))
        .contains("**✔ agrees**");
  }
}
