package dev.coord.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.evidence.reports.BuiltModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BuiltModulesTest {

  @TempDir private Path directory;
  private MavenProject project;
  private MavenSession session;

  @BeforeEach
  void makeSession() throws IOException {
    directory = directory.toRealPath();
    project = Sessions.withPom(Sessions.project("app"), directory);
    project.getBuild().setTestOutputDirectory(directory.resolve("out/test-classes").toString());
    project.addCompileSourceRoot(directory.resolve("src/main/java").toString());
    project.addTestCompileSourceRoot(directory.resolve("src/test/java").toString());
    session = Sessions.in(directory, List.of(project));
  }

  private List<BuiltModule> modules(String... goals) {
    session.getRequest().setGoals(List.of(goals));
    return BuiltModules.of(session);
  }

  private BuiltModule module(String... goals) {
    return modules(goals).get(0);
  }

  private void jacoco(String phase, String... goals) {
    Plugin plugin = new Plugin();
    plugin.setGroupId("org.jacoco");
    plugin.setArtifactId("jacoco-maven-plugin");
    PluginExecution execution = new PluginExecution();
    execution.setPhase(phase.isEmpty() ? null : phase);
    execution.setGoals(List.of(goals));
    plugin.addExecution(execution);
    project.getBuild().addPlugin(plugin);
  }

  @ParameterizedTest
  @ValueSource(strings = {"test", "package", "verify", "install", "deploy"})
  void a_phase_from_test_on_runs_the_tests(String phase) {
    assertThat(modules("clean", phase, "coord:site")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"validate", "compile", "test-compile", "clean", "surefire:test"})
  void other_phases_and_goals_do_not(String goal) {
    assertThat(modules(goal, "coord:site")).isEmpty();
  }

  @Test
  void goals_that_the_pom_gives_count_where_none_are_typed() {
    project.getBuild().setDefaultGoal(" verify  coord:site ");

    assertThat(modules()).hasSize(1);
    assertThat(modules("coord:site")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"skipTests", "maven.test.skip", "maven.test.skip.exec"})
  void where_tests_are_skipped_nothing_is_rewritten(String property) {
    session.getUserProperties().setProperty(property, "true");

    assertThat(modules("verify")).isEmpty();
  }

  @Test
  void the_command_line_speaks_before_the_pom() {
    project.getProperties().setProperty("skipTests", "true");
    assertThat(modules("verify")).isEmpty();

    session.getUserProperties().setProperty("skipTests", "false");
    assertThat(modules("verify")).hasSize(1);
  }

  @Test
  void a_module_has_the_directories_of_its_pom() {
    BuiltModule module = module("verify");

    assertThat(module.directory()).isEqualTo(directory);
    assertThat(module.buildDirectory()).isEqualTo(directory.resolve("out"));
    assertThat(module.sourceRoots()).containsExactly(directory.resolve("src/main/java"));
    assertThat(module.testSourceRoots())
        .contains(directory.resolve("src/test/java"), directory.resolve("src/test/kotlin"));
    assertThat(module.testClasses()).isEqualTo(directory.resolve("out/test-classes"));
  }

  @Test
  void directories_are_named_without_links() throws IOException {
    Path real = Files.createDirectory(directory.resolve("real"));
    Path link = Files.createSymbolicLink(directory.resolve("link"), real);
    project.getBuild().setDirectory(link.resolve("target").toString());

    assertThat(module("verify").buildDirectory()).isEqualTo(real.resolve("target"));
  }

  @Test
  void a_project_without_a_pom_is_no_module() {
    session = Sessions.in(directory, List.of(Sessions.project("none")));

    assertThat(modules("verify")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"test,false", "package,false", "integration-test,true", "verify,true"})
  void integration_tests_are_run_from_their_phase_on(String phase, boolean run) {
    assertThat(module(phase).runsIntegrationTests()).isEqualTo(run);
  }

  @Test
  void skipped_integration_tests_are_not_run() {
    session.getUserProperties().setProperty("skipITs", "true");

    assertThat(module("verify").runsIntegrationTests()).isFalse();
  }

  @Test
  void a_module_without_jacoco_reports_no_coverage() {
    assertThat(module("verify").reportsCoverage()).isFalse();
    jacoco("", "prepare-agent");
    assertThat(module("verify").reportsCoverage()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "'',report,test,false",
    "'',report,verify,true",
    "test,report,test,true",
    "none,report,verify,false",
    "'',report-integration,verify,true",
    "'',report-aggregate,verify,false",
    "verify,report-aggregate,install,true",
  })
  void coverage_is_reported_where_the_phase_of_the_report_is_reached(
      String phase, String goal, String reached, boolean reports) {
    jacoco(phase, goal);

    assertThat(module(reached).reportsCoverage()).isEqualTo(reports);
  }

  @Test
  void coverage_of_skipped_integration_tests_is_not_reported() {
    jacoco("verify", "report-integration");
    session.getUserProperties().setProperty("skipITs", "true");

    assertThat(module("verify").reportsCoverage()).isFalse();
  }

  @Test
  void a_module_may_say_that_it_is_not_measured() {
    jacoco("", "report");
    project.getProperties().setProperty("jacoco.skip", "true");

    assertThat(module("verify").reportsCoverage()).isFalse();
  }
}
