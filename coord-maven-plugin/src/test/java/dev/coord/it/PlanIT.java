package dev.coord.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plans that cannot be used, and what is left of the site then. */
class PlanIT {

  @TempDir Path directory;

  @Test
  void every_mistake_is_told_in_one_run_and_no_green_page_stays() {
    GitProject project = Team.checkout(directory);
    MavenRun.in(project).goal("site").passes().site().shows("index", "good", "Shop");
    project
        .edit("coord.yml", "owner: ben", "ownr: ben")
        .edit("coord.yml", "\">= 80%\"", "\"80%\"")
        .edit("coord.yml", "tasks: [\"[ ] Search\"]", "depends_on: [chekout]");

    MavenResult result = MavenRun.in(project).goal("site").fails();

    List<String> mistakes =
        result.lines("ERROR").stream().filter(line -> line.startsWith("coord.yml:")).toList();
    assertThat(mistakes).hasSize(3);
    assertThat(mistakes.get(0)).startsWith("coord.yml:11:5: ").contains("ownr", "owner");
    assertThat(mistakes.get(1)).startsWith("coord.yml:14:18: ").contains("chekout", "checkout");
    assertThat(mistakes.get(2)).startsWith("coord.yml:20:").contains("80%", ">= 80%");
    assertThat(result.failure())
        .contains("The plan cannot be used: 3 mistakes, the first coord.yml:11:5: ");
    result.saysNot("Exception:", "\tat ");

    WrittenSite site = result.site();
    site.shows("index", "bad", "Nothing could be judged: 3 mistakes", "coord.yml:11:5", "ownr");
    assertThat(site.has("gates.html")).isFalse();
    Json status = site.status("error");
    assertThat(status.list("diagnostics")).hasSize(3);
    assertThat(status.list("diagnostics").get(0).place("place")).isEqualTo("coord.yml:11");
  }

  @Test
  void without_a_plan_the_message_says_how_to_start() {
    GitProject project = GitProject.in(directory).file("README.md", "# Shop\n");
    project.commit("Begin");

    MavenResult result = MavenRun.in(project).goal("site").fails();

    result.says(
        "coord.yml: there is no plan, neither coord.yml nor coord/*.yml, here or above. Begin with a"
            + " file coord.yml at the repository's root: \"coord: 1\"");
    result.site().shows("index", "bad", "there is no plan", "Begin with a file coord.yml");
    assertThat(result.site().status("error").list("diagnostics").get(0).text("remedy"))
        .startsWith("Begin with a file coord.yml");
  }

  @Test
  void a_plan_that_is_a_symbolic_link_is_refused_and_nothing_of_its_target_is_shown()
      throws Exception {
    GitProject project = Team.project(directory.resolve("shop")).delete("coord.yml");
    Path secret = Files.writeString(directory.resolve("secret.yml"), "password: hunter2\n");
    Files.createSymbolicLink(project.path("coord.yml"), secret);

    MavenResult result = MavenRun.in(project).goal("site").fails();

    result.says(
        "coord.yml: a plan file must be a regular file inside the repository, and this is a symbolic"
            + " link. Replace the link by the file it leads to.");
    assertThat(result.output()).doesNotContain("hunter2", "password");
    result.site().shows("index", "bad", "this is a symbolic link");
    assertThat(result.site().status("error").list("diagnostics")).hasSize(1);
    assertThat(result.site().files().values()).noneMatch(text -> text.contains("hunter2"));
  }

  @Test
  void the_plan_may_be_split_and_lie_where_the_user_says() {
    GitProject project = Team.checkout(directory);
    String[] parts = Team.PLAN.split("(?=gates:)");
    project
        .delete("coord.yml")
        .file("plans/work.yml", parts[0])
        .file("plans/gates.yml", "coord: 1\n" + parts[1])
        .edit(Team.COVERAGE, "missed=\"1\"", "missed=\"1\"");

    MavenResult result = MavenRun.in(project).with("-Dcoord.plan=plans").goal("validate").passes();

    result.says("The plan is sound: 2 files, 2 workstreams, 0 sprints, 3 gates, 0 metrics");
  }

  @Test
  void validate_tells_a_sound_plan_from_a_bad_one_and_writes_nothing() {
    GitProject project = Team.project(directory);

    MavenRun.in(project)
        .goal("validate")
        .passes()
        .says("The plan is sound: 1 file, 2 workstreams, 0 sprints, 3 gates, 0 metrics");

    project.edit("coord.yml", "mode: append_only", "mode: anarchy");
    MavenResult bad = MavenRun.in(project).goal("validate").fails();

    assertThat(bad.lines("ERROR").get(0)).startsWith("coord.yml:17:").contains("anarchy");
    assertThat(bad.failure()).contains("The plan cannot be used: 1 mistake, coord.yml:17:");
    assertThat(project.path("target/coord")).doesNotExist();
  }
}
