package dev.coord.maven;

import dev.coord.engine.Coord;
import dev.coord.engine.Settings;
import java.io.File;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Writes the site from plan, git history and reports, then fails the build if a gate does not hold.
 */
@Mojo(
    name = "site",
    defaultPhase = LifecyclePhase.VERIFY,
    aggregator = true,
    requiresProject = false,
    threadSafe = true)
public final class SiteMojo extends JudgingMojo {

  /** Whether a gate that does not hold fails the build. The site says so either way. */
  @Parameter(property = "coord.failOnViolation", defaultValue = "true")
  private String failOnViolation;

  /**
   * Where the site is written. Left out, it is {@code coord} in the build's output directory, or
   * {@code target/coord} below the repository's root where there is no POM.
   */
  @Parameter(property = "coord.outputDirectory")
  private File outputDirectory;

  /**
   * A directory of templates and style of your own: files called like templates of coord stand in
   * their place, {@code custom.css} is added to the style.
   */
  @Parameter(property = "coord.templateDirectory")
  private File templateDirectory;

  /** The address the site is published at. */
  @Parameter(property = "coord.siteUrl")
  private String siteUrl;

  /**
   * Whether {@code status.json} is kept as a note of git ({@code refs/notes/coord}) on the commit
   * that was judged, for the trends of later runs. Nothing is pushed.
   */
  @Parameter(property = "coord.record", defaultValue = "false")
  private String record;

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
    Settings.Builder settings =
        settings()
            .record(parameters().flag("coord.record", record, false))
            .verdicts(parameters().verdicts(text(verdicts)))
            .outputDirectory(
                Optional.ofNullable(outputDirectory)
                    .map(File::toPath)
                    .or(() -> buildDirectory().map(d -> d.resolve("coord"))))
            .templateDirectory(Optional.ofNullable(templateDirectory).map(File::toPath))
            .siteUrl(parameters().siteUrl(text(siteUrl)));
    report(new Coord(this::say).site(parameters().tell(settings).build()));
  }
}
