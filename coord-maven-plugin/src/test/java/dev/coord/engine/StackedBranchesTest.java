package dev.coord.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.it.GitProject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A branch that was begun on another one has its commits; they are the other one's work. */
class StackedBranchesTest {

  @TempDir Path directory;
  private GitProject project;

  @BeforeEach
  void make() {
    project = GitProject.in(directory).on(Instant.parse("2026-01-05T10:00:00Z"));
    project.file("README.md", "1\n").commit("Open the shop");
    project.branch("f/a").file("src/a.txt", "1\n").commit("Work of a");
    project.branch("f/b").file("src/b.txt", "1\n").commit("Work of b");
  }

  /** The claims about files and conflicts, with b's files as given. */
  private List<String> claims(String a, String b, String depends, String files) throws IOException {
    project.checkout("main");
    project.file(
        "coord.yml",
        """
        coord: 1
        project: {name: Shop, integration_branch: main}
        workstreams:
          - {id: a, branch: f/a, status: %s, files: [{path: src/a.txt, change: created}]}
          - {id: b, branch: f/b, status: %s, depends_on: [%s], files: [%s]}
        boundaries: {no_conflicts: [{between: [a, b]}]}
        """
            .formatted(a, b, depends, files));
    project.on(Instant.parse("2026-01-26T10:00:00Z")).commit("Plan");
    new Coord().site(Settings.in(directory).build());
    return Files.readString(project.path("target/coord/claims.html.md"))
        .lines()
        .filter(line -> line.matches("\\| .*(created|modified|deleted|files:|no conflict) .*"))
        .toList();
  }

  private static final String OWN = "{path: src/b.txt, change: created}";

  @Test
  void what_came_with_the_commits_of_the_lower_branch_is_not_of_the_upper_one() throws IOException {
    List<String> live = claims("ready", "ready", "a", OWN);
    List<String> undeclared = claims("ready", "ready", "", OWN);
    project.merge("f/b");
    List<String> merged = claims("merged", "merged", "a", OWN);

    assertThat(List.of(live, undeclared, merged))
        .allSatisfy(
            claims ->
                assertThat(claims)
                    .hasSize(3)
                    .allSatisfy(line -> assertThat(line).contains("agrees"))
                    .anySatisfy(line -> assertThat(line).contains("f/a adds src/a.txt"))
                    .anySatisfy(line -> assertThat(line).contains("f/b adds src/b.txt"))
                    .anySatisfy(line -> assertThat(line).contains("change no path in common")));
  }

  @Test
  void so_it_is_after_a_squash_of_the_lower_branch() throws IOException {
    project.checkout("main").git("merge", "--squash", "f/a");
    project.commit("Work of a (#1)");

    assertThat(claims("merged", "ready", "a", OWN))
        .hasSize(3)
        .allSatisfy(line -> assertThat(line).contains("agrees"));
  }

  @Test
  void what_the_upper_branch_itself_did_to_files_of_the_lower_one_is_told() throws IOException {
    project.file("src/a.txt", "2\n").commit("Change it");

    assertThat(claims("ready", "ready", "a", OWN))
        .anySatisfy(line -> assertThat(line).contains("f/b changes src/a.txt, which is not listed"))
        .anySatisfy(line -> assertThat(line).contains("src/a.txt in common, which is shared or"));
    assertThat(claims("ready", "ready", "a", OWN + ", {path: src/a.txt, change: modified}"))
        .anySatisfy(line -> assertThat(line).contains("agrees", "f/b changes src/a.txt"));
    assertThat(claims("ready", "ready", "a", OWN + ", {path: src/a.txt, change: created}"))
        .anySatisfy(
            line ->
                assertThat(line)
                    .contains("contradicts", "f/b changes src/a.txt, which was there before"));
    project.merge("f/b");
    assertThat(claims("merged", "merged", "a", OWN))
        .anySatisfy(line -> assertThat(line).contains("a and b both change src/a.txt"));
  }

  @Test
  void a_file_of_the_lower_branch_that_the_upper_one_took_out_is_deleted() throws IOException {
    project.delete("src/a.txt").commit("Take it out");

    assertThat(claims("ready", "ready", "a", OWN + ", {path: src/a.txt, change: deleted}"))
        .anySatisfy(line -> assertThat(line).contains("agrees", "f/b deletes src/a.txt"));
  }

  @Test
  void what_the_lower_branch_does_not_list_is_told_of_it_alone() throws IOException {
    project.checkout("f/a").file("src/more.txt", "1\n").commit("More of a");
    project.checkout("f/b").git("rebase", "f/a");

    assertThat(claims("ready", "ready", "a", OWN))
        .filteredOn(line -> line.contains("files: 1 entry"))
        .singleElement()
        .asString()
        .contains("f/a changes src/more.txt, which is not listed");
  }

