package dev.coord.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Annotations and step summaries. */
class GitHubActionsIT {

  @TempDir Path directory;

  @Test
  void annotations_start_their_lines_and_the_summary_is_appended() throws Exception {
    GitProject project = Team.coverage(Team.checkout(directory.resolve("shop")), 7, 3);
    project.append(Team.CATALOG, "// mine now\n").commit("Tidy the catalog");
    Team.coverage(project, 7, 3).file(Team.TESTS, Reports.junit("shop.BasketTest", 3, 0, 0));
    Path summary = Files.writeString(directory.resolve("summary.md"), "# Before\n");

    MavenResult result =
        MavenRun.in(project)
            .env("GITHUB_ACTIONS", "true")
            .env("GITHUB_STEP_SUMMARY", summary.toString())
            .goal("site")
            .fails();

    List<String> commands = result.output().lines().filter(line -> line.startsWith("::")).toList();
    assertThat(commands).hasSize(2);
    assertThat(commands.get(0))
        .startsWith("::error file=coord.yml,line=20,")
        .endsWith(
            "title=coverage.lines::70.0%25 < 80%25 (-10.0 points, 7/10 lines). Test more of the code:"
                + " 7/10 lines are covered.");
    assertThat(commands.get(1))
        .startsWith("::error file=" + Team.CATALOG + ",title=ownership::")
        .contains("owned by catalog");
    assertThat(summary)
        .content()
        .startsWith("# Before\n## coord: fail\n")
        .contains("| failed | coverage.lines | 70.0% &lt; 80%", "coord.yml:20");
  }

  @Test
  void mistakes_in_the_plan_are_annotated_at_their_places() {
    GitProject project =
        Team.checkout(directory.resolve("shop")).edit("coord.yml", "owner: ben", "ownr: ben");
    Path summary = directory.resolve("summary.md");

    MavenResult result =
        MavenRun.in(project)
            .env("GITHUB_ACTIONS", "true")
            .env("GITHUB_STEP_SUMMARY", summary.toString())
            .goal("site")
            .fails();

    assertThat(result.output().lines().filter(line -> line.startsWith("::")))
        .singleElement()
        .asString()
        .startsWith("::error file=coord.yml,line=11,col=5,title=coord plan::");
    assertThat(summary).content().contains("## coord: error", "coord.yml:11:5");
  }

  @Test
  void elsewhere_there_are_no_workflow_commands() {
    GitProject project = Team.coverage(Team.checkout(directory), 7, 3);

    MavenResult result = MavenRun.in(project).env("CI", "true").goal("site").fails();

    assertThat(result.output().lines()).noneMatch(line -> line.startsWith("::"));
  }
}
