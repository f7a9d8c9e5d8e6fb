package dev.coord.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.assess.Assessment;
import dev.coord.assess.ClaimCheck.Agreement;
import dev.coord.it.GitProject;
import dev.coord.rule.Outcome;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Workstreams that are said not to conflict, beside what git would merge. */
class NoConflictsTest {

  private static final String LINES = "1\n2\n3\n4\n5\n6\n7\n8\n9\n";

  @TempDir Path directory;
  private GitProject project;

  @BeforeEach
  void make() {
    project = GitProject.in(directory);
    project.file("CHANGELOG.md", LINES).file("src/x.txt", LINES).commit("Open the shop");
  }

  private void changing(String path, String a, String b) {
    project.branch("f/a").file(path, LINES.replace(a, "of a")).commit("Work of a");
    project.checkout("main");
    project.branch("f/b").file(path, LINES.replace(b, "of b")).commit("Work of b");
    project.checkout("main");
  }

  private Assessment assess(String status) {
    project
        .file(
            "coord.yml",
            """
            coord: 1
            project: {name: Shop, integration_branch: main}
            workstreams:
              - {id: a, branch: f/a, owns: [/src/**], keeps_off: [/src/b/**]}
              - {id: b, branch: f/b, owns: [/src/b/**], %s}
            boundaries:
              shared: [{paths: [/CHANGELOG.md], mode: inform}]
              no_conflicts: [{between: [a, b]}]
            gates: [{plan: {contradictions: "= 0"}}]
            """
                .formatted(status))
        .commit("Plan");
    Settings settings = Settings.in(directory).build();
    return Repositories.open(
        project,
        opened ->
            new Pipeline(settings, opened, project.path("target/coord"), false)
                .run()
                .assessment()
                .orElseThrow());
  }

  private String claim(String status) {
    return assess(status).claims().stream()
        .filter(claim -> claim.claim().equals("no conflict between a and b"))
        .map(claim -> claim.agreement() + ": " + claim.observed())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void distant_lines_of_a_file_merge_without_a_conflict() {
    changing("src/x.txt", "1", "9");

    assertThat(claim("status: doing"))
        .isEqualTo(
            "AGREES: their branches change src/x.txt in common, which is shared or merges without a"
                + " conflict");
  }

  @Test
  void the_same_line_is_a_conflict_in_a_shared_file_as_well() {
    changing("CHANGELOG.md", "5", "5");

    assertThat(claim("status: doing")).isEqualTo("CONTRADICTS: a and b conflict in CHANGELOG.md");
  }

  @Test
  void of_what_is_merged_a_common_path_that_nothing_shares_contradicts() {
    changing("src/x.txt", "1", "9");
    project.merge("f/a");
    project.merge("f/b");

    assertThat(claim("status: merged")).isEqualTo("CONTRADICTS: a and b both change src/x.txt");
  }

  @Test
  void of_what_is_merged_a_common_path_that_is_shared_does_not() {
    changing("CHANGELOG.md", "1", "9");
    project.merge("f/a");
    project.merge("f/b");

    assertThat(claim("status: merged")).startsWith("AGREES: ").contains("CHANGELOG.md");
  }

  @Test
  void a_branch_that_the_plan_says_is_not_begun_leaves_no_claim_open() {
    project.branch("f/a").file("src/x.txt", "1\n").commit("Work of a");
    project.checkout("main");
    Assessment seen = assess("status: not started");

    assertThat(claim("status: not started")).startsWith("AGREES: ");
    assertThat(seen.gates().get(0).verdict().outcome()).isEqualTo(Outcome.PASSED);
  }

  @Test
  void a_branch_that_is_said_to_be_under_way_and_is_not_there_leaves_it_open() {
    project.branch("f/a").file("src/x.txt", "1\n").commit("Work of a");
    project.checkout("main");
    Assessment seen = assess("status: doing");

    assertThat(claim("status: doing")).startsWith(Agreement.UNKNOWN.name());
    assertThat(seen.gates().get(0).verdict().outcome()).isEqualTo(Outcome.UNKNOWN);
  }

  @Test
  void a_file_that_one_owner_keeps_off_is_owned_by_the_other_alone() {
    project.file("src/b/y.txt", "1\n").commit("Work");
    Assessment seen = assess("status: todo");

    assertThat(seen.ownership().optional().orElseThrow().overlaps()).isEmpty();
    assertThat(seen.ownership().optional().orElseThrow().patterns())
        .extracting(use -> use.workstream() + " " + use.role() + " " + use.files())
        .contains("a owns 2", "b owns 1", "a keeps off 1");
  }
}
