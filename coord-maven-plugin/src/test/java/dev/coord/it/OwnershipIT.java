package dev.coord.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may change what. */
class OwnershipIT {

  @TempDir Path directory;

  @Test
  void a_commit_to_another_workstreams_file_fails() {
    GitProject project = Team.checkout(directory);
    String commit = project.append(Team.CATALOG, "// mine now\n").commit("Tidy the catalog");

    MavenResult result = MavenRun.in(project).goal("site").fails();

    result.says(
        "FAIL ownership 1 file of catalog changed by checkout coord.yml:13",
        Team.CATALOG + " " + commit.substring(0, 7) + " feature/checkout",
        "Undo the change, let catalog make it, or share it under boundaries.shared (coord.yml:17);"
            + " catalog owns it by coord.yml:13.");
    assertThat(result.failure())
        .contains("1 of 3 gates not met: ownership 1 file of catalog changed by checkout");
    result.site().shows("index", "bad", "1 file of catalog changed by checkout");
    result.site().shows("ownership", "bad", Team.CATALOG, "owned by catalog");
    Json status = result.site().status("fail");
    assertThat(status.gate("ownership").text("subject")).isEqualTo("checkout");
    Json violation = violations(status).list("violations").get(0);
    assertThat(violation.text("path")).isEqualTo(Team.CATALOG);
    assertThat(violation.text("kind")).isEqualTo("owned_by_other");
    assertThat(violation.flag("committed")).isTrue();
    assertThat(violation.at("commits").value()).asString().isEqualTo("[" + commit + "]");
    assertThat(violation.place("boundary")).isEqualTo("coord.yml:13");
  }

  @Test
  void an_uncommitted_change_of_another_workstreams_file_fails() {
    GitProject project = Team.checkout(directory).append(Team.CATALOG, "// mine now\n");

    MavenResult result = MavenRun.in(project).goal("site").fails();

    result.says(
        "FAIL ownership 1 file of catalog changed by checkout coord.yml:13",
        Team.CATALOG + " not committed yet feature/checkout");
    result.site().shows("ownership", "bad", Team.CATALOG);
    Json violation = violations(result.site().status("fail")).list("violations").get(0);
    assertThat(violation.flag("committed")).isFalse();
  }

  @Test
  void a_change_that_was_taken_back_is_none() {
    GitProject project = Team.checkout(directory);
    project.append(Team.CATALOG, "// mine now\n").commit("Tidy the catalog");
    project.git("revert", "--no-edit", "HEAD");

    MavenResult result = MavenRun.in(project).goal("site").passes();

    assertThat(violations(result.site().status("pass")).list("violations")).isEmpty();
  }

  @Test
  void a_path_that_the_workstream_keeps_off_fails_even_where_it_is_shared() {
    GitProject project = Team.checkout(directory);
    project.append("docs/legal/imprint.md", "A line.\n").commit("Say who we are");

    MavenResult result = MavenRun.in(project).goal("site").fails();

    result.says(
        "FAIL ownership 1 file it keeps off changed by checkout coord.yml:8",
        "docs/legal/imprint.md",
        "Undo the change, or take the path out of keeps_off (coord.yml:8).");
    result.site().shows("ownership", "bad", "docs/legal/imprint.md", "checkout keeps off it");
    assertThat(violations(result.site().status("fail")).list("violations").get(0).text("kind"))
        .isEqualTo("keeps_off");
  }

  @Test
  void a_branch_that_the_plan_does_not_name_owns_nothing() {
    GitProject project = Team.project(directory).branch("fix/typo");
    project.append(Team.CHECKOUT, "// typo\n").commit("Mend a typo");

    MavenResult result = MavenRun.in(project).goal("site").fails();

    result.says("FAIL ownership 1 file of checkout changed by fix/typo coord.yml:7");
    result.site().shows("index", "bad", "fix/typo");
    Json status = result.site().status("fail");
    assertThat(status.at("judged").text("kind")).isEqualTo("unnamed");
    assertThat(status.at("judged").text("branch")).isEqualTo("fix/typo");
    assertThat(status.at("branch").list("violations").get(0).text("path")).isEqualTo(Team.CHECKOUT);
  }

  @Test
  void an_unowned_path_fails_or_warns_as_the_plan_says() {
    GitProject project = Team.checkout(directory);
    project.file("tools/run.sh", "exit\n").commit("Add a tool");

    MavenResult fails = MavenRun.in(project).goal("site").fails();

    fails.says(
        "FAIL ownership 1 file owned by nobody changed by checkout coord.yml:18",
        "Add the path to owns of checkout (coord.yml:7), or share it under boundaries.shared");
    fails.site().shows("ownership", "bad", "tools/run.sh");
    assertThat(violations(fails.site().status("fail")).texts("violations", "kind"))
        .containsExactly("unowned");

    project.checkout("main").edit("coord.yml", "unowned: fail", "unowned: warn");
    project.commit("Nobody's paths only warn");
    project.checkout("feature/checkout").merge("main");
    Team.reports(project);

    MavenResult warns = MavenRun.in(project).goal("site").passes();

    warns.says("WARN boundary checkout changes tools/run.sh (owned by nobody)");
    warns
        .site()
        .shows("index", "good", "Findings (1 warning)", "changes tools/run.sh (owned by nobody)");
    Json ownership = violations(warns.site().status("pass"));
    assertThat(ownership.list("violations")).isEmpty();
    assertThat(ownership.texts("warnings", "path")).containsExactly("tools/run.sh");
  }

  @Test
  void branches_that_are_not_judged_warn_at_most() {
    GitProject project = Team.checkout(directory);
    project.append(Team.CATALOG, "// mine now\n").commit("Tidy the catalog");
    project.checkout("main");

    MavenResult result = MavenRun.in(project).goal("site").passes();

    result.says("WARN ownership (checkout) 1 file of catalog changed by checkout coord.yml:13");
    result.site().shows("index", "warning", "1 file of catalog changed by checkout");
    Json gate = result.site().status("pass").item("gates", "subject", "checkout");
    assertThat(gate.text("outcome")).isEqualTo("failed");
    assertThat(gate.flag("breaks")).isFalse();
  }

  @Test
  void the_user_can_name_the_workstream() {
    GitProject project = Team.checkout(directory);
    project.append(Team.CATALOG, "// mine now\n").commit("Tidy the catalog");

    MavenRun.in(project).with("-Dcoord.workstream=catalog").goal("check").fails();
    MavenResult unknown =
        MavenRun.in(project).with("-Dcoord.workstream=catalogue").goal("check").fails();

    unknown.says(
        "-Dcoord.workstream: catalogue is no workstream of the plan. Name one of: checkout,"
            + " catalog.");
  }

  private static Json violations(Json status) {
    return status.item("workstreams", "id", "checkout").at("ownership");
  }
}
