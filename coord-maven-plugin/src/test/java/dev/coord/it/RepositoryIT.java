package dev.coord.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Repositories that cannot tell everything, and working trees that are not the main one. */
class RepositoryIT {

  @TempDir Path directory;

  @Test
  void a_shallow_clone_is_unknown_and_names_fetch_depth() {
    GitProject origin = Team.checkout(directory.resolve("origin"));
    origin.git(
        "clone",
        "-q",
        "--depth",
        "1",
        "--branch",
        "feature/checkout",
        origin.directory().toUri().toString(),
        directory.resolve("clone").toString());
    GitProject clone = Team.reports(origin.at(directory.resolve("clone")));

    MavenResult result = MavenRun.in(clone).goal("site").fails();

    result.says("UNKNOWN ownership", "UNKNOWN base-plan", "is shallow", "fetch-depth: 0");
    assertThat(result.failure()).contains("could not be judged");
    result.site().shows("index", "unknown", "shallow", "fetch-depth: 0");
    Json status = result.site().status("unknown");
    assertThat(status.gate("ownership").text("outcome")).isEqualTo("unknown");
    assertThat(status.gate("ownership").text("remedy")).contains("fetch-depth: 0");
    assertThat(status.gate("coverage.lines").text("outcome")).isEqualTo("passed");
  }

  @Test
  void without_a_repository_ownership_is_unknown_and_all_other_pages_appear() {
    GitProject project = Team.files(GitProject.without(directory)).aged(Team.COVERAGE, Team.TESTS);

    MavenResult result = MavenRun.in(project).goal("site").fails();

    result.says("UNKNOWN ownership", "Run coord inside a repository, or begin one with git init.");
    result.site().shows("index", "unknown", "no git repository was found");
    result
        .site()
        .shows("gates", "unknown", "so it cannot be told whether test report " + Team.TESTS);
    result.site().shows("ownership", "unknown", "no git repository was found");
    assertThat(result.site().page("workstreams/checkout").text()).contains("Basket totals");
    Json status = result.site().status("unknown");
    assertThat(status.gate("coverage.lines").text("outcome")).isEqualTo("unknown");
    assertThat(status.at("sources").at("git").flag("known")).isFalse();
  }

  @Test
  void without_a_repository_reports_count_in_the_build_that_writes_them_and_in_no_other()
      throws IOException {
    GitProject project = RealProject.in(directory.resolve("repository"), "");
    Files.move(project.path(".git"), directory.resolve("away"));

    MavenResult same = MavenRun.in(project).with("verify", "coord:site").run().passes();

    same.says("WARN source git: no git repository was found here or above.", "PASS 3 gates");
    same.site().shows("index", "warning", "all 3 gates pass. Not all can be told: git: no git");
    same.site().status("pass");

    MavenResult later = MavenRun.in(project).goal("site").fails();

    later.says(
        "so it cannot be told whether 3 test reports are of this version",
        "Or let this build run the tests (mvn verify coord:site).");
    later.site().shows("index", "unknown", "3 of 3 gates cannot be told");
    later.site().status("unknown");
  }

  @Test
  void a_repository_without_a_commit_says_so() {
    GitProject project = Team.files(GitProject.in(directory));

    MavenResult result = MavenRun.in(project).goal("site").fails();

    result.says(
        "UNKNOWN ownership",
        "the git repository has no commit yet",
        "Make the first commit: git add --all, then git commit.");
    result.site().shows("index", "unknown", "the git repository has no commit yet");
    assertThat(result.site().status("unknown").at("sources").at("git").text("reason"))
        .isEqualTo("the git repository has no commit yet");
  }

  @Test
  void a_linked_worktree_is_judged_as_its_own_branch() {
    GitProject main = Team.project(directory.resolve("main"));
    GitProject linked = main.worktree(directory.resolve("linked"), "feature/checkout");
    linked.append(Team.CATALOG, "// mine now\n").commit("Tidy the catalog");
    Team.reports(linked);

    MavenResult result = MavenRun.in(linked).goal("site").fails();

    result.says("FAIL ownership 1 file of catalog changed by checkout coord.yml:13");
    Json status = result.site().status("fail");
    assertThat(status.at("judged").text("branch")).isEqualTo("feature/checkout");
    assertThat(status.item("workstreams", "id", "checkout").text("worktree"))
        .isEqualTo("../linked");
    assertThat(main.path("target/coord")).doesNotExist();
  }

  @Test
  void a_directory_of_the_repository_finds_plan_and_repository_above_it() {
    GitProject project = Team.checkout(directory);

    MavenResult result =
        MavenRun.in(project.path("src/main/java/shop/checkout")).goal("site").passes();

    result.says("Site: " + project.path("target/coord/index.html"));
    new WrittenSite(project.path("target/coord")).status("pass");
  }
}
