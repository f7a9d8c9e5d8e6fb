package dev.coord.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All tests of one of two modules are deleted, and nobody says {@code mvn clean}. */
class DeletedTestsIT {

  private static final String TEST = "minus/src/test/java/sums/MinusTest.java";
  private static final String REPORT = "minus/target/surefire-reports/TEST-sums.MinusTest.xml";
  private static final String CLASS = "minus/target/test-classes/sums/MinusTest.class";
  private static final String REMEDY = " Remove what deleted tests left behind (mvn clean verify).";

  @TempDir Path directory;

  @Test
  void neither_compiled_tests_nor_old_reports_nor_missing_coverage_pass() {
    GitProject project = RealProject.in(directory, "");
    MavenRun.in(project).with("verify", "coord:site").run().passes();

    project.delete(TEST);
    theCompiledTestsStillRun(project);

    project.delete(CLASS);
    theReportStillLies(project);

    project.delete(REPORT).delete("minus/target/jacoco.exec");
    project.delete("minus/target/site/jacoco/jacoco.xml");
    theModuleIsMissingFromTheCoverage(project);
  }

  private static void theCompiledTestsStillRun(GitProject project) {
    MavenResult result = MavenRun.in(project).with("verify", "coord:site").run().fails();

    String reason =
        "test report "
            + REPORT
            + " comes from compiled tests of a module that has no source of a test any more";
    result.says(
        "UNKNOWN tests.failed " + reason + "." + REMEDY + " coord.yml:9",
        "UNKNOWN coverage.lines coverage report minus/target/site/jacoco/jacoco.xml comes from"
            + " compiled tests of a module that has no source of a test any more."
            + REMEDY
            + " coord.yml:8");
    assertThat(result.failure()).contains("3 of 3 gates could not be judged");
    isUnknownOnThePages(result, reason);
  }

  private static void theReportStillLies(GitProject project) {
    MavenResult result = MavenRun.in(project).with("verify", "coord:site").run().fails();

    String reason =
        "test report "
            + REPORT
            + " was not written by this build, which ran the tests of its module";
    result.says("UNKNOWN tests.failed " + reason + "." + REMEDY + " coord.yml:9");
    isUnknownOnThePages(result, reason);
  }

  private static void theModuleIsMissingFromTheCoverage(GitProject project) {
    MavenResult result = MavenRun.in(project).with("verify", "coord:site").run().fails();

    String reason = "module minus has sources, but no coverage report of this build measures them";
    result.says("UNKNOWN coverage.lines " + reason, "FAIL tests.total 2 < 3 (-1, of 2 tests)");
    result.site().shows("index", "bad", reason);
    assertThat(result.site().status("fail").gate("coverage.lines").text("outcome"))
        .isEqualTo("unknown");
  }

  private static void isUnknownOnThePages(MavenResult result, String reason) {
    result.site().shows("index", "unknown", reason);
    result.site().shows("gates", "unknown", reason);
    Json status = result.site().status("unknown");
    assertThat(status.gate("tests.total").text("outcome")).isEqualTo("unknown");
    assertThat(status.gate("tests.total").text("remedy")).isEqualTo(REMEDY.strip());
    assertThat(status.at("sources").at("tests").flag("known")).isFalse();
  }
}
