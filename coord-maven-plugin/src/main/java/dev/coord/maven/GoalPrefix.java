package dev.coord.maven;

import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.PluginContainer;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.project.MavenProject;

/**
 * Tells whether Maven finds the plugin by its prefix: where the POM that began the build declares
 * it, the settings name its group, or the user has just called it so.
 */
final class GoalPrefix {

  private final MavenSession session;
  private final PluginDescriptor plugin;

  GoalPrefix(MavenSession session, MojoExecution execution) {
    this.session = session;
    this.plugin = execution.getMojoDescriptor().getPluginDescriptor();
  }

  /** The prefix; empty where Maven would not find the plugin by it. */
  Optional<String> known() {
    return Optional.ofNullable(plugin.getGoalPrefix())
        .filter(prefix -> isDeclared() || isOfAGroup() || isCalled(prefix + ":"));
  }

  private boolean isDeclared() {
    return Optional.ofNullable(session.getTopLevelProject())
        .map(MavenProject::getBuild)
        .filter(build -> has(build) || has(build.getPluginManagement()))
        .isPresent();
  }

  private boolean has(PluginContainer plugins) {
    return plugins != null
        && plugins.getPlugins().stream()
            .anyMatch(
                one ->
                    one.getGroupId().equals(plugin.getGroupId())
                        && one.getArtifactId().equals(plugin.getArtifactId()));
  }

  private boolean isOfAGroup() {
    return session.getRequest().getPluginGroups().contains(plugin.getGroupId());
  }

  private boolean isCalled(String beginning) {
    return session.getRequest().getGoals().stream().anyMatch(goal -> goal.startsWith(beginning));
  }
}
