package dev.coord.maven;

import dev.coord.engine.Coord;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;

/** Reads the plan and says everything that is wrong with it. */
@Mojo(
    name = "validate",
    defaultPhase = LifecyclePhase.VALIDATE,
    aggregator = true,
    requiresProject = false,
    threadSafe = true)
public final class ValidateMojo extends AbstractCoordMojo {

  @Override
  boolean judgesReports() {
    return false;
  }

  @Override
  void run() throws MojoExecutionException, MojoFailureException {
    report(new Coord().validate(parameters().tell(settings()).build()));
  }
}
