package dev.coord.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.assess.Assessment;
import dev.coord.assess.Finding;
import dev.coord.assess.GateResult;
import dev.coord.assess.Overall;
import dev.coord.evidence.Proof;
import dev.coord.it.GitProject;
import dev.coord.plan.Severity;
import dev.coord.rule.Outcome;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A branch does not weaken the plan that judges it. */
class PlanGuardTest {

  private static final String PLAN =
      """
      coord: 1
      project: {name: Lead scoring, integration_branch: main}
      people:
        - {id: ana, email: ana@example.org}
        - {id: ben, email: ben@example.org}
        - {id: cleo, email: cleo@example.org}
      workstreams:
        - id: api
          owner: ben
          branch: feature/api
          owns: [/api/]
          depends_on: [infra]
          keeps_off: [/legal/]
        - id: infra
          owner: cleo
          branch: feature/infra
          owns: [/infra/]
      boundaries:
        protected: [/ci/]
        no_conflicts: [{between: [api, infra]}]
        unowned: warn
      gates:
        - id: style
          path: {file: api/app.py, exists: true}
        - id: coverage
          coverage: {lines: ">= 70%"}
          severity: warn
        - ownership: {}
      evidence: {tests: [junit.xml]}
      handoffs:
        - id: schema
          kind: contract
          provider: infra
          consumers: [api]
          status: planned
          signature: create table lead
          ready_when: {path: {file: infra/db.sql, exists: true}}
      events:
        - {id: code, kind: freeze, dates: 2026-01-01 to 2099-01-09}
      actions:
        - {id: sign, title: Sign it, who: cleo, blocks: [api]}
      """;

  @TempDir Path directory;

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
        "evidence: {tests: [junit.xml]}->evidence: {tests: [other.xml]}",
        "branch: feature/infra->branch: feature/other",
        "  - {id: code, kind: freeze, dates: 2026-01-01 to 2099-01-09}->  []",
        "2099-01-09->2098-01-09",
        "blocks: [api]->status: done, blocks: [api]",
        "who: cleo, blocks: [api]->who: ben, blocks: [api]",
        ", blocks: [api]->",
        "integration_branch: main->integration_branch: main, calendar: {zone: Asia/Tokyo}",
        "integration_branch: main->integration_branch: develop",
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
        "owns: [/infra/]->owns: [/infra/, /web/]",
        "owns: [/api/]->owns: []",
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
  void what_only_the_base_has_tightened_since_is_not_the_branchs() {
    GitProject project = feature();
    project.checkout("main").edit("coord.yml", ">= 70%", ">= 90%").commit("Raise it");

    assertThat(guard(assess(project.checkout("feature/api")))).isEmpty();
  }

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

  @Test
  void the_first_plan_of_a_repository_weakens_nothing() {
    GitProject project = GitProject.in(directory.resolve("shop"));
    project.file("api/app.py", "\n").commit("Begin");
    project.branch("feature/api").file("coord.yml", PLAN).commit("Plan");

    assertThat(guard(assess(project))).isEmpty();
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

  private GitProject project(String guard) {
    GitProject project = GitProject.in(directory.resolve("shop"));
    return commit(
        project
            .file("coord.yml", PLAN.replace("unowned: warn\n", "unowned: warn\n" + guard))
            .file("api/app.py", "# scores leads\n"));
  }

  private static GitProject commit(GitProject project) {
    project.commit("Begin");
    project.append("api/app.py", "# and more\n").commit("Go on");
    return project;
  }

  private GitProject feature() {
    return feature("");
  }

  private GitProject feature(String guard) {
    GitProject project = project(guard).branch("feature/api");
    ben(project).append("api/app.py", "# of the feature\n").commit("Score leads");
    return project;
  }

  private static GitProject ben(GitProject project) {
    return project.as("Ben", "ben@example.org");
  }

  private static GitProject edit(GitProject project, String change) {
    String[] parts = change.split("->", 2);
    return project.edit("coord.yml", parts[0], parts[1]);
  }

  private static Map<String, String> pullRequest() {
    return Repositories.pullRequest("feature/api");
  }

  private static Optional<GateResult> guard(Assessment assessment) {
    return assessment.gates().stream().filter(row -> row.row().equals("plan-guard")).findFirst();
  }

  private static List<Finding> changed(Assessment assessment) {
    return assessment.findings().stream()
        .filter(finding -> finding.kind() == Finding.Kind.PLAN_CHANGED)
        .toList();
  }

  private static Assessment assess(GitProject project) {
    return assess(project, Settings.in(project.directory()).environment(Map.of()).build());
  }

  private static Assessment assess(GitProject project, Settings settings) {
    return Repositories.open(
        project,
        opened ->
            new Pipeline(settings, opened, project.path("target/coord"), false)
                .run()
                .assessment()
                .orElseThrow());
  }
}
