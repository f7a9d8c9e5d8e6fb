package dev.coord.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.assess.Assessment;
import dev.coord.assess.Finding;
import dev.coord.assess.GateResult;
import dev.coord.assess.Overall;
import dev.coord.evidence.Proof;
import dev.coord.it.GitProject;
import dev.coord.rule.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A branch does not weaken the plan that judges it. */
class PlanGuardTest extends GuardedPlan {

  @Test
  void a_coverage_gate_of_70_percent_that_becomes_10_while_its_branch_is_merged_fails_the_build() {
    GitProject project = feature();
    ben(project).edit("coord.yml", ">= 70%", ">= 10%");
    String commit = project.commit("Unblock the deployment");
    Repositories.mergedIntoMain(project, "feature/api");

    Assessment assessment =
        assess(project, Settings.in(project.directory()).environment(pullRequest()).build());

    assertThat(assessment.overall()).isEqualTo(Overall.FAILED);
    GateResult row = guard(assessment).orElseThrow();
    assertThat(row.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(row.breaks()).isTrue();
    assertThat(row.verdict().measured()).isEqualTo("1 weakening");
    assertThat(row.verdict().summary())
        .isEqualTo(
            "The gate \"coverage\" wanted lines >= 70% and wants >= 10% (coord.yml:26, "
                + commit.substring(0, 7)
                + " by Ben)");
    assertThat(row.verdict().attested()).isTrue();
    assertThat(row.verdict().proof()).hasSize(1);
    Proof proof = row.verdict().proof().get(0);
    assertThat(proof.commit()).contains(commit);
    assertThat(proof.location().orElseThrow().fileAndLine()).isEqualTo("coord.yml:26");
    assertThat(row.verdict().remedy())
        .matches(
            "Take it back, or let the plan on the base \\([0-9a-f]{7}\\) say who may do so:"
                + " boundaries: \\{plan: \\{by: \\[ID]}}\\.");
  }

  @Test
  void the_same_on_a_pushed_branch() {
    GitProject project = feature();
    ben(project).edit("coord.yml", ">= 70%", ">= 10%").commit("Unblock the deployment");

    GateResult row = guard(assess(project)).orElseThrow();

    assertThat(row.breaks()).isTrue();
    assertThat(row.verdict().required()).isEqualTo("the plan of main, not weakened");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "    severity: warn\n->    severity: info\n",
        "  - ownership: {}\n->",
        "owns: [/api/]->owns: [/api/, /web/]",
        "keeps_off: [/legal/]->keeps_off: []",
        "protected: [/ci/]->protected: []",
        "unowned: warn->unowned: allow",
        "unowned: warn->conflicts: [{paths: [x], between: [api, infra], resolution: consult}]",
        "  no_conflicts: [{between: [api, infra]}]\n->",
        "depends_on: [infra]->depends_on: []",
        "provider: infra->provider: api",
        "ready_when: {path: {file: infra/db.sql, exists: true}}->notes: N",
        "signature: create table lead->signature: create table leads",
        "owns: [/infra/]->owns: []",
        "owner: cleo->owner: ben",
        "owner: cleo->notes: Nobody's",
        "evidence: {tests: [junit.xml]}->evidence: {tests: [other.xml]}",
        "branch: feature/infra->branch: feature/other",
        "  - {id: code, kind: freeze, dates: 2026-01-01 to 2099-01-09}->  []",
        "2099-01-09->2098-01-09",
        "blocks: [api]->status: done, blocks: [api]",
        "who: cleo, blocks: [api]->who: ben, blocks: [api]",
        ", blocks: [api]->",
        "integration_branch: main->integration_branch: main, calendar: {zone: Asia/Tokyo}",
        "integration_branch: main->integration_branch: develop",
        "integration_branch: main->integration_branch: main, started: 2026-01-02",
        "boundaries:->  - {id: new, owns: [/infra/net/]}\nboundaries:",
        "boundaries:->  - {id: new, owns: [/ci/deploy.yml]}\nboundaries:",
        "branch: feature/api\n->branch: feature/api\n    base: main~1\n",
        "unowned: warn\n->unowned: warn\n  plan: {weakening: allow}\n",
        "unowned: warn\n->unowned: warn\n  plan: {by: [ben]}\n",
        "gates:\n->waivers: [{gate: style, owner: ben, reason: R, until: 2099-01-01}]\ngates:\n",
        "gates:\n->waivers: [{gate: ownership, owner: ana, reason: R, until: 2099-01-01}]\ngates:\n",
        "gates:\n->waivers: [{gate: style, owner: ana, reason: R, until: 2099-01-01}]\ngates:\n"
      })
  void what_a_branch_takes_from_its_plan_fails_its_build(String change) {
    GitProject project = feature();
    edit(ben(project), change).commit("Change the plan");

    Assessment assessment = assess(project);

    assertThat(guard(assessment)).as(change).isPresent();
    assertThat(guard(assessment).orElseThrow().breaks()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "people:\n->people:\n  - {id: dan, email: dan@example.org}\n",
        "people:\n->people:\n  - {id: dan, kind: bot, email: dan@example.org}\n",
        "owns: [/infra/]->owns: [/infra/, /web/]",
        "owner: ben->owner: ana",
        "owns: [/api/]->owns: []",
        "boundaries:->  - {id: new, owner: ben, owns: [/web/, /api/v2/]}\nboundaries:",
        ">= 70%->>= 90%",
        "id: style->id: there",
        "path: {file: api/app.py, exists: true}->all: [{path: {file: api/app.py, exists: true}}, {path: {file: pom.xml, exists: true}}]",
        "status: planned->status: ready",
        "gates:\n->gates:\n  - tests: {failed: \"= 0\"}\n    severity: info\n"
      })
  void what_takes_nothing_from_it_does_not(String change) {
    GitProject project = feature();
    edit(ben(project), change).commit("Change the plan");

    assertThat(guard(assess(project))).as(change).isEmpty();
  }

