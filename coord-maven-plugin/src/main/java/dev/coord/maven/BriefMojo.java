package dev.coord.maven;

import dev.coord.engine.Coord;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Prints the brief of a workstream as Markdown: what it owns, must not touch, waits for and does
 * next. Writes nothing.
 */
@Mojo(name = "brief", aggregator = true, requiresProject = false, threadSafe = true)
public final class BriefMojo extends AbstractCoordMojo {

  @Override
  void run() throws MojoExecutionException, MojoFailureException {
    report(new Coord().brief(parameters().tell(settings()).build()));
  }

  @Override
  StandardOutput output(MavenSession of) {
    return StandardOutput.ofBuild(of);
  }
}
