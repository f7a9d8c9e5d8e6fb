package dev.coord.maven;

import dev.coord.engine.Coord;
import dev.coord.engine.Settings;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Judges the gates without writing a site, or says whether paths may be changed before they are.
 */
@Mojo(
    name = "check",
    defaultPhase = LifecyclePhase.VERIFY,
    aggregator = true,
    requiresProject = false,
    threadSafe = true)
public final class CheckMojo extends JudgingMojo {

  /** Whether a gate that does not hold, or a path that must not be changed, fails the build. */
  @Parameter(property = "coord.failOnViolation", defaultValue = "true")
  private String failOnViolation;

  /**
   * Paths relative to the repository's root, joined by commas. When given, the goal only says
   * whether the workstream may change them, and why not.
   */
  @Parameter(property = "coord.paths")
  private String paths;

  /**
   * How coord's own verdicts are written for other programs, beside the site: {@code sarif}, {@code
   * junit}, {@code codequality}, several joined by commas, or {@code none}. Left out, it is what
   * the CI that runs the build reads.
   */
  @Parameter(property = "coord.verdicts")
  private String verdicts;

  @Override
  boolean failOnViolation() {
    return parameters().flag("coord.failOnViolation", failOnViolation, true);
  }

  @Override
  void run() throws MojoExecutionException, MojoFailureException {
    Settings settings =
        parameters().tell(settings().verdicts(parameters().verdicts(text(verdicts)))).build();
    // Maven takes an empty text for none, but whoever asks for no path does not ask for the gates.
    Optional<String> asked =
        Optional.ofNullable(paths)
            .or(() -> Optional.ofNullable(userProperties().getProperty("coord.paths")));
    report(
        asked.isPresent()
            ? new Coord(this::say).mayChange(settings, List.of(asked.get().split(",")))
            : new Coord(this::say).check(settings));
  }
}
