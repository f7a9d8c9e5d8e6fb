package dev.coord.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.assess.Case.BuildProblem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.execution.BuildSuccess;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LaterModulesTest {

  @TempDir Path directory;

  @Test
  void modules_that_the_build_tests_behind_the_one_that_is_being_built_are_named()
      throws Exception {
    MavenSession session = session("root", "plus", "minus");

    assertThat(LaterModules.of(session))
        .contains(
            new BuildProblem(
                "this build makes the site before it builds plus, minus",
                "Run mvn verify first, and mvn site behind it."));
  }

  @Test
  void modules_that_were_built_before_are_there() throws Exception {
    MavenSession session = session("root", "plus", "minus");
    for (MavenProject module : session.getProjects().subList(1, 3)) {
      session.getResult().addBuildSummary(new BuildSuccess(module, 1));
    }

    assertThat(LaterModules.of(session)).isEmpty();
  }

  @Test
  void where_no_tests_are_run_what_lies_there_is_all_that_there_is() throws Exception {
    MavenSession session = session("root", "plus");
    session.getRequest().setGoals(List.of("site"));

    assertThat(LaterModules.of(session)).isEmpty();
  }

  @Test
  void a_single_module_waits_for_nothing() throws Exception {
    assertThat(LaterModules.of(session("root"))).isEmpty();
  }

  private MavenSession session(String... names) throws Exception {
    List<MavenProject> projects = new ArrayList<>();
    for (String name : names) {
      Path place = Files.createDirectories(directory.resolve(name));
      MavenProject project = Sessions.withPom(Sessions.project(name), place);
      project.getBuild().setTestOutputDirectory(place.resolve("out/test-classes").toString());
      projects.add(project);
    }
    MavenSession session = Sessions.in(directory, projects);
    session.setCurrentProject(projects.get(0));
    return session;
  }
}
