package dev.coord.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.assess.Case.BaseProblem;
import dev.coord.assess.Finding;
import dev.coord.diagnostic.Diagnostic;
import dev.coord.it.GitProject;
import dev.coord.it.Team;
import dev.coord.plan.Gate;
import dev.coord.plan.Plan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulebooksTest {

  @TempDir Path directory;

  @Test
  void a_branch_is_judged_by_the_plan_of_its_base_as_it_is_today() {
    GitProject project = Team.checkout(directory.resolve("shop"));
    project.edit("coord.yml", "  - tests: {failed: \"= 0\"}\n", "").commit("Drop a gate");
    project.checkout("main").edit("coord.yml", "ownership: {}", "ownership: {}\n    id: mine");
    String main = project.commit("Name a gate");
    project.checkout("feature/checkout");

    Rulebook rulebook = read(project, settings(project).build());

    assertThat(rulebook.commit()).contains(main);
    assertThat(rulebook.plan().gates())
        .extracting(Gate::id)
        .containsExactly("coverage", "tests", "mine");
    assertThat(rulebook.baseProblem()).isEmpty();
  }

  @Test
  void the_integration_branch_is_its_own_rulebook() {
    GitProject project = Team.project(directory.resolve("shop"));
    project.edit("coord.yml", "  - tests: {failed: \"= 0\"}\n", "");

    Rulebook rulebook = read(project, settings(project).build());

    assertThat(rulebook.commit()).isEmpty();
    assertThat(rulebook.plan().gates()).hasSize(2);
  }

  @Test
  void a_plan_outside_the_repository_is_nobodys_to_change() {
    GitProject project = Team.checkout(directory.resolve("shop"));
    GitProject outside = GitProject.without(directory.resolve("plans"));
    outside.file("shop.yml", Team.PLAN.replace(">= 80%", ">= 70%"));

    Rulebook rulebook =
        read(project, settings(project).plan(Optional.of(outside.path("shop.yml"))).build());

    assertThat(rulebook.commit()).isEmpty();
    assertThat(rulebook.plan().files()).containsExactly("../plans/shop.yml");
  }

  @Test
  void a_given_plan_is_looked_for_in_the_base_too() {
    GitProject project = Team.project(directory.resolve("shop"));
    project.file("plans/a.yml", Team.PLAN).commit("Another plan");
    project.branch("feature/checkout").edit("plans/a.yml", ">= 80%", ">= 1%").commit("Weaken it");

    Rulebook rulebook =
        read(project, settings(project).plan(Optional.of(Path.of("plans/a.yml"))).build());

    assertThat(rulebook.plan().gates().get(0).rule().toString()).contains("80");
    assertThat(rulebook.plan().files()).containsExactly("plans/a.yml");
  }

  @Test
  void a_base_that_is_not_there_proves_nothing_and_lists_what_was_tried() {
    GitProject project = Team.checkout(directory.resolve("shop"));
    project.git("branch", "-D", "main");

    Rulebook rulebook = read(project, settings(project).build());

    BaseProblem problem = rulebook.baseProblem().orElseThrow();
    assertThat(problem.base()).isEqualTo("main");
    assertThat(problem.reason()).startsWith("the base main was not found (tried refs/heads/main, ");
    assertThat(problem.remedy())
        .isEqualTo(
            "Fetch it (git fetch origin +refs/heads/main:refs/remotes/origin/main), correct"
                + " project.integration_branch, or name another with -Dcoord.base.");
    assertThat(rulebook.commit()).isEmpty();
  }

  @Test
  void a_target_that_the_service_names_and_that_is_not_there_is_no_option_to_correct() {
    GitProject project = Team.checkout(directory.resolve("shop"));
    project.git("branch", "-D", "main");

    Rulebook rulebook =
        read(
            project,
            settings(project)
                .environment(
                    Map.of(
                        "GITLAB_CI", "true",
                        "CI_MERGE_REQUEST_SOURCE_BRANCH_NAME", "feature/checkout",
                        "CI_MERGE_REQUEST_TARGET_BRANCH_NAME", "main"))
                .build());

    assertThat(rulebook.baseProblem().orElseThrow().remedy())
        .isEqualTo("Fetch it (git fetch origin +refs/heads/main:refs/remotes/origin/main).");
  }

  @Test
  void a_shallow_clone_without_the_base_says_so() {
    GitProject origin = Team.checkout(directory.resolve("origin"));
    Path place = directory.resolve("clone");
    origin.git(
        "clone",
        "-q",
        "--depth",
        "1",
        "-b",
        "feature/checkout",
        origin.directory().toUri().toString(),
        place.toString());
    GitProject clone = origin.at(place);

    BaseProblem problem = read(clone, settings(clone).build()).baseProblem().orElseThrow();

    assertThat(problem.reason()).isEqualTo("the clone is shallow and has no main to compare with");
    assertThat(problem.remedy()).contains("fetch-depth: 0");
  }

  @Test
  void the_first_plan_judges_itself_and_says_so() {
    GitProject project = GitProject.in(directory.resolve("shop")).file("README.md", "# Shop\n");
    project.commit("Begin");
    project.branch("feature/checkout").file("coord.yml", Team.PLAN).commit("Plan");

    Rulebook rulebook = read(project, settings(project).build());

    assertThat(rulebook.findings())
        .extracting(Finding::text)
        .containsExactly("main has no plan yet, so this branch is judged by its own");
    assertThat(rulebook.plan().gates()).hasSize(3);
  }

  @Test
  void a_pom_that_names_a_plan_of_the_branch_alone_is_judged_by_the_bases_nearest_one() {
    GitProject project = Team.checkout(directory.resolve("shop"));
    String main = project.git("rev-parse", "main");
    project.file("own/plan.yml", Team.PLAN.replace(">= 80%", ">= 1%")).commit("Another plan");
    project.file("target/plan.yml", Team.PLAN.replace(">= 80%", ">= 1%"));

    for (String plan : List.of("own/plan.yml", "own", "target/plan.yml")) {
      Rulebook rulebook = read(project, settings(project).plan(Optional.of(Path.of(plan))).build());

      assertThat(rulebook.commit()).contains(main);
      assertThat(rulebook.plan().files()).containsExactly("coord.yml");
      assertThat(rulebook.plan().gates().get(0).rule().toString()).contains("80");
    }
  }

  @Test
  void a_plan_that_is_a_link_on_the_base_cannot_judge() throws IOException {
    GitProject project = Team.project(directory.resolve("shop"));
    project.git("mv", "coord.yml", "real.yml");
    Files.createSymbolicLink(project.path("coord.yml"), Path.of("real.yml"));
    project.commit("Link");
    project.branch("feature/checkout").delete("coord.yml");
    project.file("coord.yml", Team.PLAN).commit("Mine");

    assertThat(read(project, settings(project).build()).problems().get(0).problem())
        .startsWith("on main, whose gates judge this branch: a plan file must be a regular file");
  }

  @Test
  void a_plan_that_is_too_large_on_the_base_cannot_judge() {
    GitProject project = Team.project(directory.resolve("shop"));
    project.append("coord.yml", "#".repeat(1 << 20) + "\n").commit("Enlarge");
    project.branch("feature/checkout").file("coord.yml", Team.PLAN).commit("Mine");

    assertThat(read(project, settings(project).build()).problems()).hasSize(1);
  }

  @Test
  void a_branch_that_names_itself_is_judged_by_the_plan_it_left() {
    GitProject project = Team.checkout(directory.resolve("shop"));
    project
        .edit("coord.yml", "    branch: feature/checkout\n", "")
        .edit("coord.yml", "integration_branch: main", "integration_branch: feature/checkout");
    project.commit("Mine");

    Rulebook rulebook = read(project, settings(project).build());

    assertThat(rulebook.commit()).contains(project.git("rev-parse", "main"));
  }

  @Test
  void a_commit_on_no_branch_is_judged_by_the_integration_branch_unless_that_has_it() {
    GitProject project = Team.checkout(directory.resolve("shop"));
    project.git("checkout", "-q", "--detach");
    String main = project.git("rev-parse", "main");
    assertThat(read(project, settings(project).build()).commit()).contains(main);

    project.git("branch", "-f", "main");
    assertThat(read(project, settings(project).build()).commit()).isEmpty();

    project.git("branch", "-D", "main");
    assertThat(read(project, settings(project).build()).baseProblem().orElseThrow().reason())
        .startsWith("the base main was not found (tried refs/heads/main, ");
  }

  @Test
  void a_commit_on_a_release_branch_alone_is_its_own_rulebook() {
    GitProject project = Team.project(directory.resolve("shop"));
    project.edit("coord.yml", ": main", ": main, release_branch: r").commit("Release");
    project.branch("r").append("docs/terms.md", "More.\n").commit("Fix");
    project.git("checkout", "-q", "--detach");

    Rulebook rulebook = read(project, settings(project).build());

    assertThat(rulebook.commit()).isEmpty();
    assertThat(rulebook.baseProblem()).isEmpty();
  }

  @Test
  void a_tag_is_no_target_but_may_be_given_as_base() {
    GitProject project = Team.checkout(directory.resolve("shop"));
    String main = project.git("rev-parse", "main");
    project.edit("coord.yml", ">= 80%", ">= 1%").commit("Weaken it");
    project.git("tag", "main");
    assertThat(read(project, settings(project).build()).commit()).contains(main);

    project.git("branch", "-D", "main");
    assertThat(read(project, settings(project).build()).baseProblem()).isPresent();
    Map<String, String> ci = Repositories.pullRequest("feature/checkout");
    assertThat(read(project, settings(project).environment(ci).build()).baseProblem()).isPresent();
    Settings given = settings(project).base(Optional.of("main")).build();
    assertThat(read(project, given).commit()).contains(project.git("rev-parse", "HEAD"));
  }

  @Test
  void a_pull_request_whose_target_is_checked_out_instead_proves_nothing() {
    GitProject project = Team.checkout(directory.resolve("shop"));
    project.git("checkout", "-q", "--detach", "main");
    Settings settings =
        settings(project).environment(Repositories.pullRequest("feature/checkout")).build();

    BaseProblem problem = read(project, settings).baseProblem().orElseThrow();

    assertThat(problem.reason())
        .isEqualTo("HEAD is the commit of main, not one of the pull request");
    assertThat(problem.remedy()).contains("github.event.pull_request.head.sha");
  }

  @Test
  void what_cannot_be_told_of_the_target_is_a_problem_on_the_target_as_well() {
    GitProject project = Team.project(directory.resolve("shop"));
    project.git("branch", "-D", "feature/catalog");
    project.git("remote", "add", "origin", "https://example.org/shop.git");
    Map<String, String> ci = Map.of("JENKINS_URL", "https://ci.example/");

    Rulebook rulebook = read(project, settings(project).environment(ci).build());

    assertThat(rulebook.baseProblem().orElseThrow().reason())
        .startsWith("only its own plan says that main is what branches are merged into");
  }

  @Test
  void a_plan_that_is_broken_on_the_base_cannot_judge() {
    GitProject project = Team.project(directory.resolve("shop"));
    project.append("coord.yml", "gaets: []\n");
    String main = project.commit("Break it");
    project.branch("feature/checkout").file("coord.yml", Team.PLAN).commit("Mend it");

    Rulebook rulebook = read(project, settings(project).build());

    assertThat(rulebook.problems()).hasSize(1);
    Diagnostic problem = rulebook.problems().get(0);
    assertThat(problem.problem()).startsWith("on main, whose gates judge this branch: ");
    assertThat(problem.location().commit()).contains(main);
  }

  @Test
  void the_plan_where_the_branch_left_its_base_is_that_of_the_merge_base() {
    GitProject project = Team.checkout(directory.resolve("shop"));
    String fork = project.git("rev-parse", "main");
    project.checkout("main").edit("coord.yml", ">= 80%", ">= 90%").commit("Raise it");
    project.checkout("feature/checkout");

    Plan forked =
        Repositories.open(
            project,
            opened -> {
              Settings settings = settings(project).build();
              Court court = court(opened, settings);
              return court.rulebooks().forked(court.rulebook(), Optional.of(fork)).orElseThrow();
            });

    assertThat(forked.gates().get(0).rule().toString()).contains("80").doesNotContain("90");
  }

  @Test
  void without_a_merge_base_nobody_knows_what_the_branch_left() {
    GitProject project = Team.checkout(directory.resolve("shop"));

    Repositories.open(
        project,
        opened -> {
          Settings settings = settings(project).build();
          Court court = court(opened, settings);
          Rulebook rulebook = court.rulebook();
          Rulebooks rulebooks = court.rulebooks();
          assertThat(rulebooks.forked(rulebook, Optional.empty())).isEmpty();
          assertThat(rulebooks.forked(rulebook, Optional.of("0".repeat(40)))).isEmpty();
          assertThat(rulebooks.forked(rulebook, rulebook.commit())).contains(rulebook.plan());
          return null;
        });
  }

  private static Rulebook read(GitProject project, Settings settings) {
    return Repositories.open(project, opened -> court(opened, settings).rulebook());
  }

  private static Court court(Opened opened, Settings settings) {
    return Court.of(Plans.read(opened, settings), opened, settings);
  }

  private static Settings.Builder settings(GitProject project) {
    return Settings.in(project.directory());
  }
}
