package dev.coord.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Further ways to run Maven, on the oldest that coord runs on and on the newest. */
@Order(3)
class MavenWaysIT {

  @TempDir Path directory;

  static List<Maven> oldestAndNewest() {
    return Maven.oldestAndNewest();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("oldestAndNewest")
  void from_the_command_line_it_judges_once_after_parallel_modules(Maven maven) {
    GitProject project = RealProject.in(directory, "");
    RealProject.breakMinus(project);

    MavenResult result =
        MavenRun.in(project).by(maven).with("-T", "2", "verify", "coord:site").run().fails();

    result.judgesOnceAfter(":0.8.15:report").says("FAIL tests.failed 1 != 0 (+1, of 3 tests)");
    result.site().shows("index", "bad", "1 ≠ 0");
    assertThat(result.site().status("fail").at("sources").at("tests").number("total")).isEqualTo(3);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("oldestAndNewest")
  void a_module_that_fails_before_its_turn_is_missed(Maven maven) {
    GitProject project = RealProject.in(directory, RealProject.BOUND);
    project.edit("minus/src/main/java/sums/Minus.java", "left - right", "left - wrong");

    MavenResult result = MavenRun.in(project).by(maven).with("-fae", "verify").run().fails();

    result.judgesOnce();
    result.says(
        "FAIL tests.total 2 < 3 (-1, of 2 tests) coord.yml:9",
        "UNKNOWN maven-build the build failed in minus. Mend what Maven says of it.");
    assertThat(result.output())
        .contains("maven-compiler-plugin")
        .contains("maven-build unknown: the build failed in minus (coord.yml:2)");
    result.site().shows("index", "bad", "the build failed in minus");
    Json row = result.site().status("fail").gate("maven-build");
    assertThat(row.text("outcome")).isEqualTo("unknown");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("oldestAndNewest")
  void a_module_that_fails_first_stops_the_others_and_not_coord(Maven maven) {
    GitProject project = RealProject.in(directory, RealProject.BOUND_IN_THE_ROOT);
    project.edit("plus/src/main/java/sums/Plus.java", "left + right", "left + wrong");
    Team.reports(project);

    MavenResult result = MavenRun.in(project).by(maven).with("verify").run().fails();

    String problem = "the build failed in plus and did not finish minus";
    result.judgesOnce().says("UNKNOWN maven-build " + problem);
    result.site().shows("index", "unknown", problem);
    result.site().status("unknown");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("oldestAndNewest")
  void a_single_module_finds_the_plan_above_it(Maven maven) {
    GitProject project = RealProject.in(directory, RealProject.BOUND);

    MavenResult result = MavenRun.in(project).by(maven).with("-f", "plus", "verify").run().fails();

    result.judgesOnce();
    result.says("FAIL tests.total 2 < 3 (-1, of 2 tests)", "Site: plus/target/coord/index.html");
    result.site("plus/target/coord").shows("index", "bad", "2 < 3");
    assertThat(result.site("plus/target/coord").status("fail").at("project").text("name"))
        .isEqualTo("Sums");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("oldestAndNewest")
  void a_linked_worktree_is_judged_offline(Maven maven) {
    GitProject main = Team.project(directory.resolve("main"));
    GitProject linked = main.worktree(directory.resolve("linked"), "feature/checkout");
    linked.append(Team.CATALOG, "// mine now\n").commit("Tidy the catalog");
    Team.reports(linked);
    // What a run with a network has put there.
    MavenRun.in(linked).by(maven).goal("help").passes();

    MavenResult result = MavenRun.in(linked).by(maven).with("-o").goal("site").fails();

    result.judgesOnce().says("FAIL ownership 1 file of catalog changed by checkout");
    result.site().shows("index", "bad", "1 file of catalog changed by checkout");
    assertThat(result.site().status("fail").at("judged").text("workstream")).isEqualTo("checkout");
    assertThat(main.path("target/coord")).doesNotExist();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("oldestAndNewest")
  void skipped_it_does_nothing_and_says_who_wants_that(Maven maven) {
    GitProject project =
        Team.coverage(Team.checkout(directory), 1, 9)
            .file("pom.xml", Team.pom("<skip>true</skip>"));

    MavenResult poms = MavenRun.in(project).by(maven).with("coord:site").run().passes();
    MavenResult users = MavenRun.in(project).by(maven).with("-Dcoord.skip").goal("site").passes();

    assertThat(poms.lines("WARNING")).contains("coord is skipped (coord.skip in the POM)");
    users.says("coord is skipped (coord.skip)");
    assertThat(project.path("target/coord")).doesNotExist();
  }
}
