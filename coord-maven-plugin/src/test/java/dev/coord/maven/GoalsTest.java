package dev.coord.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coord.it.Team;
import java.util.List;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution.Source;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;

/** The goals as Maven configures them. */
class GoalsTest extends MojoHarness {

  /** What the command line says: the POM's word does not count. */
  private static final String BEFORE = "HEAD~2";

  GoalsTest() {
    super(Sessions.execution("site", "default-cli", Source.CLI));
  }

  @Override
  MavenSession begin(MavenProject top) {
    MavenSession session = Sessions.in(directory, List.of(top));
    session.getUserProperties().setProperty("coord.before", BEFORE);
    return session;
  }

  @Test
  @InjectMojo(goal = "site")
  void site_writes_below_the_builds_output_directory_and_passes(SiteMojo mojo) throws Exception {
    mojo.execute();

    assertThat(log.lines())
        .singleElement()
        .asString()
        .startsWith("INFO coord 1.2.3 ")
        .endsWith("Site: out/coord/index.html");
    assertThat(project.path("out/coord/index.html")).exists();
  }

  @Test
  @InjectMojo(goal = "site")
  void site_fails_with_the_command_that_was_typed(SiteMojo mojo) {
    Team.coverage(project, 1, 1);

    assertThatThrownBy(mojo::execute)
        .isInstanceOf(MojoFailureException.class)
        .hasMessageEndingWith("Then run mvn verify coord:site, see out/coord/gates.html.");
    assertThat(log.lines()).anyMatch(line -> line.startsWith("ERROR FAIL"));
    assertThat(project.path("out/coord/index.html")).exists();
  }

  @Test
  @InjectMojo(goal = "site")
  void site_with_a_bad_plan_is_an_error(SiteMojo mojo) {
    project.append("coord.yml", "gaets: []\n");

    assertThatThrownBy(mojo::execute)
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageStartingWith("The plan cannot be used: 1 mistake, coord.yml:23:1: ");
  }

  @Test
  @InjectMojo(goal = "site")
  @MojoParameter(name = "failOnViolation", value = "false")
  @MojoParameter(name = "siteUrl", value = "https://shop.example/")
  void site_may_let_the_build_go_on(SiteMojo mojo) throws Exception {
    Team.coverage(project, 1, 1);

    mojo.execute();

    assertThat(log.lines())
        .endsWith("WARN The build goes on all the same (coord.failOnViolation).");
    assertThat(project.path("out/coord/status.json"))
        .content()
        .contains("\"result\": \"fail\"", "\"site_url\": \"https://shop.example/\"");
  }

  @Test
  @InjectMojo(goal = "site")
  @MojoParameter(name = "skip", value = "true")
  void skip_of_the_pom_skips_and_warns(SiteMojo mojo) throws Exception {
    mojo.execute();

    assertThat(log.lines()).containsExactly("WARN coord is skipped (coord.skip in the POM)");
    assertThat(project.path("out")).doesNotExist();
  }

  @Test
  @InjectMojo(goal = "baseline")
  void baseline_writes_what_is_found_and_does_not_grow(BaselineMojo mojo) throws Exception {
    project.append(Team.CATALOG, "// mine now\n").commit("Tidy the catalog");

    mojo.execute();

    assertThat(log.lines())
        .first()
        .asString()
        .isEqualTo("INFO .coord/baseline.yml is written: 1 finding (ownership 1). Commit it.");
    project.file("Makefile", "all:\n").commit("Add a file of nobody");

    mojo.execute();

    assertThat(log.lines())
        .anyMatch(line -> line.startsWith("WARN 1 new finding is not taken in: mend it, or"));
    assertThat(project.path(".coord/baseline.yml")).content().doesNotContain("Makefile");
  }

  @Test
  @InjectMojo(goal = "baseline")
  @MojoParameter(name = "grow", value = "true")
  void baseline_grows_where_it_is_told_to(BaselineMojo mojo) throws Exception {
    project.append(Team.CATALOG, "// mine now\n").commit("Tidy the catalog");
    mojo.execute();
    project.file("Makefile", "all:\n").commit("Add a file of nobody");

    mojo.execute();

    assertThat(project.path(".coord/baseline.yml")).content().contains("unowned: Makefile");
  }

