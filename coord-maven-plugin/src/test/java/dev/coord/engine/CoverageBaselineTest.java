package dev.coord.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.assess.Assessment;
import dev.coord.assess.GateResult;
import dev.coord.assess.Overall;
import dev.coord.diagnostic.Location;
import dev.coord.it.GitProject;
import dev.coord.it.Reports;
import dev.coord.it.Team;
import dev.coord.publish.ConsoleLine;
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

/** Coverage is held against what somebody wrote into the baseline, and nothing else moves it. */
class CoverageBaselineTest {

  private static final String PLAN =
      """
      coord: 1
      project: {name: Shop, integration_branch: main}
      workstreams: [{id: a, branch: feature/a}]
      gates:
        - coverage: {against: baseline, tolerance: 1%}
      """;

  private static final String FILE = ".coord/baseline.yml";
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

  /** Writes the baseline, and says what the console says. */
  private List<String> write(int covered, boolean grow) {
    return write(settings(covered, false), grow);
  }

  private static List<String> write(Settings settings, boolean grow) {
    Result result = new Coord().baseline(settings, grow);
    assertThat(result.overall()).isEqualTo(Overall.PASSED);
    return result.console().stream().map(ConsoleLine::text).toList();
  }

  /** A baseline of so many lines of 100, committed; the commit that it names. */
  private String adopt(int covered) {
    String measured = project.git("rev-parse", "HEAD");
    write(covered, false);
    project.commit("Adopt");
    return measured;
  }

