package dev.coord.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.it.GitProject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a branch took in of another one that is not merged yet is that one's change. */
class TakenInBranchesTest {

  @TempDir Path directory;
  private GitProject project;

  @BeforeEach
  void make() {
    project = GitProject.in(directory).on(Instant.parse("2026-01-05T10:00:00Z"));
    plan("");
  }

  private void plan(String depends) {
    project
        .file(
            "coord.yml",
            """
            coord: 1
            project: {name: Shop, integration_branch: main}
            people: [{id: ana, email: ana@shop.example}, {id: ben, email: ben@shop.example}]
            workstreams:
              - {id: a, owner: ana, branch: f/a, owns: [/a/]%s}
              - {id: b, owner: ben, branch: f/b, owns: [/b/]}
            boundaries: {protected: [/pom.xml]}
            gates: [{ownership: {}}]
            """
                .formatted(depends))
        .commit("Plan");
  }

  private GitProject ana() {
    return project.as("Ana", "ana@shop.example");
  }

  private GitProject ben() {
    return project.as("Ben", "ben@shop.example");
  }

  /** What the gate says of the branch that is checked out. */
  private String ownership() throws IOException {
    new Coord().site(Settings.in(directory).build());
    return Files.readString(project.path("target/coord/gates.html.md"))
        .lines()
        .filter(line -> line.startsWith("| **ownership (a)**"))
        .findFirst()
        .orElseThrow();
  }

  private void merged() {
    ben().branch("f/b").file("b/1.txt", "1\n").commit("Of b");
    ana().checkout("main").branch("f/a").file("a/1.txt", "1\n").commit("Of a");
    project.merge("f/b");
  }

  @Test
  void a_branch_that_merged_another_one_is_not_accused_of_its_files() throws IOException {
    merged();
    assertThat(ownership()).contains("✔ passed", "1 file changed by a");

    ben().checkout("f/b").file("b/2.txt", "1\n").commit("More of b");
    project.checkout("f/a");
    assertThat(ownership()).as("that one went on").contains("✔ passed");
  }

  @Test
  void what_it_changed_again_is_its_own() throws IOException {
    merged();
    project.file("b/1.txt", "2\n");
    assertThat(ownership()).as("not committed").contains("✘ failed", "1 file of b changed by a");

    project.commit("Change it");
    assertThat(ownership()).contains("✘ failed", "1 file of b changed by a");
  }

  @Test
  void so_is_what_its_merge_changed() throws IOException {
    ben().branch("f/b").file("b/1.txt", "1\n").commit("Of b");
    ana().checkout("main").branch("f/a").file("a/1.txt", "1\n").commit("Of a");
    project.git("merge", "-q", "--no-ff", "--no-commit", "f/b");
    project.file("b/1.txt", "2\n").commit("Merge f/b");

    assertThat(ownership()).contains("✘ failed", "1 file of b changed by a");
  }

  @Test
  void a_branch_that_was_begun_on_another_ones_is_not_accused_of_what_its_owner_committed()
      throws IOException {
    ben().branch("f/b").file("b/1.txt", "1\n").commit("Of b");
    ana().branch("f/a").file("a/1.txt", "1\n").commit("Of a");

    assertThat(ownership()).contains("✔ passed", "1 file changed by a");
  }

  @Test
  void nor_where_the_plan_says_that_it_depends_on_that_one() throws IOException {
    plan(", depends_on: [b]");
    ana().branch("f/b").file("b/1.txt", "1\n").commit("Of b");
    project.branch("f/a").file("a/1.txt", "1\n").commit("Of a");

    assertThat(ownership()).contains("✔ passed", "1 file changed by a");
  }

  @Test
  void its_own_commit_stays_its_own_when_another_branch_is_begun_on_it_or_merges_it()
      throws IOException {
    ana().branch("f/a").file("b/1.txt", "1\n").commit("Of b, by a");
    project.git("branch", "f/b");
    project.file("a/1.txt", "1\n").commit("Of a");
    assertThat(ownership()).as("begun on it").contains("✘ failed", "1 file of b changed by a");

    project.git("checkout", "-q", "-B", "f/b", "main");
    ben().file("b/2.txt", "1\n").commit("Of b");
    project.merge("f/a");
    project.checkout("f/a");
    assertThat(ownership()).as("merged").contains("✘ failed", "1 file of b changed by a");
  }

  @Test
  void what_the_other_one_must_not_change_either_is_told_of_whoever_would_merge_it()
      throws IOException {
    ben().branch("f/b").file("pom.xml", "<project/>\n").commit("Of b");
    ana().checkout("main").branch("f/a").file("a/1.txt", "1\n").commit("Of a");
    project.merge("f/b");

    assertThat(ownership()).contains("✘ failed", "pom.xml");
  }

  @Test
  void a_branch_that_is_gone_explains_nothing() throws IOException {
    merged();
    project.git("branch", "-D", "f/b");

    assertThat(ownership()).contains("✘ failed", "1 file of b changed by a");
  }

  /** Both branches have what b made of a file that main changed meanwhile. */
  private void crossed(String here) {
    project.file("b/0.txt", "1\n2\n3\n4\n5\n").commit("Of b, before");
    ben().branch("f/b").file("b/0.txt", "b\n2\n3\n4\n5\n").commit("Of b");
    project.checkout("main").file("b/0.txt", here).commit("Of b, on main");
    ana().git("checkout", "-q", "-b", "f/a", "HEAD~1");
    project.file("a/1.txt", "1\n").commit("Of a");
  }

  @Test
  void so_is_what_its_merge_dropped_of_the_integration_branch() throws IOException {
    crossed("1\n2\n3\n4\nmain\n");
    project.merge("f/b");
    String merged = project.git("rev-parse", "HEAD");
    project.git("merge", "-q", "-s", "ours", "--no-edit", "main");
    assertThat(ownership()).as("-s ours").contains("✘ failed", "1 file of b changed by a");

    project.git("reset", "-q", "--hard", merged + "^1");
    project.git("merge", "-q", "-s", "ours", "--no-edit", "main");
    project.merge("f/b");
    assertThat(ownership()).as("before it took b in").contains("✘ failed", "1 file of b");
  }

  @Test
  void so_is_the_side_that_it_took_of_a_conflict() throws IOException {
    crossed("main\n2\n3\n4\n5\n");
    project.merge("f/b");
    project.git("merge", "-q", "-X", "ours", "--no-edit", "main");
    assertThat(ownership()).contains("✘ failed", "1 file of b changed by a");

    project.git("reset", "-q", "--hard", "HEAD~2");
    project.merge("main");
    project.git("merge", "-q", "-X", "theirs", "--no-edit", "f/b");
    assertThat(ownership()).as("the other way round").contains("✘ failed", "1 file of b");
  }

  @Test
  void what_git_merges_by_itself_is_not() throws IOException {
    crossed("1\n2\n3\n4\nmain\n");
    project.merge("f/b");
    project.merge("main");

    assertThat(ownership()).contains("✔ passed", "1 file changed by a");
  }
}
