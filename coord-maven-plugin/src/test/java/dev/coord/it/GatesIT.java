package dev.coord.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What gates say of numbers. */
class GatesIT {

  @TempDir Path directory;

  @Test
  void a_branch_that_keeps_to_the_plan_passes_with_one_line() {
    GitProject project = Team.checkout(directory);

    MavenResult result = MavenRun.in(project).goal("site").passes();

    assertThat(result.lines("INFO"))
        .filteredOn(line -> line.startsWith("coord "))
        .singleElement()
        .asString()
        .contains(
            "plan coord.yml@", "2 workstreams", "PASS 3 gates", "Site: target/coord/index.html");
    assertThat(result.lines("WARNING")).isEmpty();
    result.site().shows("index", "good", "3 gates");
    Json status = result.site().status("pass");
    assertThat(status.at("judged").text("workstream")).isEqualTo("checkout");
    assertThat(status.texts("gates", "outcome")).containsOnly("passed");
  }

  @Test
  void coverage_that_is_too_low_fails() {
    GitProject project = Team.checkout(directory);
    project.append(Team.CHECKOUT, "\n".repeat(10_000)).commit("Leave room");
    Team.reports(project);
    Team.coverage(project, 7999, 2001);

    MavenResult result = MavenRun.in(project).goal("site").fails();

    result.says("FAIL coverage.lines 79.9% < 80% (-0.1 points, 7999/10000 lines) coord.yml:20");
    assertThat(result.failure())
        .contains(
            "1 of 3 gates not met: coverage.lines 79.9% < 80% (coord.yml:20). Test more of the code:"
                + " 7999/10000 lines are covered. Then run mvn "
                + MavenRun.PLUGIN
                + "site, see target/coord/gates.html.");
    result.site().shows("index", "bad", "coverage.lines", "79.9%", "Test more of the code");
    result.site().shows("gates", "bad", "79.9% < 80%", "target/site/jacoco/jacoco.xml");
    Json gate = result.site().status("fail").gate("coverage.lines");
    assertThat(gate.text("outcome")).isEqualTo("failed");
    assertThat(gate.text("measured")).isEqualTo("79.9%");
    assertThat(gate.text("required")).isEqualTo(">= 80%");
    assertThat(gate.flag("breaks")).isTrue();
    assertThat(gate.place("place")).isEqualTo("coord.yml:20");
  }

  @Test
  void a_threshold_raised_on_main_fails_there() {
    GitProject project = Team.project(directory);
    project.edit("coord.yml", ">= 80%", ">= 95%").commit("Raise the threshold");

    MavenResult result = MavenRun.in(project).goal("site").fails();

    result.says("FAIL coverage.lines 90.0% < 95% (-5.0 points, 9/10 lines) coord.yml:20");
    result.site().shows("index", "bad", "90.0% < 95%");
    Json status = result.site().status("fail");
    assertThat(status.at("judged").text("kind")).isEqualTo("integration");
    assertThat(status.gate("coverage.lines").text("required")).isEqualTo(">= 95%");
  }

  @Test
  void a_python_project_is_judged_by_the_reports_of_its_tools() {
    GitProject project = Team.project(directory);
    project
        .delete(Team.COVERAGE)
        .delete(Team.TESTS)
        .file("shop/basket.py", "TOTAL = (\n1\n+ 1\n)\n")
        .commit("Rewrite the basket");
    project
        .file("coverage.xml", Reports.cobertura("shop/basket.py", 3, 1))
        .file("junit.xml", Reports.junit("tests.test_basket", 2, 1, 1));

    MavenResult result = MavenRun.in(project).goal("site").fails();

    result.says(
        "FAIL coverage.lines 75.0% < 80% (-5.0 points, 3/4 lines) coord.yml:20",
        "FAIL tests.failed 1 != 0 (+1, of 4 tests) coord.yml:21");
    assertThat(result.failure()).contains("2 of 3 gates not met");
    Json tests = result.site().status("fail").at("sources").at("tests");
    assertThat(tests.number("skipped")).isEqualTo(1);
    assertThat(tests.list("reports").get(0).text("path")).isEqualTo("junit.xml");
  }

  @Test
  void an_expired_waiver_fails_and_says_so() {
    GitProject project = Team.project(directory);
    project
        .append(
            "coord.yml",
            """
            waivers:
              - {gate: coverage, owner: ana, reason: Rewritten soon., until: 2030-01-31}
            """)
        .commit("Waive the coverage for now");
    project.commit("Go on"); // Whether the waiver might be added is asked of its own commit.
    Team.coverage(project, 7, 3);

    MavenResult before =
        MavenRun.in(project).with("-Dcoord.now=2030-01-31T23:59:59Z").goal("site").passes();
    before.says("WAIVED coverage.lines", "waived until 2030-01-31 by ana");
    before.site().shows("index", "warning", "Waived until 2030-01-31 by ana");
    assertThat(before.site().status("pass").gate("coverage.lines").text("outcome"))
        .isEqualTo("waived");

    MavenResult after = MavenRun.in(project).with("-Dcoord.now=2030-02-01").goal("site").fails();

    after.says("FAIL coverage.lines", "the waiver of ana ended on 2030-01-31 (coord.yml:24)");
    after.site().shows("index", "bad", "the waiver of ana ended on 2030-01-31 (coord.yml:24)");
    Json gate = after.site().status("fail").gate("coverage.lines");
    assertThat(gate.text("outcome")).isEqualTo("failed");
    assertThat(gate.text("note")).isEqualTo("the waiver of ana ended on 2030-01-31 (coord.yml:24)");
  }
}
