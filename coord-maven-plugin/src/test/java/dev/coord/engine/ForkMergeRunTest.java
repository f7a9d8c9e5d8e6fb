package dev.coord.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.assess.WorkstreamState;
import dev.coord.it.GitProject;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whose repository it is, the plan says as well. */
class ForkMergeRunTest extends CoordRuns {

  private GitProject mergedFrom(String owner) {
    GitProject project =
        GitProject.in(directory)
            .file(
                "coord.yml",
                """
                coord: 1
                project:
                  name: Shop
                  integration_branch: main
                  repository: https://github.com/acme/shop
                workstreams:
                  - {id: a, branch: f/a, owns: [/a/]}
                """);
    project.commit("Open the shop");
    project.branch("f/a").file("a/x", "1\n").commit("Write");
    project.checkout("main");
    String subject = "Merge pull request #5 from " + owner + "/f/a";
    project.git("merge", "-q", "--no-ff", "-m", subject, "f/a");
    project.git("branch", "-q", "-D", "f/a");
    return project;
  }

  private static WorkstreamState.Status observed(GitProject project) {
    Settings settings = settings(project).environment(Map.of()).build();
    return Repositories.open(
            project,
            opened -> new Pipeline(settings, opened, project.path("target/coord"), false).run())
        .assessment()
        .flatMap(assessment -> assessment.workstream("a"))
        .orElseThrow()
        .observed();
  }

  @Test
  void a_merge_from_our_own_repository_merged_the_workstream() {
    assertThat(observed(mergedFrom("acme"))).isEqualTo(WorkstreamState.Status.MERGED);
  }

  @Test
  void a_merge_from_anothers_did_not() {
    assertThat(observed(mergedFrom("mallory"))).isEqualTo(WorkstreamState.Status.UNKNOWN);
  }

  @Test
  void a_branch_does_not_say_whose_the_repository_is() {
    GitProject project = mergedFrom("mallory").branch("f/b");
    project.edit("coord.yml", "github.com/acme", "github.com/mallory").commit("Ours");

    assertThat(observed(project)).isEqualTo(WorkstreamState.Status.UNKNOWN);
  }
}
