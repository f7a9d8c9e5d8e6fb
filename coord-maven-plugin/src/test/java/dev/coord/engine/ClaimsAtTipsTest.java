package dev.coord.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.assess.Judged;
import dev.coord.assess.Judged.Kind;
import dev.coord.diagnostic.Location;
import dev.coord.it.GitProject;
import dev.coord.plan.Plan;
import dev.coord.plan.Workstream;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClaimsAtTipsTest {

  private static final Judged MAIN =
      new Judged(Kind.INTEGRATION, Optional.of("main"), Optional.empty(), "");

  @TempDir Path directory;
  private GitProject project;

  @BeforeEach
  void repository() {
    project =
        GitProject.in(directory)
            .file(
                "coord/project.yml", "coord: 1\nproject: {name: Shop, integration_branch: main}\n")
            .file("coord/a.yml", workstream("a", "todo"))
            .file("coord/b.yml", workstream("b", "todo"));
    project.commit("Plan");
  }

  @Test
  void a_claim_is_read_from_the_workstreams_own_file_at_its_tip_with_its_commit() {
    project.branch("feature/a");
    project.file("coord/a.yml", workstream("a", "doing")).file("coord/b.yml", "broken: [");
    String tip = project.commit("Work");
    project.checkout("main");

    Plan claimed = claimed(MAIN);

    Workstream a = claimed.workstream("a").orElseThrow();
    assertThat(a.status()).isEqualTo("doing");
    assertThat(a.origin().of("status"))
        .isEqualTo(new Location("coord/a.yml", 5, 13, Optional.of(tip)));
    assertThat(claimed.workstream("b").orElseThrow().status()).isEqualTo("todo");
  }

  @Test
  void the_judged_workstream_claims_what_is_checked_out() {
    project.branch("feature/a").file("coord/a.yml", workstream("a", "doing"));
    project.commit("Work");
    project.file("coord/a.yml", workstream("a", "ready"));
    Judged judged = new Judged(Kind.WORKSTREAM, Optional.of("feature/a"), Optional.of("a"), "");

    assertThat(claimed(judged).workstream("a").orElseThrow().status()).isEqualTo("ready");
  }

  @Test
  void a_tip_without_the_plan_file_claims_nothing_new() {
    project.branch("feature/a").delete("coord/a.yml");
    project.commit("Delete the plan");
    project.checkout("main");

    assertThat(claimed(MAIN).workstream("a").orElseThrow().status()).isEqualTo("todo");
  }

  @Test
  void a_branch_that_only_was_pushed_claims_as_well() {
    project.branch("feature/a").file("coord/a.yml", workstream("a", "doing"));
    String tip = project.commit("Work");
    project.checkout("main");
    project.git("update-ref", "refs/remotes/origin/feature/a", tip);
    project.git("branch", "-D", "feature/a");

    assertThat(claimed(MAIN).workstream("a").orElseThrow().status()).isEqualTo("doing");
  }

  @Test
  void a_tag_of_the_branchs_name_claims_nothing() {
    project.branch("feature/elsewhere").file("coord/a.yml", workstream("a", "done"));
    project.commit("Pose");
    project.git("tag", "feature/a");
    project.checkout("main");

    assertThat(claimed(MAIN).workstream("a").orElseThrow().status()).isEqualTo("todo");
  }

  private Plan claimed(Judged judged) {
    return Repositories.open(
        project,
        opened -> {
          Plan plan =
              Plans.read(opened, Settings.in(project.directory()).build()).plan().orElseThrow();
          return ClaimsAtTips.read(plan, judged, opened.repository().orElseThrow()).all(plan);
        });
  }

  private static String workstream(String id, String status) {
    return "coord: 1\nworkstreams:\n  - id: "
        + id
        + "\n    branch: feature/"
        + id
        + "\n    status: "
        + status
        + "\n";
  }
}
