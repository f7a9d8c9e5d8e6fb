package dev.coord.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What must hold on every version of Maven that coord runs on; the other ITs run on this build's.
 */
@Order(2)
class MavenVersionsIT {

  @TempDir Path directory;

  static List<Maven> fetched() {
    return Maven.fetched();
  }

  @Test
  void the_versions_are_those_of_the_documentation() throws IOException {
    String documentation = Files.readString(Path.of("../docs/goals.md"));
    List<String> fetched = fetched().stream().map(Maven::toString).toList();

    assertThat(fetched).hasSize(3);
    assertThat(fetched)
        .allSatisfy(version -> assertThat(documentation).contains("| " + version + " |"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("fetched")
  void from_the_command_line_without_a_pom(Maven maven) {
    GitProject project = Team.checkout(directory);

    MavenResult passes = MavenRun.in(project).by(maven).goal("site").passes();

    passes.judgesOnce().says("PASS 3 gates · Site: target/coord/index.html");
    passes.site().shows("index", "good", "all 3 gates pass");
    assertThat(passes.site().status("pass").text("stamp_time"))
        .as("the time of HEAD's commit")
        .isEqualTo(
            Instant.ofEpochSecond(Long.parseLong(project.git("log", "-1", "--format=%ct")))
                .toString());

    Team.coverage(project, 1, 9);
    MavenResult fails = MavenRun.in(project).by(maven).goal("site").fails();

    fails.says("FAIL coverage.lines 10.0% < 80% (-70.0 points, 1/10 lines) coord.yml:20");
    assertThat(fails.failure()).contains("1 of 3 gates not met: coverage.lines 10.0% < 80%");
    fails.site().shows("index", "bad", "10.0% < 80%");
    assertThat(fails.site().status("fail").gate("coverage.lines").text("outcome"))
        .isEqualTo("failed");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("fetched")
  void bound_in_the_root_alone_it_judges_after_the_last_module(Maven maven) {
    GitProject project = RealProject.in(directory, RealProject.BOUND_IN_THE_ROOT);

    MavenResult passes = MavenRun.in(project).by(maven).with("-T", "2", "verify").run().passes();

    passes.judgesOnceAfter(":0.8.15:report").saysNot("not marked @threadSafe");
    passes.site().shows("index", "good", "all 3 gates pass");
    Json sources = passes.site().status("pass").at("sources");
    assertThat(sources.at("tests").number("total")).isEqualTo(3);
    assertThat(sources.at("coverage").list("reports")).hasSize(2);

    RealProject.breakMinus(project);
    MavenResult fails = MavenRun.in(project).by(maven).with("verify").run().fails();

    fails.judgesOnceAfter(":0.8.15:report");
    fails.says("FAIL tests.failed 1 != 0 (+1, of 3 tests) coord.yml:9", "sums.MinusTest");
    assertThat(fails.failure())
        .contains(
            ":site (default) on project sums: 1 of 3 gates not met: tests.failed 1 != 0"
                + " (coord.yml:9). Make the failing tests pass. Then run mvn verify, see"
                + " target/coord/gates.html.");
    assertThat(fails.lines("INFO")).anyMatch(line -> line.matches("sums \\.+ FAILURE .*"));
    fails.site().shows("index", "bad", "1 ≠ 0");
    assertThat(fails.site().status("fail").at("sources").at("tests").number("failed")).isEqualTo(1);
  }
}
