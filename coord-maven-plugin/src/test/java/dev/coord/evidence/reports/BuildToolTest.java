package dev.coord.evidence.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

  @Test
  void two_tools_are_none_unless_one_is_maven() throws IOException {
    Files.createFile(workTree.resolve("go.mod"));
    Files.createFile(workTree.resolve("pyproject.toml"));
    assertThat(BuildTool.of(workTree)).isEqualTo(BuildTool.UNKNOWN);

    Files.createFile(workTree.resolve("pom.xml"));
    assertThat(BuildTool.of(workTree)).isEqualTo(BuildTool.MAVEN);
  }
}
