package dev.coord.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.assess.Finding;
import dev.coord.it.GitProject;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A branch that was merged and went on is not called one that was never merged. */
class WentOnTest {

  private static final String PLAN =
      """
      coord: 1
      project: {name: Shop, integration_branch: main}
      workstreams: [{id: web, branch: f/web}, {id: api, branch: f/api}]
      merges: {waves: [{id: first, workstreams: [web]}, {id: second, workstreams: [api]}]}
      gates: [{ownership: {}}]
      """;

  @TempDir Path directory;

  @Test
  void what_comes_first_and_went_on_after_it_was_merged_is_told_so() {
    GitProject project = GitProject.in(directory);
    project.file("coord.yml", PLAN).commit("Plan");
    for (String name : new String[] {"web", "api"}) {
      project.branch("f/" + name).file(name, "1\n").commit("Begin " + name);
      String message = "Merge branch 'f/" + name + "'";
      project.checkout("main").git("merge", "-q", "--no-ff", "-m", message, "f/" + name);
    }
    project.checkout("f/web").file("web", "2\n").commit("Go on");
    project.checkout("main");

    assertThat(
            KnownShop.assess(project, Settings.in(directory).environment(Map.of()).build())
                .findings())
        .extracting(Finding::text)
        .anyMatch(
            text -> text.contains("web (f/web) of wave first was merged, and what it did since"))
        .noneMatch(text -> text.contains("is not merged"));
  }
}
