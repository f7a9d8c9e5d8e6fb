package dev.coord.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.diagnostic.Diagnostic;
import dev.coord.evidence.git.GitRepository;
import dev.coord.it.GitProject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanLocatorTest {

  @TempDir Path directory;
  private GitProject project;

  @BeforeEach
  void repository() {
    project = GitProject.in(directory.resolve("shop"));
  }

  @Test
  void the_nearest_plan_on_the_way_up_is_taken() {
    project.file("coord.yml", "").file("backend/coord.yml", "").file("backend/src/x.txt", "");

    assertThat(locator().nearest("backend/src").files()).containsExactly("backend/coord.yml");
    assertThat(locator().nearest("frontend").files()).containsExactly("coord.yml");
    assertThat(locator().nearest("").files()).containsExactly("coord.yml");
  }

  @Test
  void a_directory_gives_its_yml_files_in_alphabetic_order_and_no_others() {
    project
        .file("coord/b.yml", "")
        .file("coord/a.yml", "")
        .file("coord/notes.md", "")
        .file("coord/old/c.yml", "");

    assertThat(locator().nearest("").files()).containsExactly("coord/a.yml", "coord/b.yml");
  }

  @Test
  void a_directory_called_coord_without_plan_files_is_no_plan() {
    project.file("coord/Main.java", "").file("coord.yml", "");

    assertThat(locator().nearest("").files()).containsExactly("coord.yml");
  }

  @Test
  void two_plans_in_one_place_are_refused() {
    project.file("coord.yml", "").file("coord/a.yml", "");

    PlanLocator.Found found = locator().nearest("");

    assertThat(found.plans())
        .extracting(PlanLocator.Files::regular)
        .containsExactly(List.of("coord.yml"), List.of("coord/a.yml"));
    assertThat(problem(found))
        .isEqualTo(
            "coord.yml: there are two plans, this file and coord/. Keep one of them: move this"
                + " file's content to coord/, or remove the directory.");
  }

  @Test
  void a_file_that_nearly_has_the_name_of_a_plan_is_named() {
    project.file("coord.yaml", "");

    PlanLocator.Found found = locator().nearest("src");

    assertThat(problem(found))
        .contains("here or above; coord.yaml is not read.")
        .endsWith(", or rename that file.");
    assertThat(PlanLocator.isMissing(found)).isTrue();
  }

  @Test
  void no_plan_says_how_to_start() {
    PlanLocator.Found found = locator().nearest("src");

    assertThat(problem(found))
        .startsWith(
            "coord.yml: there is no plan, neither coord.yml nor coord/*.yml, here or above. Begin"
                + " with a file coord.yml at the repository's root: ");
    assertThat(PlanLocator.isMissing(found)).isTrue();
  }

  @Test
  void a_link_is_refused_wherever_it_stands() throws IOException {
    project.file("real.yml", "coord: 1\n").file("coord/a.yml", "");
    Files.createSymbolicLink(project.path("coord/b.yml"), project.path("real.yml"));

    PlanLocator.Found found = locator().nearest("");

    assertThat(problem(found))
        .isEqualTo(
            "coord/b.yml: a plan file must be a regular file inside the repository, and this is a"
                + " symbolic link. Replace the link by the file it leads to.");
    assertThat(found.files()).containsExactly("coord/a.yml");
    assertThat(PlanLocator.isMissing(found)).isFalse();
    assertThat(problem(locator().given("coord"))).startsWith("coord/b.yml: a plan file must be");
    assertThat(problem(locator().given("coord/b.yml"))).startsWith("coord/b.yml: a plan file");
  }

  @Test
  void a_pipe_is_refused_for_what_it_is() throws Exception {
    project.file("coord/a.yml", "");
    pipe("coord/f.yml");
    pipe("coord.yml");

    assertThat(problem(locator().given("coord")))
        .isEqualTo(
            "coord/f.yml: a plan file must be a regular file inside the repository, and this is none."
                + " Remove it, or replace it by a file.");
    assertThat(locator().given("coord").files()).containsExactly("coord/a.yml");
    assertThat(problem(locator().given("coord.yml"))).startsWith("coord.yml: a plan file must be");
    assertThat(locator().nearest("").problems())
        .extracting(Diagnostic::problem)
        .startsWith("there are two plans, this file and coord/");
  }

  private void pipe(String path) throws IOException, InterruptedException {
    assertThat(new ProcessBuilder("mkfifo", project.path(path).toString()).start().waitFor())
        .isZero();
  }

  @Test
  void a_directory_of_plans_that_is_a_link_is_refused() throws IOException {
    project.file("elsewhere/a.yml", "coord: 1\n");
    Files.createSymbolicLink(project.path("coord"), project.path("elsewhere"));

    assertThat(problem(locator().nearest("")))
        .isEqualTo(
            "coord: a plan must lie inside the repository, and this directory is a symbolic link."
                + " Replace the link by the directory it leads to.");
    assertThat(problem(locator().given("coord/a.yml"))).startsWith("coord/a.yml: a plan file must");
  }

  @Test
  void a_plan_above_counts_where_a_link_stands_in_the_way() throws IOException {
    project.file("coord.yml", "coord: 1\n").file("src/elsewhere/a.yml", "coord: 1\n");
    Files.createSymbolicLink(project.path("src/coord"), project.path("src/elsewhere"));

    assertThat(locator().nearest("src").files()).containsExactly("coord.yml");
  }

  @Test
  void a_given_path_may_be_a_file_or_a_directory() {
    project.file("plans/a.yml", "").file("plans/b.yml", "").file("empty/x.txt", "");

    assertThat(locator().given("plans/b.yml").files()).containsExactly("plans/b.yml");
    assertThat(locator().given("plans").files()).containsExactly("plans/a.yml", "plans/b.yml");
    assertThat(problem(locator().given("empty")))
        .startsWith("empty: this directory holds no *.yml file. Begin with a file coord.yml");
    assertThat(problem(locator().given("nowhere.yml")))
        .isEqualTo(
            "nowhere.yml: there is no such plan. Correct -Dcoord.plan, or leave it out to take the"
                + " nearest coord.yml or coord/*.yml.");
  }

  @Test
  void a_commit_is_searched_like_a_working_tree() {
    project.file("coord/b.yml", "").file("coord/a.yml", "").file("src/x.txt", "");
    String commit = project.commit("Plan");
    project.delete("coord/a.yml").delete("coord/b.yml");

    try (GitRepository git = GitRepository.open(project.directory()).optional().orElseThrow()) {
      PlanLocator locator = new PlanLocator(new CommitSource(git, commit));

      assertThat(locator.nearest("src").files()).containsExactly("coord/a.yml", "coord/b.yml");
      assertThat(locator.given("coord/a.yml").files()).containsExactly("coord/a.yml");
      assertThat(PlanLocator.isMissing(locator.nearest(""))).isFalse();
    }
  }

  @Test
  void a_link_in_a_commit_is_refused_as_in_the_working_tree() throws IOException {
    project.file("real.yml", "coord: 1\n");
    Files.createSymbolicLink(project.path("coord.yml"), Path.of("real.yml"));
    String commit = project.commit("Link");

    try (GitRepository git = GitRepository.open(project.directory()).optional().orElseThrow()) {
      PlanLocator locator = new PlanLocator(new CommitSource(git, commit));

      assertThat(PlanLocator.isMissing(locator.nearest(""))).isFalse();
      assertThat(problem(locator.nearest("")))
          .startsWith("coord.yml: a plan file must be a regular file inside the repository");
    }
  }

  private PlanLocator locator() {
    return new PlanLocator(new WorkTreeSource(project.directory()));
  }

  @Test
  void a_link_outside_the_repository_is_named_by_its_way_from_there() throws IOException {
    project.file("real.yml", "coord: 1\n");
    Files.createSymbolicLink(project.path("team.yml"), project.path("real.yml"));

    assertThat(
            problem(
                new PlanLocator(new WorkTreeSource(project.directory(), "../shop/"))
                    .given("team.yml")))
        .startsWith("../shop/team.yml: a plan file must be a regular file");
  }

  private static String problem(PlanLocator.Found found) {
    assertThat(found.problems()).hasSize(1);
    Diagnostic problem = found.problems().get(0);
    assertThat(problem.isError()).isTrue();
    return problem.message();
  }

  @Test
  void a_plan_in_another_repository_is_refused() {
    project.file("coord/a.yml", "coord: 1\n").file("coord/.git", "gitdir: ../.git/modules/coord\n");

    assertThat(problem(locator().nearest("")))
        .isEqualTo(
            "coord: a plan must lie inside the repository, and this directory is another repository."
                + " Commit its files to this one, in the place of the submodule.");
    assertThat(problem(locator().given("coord/a.yml")))
        .isEqualTo(
            "coord/a.yml: a plan file must be a regular file inside the repository, and this is in"
                + " another one. Commit the file to this one, in the place of the submodule.");
  }
}