  @Test
  void who_owns_paths_may_give_them_to_a_new_workstream() {
    String change = "boundaries:->  - {id: new, owns: [/infra/net/]}\nboundaries:";
    GitProject project = feature();
    edit(cleo(project), change).commit("Split it");

    assertThat(guard(assess(project))).isEmpty();
    assertThat(changed(assess(project)))
        .singleElement()
        .satisfies(
            finding ->
                assertThat(finding.text() + ". " + finding.remedy())
                    .isEqualTo(
                        "The new workstream \"new\" owns /infra/net/, and with it paths of infra."
                            + " cleo may do so (attested by the author of the commit). It counts once"
                            + " it is merged; until then the base's plan judges."));
  }

  @Test
  void what_several_own_or_is_protected_no_owner_gives_alone() {
    GitProject project = feature();
    edit(cleo(project), "boundaries:->  - {id: new, owns: [\"/**\"]}\nboundaries:")
        .commit("Take it all");

    assertThat(guard(assess(project)).orElseThrow().verdict().summary())
        .startsWith(
            "The new workstream \"new\" owns /**, and with it paths of api and infra, and /ci/, which"
                + " is protected (coord.yml:18, ");
  }

  @Test
  void only_a_steward_makes_a_new_workstream_the_stewards() {
    String shared = "  shared: [{paths: [/pom.xml], mode: steward, steward: ana}]\n";
    String change = "boundaries:->  - {id: new, owner: ana}\nboundaries:";
    GitProject project = project(shared).branch("feature/api");
    edit(ben(project), change).commit("Mine in her name");
    assertThat(guard(assess(project)).orElseThrow().verdict().summary())
        .startsWith("The new workstream \"new\" is of ana, who is steward of /pom.xml (");

    project.git("reset", "-q", "--hard", "HEAD~1");
    edit(project.as("Ana", "ana@example.org"), change).commit("Mine");
    assertThat(guard(assess(project))).isEmpty();
  }

