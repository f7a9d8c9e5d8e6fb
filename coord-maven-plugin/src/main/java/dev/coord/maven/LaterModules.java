package dev.coord.maven;

import dev.coord.assess.Case.BuildProblem;
import dev.coord.evidence.reports.BuiltModule;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;

/**
 * What is missing because of the order of goals in one build: Maven takes a module through all
 * goals of the command line before it begins the next, so the site of the root is made before the
 * modules below it are tested. What their reports say is of an earlier build.
 */
final class LaterModules {

  private LaterModules() {}

  /** What is still to come of a build that runs tests; empty where that is nothing. */
  static Optional<BuildProblem> of(MavenSession session) {
    Set<Path> tested =
        BuiltModules.of(session).stream().map(BuiltModule::directory).collect(Collectors.toSet());
    List<String> later =
        session.getProjects().stream()
            .filter(project -> !project.equals(session.getCurrentProject()))
            .filter(project -> session.getResult().getBuildSummary(project) == null)
            .filter(project -> isIn(tested, project))
            .map(MavenProject::getArtifactId)
            .toList();
    return later.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new BuildProblem(
                "this build makes the site before it builds " + BrokenBuild.names(later),
                "Run mvn verify first, and mvn site behind it."));
  }

  private static boolean isIn(Set<Path> tested, MavenProject project) {
    return project.getBasedir() != null
        && tested.contains(BuiltModules.real(project.getBasedir().toPath()));
  }
}
