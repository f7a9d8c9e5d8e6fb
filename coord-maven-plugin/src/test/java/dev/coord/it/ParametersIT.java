package dev.coord.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What users can set. */
class ParametersIT {

  @TempDir Path directory;

  @Test
  void skip_does_nothing_and_says_so() {
    GitProject project = Team.coverage(Team.checkout(directory), 1, 9);

    MavenResult result = MavenRun.in(project).with("-Dcoord.skip").goal("site").passes();

    result.says("coord is skipped (coord.skip)");
    assertThat(project.path("target/coord")).doesNotExist();
  }

  @Test
  void fail_on_violation_off_tells_everything_and_lets_the_build_go_on() {
    GitProject project = Team.coverage(Team.checkout(directory), 1, 9);

    MavenResult result =
        MavenRun.in(project).with("-Dcoord.failOnViolation=false").goal("site").passes();

    result.says("FAIL coverage.lines 10.0% < 80%");
    result.site().shows("index", "bad", "10.0% < 80%");
    result.site().status("fail");
  }

  @Test
  void fail_on_violation_off_does_not_excuse_a_plan_that_cannot_be_read() {
    GitProject project = Team.checkout(directory).append("coord.yml", "gaets: []\n");

    MavenRun.in(project).with("-Dcoord.failOnViolation=false").goal("site").fails();
  }

  @Test
  void output_directory_and_site_url_are_the_users_choice() {
    GitProject project = Team.checkout(directory);

    MavenResult result =
        MavenRun.in(project)
            .with(
                "-Dcoord.outputDirectory=public/plan", "-Dcoord.siteUrl=https://shop.example/plan")
            .goal("site")
            .passes();

    result.says("Site: public/plan/index.html");
    WrittenSite site = result.site("public/plan");
    assertThat(site.page("gates").select("link[rel=canonical]").attr("href"))
        .isEqualTo("https://shop.example/plan/gates.html");
    assertThat(site.status("pass").text("site_url")).isEqualTo("https://shop.example/plan/");
    assertThat(project.path("target/coord")).doesNotExist();
  }

  @Test
  void an_output_directory_with_other_peoples_files_is_not_replaced() {
    GitProject project = Team.checkout(directory);

    MavenResult result =
        MavenRun.in(project).with("-Dcoord.outputDirectory=src").goal("site").fails();

    assertThat(result.failure()).contains("The site was not written");
    assertThat(project.path(Team.CHECKOUT)).exists();
  }

  @Test
  void the_base_can_be_named() {
    GitProject project = Team.checkout(directory);
    String first = project.append(Team.CATALOG, "// mine now\n").commit("Tidy the catalog");
    project.append(Team.CHECKOUT, "// more\n").commit("Add up more");

    MavenRun.in(project).with("-Dcoord.base=" + first).goal("check").passes();
    MavenResult missing =
        MavenRun.in(project).with("-Dcoord.base=origin/nowhere").goal("check").fails();

    missing.says("origin/nowhere", "was not found (tried");
    MavenRun.in(project).goal("check").fails();
  }

  @Test
  void verbose_lists_what_passed() {
    GitProject project = Team.checkout(directory);

    MavenResult result = MavenRun.in(project).with("-Dcoord.verbose").goal("site").passes();

    result.says(
        "PASS coverage.lines 90.0% >= 80% (9/10 lines) coord.yml:20",
        "PASS tests.failed 0 = 0 (of 3 tests) coord.yml:21",
        "PASS ownership 1 file changed by checkout coord.yml:22");
  }

  @Test
  void what_cannot_be_understood_is_all_told_in_one_run_and_no_green_site_stays() {
    GitProject project = Team.checkout(directory);
    MavenRun.in(project).goal("site").passes();

    MavenResult result =
        MavenRun.in(project)
            .with("-Dcoord.now=tomorrow", "-Dcoord.missingData=ignore")
            .with("-Dcoord.failOnViolation=ture", "-Dcoord.siteUrl=javascript:x")
            .goal("site")
            .fails();

    result.says(
        "-Dcoord.failOnViolation: \"ture\" is neither true nor false. Write one of them.",
        "-Dcoord.missingData: \"ignore\" is neither fail nor warn. Write one of them.",
        "-Dcoord.now: \"tomorrow\" is neither a date nor a point in time. Write 2026-01-31 or"
            + " 2026-01-31T12:00:00Z.",
        "-Dcoord.siteUrl: \"javascript:x\" is no web address.");
    assertThat(result.failure()).contains("Nothing can be judged: 4 mistakes, the first ");
    WrittenSite site = new WrittenSite(project.path("target/coord"));
    site.shows("index", "bad", "-Dcoord.failOnViolation");
    site.status("error");
  }

  @Test
  void help_names_the_goals_and_the_parameters() {
    MavenResult goals = MavenRun.in(directory).goal("help").passes();
    MavenResult site =
        MavenRun.in(directory).with("-Ddetail", "-Dgoal=check").goal("help").passes();

    goals.says("coord:site", "coord:check", "coord:validate", "coord:help");
    site.says("User property: coord.paths", "User property: coord.missingData");
  }
}
