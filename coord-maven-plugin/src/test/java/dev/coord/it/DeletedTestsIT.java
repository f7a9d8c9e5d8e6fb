package dev.coord.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All tests of one of two modules are deleted, and nobody says {@code mvn clean}. */
class DeletedTestsIT {

  private static final String TESTS = "minus/src/test";
  private static final String TEST = TESTS + "/java/sums/MinusTest.java";
  private static final String COVERAGE = "minus/target/site/jacoco/jacoco.xml";
  private static final String REPORT = "minus/target/surefire-reports/TEST-sums.MinusTest.xml";
  private static final String CLASS = "minus/target/test-classes/sums/MinusTest.class";
  private static final String REMEDY = " Remove what deleted tests left behind (mvn clean verify).";

  @TempDir Path directory;

  @Test
  void neither_compiled_tests_nor_old_reports_nor_missing_coverage_pass() {
    GitProject project = RealProject.in(directory, "");
    MavenRun.in(project).with("verify", "coord:site").run().passes();

    for (String gone : List.of(TEST, TESTS + "/java/sums", TESTS + "/java", TESTS)) {
      project.delete(gone);
    }
    theirCompiledClassesStillRun(project);

    project.delete(CLASS);
    theirReportsStillLie(project);

    project.delete(REPORT).delete("minus/target/jacoco.exec").delete(COVERAGE);
    theModuleIsMissingFromTheCoverage(project);
  }

  private static void theirCompiledClassesStillRun(GitProject project) {
    MavenResult result = MavenRun.in(project).with("verify", "coord:site").run().fails();

    assertThat(result.output()).contains("Running sums.MinusTest");
    String flaw = " comes from compiled tests of a module that has no source of a test any more";
    isUnknown(result, "test report " + REPORT + flaw, "coverage report " + COVERAGE + flaw);
  }

  private static void theirReportsStillLie(GitProject project) {
    MavenResult result = MavenRun.in(project).with("verify", "coord:site").run().fails();

    isUnknown(
        result,
        "test report "
            + REPORT
            + " was not written by this build, which ran the tests of its module",
        "coverage report "
            + COVERAGE
            + " was written by this build, but from tests that an earlier one ran");
  }

  private static void isUnknown(MavenResult result, String tests, String coverage) {
    result.says(
        "UNKNOWN coverage.lines " + coverage + "." + REMEDY + " coord.yml:8",
        "UNKNOWN tests.failed, total " + tests + "." + REMEDY + " coord.yml:9");
    assertThat(result.failure()).contains("3 of 3 gates could not be judged");
    result.site().shows("index", "unknown", tests, coverage);
    result.site().shows("gates", "unknown", tests, coverage);
    Json status = result.site().status("unknown");
    for (String gate : List.of("coverage.lines", "tests.failed", "tests.total")) {
      assertThat(status.gate(gate).text("outcome")).isEqualTo("unknown");
      assertThat(status.gate(gate).text("remedy")).isEqualTo(REMEDY.strip());
    }
    assertThat(status.at("sources").at("tests").flag("known")).isFalse();
    assertThat(status.at("sources").at("coverage").flag("known")).isFalse();
  }

  private static void theModuleIsMissingFromTheCoverage(GitProject project) {
    MavenResult result = MavenRun.in(project).with("verify", "coord:site").run().fails();

    String reason = "module minus has sources, but no coverage report of this build measures them";
    result.says("UNKNOWN coverage.lines " + reason, "FAIL tests.total 2 < 3 (-1, of 2 tests)");
    result.site().shows("index", "bad", reason);
    assertThat(result.site().status("fail").gate("coverage.lines").text("outcome"))
        .isEqualTo("unknown");
  }
}
