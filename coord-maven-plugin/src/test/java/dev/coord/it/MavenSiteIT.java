package dev.coord.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code coord:report} in {@code mvn site}, with the skin Fluido. */
class MavenSiteIT {

  private static final String PAGE = "coord-report";

  @TempDir Path directory;

  static List<Maven> oldestOwnAndNewest() {
    return Stream.concat(Stream.of(Maven.own()), Maven.oldestAndNewest().stream()).toList();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("oldestOwnAndNewest")
  void the_root_of_a_reactor_has_one_page_that_leads_into_coords_own(Maven maven) {
    GitProject project = project();

    MavenResult result = MavenRun.in(project).by(maven).with("site").run().passes();

    result.judgesOnce();
    WrittenSite site = result.site("target/site");
    Document page = site.page(PAGE);
    assertThat(answer(page)).isEqualTo("Yes: checkout can be merged: all 3 gates pass.");
    assertThat(answer(page).replace("Yes:", "Yes"))
        .isEqualTo(new WrittenSite(directory.resolve("target/site/coord")).verdict("index"));
    assertThat(page.select("table tr").eachText())
        .startsWith("Gate Result Found")
        .contains("coverage.lines passed 90.0% ≥ 80% (9/10 lines)");
    assertThat(page.select("main a, #bodyColumn a").eachAttr("href"))
        .filteredOn(link -> link.startsWith("coord/"))
        .contains("coord/index.html", "coord/gates.html#gate-tests.failed")
        .allMatch(link -> site.has(link.replaceFirst("#.*", "")));
    assertThat(page.select("link[href*=fluido]")).isNotEmpty();
    assertThat(site.page("project-reports").select("a[href=coord-report.html]")).isNotEmpty();
    for (String module : Poms.MODULES) {
      WrittenSite other = result.site(module + "/target/site");
      assertThat(other.has("project-reports.html")).as(module).isFalse();
      assertThat(other.has(PAGE + ".html")).as(module).isFalse();
      assertThat(other.has("css/site.css")).as(module).isTrue();
    }
  }

  @Test
  void what_is_not_met_is_told_and_hostile_names_do_nothing() {
    GitProject project = project().checkout("main").branch("feature/<script>alert(1)");
    project.append(Team.CATALOG, "// mine\n").commit("Tidy <script>alert(2)</script> \u202e");

    MavenResult result = MavenRun.in(project).with("site").run().passes();

    result.says("FAIL ownership", "mvn site goes on all the same");
    Document page = result.site("target/site").page(PAGE);
    assertThat(answer(page))
        .startsWith("No: feature/<script>alert(1) cannot be merged")
        .contains("ownership");
    assertThat(page.select("table tr").eachText())
        .anyMatch(
            row ->
                row.startsWith(
                    "ownership failed 1 file of catalog changed by feature/<script>alert(1)"));
    assertThat(page.select("script").eachText()).noneMatch(text -> text.contains("alert("));
    assertThat(page.html()).doesNotContain("\u202e");
  }

  @Test
  void a_plan_that_cannot_be_used_replaces_the_green_page_of_an_earlier_run() {
    GitProject project = project();
    MavenRun.in(project).with("site").run().passes();
    project.append("coord.yml", "gaets: []\n");

    MavenResult result =
        MavenRun.in(project)
            .with("site", "-Dcoord.outputDirectory=target/site/our plan")
            .run()
            .passes();

    assertThat(result.lines("ERROR"))
        .anyMatch(line -> line.startsWith("The plan cannot be used: 1 mistake, coord.yml:23:1: "));
    WrittenSite site = result.site("target/site");
    Document page = site.page(PAGE);
    assertThat(answer(page)).isEqualTo("Nothing could be judged: 1 mistake must be mended first.");
    assertThat(page.body().text()).contains("coord.yml:23:1: ").doesNotContain("passed");
    assertThat(page.select("a[href=our%20plan/index.html]").eachText())
        .containsExactly("coord could not judge");
    assertThat(site.has("our plan/index.html")).isTrue();
  }

  @Test
  void within_the_build_the_reports_of_modules_are_to_come_and_after_it_they_are_judged() {
    GitProject project = RealProject.in(directory, "");
    project.file("src/site/site.xml", SITE);
    project.edit("pom.xml", "</build>", "</build>\n" + REPORTING.formatted(MavenRun.VERSION));
    project.edit("pom.xml", "<pluginManagement>\n      <plugins>", MANAGED).commit("Add a site");

    MavenResult together = MavenRun.in(project).with("verify", "site").run().passes();
    assertThat(answer(together.site("target/site").page(PAGE))).startsWith("Unknown: ");
    assertThat(together.site("target/site").page(PAGE).text())
        .contains("this build makes the site before it builds plus, minus");

    MavenResult afterwards = MavenRun.in(project).with("site").run().passes();
    assertThat(answer(afterwards.site("target/site").page(PAGE)))
        .isEqualTo("Yes: main is sound: all 3 gates pass.");
  }

  @Test
  void a_single_module_is_judged_by_the_reports_of_the_build_that_makes_the_site() {
    GitProject project = RealProject.in(directory, "");
    project.file("src/site/site.xml", SITE);
    project.edit("pom.xml", "</build>", "</build>\n" + REPORTING.formatted(MavenRun.VERSION));
    project.edit("pom.xml", "<pluginManagement>\n      <plugins>", MANAGED);
    project.edit("pom.xml", "<packaging>pom</packaging>", "");
    project.edit(
        "pom.xml",
        "  <modules>\n    <module>plus</module>\n    <module>minus</module>\n  </modules>\n",
        "");
    for (String module : Poms.MODULES) {
      project.delete(module + "/pom.xml");
    }
    project.git("mv", "plus/src/main", "src/main");
    project.git("mv", "plus/src/test", "src/test");
    project.git("mv", "minus/src/main/java/sums/Minus.java", "src/main/java/sums/Minus.java");
    project.git(
        "mv", "minus/src/test/java/sums/MinusTest.java", "src/test/java/sums/MinusTest.java");
    project.commit("One module is enough");

    MavenResult together = MavenRun.in(project).with("verify", "site").run().passes();

    assertThat(answer(together.site("target/site").page(PAGE)))
        .isEqualTo("Yes: main is sound: all 3 gates pass.");
  }

  private static String answer(Document page) {
    Element answer = page.select("section p b").first();
    assertThat(answer).as(page.body().text()).isNotNull();
    return answer.text();
  }

  /** The shop of the team, as a reactor whose modules inherit the report. */
  private GitProject project() {
    GitProject project = Team.files(GitProject.in(directory));
    project.file("pom.xml", pom()).file("src/site/site.xml", SITE);
    for (String module : Poms.MODULES) {
      project.file(
          module + "/pom.xml", Poms.module("shop", module, "  <packaging>pom</packaging>\n"));
    }
    project.commit("Open the shop");
    project.branch("feature/checkout");
    project.append(Team.CHECKOUT, "// totals\n").commit("Add up the basket");
    return project;
  }

  private static final String SITE =
      """
      <site xmlns="http://maven.apache.org/SITE/2.0.0" name="Shop">
        <skin>
          <groupId>org.apache.maven.skins</groupId>
          <artifactId>maven-fluido-skin</artifactId>
          <version>2.1.0</version>
        </skin>
        <body>
          <menu ref="reports"/>
        </body>
      </site>
      """;

  private static final String REPORTING =
      """
      <reporting>
        <excludeDefaults>true</excludeDefaults>
        <plugins>
          <plugin>
            <groupId>dev.coord</groupId>
            <artifactId>coord-maven-plugin</artifactId>
            <version>%s</version>
            <reportSets><reportSet><reports><report>report</report></reports></reportSet></reportSets>
          </plugin>
        </plugins>
      </reporting>
      """;

  private static final String MANAGED =
      """
      <pluginManagement>
        <plugins>
          <plugin>
            <artifactId>maven-site-plugin</artifactId>
            <version>3.22.0</version>
          </plugin>
      """;

  private static String pom() {
    return Poms.parent(
        "shop",
        """
          <properties>
            <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
          </properties>
          <build>
            <plugins>
              <plugin>
                <artifactId>maven-site-plugin</artifactId>
                <version>3.22.0</version>
              </plugin>
            </plugins>
          </build>
          %s
        """
            .formatted(REPORTING.formatted(MavenRun.VERSION)));
  }
}
