package dev.coord.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.coord.assess.Overall;
import dev.coord.it.GitProject;
import dev.coord.it.Team;
import dev.coord.publish.ConsoleLine;
import dev.coord.testing.JsonSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reports where there is no commit to hold them against: all outputs come to the same. */
class WithoutGitTest {

  private static final String NO_REPOSITORY = "no git repository was found here or above";
  private static final String NO_COMMIT = "the git repository has no commit yet";
  private static final Instant LONG_AGO = Instant.parse("2001-01-01T00:00:00Z");

  @TempDir Path directory;

  @Test
  void without_a_repository_old_reports_are_unknown_in_every_output() throws IOException {
    assertUnknownEverywhere(reported(GitProject.without(directory)), NO_REPOSITORY);
  }

  @Test
  void before_the_first_commit_old_reports_are_unknown_in_every_output() throws IOException {
    assertUnknownEverywhere(reported(GitProject.in(directory)), NO_COMMIT);
  }

  @Test
  void without_a_repository_reports_of_this_session_pass_in_every_output() throws IOException {
    assertPassedEverywhere(reported(GitProject.without(directory)), NO_REPOSITORY);
  }

  @Test
  void before_the_first_commit_reports_of_this_session_pass_in_every_output() throws IOException {
    assertPassedEverywhere(reported(GitProject.in(directory)), NO_COMMIT);
  }

  @Test
  void old_reports_of_which_the_user_says_that_they_only_warn_are_not_called_unknown()
      throws IOException {
    GitProject project = reported(GitProject.without(directory));

    Result result = new Coord().site(Settings.in(project.directory()).lenient(true).build());

    assertThat(result.overall()).isEqualTo(Overall.PASSED);
    assertThat(texts(result))
        .anyMatch(line -> line.startsWith("WARN    tests.failed    " + NO_REPOSITORY))
        .contains("PASS 0 of 2 gates, 2 warn");
    assertThat(status(project).get("result").textValue()).isEqualTo("pass");
    assertThat(text(project, "index.html.md"))
        .contains("Nothing can fail this build: 0 of 2 gates pass and 2 warn. Not all can be told")
        .doesNotContain("Unknown whether");
    assertThat(text(project, "gates.html.md"))
        .contains("None of 2 gates can fail this build: 0 of 2 gates pass and 2 warn.");
  }

  private static void assertUnknownEverywhere(GitProject project, String why) throws IOException {
    Result result = new Coord().site(Settings.in(project.directory()).build());

    assertThat(result.overall()).isEqualTo(Overall.UNKNOWN);
    assertThat(result.failure())
        .startsWith("2 of 2 gates could not be judged: coverage.lines unknown: " + why);
    assertThat(texts(result))
        .first()
        .asString()
        .endsWith(" · plan coord.yml · 1 workstream · no usable reports");
    assertThat(texts(result))
        .anyMatch(
            line ->
                line.startsWith(
                    "UNKNOWN tests.failed    "
                        + why
                        + ", so it cannot be told whether test report "
                        + Team.TESTS
                        + " is of this version. "))
        .contains("PASS 0 of 2 gates, 2 are unknown")
        .noneMatch(line -> line.contains("source"));
    assertThat(text(project, "index.html"))
        .contains(
            "<span class=\"badge unknown\">Unknown</span> whether",
            "2 of 2 gates cannot be told: ");
    assertThat(text(project, "index.html.md"))
        .contains("Unknown** whether this checkout is sound: 2 of 2 gates cannot be told: ");
    assertThat(text(project, "gates.html.md")).contains("2 of 2 gates cannot be told: ");
    assertThat(status(project).get("result").textValue()).isEqualTo("unknown");
    assertThat(status(project).at("/sources/git/known").booleanValue()).isFalse();
    assertThat(status(project).at("/sources/tests/reason").textValue()).startsWith(why);
    assertThat(status(project).at("/sources/coverage/reason").textValue()).startsWith(why);
    assertThat(text(project, "workstreams/cart.html")).contains("Basket totals");
  }

  private static void assertPassedEverywhere(GitProject project, String why) throws IOException {
    Settings ofThisSession =
        Settings.in(project.directory()).sessionStart(Optional.of(LONG_AGO)).build();

    Result result = new Coord().site(ofThisSession);

    assertThat(result.overall()).isEqualTo(Overall.PASSED);
    assertThat(texts(result))
        .filteredOn(line -> line.contains("git"))
        .singleElement()
        .asString()
        .startsWith("WARN    source  git: " + why + ". ");
    assertThat(texts(result)).first().asString().contains(" · reports of 2001-01-01 00:00");
    assertThat(texts(result)).contains("PASS 2 gates (-Dcoord.verbose lists them)");
    String said = "this checkout is sound: all 2 gates pass. Not all can be told: git: " + why;
    assertThat(text(project, "index.html"))
        .contains("<span class=\"badge warning\">Yes</span> " + said);
    assertThat(text(project, "index.html.md")).contains("Yes** " + said);
    assertThat(text(project, "gates.html.md")).contains("All 2 gates pass.");
    assertThat(status(project).get("result").textValue()).isEqualTo("pass");
    assertThat(status(project).at("/findings/0/text").textValue()).isEqualTo("git: " + why);
  }

  private static GitProject reported(GitProject project) throws IOException {
    Team.reports(project)
        .file(
            "coord.yml",
            """
            coord: 1
            project: {name: Shop, integration_branch: main}
            workstreams:
              - {id: cart, branch: feature/cart, owns: [/src/], tasks: ["[x] Basket totals"]}
            gates:
              - coverage: {lines: ">= 80%"}
              - tests: {failed: "= 0"}
            """);
    for (String report : List.of(Team.TESTS, Team.COVERAGE)) {
      Files.setLastModifiedTime(project.path(report), FileTime.from(LONG_AGO));
    }
    return project;
  }

  private static String text(GitProject project, String file) throws IOException {
    return Files.readString(project.path("target/coord").resolve(file));
  }

  private static JsonNode status(GitProject project) throws IOException {
    return JsonSchema.parse(Files.readAllBytes(project.path("target/coord/status.json")));
  }

  private static List<String> texts(Result result) {
    return result.console().stream().map(ConsoleLine::text).toList();
  }
}
