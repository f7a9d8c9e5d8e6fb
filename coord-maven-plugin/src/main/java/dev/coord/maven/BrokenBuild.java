package dev.coord.maven;

import dev.coord.assess.Case.BuildProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.maven.execution.BuildFailure;
import org.apache.maven.execution.BuildSummary;
import org.apache.maven.execution.MavenExecutionResult;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;

/** What is missing because a module failed, or was not built after one that did. */
final class BrokenBuild {

  private static final int NAMED = 3;

  private BrokenBuild() {}

  /**
   * Notes that coord itself fails the module that is being built: no report is missing for that.
   */
  static void causedHere(MavenSession session) {
    Optional.ofNullable(session.getCurrentProject()).ifPresent(p -> ours(session).add(p.getId()));
  }

  /** What went wrong so far in a build; empty when nothing did. */
  static Optional<BuildProblem> of(MavenSession session) {
    MavenExecutionResult result = session.getResult();
    if (!result.hasExceptions()) {
      return Optional.empty();
    }
    Set<String> ours = ours(session);
    List<String> failed = new ArrayList<>();
    List<String> unfinished = new ArrayList<>();
    for (MavenProject project : session.getProjects()) {
      BuildSummary summary = result.getBuildSummary(project);
      if (summary instanceof BuildFailure && !ours.contains(project.getId())) {
        failed.add(project.getArtifactId());
      } else if (summary == null && !project.equals(session.getCurrentProject())) {
        unfinished.add(project.getArtifactId());
      }
    }
    if (failed.isEmpty() && unfinished.isEmpty() && !ours.isEmpty()) {
      return Optional.empty();
    }
    String reason = failed.isEmpty() ? "the build failed" : "the build failed in " + names(failed);
    return Optional.of(
        new BuildProblem(
            unfinished.isEmpty() ? reason : reason + " and did not finish " + names(unfinished),
            "Mend what Maven says of it. Where tests fail, maven.test.failure.ignore lets the build"
                + " go on to coord."));
  }

  @SuppressWarnings("unchecked")
  private static Set<String> ours(MavenSession session) {
    Map<String, Object> data = session.getRequest().getData();
    synchronized (data) {
      return (Set<String>)
          data.computeIfAbsent(
              BrokenBuild.class.getName(), key -> ConcurrentHashMap.<String>newKeySet());
    }
  }

  /** Some modules; of many, the first. */
  static String names(List<String> modules) {
    if (modules.size() > NAMED) {
      int more = modules.size() - NAMED;
      return String.join(", ", modules.subList(0, NAMED)) + " and " + more + " more";
    }
    return String.join(", ", modules);
  }
}
