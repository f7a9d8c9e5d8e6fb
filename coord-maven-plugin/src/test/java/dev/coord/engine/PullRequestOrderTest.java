package dev.coord.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.it.GitProject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Orders of the merge queue whose entries are known by the numbers of their pull requests. */
class PullRequestOrderTest {

  @TempDir Path directory;

  private GitProject project;

  private void merge(String branch, String subject) {
    project.git("checkout", "-q", "-b", branch);
    project.file(branch + ".txt", "x\n").commit("Work on " + branch);
    project.git("checkout", "-q", "main");
    project.git("merge", "-q", "--no-ff", "-m", subject, branch);
    project.git("branch", "-q", "-D", branch);
  }

  private List<String> claims(String queue, String... merges) throws IOException {
    project = GitProject.in(directory);
    project
        .file(
            "coord.yml",
            """
            coord: 1
            project: {name: Shop, integration_branch: main}
            workstreams: [{id: c, branch: fix-c}]
            merges: {queue: [%s]}
            """
                .formatted(queue))
        .commit("Plan");
    for (int i = 0; i < merges.length; i += 2) {
      merge(merges[i], merges[i + 1]);
    }
    new Coord().site(Settings.in(directory).build());
    return Files.readString(directory.resolve("target/coord/claims.html.md"))
        .lines()
        .filter(line -> line.contains(" comes after "))
        .toList();
  }

  private String id(String subject) {
    return project
        .git("log", "-1", "--format=%h", "--abbrev=7", "--fixed-strings", "--grep=" + subject)
        .strip();
  }

  private static final String TWELVE = "Merge pull request #12 from shop/x";
  private static final String THIRTEEN = "Merge pull request #13 from shop/y";

  @Test
  void a_pull_request_that_was_merged_before_an_earlier_one_contradicts_the_queue()
      throws IOException {
    assertThat(claims("{pull_request: 12}, {pull_request: 13}", "y", THIRTEEN, "x", TWELVE))
        .singleElement()
        .asString()
        .contains("13 comes after 12 in the merge queue", "contradicts")
        .contains("pull request 13 is merged by " + id(THIRTEEN))
        .contains("pull request 12 is merged by " + id(TWELVE));
  }

  @Test
  void pull_requests_in_the_order_of_the_queue_contradict_nothing() throws IOException {
    assertThat(claims("{pull_request: 12}, {pull_request: 13}", "x", TWELVE, "y", THIRTEEN))
        .isEqualTo(List.of());
  }

  @Test
  void a_number_and_a_branch_are_held_against_each_other() throws IOException {
    assertThat(
            claims(
                "{pull_request: 12}, {workstream: c}",
                "fix-c",
                "Merge branch 'fix-c'",
                "x",
                TWELVE))
        .singleElement()
        .asString()
        .contains("c comes after 12 in the merge queue", "contradicts")
        .contains("pull request 12 is merged by " + id(TWELVE));
  }

  @Test
  void a_number_that_no_merge_names_is_held_against_nothing() throws IOException {
    assertThat(claims("{pull_request: 12}, {pull_request: 13}", "y", THIRTEEN, "x", "Tidy (#12)"))
        .isEqualTo(List.of());
  }
}
