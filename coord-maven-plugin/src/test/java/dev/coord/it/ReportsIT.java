package dev.coord.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is unknown where reports prove nothing. */
class ReportsIT {

  @TempDir Path directory;

  @Test
  void a_missing_report_is_unknown_and_fails() {
    GitProject project = Team.checkout(directory).delete(Team.COVERAGE);

    MavenResult result = MavenRun.in(project).goal("site").fails();

    result.says(
        "UNKNOWN coverage.lines no coverage report was found (looked for"
            + " coverage.xml and 11 more patterns). Run the tests with coverage first, or name the"
            + " reports under evidence.coverage. coord.yml:20");
    assertThat(result.failure())
        .contains("1 of 3 gates could not be judged: coverage.lines unknown: no coverage report");
    result.site().shows("index", "unknown", "no coverage report was found");
    result.site().shows("gates", "unknown", "no coverage report was found");
    Json status = result.site().status("unknown");
    assertThat(status.gate("coverage.lines").text("outcome")).isEqualTo("unknown");
    assertThat(status.gate("tests.failed").text("outcome")).isEqualTo("passed");
    assertThat(status.at("sources").at("coverage").flag("known")).isFalse();
  }

  @Test
  void a_report_that_is_older_than_the_last_commit_is_unknown() throws Exception {
    GitProject project = Team.checkout(directory);
    Files.setLastModifiedTime(
        project.path(Team.TESTS), FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));

    MavenResult result = MavenRun.in(project).goal("site").fails();

    result.says(
        "UNKNOWN tests.failed test report "
            + Team.TESTS
            + " is older than the last commit. Run the tests again. coord.yml:21");
    result.site().shows("index", "unknown", "is older than the last commit");
    assertThat(result.site().status("unknown").gate("tests.failed").text("remedy"))
        .isEqualTo("Run the tests again.");
  }

  @Test
  void missing_data_may_only_warn_on_a_developers_machine_and_never_in_ci() {
    GitProject project = Team.checkout(directory).delete(Team.COVERAGE);
    MavenRun run = MavenRun.in(project).with("-Dcoord.missingData=warn");

    MavenResult local = run.goal("site").passes();

    local.says("WARN coverage.lines no coverage report was found");
    local
        .site()
        .shows(
            "index",
            "warning",
            "1 warns. Not all can be told: coverage: no coverage report was found");
    Json gate = local.site().status("pass").gate("coverage.lines");
    assertThat(gate.text("outcome")).isEqualTo("unknown");
    assertThat(gate.flag("breaks")).isFalse();

    MavenResult ci =
        MavenRun.in(project)
            .with("-Dcoord.missingData=warn")
            .env("CI", "true")
            .goal("site")
            .fails();

    ci.says("UNKNOWN coverage.lines no coverage report was found");
    ci.site().status("unknown");
  }

  @Test
  void missing_data_does_not_soften_what_is_known_to_fail() {
    GitProject project = Team.coverage(Team.checkout(directory), 1, 1).delete(Team.TESTS);

    MavenResult result = MavenRun.in(project).with("-Dcoord.missingData=warn").goal("site").fails();

    result.says("FAIL coverage.lines 50.0% < 80%", "WARN tests.failed no test report was found");
    result.site().shows("index", "bad", "no test report was found");
    result.site().status("fail");
  }
}
