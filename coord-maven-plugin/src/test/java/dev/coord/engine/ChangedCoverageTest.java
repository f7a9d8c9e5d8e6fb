package dev.coord.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.assess.Assessment;
import dev.coord.assess.GateResult;
import dev.coord.it.GitProject;
import dev.coord.it.Reports;
import dev.coord.it.Team;
import dev.coord.rule.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Coverage of what was changed, in real repositories. */
class ChangedCoverageTest {

  /** When reports are written: after all files of the working tree. */
  private static final Instant CLOCK = Instant.now().plusSeconds(60);

  private static final String A = "src/main/java/shop/A.java";

  @TempDir Path directory;

  private GitProject project;

  @BeforeEach
  void make() {
    project = GitProject.in(directory.resolve("shop"));
    project.file(".gitignore", "target\n");
    project.file(
        "coord.yml",
        """
        coord: 1
        project: {name: Shop, integration_branch: main}
        workstreams: [{id: a, branch: feature/a, owns: [/src/**]}]
        gates:
          - coverage: {lines: ">= 80%", changed: true}
        """);
    project.file(A, numbered(100)).commit("Plan");
  }

  private static String numbered(int lines) {
    StringBuilder text = new StringBuilder();
    for (int i = 1; i <= lines; i++) {
      text.append("// ").append(i).append('\n');
    }
    return text.toString();
  }

  /** The file with some of its lines changed. */
  private void change(int first, int last) {
    StringBuilder text = new StringBuilder();
    for (int i = 1; i <= 100; i++) {
      text.append(i >= first && i <= last ? "// new " : "// ").append(i).append('\n');
    }
    project.file(A, text.toString());
  }

