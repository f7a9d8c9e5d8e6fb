package dev.coord.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.assess.Overall;
import dev.coord.it.GitProject;
import dev.coord.it.Team;
import dev.coord.publish.ConsoleLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What GitHub Actions is told. */
class GitHubOutputTest extends CoordRuns {

  @Test
  void github_gets_annotations_and_a_summary() {
    GitProject project = Team.coverage(Team.checkout(directory), 1, 1);
    Path summary = directory.resolve("target/summary.md");
    Map<String, String> environment =
        Map.of("GITHUB_ACTIONS", "true", "GITHUB_STEP_SUMMARY", summary.toString());

    Result result = new Coord().check(settings(project).environment(environment).build());

    assertThat(result.commands()).singleElement().asString().startsWith("::error file=coord.yml,");
    assertThat(summary).content().startsWith("## coord: fail\n");
  }

  @Test
  void a_summary_ends_where_the_step_has_no_room_left_for_more() throws IOException {
    GitProject project = Team.coverage(Team.checkout(directory), 1, 1);
    Path summary = Files.createDirectories(directory.resolve("target")).resolve("summary.md");
    Map<String, String> environment =
        Map.of("GITHUB_ACTIONS", "true", "GITHUB_STEP_SUMMARY", summary.toString());

    Files.writeString(summary, "x".repeat((1 << 20) - 5_000));
    new Coord().check(settings(project).environment(environment).build());
    assertThat(Files.size(summary)).isBetween((1L << 20) - 4_999, 1L << 20);

    Files.writeString(summary, "x".repeat((1 << 20) - 1_000));
    Result result = new Coord().check(settings(project).environment(environment).build());
    assertThat(Files.size(summary)).isEqualTo((1 << 20) - 1_000);
    assertThat(result.console())
        .extracting(ConsoleLine::text)
        .anyMatch(text -> text.endsWith("at most 1048576. Run coord in a step of its own."));
  }

  @Test
  void a_summary_of_a_directory_that_is_not_there_names_what_to_do() {
    GitProject project = Team.checkout(directory);
    Path summary = directory.resolve("nowhere/summary.md");
    Map<String, String> environment =
        Map.of("GITHUB_ACTIONS", "true", "GITHUB_STEP_SUMMARY", summary.toString());

    assertThat(new Coord().check(settings(project).environment(environment).build()).console())
        .extracting(ConsoleLine::text)
        .contains(
            "The step summary was not written: "
                + summary
                + ": its directory does not exist. Let GITHUB_STEP_SUMMARY name a file that can be"
                + " written.");
  }

  @Test
  void a_summary_that_cannot_be_written_warns_and_fails_nobody() {
    GitProject project = Team.checkout(directory);
    Map<String, String> environment =
        Map.of("GITHUB_ACTIONS", "true", "GITHUB_STEP_SUMMARY", directory.toString());

    Result result = new Coord().check(settings(project).environment(environment).build());

    assertThat(result.overall()).isEqualTo(Overall.PASSED);
    assertThat(result.console())
        .filteredOn(line -> line.level() == ConsoleLine.Level.WARN)
        .singleElement()
        .satisfies(line -> assertThat(line.text()).startsWith("The step summary was not written"));
  }
}
