package dev.coord.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Gates without a site, and asking before editing. */
class CheckIT {

  @TempDir Path directory;

  @Test
  void check_judges_the_gates_and_writes_no_site() {
    GitProject project = Team.checkout(directory);

    MavenRun.in(project).goal("check").passes().says("PASS 3 gates");
    Team.coverage(project, 1, 9);
    MavenResult fails = MavenRun.in(project).goal("check").fails();

    fails.says("FAIL coverage.lines 10.0% < 80%");
    assertThat(fails.failure())
        .contains("Then run mvn " + MavenRun.PLUGIN + "check.")
        .doesNotContain("see ");
    assertThat(project.path("target/coord")).doesNotExist();
  }

  @Test
  void paths_that_may_be_changed_are_told_with_the_plan_line() {
    GitProject project = Team.checkout(directory);

    MavenResult result =
        MavenRun.in(project)
            .with("-Dcoord.paths=" + Team.CHECKOUT + ", docs/new.md")
            .goal("check")
            .passes();

    result.says(
        "YES " + Team.CHECKOUT + ": checkout owns it (coord.yml:7)",
        "ASK docs/new.md: it is shared for added lines only (coord.yml:17)");
    assertThat(project.path("target/coord")).doesNotExist();
  }

  @Test
  void paths_that_must_not_be_changed_fail_with_the_reason_and_the_plan_line() {
    GitProject project = Team.checkout(directory);

    MavenResult result =
        MavenRun.in(project)
            .with(
                "-Dcoord.paths="
                    + String.join(
                        ",", Team.CATALOG, "docs/legal/x.md", "Makefile", Team.CHECKOUT, "../etc"))
            .goal("check")
            .fails();

    result.says(
        "NO " + Team.CATALOG + ": it is owned by catalog (coord.yml:13)",
        "NO docs/legal/x.md: checkout keeps off it (coord.yml:8)",
        "NO Makefile: nobody owns it (coord.yml:18)",
        "NO ../etc: not a path of this repository",
        "YES " + Team.CHECKOUT);
    assertThat(result.failure())
        .contains(
            "checkout must not change "
                + Team.CATALOG
                + ", docs/legal/x.md, Makefile, ../etc. Let the owner do it, or change the plan line"
                + " named above.");
  }

  @Test
  void on_the_integration_branch_the_workstream_must_be_named() {
    GitProject project = Team.project(directory);
    MavenRun run = MavenRun.in(project).with("-Dcoord.paths=" + Team.CATALOG);

    MavenResult result = run.goal("check").fails();

    assertThat(result.failure())
        .contains(
            "coord cannot tell who asks: main is what branches are merged into. Name the workstream"
                + " with -Dcoord.workstream=ID.");
    MavenRun.in(project)
        .with("-Dcoord.workstream=catalog", "-Dcoord.paths=" + Team.CATALOG)
        .goal("check")
        .passes()
        .says("YES " + Team.CATALOG);
  }
}