  private void written(String path, Instant when) {
    try {
      Files.setLastModifiedTime(project.path(path), FileTime.from(when));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Settings settings(Map<String, String> environment) {
    written(Team.COVERAGE, CLOCK);
    return Settings.in(project.directory())
        .clock(CLOCK)
        .environment(environment)
        .sessionStart(Optional.of(Instant.EPOCH))
        .build();
  }

  /** Judges with a report in which the first lines of the file were run. */
  private GateResult judge(int covered, Map<String, String> environment) {
    project.file(Team.COVERAGE, Reports.jacoco("shop", "A.java", covered, 100 - covered));
    Settings settings = settings(environment);
    Assessment assessment =
        Repositories.open(
            project,
            opened ->
                new Pipeline(settings, opened, project.path("target/coord"), false)
                    .run()
                    .assessment()
                    .orElseThrow());
    return assessment.gates().stream()
        .filter(gate -> gate.verdict().key().equals("lines"))
        .findFirst()
        .orElseThrow();
  }

  private GateResult judge(int covered) {
    return judge(covered, Map.of());
  }

  @Test
  void a_branch_is_judged_by_what_it_changed_since_it_left_its_base() {
    project.branch("feature/a");
    change(11, 20);
    project.commit("Change");
    project.checkout("main").file("other", "other").commit("Other");
    project.checkout("feature/a");

    assertThat(judge(18).outcome()).isEqualTo(Outcome.PASSED);
    GateResult failed = judge(17);
    assertThat(failed.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(failed.verdict().summary())
        .isEqualTo("70.0% < 80% (-10.0 points, 7/10 changed lines)");
    assertThat(failed.verdict().proof().get(0).text()).isEqualTo("new and not covered: 18-20");
    assertThat(failed.verdict().proof().get(0).location().orElseThrow().fileAndLine())
        .isEqualTo(A + ":18");
  }

  @Test
  void what_is_not_committed_counts_as_the_reports_count_it() {
    project.branch("feature/a");
    change(11, 20);
    project.commit("Change");
    change(11, 30);
    written(A, CLOCK);

    assertThat(judge(20).verdict().summary())
        .isEqualTo("50.0% < 80% (-30.0 points, 10/20 changed lines)");
  }

  @Test
  void what_was_edited_after_the_reports_is_not_what_they_measure() {
    project.branch("feature/a");
    change(11, 20);
    project.commit("Change");
    change(11, 30);
    written(A, CLOCK.plusSeconds(2));

    GateResult row = judge(100);
    assertThat(row.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(row.verdict().summary())
        .isEqualTo(A + " was edited or checked out after the coverage reports were written");
  }

  @Test
  void what_was_checked_out_after_the_reports_is_not_what_they_measure() {
    project.branch("feature/a");
    change(11, 20);
    project.commit("Change");
    written(A, CLOCK.plusSeconds(2));

    GateResult row = judge(100);
    assertThat(row.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(row.verdict().summary())
        .isEqualTo(A + " was edited or checked out after the coverage reports were written");
    assertThat(row.verdict().remedy()).contains("Run the tests again");
  }

  @Test
  void in_ci_reports_of_an_earlier_job_tell_of_what_is_committed() {
    project.branch("feature/a");
    change(11, 20);
    project.commit("Change");
    written(A, CLOCK.plusSeconds(2));

    assertThat(judge(18, Map.of("CI", "true")).verdict().summary())
        .isEqualTo("80.0% >= 80% (8/10 changed lines)");
  }

  @Test
  void on_the_integration_branch_the_last_commit_counts_or_what_was_pushed() {
    change(11, 20);
    String before = project.commit("First");
    change(11, 30);
    project.commit("Second");

    assertThat(judge(25).verdict().summary())
        .isEqualTo("50.0% < 80% (-30.0 points, 5/10 changed lines)");
    assertThat(
            judge(
                    25,
                    Map.of(
                        "GITLAB_CI", "true",
                        "CI_COMMIT_BRANCH", "main",
                        "CI_COMMIT_BEFORE_SHA", project.git("rev-parse", before + "~1")))
                .verdict()
                .summary())
        .isEqualTo("75.0% < 80% (-5.0 points, 15/20 changed lines)");
  }

  @Test
  void of_a_pull_request_that_ci_merged_the_lines_of_the_merge_count() {
    project.branch("feature/a");
    change(51, 60);
    String tip = project.commit("Change");
    project.checkout("main").file(A, "// first\n" + numbered(99)).commit("First");
    Repositories.mergedIntoMain(project, tip);
    GateResult judged = judge(58, Repositories.pullRequest("feature/a"));

    assertThat(judged.verdict().summary())
        .isEqualTo("70.0% < 80% (-10.0 points, 7/10 changed lines)");
  }

  @Test
  void a_change_of_nothing_that_can_be_run_passes_and_says_so() {
    project.branch("feature/a").file("README.md", "Read me.\n").commit("Document");

    assertThat(judge(1).outcome()).isEqualTo(Outcome.PASSED);
    assertThat(judge(1).verdict().summary()).isEqualTo("the reports measure no changed line");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{paths: [/typo/]}", "{package: nope}", "{workstream: b}", "{owner: ben}"})
  void of_a_part_in_which_nothing_can_be_measured_nothing_is_judged(String of) {
    project
        .file(
            "coord.yml",
            """
            coord: 1
            project: {name: Shop, integration_branch: main}
            people: [{id: ben, name: Ben}]
            workstreams:
              - {id: a, branch: feature/a, owns: [/src/**]}
              - {id: b, owner: ben, branch: feature/b, owns: [/README.md]}
            gates:
              - coverage: {lines: ">= 80%%", changed: true, of: %s}
            """
                .formatted(of))
        .commit("Of a part");
    project.branch("feature/a").file("README.md", "Read me.\n").commit("Document");

    assertThat(judge(1).outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(judge(1).verdict().summary())
        .isEqualTo("judged nothing: no tracked file that the reports could measure fits of:");
  }

  @Test
  void a_new_source_that_no_report_mentions_is_unknown() {
    project.branch("feature/a").file("vouchers/Voucher.java", "class Voucher {}\n").commit("New");

    assertThat(judge(100).outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(judge(100).verdict().summary())
        .isEqualTo("no coverage report mentions vouchers/Voucher.java, which was changed");
  }

  @Test
  void the_page_and_the_status_list_the_new_lines_without_a_test() throws IOException {
    project.branch("feature/a");
    change(11, 20);
    project.commit("Change");
    project.file(Team.COVERAGE, Reports.jacoco("shop", "A.java", 15, 85));
    new Coord().site(settings(Map.of()));
    Path site = project.path("target/coord");
    String status = Files.readString(site.resolve("status.json"), StandardCharsets.UTF_8);

    assertThat(status.replaceAll("\\s+", " "))
        .contains(
            "\"uncommitted\": false, \"covered_lines\": 5, \"lines\": 10, \"covered_branches\": 0,"
                + " \"branches\": 0, \"files\": [ { \"path\": \"src/main/java/shop/A.java\","
                + " \"covered_lines\": 5, \"lines\": 10, \"covered_branches\": 0, \"branches\": 0,"
                + " \"not_covered\": [ \"16-20\" ] } ], \"unmeasured\": []");
    assertThat(Files.readString(site.resolve("coverage.html"), StandardCharsets.UTF_8))
        .contains("Changed lines", "50.0% (5 of 10 changed lines)", "16-20");
  }

  @Test
  void a_workstream_that_is_not_checked_out_cannot_be_told() {
    project.branch("feature/a");
    change(11, 20);
    project.commit("Change");
    project.checkout("main").file(Team.COVERAGE, Reports.jacoco("shop", "A.java", 50, 50));
    Settings settings = settings(Map.of());
    Settings named =
        Settings.in(project.directory())
            .clock(settings.clock())
            .workstream(Optional.of("a"))
            .sessionStart(Optional.of(Instant.EPOCH))
            .build();
    GateResult gate =
        Repositories.open(
            project,
            opened ->
                new Pipeline(named, opened, project.path("target/coord"), false)
                    .run()
                    .assessment()
                    .orElseThrow()
                    .gates()
                    .get(0));

    assertThat(gate.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(gate.verdict().summary())
        .isEqualTo("feature/a is judged and not checked out, so that no report tells of its lines");
  }
}
