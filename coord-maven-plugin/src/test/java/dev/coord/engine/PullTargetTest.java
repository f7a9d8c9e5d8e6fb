package dev.coord.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.it.GitProject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PullTargetTest extends GuardedPlan {

  private static List<String> settings(GitProject project, String target) {
    Settings here =
        Settings.in(project.directory())
            .environment(
                Map.of(
                    "GITHUB_ACTIONS", "true",
                    "GITHUB_HEAD_REF", "feature/api",
                    "GITHUB_BASE_REF", target))
            .build();
    return settings(assess(project, here));
  }

  @Test
  void a_pull_request_into_a_branch_that_the_plan_merges_nothing_into_is_told() {
    GitProject project = project("");
    project.git("update-ref", "refs/remotes/origin/main", "HEAD");
    project.git("symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/main");
    project.branch("weak").edit("coord.yml", ">= 70%", ">= 10%").commit("Lower it");
    project.branch("feature/api").append("api/app.py", "# on\n").commit("Go on");

    assertThat(settings(project, "weak"))
        .containsExactly(
            "this pull request goes to weak, which the plan of main merges nothing into, and the"
                + " plan on weak judges it. What passes here has not been judged for main: let the"
                + " pull request that goes there be judged by itself.");
    assertThat(settings(project, "main")).isEmpty();
  }

  @Test
  void where_nobody_tells_the_default_branch_nothing_is_said() {
    GitProject project = project("").branch("weak");
    project.branch("feature/api").append("api/app.py", "# on\n").commit("Go on");

    assertThat(settings(project, "weak")).isEmpty();
  }
}
