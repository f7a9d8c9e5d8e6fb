package dev.coord.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.assess.Assessment;
import dev.coord.assess.ClaimCheck;
import dev.coord.it.GitProject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What may have come with a branch that was fast-forwarded or never begun, in a fresh clone. */
class UndecidedChangesTest {

  @TempDir Path directory;
  private GitProject project;

  @BeforeEach
  void make() {
    project = GitProject.in(directory);
    project.file("README.md", "1\n").commit("Open the shop");
    project.branch("f/a").as("ana", "ana@example.org");
    project.file("src/a.txt", "1\n").commit("Write a");
    project.checkout("main").git("merge", "-q", "--ff-only", "f/a");
  }

  private List<String> claims() throws IOException {
    project.file(
        "coord.yml",
        """
        coord: 1
        project: {name: Shop, integration_branch: main}
        people: [{id: ana, email: ana@example.org}]
        workstreams:
          - id: a
            branch: f/a
            owner: ana
            status: merged
            files: [{path: src/a.txt, change: created}, {path: src/never.txt, change: created}]
          - {id: b, branch: f/b, status: todo}
        boundaries:
          branches: {protected: [main], except: [/coord.yml]}
          no_conflicts: [{between: [a, b]}]
        """);
    project.as("ana", "ana@example.org").commit("Plan");
    try (Stream<Path> logs = Files.walk(directory.resolve(".git/logs"))) {
      for (Path log : logs.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(log);
      }
    }
    Settings settings = Settings.in(directory).build();
    Assessment seen =
        Repositories.open(
            project,
            opened ->
                new Pipeline(settings, opened, project.path("target/coord"), false)
                    .run()
                    .assessment()
                    .orElseThrow());
    return seen.claims().stream().map(UndecidedChangesTest::told).toList();
  }

  private static String told(ClaimCheck claim) {
    return claim.claim() + " -> " + claim.agreement() + ": " + claim.observed();
  }

  private static final String WHY =
      "whether f/a brought anything cannot be told (fast-forwarded or never begun, which cannot be"
          + " told: its last commit is there, by one of its people)";

  @Test
  void files_conflicts_and_direct_commits_that_can_be_its_own_are_unknown() throws IOException {
    assertThat(claims())
        .contains(
            "created src/a.txt -> UNKNOWN: " + WHY,
            "no conflict between a and b -> UNKNOWN: " + WHY,
            "nobody commits directly to main -> UNKNOWN: " + WHY);
  }

  @Test
  void a_file_that_no_commit_ever_made_is_not_its_work() throws IOException {
    assertThat(claims())
        .contains("created src/never.txt -> CONTRADICTS: src/never.txt is not there");
  }

  @Test
  void a_commit_that_cannot_be_its_own_came_with_no_merge() throws IOException {
    project.as("cleo", "cleo@example.org").file("other.txt", "1\n").commit("Directly");

    assertThat(claims())
        .filteredOn(claim -> claim.startsWith("nobody commits directly to main"))
        .singleElement()
        .asString()
        .contains("CONTRADICTS: 1 commit came with no merge: ", " by cleo");
  }
}
