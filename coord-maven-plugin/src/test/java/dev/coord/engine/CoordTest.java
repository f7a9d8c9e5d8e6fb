package dev.coord.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.assess.Case.BuildProblem;
import dev.coord.assess.Overall;
import dev.coord.it.GitProject;
import dev.coord.it.Reports;
import dev.coord.it.Team;
import dev.coord.publish.ConsoleLine;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The whole line, without Maven. */
class CoordTest extends CoordRuns {

  @Test
  void what_holds_passes_and_writes_the_site_below_the_repositorys_root() {
    GitProject project = Team.checkout(directory);

    Result result = new Coord().site(settings(project).build());

    assertThat(result.overall()).isEqualTo(Overall.PASSED);
    assertThat(result.failure()).isEmpty();
    assertThat(texts(result))
        .hasSize(1)
        .first()
        .asString()
        .endsWith("Site: target/coord/index.html");
    assertThat(project.path("target/coord/status.json")).exists();
  }

  @Test
  void what_fails_says_so_in_one_sentence_with_the_command_to_repeat() {
    GitProject project = Team.coverage(Team.checkout(directory), 1, 1);

    Result result = new Coord().site(settings(project).command("mvn verify coord:site").build());

    assertThat(result.overall()).isEqualTo(Overall.FAILED);
    assertThat(result.failure())
        .startsWith("1 of 3 gates not met: coverage.lines 50.0% < 80%")
        .endsWith("Then run mvn verify coord:site, see target/coord/gates.html.");
  }

  @Test
  void without_a_repository_the_row_gives_gits_own_reason() {
    GitProject project = Team.files(GitProject.without(directory));

    Result result =
        new Coord().check(settings(project).sessionStart(Optional.of(Instant.EPOCH)).build());

    assertThat(result.overall()).isEqualTo(Overall.UNKNOWN);
    assertThat(result.failure())
        .contains("ownership unknown: no git repository was found here or above");
  }

  @Test
  void coverage_of_nothing_that_is_tracked_is_unknown() {
    GitProject project = Team.checkout(directory);
    project.file(Team.COVERAGE, Reports.jacoco("com/elsewhere", "Other.java", 10, 0));

    Result result = new Coord().check(settings(project).build());

    assertThat(result.overall()).isEqualTo(Overall.UNKNOWN);
    assertThat(texts(result))
        .anyMatch(
            line ->
                line.contains(
                    "none of the files in the coverage reports is in the repository, such as"
                        + " com/elsewhere/Other.java"));
  }

  @Test
  void one_tracked_file_is_enough_to_place_a_coverage_report() {
    GitProject project = Team.checkout(directory);
    project.file(
        "target/site/other/jacoco.xml", Reports.jacoco("com/elsewhere", "Other.java", 10, 0));

    assertThat(new Coord().check(settings(project).build()).overall()).isEqualTo(Overall.PASSED);
  }

  @Test
  void an_unknown_workstream_is_refused_and_the_known_ones_are_named() {
    GitProject project = Team.checkout(directory);
    Settings settings = settings(project).workstream(Optional.of("catalogue")).build();
    String sentence =
        "-Dcoord.workstream: catalogue is no workstream of the plan. Name one of: checkout, catalog.";

    assertThat(texts(new Coord().check(settings))).containsExactly(sentence);
    assertThat(texts(new Coord().mayChange(settings, List.of("x")))).containsExactly(sentence);
  }

  @Test
  void a_base_that_is_nowhere_is_told_on_the_integration_branch_too() {
    GitProject project = Team.checkout(directory);
    project.git("checkout", "-q", "main");
    Settings settings = settings(project).base(Optional.of("nope")).build();

    Result result = new Coord().check(settings);

    assertThat(result.overall()).isNotEqualTo(Overall.PASSED);
    assertThat(result.failure()).contains("nope was not found (tried ");
  }

