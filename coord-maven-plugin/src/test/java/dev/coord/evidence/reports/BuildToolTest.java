package dev.coord.evidence.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.path.PathPattern;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class BuildToolTest {

  @TempDir Path workTree;

  @ParameterizedTest
  @CsvSource({
    "pom.xml, ' (mvn verify)', ' (mvn clean verify)'",
    "build.gradle.kts, ' (gradle check)', ' (gradle clean check)'",
    "pyproject.toml, ' (pytest --junitxml=junit.xml --cov --cov-report=xml)', ''",
    "go.mod, ' (gotestsum --junitfile junit.xml ./...)', ''",
    "composer.json, ' (phpunit --log-junit junit.xml)', ''",
    "package.json, '', ''",
  })
  void a_file_in_the_root_tells_what_runs_the_tests(String mark, String run, String clean)
      throws IOException {
    Files.createFile(workTree.resolve(mark));

    assertThat(BuildTool.of(workTree).run()).isEqualTo(run);
    assertThat(BuildTool.of(workTree).clean()).isEqualTo(clean);
  }

  @ParameterizedTest
  @CsvSource({
    "pom.xml, **/target/surefire-reports/TEST-*.xml, **/target/site/jacoco/jacoco.xml",
    "build.gradle, **/build/test-results/**/TEST-*.xml, **/build/reports/jacoco/**/*.xml",
    "pytest.ini, junit.xml, coverage.xml",
    "package.json, junit.xml, lcov.info",
    "go.mod, junit.xml, coverage.xml",
    "composer.json, junit.xml, coverage.xml",
    "Makefile, junit.xml, coverage.xml",
  })
  void the_place_that_is_named_first_is_the_tools_own(String mark, String tests, String coverage)
      throws IOException {
    Files.createFile(workTree.resolve(mark));
    BuildTool tool = BuildTool.of(workTree);

    assertThat(tool.place(ReportKind.TESTS)).isEqualTo(tests);
    assertThat(tool.place(ReportKind.COVERAGE)).isEqualTo(coverage);
  }

  @ParameterizedTest
  @EnumSource(BuildTool.class)
  void the_place_that_is_named_first_is_one_that_is_looked_at(BuildTool tool) {
    for (ReportKind kind : List.of(ReportKind.TESTS, ReportKind.COVERAGE)) {
      assertThat(kind.defaults().patterns().stream().map(PathPattern::text))
          .contains(tool.place(kind));
    }
  }

  @Test
  void two_tools_are_none_unless_one_is_maven() throws IOException {
    Files.createFile(workTree.resolve("go.mod"));
    Files.createFile(workTree.resolve("pyproject.toml"));
    assertThat(BuildTool.of(workTree)).isEqualTo(BuildTool.UNKNOWN);

    Files.createFile(workTree.resolve("pom.xml"));
    assertThat(BuildTool.of(workTree)).isEqualTo(BuildTool.MAVEN);
  }
}
