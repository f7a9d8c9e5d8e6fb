package dev.coord.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coord.it.Team;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution.Source;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.project.MavenProject;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** The page of {@code mvn site}. */
class ReportMojoTest extends MojoHarness {

  private static final String GOES_ON =
      "WARN mvn site goes on all the same; coord:check fails the build for this.";

  private final RecordingSink page = new RecordingSink();

  ReportMojoTest() {
    super(Sessions.execution("report", "default-report", Source.LIFECYCLE));
  }

  @Override
  MavenSession begin(MavenProject top) {
    MavenProject module = Sessions.withPom(Sessions.project("cart"), directory.resolve("cart"));
    return Sessions.in(directory, List.of(top, module));
  }

  @Test
  @InjectMojo(goal = "report")
  void the_page_begins_as_the_dashboard_and_leads_to_rows_and_pages_that_are_there(ReportMojo mojo)
      throws Exception {
    write(mojo);

    assertThat(page.texts().get(2)).isEqualTo("Yes: checkout can be merged: all 3 gates pass.");
    assertThat(page.texts())
        .containsSubsequence("coverage.lines", "passed", "90.0% ≥ 80% (9/10 lines)")
        .containsSubsequence("All pages", "Dashboard", "Workstreams", "Claims");
    assertThat(page.links()).hasSizeGreaterThan(10).allSatisfy(this::leadsSomewhere);
    assertThat(log.lines()).singleElement().asString().contains("PASS 3 gates");
  }

  @Test
  @InjectMojo(goal = "report")
  void a_gate_that_does_not_hold_is_told_and_mvn_site_goes_on(ReportMojo mojo) throws Exception {
    Team.coverage(project, 1, 1);

    write(mojo);

    assertThat(page.texts().get(2)).startsWith("No: checkout cannot be merged");
    assertThat(page.texts()).containsSubsequence("coverage.lines", "failed");
    assertThat(log.lines())
        .anyMatch(line -> line.startsWith("ERROR FAIL    coverage.lines"))
        .endsWith(GOES_ON);
  }

  @Test
  @InjectMojo(goal = "report")
  void a_gate_that_cannot_be_told_is_unknown_with_its_remedy(ReportMojo mojo) throws Exception {
    project.delete(Team.COVERAGE);

    write(mojo);

    assertThat(page.texts().get(2)).startsWith("Unknown: whether checkout can be");
    assertThat(page.texts()).containsSubsequence("coverage.lines", "unknown");
    assertThat(page.texts()).anyMatch(text -> text.contains("Run the tests with coverage first"));
  }

  @Test
  @InjectMojo(goal = "report")
  @MojoParameter(name = "missingData", value = "warn")
  void missing_data_is_taken_as_the_user_says(ReportMojo mojo) throws Exception {
    project.delete(Team.COVERAGE);

    write(mojo);

    assertThat(page.texts().get(2)).startsWith("Yes: checkout can be merged: 2 of 3");
  }

  @Test
  @InjectMojo(goal = "report")
  void a_plan_that_cannot_be_used_leaves_a_page_that_names_the_mistake(ReportMojo mojo)
      throws Exception {
    project.append("coord.yml", "gaets: []\n");

    write(mojo);

    assertThat(page.texts())
        .startsWith(
            "Coordination",
            "Coordination",
            "Nothing could be judged: 1 mistake must be mended first.")
        .doesNotContain("Gates", "passed");
    assertThat(page.texts().get(3))
        .startsWith("The plan cannot be used: 1 mistake, coord.yml:23:1: ");
    assertThat(page.links()).containsExactly("coord/index.html").allSatisfy(this::leadsSomewhere);
    assertThat(log.lines())
        .anyMatch(line -> line.startsWith("ERROR The plan cannot be used: 1 mistake"))
        .endsWith(GOES_ON);
  }

