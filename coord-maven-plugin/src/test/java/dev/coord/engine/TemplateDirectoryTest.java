package dev.coord.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.assess.Overall;
import dev.coord.it.GitProject;
import dev.coord.it.Team;
import dev.coord.publish.ConsoleLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemplateDirectoryTest {

  /** What a page has at least. */
  private static final String PAGE =
      "<#import 'blocks.ftlh' as blocks><main><h1>${page.title}</h1>${page.verdict}"
          + "<@blocks.all page.blocks/></main>";

  @TempDir Path directory;
  @TempDir Path elsewhere;
  private GitProject project;

  @BeforeEach
  void repository() {
    project = Team.checkout(directory);
  }

  @Test
  void files_of_the_directory_stand_in_for_templates_and_add_to_the_style() {
    project.file("site/page.ftlh", "<title>${page.title} here</title>\n" + PAGE);
    project.file("site/custom.css", "h1 { color: teal; }\n");
    project.file("site/.gitignore", "*.bak\n");

    assertThat(run("site").overall()).isEqualTo(Overall.PASSED);
    assertThat(project.path("target/coord/gates.html"))
        .content()
        .startsWith("<title>Gates here</title>\n<main>");
    assertThat(project.path("target/coord/assets/coord.css"))
        .content()
        .endsWith("\n/* custom.css */\nh1 { color: teal; }\n");
  }

  @Test
  void a_template_that_does_not_fit_fails_the_build_and_leaves_no_green_page() throws IOException {
    run("site-that-is-not-there");
    project.file("site/page.ftlh", "<p>\n  ${page.titel}\n");

    Result result = run("site");

    assertThat(result.overall()).isEqualTo(Overall.ERROR);
    assertThat(result.failure())
        .isEqualTo(
            "Nothing can be judged: 1 mistake, site/page.ftlh:2:5: there is no page.titel. Correct"
                + " it: MODEL.md of coord-site-templates says what a template is given. Then run mvn"
                + " verify coord:site, see target/coord/index.html.");
    assertThat(Jsoup.parse(project.path("target/coord/index.html").toFile()).text())
        .contains("Nothing was judged", "site/page.ftlh:2:5");
    assertThat(project.path("target/coord/status.json"))
        .content()
        .contains("\"result\": \"error\"");
  }

  @Test
  void unknown_names_syntax_and_the_plan_are_told_together() {
    project.file("site/page.html", "x");
    project.file("site/line.ftlh", "<#if x>");
    project.append("coord.yml", "gaets: []\n");

    assertThat(lines(run("site")))
        .contains(
            "site/line.ftlh:1:7: unexpected end of file reached, you have an unclosed #if. Correct"
                + " it, or delete the file to have coord's own template.",
            "site/page.html: coord has no template of this name. Rename or remove it; there are"
                + " blocks.ftlh, blocks.md.ftl, cell.ftlh, cell.md.ftl, custom.css, inlines.ftlh,"
                + " inlines.md.ftl, line.ftlh, line.md.ftl, navigation.ftlh, navigation.md.ftl,"
                + " page.ftlh, page.md.ftl.")
        .anyMatch(line -> line.startsWith("coord.yml:23:1: "));
  }

  @Test
  void links_are_not_followed_be_it_a_file_or_the_directory() throws IOException {
    Files.writeString(elsewhere.resolve("page.ftlh"), "secret");
    Files.createDirectory(directory.resolve("site"));
    Files.createSymbolicLink(directory.resolve("site/page.ftlh"), elsewhere.resolve("page.ftlh"));
    Files.createSymbolicLink(directory.resolve("linked"), elsewhere);

    assertThat(lines(run("site")))
        .contains("site/page.ftlh: it is a symbolic link. Put the file itself in its place.");
    assertThat(lines(run("linked")))
        .contains(
            "-Dcoord.templateDirectory: linked is a symbolic link, or lies below one. Put the"
                + " directory in its place.");
  }

  @Test
  void a_directory_that_is_not_there_is_not_ignored() {
    assertThat(lines(run("nowhere")))
        .contains(
            "-Dcoord.templateDirectory: nowhere does not exist. Name a directory that holds"
                + " blocks.ftlh, blocks.md.ftl, cell.ftlh, cell.md.ftl, custom.css, inlines.ftlh,"
                + " inlines.md.ftl, line.ftlh, line.md.ftl, navigation.ftlh, navigation.md.ftl,"
                + " page.ftlh, page.md.ftl, or some of them.");
    assertThat(lines(run("coord.yml")))
        .anyMatch(
            line -> line.startsWith("-Dcoord.templateDirectory: coord.yml is no directory. "));
  }

  @Test
  void files_that_are_too_large_or_in_another_encoding_are_refused() throws IOException {
    project.file("site/page.ftlh", "a".repeat(TemplateDirectory.MAX_BYTES + 1));
    Files.write(directory.resolve("site/custom.css"), new byte[] {(byte) 0xFC});
    Files.createDirectory(directory.resolve("site/line.ftlh"));

    assertThat(lines(run("site")))
        .contains(
            "site/page.ftlh: it has more than 256 KiB. Make it smaller.",
            "site/custom.css: it is not in UTF-8. Save it in UTF-8.",
            "site/line.ftlh: it is no file. Put a file in its place.");
  }

  @Test
  void a_directory_that_is_something_else_altogether_is_told_in_a_few_lines() {
    for (int i = 0; i < 50; i++) {
      project.file("site/page-" + i + ".html", "x");
    }

    assertThat(lines(run("site")).stream().filter(line -> line.contains("no template")))
        .hasSize(20);
  }

  @Test
  void a_directory_outside_of_the_repository_is_the_users_own_choice() throws IOException {
    Files.writeString(elsewhere.resolve("page.ftlh"), "<b>${page.title}</b>" + PAGE);

    assertThat(run(elsewhere.toString()).overall()).isEqualTo(Overall.PASSED);
    assertThat(project.path("target/coord/gates.html")).content().startsWith("<b>Gates</b><main>");
  }

  private Result run(String templates) {
    return new Coord()
        .site(Settings.in(directory).templateDirectory(Optional.of(Path.of(templates))).build());
  }

  private static List<String> lines(Result result) {
    assertThat(result.overall()).isEqualTo(Overall.ERROR);
    return result.console().stream().map(ConsoleLine::text).toList();
  }
}
