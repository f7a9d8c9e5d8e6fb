package dev.coord.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pull requests as GitHub checks them out: a detached merge of the branch into its target. */
class PullRequestIT {

  @TempDir Path directory;

  @Test
  void a_pull_request_that_lowers_a_gate_is_judged_by_the_gate_of_its_base() {
    GitProject project = Team.checkout(directory);
    project.edit("coord.yml", ">= 80%", ">= 10%");
    String lowered = project.commit("Lower the threshold").substring(0, 7);
    merged(project, "feature/checkout");
    Team.coverage(project, 5, 5);

    MavenResult result = pullRequest(project, "feature/checkout").goal("site").fails();

    result.says("FAIL coverage.lines 50.0% < 80% (-30.0 points, 5/10 lines) coord.yml:20");
    String weakened =
        "The gate \"coverage\" wanted lines >= 80% and wants >= 10% (coord.yml:20, "
            + lowered
            + " by Ana)";
    result.says("FAIL plan-guard " + weakened);
    assertThat(result.output().lines())
        .anyMatch(
            line ->
                line.startsWith("::error file=coord.yml,line=20,col=")
                    && line.contains("title=plan-guard::"));
    result.site().shows("gates", "bad", weakened.replace(">=", "≥"));
    result.site().shows("index", "bad", "50.0% < 80%");
    Json status = result.site().status("fail");
    assertThat(status.at("judged").text("workstream")).isEqualTo("checkout");
    assertThat(status.at("judged").text("how")).isEqualTo("the pull request's source branch");
    assertThat(status.gate("plan-guard").text("summary")).isEqualTo(weakened);
  }

  @Test
  void a_pull_request_that_removes_a_gate_is_judged_by_it_all_the_same() {
    GitProject project = Team.checkout(directory);
    project
        .edit("coord.yml", "  - coverage: {lines: \">= 80%\"}\n", "")
        .commit("Do without the gate");
    merged(project, "feature/checkout");
    Team.coverage(project, 5, 5);

    MavenResult result = pullRequest(project, "feature/checkout").goal("site").fails();

    result.says("FAIL coverage.lines 50.0% < 80% (-30.0 points, 5/10 lines) coord.yml:20");
    result.says("FAIL plan-guard The gate \"coverage\" is removed (coord.yml:20@");
    assertThat(result.site().status("fail").gate("plan-guard").text("outcome")).isEqualTo("failed");
  }

  @Test
  void a_pull_request_that_weakens_the_next_ones_gate_fails_though_every_gate_holds() {
    GitProject project = Team.checkout(directory);
    project.edit("coord.yml", ">= 80%", ">= 10%").commit("Lower the threshold");
    merged(project, "feature/checkout");

    MavenResult result = pullRequest(project, "feature/checkout").goal("check").fails();

    result.says("FAIL plan-guard The gate \"coverage\" wanted lines >= 80% and wants >= 10%");
  }

  @Test
  void a_pull_request_cannot_widen_what_it_owns() {
    GitProject project = Team.checkout(directory);
    project
        .edit("coord.yml", "owns: [/src/main/java/shop/checkout/]", "owns: [/src/]")
        .edit("coord.yml", "owns: [/src/main/java/shop/catalog/]", "owns: [/elsewhere/]")
        .append(Team.CATALOG, "// mine now\n")
        .commit("Take the catalog");
    merged(project, "feature/checkout");

    MavenResult result = pullRequest(project, "feature/checkout").goal("site").fails();

    result.says("FAIL ownership", "1 file of catalog changed by checkout");
    result.site().status("fail");
  }

  @Test
  void a_pull_request_cannot_pass_itself_off_as_another_workstream() {
    GitProject project = Team.project(directory).branch("feature/evil");
    project
        .edit("coord.yml", "branch: feature/catalog", "branch: feature/evil")
        .append(Team.CATALOG, "// mine now\n")
        .commit("Take the catalog");
    merged(project, "feature/evil");

    MavenResult result = pullRequest(project, "feature/evil").goal("site").fails();

    result.says("FAIL ownership", "of catalog");
    result.site().status("fail");
  }

  @Test
  void a_forks_branch_that_is_called_main_is_not_the_integration_branch() {
    GitProject project = Team.project(directory);
    project.git("checkout", "-q", "--detach");
    project.append(Team.CATALOG, "// mine now\n").commit("Tidy the catalog");
    merged(project, "HEAD");

    MavenResult result = pullRequest(project, "main").goal("site").fails();

    result.says("FAIL ownership", "1 file of catalog changed by main");
    result.site().shows("index", "bad", "1 file of catalog changed by main");
    Json judged = result.site().status("fail").at("judged");
    assertThat(judged.text("kind")).isEqualTo("unnamed");
  }

