package dev.coord.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.assess.GateResult;
import dev.coord.it.GitProject;
import dev.coord.it.Reports;
import dev.coord.it.Team;
import dev.coord.rule.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Coverage is held against what was recorded on the base. */
class RecordedBaselineTest {

  private static final String PLAN =
      """
      coord: 1
      project: {name: Shop, integration_branch: main}
      workstreams: [{id: a, branch: feature/a}]
      gates:
        - coverage: {against: baseline, tolerance: 1%}
      """;

  private static final Instant CLOCK = Instant.parse("2026-11-21T12:00:00Z");

  @TempDir Path directory;

  private GitProject project;

  @BeforeEach
  void make() {
    project = GitProject.in(directory.resolve("shop"));
    project.file(".gitignore", "target\n").file("coord.yml", PLAN);
    project.file("src/main/java/shop/A.java", "class A {}\n".repeat(100)).commit("Plan");
  }

  private Settings settings(int covered, boolean record) {
    project.file(Team.COVERAGE, Reports.jacoco("shop", "A.java", covered, 100 - covered));
    try {
      Files.setLastModifiedTime(project.path(Team.COVERAGE), FileTime.from(CLOCK));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Settings.in(project.directory())
        .clock(CLOCK)
        .sessionStart(Optional.of(Instant.EPOCH))
        .record(record)
        .build();
  }

  private void record(int covered) {
    new Coord().site(settings(covered, true));
    assertThat(project.git("notes", "--ref=coord", "show", "HEAD")).contains("\"covered_lines\"");
  }

  private String commit(String name) {
    return project.file(name, name).commit("Add " + name);
  }

  /** What {@code coord:check} says of the gate: it reads no other record. */
  private GateResult check(int covered) {
    Settings settings = settings(covered, false);
    List<GateResult> gates =
        Repositories.open(
            project,
            opened ->
                new Pipeline(settings, opened, project.path("target/coord"), false)
                    .run()
                    .assessment()
                    .orElseThrow()
                    .gates());
    assertThat(gates).hasSize(1);
    return gates.get(0);
  }

  @Test
  void the_integration_branch_is_held_against_the_last_run_before_head() {
    record(50);
    commit("one");
    record(80);
    String last = project.git("rev-parse", "HEAD");
    commit("two");

    assertThat(check(79).outcome()).isEqualTo(Outcome.PASSED);
    GateResult fallen = check(78);
    assertThat(fallen.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(fallen.verdict().summary())
        .isEqualTo(
            "2.0% > 1% (+1.0 points, 78/100 lines after 80/100 at "
                + last.substring(0, 7)
                + " of 2026-11-21)");
    assertThat(fallen.verdict().attested()).isTrue();
    assertThat(fallen.verdict().proof()).anyMatch(p -> p.commit().equals(Optional.of(last)));
  }

  @Test
  void the_record_of_the_judged_commit_itself_does_not_count() {
    record(80);
    commit("one");
    record(50);

    assertThat(check(50).outcome()).isEqualTo(Outcome.FAILED);
  }

  @Test
  void what_a_branch_records_of_itself_is_not_its_baseline() {
    record(80);
    project.branch("feature/a");
    commit("one");
    record(50);
    commit("two");

    assertThat(check(50).outcome()).isEqualTo(Outcome.FAILED);
    assertThat(check(80).outcome()).isEqualTo(Outcome.PASSED);
  }

  @Test
  void what_was_recorded_on_a_merged_branch_is_none_of_the_base() {
    record(80);
    project.branch("feature/a");
    commit("one");
    record(50);
    project.checkout("main").merge("feature/a");

    assertThat(check(50).outcome()).isEqualTo(Outcome.FAILED);
  }

  @Test
  void a_run_that_tells_of_no_coverage_is_passed_over() {
    record(80);
    commit("one");
    Settings settings = settings(80, true);
    project.delete(Team.COVERAGE);
    new Coord().site(settings);
    commit("two");

    assertThat(check(50).outcome()).isEqualTo(Outcome.FAILED);
  }

  @Test
  void a_note_that_was_copied_from_another_commit_is_no_record() {
    commit("one");
    record(50);
    String one = project.git("rev-parse", "HEAD");
    String two = commit("two");
    project.git("notes", "--ref=coord", "copy", one, two);
    project.git("notes", "--ref=coord", "remove", one);
    commit("three");

    assertThat(check(50).outcome()).isEqualTo(Outcome.UNKNOWN);
  }

  @Test
  void without_a_record_it_is_unknown_and_says_how_to_have_one() {
    GateResult gate = check(80);

    assertThat(gate.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(gate.verdict().summary()).isEqualTo("no run with coverage is recorded on the base");
    assertThat(gate.verdict().remedy())
        .isEqualTo(
            "Run coord:site -Dcoord.record on the integration branch with coverage reports, and"
                + " fetch refs/notes/coord (git fetch origin refs/notes/coord:refs/notes/coord); of"
                + " a shallow clone, fetch all (fetch-depth: 0).");
  }

  @Test
  void a_head_on_no_branch_has_no_base_to_be_held_against() {
    record(80);
    commit("one");
    project.git("checkout", "-q", "--detach");

    assertThat(check(80).verdict().summary())
        .isEqualTo("it cannot be told whose recorded runs this is compared with");
  }
}
