package dev.coord.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real modules with real tests. */
class ReactorIT {

  @TempDir Path directory;

  @Test
  void from_the_command_line_it_judges_all_modules_once_and_sees_what_changes() {
    GitProject project = RealProject.in(directory, "");

    MavenResult passes = MavenRun.in(project).with("verify", "coord:site").run().passes();

    passes.judgesOnce();
    passes.site().shows("index", "good", "all 3 gates pass");
    Json status = passes.site().status("pass");
    assertThat(status.at("sources").at("tests").number("total")).isEqualTo(3);
    assertThat(status.at("sources").at("tests").list("reports")).hasSize(3);
    assertThat(status.at("sources").at("coverage").list("reports")).hasSize(2);
    assertThat(status.gate("tests.total").text("outcome")).isEqualTo("passed");

    RealProject.breakMinus(project);
    MavenResult fails = MavenRun.in(project).with("verify", "coord:site").run().fails();

    fails.says("FAIL tests.failed 1 != 0 (+1, of 3 tests) coord.yml:9", "sums.MinusTest", "works");
    assertThat(fails.failure())
        .contains(
            "1 of 3 gates not met: tests.failed 1 != 0 (coord.yml:9). Make the failing tests pass."
                + " Then run mvn verify coord:site, see target/coord/gates.html.");
    fails.site().shows("index", "bad", "tests.failed", "1 ≠ 0");
    fails.site().shows("gates", "bad", "sums.MinusTest");
    assertThat(fails.site().status("fail").at("sources").at("tests").number("failed")).isEqualTo(1);
    theReportOfADeletedTestIsLeftOver(project);
  }

  private static void theReportOfADeletedTestIsLeftOver(GitProject project) {
    project.delete("plus/src/test/java/sums/PlusMoreTest.java");

    MavenResult result = MavenRun.in(project).with("verify", "coord:site").run().fails();

    result.says(
        "UNKNOWN tests.failed, total test report"
            + " plus/target/surefire-reports/TEST-sums.PlusMoreTest.xml was not written by this build"
            + " as others beside it were. Remove what deleted tests left behind (mvn clean verify)."
            + " coord.yml:9");
    result.site().shows("index", "unknown", "TEST-sums.PlusMoreTest.xml");
    assertThat(result.site().status("unknown").gate("tests.total").text("outcome"))
        .isEqualTo("unknown");
  }

  @Test
  void bound_to_a_phase_it_runs_once_and_last_also_with_parallel_modules() {
    GitProject project = RealProject.in(directory, RealProject.BOUND);

    MavenResult one = MavenRun.in(project).with("verify").run().passes();

    one.judgesOnceAfter("jacoco-maven-plugin:0.8.15:report");
    judgesAllModules(one);
    assertThat(project.path("minus/target/coord")).doesNotExist();

    MavenResult two = MavenRun.in(project).with("-T", "2", "verify").run().passes();

    two.judgesOnce().saysNot("not marked @threadSafe");
    judgesAllModules(two);
  }

  private static void judgesAllModules(MavenResult result) {
    Json sources = result.site().status("pass").at("sources");
    assertThat(sources.at("tests").number("total")).isEqualTo(3);
    assertThat(sources.at("coverage").list("reports")).hasSize(2);
  }
}
