package dev.coord.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.assess.Overall;
import dev.coord.it.GitProject;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sparse checkout removes nothing of the plan. */
class SparsePlanTest {

  @TempDir Path directory;
  private GitProject project;

  @BeforeEach
  void make() {
    project = GitProject.in(directory.resolve("shop"));
    project.file(
        "coord/a.yml",
        "coord: 1\nproject: {name: Shop, integration_branch: main}\n"
            + "workstreams: [{id: web, branch: web, owns: [/web/**]}]\ngates: [{ownership: {}}]\n");
    project.file(
        "coord/b.yml", "coord: 1\nworkstreams: [{id: api, status: todo, owns: [/api/**]}]\n");
    project.file("web/page", "1\n").commit("Plan");
    project.branch("web").file("web/page", "2\n").commit("Change the page");
    project.git("sparse-checkout", "set", "--no-cone", "/web/", "/coord/", "!/coord/b.yml");
  }

  private Result check(Optional<Path> plan) {
    return new Coord()
        .check(Settings.in(project.directory()).environment(Map.of()).plan(plan).build());
  }

  @Test
  void a_plan_file_that_is_left_out_is_named_and_nothing_is_called_removed() {
    Result result = check(Optional.empty());

    assertThat(result.overall()).isEqualTo(Overall.ERROR);
    assertThat(result.failure())
        .contains("coord/b.yml: a sparse checkout leaves this plan file out. Run git")
        .doesNotContain("removed");
  }

  @Test
  void what_is_said_to_be_run_brings_it_back() {
    String said = check(Optional.of(Path.of("coord"))).failure();

    project.git(said.replaceAll("(?s).*Run git (sparse-checkout add \\S+), or.*", "$1").split(" "));

    assertThat(check(Optional.empty()).overall()).isEqualTo(Overall.PASSED);
  }

  @Test
  void a_plan_of_one_file_lacks_none_of_those_beside_it() {
    Result result = check(Optional.of(Path.of("coord/a.yml")));

    assertThat(result.overall()).as(result.failure()).isEqualTo(Overall.PASSED);
  }
}
