package dev.coord.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.assess.Finding;
import dev.coord.it.GitProject;
import dev.coord.plan.Plan;
import dev.coord.plan.yaml.PlanReading;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TargetFinderTest {

  private static final Map<String, String> NO_SERVICE = Map.of();
  private static final Map<String, String> SERVICE = Map.of("JENKINS_URL", "https://ci.example/");

  @TempDir Path directory;

  // The ordinary cases: nothing to be said.

  @Test
  void the_only_branch_there_is_may_name_itself() {
    GitProject project = planned("main", "main");

    assertThat(find(project)).isEqualTo(names("main"));
  }

  @Test
  void a_repository_may_call_its_main_branch_what_it_likes() {
    GitProject project = planned("trunk", "trunk");
    project.git("branch", "feature/a");

    assertThat(find(project)).isEqualTo(names("trunk"));
  }

  @Test
  void main_is_not_disturbed_by_a_branch_that_names_itself() {
    GitProject project = planned("main", "main").branch("feature/a");
    name(project, "feature/a");

    assertThat(find(project.checkout("main"))).isEqualTo(names("main"));
  }

  @Test
  void main_is_not_disturbed_by_what_has_no_plan_or_a_broken_one() {
    GitProject project = planned("main", "main");
    project.git("checkout", "-q", "--orphan", "gh-pages");
    project.file("coord.yml", "coord: 1\nnonsense: 1\n").file("index.html", "").commit("Pages");
    project.delete("coord.yml").git("branch", "broken");
    project.commit("No plan");

    assertThat(find(project.checkout("main"))).isEqualTo(names("main"));
  }

  @Test
  void a_remote_without_a_noted_default_branch_changes_nothing_locally() {
    GitProject project = planned("main", "main");
    project.git("remote", "add", "origin", "https://example.org/shop.git");
    project.git("update-ref", "refs/remotes/origin/main", "main");

    assertThat(find(project)).isEqualTo(names("main"));
  }

  @Test
  void a_branch_whose_base_changed_its_mind_since_is_compared_with_what_it_says() {
    GitProject project = planned("main", "main").branch("feature/a");
    project.checkout("main").git("branch", "next");
    name(project, "next");
    project.checkout("feature/a");

    assertThat(find(project).integration()).isEqualTo("main");
  }

  // A branch cannot appoint itself.

  @Test
  void a_branch_that_names_itself_is_overruled_by_the_plan_it_left() {
    GitProject project = planned("main", "main").branch("feature/a");
    name(project, "feature/a");

    assertThat(find(project)).isEqualTo(names("main"));
  }

  @Test
  void nor_does_it_help_before_the_commit() {
    GitProject project = planned("main", "main").branch("feature/a");
    project.edit("coord.yml", "integration_branch: main", "integration_branch: feature/a");

    assertThat(find(project)).isEqualTo(names("main"));
  }

  @Test
  void nor_does_naming_a_branch_that_was_made_at_the_same_commit() {
    GitProject project = planned("main", "main").branch("feature/a");
    name(project, "evil");
    project.git("branch", "evil");

    assertThat(find(project)).isEqualTo(names("main"));
  }

  @Test
  void nor_does_naming_itself_the_release_branch() {
    GitProject project = planned("main", "main").branch("feature/a");
    project
        .edit(
            "coord.yml",
            "integration_branch: main",
            "integration_branch: main, release_branch: feature/a")
        .commit("Release");

    assertThat(find(project)).isEqualTo(names("main"));
  }

  @Test
  void nor_does_a_plan_in_several_files() {
    GitProject project =
        GitProject.in(directory.resolve("shop"))
            .file("coord/a.yml", plan("main"))
            .file("coord/b.yml", "coord: 1\ngates: []\n");
    project.commit("Begin");
    project.branch("feature/a").edit("coord/a.yml", "branch: main", "branch: feature/a");
    project.commit("Mine");

    assertThat(find(project)).isEqualTo(names("main"));
  }

  @Test
  void nor_does_moving_the_plan() {
    GitProject project = planned("main", "main").branch("feature/a");
    project.delete("coord.yml").file("coord/plan.yml", plan("feature/a")).commit("Move");

    assertThat(find(project)).isEqualTo(names("main"));
  }

  @Test
  void nor_do_helpers_with_names_that_come_first() {
    GitProject project = planned("main", "main").branch("feature/a");
    name(project, "a-judge");
    project.git("branch", "a-judge");
    project
        .edit("coord.yml", ": a-judge", ": a-judge, release_branch: release")
        .commit("Differ from the helper");

    assertThat(find(project)).isEqualTo(names("main"));
  }

  @Test
  void nor_does_a_mistake_in_the_plan_it_left() {
    GitProject project = planned("main", "main").branch("feature/a");
    name(project, "feature/a");
    project.checkout("main").append("coord.yml", "gaets: []\n").commit("Break it");

    assertThat(find(project.checkout("feature/a"))).isEqualTo(names("main"));
  }

  @Test
  void nor_does_a_plan_in_the_place_of_another_file() {
    GitProject project = planned("main", "main");
    project.file("src/application.yml", "server: {port: 80}\n").commit("Configure");
    project.branch("feature/a").file("src/application.yml", plan("feature/a")).commit("Mine");

    assertThat(find(project, NO_SERVICE, Optional.of(Path.of("src/application.yml"))))
        .isEqualTo(names("main"));
  }

  @Test
  void nor_does_a_decoy_that_has_the_files_of_main_and_includes_others() {
    GitProject project =
        GitProject.in(directory.resolve("shop"))
            .file("coord/a.yml", "coord: 1\ngates: []\n")
            .file("coord/b.yml", plan("main"));
    project.commit("Begin");
    project.branch("aaa").file("x/p.yml", plan("feature/a"));
    project
        .file("coord/Z.yml", "coord: 1\ninclude: [/x/p.yml]\n")
        .file("coord/b.yml", "coord: 1\n")
        .commit("Decoy");
    project.checkout("main").branch("feature/a").delete("coord/b.yml");
    project.append("coord/a.yml", "project: {name: Shop, integration_branch: feature/a}\n");
    project.commit("Mine");

    assertThat(find(project)).isEqualTo(names("main"));
  }

  @Test
  void older_plans_of_unrelated_histories_that_disagree_prove_nothing() {
    GitProject project = planned("one", "one");
    project.git("branch", "was-one");
    project.git("checkout", "-q", "--orphan", "two");
    name(project, "two");
    project.git("branch", "was-two");
    project.git("merge", "-q", "--allow-unrelated-histories", "-s", "ours", "--no-edit", "one");
    project.branch("feature/a");
    name(project, "feature/a");

    assertThat(find(project).problem().orElseThrow().reason())
        .isEqualTo("older plans disagree about the integration branch (one, two)");
  }

  @Test
  void a_clone_knows_the_default_branch_and_its_plan_decides() {
    GitProject origin = planned("main", "main");
    GitProject clone = clone(origin).branch("feature/a");
    name(clone, "feature/a");
    clone.git("branch", "-D", "main");

    assertThat(find(clone)).isEqualTo(names("main"));
  }

  @Test
  void a_branch_of_another_history_is_not_believed_where_the_clone_knows_better() {
    GitProject clone = clone(planned("main", "main"));
    clone.git("checkout", "-q", "--orphan", "feature/a");
    name(clone, "feature/a");

    assertThat(find(clone)).isEqualTo(names("main"));
  }

  // What a service says.

  @Test
  void the_default_branch_that_a_service_names_is_a_target() {
    GitProject project = planned("main", "main");
    project.git("remote", "add", "origin", "https://example.org/shop.git");

    assertThat(find(project, gitlab("main"))).isEqualTo(names("main"));
  }

  @Test
  void the_plan_on_the_default_branch_that_a_service_names_decides() {
    GitProject project = planned("main", "main").branch("feature/a");
    name(project, "feature/a");

    assertThat(find(project, gitlab("main"))).isEqualTo(names("main"));
  }

  @Test
  void where_only_the_branch_itself_was_fetched_a_service_must_say_more() {
    GitProject fetched = fetchedAlone("feature/a");

    Targets targets = find(fetched, SERVICE);

    assertThat(targets.problem().orElseThrow().reason())
        .isEqualTo(
            "only its own plan says that feature/a is what branches are merged into: no other"
                + " branch was fetched");
    assertThat(targets.problem().get().remedy())
        .startsWith("Fetch the default branch and say which it is (git remote set-head");
    assertThat(find(fetched, gitlab("main")).problem()).isPresent();
    assertThat(find(fetched, gitlab("feature/a")).problem()).isEmpty();
    assertThat(find(fetched).problem()).isEmpty();
  }

  @Test
  void a_branch_that_was_renamed_must_be_there_or_be_settled_where_a_service_gates() {
    GitProject project = planned("master", "master");
    project.git("branch", "feature/old");
    project.git("branch", "-m", "main");
    name(project, "main");
    assertThat(find(project)).isEqualTo(names("main"));

    project.git("remote", "add", "origin", "https://example.org/shop.git");
    assertThat(find(project)).isEqualTo(names("main"));
    assertThat(find(project, SERVICE).problem().orElseThrow().reason())
        .isEqualTo(
            "an older plan names master as integration branch, this one main, and master was not"
                + " found (tried refs/heads/master, refs/remotes/origin/master)");
    assertThat(find(project, gitlab("main"))).isEqualTo(names("main"));
  }

  // The first plan.

  @Test
  void the_first_plan_is_believed() {
    GitProject project = unplanned("main");
    GitProject clone = clone(project).branch("develop");
    project.branch("feature/plan").file("coord.yml", plan("main")).commit("Plan");
    assertThat(find(project)).isEqualTo(names("main"));

    clone.file("coord.yml", plan("develop")).commit("Plan");
    assertThat(find(clone)).isEqualTo(names("develop"));
  }

  @Test
  void of_two_first_plans_neither_is_believed_where_a_service_gates() {
    GitProject project = unplanned("main");
    project.git("branch", "feature/a");
    project.file("coord.yml", plan("main")).commit("Plan");
    project.checkout("feature/a").file("coord.yml", plan("feature/a")).commit("Mine");
    String reason =
        "the plan on main names main as integration branch and this one feature/a, and they come"
            + " from no common plan";

    assertThat(find(project).findings()).extracting(Finding::text).containsExactly(reason);
    project.git("remote", "add", "origin", "https://example.org/shop.git");
    assertThat(find(project, SERVICE).problem().orElseThrow().reason()).isEqualTo(reason);
    assertThat(find(project, gitlab("main"))).isEqualTo(names("main"));
  }

  // A target may name its successor.

  @Test
  void renaming_the_branch_is_no_more_than_that() {
    GitProject project = planned("master", "master");
    project.git("branch", "-m", "main");
    name(project, "main");

    assertThat(find(project)).isEqualTo(names("main"));
  }

  @Test
  void a_former_target_that_is_left_over_decides_until_it_names_the_new_one() {
    GitProject project = planned("master", "master").branch("main");
    name(project, "main");
    assertThat(find(project)).isEqualTo(names("master"));

    project.git("branch", "-f", "master", "main");
    assertThat(find(project)).isEqualTo(names("main"));
  }

  @Test
  void the_default_branch_may_name_another_and_that_a_further_one() {
    GitProject origin = planned("main", "develop").branch("develop");
    name(origin, "next");
    origin.git("branch", "next");
    GitProject clone = clone(origin.checkout("main"));
    clone.branch("feature/a");
    name(clone, "feature/a");

    assertThat(find(clone)).isEqualTo(names("next"));
  }

  @Test
  void plans_that_name_each_other_in_a_circle_come_to_an_end() {
    GitProject origin = planned("main", "develop").branch("develop");
    name(origin, "main");
    GitProject clone = clone(origin.checkout("main")).branch("feature/a");
    name(clone, "feature/a");

    assertThat(find(clone)).isEqualTo(names("develop"));
  }

  @Test
  void a_named_branch_without_a_plan_cannot_judge_so_the_one_that_names_it_does() {
    GitProject origin = unplanned("main");
    origin.git("branch", "develop");
    origin.file("coord.yml", plan("develop")).commit("Plan");
    GitProject clone = clone(origin).branch("feature/a");
    name(clone, "feature/a");

    Targets targets = find(clone);

    assertThat(targets.integration()).isEqualTo("main");
    assertThat(targets.names()).containsExactly("develop", "main");
  }

  @Test
  void a_default_branch_without_a_plan_leaves_it_to_the_others() {
    GitProject origin = unplanned("main").branch("develop");
    origin.file("coord.yml", plan("develop")).commit("Plan");
    GitProject clone = clone(origin.checkout("main")).checkout("develop");
    assertThat(find(clone)).isEqualTo(names("develop"));

    clone.branch("feature/a");
    name(clone, "feature/a");
    assertThat(find(clone)).isEqualTo(names("develop"));
  }

  @Test
  void a_broken_plan_on_the_default_branch_is_still_the_one_that_judges() {
    GitProject origin = planned("main", "main");
    origin.append("coord.yml", "gaets: []\n").commit("Break it");
    GitProject clone = clone(origin).branch("feature/a");
    clone.file("coord.yml", plan("feature/a")).commit("Mine");

    assertThat(find(clone)).isEqualTo(names("main"));
  }

  // Releases.

  @Test
  void a_release_branch_is_one_when_the_integration_branch_says_so() {
    GitProject origin = planned("main", "main");
    origin.edit("coord.yml", ": main", ": main, release_branch: release/1").commit("Release");
    GitProject clone = clone(origin).branch("release/1");

    assertThat(find(clone).names()).containsExactly("main", "release/1");
  }

  @Test
  void a_release_branch_that_only_its_own_plan_names_is_none() {
    GitProject clone = clone(planned("main", "main")).branch("release/1");
    clone.edit("coord.yml", ": main", ": main, release_branch: release/1").commit("Release");

    assertThat(find(clone)).isEqualTo(names("main"));
  }

  @Test
  void an_older_release_branch_stays_one_though_the_plan_has_moved_on() {
    GitProject origin = planned("main", "main");
    origin.edit("coord.yml", ": main", ": main, release_branch: release/1").commit("Release");
    origin.git("branch", "release/1");
    origin.edit("coord.yml", "release/1", "release/2").commit("Next release");
    GitProject clone = clone(origin).checkout("release/1");

    assertThat(find(clone).has("release/1")).isTrue();
    assertThat(find(clone).integration()).isEqualTo("main");
  }

  private static Targets names(String branch) {
    return new Targets(branch, java.util.Set.of(branch), List.of(), Optional.empty());
  }

  private static Map<String, String> gitlab(String defaultBranch) {
    return Map.of("GITLAB_CI", "true", "CI_DEFAULT_BRANCH", defaultBranch);
  }

  private static String plan(String integration) {
    return "coord: 1\nproject: {name: Shop, integration_branch: " + integration + "}\n";
  }

  private GitProject unplanned(String branch) {
    GitProject project = GitProject.in(directory.resolve("shop"));
    project.git("checkout", "-q", "-B", branch);
    project.file("README.md", "# Shop\n").commit("Begin");
    return project;
  }

  private GitProject planned(String branch, String integration) {
    GitProject project = unplanned(branch);
    project.file("coord.yml", plan(integration)).commit("Plan");
    return project;
  }

  /** Lets the plan name another integration branch. */
  private static void name(GitProject project, String integration) {
    project.file("coord.yml", plan(integration)).commit("Name " + integration);
  }

  private GitProject clone(GitProject origin) {
    Path place = directory.resolve("clone");
    origin.git("clone", "-q", origin.directory().toString(), place.toString());
    return origin.at(place);
  }

  /** As services that fetch one branch leave it behind. */
  private GitProject fetchedAlone(String branch) {
    GitProject origin = planned("main", "main").branch(branch);
    name(origin, branch);
    GitProject alone = GitProject.in(directory.resolve("alone"));
    alone.git("remote", "add", "origin", origin.directory().toString());
    alone.git("fetch", "-q", "origin", "+refs/heads/" + branch + ":refs/remotes/origin/" + branch);
    alone.git("checkout", "-q", "-b", branch, "refs/remotes/origin/" + branch);
    return alone;
  }

  private static Targets find(GitProject project) {
    return find(project, NO_SERVICE);
  }

  private static Targets find(GitProject project, Map<String, String> environment) {
    return find(project, environment, Optional.empty());
  }

  private static Targets find(
      GitProject project, Map<String, String> environment, Optional<Path> plan) {
    return Repositories.open(
        project,
        opened -> {
          Settings settings =
              Settings.in(project.directory()).environment(environment).plan(plan).build();
          CiEnvironment ci = new CiEnvironment(environment);
          Plan own = Plans.read(opened, settings).plan().orElseThrow();
          Optional<String> branch = JudgedBranch.current(ci, opened.repository());
          return new TargetFinder(
                  ci,
                  new PastPlans(opened, settings, new PlanReading(Optional.of(own), List.of())),
                  own,
                  branch)
              .find();
        });
  }
}
