package dev.coord.maven;

import dev.coord.assess.Case.BuildProblem;
import dev.coord.assess.Overall;
import dev.coord.engine.Coord;
import dev.coord.engine.Report;
import dev.coord.engine.Result;
import dev.coord.engine.Settings;
import java.io.File;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import org.apache.maven.doxia.sink.Sink;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.reporting.MavenReport;
import org.apache.maven.reporting.MavenReportException;

/**
 * Gives {@code mvn site} one page with the verdict, the gates and links into coord's own pages.
 *
 * <p>Written by the reporting API alone: what more would bring along, every user's build would
 * load. Nothing that is found fails the site: that is what {@code coord:check} is for.
 */
@Mojo(name = "report", defaultPhase = LifecyclePhase.SITE, threadSafe = true)
public final class ReportMojo extends JudgingMojo implements MavenReport {

  private static final String FOLDER = "coord";

  /** Where the pages of {@code mvn site} are written. */
  @Parameter(defaultValue = "${project.reporting.outputDirectory}", readonly = true)
  private File reportDirectory;

  /** Where coord's own pages are written. Left out, it is {@code coord} beside the report. */
  @Parameter(property = "coord.outputDirectory")
  private File outputDirectory;

  /**
   * A directory of templates and style of your own: files called like templates of coord stand in
   * their place, {@code custom.css} is added to the style.
   */
  @Parameter(property = "coord.templateDirectory")
  private File templateDirectory;

  /** The address coord's own pages are published at. Left out, they are written with the site. */
  @Parameter(property = "coord.siteUrl")
  private String siteUrl;

  /** Nothing is looked at where it is started by itself. */
  @Override
  boolean judgesReports() {
    return false;
  }

  @Override
  Optional<BuildProblem> buildProblem() {
    return super.buildProblem().or(this::laterModules);
  }

  @Override
  void run() throws MojoExecutionException {
    throw new MojoExecutionException(
        "coord:report is a page of mvn site. List the plugin under <reporting>, and run mvn site.");
  }

  /** Only of the root: there is one plan, and one verdict. */
  @Override
  public boolean canGenerateReport() {
    return !isSkipped() && isOfTheRoot();
  }

  @Override
  public void generate(Sink sink, Locale locale) throws MavenReportException {
    Optional<String> published = parameters().siteUrl(text(siteUrl));
    Path here = reportDirectory.toPath();
    Path pages =
        Optional.ofNullable(outputDirectory).map(File::toPath).orElse(here.resolve(FOLDER));
    Settings settings =
        parameters()
            .tell(
                settings()
                    .outputDirectory(Optional.of(pages))
                    .templateDirectory(Optional.ofNullable(templateDirectory).map(File::toPath))
                    .siteUrl(published)
                    // A page does not fail the build, so no program is told by a file that it
                    // might.
                    .verdicts(Optional.of(Set.of())))
            .build();
    Report report = new Coord(this::say).report(settings, published.isEmpty());
    tell(report.result());
    String address =
        published
            .map(url -> url.endsWith("/") ? url : url + "/")
            .orElseGet(() -> relative(here, pages));
    new ReportPage(sink, address).write(report);
  }

  /** The address of a directory as seen from a page in another. */
  private static String relative(Path from, Path to) {
    StringJoiner address = new StringJoiner("/", "", "/");
    for (Path step :
        from.toAbsolutePath().normalize().relativize(to.toAbsolutePath().normalize())) {
      address.add(URLEncoder.encode(step.toString(), StandardCharsets.UTF_8).replace("+", "%20"));
    }
    return address.toString();
  }

  private void tell(Result result) throws MavenReportException {
    try {
      say(result);
    } catch (MojoExecutionException e) {
      throw new MavenReportException(e.getMessage(), e);
    }
    if (result.overall() == Overall.ERROR) {
      getLog().error(result.failure());
    }
    if (result.overall() != Overall.PASSED) {
      getLog().warn("mvn site goes on all the same; coord:check fails the build for this.");
    }
  }

  /** The newer name of this calls it, and older site plugins know no other. */
  @Override
  @SuppressWarnings("deprecation")
  public String getOutputName() {
    return "coord-report";
  }

  @Override
  public String getCategoryName() {
    return CATEGORY_PROJECT_REPORTS;
  }

  @Override
  public String getName(Locale locale) {
    return "Coordination";
  }

  @Override
  public String getDescription(Locale locale) {
    return "What the team planned beside what git and the reports prove.";
  }

  @Override
  public void setReportOutputDirectory(File directory) {
    reportDirectory = directory;
  }

  @Override
  public File getReportOutputDirectory() {
    return reportDirectory;
  }

  @Override
  public boolean isExternalReport() {
    return false;
  }
}
