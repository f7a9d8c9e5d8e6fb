package dev.coord.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.it.GitProject;
import dev.coord.publish.ConsoleLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What coord writes for other programs, and when. */
class VerdictFilesTest {

  private static final String PLAN =
      """
      coord: 1
      project: {name: Shop, integration_branch: main}
      gates:
        - {id: licence, path: {file: LICENSE, exists: true}}
      """;

  @TempDir Path directory;

  private GitProject project;

  @BeforeEach
  void make() {
    project = GitProject.in(directory.resolve("shop"));
    project.file(".gitignore", "target\n").file("coord.yml", PLAN).commit("Plan");
  }

  private Settings.Builder settings(Map<String, String> environment) {
    return Settings.in(project.directory())
        .clock(Instant.parse("2026-11-21T12:00:00Z"))
        .environment(environment);
  }

  private Set<String> written() throws IOException {
    Path verdicts = project.path("target/coord-verdicts");
    if (!Files.exists(verdicts)) {
      return Set.of();
    }
    try (var files = Files.list(verdicts)) {
      return Set.copyOf(files.map(file -> file.getFileName().toString()).toList());
    }
  }

  private String read(String name) throws IOException {
    return Files.readString(project.path("target/coord-verdicts/" + name));
  }

  @ParameterizedTest
  @CsvSource({
    "GITHUB_ACTIONS, coord.sarif",
    "GITLAB_CI, code-quality.json gates.xml",
    "JENKINS_URL, gates.xml",
    "TF_BUILD, gates.xml",
    "NONE, ''"
  })
  void they_are_written_as_the_ci_that_runs_the_build_reads_them(String variable, String files)
      throws IOException {
    new Coord().site(settings(Map.of(variable, "true")).build());

    assertThat(String.join(" ", new TreeSet<>(written()))).isEqualTo(files);
  }

  @Test
  void the_user_has_the_last_word() throws IOException {
    Map<String, String> github = Map.of("GITHUB_ACTIONS", "true");
    new Coord().check(settings(github).verdicts(Optional.of(Set.of(VerdictFormat.JUNIT))).build());
    assertThat(written()).containsExactly("gates.xml");

    new Coord().check(settings(github).verdicts(Optional.of(Set.of())).build());
    assertThat(written()).as("what a former run wrote is gone").isEmpty();
  }

  @Test
  void a_broken_plan_leaves_no_green_verdict_of_a_former_run() throws IOException {
    Map<String, String> gitlab = Map.of("GITLAB_CI", "true");
    project.file("LICENSE", "MIT").commit("Licence");
    new Coord().site(settings(gitlab).build());
    assertThat(read("gates.xml")).contains("failures=\"0\" errors=\"0\"");

    project.file("coord.yml", PLAN + "oops: 1\n");
    new Coord().site(settings(gitlab).build());

    assertThat(read("gates.xml")).contains("errors=\"1\"", "coord.yml:5:1");
    assertThat(read("code-quality.json")).contains("\"blocker\"", "\"begin\": 5");
  }

  @Test
  void what_fails_is_told_in_all_of_them() throws IOException {
    new Coord()
        .site(settings(Map.of()).verdicts(Optional.of(Set.of(VerdictFormat.values()))).build());

    assertThat(read("gates.xml"))
        .contains("<failure message=\"LICENSE does not exist", "line=\"4\"", "failures=\"1\"");
    assertThat(read("coord.sarif")).contains("\"level\": \"error\"", "\"startLine\": 4");
    assertThat(read("code-quality.json")).contains("\"severity\": \"blocker\"");
  }

  @Test
  void a_place_that_cannot_be_written_only_warns() throws IOException {
    Files.createDirectories(project.path("target"));
    Files.createSymbolicLink(project.path("target/coord-verdicts"), directory);

    Result result =
        new Coord()
            .site(settings(Map.of()).verdicts(Optional.of(Set.of(VerdictFormat.JUNIT))).build());

    assertThat(result.console())
        .contains(
            new ConsoleLine(
                ConsoleLine.Level.WARN,
                "The verdicts were not written to coord-verdicts: the directory is a symbolic"
                    + " link"));
    assertThat(directory.resolve("gates.xml")).doesNotExist();
  }
}
