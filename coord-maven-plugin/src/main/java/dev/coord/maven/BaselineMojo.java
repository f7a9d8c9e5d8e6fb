package dev.coord.maven;

import dev.coord.engine.Coord;
import dev.coord.engine.Settings;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Writes the baseline: findings of today that fail no build from then on. Of a baseline that is
 * there, drops what is fixed.
 */
@Mojo(name = "baseline", aggregator = true, requiresProject = false, threadSafe = true)
public final class BaselineMojo extends AbstractCoordMojo {

  /** Whether a baseline that is there takes in what is new, too. */
  @Parameter(property = "coord.baseline.grow", defaultValue = "false")
  private String grow;

  @Override
  void run() throws MojoExecutionException, MojoFailureException {
    boolean grows = parameters().flag("coord.baseline.grow", grow, false);
    Settings settings = parameters().tell(settings()).build();
    report(new Coord().baseline(settings, grows));
  }
}
