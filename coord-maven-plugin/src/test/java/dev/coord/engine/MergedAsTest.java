package dev.coord.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.coord.assess.Assessment;
import dev.coord.assess.ClaimCheck;
import dev.coord.assess.ClaimCheck.Agreement;
import dev.coord.assess.DirectCommits;
import dev.coord.evidence.Commit;
import dev.coord.it.GitProject;
import dev.coord.rule.Outcome;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plans that name, as what a branch was merged as, a commit that brought something else. */
class MergedAsTest {

  @TempDir Path directory;
  private GitProject project;

  @BeforeEach
  void make() {
    project = GitProject.in(directory);
    project.as("Ben", "ben@example.org").file("README.md", "hi\n").commit("Open the shop");
  }

  private void plan(String refunds, String stock) {
    project.file(
        "coord.yml",
        """
        coord: 1
        project: {name: Shop, integration_branch: main}
        people: [{id: ana, email: ana@example.org}, {id: ben, email: ben@example.org}]
        boundaries: {branches: {protected: [main], except: [/coord.yml]}}
        workstreams:
          - {id: refunds, branch: f/refunds, owner: ana, owns: [/refunds/**], merged_as: %s}
          - {id: search, branch: f/search, owner: ben, owns: [/search/**]}
          - {id: stock, branch: f/stock, owner: ben, owns: [/stock/**], merged_as: %s}
        gates:
          - {id: m1, merged: {workstream: refunds}}
          - {id: m2, merged: {workstream: stock}}
        """
            .formatted(refunds, stock));
    project.commit("Plan");
  }

  private Assessment assess() {
    Settings settings = Settings.in(directory).build();
    return Repositories.open(
        project,
        opened ->
            new Pipeline(settings, opened, project.path("target/coord"), false)
                .run()
                .assessment()
                .orElseThrow());
  }

  @Test
  void a_commit_of_something_else_passes_no_gate_and_hides_no_direct_commit() {
    String typo = project.file("README.md", "typo\n").commit("Fix a typo in the README");
    project.branch("f/search").file("search/s", "1\n").commit("Search");
    project.checkout("main").git("merge", "-q", "--squash", "f/search");
    String squash = project.commit("Search (#4)");
    plan(typo, squash);

    Assessment seen = assess();

    assertThat(seen.gates())
        .extracting(gate -> gate.verdict().outcome())
        .containsExactly(Outcome.UNKNOWN, Outcome.UNKNOWN);
    assertThat(seen.claims())
        .filteredOn(claim -> claim.claim().startsWith("merged_as"))
        .extracting(ClaimCheck::subject, ClaimCheck::observed, ClaimCheck::agreement)
        .containsExactly(
            tuple(
                "refunds",
                "that commit changes no path that the workstream owns",
                Agreement.CONTRADICTS),
            tuple(
                "stock",
                "that commit has the change of 'f/search', another workstream's branch",
                Agreement.CONTRADICTS));
    assertThat(DirectCommits.of(seen).get(0).commits().optional().orElseThrow())
        .extracting(Commit::subject)
        .contains("Fix a typo in the README");
  }

  @Test
  void the_squash_of_a_gone_branch_that_changes_what_it_owns_passes() {
    String refunds = project.file("refunds/r", "1\n").commit("Refunds");
    plan(refunds, project.file("stock/s", "1\n").commit("Stock"));

    Assessment seen = assess();

    assertThat(seen.gates())
        .extracting(gate -> gate.verdict().outcome())
        .containsExactly(Outcome.PASSED, Outcome.PASSED);
    assertThat(seen.claims())
        .filteredOn(claim -> claim.claim().startsWith("merged_as"))
        .extracting(ClaimCheck::agreement)
        .containsExactly(Agreement.AGREES, Agreement.AGREES);
  }
}