  @Test
  void a_skip_is_told_the_louder_the_less_it_is_the_users() {
    Settings.Builder pom =
        Settings.in(directory).sources(Map.of("coord.skip", Settings.Source.POM));
    Map<String, String> gitHub = Map.of("GITHUB_ACTIONS", "true", "GITHUB_HEAD_REF", "evil");

    Result users = new Coord().skipped(Settings.in(directory).environment(gitHub).build());
    Result poms = new Coord().skipped(pom.build());
    Result pullRequests = new Coord().skipped(pom.environment(gitHub).build());

    assertThat(users.console())
        .containsExactly(new ConsoleLine(ConsoleLine.Level.INFO, "coord is skipped (coord.skip)"));
    assertThat(poms.console())
        .containsExactly(
            new ConsoleLine(ConsoleLine.Level.WARN, "coord is skipped (coord.skip in the POM)"));
    String text = "coord is skipped by the POM (coord.skip): no gate judges this pull request.";
    assertThat(pullRequests.console())
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.level()).isEqualTo(ConsoleLine.Level.ERROR);
              assertThat(line.text()).startsWith(text);
            });
    assertThat(pullRequests.commands())
        .singleElement()
        .asString()
        .startsWith("::error title=coord::" + text);
    assertThat(List.of(users, poms)).allMatch(result -> result.commands().isEmpty());
  }

  @Test
  void a_skip_that_the_options_of_the_repository_name_is_told_of_a_pull_request() {
    GitProject.without(directory).file(".mvn/maven.config", "-Dcoord.skip\n");
    Map<String, String> gitHub = Map.of("GITHUB_ACTIONS", "true", "GITHUB_HEAD_REF", "evil");
    Settings.Builder here = Settings.in(directory);

    assertThat(new Coord().skipped(here.environment(gitHub).build()).console())
        .containsExactly(
            new ConsoleLine(
                ConsoleLine.Level.ERROR,
                "coord is skipped by .mvn/maven.config (coord.skip): no gate judges this pull"
                    + " request. Take it out of .mvn/maven.config, or let the workflow say it:"
                    + " -Dcoord.skip."));
    assertThat(new Coord().skipped(here.environment(Map.of()).build()).console())
        .containsExactly(new ConsoleLine(ConsoleLine.Level.INFO, "coord is skipped (coord.skip)"));
  }

  @Test
  void a_build_that_broke_is_unknown_though_every_report_is_good() {
    GitProject project = Team.checkout(directory);
    Settings.Builder broken =
        settings(project)
            .lenient(true)
            .buildProblem(Optional.of(new BuildProblem("the build failed in a", "Mend it.")));

    Result result = new Coord().site(broken.build());

    assertThat(result.overall()).isEqualTo(Overall.UNKNOWN);
    assertThat(result.failure())
        .startsWith(
            "1 of 4 gates could not be judged: maven-build unknown: the build failed in a"
                + " (coord.yml:2). Mend it.");
    assertThat(project.path("target/coord/index.html")).content().contains("the build failed in a");
  }

  @Test
  void missing_data_warns_only_where_the_user_says_so_and_no_service_runs() {
    GitProject project = Team.checkout(directory).delete(Team.COVERAGE);
    Settings.Builder lenient = settings(project).lenient(true);

    assertThat(new Coord().check(settings(project).build()).overall()).isEqualTo(Overall.UNKNOWN);
    assertThat(new Coord().check(lenient.build()).overall()).isEqualTo(Overall.PASSED);
    assertThat(new Coord().check(lenient.environment(Map.of("CI", "1")).build()).overall())
        .isEqualTo(Overall.UNKNOWN);
  }

  @Test
  void paths_are_shown_from_where_the_user_is() {
    GitProject project = Team.checkout(directory);

    Result below =
        new Coord().site(settings(project).workingDirectory(directory.getParent()).build());
    Result elsewhere =
        new Coord().site(settings(project).workingDirectory(project.path("src")).build());

    assertThat(texts(below).get(0))
        .endsWith("Site: " + directory.getFileName() + "/target/coord/index.html");
    assertThat(texts(elsewhere).get(0))
        .endsWith("Site: " + project.path("target/coord/index.html"));
  }
}
