package dev.coord.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.assess.Assessment;
import dev.coord.assess.GateResult;
import dev.coord.engine.Settings.Source;
import dev.coord.it.GitProject;
import dev.coord.publish.ConsoleLine;
import dev.coord.rule.Outcome;
import dev.coord.rule.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whose commands are run, in real repositories: each leaves a line in a file when it is. */
class GateCommandsTest {

  private static final String SCAN = "  - {id: scan, command: {run: [sh, scan.sh]}}\n";
  private static final String EVIL = "  - {id: evil, command: {run: [sh, evil.sh]}}\n";
  private static final Map<String, String> AT_HOME = Map.of();
  private static final Map<String, String> PULL_REQUEST = Repositories.pullRequest("feature/api");
  private static final Map<String, String> PUSH =
      Map.of("GITHUB_ACTIONS", "true", "GITHUB_REF", "refs/heads/main");

  @TempDir Path directory;

  private GitProject project;
  private final List<String> said = new ArrayList<>();
  private final Map<String, Source> sources =
      new HashMap<>(Map.of("coord.allowCommands", Source.COMMAND_LINE));

  @BeforeEach
  void begin() {
    project = GitProject.in(directory.resolve("shop"));
    for (String script : List.of("scan.sh", "evil.sh")) {
      project.file(script, "echo " + script + " | tee -a ran\n");
    }
    project.file(".gitignore", "ran\n").file("coord.yml", plan(SCAN)).commit("Begin");
  }

