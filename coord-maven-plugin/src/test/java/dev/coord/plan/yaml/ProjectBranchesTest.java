package dev.coord.plan.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProjectBranchesTest {

  @Test
  void the_branches_of_a_project_are_told_without_the_rest_of_its_file() {
    assertThat(
            branches(
                "coord: 1\nproject: {name: x, integration_branch: main, release_branch: v1}\nunknown: 1\n"))
        .contains(new ProjectBranches(Optional.of("main"), Optional.of("v1")));
    assertThat(branches("coord: 1\nproject:\n  integration_branch: \"a/b\"\n"))
        .contains(new ProjectBranches(Optional.of("a/b"), Optional.empty()));
  }

  @Test
  void a_file_without_a_project_names_none() {
    assertThat(branches("coord: 1\nworkstreams: [{id: a}]\n"))
        .contains(new ProjectBranches(Optional.empty(), Optional.empty()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "coord: 1\nproject: main\n",
        "coord: 1\nproject: {integration_branch: [main]}\n",
        "coord: 1\nproject: {release_branch: {a: b}}\n",
        "coord: 1\nproject: {integration_branch: main, integration_branch: dev}\n",
        "coord: 1\nproject: {integration_branch: main}\n---\nproject: {integration_branch: dev}\n",
        "coord: 1\nproject: {integration_branch: *main}\n",
        "coord: 1\nproject: {integration_branch: \"main}\n",
      })
  void a_file_that_is_not_plain_must_be_read_whole(String text) {
    assertThat(branches(text)).isEmpty();
  }

  private static Optional<ProjectBranches> branches(String text) {
    return new PlanReader()
        .branches(
            new PlanFile("coord.yml", Optional.empty(), text.getBytes(StandardCharsets.UTF_8)));
  }
}
