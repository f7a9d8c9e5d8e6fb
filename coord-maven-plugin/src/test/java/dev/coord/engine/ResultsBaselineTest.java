package dev.coord.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.assess.Assessment;
import dev.coord.assess.BaselineState;
import dev.coord.assess.GateResult;
import dev.coord.assess.Overall;
import dev.coord.it.GitProject;
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
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Results of tools are held against those that somebody wrote into the baseline. */
class ResultsBaselineTest {

  private static final String PLAN =
      """
      coord: 1
      project: {name: Shop, integration_branch: main}
      workstreams: [{id: a, branch: feature/a}]
      gates:
        - findings: {total: "= 0", new: true}
      """;

  private static final String FILE = ".coord/baseline.yml";
  private static final String REPORT = "target/lint.sarif";
  private static final String A = "src/A.java";
  private static final Instant CLOCK = Instant.parse("2026-11-21T12:00:00Z");

  @TempDir Path directory;

  private GitProject project;

  @BeforeEach
  void make() {
    project = GitProject.in(directory.resolve("shop"));
    project.file(".gitignore", "target\n").file("coord.yml", PLAN);
    project.file(A, "class A {}\n".repeat(100)).commit("Plan");
  }

  private static String result(String rule, String file, int line) {
    return """
        {"ruleId": "%s", "level": "warning", "message": {"text": "Mend it"}, "locations": [
          {"physicalLocation": {"artifactLocation": {"uri": "%s"}, "region": {"startLine": %d}}}]}
        """
        .formatted(rule, file, line);
  }

  private Settings found(String... results) {
    return report(
        """
        {"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "lint"}}, "results": [%s]}]}
        """
            .formatted(String.join(",", results)));
  }