  @Test
  void commands_are_off_unless_the_user_allows_them() {
    Verdict verdict = scan(assess(AT_HOME, off -> off.allowCommands(false)));

    assertThat(verdict.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(verdict.summary()).isEqualTo("the command was not run: commands are off");
    assertThat(verdict.remedy()).isEqualTo("Allow them with -Dcoord.allowCommands.");
    assertThat(ran()).isEmpty();
    assertThat(said).isEmpty();
  }

  @Test
  void a_command_of_the_integration_branch_is_run_and_said_before() {
    assertThat(scan(assess(AT_HOME)).outcome()).isEqualTo(Outcome.PASSED);
    assertThat(scan(assess(PUSH)).proof())
        .singleElement()
        .hasFieldOrPropertyWithValue("text", "scan.sh");

    assertThat(ran()).containsExactly("scan.sh", "scan.sh");
    assertThat(said).first().isEqualTo("Runs: sh scan.sh (scan; 10 min at most)");
  }

  @Test
  void one_that_fails_fails_the_gate() {
    project.append("scan.sh", "echo 2 high\nexit 3\n").commit("Find something");

    GateResult row = row(assess(PUSH), "scan");

    assertThat(row.breaks()).isTrue();
    assertThat(row.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(row.verdict().measured()).isEqualTo("exit 3");
  }

  @Test
  void neither_the_pom_nor_mavens_options_allow_them() {
    sources.put("coord.allowCommands", Source.POM);
    assertThat(scan(assess(AT_HOME)).summary())
        .isEqualTo("the command was not run: only the command line can allow it, not a POM");

    sources.put("coord.allowCommands", Source.COMMAND_LINE);
    project.file(".mvn/maven.config", "-D\ncoord.allowCommands\n");
    assertThat(scan(assess(AT_HOME)).summary())
        .isEqualTo(
            "the command was not run: only the command line can allow it, not .mvn/maven.config");
    assertThat(ran()).isEmpty();
  }

  @Test
  void a_command_is_run_once_whichever_gates_ask_for_it_in_the_order_of_the_plan() {
    String any =
        "  - {id: both, any: [{command: {run: [sh, evil.sh]}}, {command: {run: [sh, scan.sh]}}]}\n";
    project.file("coord.yml", plan(any + SCAN)).commit("Ask twice");

    Assessment assessment = assess(AT_HOME);

    assertThat(ran()).containsExactly("evil.sh", "scan.sh");
    assertThat(said)
        .containsExactly(
            "Runs: sh evil.sh (both; 10 min at most)",
            "Runs: sh scan.sh (both, scan; 10 min at most)");
    assertThat(scan(assessment).outcome()).isEqualTo(Outcome.PASSED);
    assertThat(row(assessment, "both").outcome()).isEqualTo(Outcome.PASSED);
  }

  @Test
  void on_a_branch_what_the_base_has_is_run_and_what_the_branch_adds_is_not() {
    project.branch("feature/api").file("coord.yml", plan(SCAN + EVIL)).commit("Add a gate");

    Assessment assessment = assess(AT_HOME);

    assertThat(scan(assessment).outcome()).isEqualTo(Outcome.PASSED);
    GateResult evil = row(assessment, "evil");
    assertThat(evil.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(evil.breaks()).isTrue();
    assertThat(evil.verdict().summary())
        .isEqualTo(
            "the command was not run: no gate of main has it, and what a branch brings is not run");
    assertThat(evil.verdict().remedy()).isEqualTo("Merge the gate first, with severity: warn.");
    assertThat(ran()).containsExactly("scan.sh");
  }

  @Test
  void a_gate_that_was_merged_with_another_severity_is_run_by_the_branch_that_hardens_it() {
    String warns = EVIL.replace("}}\n", "}, severity: warn}\n");
    project.file("coord.yml", plan(SCAN + warns)).commit("Warn first");
    project.branch("feature/api").file("coord.yml", plan(SCAN + EVIL)).commit("Now fail");

    Assessment assessment = assess(PULL_REQUEST);

    assertThat(assessment.gates())
        .filteredOn(row -> row.row().equals("evil"))
        .hasSize(2)
        .allMatch(row -> row.outcome() == Outcome.PASSED);
    assertThat(ran()).containsExactly("scan.sh", "evil.sh");
  }

  @Test
  void a_pull_request_that_brings_its_own_command_does_not_have_it_run() {
    project.branch("feature/api").file("coord.yml", plan(SCAN + EVIL)).commit("Add a gate");
    Repositories.mergedIntoMain(project, "feature/api");

    Assessment assessment = assess(PULL_REQUEST);

    assertThat(scan(assessment).outcome()).isEqualTo(Outcome.PASSED);
    assertThat(row(assessment, "evil").outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(ran()).containsExactly("scan.sh");
  }

  @Test
  void a_pull_request_that_changes_a_command_is_judged_by_that_of_its_base() {
    for (String change :
        List.of(
            SCAN.replace("scan.sh", "evil.sh"),
            SCAN.replace("]}", ", --all]}"),
            SCAN.replace("]}", "], timeout: 1 min}"))) {
      begin();
      project.git("checkout", "-q", "-B", "feature/api", "main");
      project.file("coord.yml", plan(change)).commit("Change it");
      Repositories.mergedIntoMain(project, "feature/api");

      Assessment assessment = assess(PULL_REQUEST);

      assertThat(assessment.gates())
          .filteredOn(row -> row.row().equals("scan"))
          .extracting(GateResult::outcome)
          .containsExactly(Outcome.PASSED, Outcome.UNKNOWN);
      assertThat(row(assessment, "plan-guard").outcome()).isEqualTo(Outcome.FAILED);
      assertThat(ran()).containsExactly("scan.sh");
      project.git("checkout", "-q", "main");
      forget();
    }
  }

  @Test
  void the_branch_called_main_of_a_fork_is_a_pull_request_like_any_other() {
    project.git("checkout", "-q", "--detach");
    project.file("coord.yml", plan(EVIL)).commit("Add a gate");
    Repositories.mergedIntoMain(project, "HEAD");

    assertThat(row(assess(Repositories.pullRequest("main")), "evil").outcome())
        .isEqualTo(Outcome.UNKNOWN);
    assertThat(ran()).containsExactly("scan.sh");
  }

  @Test
  void without_a_base_nothing_is_run_in_ci_and_the_users_own_plan_at_home() {
    project.branch("feature/api").file("coord.yml", plan(EVIL)).commit("Add a gate");
    project.git("branch", "-q", "-D", "main");

    Verdict verdict = row(assess(PULL_REQUEST), "evil").verdict();

    assertThat(verdict.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(verdict.summary())
        .startsWith(
            "the command was not run: whether its base has it cannot be told, as the base main was"
                + " not found");
    assertThat(ran()).isEmpty();

    assertThat(row(assess(AT_HOME), "evil").outcome()).isEqualTo(Outcome.PASSED);
    assertThat(ran()).containsExactly("evil.sh");
  }

  @Test
  void where_the_base_has_no_plan_yet_nothing_is_run_in_ci() {
    project.git("rm", "-q", "coord.yml");
    project.commit("Have no plan");
    project.branch("feature/api").file("coord.yml", plan(EVIL)).commit("Begin to plan");
    Map<String, String> pushed =
        Map.of("GITHUB_ACTIONS", "true", "GITHUB_REF", "refs/heads/feature/api");

    for (Map<String, String> environment : List.of(PULL_REQUEST, pushed)) {
      assertThat(row(assess(environment), "evil").verdict().summary())
          .isEqualTo(
              "the command was not run: main has no plan yet, and only commands that it has are"
                  + " run");
    }
    assertThat(ran()).isEmpty();
  }

  @Test
  void a_pull_request_does_not_say_by_mavens_options_or_the_pom_what_it_is_compared_with() {
    project.branch("feature/api").file("coord.yml", plan(EVIL)).commit("Add a gate");
    project.file(".mvn/maven.config", "-Dcoord.base=HEAD~1\n").commit("Compare me with myself");

    Assessment assessment = assess(PULL_REQUEST, own -> own.base(Optional.of("HEAD~1")));

    assertThat(row(assessment, "evil").verdict().summary())
        .isEqualTo(
            "the command was not run: the pull request's .mvn/maven.config may say what it is"
                + " compared with");

    project.delete(".mvn/maven.config").commit("By a plan elsewhere, then");
    GitProject.without(directory.resolve("tmp")).file("made.yml", plan(EVIL));
    sources.put("coord.plan", Source.POM);

    assertThat(
            row(
                    assess(
                        PULL_REQUEST,
                        own -> own.plan(Optional.of(directory.resolve("tmp/made.yml")))),
                    "evil")
                .verdict()
                .summary())
        .isEqualTo(
            "the command was not run: it may be the pull request's own, as no base is known");
    assertThat(ran()).isEmpty();
  }

  @Test
  void a_target_without_a_source_is_a_pull_request_too() {
    project.file("coord.yml", plan(EVIL)).commit("Pose as main");

    Assessment assessment = assess(Map.of("GITHUB_ACTIONS", "true", "GITHUB_BASE_REF", "main"));

    assertThat(row(assessment, "evil").verdict().summary())
        .isEqualTo(
            "the command was not run: it may be the pull request's own, as no base is known");
    assertThat(ran()).isEmpty();
  }

  @Test
  void what_is_no_gate_asks_for_nothing_but_shows_what_became_of_a_gates_command() {
    String metrics =
        "metrics:\n"
            + "  - {id: scanned, category: quality, command: {run: [sh, scan.sh]}}\n"
            + "  - {id: other, category: quality, command: {run: [sh, evil.sh]}}\n";
    project.file("coord.yml", plan(SCAN) + metrics).commit("Measure");

    Assessment assessment = assess(AT_HOME);

    assertThat(assessment.metrics())
        .extracting(metric -> metric.verdicts().get(0).summary())
        .containsExactly(
            scan(assessment).summary(),
            "the command was not run: no gate has it, and only commands of gates are run");
    assertThat(ran()).containsExactly("scan.sh");
  }

  @Test
  void what_a_command_leaves_behind_is_no_evidence_of_the_same_run() {
    String clean = "  - repository: {clean: true}\n";
    project.append("scan.sh", "echo > left-behind\n").file("coord.yml", plan(SCAN + clean));
    project.commit("Leave something");

    assertThat(row(assess(AT_HOME), "repository.clean").outcome()).isEqualTo(Outcome.PASSED);
    assertThat(row(assess(AT_HOME), "repository.clean").outcome()).isEqualTo(Outcome.FAILED);
  }

  private static String plan(String gates) {
    return "coord: 1\nproject: {name: Shop, integration_branch: main}\nworkstreams:\n"
        + "  - {id: api, branch: feature/api, owns: [/src/]}\ngates:\n"
        + gates;
  }

  private Assessment assess(Map<String, String> environment) {
    return assess(environment, same -> same);
  }

  private Assessment assess(
      Map<String, String> environment, UnaryOperator<Settings.Builder> change) {
    Map<String, String> variables = new HashMap<>(environment);
    variables.put("PATH", System.getenv("PATH"));
    Settings settings =
        change
            .apply(
                Settings.in(project.directory())
                    .environment(variables)
                    .sources(sources)
                    .allowCommands(true))
            .build();
    Pipeline.Outcome outcome =
        Repositories.open(
            project,
            opened ->
                new Pipeline(
                        PullRequests.effective(settings),
                        opened,
                        project.path("target/coord"),
                        false,
                        (ConsoleLine line) -> said.add(line.text()))
                    .run());
    assertThat(outcome.problems()).isEmpty();
    return outcome.assessment().orElseThrow();
  }

  private static Verdict scan(Assessment assessment) {
    return row(assessment, "scan").verdict();
  }

  private static GateResult row(Assessment assessment, String row) {
    return assessment.gates().stream()
        .filter(one -> one.row().equals(row))
        .findFirst()
        .orElseThrow();
  }

  private List<String> ran() {
    Path file = project.path("ran");
    try {
      return Files.exists(file) ? Files.readAllLines(file) : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void forget() {
    try {
      Files.deleteIfExists(project.path("ran"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
