package dev.coord.maven;

import java.io.File;
import java.nio.file.Path;
import java.util.Date;
import java.util.List;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.DefaultMavenExecutionResult;
import org.apache.maven.execution.ExecutionListener;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Model;
import org.apache.maven.model.Plugin;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.project.MavenProject;

/** Sessions and executions of Maven, as far as goals look at them. */
final class Sessions {

  private Sessions() {}

  static MavenSession in(Path directory, List<MavenProject> projects) {
    MavenExecutionRequest request = new DefaultMavenExecutionRequest();
    request.setBaseDirectory(directory.toFile());
    request.setGoals(List.of("verify", "coord:site"));
    request.setStartTime(new Date());
    request.getSystemProperties().setProperty("user.dir", directory.toString());
    @SuppressWarnings("deprecation")
    MavenSession session =
        new MavenSession(null, request, new DefaultMavenExecutionResult(), projects);
    return session;
  }

  /** A project without a plugin. */
  static MavenProject project(String name) {
    Model model = new Model();
    model.setGroupId("it");
    model.setArtifactId(name);
    model.setVersion("1");
    return new MavenProject(model);
  }

  /** Ends a session as Maven does, by telling its listener. */
  static void end(MavenSession session) {
    ExecutionListener listener = session.getRequest().getExecutionListener();
    if (listener != null) {
      listener.sessionEnded(null);
    }
  }

  static MojoExecution execution(String goal, String executionId, MojoExecution.Source source) {
    PluginDescriptor plugin = new PluginDescriptor();
    plugin.setGroupId("dev.coord");
    plugin.setArtifactId("coord-maven-plugin");
    plugin.setVersion("1.2.3");
    plugin.setPlugin(plugin());
    MojoDescriptor mojo = new MojoDescriptor();
    mojo.setPluginDescriptor(plugin);
    mojo.setGoal(goal);
    return new MojoExecution(mojo, executionId, source);
  }

  /** Gives a project a POM and a directory for its output. */
  static MavenProject withPom(MavenProject project, Path directory) {
    project.setFile(new File(directory.toFile(), "pom.xml"));
    project.getBuild().setDirectory(directory.resolve("out").toString());
    return project;
  }

  private static Plugin plugin() {
    Plugin plugin = new Plugin();
    plugin.setGroupId("dev.coord");
    plugin.setArtifactId("coord-maven-plugin");
    plugin.setVersion("1.2.3");
    return plugin;
  }
}
