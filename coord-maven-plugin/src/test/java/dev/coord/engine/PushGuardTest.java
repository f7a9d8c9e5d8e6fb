package dev.coord.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.assess.GateResult;
import dev.coord.it.GitProject;
import dev.coord.rule.Outcome;
import org.junit.jupiter.api.Test;

/** What is pushed to the integration branch does not weaken its plan. */
class PushGuardTest extends GuardedPlan {

  @Test
  void a_commit_on_the_integration_branch_that_lowers_a_gate_fails_its_own_build() {
    GitProject project = project("");
    ben(project).edit("coord.yml", ">= 70%", ">= 10%");
    String commit = project.commit("Unblock the deployment");

    GateResult row = guard(assess(project)).orElseThrow();

    assertThat(row.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(row.breaks()).isTrue();
    assertThat(row.verdict().summary())
        .isEqualTo(
            "The gate \"coverage\" wanted lines >= 70% and wants >= 10% (coord.yml:26, "
                + commit.substring(0, 7)
                + " by Ben)");
    assertThat(row.verdict().required())
        .isEqualTo("the plan of main before " + commit.substring(0, 7) + ", not weakened");
    assertThat(row.verdict().remedy())
        .isEqualTo(
            "Take it back. Whose commits may do so, a plan says before: boundaries: {plan: {by:"
                + " [ID]}}.");
    project.file("api/app.py", "# on\n").commit("Go on");
    assertThat(guard(assess(project))).isEmpty();
  }

  @Test
  void on_the_integration_branch_a_steward_lowers_it_and_anybody_raises_it() {
    GitProject project = project("  plan: {by: [ben]}\n");
    ben(project).edit("coord.yml", ">= 70%", ">= 60%").commit("We agreed");
    assertThat(guard(assess(project))).isEmpty();

    project.as("Cleo", "cleo@example.org").edit("coord.yml", ">= 60%", ">= 65%").commit("More");
    assertThat(guard(assess(project))).isEmpty();

    project.edit("coord.yml", ">= 65%", ">= 5%").commit("Less");
    assertThat(guard(assess(project)).orElseThrow().verdict().remedy())
        .isEqualTo("Take it back. Whose commits may do so, a plan says before: ben.");
    project.edit("coord.yml", ">= 5%", ">= 65%");
    assertThat(guard(assess(project))).isEmpty();
  }

  @Test
  void what_a_merge_brought_was_judged_on_its_branch_and_what_it_did_itself_was_not() {
    GitProject project = feature();
    ben(project).edit("coord.yml", ">= 70%", ">= 60%").commit("Lower it");
    project.checkout("main").merge("feature/api");
    assertThat(guard(assess(project))).isEmpty();

    project.branch("feature/more").file("api/more.py", "x").commit("More");
    project.checkout("main").git("merge", "-q", "--no-ff", "--no-commit", "feature/more");
    project.edit("coord.yml", ">= 60%", ">= 10%").commit("Merge more");
    assertThat(guard(assess(project)).orElseThrow().outcome()).isEqualTo(Outcome.FAILED);
  }
}