  @Test
  @InjectMojo(goal = "baseline")
  @MojoParameter(name = "grow", value = "yes")
  void baseline_refuses_a_switch_that_cannot_be_read(BaselineMojo mojo) {
    assertThatThrownBy(mojo::execute)
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageContaining("coord.baseline.grow");
    assertThat(project.path(".coord")).doesNotExist();
  }

  @Test
  @InjectMojo(goal = "brief")
  void brief_on_the_integration_branch_lists_the_workstreams_and_writes_nothing(BriefMojo mojo) {
    project.checkout("main");

    assertThatThrownBy(mojo::execute)
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageEndingWith("-Dcoord.workstream=ID: checkout and catalog.");
    assertThat(project.path("out")).doesNotExist();
  }

  @Test
  @InjectMojo(goal = "brief")
  @MojoParameter(name = "workstream", value = "nobody")
  void brief_of_nobody_lists_the_workstreams(BriefMojo mojo) {
    assertThatThrownBy(mojo::execute)
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageContaining(
            "nobody is no workstream of the plan. Name one of: checkout, catalog.");
  }

  @Test
  @InjectMojo(goal = "check")
  @MojoParameter(name = "missingData", value = "warn")
  void check_takes_missing_data_as_it_is_told(CheckMojo mojo) throws Exception {
    project.delete(Team.COVERAGE);

    mojo.execute();

    assertThat(log.lines()).anyMatch(line -> line.startsWith("WARN WARN    coverage.lines"));
    assertThat(project.path("out")).doesNotExist();
  }

  @Test
  @InjectMojo(goal = "check")
  @MojoParameter(name = "paths", value = " docs/x.md , Makefile")
  void check_answers_for_each_path(CheckMojo mojo) {
    assertThatThrownBy(mojo::execute)
        .isInstanceOf(MojoFailureException.class)
        .hasMessageStartingWith("checkout must not change Makefile.");
    assertThat(log.lines())
        .containsExactly(
            "WARN ASK   docs/x.md: it is shared for added lines only (coord.yml:17)",
            "ERROR NO    Makefile: nobody owns it (coord.yml:18)");
  }

  @Test
  @InjectMojo(goal = "check")
  @MojoParameter(name = "paths", value = ",")
  void check_of_no_path_is_no_yes(CheckMojo mojo) {
    assertThatThrownBy(mojo::execute)
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageStartingWith("coord.paths names no path. Write paths relative to");
  }

  @Test
  @InjectMojo(goal = "check")
  @MojoParameter(name = "workstream", value = "catalog")
  @MojoParameter(name = "base", value = "HEAD~1")
  void check_judges_whom_it_is_told(CheckMojo mojo) {
    assertThatThrownBy(mojo::execute)
        .isInstanceOf(MojoFailureException.class)
        .hasMessageContaining("1 file of checkout changed by catalog");
  }

  @Test
  @InjectMojo(goal = "check")
  @MojoParameter(name = "before", value = BEFORE)
  void check_looks_at_all_that_came_to_the_integration_branch(CheckMojo mojo) {
    project.checkout("main").edit("coord.yml", "  - ownership: {}\n", "").commit("Unblock me");
    project.file("README.md", "On.\n").commit("Go on");

    assertThatThrownBy(mojo::execute)
        .isInstanceOf(MojoFailureException.class)
        .hasMessageContaining("The gate \"ownership\" is removed");
  }

  @Test
  @InjectMojo(goal = "validate")
  void validate_counts_a_sound_plan(ValidateMojo mojo) throws Exception {
    mojo.execute();

    assertThat(log.lines())
        .containsExactly(
            "INFO The plan is sound: 1 file, 2 workstreams, 0 sprints, 3 gates, 0 metrics");
  }

  @Test
  @InjectMojo(goal = "validate")
  @MojoParameter(name = "now", value = "soon")
  void a_time_that_is_none_is_refused(ValidateMojo mojo) {
    assertThatThrownBy(mojo::execute)
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageStartingWith(
            "Nothing can be judged: 1 mistake, -Dcoord.now: \"soon\" is neither a date nor a point in"
                + " time. Write 2026-01-31 or 2026-01-31T12:00:00Z.");
  }
}