  @Test
  void a_commit_in_common_of_branches_that_both_went_on_is_of_neither_for_sure()
      throws IOException {
    project.checkout("f/a").file("src/more.txt", "1\n").commit("More of a");

    assertThat(claims("ready", "ready", "", OWN))
        .filteredOn(line -> line.contains("contradicts"))
        .singleElement()
        .asString()
        .contains("f/a changes src/more.txt, which is not listed");
  }

  private static final String ELEVEN = "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n";

  /**
   * A branch that was begun on one that is squashed and deleted: the ownership of it, and what it
   * is said not to list.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "squashed                    | ✔ passed  | ''",
        "squashed, main goes on      | ✔ passed  | ''",
        "squashed, another line      | ✔ passed  | ''",
        "squashed after another line | ✔ passed  | ''",
        "rebased                     | ✔ passed  | ''",
        "squashed, both              | ✔ passed  | ''",
        "squashed, both, reverted    | ✘ failed  | f/up changes old/a.txt, which is not listed",
        "squashed, the same line     | ? unknown | 'f/up' begins with commits that",
        "squashed, half of it gone   | ? unknown | brought to 'main', which changed old/a.txt since",
        "squashed, reverted          | ✘ failed  | f/up changes old/a.txt, which is not listed",
        "not merged                  | ✘ failed  | f/up changes old/a.txt, which is not listed",
        "squashed, changed by b      | ✘ failed  | f/up changes old/a.txt, which is not listed",
      })
  void what_a_squash_brought_of_a_branch_that_is_gone_is_not_of_the_one_that_was_begun_on_it(
      String way, String ownership, String unlisted) throws IOException {
    project.checkout("main").file("old/a.txt", ELEVEN);
    project.file(
        "coord.yml",
        """
        coord: 1
        project: {name: Shop, integration_branch: main}
        workstreams:
          - {id: a, branch: f/low, owns: [/old/]}
          - {id: b, branch: f/up, status: ready, depends_on: [a], owns: [/new/], files: [{path: new}]}
        gates: [{ownership: {}}]
        """);
    project.commit("Plan");
    project.branch("f/low").file("old/a.txt", ELEVEN.replace("2\n", "two\n")).commit("Low, one");
    project.file("old/a.txt", ELEVEN.replace("2\n", "two\nmore\n")).commit("Low, two");
    project.branch("f/up").file("new/b.txt", "1\n").commit("Up");
    if (way.endsWith("changed by b")) {
      project.file("old/a.txt", ELEVEN.replace("2\n", "two\nmore\nof b\n")).commit("Theirs");
    }
    project.checkout("main");
    if (way.equals("squashed after another line")) {
      project.file("old/a.txt", ELEVEN.replace("11", "eleven")).commit("Before");
    }
    if (way.startsWith("squashed")) {
      project.git("merge", "--squash", "f/low");
      project.commit("Low (#1)");
    } else if (way.equals("rebased")) {
      project.git("cherry-pick", "f/low~1", "f/low");
    }
    String low = Files.readString(project.path("old/a.txt"));
    switch (way) {
      case "squashed, main goes on" -> project.file("other.txt", "1\n");
      case "squashed, another line" -> project.file("old/a.txt", low.replace("11", "eleven"));
      case "squashed, the same line" -> project.file("old/a.txt", low.replace("two", "deux"));
      case "squashed, half of it gone" -> project.file("old/a.txt", low.replace("more\n", ""));
      case "squashed, reverted" -> project.file("old/a.txt", ELEVEN);
      default -> project.file("README.md", "2\n");
    }
    project.commit("Go on");
    project.git("branch", "-D", "f/low");
    if (way.startsWith("squashed, both")) {
      project.git("merge", "--squash", "f/up");
      project.commit("Up (#2)");
    }
    if (way.equals("squashed, both, reverted")) {
      project.git("revert", "--no-edit", "HEAD", "HEAD~2");
    }
    project.checkout("f/up");

    new Coord().site(Settings.in(directory).build());
    assertThat(Files.readString(project.path("target/coord/gates.html.md")).lines())
        .filteredOn(line -> line.startsWith("| **ownership (b)**"))
        .singleElement()
        .asString()
        .contains("**" + ownership);
    assertThat(Files.readString(project.path("target/coord/claims.html.md")).lines())
        .filteredOn(line -> line.contains("files: 1 entry"))
        .hasSize(unlisted.isEmpty() ? 0 : 1)
        .allSatisfy(line -> assertThat(line).contains(unlisted));
  }
}
