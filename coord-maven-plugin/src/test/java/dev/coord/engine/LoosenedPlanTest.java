package dev.coord.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.assess.Overall;
import dev.coord.it.GitProject;
import dev.coord.it.Team;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A branch cannot loosen the plan that judges it. */
class LoosenedPlanTest extends CoordRuns {

  @Test
  void a_branch_gains_nothing_by_removing_its_workstream_from_the_plan() {
    GitProject project = Team.checkout(directory);
    project
        .file(
            "coord.yml",
            """
            coord: 1
            project: {name: Shop, integration_branch: main}
            """)
        .append(Team.CATALOG, "// mine now\n")
        .commit("Start afresh");

    Result result = new Coord().check(settings(project).build());

    assertThat(result.overall()).isEqualTo(Overall.FAILED);
    assertThat(result.failure()).contains("ownership 1 file of catalog changed by checkout");
  }

  @Test
  void a_branch_gains_nothing_by_calling_itself_the_integration_branch() {
    GitProject project = Team.coverage(Team.checkout(directory), 1, 1);
    project
        .edit("coord.yml", "    branch: feature/checkout\n", "")
        .edit("coord.yml", "integration_branch: main", "integration_branch: feature/checkout")
        .edit("coord.yml", "  - coverage: {lines: \">= 80%\"}\n", "")
        .append(Team.CATALOG, "// mine now\n")
        .commit("Mine");

    for (Map<String, String> environment :
        List.of(
            Map.<String, String>of(),
            Map.of("GITHUB_ACTIONS", "true", "GITHUB_REF", "refs/heads/feature/checkout"))) {
      Result result = new Coord().check(settings(project).environment(environment).build());

      assertThat(result.overall()).isEqualTo(Overall.FAILED);
      assertThat(texts(result))
          .anyMatch(line -> line.contains("coverage.lines  50.0% < 80%"))
          .anyMatch(line -> line.contains("1 file of catalog changed by checkout"))
          .anyMatch(
              line -> line.contains("The integration branch was main and is feature/checkout"));
    }
    assertThat(new Coord().mayChange(settings(project).build(), List.of(Team.CATALOG)).overall())
        .isEqualTo(Overall.FAILED);
  }

  @Test
  void a_detached_head_cannot_lower_a_gate_either() {
    GitProject project = Team.coverage(Team.checkout(directory), 1, 1);
    project.file("coord.yml", "coord: 1\nproject: {name: Shop}\n").commit("No gates");
    project.git("checkout", "-q", "--detach");

    Result result = new Coord().check(settings(project).build());

    assertThat(result.overall()).isEqualTo(Overall.FAILED);
    assertThat(result.failure()).contains("coverage.lines 50.0% < 80%");
    assertThat(texts(result)).anyMatch(line -> line.contains("The gate \"coverage\" is removed"));
  }
}
