package dev.coord.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests and coverage are held against what was there before, over notes that travel with git. */
class BaselinesOfReportsIT {

  private static final String GATES =
      """
      gates:
        - coverage: {against: baseline, tolerance: 1%}
        - tests: {vanished: "= 0", new: ">= 0"}
        - id: owners
          coverage: {lines: ">= 50%", unmeasured: fail, of: {owner: ana}}
      """;

  @TempDir Path directory;

  @Test
  void what_was_lost_since_the_baseline_fails_in_a_clone_that_fetched_it() {
    GitProject project = Team.project(directory.resolve("shop"));
    int gates = Team.PLAN.indexOf("gates:");
    project.file("coord.yml", Team.PLAN.substring(0, gates) + GATES).commit("Look back");
    Team.reports(project);

    MavenRun.in(project)
        .goal("check")
        .fails()
        .says(
            "UNKNOWN coverage.against the baseline holds no coverage",
            "UNKNOWN tests.vanished no run with tests is recorded on the base");

    MavenRun.in(project)
        .goal("baseline")
        .passes()
        .says(".coord/baseline.yml is written: 0 findings; coverage of 9/10 lines is taken in.");
    String measured = project.git("rev-parse", "--short=7", "HEAD");
    project.commit("Adopt coord");
    Team.reports(project);
    MavenRun.in(project)
        .with("-Dcoord.record")
        .goal("site")
        .fails()
        .says(
            "PASS 2 of 4 gates, 2 are unknown",
            "UNKNOWN tests.vanished",
            "Recorded in refs/notes/coord on ");
    String recorded = project.git("rev-parse", "--short=7", "HEAD");

    GitProject clone = project.at(directory.resolve("clone"));
    project.git("clone", "-q", ".", clone.directory().toString());
    clone.git("fetch", "-q", "origin", "refs/notes/coord*:refs/notes/coord*");
    clone.file("src/main/java/shop/checkout/New.java", "class New {\n}\n").commit("Go on");
    Team.coverage(clone, 8, 2).file(Team.TESTS, Reports.junit("shop.BasketTest", 2, 1, 0));

    MavenResult lost = MavenRun.in(clone).goal("site").fails();
    lost.says(
        "FAIL coverage.against 10.0% > 1% (+9.0 points, 8/10 lines after 9/10 at " + measured,
        "FAIL tests.vanished 1 != 0 (+1, 3 tests at " + recorded,
        "without shop.BasketTest#passes_2");
    lost.site().shows("tests", "bad", "Since the recorded run", "shop.BasketTest#passes_2");
    assertThat(lost.site().status("fail").gate("owners.lines").text("outcome")).isEqualTo("passed");

    Team.coverage(clone, 10, 0).file(Team.TESTS, Reports.junit("shop.BasketTest", 4, 0, 0));
    MavenRun.in(clone)
        .with("-Dcoord.verbose")
        .goal("check")
        .passes()
        .says("PASS coverage.against 0.0% <= 1%", "PASS tests.new 1 >= 0");
  }
}
