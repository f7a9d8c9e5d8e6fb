package dev.coord.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.assess.Assessment;
import dev.coord.assess.Finding;
import dev.coord.assess.GateResult;
import dev.coord.it.GitProject;
import dev.coord.plan.Severity;
import org.junit.jupiter.api.Test;

/** Who may weaken the plan, and what the base says of that. */
class PlanStewardsTest extends GuardedPlan {

  @Test
  void a_steward_of_the_base_may_do_so_and_that_is_told() {
    GitProject project = feature("  plan: {by: [ana]}\n");
    project.as("Ana", "ana@example.org").edit("coord.yml", ">= 70%", ">= 10%").commit("Lower it");

    Assessment assessment = assess(project);

    assertThat(guard(assessment)).isEmpty();
    assertThat(changed(assessment))
        .singleElement()
        .satisfies(
            finding ->
                assertThat(finding.remedy())
                    .startsWith("ana may do so (attested by the author of the commit)."));
  }

  @Test
  void a_waiver_is_by_who_commits_it_whoever_it_names() {
    String waiver = "waivers: [{gate: style, owner: ana, reason: R, until: 2099-01-01}]\n";
    GitProject project = feature("  plan: {by: [ana]}\n");
    ben(project).edit("coord.yml", "gates:\n", waiver + "gates:\n");
    String commit = project.commit("Waive");

    assertThat(guard(assess(project)).orElseThrow().verdict().summary())
        .startsWith("A waiver of \"style\" until 2099-01-01 is added")
        .endsWith(commit.substring(0, 7) + " by Ben)");

    ben(project).edit("coord.yml", waiver, "").commit("Take it back");
    project.as("Ana", "ana@example.org").edit("coord.yml", "gates:\n", waiver + "gates:\n");
    project.commit("Waive");

    assertThat(guard(assess(project))).as("by a steward").isEmpty();
  }

  @Test
  void a_rule_that_a_steward_changed_is_not_the_one_that_somebody_put_in_its_place() {
    GitProject project = feature("  plan: {by: [ana]}\n");
    project
        .as("Ana", "ana@example.org")
        .edit("coord.yml", "{file: api/app.py, exists: true}", "{file: coord.yml, exists: true}")
        .commit("Look at the plan");

    assertThat(guard(assess(project))).as("by a steward").isEmpty();

    ben(project).edit("coord.yml", "{file: coord.yml,", "{file: \"**\",").commit("At any");

    assertThat(guard(assess(project)).orElseThrow().verdict().summary())
        .startsWith(
            "The gate \"style\" asked for path: {file: api/app.py, exists: true} and asks for"
                + " path: {file: **, exists: true}");
  }

  @Test
  void nor_is_a_handoff_that_a_steward_changed() {
    GitProject project = feature("  plan: {by: [ana]}\n");
    project
        .as("Ana", "ana@example.org")
        .edit("coord.yml", "{file: infra/db.sql,", "{file: infra/schema.sql,")
        .commit("Call it schema");

    assertThat(guard(assess(project))).as("by a steward").isEmpty();

    ben(project).edit("coord.yml", "{file: infra/schema.sql,", "{file: api/app.py,").commit("Done");

    assertThat(guard(assess(project)).orElseThrow().verdict().summary()).endsWith(" by Ben)");
  }

  @Test
  void who_is_no_steward_may_not() {
    GitProject project = feature("  plan: {by: [ana]}\n");
    ben(project).edit("coord.yml", ">= 70%", ">= 10%").commit("Lower it");

    assertThat(guard(assess(project)).orElseThrow().verdict().remedy())
        .isEqualTo("Take it back, or let ana commit it.");
  }

  @Test
  void a_branch_cannot_appoint_its_stewards() {
    GitProject project = feature();
    ben(project)
        .edit("coord.yml", "unowned: warn\n", "unowned: warn\n  plan: {by: [ben]}\n")
        .edit("coord.yml", ">= 70%", ">= 10%")
        .commit("Appoint me");

    assertThat(guard(assess(project)).orElseThrow().verdict().measured()).isEqualTo("2 weakenings");
  }

  @Test
  void nor_can_it_make_somebody_the_steward_that_there_is() {
    GitProject project = feature("  plan: {by: [ana]}\n");
    ben(project)
        .edit("coord.yml", "email: ana@example.org", "emails: [ana@example.org, ben@example.org]")
        .edit("coord.yml", "ben, email: ben@example.org", "ben, email: b@example.org");
    String commit = project.commit("Rename me");

    GateResult row = guard(assess(project)).orElseThrow();

    assertThat(row.breaks()).isTrue();
    assertThat(row.verdict().summary())
        .startsWith(
            "The person \"ana\" is recognised by an e-mail address that was of \"ben\""
                + " (coord.yml:4, "
                + commit.substring(0, 7)
                + " by Ben); ");
  }

