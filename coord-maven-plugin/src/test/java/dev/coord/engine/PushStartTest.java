package dev.coord.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.assess.Assessment;
import dev.coord.assess.GateResult;
import dev.coord.it.GitProject;
import dev.coord.rule.Outcome;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Where the integration branch was before a push, and what is said where nobody can tell. */
class PushStartTest extends GuardedPlan {

  @Test
  void what_github_says_was_pushed_is_looked_at() {
    GitProject project = project("");
    String before = head(project);
    ben(project).edit("coord.yml", ">= 70%", ">= 10%").commit("Unblock the deployment");
    project.append("api/app.py", "# on\n").commit("Go on");

    assertThat(guard(assess(project, gitHub(project, "main", before)))).isPresent();
    Assessment other = assess(project, gitHub(project, "feature/api", before));
    assertThat(guard(other)).as("another branch").isEmpty();
    assertThat(settings(other))
        .containsExactly(
            "only the last commit of main is held against the plan before it, since GitHub Actions"
                + " does not say what was pushed. Let the workflow say it: -Dcoord.before=COMMIT.");
  }

  @Test
  void a_push_that_replaces_history_is_unknown_and_so_fails() {
    GitProject project = project("");
    String before = project.edit("coord.yml", ">= 70%", ">= 90%").commit("Raise it");
    project.git("reset", "-q", "--hard", "HEAD~1");
    project.append("api/app.py", "# instead\n").commit("Instead");

    GateResult row = guard(assess(project, since(project, before))).orElseThrow();

    assertThat(row.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(row.breaks()).isTrue();
    assertThat(row.verdict().summary())
        .isEqualTo(
            "main was at "
                + before.substring(0, 7)
                + " before, as -Dcoord.before says, and HEAD, whose history was replaced, does not"
                + " follow from that: nobody can tell what came since");
    assertThat(row.verdict().remedy())
        .isEqualTo(
            "Compare both plans (git diff "
                + before.substring(0, 7)
                + " HEAD): the next push is judged by this one.");
  }

  @Test
  void so_is_one_from_a_commit_that_the_clone_does_not_have() {
    GitProject project = project("");
    String nowhere = "0123456789abcdef0123456789abcdef01234567";

    GateResult row = guard(assess(project, gitHub(project, "main", nowhere))).orElseThrow();

    assertThat(row.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(row.breaks()).isTrue();
    assertThat(row.verdict().summary())
        .isEqualTo(
            "main was at 0123456 before, as GitHub Actions says, and this clone has no such commit:"
                + " nobody can tell what came since");
    assertThat(row.verdict().required()).isEqualTo("the plan of main at 0123456, not weakened");
    assertThat(row.verdict().remedy()).contains("fetch-depth: 0");

    ben(project).edit("coord.yml", ">= 70%", ">= 10%").commit("Lower it");
    assertThat(guard(assess(project, gitHub(project, "main", nowhere))).orElseThrow().outcome())
        .as("what the last commit does is known all the same")
        .isEqualTo(Outcome.FAILED);
  }

  /** Whoever may push branches could make one of that name. */
  @Test
  void an_id_that_a_service_names_is_no_branch_of_that_name() {
    GitProject project = project("");
    String nowhere = "0123456789abcdef0123456789abcdef01234567";
    project.git("update-ref", "refs/heads/" + nowhere, head(project));
    project.append("api/app.py", "# on\n").commit("Go on");

    assertThat(guard(assess(project, gitHub(project, "main", nowhere))).orElseThrow().outcome())
        .isEqualTo(Outcome.UNKNOWN);
  }

  @Test
  void of_a_new_branch_the_last_commit_is_looked_at_and_that_is_told() {
    GitProject project = project("");
    ben(project).edit("coord.yml", ">= 70%", ">= 10%").commit("Lower it");
    Settings settings = gitHub(project, "main", "0".repeat(40));

    assertThat(guard(assess(project, settings))).isPresent();
    assertThat(settings(assess(project, settings)))
        .containsExactly(
            "only the last commit of main is held against the plan before it, since GitHub Actions"
                + " says that nothing was there before. Nothing needs to be done where the branch is"
                + " new, or nothing was pushed; else let the workflow say it: -Dcoord.before=COMMIT.");
  }

  @Test
  void a_build_that_is_run_again_looks_at_the_last_commit_at_least() {
    GitProject project = project("");
    ben(project).edit("coord.yml", ">= 70%", ">= 10%").commit("Lower it");

    Settings jenkins =
        Settings.in(project.directory())
            .environment(
                Map.of(
                    "JENKINS_URL", "https://ci.example/",
                    "BRANCH_NAME", "main",
                    "GIT_PREVIOUS_COMMIT", head(project)))
            .build();
    assertThat(guard(assess(project, jenkins))).isPresent();
    assertThat(settings(assess(project, jenkins)))
        .singleElement()
        .asString()
        .contains("since Jenkins says that it was at HEAD before");
  }

  @Test
  void what_the_pom_says_of_the_push_does_not_count_as_it_is_pushed_too() {
    GitProject project = project("");
    String before = head(project);
    ben(project).edit("coord.yml", ">= 70%", ">= 10%").commit("Lower it");
    project.append("api/app.py", "# on\n").commit("Go on");
    Settings settings =
        Settings.in(project.directory())
            .environment(gitHub(project, "main", before).environment())
            .before(Optional.of("HEAD~1"))
            .sources(Map.of("coord.before", Settings.Source.POM))
            .build();

    assertThat(guard(assess(project, settings))).isPresent();
    assertThat(settings(assess(project, settings)))
        .containsExactly(
            "the POM sets coord.before, which does not count: it is pushed, too. Let the workflow"
                + " say it: -Dcoord.before=COMMIT.");
  }

  @Test
  void on_a_developers_machine_nothing_is_said_of_what_will_be_pushed() {
    GitProject project = project("");
    ben(project).edit("coord.yml", ">= 70%", ">= 10%").commit("Lower it");

    Assessment assessment = assess(project);

    assertThat(guard(assessment)).isPresent();
    assertThat(settings(assessment)).isEmpty();
  }

  @Test
  void in_a_clone_of_one_commit_nobody_can_tell_what_that_did() {
    GitProject project = project("");
    ben(project).edit("coord.yml", ">= 70%", ">= 10%").commit("Lower it");
    Path place = directory.resolve("clone");
    project.git("clone", "-q", "--depth=1", "file://" + project.directory(), place.toString());
    GitProject shallow = project.at(place);

    GateResult strict = guard(assess(shallow)).orElseThrow();
    GateResult lenient =
        guard(assess(shallow, Settings.in(place).environment(Map.of()).lenient(true).build()))
            .orElseThrow();

    assertThat(strict.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(strict.breaks()).isTrue();
    assertThat(strict.verdict().summary())
        .isEqualTo(
            "the clone is shallow, so its history is cut off: nobody can tell what came since");
    assertThat(lenient.breaks()).isFalse();
  }

  @Test
  void a_plan_that_the_clone_does_not_have_is_not_the_same_as_none() {
    GitProject project = project("");
    ben(project).edit("coord.yml", ">= 70%", ">= 10%").commit("Lower it");
    project.git("config", "uploadpack.allowFilter", "true");
    project.git("config", "uploadpack.allowAnySHA1InWant", "true");
    Path place = directory.resolve("clone");
    project.git(
        "clone", "-q", "--filter=blob:none", "file://" + project.directory(), place.toString());

    GateResult row = guard(assess(project.at(place))).orElseThrow();

    assertThat(row.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(row.breaks()).isTrue();
    assertThat(row.verdict().summary())
        .contains("missing from this partial clone (filter blob:none)")
        .endsWith(": nobody can tell what came since");
  }
}
