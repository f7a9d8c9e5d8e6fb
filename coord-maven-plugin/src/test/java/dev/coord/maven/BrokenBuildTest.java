package dev.coord.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.assess.Case.BuildProblem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.execution.BuildFailure;
import org.apache.maven.execution.BuildSuccess;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;

class BrokenBuildTest {

  @Test
  void a_build_without_a_failure_is_whole_whatever_is_still_to_come() {
    MavenSession session = session("root", "a");
    succeeds(session, 0);

    assertThat(BrokenBuild.of(session)).isEmpty();
  }

  @Test
  void the_module_that_failed_and_those_after_it_are_named() {
    MavenSession session = session("root", "a", "b", "c");
    succeeds(session, 0);
    fails(session, 1);

    assertThat(BrokenBuild.of(session).map(BuildProblem::reason))
        .contains("the build failed in a and did not finish b, c");
    assertThat(BrokenBuild.of(session).orElseThrow().remedy())
        .contains("maven.test.failure.ignore");
  }

  @Test
  void the_module_that_is_being_built_is_not_missed() {
    MavenSession session = session("a", "b");
    fails(session, 0);
    session.setCurrentProject(session.getProjects().get(1));

    assertThat(BrokenBuild.of(session).map(BuildProblem::reason)).contains("the build failed in a");
  }

  @Test
  void of_many_modules_three_are_named() {
    MavenSession session = session("a", "b", "c", "d", "e", "f");
    fails(session, 0);

    assertThat(BrokenBuild.of(session).map(BuildProblem::reason))
        .contains("the build failed in a and did not finish b, c, d and 2 more");
  }

  @Test
  void a_failure_of_no_module_is_one() {
    MavenSession session = session("a");
    succeeds(session, 0);
    session.getResult().addException(new IllegalStateException("an extension"));

    assertThat(BrokenBuild.of(session).map(BuildProblem::reason)).contains("the build failed");
  }

  @Test
  void a_module_that_coord_itself_failed_misses_no_report() {
    MavenSession session = session("root", "a");
    succeeds(session, 1);
    session.setCurrentProject(session.getProjects().get(0));
    BrokenBuild.causedHere(session);
    fails(session, 0);
    session.setCurrentProject(null);
    assertThat(BrokenBuild.of(session)).isEmpty();

    fails(session, 1);
    assertThat(BrokenBuild.of(session).map(BuildProblem::reason)).contains("the build failed in a");
  }

  private static void succeeds(MavenSession session, int module) {
    MavenProject project = session.getProjects().get(module);
    session.getResult().addBuildSummary(new BuildSuccess(project, 1));
  }

  private static void fails(MavenSession session, int module) {
    Exception cause = new IllegalStateException("compiler");
    MavenProject project = session.getProjects().get(module);
    session.getResult().addBuildSummary(new BuildFailure(project, 1, cause));
    session.getResult().addException(cause);
  }

  private static MavenSession session(String... modules) {
    List<MavenProject> projects = new ArrayList<>();
    for (String module : modules) {
      projects.add(Sessions.project(module));
    }
    return Sessions.in(Path.of(""), projects);
  }
}