  private String text() {
    try {
      return Files.readString(project.path(FILE));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String commit(String name) {
    return project.file(name, name).commit("Add " + name);
  }

  private Assessment assess(int covered) {
    return KnownShop.assess(project, settings(covered, false));
  }

  /** What {@code coord:check} says of the gate. */
  private GateResult check(int covered) {
    return KnownShop.row(assess(covered), "coverage.against");
  }

  @Test
  void the_goal_takes_in_what_is_measured_and_names_the_commit() {
    String head = project.git("rev-parse", "HEAD");

    assertThat(write(80, false))
        .containsExactly(
            FILE + " is written: 0 findings; coverage of 80/100 lines is taken in. Commit it.");

    assertThat(text())
        .contains(
            "coverage: {covered: 80, lines: 100, commit: \"" + head + "\", since: 2026-11-21}\n");
  }

  @Test
  void coverage_is_held_against_the_baseline_whose_commit_is_named() {
    String measured = adopt(80);

    assertThat(check(79).outcome()).isEqualTo(Outcome.PASSED);
    GateResult fallen = check(78);
    assertThat(fallen.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(fallen.verdict().summary())
        .isEqualTo(
            "2.0% > 1% (+1.0 points, 78/100 lines after 80/100 at "
                + measured.substring(0, 7)
                + " of 2026-11-21)");
    assertThat(fallen.verdict().attested()).isTrue();
    assertThat(fallen.verdict().proof()).anyMatch(p -> p.commit().equals(Optional.of(measured)));
    assertThat(fallen.verdict().proof())
        .anyMatch(p -> p.location().map(Location::file).equals(Optional.of(FILE)));
  }

  @Test
  void a_red_run_that_is_recorded_does_not_lower_it() {
    adopt(80);
    for (int fallen = 70; fallen >= 50; fallen -= 10) {
      commit("file" + fallen);
      new Coord().site(settings(fallen, true));
      assertThat(project.git("notes", "--ref=coord", "show", "HEAD")).contains("covered_lines");
    }
    commit("next");

    assertThat(check(50).outcome()).isEqualTo(Outcome.FAILED);
    assertThat(check(79).outcome()).isEqualTo(Outcome.PASSED);
  }

  @Test
  void an_improvement_never_fails_and_raises_it_only_by_the_goal() {
    adopt(50);
    assertThat(check(90).outcome()).isEqualTo(Outcome.PASSED);
    assertThat(check(50).outcome()).as("not raised by the run").isEqualTo(Outcome.PASSED);

    assertThat(write(90, false))
        .containsExactly(
            FILE + " is written: coverage rises from 50/100 lines to 90/100 lines; 0 findings.");
    project.commit("Raise");

    assertThat(check(50).outcome()).isEqualTo(Outcome.FAILED);
  }

  @Test
  void the_goal_lowers_it_only_when_it_is_told_to() {
    adopt(80);
    String before = text();

    assertThat(write(60, false))
        .contains(
            "Coverage fell from 80/100 lines to 60/100 lines, and that is not taken in: test more,"
                + " or lower the baseline with -Dcoord.baseline.grow=true.");
    assertThat(text()).isEqualTo(before);

    assertThat(write(60, true))
        .containsExactly(
            FILE + " is written: coverage falls from 80/100 lines to 60/100 lines; 0 findings.");
    project.commit("Lower");
    assertThat(check(60).outcome()).isEqualTo(Outcome.PASSED);
  }

  @Test
  void what_is_measured_of_changed_files_is_of_no_commit_and_not_taken_in() {
    project.append("src/main/java/shop/A.java", "// more\n");

    assertThat(write(80, false))
        .contains(
            "Coverage is not taken in: src/main/java/shop/A.java is not as in the commit that would"
                + " be named. Commit or stash, then run it again.");
    assertThat(project.path(FILE)).doesNotExist();
  }

  @Test
  void without_reports_it_stays_as_it_is() {
    adopt(80);
    String before = text();
    Settings settings = settings(80, false);
    project.delete(Team.COVERAGE);

    assertThat(write(settings, true))
        .anyMatch(line -> line.startsWith("Coverage stays as it is: no coverage report was found"));
    assertThat(text()).isEqualTo(before);
  }

  @Test
  void where_no_rule_compares_with_it_none_is_taken_in() {
    project
        .edit("coord.yml", "{against: baseline, tolerance: 1%}", "{lines: \">= 10%\"}")
        .commit("Another gate");

    assertThat(write(80, false))
        .contains("No baseline is written: no gate fails by a finding that one can hold.")
        .noneMatch(line -> line.contains("overage of"));
    assertThat(project.path(FILE)).doesNotExist();
  }

  @Test
  void without_a_baseline_it_is_unknown_and_says_how_to_have_one() {
    GateResult gate = check(80);

    assertThat(gate.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(gate.verdict().summary()).isEqualTo("the baseline holds no coverage");
    assertThat(gate.verdict().remedy())
        .isEqualTo(
            "Run mvn coord:baseline on the integration branch in a build with coverage reports, and"
                + " commit .coord/baseline.yml.");
  }

  @Test
  void a_branch_that_lowers_it_is_judged_by_its_base_and_fails_for_it() {
    adopt(80);
    project.branch("feature/a");
    write(50, true);
    project.commit("Lower");

    assertThat(check(50).outcome()).isEqualTo(Outcome.FAILED);
    GateResult guard = KnownShop.row(assess(80), "plan-guard");
    assertThat(guard.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(guard.verdict().summary())
        .contains("The baseline held coverage of 80/100 lines and holds 50/100 lines (");
  }

  @Test
  void a_branch_that_takes_it_out_fails_for_it() {
    adopt(80);
    project.branch("feature/a");
    project.delete(FILE).commit("Forget");

    assertThat(KnownShop.row(assess(80), "plan-guard").verdict().summary())
        .contains("The baseline held coverage of 80/100 lines and holds none (");
  }

  @Test
  void a_branch_may_raise_it_and_one_that_is_behind_has_lowered_nothing() {
    adopt(80);
    project.branch("feature/a");
    write(90, false);
    project.commit("Raise");
    assertThat(assess(90).gates()).extracting(GateResult::row).doesNotContain("plan-guard");
    assertThat(check(90).outcome()).isEqualTo(Outcome.PASSED);

    project.checkout("main").branch("feature/b");
    commit("b");
    project.checkout("main");
    write(95, false);
    project.commit("Raise more");
    project.checkout("feature/b");
    assertThat(assess(95).gates()).extracting(GateResult::row).doesNotContain("plan-guard");
    assertThat(check(90).outcome()).as("of the base today").isEqualTo(Outcome.FAILED);
  }

  @Test
  void the_same_share_leaves_the_file_as_it_is() {
    adopt(80);
    String before = text();

    assertThat(write(80, true)).anyMatch(line -> line.contains(" stays as it is: 0 findings."));
    assertThat(text()).isEqualTo(before);
  }
}