  @Test
  @InjectMojo(goal = "report")
  void where_coords_pages_cannot_be_written_the_page_says_so_and_links_to_nothing(ReportMojo mojo)
      throws Exception {
    Files.createDirectories(directory.resolve("out/site"));
    Files.createSymbolicLink(
        directory.resolve("out/site/coord"), Files.createDirectory(directory.resolve("else")));

    write(mojo);

    assertThat(page.texts())
        .containsExactly(
            "Coordination",
            "Coordination",
            "The site was not written: out/site/coord is a symbolic link. Remove it, or name"
                + " another directory with -Dcoord.outputDirectory.");
    assertThat(page.links()).isEmpty();
    assertThat(directory.resolve("else")).isEmptyDirectory();
  }

  @Test
  @InjectMojo(goal = "report")
  @MojoParameter(name = "siteUrl", value = "https://shop.example/plan")
  void links_lead_to_the_published_pages_and_none_are_written(ReportMojo mojo) throws Exception {
    write(mojo);

    assertThat(page.links())
        .contains("https://shop.example/plan/index.html")
        .allMatch(link -> link.startsWith("https://shop.example/plan/"));
    assertThat(directory.resolve("out")).doesNotExist();
  }

  @Test
  @InjectMojo(goal = "report")
  @MojoParameter(name = "siteUrl", value = "javascript:alert(1)")
  void an_address_that_is_none_is_a_mistake_and_no_link(ReportMojo mojo) throws Exception {
    write(mojo);

    assertThat(page.texts().get(3))
        .startsWith(
            "Nothing can be judged: 1 mistake, -Dcoord.siteUrl: \"javascript:alert(1)\" is no web"
                + " address.");
    assertThat(page.links()).containsExactly("coord/index.html");
  }

  @Test
  @InjectMojo(goal = "report")
  void texts_of_strangers_reach_the_page_as_text_alone(ReportMojo mojo) throws Exception {
    project.checkout("main");
    project.branch("feature/<script>alert(1)");
    project.append(Team.CATALOG, "// mine\n").commit("Tidy \u202e");

    write(mojo);

    assertThat(page.texts()).anyMatch(text -> text.contains("feature/<script>alert(1)"));
    assertThat(page.calls())
        .filteredOn(call -> call.contains("<") || call.contains("javascript:"))
        .isNotEmpty()
        .allMatch(call -> call.startsWith("text "));
    assertThat(page.calls()).noneMatch(call -> call.startsWith("rawText"));
  }

  @Test
  @InjectMojo(goal = "report")
  void only_the_root_has_the_page(ReportMojo mojo) {
    assertThat(mojo.canGenerateReport()).isTrue();

    session.setCurrentProject(session.getProjects().get(1));

    assertThat(mojo.canGenerateReport()).isFalse();
  }

  @Test
  @InjectMojo(goal = "report")
  @MojoParameter(name = "skip", value = "true")
  void skipped_there_is_no_page(ReportMojo mojo) {
    assertThat(mojo.canGenerateReport()).isFalse();
  }

  @Test
  @InjectMojo(goal = "report")
  void started_by_itself_it_says_how_it_is_used(ReportMojo mojo) {
    assertThatThrownBy(mojo::execute)
        .isInstanceOf(MojoExecutionException.class)
        .hasMessage(
            "coord:report is a page of mvn site. List the plugin under <reporting>, and run mvn"
                + " site.");
  }

  private void write(ReportMojo mojo) throws Exception {
    mojo.setReportOutputDirectory(directory.resolve("out/site").toFile());
    mojo.generate(page.sink(), Locale.ROOT);
  }

  /** A link from the page is to a file that is there, and to an element in it. */
  private void leadsSomewhere(String link) throws Exception {
    String[] parts = link.split("#");
    Path file = directory.resolve("out/site").resolve(parts[0]);
    assertThat(file).exists();
    if (parts.length > 1) {
      Document document = Jsoup.parse(Files.readString(file));
      assertThat(document.getElementById(parts[1])).as(link).isNotNull();
    }
  }
}
