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

/** A rebase moves commits to a later day, and not the day on which they were written. */
class RebasedCommitsTest {

  @TempDir Path directory;
  private GitProject project;

  /** Two commits written on the 12th and rebased on the 19th, and one of the 13th that was not. */
  @BeforeEach
  void make() {
    project = GitProject.in(directory).on(Instant.parse("2026-01-05T10:00:00Z"));
    project.file("README.md", "1\n").commit("Open the shop");
    project.branch("f/a").on(Instant.parse("2026-01-12T10:00:00Z"));
    project.file("a.txt", "1\n2\n").commit("First");
    project.file("b.txt", "1\n").commit("Second");
    project.checkout("main").on(Instant.parse("2026-01-13T10:00:00Z"));
    project.file("c.txt", "1\n").commit("Third");
    project.checkout("f/a").on(Instant.parse("2026-01-19T10:00:00Z"));
    project.git("rebase", "-q", "main");
    project.checkout("main").git("merge", "-q", "--ff-only", "f/a");
  }

  private void site(String plan) throws IOException {
    project.file("coord.yml", "coord: 1\nproject: {name: Shop, integration_branch: main}\n" + plan);
    project.on(Instant.parse("2026-01-26T10:00:00Z")).commit("Plan");
    new Coord().site(Settings.in(directory).build());
  }

  private List<String> days(String format) {
    return project.git("log", "--format=" + format, "f/a").lines().toList();
  }

  @Test
  void git_tells_two_days_of_a_rebased_commit() {
    assertThat(days("%as")).containsExactly("2026-01-12", "2026-01-12", "2026-01-13", "2026-01-05");
    assertThat(days("%cs")).containsExactly("2026-01-19", "2026-01-19", "2026-01-13", "2026-01-05");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "since: 2026-01-12, until: 2026-01-12 | count: '= 2' | agrees      | authors",
        "since: 2026-01-12, until: 2026-01-12 | added: '= 3' | unknown     | ''",
        "since: 2026-01-12, until: 2026-01-13 | added: '= 4' | agrees      | authors",
        "since: 2026-01-12, until: 2026-01-13 | files: '= 3' | agrees      | authors",
        "since: 2026-01-12, until: 2026-01-12 | count: '= 0' | agrees      | ''",
        "since: 2026-01-19, until: 2026-01-19 | count: '= 2' | agrees      | ''",
        "since: 2026-01-19, until: 2026-01-19 | count: '= 0' | agrees      | authors",
        "since: 2026-01-12, until: 2026-01-12 | count: '= 3' | contradicts | ''",
        "since: 2026-01-12, until: 2026-01-12 | count: '= 1' | contradicts | ''",
        "since: 2026-01-14, until: 2026-01-15 | count: '= 2' | contradicts | ''",
        "until: 2026-01-13                    | count: '= 4' | agrees      | authors",
        "until: 2026-01-13                    | count: '= 2' | agrees      | ''",
        "since: 2026-01-13                    | count: '= 2' | contradicts | ''",
        "since: 2026-01-13                    | count: '= 1' | agrees      | authors",
        "message: '*'                         | count: '= 9' | contradicts | ''",
      })
  void a_claim_of_a_time_agrees_where_either_of_the_two_days_does(
      String time, String counted, String agreement, String by) throws IOException {
    site(
        "claims: [{id: c, says: So many., holds_when: {commits: {branch: f/a, %s, %s}}}]\n"
            .formatted(time, counted));

    assertThat(Files.readString(project.path("target/coord/claims.html.md")).lines())
        .filteredOn(line -> line.startsWith("| [claim c"))
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line).contains(agreement + "**");
              assertThat(line.contains("by the times of their " + by)).isEqualTo(!by.isEmpty());
            });
  }

  @Test
  void a_task_that_is_said_to_be_open_may_be_by_the_days_of_the_authors() throws IOException {
    site(
        """
        workstreams:
          - id: a
            tasks:
              - text: Nothing was done on the 19th
                state: todo
                done_when: {commits: {since: 2026-01-19, until: 2026-01-19, count: "> 0"}}
        """);

    assertThat(Files.readString(project.path("target/coord/claims.html.md")))
        .contains("agrees** 0 ≤ 0 (0, commits), by the times of their authors");
  }

  @Test
  void a_gate_goes_by_the_committers_days_alone() throws IOException {
    site("gates: [{commits: {since: 2026-01-12, until: 2026-01-12, count: \"= 2\"}}]\n");

    assertThat(Files.readString(project.path("target/coord/status.json")))
        .contains("0 != 2 (-2, commits)");
  }
}