  private Settings report(String text) {
    project.file(REPORT, text);
    try {
      Files.setLastModifiedTime(project.path(REPORT), FileTime.from(CLOCK));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return settings();
  }

  private Settings settings() {
    return Settings.in(project.directory())
        .clock(CLOCK)
        .sessionStart(Optional.of(Instant.EPOCH))
        .build();
  }

  private static List<String> write(Settings settings, boolean grow) {
    Result result = new Coord().baseline(settings, grow);
    assertThat(result.overall()).isEqualTo(Overall.PASSED);
    return texts(result);
  }

  private static List<String> texts(Result result) {
    return result.console().stream().map(ConsoleLine::text).toList();
  }

  private void adopt(String... results) {
    write(found(results), false);
    project.commit("Adopt");
  }

  private String text() {
    try {
      return Files.readString(project.path(FILE));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> entries() {
    return text().lines().filter(line -> line.startsWith("  - ")).toList();
  }

  private GateResult check(String... results) {
    return gate(found(results));
  }

  private GateResult gate(Settings settings) {
    return KnownShop.row(KnownShop.assess(project, settings), "findings.total");
  }

  @Test
  void the_goal_takes_in_one_line_for_each_result_with_how_many_there_are() {
    Settings settings = found(result("L2", A, 9), result("L1", A, 3), result("L2", A, 4));

    assertThat(write(settings, false))
        .containsExactly(FILE + " is written: 3 findings (result 3). Commit it.");

    assertThat(text()).contains("results: 2026-11-21\n");
    assertThat(entries())
        .containsExactly(
            "  - {kind: result, subject: \"lint\", finding: \"L1 in src/A.java: Mend it\", since:"
                + " 2026-11-21}",
            "  - {kind: result, subject: \"lint\", finding: \"L2 in src/A.java: Mend it\", count: 2,"
                + " since: 2026-11-21}");
  }

  @Test
  void what_is_known_passes_wherever_its_line_is_and_what_is_new_fails() {
    adopt(result("L1", A, 3), result("L2", A, 4));

    assertThat(check(result("L1", A, 80), result("L2", A, 90)).outcome()).isEqualTo(Outcome.PASSED);
    GateResult gate = check(result("L1", A, 80), result("L2", A, 90), result("L3", A, 5));
    assertThat(gate.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(gate.verdict().summary())
        .isEqualTo("1 != 0 (+1, 1 new finding by lint, 2 known since 2026-11-21)");
    assertThat(gate.verdict().remedy())
        .isEqualTo("Mend what was found, first lint L3 in src/A.java:5.");
    assertThat(gate.verdict().attested()).isTrue();
  }

  @Test
  void what_is_mended_leaves_with_the_goal_and_is_new_when_it_comes_back() {
    adopt(result("L1", A, 3), result("L2", A, 4));
    assertThat(check(result("L1", A, 3), result("L2", A, 4)).outcome()).isEqualTo(Outcome.PASSED);

    assertThat(write(found(result("L2", A, 4)), false))
        .containsExactly(
            FILE
                + " is written: 1 was fixed and is dropped; 1 finding (result 1) since 2026-11-21.");
    project.commit("Drop");

    assertThat(check(result("L1", A, 3), result("L2", A, 4)).outcome()).isEqualTo(Outcome.FAILED);
  }

  @Test
  void where_all_is_mended_it_still_tells_and_the_next_one_is_new() {
    adopt(result("L1", A, 3));
    write(found(), false);
    project.commit("Drop");

    assertThat(text()).contains("results: 2026-11-21\nfindings: []\n");
    assertThat(check().outcome()).isEqualTo(Outcome.PASSED);
    assertThat(check(result("L1", A, 3)).outcome()).isEqualTo(Outcome.FAILED);
  }

  @Test
  void a_project_without_a_result_begins_with_none_known() {
    assertThat(write(found(), false)).containsExactly(FILE + " is written: 0 findings. Commit it.");
    project.commit("Adopt");

    assertThat(check(result("L1", A, 3)).outcome()).isEqualTo(Outcome.FAILED);
  }

  @Test
  void new_ones_are_taken_in_only_when_the_goal_is_told_to() {
    adopt(result("L1", A, 3));
    String before = text();
    Settings more = found(result("L1", A, 3), result("L1", A, 7), result("L3", A, 5));

    assertThat(write(more, false))
        .containsExactly(
            FILE + " stays as it is: 1 finding (result 1) since 2026-11-21.",
            "2 new findings are not taken in: mend them, or take in what is new with"
                + " -Dcoord.baseline.grow=true.");
    assertThat(text()).isEqualTo(before);

    assertThat(write(more, true))
        .containsExactly(
            FILE + " is written: 2 are taken in; 3 findings (result 3) since 2026-11-21.");
    project.commit("Grow");
    assertThat(gate(more).outcome()).isEqualTo(Outcome.PASSED);
  }

  @Test
  void a_baseline_that_did_not_tell_of_them_takes_in_all_the_first_time() {
    project.file("coord.yml", PLAN.replace(", new: true", "")).commit("Count all");
    project
        .file(
            FILE,
            "baseline: 1\nwritten: 2026-11-01\ncommit: \"" + "0".repeat(40) + "\"\nfindings: []\n")
        .commit("Adopt");
    assertThat(write(found(result("L1", A, 3)), true)).noneMatch(line -> line.contains("taken"));
    project.file("coord.yml", PLAN).commit("Count what is new");
    assertThat(check(result("L1", A, 3)).outcome()).isEqualTo(Outcome.UNKNOWN);

    assertThat(write(found(result("L1", A, 3)), false))
        .contains(
            FILE
                + " is written: 1 is taken in and which findings of tools are known is told from now"
                + " on; 1 finding (result 1) since 2026-11-21.");
    project.commit("Begin");
    assertThat(check(result("L1", A, 3)).outcome()).isEqualTo(Outcome.PASSED);
  }

  @Test
  void without_a_baseline_it_is_unknown_and_says_what_to_run() {
    GateResult gate = check();

    assertThat(gate.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(gate.verdict().summary())
        .isEqualTo("the baseline does not tell which findings are known");
    assertThat(gate.verdict().remedy())
        .isEqualTo(
            "Run mvn coord:baseline on the integration branch in a build with SARIF reports, and"
                + " commit .coord/baseline.yml.");
  }

  @Test
  void a_report_that_is_gone_or_broken_is_unknown_and_changes_no_baseline() {
    adopt(result("L1", A, 3));
    String before = text();
    Settings broken = report("{\"version\": \"2.1.0\", \"runs\": [");

    assertThat(gate(broken).outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(write(broken, true))
        .contains(
            FILE
                + " stays as it is: 1 cannot be told and stay; 1 finding (result 1) since"
                + " 2026-11-21.")
        .anyMatch(line -> line.startsWith("Findings of tools stay as they are: "));
    assertThat(text()).isEqualTo(before);
    project.delete(REPORT);
    assertThat(gate(settings()).outcome()).isEqualTo(Outcome.UNKNOWN);
    write(settings(), true);
    assertThat(text()).isEqualTo(before);
  }

  @Test
  void without_a_report_none_are_taken_in_and_the_goal_says_so() {
    assertThat(write(settings(), false))
        .anyMatch(line -> line.startsWith("Findings of tools are not taken in: no SARIF report"));
    assertThat(project.path(FILE)).doesNotExist();
  }

  @Test
  void the_results_of_a_tool_that_did_not_run_are_not_dropped() {
    adopt(result("L1", A, 3));
    String before = text();
    Settings other =
        report(
            """
            {"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "scan"}}, "results": []}]}
            """);

    BaselineState state = KnownShop.assess(project, other).baseline();

    assertThat(state.untold()).isEqualTo(1);
    write(other, false);
    assertThat(text()).isEqualTo(before);
  }

  @Test
  void only_what_rules_mean_is_taken_in() {
    project
        .edit(
            "coord.yml",
            "{total: \"= 0\"",
            "{warnings: \"= 0\", rule: \"L*\", of: {paths: [/src/]}")
        .file("web/b.js", "b\n")
        .commit("Mean less");

    write(found(result("L1", A, 3), result("M1", A, 3), result("L1", "web/b.js", 1)), false);

    assertThat(entries()).hasSize(1).first().asString().contains("L1 in src/A.java");
  }

  @Test
  void more_than_ten_thousand_are_refused_with_what_to_do() {
    Settings settings =
        found(
            IntStream.rangeClosed(0, 10_000)
                .mapToObj(i -> result("L" + i, A, 1))
                .toArray(String[]::new));

    Result result = new Coord().baseline(settings, false);

    assertThat(result.overall()).isEqualTo(Overall.ERROR);
    assertThat(texts(result).stream().collect(Collectors.joining("\n")))
        .contains("10001 different findings of tools are more than the 10000 that a baseline holds")
        .contains("Mean fewer of them");
    assertThat(project.path(FILE)).doesNotExist();
  }

  @Test
  void a_branch_is_judged_by_its_base_and_what_it_adds_weakens() {
    adopt(result("L1", A, 3));
    project.branch("feature/a");
    Settings more = found(result("L1", A, 3), result("L3", A, 5));
    write(more, true);
    project.commit("Excuse me");

    Assessment assessment = KnownShop.assess(project, more);

    assertThat(KnownShop.row(assessment, "findings.total").outcome()).isEqualTo(Outcome.FAILED);
    assertThat(KnownShop.row(assessment, "plan-guard").verdict().summary())
        .startsWith(
            "The baseline takes in 1 finding: result of lint, \"L3 in src/A.java: Mend it\" (");
  }

  @Test
  void a_branch_that_takes_out_that_they_are_told_weakens_too() {
    adopt(result("L1", A, 3));
    project.branch("feature/a");
    project.delete(FILE).commit("Forget");

    Assessment assessment = KnownShop.assess(project, found(result("L1", A, 3)));

    assertThat(KnownShop.row(assessment, "findings.total").outcome()).isEqualTo(Outcome.PASSED);
    assertThat(KnownShop.row(assessment, "plan-guard").verdict().summary())
        .startsWith("The baseline told which findings of tools are known and no longer does (");
  }

  @Test
  void a_branch_that_is_behind_or_drops_what_it_mended_weakens_nothing() {
    project.branch("feature/a");
    project.file("b", "b").commit("Add b");
    project.checkout("main");
    adopt(result("L1", A, 3), result("L2", A, 3));
    project.checkout("feature/a");
    Settings now = found(result("L1", A, 3), result("L2", A, 3));
    assertThat(rows(now)).contains("findings.total").doesNotContain("plan-guard");
    assertThat(gate(now).outcome()).as("of the base today").isEqualTo(Outcome.PASSED);

    project.merge("main");
    write(found(result("L2", A, 3)), false);
    project.commit("Drop");
    assertThat(rows(found(result("L2", A, 3))))
        .contains("findings.total")
        .doesNotContain("plan-guard");
  }

  private List<String> rows(Settings settings) {
    return Stream.of(KnownShop.assess(project, settings))
        .flatMap(assessment -> assessment.gates().stream())
        .map(GateResult::row)
        .toList();
  }
}
