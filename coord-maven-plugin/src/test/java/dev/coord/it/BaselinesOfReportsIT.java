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
            "UNKNOWN tests.vanished, new no run with tests is recorded on the base");

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

  @Test
  void what_a_tool_finds_beyond_the_baseline_fails_until_it_is_mended_or_taken_in() {
    GitProject project = Team.project(directory.resolve("shop"));
    int gates = Team.PLAN.indexOf("gates:");
    String steward =
        "  plan: {by: [ana]}\npeople: [{id: ana, emails: [ana@team.example]}, {id: ben}]\n";
    String lint = "gates:\n  - id: lint\n    findings: {total: \"= 0\", new: true}\n";
    project
        .file("coord.yml", Team.PLAN.substring(0, gates) + steward + lint)
        .file(".gitignore", "target/\n*.sarif\n")
        .commit("Look at what is new");
    String known = Reports.result("E501", "warning", Team.CHECKOUT, 3);
    project.file("ruff.sarif", Reports.sarif("ruff", known));

    MavenRun.in(project)
        .goal("check")
        .fails()
        .says("UNKNOWN lint.total the baseline does not tell which findings are known");
    MavenRun.in(project)
        .goal("baseline")
        .passes()
        .says(".coord/baseline.yml is written: 1 finding (result 1)");
    project.commit("Adopt coord");

    // The line of what is known moves, and so does its level: it is the same.
    String moved = Reports.result("E501", "error", Team.CHECKOUT, 9);
    project.file("ruff.sarif", Reports.sarif("ruff", moved));
    MavenResult adopted = MavenRun.in(project).with("-Dcoord.verbose").goal("site").passes();
    adopted.says("PASS lint.total 0 = 0 (0 new findings by ruff, 1 known since ");
    assertThat(adopted.site().status("pass").gate("lint.total").text("outcome"))
        .isEqualTo("passed");

    String fresh = Reports.result("F401", "warning", Team.CATALOG, 1);
    project.file("ruff.sarif", Reports.sarif("ruff", moved + "," + fresh));
    MavenResult failed = MavenRun.in(project).goal("site").fails();
    failed.says(
        "FAIL lint.total 1 != 0 (+1, 1 new finding by ruff, 1 known since ",
        "Mend what was found, first ruff F401 in " + Team.CATALOG + ":1.");
    failed.site().shows("gates", "bad", "1 new finding by ruff");
    assertThat(failed.site().status("fail").gate("lint.total").text("outcome")).isEqualTo("failed");

    MavenRun.in(project).goal("baseline").passes().says("1 new finding is not taken in");
    MavenRun.in(project).goal("check").fails().says("FAIL lint.total 1 != 0");

    MavenRun.in(project)
        .with("-Dcoord.baseline.grow=true")
        .goal("baseline")
        .passes()
        .says("2 findings (result 2)");
    project.commit("Take in what is found");
    project.file("ruff.sarif", Reports.sarif("ruff", moved + "," + fresh));
    MavenRun.in(project).goal("check").passes();
  }
}
