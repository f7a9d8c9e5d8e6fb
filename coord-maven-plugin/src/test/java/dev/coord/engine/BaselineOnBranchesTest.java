package dev.coord.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.assess.Assessment;
import dev.coord.assess.Finding;
import dev.coord.assess.GateResult;
import dev.coord.assess.Overall;
import dev.coord.it.GitProject;
import dev.coord.rule.Outcome;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A branch is judged by what its base knows, and lets nothing in. */
class BaselineOnBranchesTest extends KnownShop {

  @Test
  void a_branch_is_judged_by_what_its_base_knows_of_it() {
    GitProject project = adopted();
    project.checkout("feature/api").merge("main");

    assertThat(rows(project))
        .filteredOn(row -> row.gate().id().equals("ownership"))
        .extracting(GateResult::outcome)
        .containsExactly(Outcome.BASELINED);
    assertThat(check(project).overall()).isEqualTo(Overall.PASSED);

    project.as("Ben", "ben@shop.example").append("web/more.html", "x\n").commit("Change more");
    GateResult row = rows(project).get(1);

    assertThat(row.breaks()).isTrue();
    assertThat(row.verdict().summary()).isEqualTo("1 file of web changed by api");
    assertThat(row.note()).isEqualTo("1 known since 2026-01-31, 1 new");
    assertThat(texts(check(project)))
        .anyMatch(line -> line.contains("web/more.html"))
        .noneMatch(line -> line.contains("web/page.html"));
  }

  @Test
  void a_branch_that_adds_to_the_baseline_excuses_nothing_and_fails_for_it() {
    GitProject project = adopted();
    project.checkout("feature/api").merge("main");
    project.as("Ben", "ben@shop.example").append("web/more.html", "x\n").commit("Change more");
    Result grown = write(project, true);
    String commit = project.commit("Excuse me");

    Assessment assessment = assess(project);

    assertThat(texts(grown))
        .contains(
            "A branch is judged by the baseline of its base, and by plan-guard for what it takes in:"
                + " write the baseline on main.");
    assertThat(row(assessment, "ownership").breaks()).isTrue();
    GateResult guard = row(assessment, "plan-guard");
    assertThat(guard.breaks()).isTrue();
    assertThat(guard.verdict().summary())
        .isEqualTo(
            "The baseline takes in 1 finding: ownership of api, \"owned by another:"
                + " web/more.html\" (.coord/baseline.yml:8, "
                + commit.substring(0, 7)
                + " by Ben)");
  }

  @Test
  void so_does_one_that_brings_the_first_baseline() {
    GitProject project = project();
    project.checkout("feature/api");
    write(project, false);

    assertThat(row(assess(project), "plan-guard").verdict().summary())
        .startsWith("The baseline takes in 3 findings, the first of them contradiction of epic")
        .endsWith("(.coord/baseline.yml:6, not committed)");
    assertThat(row(assess(project), "plan.contradictions").breaks()).isTrue();
  }

  @Test
  void a_count_that_is_raised_is_growth_too() {
    GitProject project = adopted();
    project.checkout("feature/api").merge("main");
    project
        .edit(FILE, "web/page.html\", since", "web/page.html\", count: 2, since")
        .commit("Twice");

    assertThat(row(assess(project), "plan-guard").verdict().summary())
        .startsWith("The baseline takes in 1 finding: ownership of api");
  }

  @Test
  void a_steward_may_let_it_grow_and_that_is_told() {
    GitProject project = adopted("boundaries: {plan: {by: [ana]}}\ngates:\n");
    project.checkout("feature/api").merge("main");
    project.append("web/more.html", "x\n").commit("Change more");
    write(project, true);
    project.as("Ana", "ana@shop.example").commit("Take it in");

    Assessment assessment = assess(project);

    assertThat(assessment.gates()).extracting(GateResult::row).doesNotContain("plan-guard");
    assertThat(assessment.findings())
        .filteredOn(finding -> finding.kind() == Finding.Kind.PLAN_CHANGED)
        .extracting(Finding::text)
        .singleElement()
        .asString()
        .startsWith("The baseline takes in 1 finding");
    assertThat(row(assessment, "ownership").breaks()).as("the base judges").isTrue();

    project.as("Ben", "ben@shop.example").append(FILE, "# mine\n").commit("Mine too");

    assertThat(row(assess(project), "plan-guard").breaks()).as("not by all").isTrue();
  }

  @Test
  void a_branch_may_drop_what_it_fixed() {
    GitProject project = adopted();
    project.checkout("feature/api").merge("main");
    project.git("rm", "-q", FILE);
    project.commit("Without it");

    Assessment assessment = assess(project);

    assertThat(assessment.gates()).extracting(GateResult::row).doesNotContain("plan-guard");
    assertThat(row(assessment, "ownership").outcome()).isEqualTo(Outcome.BASELINED);
  }

  @Test
  void what_only_the_base_has_dropped_since_is_not_growth_of_the_branch() {
    GitProject project = adopted();
    project.checkout("feature/api").merge("main");
    project.checkout("main");
    project.edit(
        "coord.yml", "{id: search, progress: 1/2 (50%)", "{id: search, progress: 2/2 (100%)");
    write(project, false);
    project.commit("Correct and drop");
    project.checkout("feature/api");

    assertThat(assess(project).gates())
        .extracting(GateResult::row)
        .contains("ownership")
        .doesNotContain("plan-guard");
  }

  @Test
  void a_base_that_cannot_be_found_excuses_nothing() {
    GitProject project = adopted();
    project.checkout("feature/api").merge("main");

    Assessment assessment =
        assess(project, settings(project, "2026-01-31", Optional.of("nowhere")));

    assertThat(row(assessment, "ownership").outcome()).isNotEqualTo(Outcome.BASELINED);
    assertThat(row(assessment, "base-plan").breaks()).isTrue();
    assertThat(assessment.gates()).extracting(GateResult::row).doesNotContain("plan-guard");
  }
}
