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

  @TempDir Path directory;
  private GitProject project;

  @BeforeEach
  void repository() {
    project = GitProject.in(directory.resolve("shop"));
  }

  @Test
  void included_files_are_part_of_the_plan() {
    project
        .file("coord.yml", head("include: [plans/*.yml]\n"))
        .file("plans/b.yml", workstream("b"))
        .file("plans/a.yml", workstream("a"))
        .file("plans/readme.md", "not YAML: [");

    PlanReading reading = load();

    assertThat(reading.diagnostics()).isEmpty();
    assertThat(reading.plan().orElseThrow().files())
        .containsExactly("coord.yml", "plans/a.yml", "plans/b.yml");
  }

  @Test
  void an_include_that_fits_nothing_is_a_mistake_at_its_place() {
    project.file("coord.yml", head("include: [plns/*.yml]\n"));

    assertThat(load().diagnostics())
        .extracting(Diagnostic::message)
        .containsExactly(
            "coord.yml:3:11: include names no file: plns/*.yml. Correct the pattern; it is relative"
                + " to the repository's root.");
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
  void nested_repositories_and_git_itself_are_not_included() {
    project
        .file("coord.yml", head("include: [\"**/extra.yml\"]\n"))
        .file("extra.yml", workstream("a"))
        .file(".git/extra.yml", workstream("b"))
        .file("nested/.git", "gitdir: elsewhere\n")
        .file("nested/extra.yml", workstream("c"));

    assertThat(load().plan().orElseThrow().files()).containsExactly("coord.yml", "extra.yml");
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
