package dev.coord.maven;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;

/**
 * Lets a goal run once in a build, after all modules it is bound in.
 *
 * <p>From the command line, Maven runs an aggregator goal once by itself, after everything before
 * it on the line. Bound to a phase, it is called in each module that inherits the binding, the root
 * first; then the last call to arrive does the work, which under {@code -T} is counted and not
 * guessed from the order of modules. The count lives in the build's request: nothing outlives it.
 */
final class LastOfSession {

  private LastOfSession() {}

  /** Whether this call is the one that does the work. */
  static boolean isTurnOf(MavenSession session, MojoExecution execution) {
    if (execution.getSource() == MojoExecution.Source.CLI) {
      return true;
    }
    int expected = 0;
    for (MavenProject project : session.getProjects()) {
      expected += isBoundIn(project, execution) ? 1 : 0;
    }
    return arrived(session, execution) >= expected;
  }

  /**
   * A module that is built only after the goal has run, where a binding is not inherited: coord
   * would judge what an earlier build left behind.
   */
  static Optional<String> builtLater(MavenSession session, MojoExecution execution) {
    if (execution.getSource() == MojoExecution.Source.CLI) {
      return Optional.empty();
    }
    List<MavenProject> projects = session.getProjects();
    int here = projects.indexOf(session.getCurrentProject());
    return projects.stream()
        .skip(here + 1L)
        .filter(project -> !isBoundIn(project, execution))
        .map(MavenProject::getArtifactId)
        .findFirst();
  }

  private static boolean isBoundIn(MavenProject project, MojoExecution execution) {
    Plugin plugin = project.getPlugin(execution.getPlugin().getKey());
    return plugin != null
        && plugin.getExecutions().stream()
            .anyMatch(
                e ->
                    e.getId().equals(execution.getExecutionId())
                        && e.getGoals().contains(execution.getGoal()));
  }

  private static int arrived(MavenSession session, MojoExecution execution) {
    Map<String, Object> data = session.getRequest().getData();
    String key =
        LastOfSession.class.getName()
            + ":"
            + execution.getGoal()
            + ":"
            + execution.getExecutionId();
    Object counter;
    synchronized (data) {
      counter = data.computeIfAbsent(key, k -> new AtomicInteger());
    }
    // The plugin's classes may be loaded twice in a build; the JDK's are the same in both.
    return ((AtomicInteger) counter).incrementAndGet();
  }
}