  @Test
  void a_mailmap_that_takes_others_for_a_person_of_the_base_fails_the_build() {
    GitProject project = feature("  plan: {by: [ana]}\n");
    ben(project).file(".mailmap", "Ana <Ana@example.org> <ben@example.org>\n");
    String commit = project.commit("Be Ana");

    GateResult row = guard(assess(project)).orElseThrow();

    assertThat(row.breaks()).isTrue();
    assertThat(row.verdict().summary())
        .isEqualTo(
            "Who is who is changed: .mailmap takes commits of others for those of ana (.mailmap, "
                + commit.substring(0, 7)
                + " by Ben)");
  }

  @Test
  void who_has_another_address_may_say_so_in_the_mailmap_and_of_strangers_anybody_may() {
    GitProject project = feature();
    ben(project).file(".mailmap", "Ben <ben@example.org> <ben@home.example>\n").commit("At home");
    assertThat(guard(assess(project))).isEmpty();
    assertThat(changed(assess(project)))
        .singleElement()
        .satisfies(finding -> assertThat(finding.remedy()).startsWith("ben may do so (attested"));

    cleo(project).file(".mailmap", "Zoe <zoe@example.org> <z@example.org>\n").commit("Zoe");
    assertThat(guard(assess(project))).isEmpty();
    assertThat(changed(assess(project))).isEmpty();
  }

  @Test
  void a_branch_that_makes_its_author_a_bot_fails_its_build() {
    GitProject project = feature();
    project.as("Eve", "Eve@Example.org").append("api/app.py", "# mine\n").commit("Help");
    ben(project)
        .edit(
            "coord.yml",
            "people:\n",
            "people:\n  - {id: eve, kind: bot, email: eve@example.org}\n");
    String commit = project.commit("Count Eve for nothing");

    assertThat(guard(assess(project)).orElseThrow().verdict().summary())
        .isEqualTo("The bot \"eve\" is added (coord.yml:4, " + commit.substring(0, 7) + " by Ben)");
  }

  @Test
  void who_is_to_do_what_holds_up_a_merge_says_that_it_is_done_and_that_is_told() {
    GitProject project = feature();
    project
        .as("Cleo", "cleo@example.org")
        .edit("coord.yml", "blocks: [api]", "status: done, blocks: [api]")
        .commit("Signed");

    Assessment assessment = assess(project);

    assertThat(guard(assessment)).isEmpty();
    assertThat(changed(assessment))
        .extracting(Finding::text)
        .containsExactly("The action \"sign\", which blocks api, was todo and is done");
  }

  @Test
  void a_freeze_that_a_branch_lifts_is_held_against_git_all_the_same() {
    String gate = "  - plan: {contradictions: \"<= 1\"}\n";
    GitProject project = GitProject.in(directory.resolve("shop"));
    commit(
        project
            .file("coord.yml", PLAN.replace("  - ownership: {}\n", gate))
            .file("api/app.py", "# scores leads\n"));
    project.branch("feature/api");
    Assessment frozen = assess(project);
    ben(project).edit("coord.yml", "kind: freeze", "kind: review").commit("Lift it");

    Assessment lifted = assess(project);

    assertThat(freezes(frozen)).isNotEmpty();
    assertThat(freezes(lifted)).isEqualTo(freezes(frozen));
  }

  private static List<String> freezes(Assessment assessment) {
    return assessment.claims().stream()
        .filter(claim -> claim.subject().equals("event code"))
        .map(claim -> claim.agreement() + " " + claim.observed())
        .toList();
  }

  @Test
  void the_first_plan_of_a_repository_weakens_nothing() {
    GitProject project = GitProject.in(directory.resolve("shop"));
    project.file("api/app.py", "\n").commit("Begin");
    project.branch("feature/api").file("coord.yml", PLAN).commit("Plan");

    assertThat(guard(assess(project))).isEmpty();
  }
}
