package dev.coord.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.coord.assess.Assessment;
import dev.coord.assess.ClaimCheck;
import dev.coord.assess.ClaimCheck.Agreement;
import dev.coord.assess.GateResult;
import dev.coord.assess.MergeStates;
import dev.coord.assess.WorkstreamState;
import dev.coord.assess.WorkstreamState.Status;
import dev.coord.it.GitProject;
import dev.coord.rule.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of a branch of which nothing tells whether it was fast-forwarded or never begun. */
class FastForwardedTest {

  @TempDir Path directory;
  private GitProject project;

  @BeforeEach
  void make() {
    project = GitProject.in(directory);
  }

  private void plan(String claim, String gates) {
    project.file(
        "coord.yml",
        """
        coord: 1
        project: {name: Shop, integration_branch: main}
        people: [{id: ana, email: ana@example.org}, {id: bo, email: bo@example.org}]
        workstreams:
          - {id: a, branch: f/a, owner: ana, owns: [/a/**], %s}
          - {id: b, branch: f/b, owner: bo, owns: [/b/**], depends_on: [a]}
        merges: {queue: [{workstream: a}], waves: [{id: w, workstreams: [a, b]}]}
        gates: %s
        """
            .formatted(claim, gates));
    project.as("ana", "ana@example.org").file("b/x", "1\n").commit("Open the shop");
  }

  private void forward() throws IOException {
    project.branch("f/a").as("ana", "ana@example.org").file("b/y", "1\n").commit("Write");
    project.checkout("main").git("merge", "-q", "--ff-only", "f/a");
    forget();
  }

  @Test
  void commits_that_came_with_a_branch_that_is_gone_are_not_called_direct_ones() {
    plan("status: merged", "[]\nboundaries: {branches: {protected: [main]}}");
    project.file("x", "1\n").commit("Add x (#1)");
    project.branch("f/a").as("ana", "ana@example.org").file("a/y", "1\n").commit("Write");
    project.file("a/y", "2\n").commit("Write more");
    project.checkout("main").git("merge", "-q", "--ff-only", "f/a");
    project.git("branch", "-q", "-D", "f/a");

    assertThat(assess().claims())
        .filteredOn(claim -> claim.subject().equals("branch main"))
        .extracting(ClaimCheck::agreement, ClaimCheck::observed)
        .containsExactly(
            tuple(Agreement.UNKNOWN, "where the fast-forwarded branch 'f/a' began cannot be told"));

    project.file("z", "1\n").commit("Just so");
    assertThat(assess().claims())
        .filteredOn(claim -> claim.subject().equals("branch main"))
        .extracting(ClaimCheck::observed)
        .singleElement()
        .asString()
        .startsWith("1 commit came with no merge: ");
  }

  private void forget() throws IOException {
    try (Stream<Path> logs = Files.walk(directory.resolve(".git/logs"))) {
      for (Path log : logs.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(log);
      }
    }
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

  private static WorkstreamState a(Assessment assessment) {
    return assessment.workstreams().get(0);
  }

  @Test
  void it_is_unknown_beside_the_claim_that_it_is_merged() throws IOException {
    plan("status: merged", "[{merged: {workstream: a}}]");
    forward();
    Assessment seen = assess();

    assertThat(a(seen).observed()).isEqualTo(Status.UNKNOWN);
    assertThat(a(seen).how())
        .isEqualTo(
            "fast-forwarded or never begun, which cannot be told: its last commit is there, by one"
                + " of its people");
    assertThat(seen.claims())
        .filteredOn(claim -> claim.claim().equals("status: merged"))
        .allSatisfy(claim -> assertThat(claim.agreement()).isEqualTo(Agreement.UNKNOWN))
        .hasSize(1);
    assertThat(MergeStates.of(seen).waves().get(0).members().get(0).observed())
        .isEqualTo(Status.UNKNOWN);
    assertThat(MergeStates.of(seen).queue().get(0).observed()).isEqualTo(Status.UNKNOWN);
    GateResult gate = seen.gates().get(0);
    assertThat(gate.verdict().outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(gate.verdict().remedy()).contains("merged_as:", "status: todo", "--no-ff");
  }

  @ParameterizedTest
  @CsvSource({
    "status: todo, NOT_STARTED",
    "owner: ana, NOT_STARTED",
    "status: in progress, UNKNOWN",
    "'status: \"done, docs pending\"', UNKNOWN",
    "'tasks: [\"[x] One\"]', UNKNOWN"
  })
  void what_claims_to_be_worked_on_is_not_called_not_started(String claim, Status observed)
      throws IOException {
    plan(claim.startsWith("owner") ? "title: A" : claim, "[]");
    forward();

    assertThat(a(assess()).observed()).isEqualTo(observed);
  }

  @Test
  void where_the_last_commit_is_by_others_only_what_claims_to_be_merged_is_unknown()
      throws IOException {
    plan("status: in progress", "[]");
    project.as("cleo", "cleo@example.org").file("c", "1\n").commit("Go on");
    project.git("branch", "f/a");
    forget();

    assertThat(a(assess()).observed()).isEqualTo(Status.NOT_STARTED);
    project.edit("coord.yml", "status: in progress", "status: merged").commit("Claim");
    assertThat(a(assess()).observed()).isEqualTo(Status.UNKNOWN);
  }

  @ParameterizedTest
  @CsvSource({"warn, false", "fail, true"})
  void what_it_brought_is_unknown_and_no_violation(String merged, boolean blocks)
      throws IOException {
    plan("status: merged", "[{ownership: {merged: " + merged + "}}]");
    forward();

    List<GateResult> rows =
        assess().gates().stream().filter(g -> g.subject().equals(Optional.of("a"))).toList();

    assertThat(rows).hasSize(1);
    assertThat(rows.get(0).verdict().outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(rows.get(0).blocking()).isEqualTo(blocks);
    assertThat(rows.get(0).verdict().summary())
        .startsWith("whether f/a brought anything cannot be told (fast-forwarded or never begun");
  }

  @Test
  void a_branch_that_was_just_made_at_a_commit_of_its_people_merges_nothing_and_passes()
      throws IOException {
    plan("status: in progress", "[{ownership: {}}]");
    project.branch("f/a");
    forget();

    Assessment seen = assess();

    GateResult mine = seen.gates().stream().filter(GateResult::blocking).findFirst().orElseThrow();
    assertThat(mine.subject()).contains("a");
    assertThat(mine.verdict().outcome()).isEqualTo(Outcome.PASSED);
  }

  @Test
  void the_next_merge_says_that_nobody_knows() throws IOException {
    plan("status: merged", "[]");
    forward();

    new Coord().site(Settings.in(directory).build());

    assertThat(Files.readString(project.path("target/coord/status.json")))
        .contains("f/a: fast-forwarded or never begun, which cannot be told")
        .doesNotContain("f/a: it has no commit of its own");
  }
}
