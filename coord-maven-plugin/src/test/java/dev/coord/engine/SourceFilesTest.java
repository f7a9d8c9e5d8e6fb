package dev.coord.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.assess.Assessment;
import dev.coord.assess.GateResult;
import dev.coord.it.GitProject;
import dev.coord.it.Reports;
import dev.coord.rule.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which files reports can tell of, in real repositories. */
class SourceFilesTest {

  private static final String PLAN =
      """
      coord: 1
      project: {name: Shop, integration_branch: main}
      workstreams: [{id: a, branch: feature/a, owns: [/src/]}]
      gates:
        - {id: new, coverage: {lines: ">= 100%", changed: true}}
        - {id: part, coverage: {lines: ">= 100%", of: {paths: [/src/]}}}
        - {id: found, findings: {total: "= 0", changed: true}}
        - {id: ours, findings: {total: "= 0", of: {workstream: a}}}
      """;

  private static final String LINES = "a = 1\n".repeat(10);

  @TempDir Path directory;

  private GitProject project;

  @BeforeEach
  void make() {
    project = GitProject.in(directory.resolve("shop")).file("coord.yml", PLAN);
    project.file(".gitignore", "*.sarif\ncoverage.xml\n");
    project.file("src/a.py", LINES).file("src/b.py", LINES).commit("Begin");
    project.branch("feature/a");
  }

  /**
   * Judges what reports tell of one file: its last line is not run, and of that there is a result.
   */
  private Assessment judge(String file, int lines) {
    project.file("coverage.xml", Reports.cobertura(file, lines - 1, 1));
    project.file("lint.sarif", Reports.sarif("lint", Reports.result("R", "error", file, lines)));
    return KnownShop.assess(
        project, Settings.in(project.directory()).environment(Map.of()).build());
  }

  private static List<String> summaries(Assessment assessment) {
    return assessment.gates().stream().map(row -> row.verdict().summary()).toList();
  }

  private static List<Outcome> outcomes(Assessment assessment) {
    return assessment.gates().stream().map(GateResult::outcome).toList();
  }

  @Test
  void a_new_file_that_is_only_staged_is_tracked() {
    project.file("src/n.py", "a = 1\n".repeat(3)).git("add", "src/n.py");

    assertThat(summaries(judge("src/n.py", 3)))
        .containsExactly(
            "66.6% < 100% (-33.4 points, 2/3 changed lines)",
            "66.6% < 100% (-33.4 points, 2/3 lines)",
            "1 != 0 (+1, 1 finding on changed lines by lint)",
            "1 != 0 (+1, 1 finding by lint)");
  }

  @Test
  void a_new_file_that_is_only_announced_is_tracked() {
    project.file("src/n.py", "a = 1\n".repeat(3)).git("add", "-N", "src/n.py");

    assertThat(outcomes(judge("src/n.py", 3))).containsOnly(Outcome.FAILED);
  }

  @Test
  void a_file_that_was_moved_in_the_index_alone_has_its_new_lines() {
    project.git("mv", "src/a.py", "src/c.py");
    project.append("src/c.py", "a = 2\n").git("add", "src/c.py");

    assertThat(summaries(judge("src/c.py", 11)))
        .containsExactly(
            "0.0% < 100% (-100.0 points, 0/1 changed lines)",
            "90.9% < 100% (-9.1 points, 10/11 lines)",
            "1 != 0 (+1, 1 finding on changed lines by lint)",
            "1 != 0 (+1, 1 finding by lint)");
  }

  @Test
  void what_the_index_dropped_and_is_still_there_counts() {
    project.git("rm", "-q", "--cached", "src/a.py");

    assertThat(KnownShop.row(judge("src/a.py", 10), "part.lines").outcome())
        .isEqualTo(Outcome.FAILED);
    assertThat(KnownShop.row(judge("src/a.py", 10), "ours.total").outcome())
        .isEqualTo(Outcome.FAILED);
  }

  @Test
  void a_result_on_a_link_is_one_on_the_file_where_it_leads() throws IOException {
    Files.createSymbolicLink(project.path("src/link.py"), Path.of("a.py"));
    project.append("src/a.py", "a = 2\n").commit("Link");

    assertThat(outcomes(judge("src/link.py", 11))).containsOnly(Outcome.FAILED);
    assertThat(
            KnownShop.row(judge("src/link.py", 11), "found.total").verdict().proof().get(0).text())
        .contains("Mend it");
  }

  @Test
  void an_old_link_shows_the_new_lines_of_the_file_where_it_leads() throws IOException {
    Files.createSymbolicLink(project.path("web"), Path.of("src"));
    project.commit("Link");
    project.git("branch", "-q", "-f", "main");
    project.append("src/a.py", "a = 2\n").commit("Change");

    assertThat(outcomes(judge("web/a.py", 11))).containsOnly(Outcome.FAILED);
    assertThat(KnownShop.row(judge("web/a.py", 3), "found.total").outcome())
        .isEqualTo(Outcome.PASSED);
  }

  @Test
  void a_new_link_that_leads_to_no_tracked_file_cannot_be_told() throws IOException {
    Files.writeString(directory.resolve("outside.py"), LINES);
    Files.createSymbolicLink(project.path("src/link.py"), directory.resolve("outside.py"));
    project.commit("Link");

    Assessment assessment = judge("src/link.py", 10);
    assertThat(KnownShop.row(assessment, "found.total").verdict().summary())
        .isEqualTo(
            "which lines of src/link.py were changed cannot be told: it is a symbolic link, and"
                + " leads to no tracked file");
    assertThat(KnownShop.row(assessment, "new.lines").outcome()).isEqualTo(Outcome.UNKNOWN);
  }

  @Test
  void without_an_index_that_can_be_read_committed_files_are_found() {
    project.git("update-index", "--split-index");

    Assessment assessment = judge("src/a.py", 10);
    assertThat(KnownShop.row(assessment, "part.lines").verdict().summary())
        .isEqualTo("90.0% < 100% (-10.0 points, 9/10 lines)");
    assertThat(KnownShop.row(assessment, "new.lines").outcome()).isEqualTo(Outcome.UNKNOWN);
  }
}