  @Test
  void an_address_that_a_steward_gave_is_not_the_one_that_somebody_put_in_its_place() {
    GitProject project = feature("  plan: {by: [ana]}\n");
    project
        .as("Ana", "ana@example.org")
        .edit("coord.yml", "email: ana@example.org", "emails: [ana@example.org, a@example.org]")
        .commit("Give me an address");

    assertThat(guard(assess(project))).as("by a steward").isEmpty();

    ben(project).edit("coord.yml", " a@example.org", " x@example.org").commit("Correct it");

    assertThat(guard(assess(project)).orElseThrow().breaks()).isTrue();
  }

  @Test
  void the_base_may_want_a_warning_only() {
    GitProject project = feature("  plan: {weakening: warn}\n");
    ben(project).edit("coord.yml", ">= 70%", ">= 10%").commit("Lower it");

    GateResult row = guard(assess(project)).orElseThrow();

    assertThat(row.breaks()).isFalse();
    assertThat(row.warns()).isTrue();
  }

  @Test
  void or_allow_it_and_then_it_is_told() {
    GitProject project = feature("  plan: {weakening: allow}\n");
    ben(project).edit("coord.yml", ">= 70%", ">= 10%").commit("Lower it");

    Assessment assessment = assess(project);

    assertThat(guard(assessment)).isEmpty();
    assertThat(changed(assessment)).extracting(Finding::severity).containsExactly(Severity.INFO);
  }

  @Test
  void an_owner_hands_over_and_nobody_else_takes_over() {
    GitProject project = feature();
    project
        .as("Cleo", "cleo@example.org")
        .edit("coord.yml", "owner: cleo", "owner: ana")
        .commit("Ana goes on with infra");

    Assessment assessment = assess(project);

    assertThat(guard(assessment)).isEmpty();
    assertThat(changed(assessment))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.text())
                  .isEqualTo("The owner of workstream \"infra\" was cleo and is ana");
              assertThat(finding.remedy()).startsWith("cleo may do so (attested by the author");
            });

    ben(project).edit("coord.yml", "owner: ana", "owner: ben");
    String commit = project.commit("Take over");

    assertThat(guard(assess(project)).orElseThrow().verdict().summary())
        .isEqualTo(
            "The owner of workstream \"infra\" was cleo and is ben (coord.yml:15, "
                + commit.substring(0, 7)
                + " by Ben)");
  }

  /** What the steward of shared paths owns may change them. */
  @Test
  void nobody_hands_over_to_a_steward_of_shared_paths() {
    GitProject project = feature("  shared: [{paths: [/docs/], mode: steward, steward: ana}]\n");
    project
        .as("Cleo", "cleo@example.org")
        .edit("coord.yml", "owner: cleo", "owner: ana")
        .commit("Let me at the docs");

    assertThat(guard(assess(project)).orElseThrow().breaks()).isTrue();

    project.checkout("main").edit("coord.yml", "    owner: cleo\n", "").commit("Nobody's");
    project
        .branch("feature/docs")
        .edit("coord.yml", "- id: infra\n", "- id: infra\n    owner: ana\n");
    project.commit("Let me at the docs");
    assertThat(guard(assess(project)).orElseThrow().verdict().summary())
        .startsWith("The owner of workstream \"infra\" was not given and is ana");

    project.edit("coord.yml", "    owner: ana\n", "    owner: ben\n").commit("Ben's");
    assertThat(guard(assess(project))).as("no steward").isEmpty();
  }

  @Test
  void a_branch_cannot_say_who_a_steward_is_that_the_base_names_without_an_address() {
    String people = PLAN.substring(PLAN.indexOf("people:\n"), PLAN.indexOf("workstreams:\n"));
    GitProject project = GitProject.in(directory.resolve("shop"));
    project
        .file(
            "coord.yml",
            PLAN.replace(people, "")
                .replace("unowned: warn\n", "unowned: warn\n  plan: {by: [ana]}\n"))
        .file("api/app.py", "# scores leads\n")
        .commit("Begin");
    ben(project)
        .branch("feature/api")
        .edit(
            "coord.yml",
            "workstreams:\n",
            people
                    .replace("ana, email: ana@", "ana, email: ben@")
                    .replace("ben, email: ben@", "ben, email: b@")
                + "workstreams:\n");
    project.edit("coord.yml", ">= 70%", ">= 10%").commit("I am Ana");

    assertThat(guard(assess(project)).orElseThrow().breaks()).isTrue();
  }
}
