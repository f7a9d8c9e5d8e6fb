package dev.coord.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.assess.Overall;
import dev.coord.it.GitProject;
import dev.coord.it.Team;
import dev.coord.publish.ConsoleLine;
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
