package dev.coord.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.assess.GateResult;
import dev.coord.it.GitProject;
import dev.coord.rule.Outcome;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Which commit of a branch weakens the plan. */
class PlanAuthorsTest extends GuardedPlan {

  @Test
  void a_removed_gate_has_an_author_and_the_line_where_it_was() {
    GitProject project = feature();
    ben(project).append("api/app.py", "# more\n").commit("Before");
    ben(project).edit("coord.yml", "  - ownership: {}\n", "");
    String removed = project.commit("Remove it");
    ben(project).append("coord.yml", "# the end\n").commit("After");

    String summary = guard(assess(project)).orElseThrow().verdict().summary();

    assertThat(summary)
        .startsWith("The gate \"ownership\" is removed (coord.yml:28@")
        .endsWith(removed.substring(0, 7) + " by Ben)");
  }

  @Test
  void what_is_not_committed_is_nobodys_yet() {
    GitProject project = feature();
    ben(project).edit("coord.yml", ">= 70%", ">= 10%");

    assertThat(guard(assess(project)).orElseThrow().verdict().summary())
        .endsWith("(coord.yml:26, not committed)");
  }

  @Test
  void several_are_told_together() {
    GitProject project = feature();
    ben(project)
        .edit("coord.yml", ">= 70%", ">= 10%")
        .edit("coord.yml", "  - ownership: {}\n", "")
        .edit("coord.yml", "protected: [/ci/]", "protected: []")
        .edit("coord.yml", "unowned: warn", "unowned: allow")
        .commit("Make it easy");

    GateResult row = guard(assess(project)).orElseThrow();

    assertThat(row.verdict().measured()).isEqualTo("4 weakenings");
    assertThat(row.verdict().summary()).endsWith("; and 1 more");
    assertThat(row.verdict().proof()).hasSize(4);
  }

  @Test
  void what_only_the_base_has_loosened_since_is_not_the_branchs() {
    GitProject project = feature();
    project.checkout("main");
    project.as("Ana", "ana@example.org").edit("coord.yml", ">= 70%", ">= 60%").commit("Lower it");
    Repositories.mergedIntoMain(project, "feature/api");

    assertThat(
            guard(
                assess(
                    project, Settings.in(project.directory()).environment(pullRequest()).build())))
        .isEmpty();
  }

  @Test
  void what_the_base_changed_of_the_same_in_the_meantime_hides_nothing() {
    GitProject project = feature();
    ben(project).edit("coord.yml", "create table lead", "create view lead").commit("A view");
    project.checkout("main").edit("coord.yml", "create table lead", "create table l").commit("L");

    assertThat(guard(assess(project.checkout("feature/api"))).orElseThrow().verdict().summary())
        .startsWith(
            "The handoff \"schema\" had the signature \"create table lead\" and has"
                + " \"create view lead\"");
  }

  @Test
  void what_only_the_base_has_tightened_since_is_not_the_branchs() {
    GitProject project = feature();
    project.checkout("main").edit("coord.yml", ">= 70%", ">= 90%").commit("Raise it");

    assertThat(guard(assess(project.checkout("feature/api")))).isEmpty();
  }

  @Test
  void a_merge_that_keeps_the_laxer_side_is_the_commit_that_did_it() {
    GitProject project = feature();
    project.checkout("main").edit("coord.yml", ">= 70%", ">= 80%").commit("Raise it");
    ben(project).checkout("feature/api").git("merge", "-q", "--no-ff", "--no-commit", "main");
    project.edit("coord.yml", ">= 80%", ">= 70%");
    String merge = project.commit("Merge main");

    assertThat(guard(assess(project)).orElseThrow().verdict().summary())
        .isEqualTo(
            "The gate \"coverage\" wanted lines >= 80% and wants >= 70% (coord.yml:26, "
                + merge.substring(0, 7)
                + " by Ben)");
  }

  @Test
  void in_a_shallow_clone_nobody_can_tell_who_did_it() {
    GitProject project = feature();
    ben(project).edit("coord.yml", ">= 70%", ">= 10%").commit("Lower it");
    Path place = directory.resolve("clone");
    project.git(
        "clone",
        "-q",
        "--depth=1",
        "--no-single-branch",
        "--branch=feature/api",
        "file://" + project.directory(),
        place.toString());
    GitProject shallow = project.at(place);

    GateResult strict = guard(assess(shallow)).orElseThrow();
    GateResult lenient =
        guard(assess(shallow, Settings.in(place).lenient(true).build())).orElseThrow();

    assertThat(strict.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(strict.breaks()).isTrue();
    assertThat(strict.verdict().summary())
        .startsWith("where this branch left main cannot be told")
        .contains("70%", "10%");
    assertThat(strict.verdict().remedy()).contains("fetch-depth: 0");
    assertThat(lenient.breaks()).isFalse();
  }
}