  @Test
  void a_fork_cannot_pose_as_a_branch_of_the_repository() {
    GitProject project = Team.checkout(directory);
    project.git("checkout", "-q", "--detach", "main");
    project.append(Team.CATALOG, "// mine now\n").commit("Tidy the catalog");
    merged(project, "HEAD");

    MavenResult result = pullRequest(project, "feature/checkout").goal("site").fails();

    result.says("FAIL ownership 1 file of catalog changed by checkout");
  }

  @Test
  void a_pushed_branch_with_a_detached_head_is_told_by_the_service() {
    GitProject project = Team.checkout(directory);
    project.append(Team.CATALOG, "// mine now\n").commit("Tidy the catalog");
    project.git("checkout", "-q", "--detach");

    MavenResult result =
        MavenRun.in(project)
            .env("GITHUB_ACTIONS", "true")
            .env("GITHUB_REF", "refs/heads/feature/checkout")
            .goal("check")
            .fails();

    result.says("FAIL ownership 1 file of catalog changed by checkout");
  }

  @Test
  void the_pom_of_a_pull_request_does_not_say_whom_to_judge_against_what() {
    GitProject project = Team.checkout(directory);
    project
        .append(Team.CATALOG, "// mine now\n")
        .file("pom.xml", Team.pom("<base>HEAD</base><workstream>catalog</workstream>"))
        .commit("Tidy the catalog");
    merged(project, "feature/checkout");

    MavenResult result = pullRequest(project, "feature/checkout").with("coord:site").run().fails();

    result.says(
        "FAIL ownership 1 file of catalog, 1 file owned by nobody changed by checkout",
        "WARN setting the POM sets coord.base, which does not count for a pull request. Let the"
            + " workflow say it: -Dcoord.base=VALUE.",
        "WARN setting the POM sets coord.workstream, which does not count for a pull request.");
    assertThat(result.site().status("fail").texts("findings", "kind")).contains("setting");
  }

  @Test
  void a_pull_request_that_lets_its_own_build_go_on_is_told_of() {
    GitProject project = Team.checkout(directory);
    project
        .file("pom.xml", Team.pom("<failOnViolation>false</failOnViolation>"))
        .commit("Build with Maven");
    merged(project, "feature/checkout");

    MavenResult result = pullRequest(project, "feature/checkout").with("coord:site").run().passes();

    result.says(
        "FAIL ownership 1 file owned by nobody changed by checkout",
        "WARN setting this branch changes pom.xml, which sets coord.failOnViolation. See that it"
            + " judges by the same gates as before, or let the workflow say it:"
            + " -Dcoord.failOnViolation=VALUE.",
        "The build goes on all the same (coord.failOnViolation).");
    result.site().status("fail");
  }

  @Test
  void a_skip_by_the_pom_of_a_pull_request_cannot_be_overlooked() {
    GitProject project = Team.coverage(Team.checkout(directory), 1, 9);
    project.file("pom.xml", Team.pom("<skip>true</skip>")).commit("Build with Maven");
    merged(project, "feature/checkout");

    MavenResult result = pullRequest(project, "feature/checkout").with("-q", "coord:site").run();

    String text = "coord is skipped by the POM (coord.skip): no gate judges this pull request.";
    assertThat(result.exit()).as(result.output()).isZero();
    assertThat(result.output()).containsOnlyOnce("[ERROR] " + text);
    assertThat(result.output().lines())
        .anyMatch(line -> line.startsWith("::error title=coord::" + text));
    assertThat(project.path("target/coord")).doesNotExist();
  }

  /** What actions/checkout leaves behind: HEAD is the merge, on no branch. */
  private static void merged(GitProject project, String source) {
    String commit = project.git("rev-parse", source);
    project.git("checkout", "-q", "--detach", "main");
    project.git("merge", "-q", "--no-ff", "-m", "Merge " + commit + " into main", commit);
    project.git("update-ref", "refs/remotes/pull/7/merge", "HEAD");
  }

  private static MavenRun pullRequest(GitProject project, String source) {
    return MavenRun.in(project)
        .env("CI", "true")
        .env("GITHUB_ACTIONS", "true")
        .env("GITHUB_EVENT_NAME", "pull_request")
        .env("GITHUB_REF", "refs/pull/7/merge")
        .env("GITHUB_HEAD_REF", source)
        .env("GITHUB_BASE_REF", "main");
  }
}
