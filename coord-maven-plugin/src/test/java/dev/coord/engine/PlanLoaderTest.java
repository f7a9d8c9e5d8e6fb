package dev.coord.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.diagnostic.Diagnostic;
import dev.coord.it.GitProject;
import dev.coord.plan.yaml.PlanReading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanLoaderTest {

  private static final String LINK =
      "%s: a plan file must be a regular file inside the repository, and this is a symbolic link."
          + " Replace the link by the file it leads to.";

  @TempDir Path directory;
  private GitProject project;

  @BeforeEach
  void repository() {
    project = GitProject.in(directory.resolve("shop"));
  }

  @Test
  void included_files_are_part_of_the_plan() {
    project
        .file("coord.yml", head("include: [plans/*.yml, more.yaml]\n"))
        .file("more.yaml", workstream("c"))
        .file("plans/b.yml", workstream("b"))
        .file("plans/a.yml", workstream("a"))
        .file("plans/readme.md", "not YAML: [");

    PlanReading reading = load();

    assertThat(reading.diagnostics()).isEmpty();
    assertThat(reading.plan().orElseThrow().files())
        .containsExactly("coord.yml", "plans/a.yml", "plans/b.yml", "more.yaml");
  }

  @Test
  void an_include_that_fits_nothing_is_a_mistake_at_its_place() {
    project.file("coord.yml", head("include: [plns/*.yml]\n"));

    assertThat(load().diagnostics())
        .extracting(Diagnostic::message)
        .containsExactly(
            "coord.yml:3:11: include names no file: plns/*.yml. Correct the pattern; it is relative"
                + " to the including file's directory.");
  }

  @Test
  void an_include_from_the_root_that_fits_nothing_is_quoted_as_it_is_written() {
    project.file("coord/a.yml", head("include: [/none.yml, more/none.yml]\n"));

    assertThat(messages())
        .containsExactly(
            "coord/a.yml:3:11: include names no file: /none.yml. Correct the pattern; it begins with"
                + " \"/\", so it is relative to the root of the repository.",
            "coord/a.yml:3:22: include names no file: more/none.yml. Correct the pattern; it is"
                + " relative to the including file's directory.");
  }

  @Test
  void what_an_include_that_fits_nothing_may_define_is_not_called_unknown() {
    project.file(
        "coord.yml",
        head("include: [none.yml]\nwaivers: [{gate: a, owner: b, until: 2026-01-31}]\n"));

    assertThat(messages())
        .containsExactly(
            "coord.yml:3:11: include names no file: none.yml. Correct the pattern; it is relative to"
                + " the including file's directory.",
            "coord.yml:4:11: a waiver needs \"reason\". Add for example 'reason: \"Rewritten soon.\"'.");
  }

  @Test
  void every_link_is_told_and_the_mistakes_of_the_other_files() throws IOException {
    project
        .file("real.yml", "coord: 1\nproject: {name: Shop}\nnever: read\n")
        .file("coord/a.yml", "coord: 1\nproject: {nam: A}\n")
        .file("coord/d.yml", "coord: 1\ngaets: []\nwaivers: [{gate: x}]\n");
    link("coord/b.yml");
    link("coord/c.yml");

    assertThat(messages())
        .containsExactly(
            "coord/a.yml:2:11: \"nam\" is not a key of \"project\". Perhaps \"name\" was meant.",
            LINK.formatted("coord/b.yml"),
            LINK.formatted("coord/c.yml"),
            "coord/d.yml:2:1: \"gaets\" is not a key of a plan. Perhaps \"gates\" was meant.",
            "coord/d.yml:3:11: a waiver needs \"owner\". Add for example 'owner: ana'.",
            "coord/d.yml:3:11: a waiver needs \"reason\". Add for example 'reason: \"Rewritten soon.\"'.",
            "coord/d.yml:3:11: a waiver needs \"until\". Add for example 'until: 2026-01-31'.");
  }

  @Test
  void what_a_link_may_define_is_not_missed() throws IOException {
    project
        .file("real.yml", "coord: 1\n")
        .file(
            "coord/b.yml",
            "coord: 1\ninclude: [none.yml]\nproject: {purpose: Tea}\npeople: [{id: ana}]\n"
                + "workstreams: [{id: a, owner: ben, branch: main, depends_on: [b]}]\n");
    link("coord/a.yml");

    assertThat(messages())
        .containsExactly(
            LINK.formatted("coord/a.yml"),
            "coord/b.yml:2:1: only the first file of a plan can include others, and that is"
                + " coord/a.yml. Move the patterns there.");
  }

  @Test
  void a_link_that_is_in_the_directory_and_included_is_told_once() throws IOException {
    project.file("real.yml", "coord: 1\n").file("coord/a.yml", head("include: [\"*.yml\"]\n"));
    link("coord/b.yml");

    assertThat(messages()).containsExactly(LINK.formatted("coord/b.yml"));
  }

  @Test
  void of_two_plans_the_mistakes_of_both_are_told() throws IOException {
    project
        .file("real.yml", "coord: 1\n")
        .file("coord.yml", "coord: 1\ninclude: [more.yml]\nproject: {nam: A}\n")
        .file("more.yml", "coord: 1\nmetrisc: []\n")
        .file("coord/a.yml", "coord: 1\ngaets: []\n")
        .file("coord/b.yml", "coord: 1\nactions: [{title: Sign, blocks: [one]}]\n");
    link("coord/c.yml");

    assertThat(messages())
        .containsExactly(
            "coord.yml: there are two plans, this file and coord/. Keep one of them: move this file's"
                + " content to coord/, or remove the directory.",
            "coord.yml:3:11: \"nam\" is not a key of \"project\". Perhaps \"name\" was meant.",
            "coord/a.yml:2:1: \"gaets\" is not a key of a plan. Perhaps \"gates\" was meant.",
            LINK.formatted("coord/c.yml"),
            "more.yml:2:1: \"metrisc\" is not a key of a plan. Perhaps \"metrics\" was meant.");
  }

  @Test
  void very_many_links_are_counted() throws IOException {
    project.file("real.yml", "coord: 1\n").file("coord/a.yml", head("gaets: []\n"));
    for (int i = 0; i < 250; i++) {
      link("coord/b" + i + ".yml");
    }

    assertThat(messages())
        .hasSize(201)
        .startsWith(
            "coord/a.yml:3:1: \"gaets\" is not a key of a plan. Perhaps \"gates\" was meant.")
        .endsWith(
            "coord/b52.yml: 51 more problems are not shown, in coord/b53.yml, coord/b54.yml,"
                + " coord/b55.yml, coord/b56.yml, coord/b57.yml, coord/b58.yml, coord/b59.yml,"
                + " coord/b6.yml, coord/b60.yml, coord/b61.yml and 41 more files. Mend the first"
                + " 200, then read the plan again.");
  }

  @Test
  void mistakes_of_includes_and_of_files_are_told_together() throws IOException {
    project
        .file("coord.yml", head("include: [plans/*.yml, none.yml]\ngaets: []\n"))
        .file("real.txt", workstream("a"));
    Files.createDirectories(project.path("plans"));
    Files.createSymbolicLink(project.path("plans/a.yml"), project.path("real.txt"));

    List<String> messages = load().diagnostics().stream().map(Diagnostic::message).toList();

    assertThat(messages).hasSize(3);
    assertThat(messages.get(0))
        .isEqualTo(
            "coord.yml:3:11: an included plan file must be a regular file inside the repository, and"
                + " plans/a.yml is a symbolic link. Replace the link by the file it leads to.");
    assertThat(messages.get(1)).startsWith("coord.yml:3:24: include names no file: none.yml.");
    assertThat(messages.get(2)).startsWith("coord.yml:4:1: ").contains("gaets", "gates");
    assertThat(load().plan()).isEmpty();
  }

  @Test
  void a_pipe_is_never_opened_wherever_it_stands() throws Exception {
    project
        .file("coord/a.yml", head("include: [/plans/*.yml]\n"))
        .file("plans/b.yml", "coord: 1\n");
    for (String pipe : List.of("coord/f.yml", "plans/f.yml")) {
      Path path = project.path(pipe);
      assertThat(new ProcessBuilder("mkfifo", path.toString()).start().waitFor()).isZero();
    }

    assertThat(messages())
        .containsExactly(
            "coord/a.yml:3:11: an included plan file must be a regular file inside the repository,"
                + " and plans/f.yml is none. Remove it, or replace it by a file.",
            "coord/f.yml: a plan file must be a regular file inside the repository, and this is none."
                + " Remove it, or replace it by a file.");
  }

  @Test
  void nested_repositories_and_git_itself_are_not_included() {
    project
        .file("coord.yml", head("include: [\"**/extra.yml\"]\n"))
        .file("extra.yml", workstream("a"))
        .file(".git/extra.yml", workstream("b"))
        .file("nested/.git", "gitdir: elsewhere\n")
        .file("nested/extra.yml", workstream("c"));

    assertThat(load().plan().orElseThrow().files()).containsExactly("coord.yml", "extra.yml");
  }

  private void link(String path) throws IOException {
    Files.createSymbolicLink(project.path(path), project.path("real.yml"));
  }

  private List<String> messages() {
    assertThat(load().plan()).isEmpty();
    return load().diagnostics().stream().map(Diagnostic::message).toList();
  }

  private PlanReading load() {
    PlanSource source = new WorkTreeSource(project.directory());
    return new PlanLoader(source).load(new PlanLocator(source).nearest(""));
  }

  private static String head(String more) {
    return "coord: 1\nproject: {name: Shop, integration_branch: main}\n" + more;
  }

  private static String workstream(String id) {
    return "coord: 1\nworkstreams:\n  - id: " + id + "\n    branch: feature/" + id + "\n";
  }
}
