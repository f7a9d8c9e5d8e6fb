package dev.coord.maven;

import dev.coord.assess.Case.BuildProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.maven.execution.BuildFailure;
import org.apache.maven.execution.BuildSummary;
import org.apache.maven.execution.MavenExecutionResult;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;

/** What is missing because a module failed, or was not built after one that did. */
final class BrokenBuild {

  private static final int NAMED = 3;

  private BrokenBuild() {}

  /** What went wrong so far in a build; empty when nothing did. */
  static Optional<BuildProblem> of(MavenSession session) {
    MavenExecutionResult result = session.getResult();
    if (!result.hasExceptions()) {
      return Optional.empty();
    }
    List<String> failed = new ArrayList<>();
    List<String> unfinished = new ArrayList<>();
    for (MavenProject project : session.getProjects()) {
      BuildSummary summary = result.getBuildSummary(project);
      if (summary instanceof BuildFailure) {
        failed.add(project.getArtifactId());
      } else if (summary == null && !project.equals(session.getCurrentProject())) {
        unfinished.add(project.getArtifactId());
      }
    }
    String reason = failed.isEmpty() ? "the build failed" : "the build failed in " + names(failed);
    return Optional.of(
        new BuildProblem(
            unfinished.isEmpty() ? reason : reason + " and did not finish " + names(unfinished),
            "Mend what Maven says of it. Where tests fail, maven.test.failure.ignore lets the build"
                + " go on to coord."));
  }

  private static String names(List<String> modules) {
    if (modules.size() > NAMED) {
      int more = modules.size() - NAMED;
      return String.join(", ", modules.subList(0, NAMED)) + " and " + more + " more";
    }
    return String.join(", ", modules);
  }
}
