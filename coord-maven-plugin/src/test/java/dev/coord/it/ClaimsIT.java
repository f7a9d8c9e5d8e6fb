package dev.coord.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What workstreams say of themselves, and what git says of it. */
class ClaimsIT {

  @TempDir Path directory;

  @Test
  void claims_are_read_at_the_tips_of_the_branches_and_put_beside_what_git_says() {
    GitProject project = split();
    project.branch("feature/checkout");
    project
        .append(Team.CHECKOUT, "// totals\n")
        .edit("coord/checkout.yml", "status: doing", "status: merged")
        .edit("coord/checkout.yml", "[ ] Refunds", "[x] Refunds");
    String tip = project.commit("All is done");
    project.checkout("main");

    MavenResult result = MavenRun.in(project).goal("site").passes();

    result.says("WARN contradiction the plan says \"status: merged\" of checkout, observed: ready");
    result.site().shows("claims", "warning", "status: merged", tip.substring(0, 7));
    Json status = result.site().status("pass");
    Json checkout = status.item("workstreams", "id", "checkout");
    assertThat(checkout.at("claim").text("status")).isEqualTo("merged");
    assertThat(checkout.at("claim").at("place").text("commit")).isEqualTo(tip);
    assertThat(checkout.at("observed").text("status")).isEqualTo("ready");
    assertThat(checkout.at("tasks").number("done")).isEqualTo(2);
    assertThat(status.item("claims", "claim", "status: merged").text("agreement"))
        .isEqualTo("contradicts");
  }

  @Test
  void once_merged_the_checked_out_plan_speaks() {
    GitProject project = split();
    project.branch("feature/checkout");
    project
        .edit("coord/checkout.yml", "[ ] Refunds", "[x] Refunds")
        .append(Team.CHECKOUT, "// totals\n")
        .commit("All is done");
    project.checkout("main").merge("feature/checkout");
    project.edit("coord/checkout.yml", "status: doing", "status: merged").commit("Say so");
    Team.reports(project);

    MavenResult result = MavenRun.in(project).goal("site").passes();

    result.saysNot("contradiction");
    Json checkout = result.site().status("pass").item("workstreams", "id", "checkout");
    assertThat(checkout.at("claim").text("status")).isEqualTo("merged");
    assertThat(checkout.at("observed").text("status")).isEqualTo("merged");
    assertThat(checkout.at("tasks").number("done")).isEqualTo(2);
  }

  @Test
  void a_tip_whose_plan_file_is_broken_is_a_warning_and_the_checked_out_claims_stay() {
    GitProject project = split();
    project.branch("feature/checkout");
    project
        .append(Team.CHECKOUT, "// totals\n")
        .append("coord/checkout.yml", "    tsks: []\n")
        .commit("Break the plan");
    project.checkout("main");

    MavenResult result = MavenRun.in(project).goal("site").passes();

    result.says("the plan at the tip of checkout's branch", "tsks");
    Json checkout = result.site().status("pass").item("workstreams", "id", "checkout");
    assertThat(checkout.at("claim").text("status")).isEqualTo("doing");
  }

  private GitProject split() {
    GitProject project = GitProject.in(directory);
    Team.files(project)
        .delete("coord.yml")
        .file(
            "coord/project.yml",
            """
            coord: 1
            project: {name: Shop, integration_branch: main}
            boundaries: {unowned: allow}
            gates:
              - tests: {failed: "= 0"}
            """)
        .file(
            "coord/checkout.yml",
            """
            coord: 1
            workstreams:
              - id: checkout
                branch: feature/checkout
                status: doing
                owns: [/src/main/java/shop/checkout/]
                tasks: ["[x] Basket totals", "[ ] Refunds"]
            """)
        .commit("Open the shop");
    return project;
  }
}
